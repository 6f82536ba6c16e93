//! What the person wants from all this, for those who pair people or read a page about them.

/// What the person wants, in their own words. All may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wishes {
    /// What they want to get out of it.
    pub aim: String,
    /// What they would like to work on with a partner.
    pub area: String,
    /// When they can meet.
    pub times: String,
    /// In which kind of school.
    pub school: String,
}

/// One of the [`Wishes`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// What to get out of it.
    Aim,
    /// What to work on.
    Area,
    /// When to meet.
    Times,
    /// In which kind of school.
    School,
}

impl Wish {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Aim, Self::Area, Self::Times, Self::School];
}

impl Wishes {
    /// What was said to one of them.
    pub fn said(&self, wish: Wish) -> &str {
        match wish {
            Wish::Aim => &self.aim,
            Wish::Area => &self.area,
            Wish::Times => &self.times,
            Wish::School => &self.school,
        }
    }

    /// Where the answer to one of them is kept.
    pub(super) fn answer_mut(&mut self, wish: Wish) -> &mut String {
        match wish {
            Wish::Aim => &mut self.aim,
            Wish::Area => &mut self.area,
            Wish::Times => &mut self.times,
            Wish::School => &mut self.school,
        }
    }

    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        Wish::ALL.into_iter().all(|wish| self.said(wish).trim().is_empty())
    }
}
