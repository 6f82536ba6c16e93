//! Wordings that ask the same twice.

use crate::domain::{Instrument, ItemId};

/// The items that read the same as one before them: letters and digits alone count.
pub fn alike(form: &Instrument) -> Vec<ItemId> {
    let plain = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
    };
    let texts: Vec<String> = form.items.iter().map(|item| plain(&item.text)).collect();
    let repeats = |(at, _): &(usize, &crate::domain::Item)| {
        texts.get(*at).is_some_and(|text| !text.is_empty() && texts.iter().take(*at).any(|before| before == text))
    };
    form.items.iter().enumerate().filter(repeats).map(|(_, item)| item.id.clone()).collect()
}
