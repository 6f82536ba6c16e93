//! What a person records, and the rules it keeps.
//!
//! Knows no web type, no clock, no randomness and no serialised form: dates and ids come in as
//! arguments. Every change to a [`Record`] goes through one of its verbs, which keep its invariants.

mod agreeing;
mod answer;
mod apply;
mod conversation;
mod edit;
mod giving;
mod id;
mod instrument;
mod item;
mod making;
mod merge;
mod months;
mod occasion;
mod on_paper;
mod parts;
mod record;
mod rules;
mod sitting;
mod stamps;
mod talk_form;
mod target;
mod under_way;
mod walk;
mod wishes;

pub use agreeing::KEPT_MONTHS;
pub use answer::{Answer, IMPORTANCE, Rating, Scale};
pub use conversation::{Conversation, ConversationEdit, Note};
pub use edit::Edit;
pub use giving::{Choice, Extra, Extras};
pub use id::{
    ConversationId, FormId, InstrumentId, ItemId, OccasionId, PromptId, QuestionId, RecordId, SectionId, TargetId,
};
pub use instrument::{AUDIT_ITEMS_MAX, About, Anchor, Direction, ITEMS_MAX, Instrument, Prompt, Section, Style};
pub use item::{Category, Item, ItemKind, Origin, Pole, Wording};
pub use making::{Making, Step, TalkPause};
pub use merge::{Came, Lost, Merged, merge, merge_since};
pub use months::months_later;
pub use occasion::{FOCUS_MAX, Kind, Moment, Occasion, Overall, Question, Rater, Reflection, Reply};
pub use on_paper::is_paper_day;
pub use record::{Record, SITTING_DAYS, STEADY_DAYS, TooManyItems};
pub use rules::Mended;
pub use sitting::Sitting;
pub use stamps::{Mark, STAMP_MAX, Stamp, Stamps};
pub use talk_form::{TalkForm, TalkQuestion};
pub use target::{EarlierTarget, Review, Status, Target};
pub use time::Date;
pub use walk::Stop;
pub use wishes::{Wish, Wishes};
