//! How what is to be done and what was talked about comes into a record, and goes out of it.

use super::{Conversation, ConversationEdit, ConversationId, Date, ItemId, Record, Target, TargetId, months_later};

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
            self.conversations.push(conversation);
        }
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
