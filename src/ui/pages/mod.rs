//! One file a screen.

mod chart;
mod compare;
mod design;
mod fill;
mod home;
mod library;
mod make;
mod more;
mod rate;
mod result;
mod still_open;

pub use chart::{ChartPage, kind_name};
pub use compare::ComparePage;
pub use design::DesignPage;
pub use fill::FillPage;
pub use home::HomePage;
pub use library::{InstrumentPage, LibraryPage};
pub use make::MakePage;
pub use more::MorePage;
pub use rate::RatePage;
pub use still_open::StillOpenPage;
