//! The picture: shapes in `f64` CSS pixels, and the painters that draw them.
//!
//! One call makes a picture: [`wheel()`] (or [`dumbbell()`], [`timeline()`]) turns readings into a [`Scene`], which knows
//! shapes and colour *roles* but no colours and no device. [`paint()`] draws a scene on any plotters
//! backend and [`svg`] writes it as a document. Hit-testing ([`Disc`]), label boxes ([`PlacedLabel`])
//! and the material for a text alternative ([`Described`]) come out of the same call, so that the
//! picture, the finger and the screen reader cannot disagree. [`sheet()`] puts pictures and words together for somebody
//! who does not have the app; [`svg_file`] is its document.
//!
//! Nothing here knows a browser, a clock, a language or where the data came from: words and numbers
//! are handed in, and text is measured through [`TextMeasure`].

mod code;
mod disc;
mod dumbbell;
mod face;
mod fill;
mod geometry;
mod label_layout;
mod label_places;
mod lanes;
mod marks;
mod measure;
mod of_comparison;
mod of_record;
mod of_sheet;
mod order;
mod overlay;
mod paint;
mod palette;
mod reading;
mod scene;
mod sheet;
mod time_ends;
mod time_numerals;
mod time_plot;
mod timeline;
mod wheel;
mod wheel_to_fill;
mod widths;
mod wrap;

pub use code::qr_scene;
pub use disc::Disc;
pub use dumbbell::{DUMBBELL_HEIGHT, Dumbbell, DumbbellSpec, dumbbell};
pub use geometry::{Point, Rect};
pub use label_layout::PlacedLabel;
pub use measure::{TextMeasure, WidthTable};
pub use of_comparison::{
    item_line, layers_of, overlay_of, row_of, row_of_gap, row_of_means, row_of_views, section_line, wheel_of_views,
};
pub use of_record::{preview, wheel_of, wheel_to_rate};
pub use of_sheet::{RowWords, SheetParts, sheet_of_time, sheet_of_two, sheet_over_time};
pub use order::shuffled;
pub use paint::{FONT_FAMILY, PaintError, paint, svg, svg_file};
pub use palette::Palette;
pub use reading::{Layer, LayerStyle, Reading};
pub use scene::{Anchor, Ink, Scene, Shape};
pub use sheet::{
    LegendMark, RowPicture, SHEET_WIDTH, SheetGroup, SheetRow, SheetSpec, SheetValue, canvas_scale, sheet,
};
pub use timeline::{TimePoint, Timeline, TimelineSpec, timeline};
pub use wheel::{Described, MAX_LAYERS, Wheel, WheelKind, WheelSpec, wheel};
pub use wheel_to_fill::wheel_to_fill;
