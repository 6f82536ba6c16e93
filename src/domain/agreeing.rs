//! How what is to be done and what was talked about comes into a record, and goes out of it.

use super::{
    Conversation, ConversationEdit, ConversationId, Date, ItemId, Occasion, Rater, Record, Target, TargetId,
    months_later,
};

/// For how many months what is somebody else's is kept, unless it is kept on (design: asked, never silent).
pub const KEPT_MONTHS: u8 = 12;

impl Record {
    /// Adds an empty target.
    pub(super) fn add_target(&mut self, id: TargetId, item: Option<ItemId>, today: Date) {
        if self.target(&id).is_none() {
            let item = item.filter(|item| self.item(item).is_some());
            self.targets.push(Target::new(id, item, None, today));
        }
    }

    /// Takes out what was begun and left empty, and in which nothing was agreed.
    pub(super) fn drop_empty_conversations(&mut self) {
        let agreed = |id: &ConversationId| self.targets.iter().any(|it| it.conversation.as_ref() == Some(id));
        self.conversations.retain(|each| !each.is_empty() || agreed(&each.id));
    }

    /// Adds a conversation.
    pub(super) fn add_conversation(&mut self, conversation: Conversation) {
        if self.conversation(&conversation.id).is_none() {
            self.drop_empty_conversations();
            self.note_here(conversation.id.as_str());
            self.conversations.push(conversation);
        }
    }

    /// Remembers that something was begun here, where the record is somebody else's.
    pub(super) fn note_here(&mut self, id: &str) {
        if self.held_since.is_some() {
            self.noted_here.insert(id.to_owned());
        }
    }

    /// Whether a conversation is for whoever has it here to change: of somebody else's record, one begun here.
    pub fn is_ours(&self, conversation: &Conversation) -> bool {
        match self.held_since {
            None => conversation.by == Rater::Me,
            Some(_) => self.noted_here.contains(conversation.id.as_str()),
        }
    }

    /// The occasions on which somebody else's record was rated here.
    pub fn views_from_here(&self) -> impl Iterator<Item = &Occasion> {
        self.all_occasions().filter(|on| self.noted_here.contains(on.id.as_str()))
    }

    /// Changes a conversation. It can be about the items there are, and no others.
    pub(super) fn converse(&mut self, id: &ConversationId, edit: ConversationEdit) {
        if matches!(&edit, ConversationEdit::About(item, _) if self.item(item).is_none()) {
            return;
        }
        if let Some(conversation) = self.conversations.iter_mut().find(|each| each.id == *id) {
            conversation.change(edit);
        }
    }

    /// Adds an empty target that was agreed in a conversation.
    pub(super) fn add_agreed(&mut self, id: &ConversationId, target: TargetId, today: Date) {
        if self.target(&target).is_none() && self.conversation(id).is_some() {
            self.targets.push(Target::new(target, None, Some(id.clone()), today));
        }
    }

    /// Takes a conversation out, and what was agreed in it.
    pub(super) fn remove_conversation(&mut self, id: &ConversationId) {
        self.conversations.retain(|each| each.id != *id);
        self.targets.retain(|target| target.conversation.as_ref() != Some(id));
    }

    /// The day by which it is deleted, or kept on, where it is somebody else's: [`KEPT_MONTHS`] after it came, unless
    /// another was said.
    pub fn kept_until(&self) -> Option<Date> {
        self.held_since.and_then(|since| self.keep_until.or_else(|| months_later(since, KEPT_MONTHS)))
    }

    /// Keeps what is somebody else's until a later day than was said before.
    pub(super) fn keep_on(&mut self, until: Date) {
        if self.held_since.is_some() {
            self.keep_until = self.kept_until().max(Some(until));
        }
    }

    /// Says which item a target is for: one that there is, or none.
    pub(super) fn aim_target(&mut self, id: &TargetId, item: Option<ItemId>) {
        let item = item.filter(|item| self.item(item).is_some());
        self.with_target(id, |target| target.item = item);
    }

    /// Changes how a target reads.
    pub(super) fn reword_target(&mut self, id: &TargetId, today: Date, change: impl FnOnce(&mut Target)) {
        let looked = self.last_looked();
        self.with_target(id, |target| target.reword(today, looked, change));
    }

    /// Changes a target, but for how it reads.
    pub(super) fn with_target(&mut self, id: &TargetId, change: impl FnOnce(&mut Target)) {
        if let Some(target) = self.targets.iter_mut().find(|target| target.id == *id) {
            change(target);
        }
    }
}
