//! Everything that can be done to a record.

use super::{
    Answer, Category, ConversationEdit, ConversationId, Date, FormId, ItemId, Kind, Moment, OccasionId, Origin, Pole,
    PromptId, Question, Rater, Sitting, Status, Step, TalkPause, TargetId, Wish,
};

/// One change to a record: the whole vocabulary of editing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Answers "excellent what?".
    Subject(String),
    /// Names its owner.
    Owner(String),
    /// Says what stands for its owner in a course.
    Code(String),
    /// Says what the person wants.
    Wish(Wish, String),
    /// Says whether it is being made with others.
    WithOthers(bool),
    /// Closes a pause to talk.
    Talked(TalkPause),
    /// Notes the ideas heard, a line each.
    Ideas(Vec<String>),
    /// Remembers where the person is in the making.
    At(Step),
    /// Asks for one number for all before and after rating, or asks no more.
    AskOverall(bool),
    /// Adds an attribute at the end. The items of an audit stay as the form has them: this and the edits of items below
    /// change nothing there.
    AddItem {
        /// Its new id.
        item: ItemId,
        /// Its words.
        text: String,
        /// Where it comes from.
        origin: Origin,
        /// The kind of prompt card it answers.
        category: Option<Category>,
    },
    /// Changes an item's poles; once it has been rated, the words before are kept and the question asked.
    Reword {
        /// Which item.
        item: ItemId,
        /// The attribute.
        text: String,
        /// Its opposite.
        opposite: String,
    },
    /// "Same thing, better words": still compared.
    SameThing(ItemId),
    /// "A different thing": the old one is set aside with its old words, a new one takes its place.
    DifferentThing {
        /// The item that was reworded.
        item: ItemId,
        /// The id of the new one.
        new: ItemId,
    },
    /// Says what one would see at one end.
    Seen {
        /// Which item.
        item: ItemId,
        /// At which end.
        pole: Pole,
        /// The words.
        text: String,
    },
    /// Moves an active item to a position among the active ones.
    Move {
        /// Which item.
        item: ItemId,
        /// Where to, from 0.
        to: usize,
    },
    /// Takes an item off the chart: kept aside if it was rated on an earlier occasion, gone if not.
    RemoveItem(ItemId),
    /// Answers for an item.
    Rate {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The answer; a number off the scale changes nothing.
        answer: Answer,
    },
    /// Says why.
    Why {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The words.
        text: String,
    },
    /// Gives an example.
    Example {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The words.
        text: String,
    },
    /// Says where one needs to be.
    Needed {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// The level; off the scale changes nothing.
        level: Option<u8>,
    },
    /// Says how important it is.
    Importance {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// 1–5; outside that changes nothing.
        level: Option<u8>,
    },
    /// Says whether one's idea of an item has changed since the time before.
    IdeaChanged {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// Whether it has.
        on: bool,
    },
    /// Says where one worked and whom one had in mind.
    Context {
        /// On which occasion.
        occasion: OccasionId,
        /// The words.
        text: String,
    },
    /// Answers one of the questions that are asked when then and now stand side by side.
    Reflect {
        /// On which occasion, the later of the two.
        occasion: OccasionId,
        /// Which question.
        question: Question,
        /// The words.
        text: String,
    },
    /// Answers a prompt in words: one of its entries. Empty ones at the end are left out.
    Reply {
        /// On which occasion.
        occasion: OccasionId,
        /// Which prompt.
        prompt: PromptId,
        /// Which entry, from 0; one past the last adds one, more than the prompt takes changes nothing.
        at: usize,
        /// The words.
        text: String,
    },
    /// Puts an entry in its place, or takes the place away; the entry that had the place gets the other's.
    Rank {
        /// On which occasion.
        occasion: OccasionId,
        /// Which prompt.
        prompt: PromptId,
        /// Which entry, from 0.
        at: usize,
        /// The place, from 1.
        rank: Option<u8>,
    },
    /// Gives one number for all.
    Overall {
        /// On which occasion.
        occasion: OccasionId,
        /// Before or after rating.
        moment: Moment,
        /// The number; off the scale changes nothing.
        value: Option<u8>,
    },
    /// Marks what matters most, or takes the mark off; a fourth mark changes nothing.
    Matters {
        /// On which occasion.
        occasion: OccasionId,
        /// Which item.
        item: ItemId,
        /// Whether it is marked.
        on: bool,
    },
    /// Adds an empty target.
    AddTarget {
        /// Its new id.
        target: TargetId,
        /// The item it is for.
        item: Option<ItemId>,
    },
    /// "What do you want to improve?"
    TargetWhat {
        /// Which target.
        target: TargetId,
        /// The words.
        text: String,
    },
    /// "How are you going to develop this?": one of its ways. Empty ones at the end are left out.
    TargetHow {
        /// Which target.
        target: TargetId,
        /// Which way, from 0; a number past the last adds one.
        at: usize,
        /// The words.
        text: String,
    },
    /// From when.
    TargetFrom {
        /// Which target.
        target: TargetId,
        /// The day.
        day: Option<Date>,
    },
    /// What a target is for.
    TargetFor {
        /// Which target.
        target: TargetId,
        /// The item; none where it is for none of them.
        item: Option<ItemId>,
    },
    /// By when.
    TargetUntil {
        /// Which target.
        target: TargetId,
        /// The day.
        day: Option<Date>,
    },
    /// Who acts.
    TargetWho {
        /// Which target.
        target: TargetId,
        /// The words; none for the owner.
        text: String,
    },
    /// How far it is.
    TargetStatus {
        /// Which target.
        target: TargetId,
        /// How far.
        status: Status,
    },
    /// What was found when it was looked at. Empty ones at the end are left out.
    TargetReview {
        /// Which target.
        target: TargetId,
        /// Which of the reviews, from 0; a number past the last adds one, of today.
        at: usize,
        /// The words.
        text: String,
    },
    /// Takes a target away.
    RemoveTarget(TargetId),
    /// Adds an empty conversation of today.
    AddConversation {
        /// Its new id.
        conversation: ConversationId,
        /// The form it is noted by.
        form: FormId,
        /// What that form is called.
        title: String,
        /// Who writes.
        by: Rater,
    },
    /// Changes a conversation.
    Converse {
        /// Which conversation.
        conversation: ConversationId,
        /// The change.
        edit: ConversationEdit,
    },
    /// Adds an empty target that was agreed in a conversation.
    AddAgreed {
        /// Which conversation.
        conversation: ConversationId,
        /// Its new id.
        target: TargetId,
    },
    /// Takes a conversation away, with the targets that were agreed in it.
    RemoveConversation(ConversationId),
    /// Says what the owner calls the person they talk with.
    Companion(String),
    /// Keeps a chart of somebody else until this day; one before the day that was said changes nothing.
    KeepUntil(Date),
    /// When to look again.
    NextLook(Option<Date>),
    /// Begins to rate again. Where there is nothing to be asked, it changes nothing.
    StartOccasion {
        /// Its new id.
        occasion: OccasionId,
        /// What it asks.
        sitting: Sitting,
    },
    /// Says that the sitting under way was rated on paper, and on which day. Nothing has been rated in it here before; a
    /// day that no paper can be from changes nothing.
    OnPaper {
        /// Which occasion.
        occasion: OccasionId,
        /// The day it was rated.
        day: Date,
    },
    /// Says which of the times that follow each other an occasion was; no other can be made one, and none another.
    OccasionKind {
        /// Which occasion.
        occasion: OccasionId,
        /// What it was for.
        kind: Kind,
    },
    /// Looks at earlier values while rating.
    ShowEarlier(OccasionId),
    /// Finishes rating.
    Finish(OccasionId),
}

