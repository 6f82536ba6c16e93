//! What to draw of a record.

use super::{Layer, LayerStyle, Reading, WheelKind, WheelSpec};
use crate::domain::{Answer, Item, Occasion, Record};

/// One occasion of a record on a wheel: an earlier one with the items it had, the newest (or none) with those there are
/// now. The width is set by who draws it.
pub fn wheel_of(record: &Record, occasion: Option<&Occasion>) -> WheelSpec {
    let latest = record.latest().map(|latest| &latest.id);
    let items: Vec<&Item> = match occasion.filter(|occasion| Some(&occasion.id) != latest) {
        Some(earlier) => record.items_on(earlier).collect(),
        None => record.items().collect(),
    };
    let layers = occasion.map(|occasion| layer(LayerStyle::Now, occasion, &items)).into_iter().collect();
    spec(record, &items, layers, WheelKind::Single)
}

/// The items to be rated on an occasion, on a wheel.
pub fn wheel_to_rate(record: &Record, occasion: &Occasion, selected: Option<usize>) -> WheelSpec {
    let items: Vec<&Item> = record.items_to_rate(occasion).collect();
    let layers = vec![layer(LayerStyle::Now, occasion, &items)];
    WheelSpec { selected, ..spec(record, &items, layers, WheelKind::Single) }
}

/// Two occasions over each other, on all items that were there on either.
pub fn overlay_of(record: &Record, then: &Occasion, now: &Occasion) -> WheelSpec {
    let items = record.items_on_either(then, now);
    let layers = vec![layer(LayerStyle::Then, then, &items), layer(LayerStyle::Now, now, &items)];
    spec(record, &items, layers, WheelKind::Overlay)
}

/// `spec` as it would be with `value` at `spoke` of its only layer: what a finger shows before it lets go.
pub fn preview(mut spec: WheelSpec, spoke: usize, value: u8) -> WheelSpec {
    if let Some(reading) = spec.layers.first_mut().and_then(|layer| layer.readings.get_mut(spoke)) {
        *reading = Reading::Value(value);
    }
    spec
}

fn spec(record: &Record, items: &[&Item], layers: Vec<Layer>, kind: WheelKind) -> WheelSpec {
    WheelSpec {
        labels: items.iter().map(|item| item.text.trim().to_owned()).collect(),
        layers,
        scale: record.instrument.scale,
        kind,
        width: 0.0,
        selected: None,
    }
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
