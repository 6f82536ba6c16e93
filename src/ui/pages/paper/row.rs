//! One line of the paper: the item with its number on the printed form, and a field for what stands beside it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::still_open::OppositeField;
use super::typing::Typing;
use crate::domain::{Answer, ItemId};
use crate::platform;
use crate::ui::chart_handle::Entry;
use crate::ui::components::TextField;
use crate::ui::say::{opposite_of, t, text_of, tf};
use crate::words::Key;

/// The most signs a field takes: more than any number has, so that a wrong one can be seen.
const SIGNS_MAX: usize = 4;

/// Stands for what does not apply.
const DASH: &str = "–";

/// The item, its number and, folded, why.
#[component]
pub fn Row(
    /// The paper.
    typing: Typing,
    /// Which item.
    item: ItemId,
    /// Its number on the printed form, from 1.
    place: usize,
) -> impl IntoView {
    let entry = typing.entry(item.clone());
    let now = Memo::new(move |_| entry.item());
    let text = Signal::derive(move || now.get().as_ref().map(text_of).unwrap_or_default());
    // Whoever made the chart on paper has the opposites there as well.
    let to_name =
        typing.making && now.with_untracked(|item| item.as_ref().is_some_and(|it| it.opposite.trim().is_empty()));
    let opposite = if to_name {
        view! { <OppositeField chart=typing.chart item /> }.into_any()
    } else {
        view! { <span class="soft">{move || now.get().as_ref().map(opposite_of)}</span> }.into_any()
    };
    let noted = !untrack(|| entry.rating()).why.is_empty();
    view! {
        <li class="typed-row">
            <span class="item-number">{place}</span>
            <div class="typed-words">
                <strong>{text}</strong>
                {opposite}
            </div>
            <NumberField typing entry text place />
            <details class="disclosure typed-why" open=noted>
                <summary>{t(Key::WhyOnly)}<span class="visually-hidden">{move || text.get()}</span></summary>
                <TextField
                    label=move || [t(Key::WhyOnly), " ", &text.get()].concat()
                    quiet=true
                    long=true
                    value=Signal::derive(move || entry.rating().why)
                    on_text=move |text| {
                        typing.begin();
                        entry.say_why(text);
                    }
                />
            </details>
        </li>
    }
}

/// A number of the scale, or nothing. What is neither stands in the field and is not taken.
#[component]
fn NumberField(typing: Typing, entry: Entry, text: Signal<String>, place: usize) -> impl IntoView {
    let form = StoredValue::new(typing.chart.peek().map(|chart| chart.instrument.clone()));
    let answer = Memo::new(move |_| entry.rating().answer);
    let wrong = RwSignal::new(None::<String>);
    let shown = move || {
        wrong.get().unwrap_or_else(|| match answer.get() {
            Answer::Value(value) => value.to_string(),
            Answer::DoesNotApply => DASH.to_owned(),
            Answer::Blank => String::new(),
        })
    };
    let rate = move |answer: Answer| {
        if answer != Answer::Blank {
            typing.begin();
        }
        entry.rate(answer);
    };
    let write = move |text: String| {
        let typed = form.with_value(|form| form.as_ref().and_then(|form| form.typed(&text)));
        wrong.set(typed.is_none().then_some(text));
        // Half of a number is none either.
        rate(typed.unwrap_or_default());
    };
    let entered = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            platform::focus(format!("[data-place='{}'], .page-foot .primary", place + 1));
        }
    };
    let scale = typing.chart.scale();
    let (min, max) = (scale.min.to_string(), scale.max.to_string());
    let label = {
        let (min, max) = (min.clone(), max.clone());
        move || tf(Key::PaperNumber, &[("text", &text.get()), ("min", &min), ("max", &max)])
    };
    let says = move || wrong.get().map(|_| tf(Key::PaperWrong, &[("min", &min), ("max", &max)]));
    let id = format!("typed-wrong-{place}");
    let dash = form.with_value(|form| form.as_ref().is_some_and(|form| form.may_not_apply)).then(|| {
        let is = move || answer.get() == Answer::DoesNotApply;
        let turn = move |_| {
            wrong.set(None);
            rate(if untrack(is) { Answer::Blank } else { Answer::DoesNotApply });
        };
        view! {
            <button
                type="button"
                class="typed-dash"
                aria-label=move || tf(Key::PaperDashLabel, &[("text", &text.get())])
                aria-pressed=move || if is() { "true" } else { "false" }
                on:click=turn
            >{DASH}</button>
        }
    });
    view! {
        <div class="typed-answer">
            <input
                class="field typed-number"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                enterkeyhint="next"
                maxlength=SIGNS_MAX
                data-place=place
                aria-label=label
                aria-invalid=move || wrong.get().map(|_| "true")
                aria-describedby=id.clone()
                prop:value=shown
                on:input:target=move |event| write(event.target().value())
                on:keydown=entered
            />
            {dash}
        </div>
        <p id=id class="fault typed-wrong" role="alert">{says}</p>
    }
}
