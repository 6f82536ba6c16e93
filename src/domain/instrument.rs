//! The blank form: a scale, its sections and items, and what else is asked.

use super::{InstrumentId, Item, PromptId, Scale, SectionId};

/// How many items a chart can carry at once; 8–12 is the guide.
pub const ITEMS_MAX: usize = 20;

/// How many items an audit can carry.
pub const AUDIT_ITEMS_MAX: usize = 100;

/// The form a record is made with. A record carries its own copy, so an old chart reads as it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// What it is, and where it comes from.
    pub about: About,
    /// How it is filled in.
    pub style: Style,
    /// Whether it is for pupils: no name is asked, nothing is kept or given back.
    pub pupils: bool,
    /// The numbers its items are rated with.
    pub scale: Scale,
    /// Words for some or all of the numbers.
    pub anchors: Vec<Anchor>,
    /// Which end is best.
    pub direction: Direction,
    /// Whether an item can be answered with "does not apply".
    pub may_not_apply: bool,
    /// The sections in their order; may be none.
    pub sections: Vec<Section>,
    /// The items in their order, set-aside ones included. Those of one section stand together.
    pub items: Vec<Item>,
    /// What is asked after the items.
    pub prompts: Vec<Prompt>,
}

/// What an instrument is, and where it comes from. All texts may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct About {
    /// The same through all versions.
    pub id: InstrumentId,
    /// From 1: a form that is changed after it was used becomes the next version.
    pub version: u32,
    /// Its name.
    pub title: String,
    /// One sentence: what it is for.
    pub purpose: String,
    /// What stands above the items.
    pub instruction: String,
    /// What to be careful about.
    pub caution: String,
    /// About how many minutes it takes; 0 where nobody has said.
    pub minutes: u8,
    /// For charts: "an excellent *what*?", filled in already.
    pub subject: String,
    /// What answers near the best end are called in the result, where "Your strengths" would not fit.
    pub near: String,
    /// What the other answers are called there.
    pub far: String,
    /// Whose it is, and what was repaired or adapted.
    pub source: String,
    /// Where it stands in the source.
    pub line: String,
    /// On what terms it may be used.
    pub licence: String,
}

/// How an instrument is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Attributes of one's own, with given ones if there are any, on a wheel.
    Chart,
    /// A fixed list, one item after the other.
    Audit,
}

/// Which end of a scale is best. Numbers are never flipped: only what is called better follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// The highest number.
    Higher,
    /// The lowest: "1 being very confident".
    Lower,
    /// The nearer to the level needed, the better.
    TowardNeeded,
}

/// The words for one number of a scale.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Anchor {
    /// The number.
    pub value: u8,
    /// The words.
    pub words: String,
}

/// Items that belong together.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Section {
    /// The same through every rewording.
    pub id: SectionId,
    /// Its name.
    pub name: String,
}

/// A question with an answer in words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prompt {
    /// The same through every rewording.
    pub id: PromptId,
    /// The question.
    pub text: String,
    /// How many entries it takes: 1 for a text, more for a list.
    pub entries: u8,
    /// What asks to put the entries in order; empty when they are only listed.
    pub rank: String,
}

impl Instrument {
    /// The form of a chart of one's own: no items yet, rated 0–10.
    pub fn own_chart() -> Self {
        Self {
            about: About { version: 1, ..About::default() },
            style: Style::Chart,
            pupils: false,
            scale: Scale::CONSTRUCT,
            anchors: Vec::new(),
            direction: Direction::Higher,
            may_not_apply: true,
            sections: Vec::new(),
            items: Vec::new(),
            prompts: Vec::new(),
        }
    }

    /// Whether its items are a fixed list.
    pub fn is_audit(&self) -> bool {
        self.style == Style::Audit
    }

    /// How many items it can carry at once.
    pub fn items_max(&self) -> usize {
        match self.style {
            Style::Chart => ITEMS_MAX,
            Style::Audit => AUDIT_ITEMS_MAX,
        }
    }

    /// Which end is best for `item`.
    pub fn direction_of(&self, item: &Item) -> Direction {
        item.direction.unwrap_or(self.direction)
    }

    /// The section called `id`.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == *id)
    }

    /// The section that `item` stands in.
    pub fn section_of(&self, item: &Item) -> Option<&Section> {
        self.section(item.section.as_ref()?)
    }

    /// The form's words for `value`, if it has any.
    pub fn words_for(&self, value: u8) -> Option<&str> {
        words_for(&self.anchors, value)
    }

    /// The items that take part in `section`, in order.
    pub fn items_in<'a>(&'a self, section: &'a SectionId) -> impl Iterator<Item = &'a Item> + Clone {
        self.items.iter().filter(move |item| item.is_active() && item.section.as_ref() == Some(section))
    }
}

/// The words that `anchors` has for `value`, unless they are empty.
fn words_for(anchors: &[Anchor], value: u8) -> Option<&str> {
    let anchor = anchors.iter().find(|anchor| anchor.value == value)?;
    Some(anchor.words.trim()).filter(|words| !words.is_empty())
}

impl Item {
    /// Its own words for `value`, if it has any.
    pub fn words_for(&self, value: u8) -> Option<&str> {
        words_for(&self.anchors, value)
    }
}
