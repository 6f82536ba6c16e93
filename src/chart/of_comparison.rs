//! What to draw of two occasions, of a gap, and of many times.

use super::of_record::{has_sections, layer, sections, spec};
use super::{DumbbellSpec, Layer, LayerStyle, Reading, TimePoint, TimelineSpec, WheelKind, WheelSpec};
use crate::analysis::{
    Change, Comparison, Gap, Mean, Past, SectionChange, SeenByTwo, Steadiness, TwoViews, View, item_history,
    section_history,
};
use crate::domain::{Date, Item, ItemId, Occasion, Record, Scale, SectionId};

/// What can be said of an item, in the order in which it is told.
pub(super) const STYLES: [LayerStyle; 5] =
    [LayerStyle::Then, LayerStyle::Now, LayerStyle::Back, LayerStyle::Needed, LayerStyle::Other];

/// The layers that a comparison has, the most wanted first: then, now, looking back, needed, another's view. Sections have
/// no level needed.
pub fn layers_of(record: &Record, comparison: &Comparison) -> Vec<LayerStyle> {
    let needed = !has_sections(record) && comparison.changes.iter().any(|change| change.needed.is_some());
    let beside = [
        (comparison.back.is_some(), LayerStyle::Back),
        (needed, LayerStyle::Needed),
        (comparison.other.is_some(), LayerStyle::Other),
    ];
    let beside = beside.into_iter().filter(|(there, _)| *there).map(|(_, style)| style);
    [LayerStyle::Then, LayerStyle::Now].into_iter().chain(beside).collect()
}

/// Two occasions over each other with what stands beside them, as far as it is `shown`: on all items that were there on
/// either, or on the sections of an audit.
pub fn overlay_of(record: &Record, comparison: &Comparison, shown: &[LayerStyle]) -> WheelSpec {
    let shown = |style: &LayerStyle| shown.contains(style);
    if has_sections(record) {
        let sides: [(LayerStyle, Option<&Occasion>); 4] = [
            (LayerStyle::Then, Some(&comparison.then)),
            (LayerStyle::Now, Some(&comparison.now)),
            (LayerStyle::Back, comparison.back.as_ref()),
            (LayerStyle::Other, comparison.other.as_ref()),
        ];
        let sides = sides.into_iter().filter(|(style, _)| shown(style));
        let there: Vec<(LayerStyle, &Occasion)> = sides.filter_map(|(style, side)| Some((style, side?))).collect();
        return sections(record, &there, WheelKind::Overlay);
    }
    let layer = |style: LayerStyle| {
        let readings = comparison.changes.iter().map(|change| reading(change, style)).collect();
        Layer { style, readings }
    };
    let layers = layers_of(record, comparison).into_iter().filter(shown).map(layer).collect();
    let items: Vec<&Item> = comparison.changes.iter().map(|change| &change.item).collect();
    let band = comparison.steadiness.map(Steadiness::of_item);
    WheelSpec { band, ..spec(record, &items, layers, WheelKind::Overlay) }
}

/// How its owner sees it, under how somebody else does: on all items that were there for either, or on the sections of an
/// audit.
pub fn wheel_of_views(record: &Record, views: &TwoViews) -> WheelSpec {
    let sides = [(LayerStyle::Now, &views.own), (LayerStyle::Other, &views.other)];
    if has_sections(record) {
        return sections(record, &sides, WheelKind::Overlay);
    }
    let items: Vec<&Item> = views.items.iter().map(|seen| &seen.item).collect();
    let layers = sides.into_iter().map(|(style, side)| layer(style, side, &items)).collect();
    spec(record, &items, layers, WheelKind::Overlay)
}

/// One item as two people see it, as a row. The width is set by who draws it, here and below.
pub fn row_of_views(seen: &SeenByTwo, scale: Scale) -> DumbbellSpec {
    let sides = [(LayerStyle::Now, &seen.own), (LayerStyle::Other, &seen.other)];
    let marks = sides.into_iter().map(|(style, said)| (style, Reading::of(said.as_ref()))).collect();
    DumbbellSpec { width: 0.0, scale, marks, band: None }
}

/// One item on both occasions as a row. The width is set by who draws it, here and below.
pub fn row_of(change: &Change, scale: Scale, steadiness: Option<Steadiness>) -> DumbbellSpec {
    let marks = STYLES.into_iter().map(|style| (style, reading(change, style)));
    let marks = marks.filter(|(_, reading)| *reading != Reading::Absent).collect();
    DumbbellSpec { width: 0.0, scale, marks, band: steadiness.map(Steadiness::of_item) }
}

/// The means of a section as a row.
pub fn row_of_means(section: &SectionChange, scale: Scale) -> DumbbellSpec {
    let marks = means_of(section).map(|(style, mean)| (style, Reading::of_mean(mean))).collect();
    DumbbellSpec { width: 0.0, scale, marks, band: None }
}

/// The means that a section has: then and now in any case.
pub(super) fn means_of(section: &SectionChange) -> impl Iterator<Item = (LayerStyle, Mean)> {
    let sides = [(LayerStyle::Then, section.then), (LayerStyle::Now, section.now)];
    let beside = [(LayerStyle::Back, section.back), (LayerStyle::Other, section.other)];
    sides.into_iter().chain(beside.into_iter().filter(|(_, mean)| mean.of > 0))
}

/// Now and needed as a row.
pub fn row_of_gap(gap: &Gap, scale: Scale) -> DumbbellSpec {
    let marks = vec![(LayerStyle::Now, Reading::Value(gap.now)), (LayerStyle::Needed, Reading::Value(gap.needed))];
    DumbbellSpec { width: 0.0, scale, marks, band: None }
}

/// One item over all times. Its ends in words are set by who draws it.
pub fn item_line(record: &Record, item: &ItemId) -> TimelineSpec {
    line(record, &item_history(record, item), |rating| Reading::of(Some(rating)))
}

/// The means of a section over all times.
pub fn section_line(record: &Record, section: &SectionId) -> TimelineSpec {
    line(record, &section_history(record, section), |mean| Reading::of_mean(*mean))
}

fn line<T>(record: &Record, history: &[Past<T>], reading: impl Fn(&T) -> Reading) -> TimelineSpec {
    let style = |view: View| match view {
        View::Own => Some(LayerStyle::Now),
        View::Back => Some(LayerStyle::Back),
        View::Other => Some(LayerStyle::Other),
        // It stands beside the first time, and there is nothing to be seen between the two.
        View::Again => None,
    };
    let point =
        |past: &Past<T>| Some(TimePoint { day: past.day, style: style(past.view)?, reading: reading(&past.stood) });
    // All lines of a record have the same ends, so that they can be read under one another.
    let days = || record.over().map(|each| each.refers_to);
    TimelineSpec {
        width: 0.0,
        scale: record.instrument.scale,
        from: days().min().unwrap_or(Date::MIN),
        to: days().max().unwrap_or(Date::MIN),
        points: history.iter().filter_map(point).collect(),
        ends: <(String, String)>::default(),
    }
}

/// What was said of an item.
pub(super) fn reading(change: &Change, style: LayerStyle) -> Reading {
    let value = |value: Option<u8>| value.map_or(Reading::Absent, Reading::Value);
    match style {
        LayerStyle::Then => Reading::of(change.then.as_ref()),
        LayerStyle::Now => Reading::of(change.now.as_ref()),
        LayerStyle::Needed => value(change.needed),
        LayerStyle::Back => value(change.back),
        LayerStyle::Other => value(change.other),
    }
}
