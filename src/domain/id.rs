//! Stable names of things: random text made outside the domain, never a position.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes an id made elsewhere as it is.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names an [`Instrument`](super::Instrument) through all its versions. Empty for a chart of one's own.
    InstrumentId,
    /// Names a [`Record`](super::Record).
    RecordId,
    /// Names an [`Item`](super::Item): the same through every rewording.
    ItemId,
    /// Names an [`Occasion`](super::Occasion).
    OccasionId,
    /// Names a [`Prompt`](super::Prompt).
    PromptId,
    /// Names a [`Section`](super::Section).
    SectionId,
    /// Names a [`Target`](super::Target).
    TargetId,
    /// Names a [`Conversation`](super::Conversation).
    ConversationId,
    /// Names a form that conversations are noted by. Empty for none.
    FormId,
    /// Names a question of such a form.
    QuestionId,
}
