//! Instruments: those that come with the app, what any of them may be, and how one's own are made.

mod alike;
mod blank;
mod built_in;
mod change;
mod check;
mod code;
mod talk_forms;

pub use alike::alike;
pub use blank::blank_of;
pub use built_in::{Aim, BUILT_IN, is_built_in};
pub use change::{Change, Shift, change, copy_of, new_list};
pub use check::{Fault, Problem, check, limits};
pub use code::{looks_like_a_name, new_code};
pub use talk_forms::{AGREEMENT, SIDE_BY_SIDE, TALK_FORMS};
