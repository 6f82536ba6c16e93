//! Spokes in another order: the same ratings, another shape.

use super::reading::Layer;
use super::wheel::WheelSpec;

/// The most spokes whose orders 64 bits can number; further ones, more than a wheel is for, keep their places.
const SHUFFLED_MAX: usize = 20;
/// From turn to turn so far through all orders, as a share: the golden ratio, by which none comes again soon.
const STRIDE: f64 = 0.618_033_988_749_895;

impl WheelSpec {
    /// The same wheel with the spokes in another order: `order` names for each new place the spoke that goes there,
    /// counted from 0. Names, readings and selection go with their spokes; what is no spoke is passed over.
    #[must_use]
    pub fn reordered(&self, order: &[usize]) -> Self {
        let order: Vec<usize> = order.iter().copied().filter(|spoke| *spoke < self.labels.len()).collect();
        let readings = |layer: &Layer| order.iter().map(|spoke| layer.reading(*spoke)).collect();
        Self {
            labels: order.iter().filter_map(|spoke| self.labels.get(*spoke).cloned()).collect(),
            layers: self.layers.iter().map(|layer| Layer { style: layer.style, readings: readings(layer) }).collect(),
            selected: self.selected.and_then(|selected| order.iter().position(|spoke| *spoke == selected)),
            ..*self
        }
    }
}

/// An order of so many spokes that is not the one they have and not that of the turn before, where there are more
/// than two. The same turn always gives the same order.
pub fn shuffled(spokes: usize, turn: u32) -> Vec<usize> {
    let (mixed, kept) = (spokes.min(SHUFFLED_MAX), SHUFFLED_MAX.min(spokes)..spokes);
    let orders: u64 = (1..=mixed as u64).product();
    // Orders are numbered as in a dictionary; number 0 is the one they have.
    let mut number = match orders {
        0 | 1 => 0,
        _ => 1 + (((f64::from(turn) + 1.0) * STRIDE).fract() * (orders - 1) as f64) as u64,
    };
    let mut left: Vec<usize> = (0..mixed).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        let orders_of_the_rest: u64 = (1..left.len() as u64).product();
        order.push(left.remove((number / orders_of_the_rest) as usize));
        number %= orders_of_the_rest;
    }
    order.extend(kept);
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_turn_gives_another_order() {
        for spokes in 0..=24 {
            let given: Vec<usize> = (0..spokes).collect();
            for turn in (0..200).chain([u32::MAX - 1, u32::MAX]) {
                let order = shuffled(spokes, turn);
                let mut sorted = order.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, given, "every spoke is there once");
                assert_eq!(order, shuffled(spokes, turn));
                if spokes > 2 {
                    assert_ne!(order, given, "{spokes} spokes, turn {turn}");
                    assert_ne!(order, shuffled(spokes, turn.wrapping_add(1)), "{spokes} spokes, turn {turn}");
                }
            }
        }
    }
}
