//! What is drawn: readings on a scale, in layers.

use crate::analysis::Mean;
use crate::domain::{Answer, Rating};

/// One reading of one item on one occasion, as the picture needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Reading {
    /// Not rated yet. Never the same as zero.
    #[default]
    Blank,
    /// The person said that the item does not apply.
    NotApplicable,
    /// The item did not exist at that occasion: nothing at all is drawn.
    Absent,
    /// A rating in the units of the [`Scale`](crate::domain::Scale); values outside it are drawn at its nearer end.
    Value(u8),
    /// The mean of several ratings, in the same units.
    Mean(f64),
}

impl Reading {
    /// What a rating is on a picture; `None` where the item was not there.
    pub fn of(rating: Option<&Rating>) -> Self {
        match rating.map(|rating| rating.answer) {
            None => Self::Absent,
            Some(Answer::Blank) => Self::Blank,
            Some(Answer::DoesNotApply) => Self::NotApplicable,
            Some(Answer::Value(value)) => Self::Value(value),
        }
    }

    /// A mean, where it speaks for the whole.
    pub fn of_mean(mean: Mean) -> Self {
        match mean.enough() {
            Some(mean) => Self::Mean(mean),
            None if mean.of == 0 => Self::NotApplicable,
            None => Self::Blank,
        }
    }

    /// The rating or mean, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(f64::from(value)),
            Self::Mean(mean) => Some(mean),
            Self::Blank | Self::NotApplicable | Self::Absent => None,
        }
    }
}

/// What a layer stands for; each has its own shape, so that colour is never needed to tell them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LayerStyle {
    /// The earlier occasion: hollow ring, dashed arc.
    Then,
    /// The later or only occasion: filled wedge, solid dot.
    Now,
    /// Where the person needs to be: hollow diamond, no line.
    Needed,
    /// Someone else's reading: solid square, no line.
    Other,
    /// Looking back: made later, of an earlier time: hollow triangle, dotted arc.
    Back,
}

/// One set of readings, one per spoke and in the order of the spokes; missing ones count as absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// What the layer stands for.
    pub style: LayerStyle,
    /// One reading per spoke.
    pub readings: Vec<Reading>,
}

impl Layer {
    /// The reading at a spoke; [`Reading::Absent`] when the layer is shorter than the wheel.
    pub fn reading(&self, spoke: usize) -> Reading {
        self.readings.get(spoke).copied().unwrap_or(Reading::Absent)
    }
}
