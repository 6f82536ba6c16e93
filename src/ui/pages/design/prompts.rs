//! The questions that are answered in words.

use leptos::prelude::*;

use super::draft::Draft;
use super::tool::Tool;
use crate::domain::{Prompt, PromptId};
use crate::instruments::{Change, limits};
use crate::platform;
use crate::ui::components::LineField;
use crate::ui::rows::rows;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// All questions, and the way to ask another.
#[component]
pub fn Prompts(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let ids = Memo::new(move |_| {
        draft.get().iter().flat_map(|form| form.prompts.iter().map(|prompt| prompt.id.clone())).collect::<Vec<_>>()
    });
    let add = move |_| {
        let prompt = PromptId::new(draft.fresh_part_id());
        platform::focus_field(&format!("[data-prompt='{prompt}']"));
        draft.change(Change::AddPrompt(prompt));
    };
    let card = move |id: String| view! { <PromptCard draft ids id=PromptId::new(id) /> }.into_any();
    view! {
        <section class="design-part">
            <h2>{t(Key::DesignPrompts)}</h2>
            <p class="soft">{t(Key::DesignPromptsLead)}</p>
            <div class="design-groups">
                {rows(move || ids.get().iter().map(ToString::to_string).collect(), card)}
            </div>
            {move || (ids.with(Vec::len) < limits::PROMPTS).then(|| view! {
                <button type="button" class="button quiet" data-add="prompt" on:click=add>{t(Key::DesignAddPrompt)}</button>
            })}
        </section>
    }
}

#[component]
fn PromptCard(draft: Draft, ids: Memo<Vec<PromptId>>, id: PromptId) -> impl IntoView {
    let name = id.to_string();
    let id = StoredValue::new(id);
    let prompt = Memo::new(move |_| {
        let (form, id) = (draft.get()?, id.try_get_value()?);
        form.prompts.iter().find(|prompt| prompt.id == id).cloned()
    });
    let at = Memo::new(move |_| ids.get().iter().position(|each| Some(each) == id.try_get_value().as_ref()));
    let numbered =
        move |key: Key| Signal::derive(move || tf(key, &[("number", &(at.get().unwrap_or_default() + 1).to_string())]));
    let text = move |of: fn(Prompt) -> String| Signal::derive(move || prompt.get().map(of).unwrap_or_default());
    let takes_many = Memo::new(move |_| prompt.get().is_some_and(|prompt| prompt.entries > 1));
    let remove = move |()| {
        platform::focus("[data-add='prompt']");
        draft.change(Change::RemovePrompt(id.get_value()));
    };
    view! {
        <div class="design-group design-section" data-prompt=name>
            <div class="design-section-head">
                <h3>{numbered(Key::DesignPrompt)}</h3>
                <Tool name="remove" label=numbered(Key::DesignPromptRemove) on_press=remove />
            </div>
            <LineField
                label=numbered(Key::DesignPrompt)
                quiet=true
                most=limits::TEXT
                value=text(|prompt| prompt.text)
                on_text=move |text| draft.change(Change::PromptText(id.get_value(), text))
            />
            <Entries prompt on_pick=move |entries| draft.change(Change::PromptEntries(id.get_value(), entries)) />
            {move || takes_many.get().then(|| view! {
                <LineField
                    label=t(Key::DesignPromptRank)
                    hint=t(Key::DesignPromptRankHint)
                    most=limits::LINE
                    value=text(|prompt| prompt.rank)
                    on_text=move |text| draft.change(Change::PromptRank(id.get_value(), text))
                />
            })}
        </div>
    }
}

/// One answer, or a list of up to so many.
#[component]
fn Entries(prompt: Memo<Option<Prompt>>, #[prop(into)] on_pick: Callback<u8>) -> impl IntoView {
    let chosen = Memo::new(move |_| prompt.get().map_or(1, |prompt| prompt.entries));
    let option = move |entries: u8| {
        let words = match entries {
            1 => t(Key::DesignAnswerOne).to_owned(),
            _ => tf(Key::DesignAnswerList, &[("n", &entries.to_string())]),
        };
        view! { <option value=entries prop:selected=move || chosen.get() == entries>{words}</option> }
    };
    let pick = move |entries: &str| {
        if let Ok(entries) = entries.parse() {
            on_pick.run(entries);
        }
    };
    view! {
        <label class="labelled">
            <span>{t(Key::DesignAnswers)}</span>
            <select class="field" on:change:target=move |event| pick(&event.target().value())>
                {(1..=limits::ENTRIES).map(option).collect_view()}
            </select>
        </label>
    }
}
