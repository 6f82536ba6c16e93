//! What a talk was about.

use leptos::prelude::*;

use super::note::Note;
use super::questions::FormOf;
use crate::domain::{ConversationEdit, Item, ItemId};
use crate::ui::components::{CheckBox, Disclosure};
use crate::ui::say::{item_words, t, text_of, tn};
use crate::words::Key;

/// The attributes or statements it was about, named; folded, all there are to be marked.
#[component]
pub fn About(note: Note) -> impl IntoView {
    let Some(chart) = note.chart.peek() else { return ().into_any() };
    let items: Vec<Item> = chart.items().cloned().collect();
    if items.is_empty() {
        return ().into_any();
    }
    let is_audit = chart.is_audit();
    let form = FormOf::fetch(note);
    let about = Memo::new(move |_| note.now.with(|now| now.as_ref().map(|now| now.about.clone()).unwrap_or_default()));
    let most = Memo::new(move |_| form.with(|form| usize::from(form.about_max)));
    let is_full = move || most.get() > 0 && about.with(Vec::len) >= most.get();
    let all = items.clone();
    let summary = Signal::derive(move || {
        let named = about.with(|about| {
            let of = |id: &ItemId| all.iter().find(|item| item.id == *id).map(text_of);
            about.iter().filter_map(of).collect::<Vec<_>>()
        });
        if named.is_empty() { t(Key::TalkAbout).to_owned() } else { named.join(" · ") }
    });
    let row = move |item: Item| {
        let label = if is_audit { item_words(&item) } else { text_of(&item) };
        let id = StoredValue::new(item.id);
        let checked = Signal::derive(move || about.with(|about| about.contains(&id.get_value())));
        let mark = move |on: bool| note.edit(ConversationEdit::About(id.get_value(), on));
        // What is marked can always be taken off.
        let shut = move || is_full() && !checked.get();
        view! { <li class:shut=shut><CheckBox label checked on_change=move |on| if !shut() { mark(on) } /></li> }
    };
    let rows = items.into_iter().map(row).collect_view();
    view! {
        <Disclosure summary>
            {move || (most.get() > 0).then(|| view! { <p class="soft">{tn(Key::TalkAboutMost, most.get())}</p> })}
            <ul class="marks">{rows}</ul>
        </Disclosure>
    }
    .into_any()
}
