//! The ways in which a record is given.

use crate::domain::{Choice, Extra, Extras, Occasion, Record};

/// What a record is made into when it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A picture of how things stand.
    Wheel,
    /// A picture of then and now.
    Change,
    /// A picture of all times.
    Lines,
    /// One page with everything: wheel, numbers, words, targets.
    Sheet,
    /// A page for a line manager: strengths first, then what matters most.
    Summary,
    /// A card for whoever brings people together.
    Card,
    /// The form without any answers, to be filled in by hand.
    Blank,
    /// A table with a row for each rating.
    Rows,
    /// A table of two times side by side.
    SideBySide,
    /// A repertory grid, for research.
    Grid,
    /// A file that Roundel opens.
    File,
    /// A link, and its code to scan.
    Link,
    /// A link to the form without any answers.
    BlankLink,
    /// A link with the answers for a course, under a code instead of a name.
    Answers,
    /// A link to a blank copy, to be rated by somebody else and sent back.
    AskView,
    /// A link with what somebody else has rated, back to the owner.
    View,
}

/// Formats that come out in the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// A picture.
    Picture,
    /// A page on paper.
    Page,
    /// A table.
    Table,
    /// A file.
    File,
    /// A link and its code.
    Link,
}

impl Family {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Picture, Self::Page, Self::Table, Self::File, Self::Link];
}

impl Format {
    /// All of them with the names by which they are known outside of the code; those of a family in the order in which
    /// they are offered.
    const ALL: [(&str, Self); 16] = [
        ("wheel", Self::Wheel),
        ("change", Self::Change),
        ("lines", Self::Lines),
        ("sheet", Self::Sheet),
        ("summary", Self::Summary),
        ("card", Self::Card),
        ("blank", Self::Blank),
        ("rows", Self::Rows),
        ("side-by-side", Self::SideBySide),
        ("grid", Self::Grid),
        ("file", Self::File),
        ("link", Self::Link),
        ("blank-link", Self::BlankLink),
        ("answers", Self::Answers),
        ("ask-view", Self::AskView),
        ("view", Self::View),
    ];

    /// The format called `name`.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(each, _)| *each == name).map(|(_, format)| format)
    }

    /// What it is called in an address and among the settings.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, each)| *each == self).map_or("", |(name, _)| name)
    }

    /// Which family it is of.
    pub fn family(self) -> Family {
        match self {
            Self::Wheel | Self::Change | Self::Lines => Family::Picture,
            Self::Sheet | Self::Summary | Self::Card | Self::Blank => Family::Page,
            Self::Rows | Self::SideBySide | Self::Grid => Family::Table,
            Self::File => Family::File,
            Self::Link | Self::BlankLink | Self::Answers | Self::AskView | Self::View => Family::Link,
        }
    }

    /// Those of `family` that `record` can be made into.
    pub fn of(family: Family, record: &Record) -> Vec<Self> {
        let of_it = Self::ALL.into_iter().map(|(_, format)| format).filter(|format| format.family() == family);
        of_it.filter(|format| format.suits(record)).collect()
    }

    /// Whether there is anything to be made of `record`.
    fn suits(self, record: &Record) -> bool {
        match self {
            Self::Wheel | Self::Sheet | Self::File | Self::Link => true,
            Self::Change | Self::Lines | Self::SideBySide => record.comparable().len() > 1,
            Self::Summary | Self::Card | Self::Answers => record.first().is_some(),
            Self::Blank | Self::BlankLink | Self::Rows => record.items().next().is_some(),
            Self::Grid => record.first().is_some() && !record.is_audit(),
            Self::AskView => record.held_since.is_none() && record.items().next().is_some(),
            Self::View => record.views_from_here().next().is_some(),
        }
    }

    /// Whether it carries nothing but the form.
    pub fn is_blank(self) -> bool {
        matches!(self, Self::Blank | Self::BlankLink)
    }

    /// What can be chosen to go with the numbers; of the formats not named here, all.
    pub fn extras(self) -> Extras {
        let chosen: &[Extra] = match self {
            Self::AskView => &[Extra::Name],
            Self::View => &[Extra::Reasons, Extra::Examples],
            _ => &Extra::ALL,
        };
        chosen.iter().copied().collect()
    }

    /// Whether it is for the person to choose which of the times are given.
    pub fn chooses_times(self) -> bool {
        !matches!(self, Self::AskView | Self::View)
    }

    /// What is left out of `record` in any case, and what `choice` leaves out besides: a blank copy holds nothing that
    /// anybody has rated, and what somebody else sends back nothing of the owner's.
    pub fn leaves_out(self, mut choice: Choice, record: &Record) -> Choice {
        if self.chooses_times() {
            return choice;
        }
        let chosen = self.extras();
        for extra in Extra::ALL.into_iter().filter(|extra| !chosen.has(*extra)) {
            choice.without.set(extra, true);
        }
        choice.without.set(Extra::Others, self == Self::AskView);
        let goes = |on: &Occasion| self == Self::View && record.views_from_here().any(|view| view.id == on.id);
        let times = record.all_occasions().filter(|on| !goes(on));
        choice.without_times = times.map(|on| on.id.clone()).collect();
        choice
    }

    /// What goes with the numbers as long as the person has not said otherwise: never what others said or what is
    /// private, and a name or a code but not both. A link, which anyone may read, carries no words but those of the form;
    /// but one with what somebody else has rated is for its owner, and is hardly worth talking about without.
    pub fn usual_choice(self) -> Choice {
        let without: &[Extra] = match self {
            Self::Link => &[
                Extra::Code,
                Extra::Reasons,
                Extra::Examples,
                Extra::Targets,
                Extra::Notes,
                Extra::Conversations,
                Extra::Private,
                Extra::Others,
            ],
            Self::Answers => &[
                Extra::Name,
                Extra::Reasons,
                Extra::Examples,
                Extra::Needed,
                Extra::Targets,
                Extra::Notes,
                Extra::Conversations,
                Extra::Private,
                Extra::Others,
            ],
            Self::AskView => &[Extra::Name],
            Self::View => &[],
            _ => &[Extra::Code, Extra::Private, Extra::Others],
        };
        Choice { without: without.iter().copied().collect(), ..Choice::default() }
    }

    /// The same for somebody else's chart, which goes back to them: how one sees it is what they wait for.
    pub fn usual_answer(self) -> Choice {
        let mut choice = self.usual_choice();
        choice.without.set(Extra::Others, false);
        choice
    }
}
