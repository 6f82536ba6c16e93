//! The store: what is open, what can be done to it, and what is saved when.
//!
//! Uses `reactive_stores` and `reactive_graph` only, and reaches the outside through [`Ports`], so that it is tested
//! natively with ports of its own.

mod address;
mod app;
mod built_in_browser;
mod library;
mod opening;
mod ports;
mod route;
mod saving;
mod shortcuts;
mod undo;

pub use app::{App, Notice};
pub use built_in_browser::is_built_in_browser;
pub use opening::Opened;
pub use ports::{Batch, Ports, WriteError, WriteResult};
pub use route::{Ask, RateView, Route};
pub use saving::{Keeping, SaveState};
