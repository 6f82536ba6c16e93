//! The store: what is open, what can be done to it, and what is saved when.
//!
//! Uses `reactive_stores` and `reactive_graph` only, and reaches the outside through [`Ports`], so that it is tested
//! natively with ports of its own.

mod address;
mod app;
mod library;
mod opening;
mod ports;
mod route;
mod saving;
mod undo;

pub use app::{App, Notice};
pub use opening::Opened;
pub use ports::{Batch, Ports, WriteError, WriteResult};
pub use route::{Ask, RateView, Route};
pub use saving::{Keeping, SaveState};
