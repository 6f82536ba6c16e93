//! One file a screen.

mod begin;
mod bin;
mod chart;
mod compare;
mod design;
mod fill;
mod home;
mod library;
mod make;
mod more;
mod opening;
mod over_time;
mod rate;
mod result;
mod still_open;
mod still_to_go;
mod storage;
mod versions;

pub use begin::BeginPage;
pub use bin::BinPage;
pub use chart::ChartPage;
pub use compare::ComparePage;
pub use design::DesignPage;
pub use fill::FillPage;
pub use home::HomePage;
pub use library::{InstrumentPage, LibraryPage};
pub use make::MakePage;
pub use more::MorePage;
pub use opening::OpeningPage;
pub use over_time::OverTimePage;
pub use rate::RatePage;
pub use still_open::StillOpenPage;
pub use still_to_go::StillToGoPage;
pub use storage::StoragePage;
pub use versions::VersionsPage;
