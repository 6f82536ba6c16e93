//! The store: what is open, what can be done to it, and what is saved when.
//!
//! Uses `reactive_stores` and `reactive_graph` only, and reaches the outside through [`Ports`], so that it is tested
//! natively with ports of its own.

mod address;
mod app;
mod asking;
mod built_in_browser;
mod clearing;
mod giving;
mod history;
mod library;
mod notice;
mod opening;
mod ports;
mod route;
mod saving;
mod shortcuts;
mod thing;
mod undo;
mod windows;
mod writing;

pub use app::App;
pub use asking::{Asking, is_copy_due};
pub use built_in_browser::is_built_in_browser;
pub use giving::{Family, Format};
pub use notice::Notice;
pub use opening::{Amount, Fate, ListFate, Opened};
pub use ports::{Batch, Left, Ports, Rows, Under, WriteError, WriteResult};
pub use route::{Ask, RateView, Route};
pub use saving::{Keeping, SaveState};
pub use thing::Unit;
