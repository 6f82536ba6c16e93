//! What a person sees and touches: pages made of components, which call the verbs of [`state`](crate::state).

mod appearance;
mod badge;
mod built_in;
mod chart_handle;
mod chart_words;
mod components;
mod copies;
mod keeping;
mod last_copy;
mod navigation;
mod offline;
mod pages;
mod place;
mod root;
mod rows;
mod say;
mod to_open;
mod work;

pub use root::start;
