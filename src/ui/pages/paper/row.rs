//! One line of the paper: the item with its number on the printed form, and a field for what stands beside it.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::still_open::OppositeField;
use super::typing::Typing;
use crate::domain::{Answer, ItemId};
use crate::platform;
use crate::ui::chart_handle::Entry;
use crate::ui::components::TextField;
use crate::ui::say::{t, text_of, tf};
use crate::words::Key;

/// The most signs a field takes: more than any number has, so that a wrong one can be seen.
const SIGNS_MAX: usize = 4;

/// Stands for what does not apply.
const DASH: &str = "–";

/// One item on the paper: its entry, and what stands in its field that is no answer.
#[derive(Clone, Copy)]
struct Line {
    typing: Typing,
    entry: Entry,
    /// Its number on the printed form, from 1.
    place: usize,
    text: Signal<String>,
    answer: Memo<Answer>,
    wrong: RwSignal<Option<String>>,
}

impl Line {
    fn of(typing: Typing, entry: Entry, place: usize) -> Self {
        let text = Signal::derive(move || entry.item().as_ref().map(text_of).unwrap_or_default());
        let answer = Memo::new(move |_| entry.rating().answer);
        Self { typing, entry, place, text, answer, wrong: RwSignal::new(None) }
    }

    /// Takes an answer, which makes good whatever was wrong before.
    fn rate(self, answer: Answer) {
        self.wrong.set(None);
        if answer != Answer::Blank {
            self.typing.begin();
        }
        self.entry.rate(answer);
    }

    /// Takes what is typed. Half of a number is none either.
    fn write(self, text: String) {
        let form = self.typing.chart.peek();
        let typed = form.and_then(|chart| chart.instrument.typed(&text));
        self.rate(typed.unwrap_or_default());
        self.wrong.set(typed.is_none().then_some(text));
    }

    fn say_why(self, text: String) {
        self.typing.begin();
        self.entry.say_why(text);
    }
}

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
    let line = Line::of(typing, entry, place);
    let opposite = Memo::new(move |_| entry.item().map(|item| item.opposite).unwrap_or_default());
    // Whoever made the chart on paper has the opposites there as well.
    let opposite = if typing.making && opposite.with_untracked(|opposite| opposite.trim().is_empty()) {
        view! { <OppositeField chart=typing.chart item /> }.into_any()
    } else {
        view! { <span class="soft">{opposite}</span> }.into_any()
    };
    let noted = !untrack(|| entry.rating()).why.is_empty();
    let may_not_apply = typing.chart.peek().is_some_and(|chart| chart.instrument.may_not_apply);
    view! {
        <li class="typed-row">
            <span class="item-number">{place}</span>
            <div class="typed-words">
                <strong>{line.text}</strong>
                {opposite}
            </div>
            <NumberField line />
            <details class="disclosure typed-why" open=noted>
                <summary>{t(Key::WhyOnly)}<span class="visually-hidden">" "{line.text}</span></summary>
                <TextField
                    label=move || [t(Key::WhyOnly), " ", &line.text.get()].concat()
                    quiet=true
                    long=true
                    value=Signal::derive(move || entry.rating().why)
                    on_text=move |text| line.say_why(text)
                />
            </details>
            {may_not_apply.then(|| view! { <NotMine line /> })}
        </li>
    }
}

/// A number of the scale, or nothing. What is neither stands in the field, is said, and is not taken.
#[component]
fn NumberField(line: Line) -> impl IntoView {
    let shown = move || {
        line.wrong.get().unwrap_or_else(|| match line.answer.get() {
            Answer::Value(value) => value.to_string(),
            Answer::DoesNotApply => DASH.to_owned(),
            Answer::Blank => String::new(),
        })
    };
    let entered = move |event: KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            platform::focus(format!("[data-place='{}'], .page-foot .primary", line.place + 1));
        }
    };
    let scale = line.typing.chart.scale();
    let (min, max) = (scale.min.to_string(), scale.max.to_string());
    let label = {
        let (min, max) = (min.clone(), max.clone());
        move || tf(Key::PaperNumber, &[("text", &line.text.get()), ("min", &min), ("max", &max)])
    };
    let is_wrong = Memo::new(move |_| line.wrong.with(Option::is_some));
    let says = move || is_wrong.get().then(|| tf(Key::PaperWrong, &[("min", &min), ("max", &max)]));
    let id = format!("typed-wrong-{}", line.place);
    view! {
        <input
            class="field typed-number"
            type="text"
            inputmode="numeric"
            autocomplete="off"
            enterkeyhint="next"
            maxlength=SIGNS_MAX
            data-place=line.place
            aria-label=label
            aria-invalid=move || is_wrong.get().then_some("true")
            aria-describedby=id.clone()
            prop:value=shown
            on:input:target=move |event| line.write(event.target().value())
            on:keydown=entered
        />
        <p id=id class="fault typed-wrong" role="alert">{says}</p>
    }
}

/// What the dash on paper means.
#[component]
fn NotMine(line: Line) -> impl IntoView {
    let is = move || line.answer.get() == Answer::DoesNotApply;
    let turn = move |_| line.rate(if untrack(is) { Answer::Blank } else { Answer::DoesNotApply });
    view! {
        <button
            type="button"
            class="link typed-not-mine"
            aria-pressed=move || if is() { "true" } else { "false" }
            on:click=turn
        >{t(Key::NotApplicable)}<span class="visually-hidden">" "{line.text}</span></button>
    }
}
