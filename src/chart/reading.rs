//! What is drawn: readings on a scale, in layers.

/// One reading of one item on one occasion, as the picture needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Reading {
    /// Not rated yet. Never the same as zero.
    #[default]
    Blank,
    /// The person said that the item does not apply.
    NotApplicable,
    /// The item did not exist at that occasion: nothing at all is drawn.
    Absent,
    /// A rating in the units of the [`Scale`]; values outside it are drawn at its nearer end.
    Value(u8),
}

impl Reading {
    /// The rating, if there is one.
    pub fn value(self) -> Option<u8> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::NotApplicable | Self::Absent => None,
        }
    }
}

/// The scale of a picture: whole numbers from `min` to `max`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// The lowest value: the hub of a wheel, the left end of a row.
    pub min: u8,
    /// The highest value: the rim of a wheel, the right end of a row.
    pub max: u8,
}

impl Scale {
    /// 0 to 10, the scale of a construct chart.
    pub const CHART: Self = Self { min: 0, max: 10 };

    /// Number of steps from the lowest to the highest value, at least 1.
    pub fn steps(self) -> u8 {
        self.max.saturating_sub(self.min).max(1)
    }

    /// Steps above the lowest value, in `0..=steps()`: out-of-range values go to the nearer end.
    pub fn step(self, value: u8) -> u8 {
        value.saturating_sub(self.min).min(self.steps())
    }

    /// The value `step` steps above the lowest, never above the highest.
    pub fn value(self, step: u8) -> u8 {
        self.min.saturating_add(step.min(self.steps()))
    }

    /// The step in the middle, when the number of steps is even: the ring drawn a little stronger.
    pub fn middle_step(self) -> Option<u8> {
        self.steps().is_multiple_of(2).then(|| self.steps() / 2)
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
}

/// One set of readings, one per spoke and in the order of the spokes; missing ones count as absent.
#[derive(Clone, Debug, PartialEq, Eq)]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_counts_from_its_lowest_value() {
        let audit = Scale { min: 1, max: 5 };
        assert_eq!(audit.steps(), 4);
        assert_eq!(audit.step(1), 0);
        assert_eq!(audit.step(9), 4);
        assert_eq!(audit.value(2), 3);
        assert_eq!(audit.middle_step(), Some(2));
        assert_eq!(Scale::CHART.middle_step(), Some(5));
    }

    #[test]
    fn a_scale_of_nothing_still_has_a_step() {
        assert_eq!(Scale { min: 3, max: 3 }.steps(), 1);
        assert_eq!(Scale { min: 9, max: 2 }.steps(), 1);
    }
}
