//! A form that conversations are noted by.

use super::{FormId, QuestionId};

/// A form that conversations are noted by: questions, in their order. Day, partner, place, what was agreed, who does what
/// and when the next one is belong to any conversation, and to no form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkForm {
    /// Names the form through all its versions.
    pub id: FormId,
    /// Counts its changes, from 1.
    pub version: u32,
    /// What it is called.
    pub title: String,
    /// What it is for, in one or two sentences.
    pub purpose: String,
    /// How many items a conversation is about at most; 0 for any number.
    pub about_max: u8,
    /// Whether it is for a talk with somebody: a reflection is not.
    pub with_somebody: bool,
    /// What is asked.
    pub questions: Vec<TalkQuestion>,
    /// Where it comes from.
    pub source: String,
    /// Under which licence it stands.
    pub licence: String,
}

/// A question of such a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkQuestion {
    /// Names it within its form.
    pub id: QuestionId,
    /// What it stands under, such as "Student A"; may be empty.
    pub group: String,
    /// The question, or the name of a field.
    pub text: String,
    /// What helps to answer it; may be empty.
    pub hint: String,
}
