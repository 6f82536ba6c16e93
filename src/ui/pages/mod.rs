//! One file a screen.

mod begin;
mod chart;
mod compare;
mod design;
mod fill;
mod home;
mod home_lines;
mod library;
mod make;
mod more;
mod over_time;
mod rate;
mod result;
mod shortcut;
mod still_open;
mod still_to_go;

pub use begin::BeginPage;
pub use chart::ChartPage;
pub use compare::ComparePage;
pub use design::DesignPage;
pub use fill::FillPage;
pub use home::HomePage;
pub use home_lines::HomeLines;
pub use library::{InstrumentPage, LibraryPage};
pub use make::MakePage;
pub use more::MorePage;
pub use over_time::OverTimePage;
pub use rate::RatePage;
pub use shortcut::ShortcutPage;
pub use still_open::StillOpenPage;
pub use still_to_go::StillToGoPage;
