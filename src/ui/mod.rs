//! What a person sees and touches: pages made of components, which call the verbs of [`state`](crate::state).

mod appearance;
mod ask_to_keep;
mod badge;
mod built_in;
mod by_hand;
mod chart_handle;
mod chart_words;
mod components;
mod copies;
mod database;
mod gate;
mod last_copy;
mod links;
mod lock_words;
mod navigation;
mod offline;
mod pages;
mod place;
mod reading;
mod relock;
mod root;
mod rows;
mod say;
mod store;
mod talk_forms;
mod talk_words;
mod to_open;
mod work;

pub use root::start;
