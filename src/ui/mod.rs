//! What a person sees and touches: pages made of components, which call the verbs of [`state`](crate::state).

mod appearance;
mod components;
mod copies;
mod live;
mod navigation;
mod pages;
mod root;
mod say;

pub use root::start;
