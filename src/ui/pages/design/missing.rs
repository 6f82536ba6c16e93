//! What an instrument still needs before it can be used, in one plain sentence.

use crate::domain::Instrument;
use crate::instruments::check;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// What is still missing, if anything is.
pub fn missing(form: &Instrument) -> Option<String> {
    check(form).err()?;
    let mut parts: Vec<&str> = needs(form).into_iter().map(t).collect();
    let Some(last) = parts.pop() else { return Some(t(Key::DesignNeedsOther).to_owned()) };
    let parts = if parts.is_empty() {
        last.to_owned()
    } else {
        tf(Key::DesignAnd, &[("some", &parts.join(", ")), ("last", last)])
    };
    Some(tf(Key::DesignNeeds, &[("parts", &parts)]))
}

fn needs(form: &Instrument) -> Vec<Key> {
    let unsaid = |text: &String| text.trim().is_empty();
    let is_chart = !form.is_audit();
    let all = [
        (unsaid(&form.about.title), Key::DesignNeedsTitle),
        (form.items.is_empty() && !is_chart, Key::DesignNeedsItem),
        (form.sections.iter().any(|section| unsaid(&section.name)), Key::DesignNeedsSections),
        (
            form.items.iter().any(|item| unsaid(&item.text)),
            if is_chart { Key::DesignNeedsAttributes } else { Key::DesignNeedsStatements },
        ),
        (form.prompts.iter().any(|prompt| unsaid(&prompt.text)), Key::DesignNeedsPrompts),
    ];
    all.into_iter().filter(|(needed, _)| *needed).map(|(_, key)| key).collect()
}