impl Edit {
    /// Whether this goes on with what `before` did (typing in one field), so that one undo takes back both.
    pub fn continues(&self, before: &Self) -> bool {
        match (self, before) {
            (Self::Subject(_), Self::Subject(_))
            | (Self::Owner(_), Self::Owner(_))
            | (Self::Code(_), Self::Code(_))
            | (Self::Companion(_), Self::Companion(_))
            | (Self::Ideas(_), Self::Ideas(_)) => true,
            (Self::Reword { item: a, .. }, Self::Reword { item: b, .. } | Self::AddItem { item: b, .. }) => a == b,
            (Self::Wish(one, _), Self::Wish(other, _)) => one == other,
            (Self::Seen { item: a, pole: end, .. }, Self::Seen { item: b, pole: other, .. }) => a == b && end == other,
            (Self::Why { occasion: o, item: a, .. }, Self::Why { occasion: p, item: b, .. })
            | (Self::Example { occasion: o, item: a, .. }, Self::Example { occasion: p, item: b, .. }) => {
                o == p && a == b
            }
            (Self::Context { occasion: o, .. }, Self::Context { occasion: p, .. })
            | (Self::OnPaper { occasion: o, .. }, Self::OnPaper { occasion: p, .. }) => o == p,
            (Self::Reflect { occasion: o, question: a, .. }, Self::Reflect { occasion: p, question: b, .. }) => {
                o == p && a == b
            }
            (Self::Reply { occasion: o, prompt: a, at, .. }, Self::Reply { occasion: p, prompt: b, at: other, .. }) => {
                o == p && a == b && at == other
            }
            (
                Self::TargetWhat { target: a, .. },
                Self::TargetWhat { target: b, .. }
                | Self::AddTarget { target: b, .. }
                | Self::AddAgreed { target: b, .. },
            )
            | (Self::TargetWho { target: a, .. }, Self::TargetWho { target: b, .. }) => a == b,
            (Self::TargetHow { target: a, at: i, .. }, Self::TargetHow { target: b, at: j, .. })
            | (Self::TargetReview { target: a, at: i, .. }, Self::TargetReview { target: b, at: j, .. }) => {
                a == b && i == j
            }
            (Self::Converse { conversation: a, edit: one }, Self::Converse { conversation: b, edit: other }) => {
                a == b && one.continues(other)
            }
            _ => false,
        }
    }

    /// Whether it changes the items themselves, and not what is said of them.
    pub fn changes_items(&self) -> bool {
        matches!(
            self,
            Self::AddItem { .. }
                | Self::Reword { .. }
                | Self::SameThing(_)
                | Self::DifferentThing { .. }
                | Self::Seen { .. }
                | Self::Move { .. }
                | Self::RemoveItem(_)
        )
    }

    /// Whether there is something to take back: finding one's place is not a change.
    pub fn can_be_undone(&self) -> bool {
        !matches!(self, Self::At(_) | Self::Talked(_) | Self::ShowEarlier(_) | Self::AddConversation { .. })
    }
}
