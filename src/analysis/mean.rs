//! Means that say what they rest on.

use crate::domain::Answer;

/// A mean of the numbers there are, with how many there are and how many there could be. What is blank or does not
/// apply is never counted as a number.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    sum: f64,
    /// How many numbers it rests on.
    pub n: usize,
    /// How many there could be: what was said not to apply is left out.
    pub of: usize,
}

impl Mean {
    /// The mean of what was answered.
    pub fn of_answers(answers: impl IntoIterator<Item = Answer>) -> Self {
        let applying = answers.into_iter().filter(|answer| *answer != Answer::DoesNotApply);
        Self::of_some(applying.map(|answer| answer.value().map(f64::from)))
    }

    /// The mean of the numbers that are there, of all that could be.
    pub fn of_some(numbers: impl IntoIterator<Item = Option<f64>>) -> Self {
        let mut mean = Self::default();
        for number in numbers {
            mean.of += 1;
            if let Some(number) = number {
                mean.sum += number;
                mean.n += 1;
            }
        }
        mean
    }

    /// The mean, not rounded; `None` when there is no number.
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| self.sum / self.n as f64)
    }

    /// The mean, where at least three quarters are answered: fewer do not speak for the whole.
    pub fn enough(self) -> Option<f64> {
        self.value().filter(|_| self.n * 4 >= self.of * 3)
    }
}

/// `number` with so many decimals, halves away from zero. Rounding is the last thing done: differences are taken first.
pub fn rounded(number: f64, decimals: u8) -> String {
    let unit = 10_f64.powi(i32::from(decimals));
    // A sum of tenths is a hair beside the half that it stands for.
    let nudged = number + 1e-9_f64.copysign(number);
    let whole = (nudged.abs() * unit).round() as u64;
    let (unit, sign) = (unit as u64, if number < 0.0 && whole > 0 { "−" } else { "" });
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    format!("{sign}{}.{:0width$}", whole / unit, whole % unit, width = usize::from(decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_are_rounded_away_from_zero_and_nothing_has_no_sign() {
        assert_eq!(rounded(4.25, 1), "4.3");
        assert_eq!(rounded(-4.25, 1), "−4.3");
        assert_eq!(rounded(3.55, 1), "3.6");
        assert_eq!(rounded(-0.04, 1), "0.0");
        assert_eq!(rounded(4.0, 1), "4.0");
        assert_eq!(rounded(2.5, 0), "3");
    }

    #[test]
    fn a_mean_speaks_for_the_whole_from_three_quarters_on() {
        let answers = |numbers: usize, blank: usize, not: usize| {
            let parts = [(Answer::Value(4), numbers), (Answer::Blank, blank), (Answer::DoesNotApply, not)];
            Mean::of_answers(parts.into_iter().flat_map(|(answer, count)| std::iter::repeat_n(answer, count)))
        };
        assert_eq!(answers(3, 1, 0).enough(), Some(4.0));
        assert_eq!(answers(2, 1, 0).enough(), None);
        assert_eq!(answers(2, 1, 0).value(), Some(4.0));
        assert_eq!(answers(3, 1, 5).of, 4);
        assert_eq!(answers(0, 2, 0).value(), None);
        assert_eq!(answers(0, 0, 3).enough(), None);
    }
}
