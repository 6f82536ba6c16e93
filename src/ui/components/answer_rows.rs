//! The answers to one item of a list: its numbers with their words.

use std::sync::Arc;

use leptos::prelude::*;

use super::{NumberButtons, Poles};
use crate::domain::{Instrument, Item, ItemKind};
use crate::ui::say::{t, text_of};
use crate::words::Key;

/// Up to so many numbers stand one a row, each with its whole words.
const ROWS_MAX: u8 = 7;

/// One full-width row a number, or the numbers as buttons between their ends where there are many.
#[component]
pub fn AnswerRows(
    /// The form it stands in.
    form: Arc<Instrument>,
    /// The item.
    item: Item,
    /// The number chosen.
    #[prop(into)]
    value: Signal<Option<u8>>,
    /// Called with the number touched.
    #[prop(into)]
    on_pick: Callback<u8>,
) -> AnyView {
    let scale = form.scale;
    if scale.steps() < ROWS_MAX {
        // A list without words would be rows of bare numbers; its ends are said above them.
        let ends = (item.kind == ItemKind::Construct).then(|| view! { <Poles item=item.clone() scale /> });
        let label = text_of(&item);
        let row = move |number: u8| {
            let (level, words) = words_of(&form, &item, number);
            view! {
                <button
                    type="button"
                    class="answer"
                    data-number=number
                    aria-pressed=move || if value.get() == Some(number) { "true" } else { "false" }
                    on:click=move |_| on_pick.run(number)
                >
                    <span class="answer-number">{number}</span>
                    <span class="answer-words">
                        {level.map(|level| view! { <strong>{level}</strong> })}
                        {words}
                    </span>
                </button>
            }
        };
        let rows = (scale.min..=scale.max).map(row).collect_view();
        return view! {
            {ends}
            <div class="answers" role="group" aria-label=label>{rows}</div>
        }
        .into_any();
    }
    let ends = match item.kind {
        ItemKind::Construct => view! { <Poles item=item.clone() scale /> }.into_any(),
        ItemKind::Statement => view! { <Ends form=form.clone() item=item.clone() /> }.into_any(),
    };
    let between = (scale.min + 1..scale.max).filter_map(|number| {
        let words = words_of(&form, &item, number).1?;
        Some(view! { <p class="soft">{number}": "{words}</p> })
    });
    view! {
        {ends}
        <NumberButtons scale label=t(Key::RatingLabel) value on_pick />
        {between.collect_view()}
    }
    .into_any()
}

/// What stands beside a number: the form's level, where the item has words of its own, and the words.
fn words_of(form: &Instrument, item: &Item, number: u8) -> (Option<String>, Option<String>) {
    let of_form = form.words_for(number).map(str::to_owned);
    match item.words_for(number) {
        Some(own) => (of_form, Some(own.to_owned())),
        None => (None, of_form),
    }
}

/// The words of the lowest and the highest number, each at its end.
#[component]
fn Ends(form: Arc<Instrument>, item: Item) -> impl IntoView {
    let words = |number: u8| words_of(&form, &item, number).1;
    let (low, high) = (words(form.scale.min), words(form.scale.max));
    let end = |number: u8, words: Option<String>| {
        view! {
            <div class="pole">
                <span class="pole-number">{words.is_some().then_some(number)}</span>
                <span class="pole-words">{words}</span>
            </div>
        }
    };
    let is_said = low.is_some() || high.is_some();
    is_said.then(|| view! { <div class="poles">{end(form.scale.min, low)}{end(form.scale.max, high)}</div> })
}
