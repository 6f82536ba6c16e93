//! One file a screen.

mod chart;
mod compare;
mod home;
mod make;
mod more;
mod rate;
mod still_open;

pub use chart::{ChartPage, kind_name};
pub use compare::ComparePage;
pub use home::HomePage;
pub use make::MakePage;
pub use more::MorePage;
pub use rate::RatePage;
pub use still_open::StillOpenPage;
