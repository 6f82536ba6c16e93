//! What to draw of a record.

use super::{Layer, LayerStyle, Reading, WheelKind, WheelSpec};
use crate::analysis::section_means;
use crate::domain::{Answer, Direction, ITEMS_MAX, Item, Occasion, Record};

/// One occasion of a record on a wheel: an earlier one with the items it had, the newest (or none) with those there are
/// now. An audit has a spoke for each section. The width is set by who draws it.
pub fn wheel_of(record: &Record, occasion: Option<&Occasion>) -> WheelSpec {
    if has_sections(record) {
        return sections(record, occasion.map(|occasion| (LayerStyle::Now, occasion)).as_slice(), WheelKind::Single);
    }
    let latest = record.latest().map(|latest| &latest.id);
    let items: Vec<&Item> = match occasion.filter(|occasion| Some(&occasion.id) != latest) {
        Some(earlier) => record.items_on(earlier).collect(),
        None => record.items().collect(),
    };
    let mut layers: Vec<Layer> =
        occasion.map(|occasion| layer(LayerStyle::Now, occasion, &items)).into_iter().collect();
    if record.instrument.direction == Direction::TowardNeeded {
        layers.extend(occasion.map(|occasion| needed(record, occasion, &items)));
    }
    spec(record, &items, layers, WheelKind::Single)
}

/// The items to be rated on an occasion, on a wheel.
pub fn wheel_to_rate(record: &Record, occasion: &Occasion, selected: Option<usize>) -> WheelSpec {
    let items: Vec<&Item> = record.items_to_rate(occasion).collect();
    let layers = vec![layer(LayerStyle::Now, occasion, &items)];
    WheelSpec { selected, ..spec(record, &items, layers, WheelKind::Single) }
}

/// Two occasions over each other, on all items that were there on either, or on the sections of an audit.
pub fn overlay_of(record: &Record, then: &Occasion, now: &Occasion) -> WheelSpec {
    if has_sections(record) {
        return sections(record, &[(LayerStyle::Then, then), (LayerStyle::Now, now)], WheelKind::Overlay);
    }
    let items = record.items_on_either(then, now);
    let mut layers = vec![layer(LayerStyle::Then, then, &items), layer(LayerStyle::Now, now, &items)];
    if record.instrument.direction == Direction::TowardNeeded {
        layers.push(needed(record, now, &items));
    }
    spec(record, &items, layers, WheelKind::Overlay)
}

/// `spec` as it would be with `value` at `spoke` of its only layer: what a finger shows before it lets go.
pub fn preview(mut spec: WheelSpec, spoke: usize, value: u8) -> WheelSpec {
    if let Some(reading) = spec.layers.first_mut().and_then(|layer| layer.readings.get_mut(spoke)) {
        *reading = Reading::Value(value);
    }
    spec
}

fn has_sections(record: &Record) -> bool {
    record.is_audit() && !record.instrument.sections.is_empty()
}

/// A spoke for each section: its mean, where enough of it is answered.
fn sections(record: &Record, occasions: &[(LayerStyle, &Occasion)], kind: WheelKind) -> WheelSpec {
    let layers = occasions.iter().map(|(style, occasion)| {
        let reading = |mean: crate::analysis::Mean| match mean.enough() {
            Some(mean) => Reading::Mean(mean),
            None if mean.of == 0 => Reading::NotApplicable,
            None => Reading::Blank,
        };
        let means = section_means(record, occasion);
        Layer { style: *style, readings: means.into_iter().map(|(_, mean)| reading(mean)).collect() }
    });
    let labels = record.instrument.sections.iter().map(|section| section.name.trim().to_owned()).collect();
    blank(record, labels, layers.collect(), kind)
}

fn spec(record: &Record, items: &[&Item], layers: Vec<Layer>, kind: WheelKind) -> WheelSpec {
    // More spokes than a wheel can carry are not drawn at all: a long list without sections has no wheel.
    let shown = if items.len() > ITEMS_MAX && record.is_audit() { &[] } else { items };
    blank(record, shown.iter().map(|item| item.text.trim().to_owned()).collect(), layers, kind)
}

fn blank(record: &Record, labels: Vec<String>, layers: Vec<Layer>, kind: WheelKind) -> WheelSpec {
    WheelSpec { labels, layers, scale: record.instrument.scale, kind, width: 0.0, selected: None, band: None }
}

fn layer(style: LayerStyle, occasion: &Occasion, items: &[&Item]) -> Layer {
    let reading = |item: &&Item| match occasion.ratings.get(&item.id).map(|rating| rating.answer) {
        None => Reading::Absent,
        Some(Answer::Blank) => Reading::Blank,
        Some(Answer::DoesNotApply) => Reading::NotApplicable,
        Some(Answer::Value(value)) => Reading::Value(value),
    };
    Layer { style, readings: items.iter().map(reading).collect() }
}

fn needed(record: &Record, occasion: &Occasion, items: &[&Item]) -> Layer {
    let reading = |item: &&Item| {
        let rating = occasion.ratings.get(&item.id).cloned().unwrap_or_default();
        record.needed(item, &rating).map_or(Reading::Absent, Reading::Value)
    };
    Layer { style: LayerStyle::Needed, readings: items.iter().map(reading).collect() }
}
