//! Where along a segment each layer has its marks, so that none hides another.

use super::reading::LayerStyle;

/// The part of a segment that the marks of one layer have for themselves.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Lane {
    /// How far its middle is from the segment's, as a share of the segment; positive is clockwise.
    pub offset: f64,
    /// Its width, as a share of the segment.
    pub share: f64,
}

impl Lane {
    /// The whole segment.
    pub const WHOLE: Self = Self { offset: 0.0, share: 1.0 };
}

/// A lane for each layer, in their order. *Then* and *now* share the middle, since a dot fits into a ring; the others
/// stand beside them. Any three layers have room.
pub(super) fn lanes(styles: &[LayerStyle]) -> Vec<Lane> {
    let mut taken: Vec<(i8, LayerStyle)> = Vec::new();
    for style in styles {
        let free = |side: &i8| taken.iter().all(|(other, there)| other != side || share_a_lane(*there, *style));
        let side = preferred(*style).into_iter().find(free).unwrap_or(0);
        taken.push((side, *style));
    }
    if taken.iter().all(|(side, _)| *side == 0) {
        return vec![Lane::WHOLE; taken.len()];
    }
    taken.into_iter().map(|(side, _)| Lane { offset: f64::from(side) / 3.0, share: 1.0 / 3.0 }).collect()
}

/// The sides a style would take, the best first: 0 is the middle, 1 clockwise of it.
fn preferred(style: LayerStyle) -> [i8; 3] {
    match style {
        LayerStyle::Then | LayerStyle::Now => [0, 1, -1],
        LayerStyle::Needed => [1, -1, 0],
        LayerStyle::Other | LayerStyle::Back => [-1, 1, 0],
    }
}

fn share_a_lane(one: LayerStyle, other: LayerStyle) -> bool {
    matches!((one, other), (LayerStyle::Then, LayerStyle::Now) | (LayerStyle::Now, LayerStyle::Then))
}

#[cfg(test)]
mod tests {
    use super::*;
    use LayerStyle::{Back, Needed, Now, Other, Then};

    fn offsets(styles: &[LayerStyle]) -> Vec<i8> {
        lanes(styles).iter().map(|lane| (lane.offset * 3.0).round() as i8).collect()
    }

    #[test]
    fn only_ring_and_dot_share_a_lane() {
        for one in [Then, Now, Needed, Other, Back] {
            for two in [Then, Now, Needed, Other, Back] {
                for three in [Then, Now, Needed, Other, Back] {
                    let styles = [one, two, three];
                    let sides = offsets(&styles);
                    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
                        assert!(sides[a] != sides[b] || share_a_lane(styles[a], styles[b]), "{styles:?}: {sides:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn ring_and_dot_alone_have_all_the_room() {
        assert_eq!(lanes(&[Then, Now]), [Lane::WHOLE; 2]);
        assert_eq!(offsets(&[Then, Now, Needed]), [0, 0, 1]);
        assert_eq!(offsets(&[Then, Now, Back]), [0, 0, -1]);
        assert_eq!(offsets(&[Needed, Other, Back]), [1, -1, 0]);
    }
}
