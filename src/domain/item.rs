//! What gets a rating.

use super::{Anchor, Date, Direction, ItemId, SectionId};

/// Anything that gets a rating: a construct with its two poles, or a statement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The same through every rewording and reordering.
    pub id: ItemId,
    /// Which of the two it is.
    pub kind: ItemKind,
    /// The section it stands in, where the form has sections.
    pub section: Option<SectionId>,
    /// The attribute, in the person's own words: the high pole. Or the statement.
    pub text: String,
    /// Its opposite: the low pole. Empty while not named.
    pub opposite: String,
    /// What one would see at the high end. For a statement: what says more about it.
    pub seen_high: String,
    /// What one would see at the low end.
    pub seen_low: String,
    /// Own words for the numbers, as the levels of a rubric have them; they come before the form's.
    pub anchors: Vec<Anchor>,
    /// Its own best end, when it is not the form's.
    pub direction: Option<Direction>,
    /// The level that the form suggests as needed.
    pub needed: Option<u8>,
    /// What is asked beside the number, such as evidence. When empty, a note is offered.
    pub question: String,
    /// Where it came from.
    pub origin: Origin,
    /// The kind of attribute, when it came from a prompt card.
    pub category: Option<Category>,
    /// The day it was set aside; it then takes part in no further occasion.
    pub set_aside: Option<Date>,
    /// How it read before, oldest first.
    pub earlier: Vec<Wording>,
}

impl Item {
    /// A new item of one's own with nothing but its name.
    pub fn new(id: ItemId, text: impl Into<String>, origin: Origin) -> Self {
        Self {
            id,
            kind: ItemKind::Construct,
            section: None,
            text: text.into(),
            opposite: String::new(),
            seen_high: String::new(),
            seen_low: String::new(),
            anchors: Vec::new(),
            direction: None,
            needed: None,
            question: String::new(),
            origin,
            category: None,
            set_aside: None,
            earlier: Vec::new(),
        }
    }

    /// Whether nothing is written about it.
    pub fn is_empty(&self) -> bool {
        [&self.text, &self.opposite, &self.seen_high, &self.seen_low].into_iter().all(|text| text.trim().is_empty())
    }

    /// Whether it still takes part.
    pub fn is_active(&self) -> bool {
        self.set_aside.is_none()
    }

    /// Whether its latest rewording still waits for "same thing" or "a different thing".
    pub fn asks_same_thing(&self) -> bool {
        self.earlier.last().is_some_and(|wording| !wording.settled && wording.is_replaced_in(self))
    }
}

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// Two poles, an attribute and its opposite.
    Construct,
    /// One statement.
    Statement,
}

/// An item's words before a rewording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wording {
    /// The attribute as it was.
    pub text: String,
    /// The opposite as it was.
    pub opposite: String,
    /// The day it was reworded.
    pub until: Date,
    /// Whether the person has said that it is still the same thing.
    pub settled: bool,
}

impl Wording {
    /// Whether `item` reads differently at a pole that was named: naming one for the first time takes nothing away
    /// that a rating was made against.
    pub fn is_replaced_in(&self, item: &Item) -> bool {
        let replaced = |before: &str, now: &str| !before.is_empty() && before != now;
        replaced(&self.text, &item.text) || replaced(&self.opposite, &item.opposite)
    }
}

/// An end of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pole {
    /// The attribute, at the top of the scale.
    Attribute,
    /// Its opposite, at the bottom.
    Opposite,
}

/// Where an item came from. Given ones are counted apart from own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// The person's own words.
    Own,
    /// Came with the form.
    Given,
    /// Taken from the ideas heard.
    Heard,
}

/// The seven kinds of attribute that teachers named (categories of the evaluation's Table 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Getting things done: planning, assessing, organising.
    Procedural,
    /// Oneself with others.
    Personal,
    /// Going on learning.
    Learner,
    /// One's subject: "teacher as musician" in the source.
    Subject,
    /// Beyond the classroom.
    WiderRole,
    /// What one expects of pupils.
    Expectations,
    /// What is taught and why.
    Curriculum,
}

impl Category {
    /// All seven, in the order of the source.
    pub const ALL: [Self; 7] = [
        Self::Procedural,
        Self::Personal,
        Self::Learner,
        Self::Subject,
        Self::WiderRole,
        Self::Expectations,
        Self::Curriculum,
    ];
}
