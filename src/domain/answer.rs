//! A rating and the words behind it.

/// The whole numbers an item can be rated with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Scale {
    /// The lowest rating: the opposite pole of a construct.
    pub min: u8,
    /// The highest rating: the attribute itself.
    pub max: u8,
}

impl Scale {
    /// 0–10, the scale of a construct chart (Appendix 9 of the evaluation; its 1–10 elsewhere is a slip).
    pub const CONSTRUCT: Self = Self { min: 0, max: 10 };

    /// Whether `value` lies on the scale.
    pub fn contains(self, value: u8) -> bool {
        (self.min..=self.max).contains(&value)
    }

    /// Number of steps from the lowest to the highest value, at least 1.
    pub fn steps(self) -> u8 {
        self.max.saturating_sub(self.min).max(1)
    }

    /// Steps above the lowest value, in `0..=steps()`: out-of-range values go to the nearer end.
    pub fn step(self, value: u8) -> u8 {
        value.saturating_sub(self.min).min(self.steps())
    }

    /// How many steps a value or a mean of values lies above the lowest, in `0..=steps()`.
    pub fn steps_up(self, value: f64) -> f64 {
        (value - f64::from(self.min)).clamp(0.0, f64::from(self.steps()))
    }

    /// The value `step` steps above the lowest, never above the highest.
    pub fn value(self, step: u8) -> u8 {
        self.min.saturating_add(step.min(self.steps()))
    }

    /// The step in the middle, when the number of steps is even: the ring drawn a little stronger.
    pub fn middle_step(self) -> Option<u8> {
        self.steps().is_multiple_of(2).then(|| self.steps() / 2)
    }

    /// How far from the best value still counts as high: a quarter of the way (8 of 0–10, 4 of 1–5, 2 where 1 of 5 is
    /// best), rounded down: of four numbers or fewer only the best one is.
    pub fn quarter(self) -> u8 {
        self.max.saturating_sub(self.min) / 4
    }
}

/// What a person answered for one item. Blank is never 0 and never counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// Not rated yet.
    #[default]
    Blank,
    /// The item does not apply to this person.
    DoesNotApply,
    /// A whole number on the instrument's scale.
    Value(u8),
}

impl Answer {
    /// The number, if there is one.
    pub fn value(self) -> Option<u8> {
        match self {
            Self::Value(value) => Some(value),
            Self::Blank | Self::DoesNotApply => None,
        }
    }

    /// Whether nothing has been said: neither a number nor that the item does not apply.
    pub fn is_open(self) -> bool {
        self == Self::Blank
    }
}

/// One item's rating on one occasion, with its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating {
    /// Where the person sees themself now.
    pub answer: Answer,
    /// Where they need to be, on the same scale.
    pub needed: Option<u8>,
    /// Why this rating.
    pub why: String,
    /// What it looks like, for example.
    pub example: String,
    /// How important it is, in [`IMPORTANCE`]; it only puts items in order.
    pub importance: Option<u8>,
    /// Whether the person's idea of the item has changed since the time before: the two numbers are then not on one
    /// yardstick.
    pub idea_changed: bool,
}

/// The range of importance.
pub const IMPORTANCE: Scale = Scale { min: 1, max: 5 };

impl Rating {
    /// Whether nothing at all has been said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What was said behind the number: the reason, the example, as far as there are any.
    pub fn words(&self) -> Vec<&str> {
        [&self.why, &self.example].into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_a_scale_is_whole_steps() {
        assert_eq!(Scale::CONSTRUCT.quarter(), 2);
        assert_eq!(Scale { min: 1, max: 5 }.quarter(), 1);
        assert_eq!(Scale { min: 1, max: 4 }.quarter(), 0);
        assert_eq!(Scale { min: 1, max: 3 }.quarter(), 0);
    }

    #[test]
    fn a_scale_counts_from_its_lowest_value() {
        let audit = Scale { min: 1, max: 5 };
        assert_eq!(audit.steps(), 4);
        assert_eq!(audit.step(1), 0);
        assert_eq!(audit.step(9), 4);
        assert_eq!(audit.value(2), 3);
        assert_eq!(audit.middle_step(), Some(2));
        assert_eq!(Scale::CONSTRUCT.middle_step(), Some(5));
    }

    #[test]
    fn a_scale_of_nothing_still_has_a_step() {
        assert_eq!(Scale { min: 3, max: 3 }.steps(), 1);
        assert_eq!(Scale { min: 9, max: 2 }.steps(), 1);
    }

    #[test]
    fn zero_is_a_value_and_blank_is_not() {
        assert_eq!(Answer::Value(0).value(), Some(0));
        assert_eq!(Answer::Blank.value(), None);
    }
}
