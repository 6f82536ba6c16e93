//! What comes of it: all that was agreed, what to think about, and the day of the next talk.

use leptos::prelude::*;

use super::Fields;
use super::talk::{Part, Talk};
use crate::codec::{iso, parse_iso};
use crate::domain::{Conversation, ConversationEdit};
use crate::platform::day_long;
use crate::state::Route;
use crate::ui::say::t;
use crate::words::Key;

/// All that was noted, and when to talk again.
#[component]
pub fn Closing(
    /// The talk.
    talk: Talk,
) -> impl IntoView {
    let record = StoredValue::new(talk.chart.id());
    let note = Memo::new(move |_| talk.note());
    let nothing = Memo::new(move |_| note.with(|note| note.as_ref().is_none_or(|note| note.notes.is_empty())));
    let next = move || note.with(|note| note.as_ref().and_then(|note| note.next));
    let id = Memo::new(move |_| note.with(|note| note.as_ref().map(|note| note.id.clone())));
    let full = move || {
        let conversation = id.get()?;
        let route = Route::Talk { record: record.get_value(), conversation };
        Some(view! { <a class="button quiet" href=route.to_hash()>{t(Key::TogetherFull)}</a> })
    };
    view! {
        <h2 tabindex="-1" class="stop-heading">{t(Key::TogetherClosing)}</h2>
        {move || nothing.get().then(|| view! { <p>{t(Key::TogetherNothing)}</p> })}
        {Part::ALL.map(|part| move || note.with(|note| note.as_ref().map(|note| noted(note, part))))}
        <Fields>
            <label class="labelled together-next">
                <span>{t(Key::ConversationNext)}</span>
                <input
                    class="field"
                    type="date"
                    min=iso(talk.today())
                    prop:value=move || next().map(iso).unwrap_or_default()
                    on:change:target=move |event| {
                        talk.edit(ConversationEdit::Next(parse_iso(&event.target().value())));
                    }
                />
            </label>
        </Fields>
        <p role="status">{move || next().map(day_long)}</p>
        <div class="actions">{full}</div>
        <p class="soft">{t(Key::TogetherSendBack)}</p>
    }
}

/// What was noted under one of the questions, item by item.
fn noted(note: &Conversation, part: Part) -> AnyView {
    let here = note.notes.iter().filter(|each| note.about.iter().any(|item| part.question(item) == each.question));
    let said: Vec<(String, String)> = here.map(|each| (each.group.clone(), each.text.clone())).collect();
    let whole = Some(note.agreed.trim().to_owned()).filter(|text| part == Part::Agreed && !text.is_empty());
    if said.is_empty() && whole.is_none() {
        return ().into_any();
    }
    let one = |(group, text): (String, String)| view! { <dt>{group}</dt><dd>{text}</dd> };
    view! {
        <section class="together-noted">
            <h3>{t(part.asked())}</h3>
            <dl>{said.into_iter().map(one).collect_view()}</dl>
            {whole.map(|text| view! { <p>{text}</p> })}
        </section>
    }
    .into_any()
}
