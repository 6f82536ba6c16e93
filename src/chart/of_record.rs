//! What to draw of a record.

use super::{Layer, LayerStyle, Reading, WheelKind, WheelSpec};
use crate::analysis::section_means;
use crate::domain::{Direction, ITEMS_MAX, Item, Occasion, Record};

/// One occasion of a record on a wheel: an earlier one with the items it had, the newest (or none) with those there are
/// now. What a quick update did not ask stands as it was. An audit has a spoke for each section. The width is set by who
/// draws it.
pub fn wheel_of(record: &Record, occasion: Option<&Occasion>) -> WheelSpec {
    let standing = occasion.map(|occasion| record.standing(occasion));
    let occasion = standing.as_ref();
    if has_sections(record) {
        return sections(record, occasion.map(|occasion| (LayerStyle::Now, occasion)).as_slice(), WheelKind::Single);
    }
    let items = items_of(record, occasion);
    let mut layers: Vec<Layer> =
        occasion.map(|occasion| layer(LayerStyle::Now, occasion, &items)).into_iter().collect();
    if record.instrument.direction == Direction::TowardNeeded {
        layers.extend(occasion.map(|occasion| needed(record, occasion, &items)));
    }
    spec(record, &items, layers, WheelKind::Single)
}

/// The items on the wheel of an occasion, as it stood: see [`wheel_of`].
pub(super) fn items_of<'a>(record: &'a Record, standing: Option<&Occasion>) -> Vec<&'a Item> {
    let newest = record.newest().map(|newest| &newest.id);
    match standing.filter(|occasion| Some(&occasion.id) != newest) {
        Some(earlier) => record.instrument.items.iter().filter(|item| earlier.has(&item.id)).collect(),
        None => record.items().collect(),
    }
}

/// The items to be rated on an occasion, on a wheel.
pub fn wheel_to_rate(record: &Record, occasion: &Occasion, selected: Option<usize>) -> WheelSpec {
    let items: Vec<&Item> = record.items_to_rate(occasion).collect();
    let layers = vec![layer(LayerStyle::Now, occasion, &items)];
    WheelSpec { selected, ..spec(record, &items, layers, WheelKind::Single) }
}

/// `spec` as it would be with `value` at `spoke` of its only layer: what a finger shows before it lets go.
pub fn preview(mut spec: WheelSpec, spoke: usize, value: u8) -> WheelSpec {
    if let Some(reading) = spec.layers.first_mut().and_then(|layer| layer.readings.get_mut(spoke)) {
        *reading = Reading::Value(value);
    }
    spec
}

pub(super) fn has_sections(record: &Record) -> bool {
    record.is_audit() && !record.instrument.sections.is_empty()
}

/// A spoke for each section: its mean, where enough of it is answered.
pub(super) fn sections(record: &Record, occasions: &[(LayerStyle, &Occasion)], kind: WheelKind) -> WheelSpec {
    let layers = occasions.iter().map(|(style, occasion)| {
        let means = section_means(record, occasion);
        Layer { style: *style, readings: means.into_iter().map(|(_, mean)| Reading::of_mean(mean)).collect() }
    });
    let labels = record.instrument.sections.iter().map(|section| section.name.trim().to_owned()).collect();
    blank(record, labels, layers.collect(), kind)
}

pub(super) fn spec(record: &Record, items: &[&Item], layers: Vec<Layer>, kind: WheelKind) -> WheelSpec {
    // More spokes than a wheel can carry are not drawn at all: a long list without sections has no wheel.
    let shown = if items.len() > ITEMS_MAX && record.is_audit() { &[] } else { items };
    blank(record, shown.iter().map(|item| item.text.trim().to_owned()).collect(), layers, kind)
}

fn blank(record: &Record, labels: Vec<String>, layers: Vec<Layer>, kind: WheelKind) -> WheelSpec {
    WheelSpec { labels, layers, scale: record.instrument.scale, kind, width: 0.0, selected: None, band: None }
}

pub(super) fn layer(style: LayerStyle, occasion: &Occasion, items: &[&Item]) -> Layer {
    let reading = |item: &&Item| Reading::of(occasion.ratings.get(&item.id));
    Layer { style, readings: items.iter().map(reading).collect() }
}

pub(super) fn needed(record: &Record, occasion: &Occasion, items: &[&Item]) -> Layer {
    let reading = |item: &&Item| {
        let rating = occasion.ratings.get(&item.id).cloned().unwrap_or_default();
        record.needed(item, &rating).map_or(Reading::Absent, Reading::Value)
    };
    Layer { style: LayerStyle::Needed, readings: items.iter().map(reading).collect() }
}
