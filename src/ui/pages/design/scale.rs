//! The numbers: from where to where, what they mean, and which end is best.

use leptos::prelude::*;

use super::draft::Draft;
use crate::domain::{Direction, Scale};
use crate::instruments::{Change, limits};
use crate::ui::components::{CheckBox, Disclosure, LineField};
use crate::ui::rows::rows;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Everything about the numbers of a list. Those of a chart are always the same.
#[component]
pub fn ScaleFields(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let may_not_apply = move || draft.get().is_some_and(|form| form.may_not_apply);
    view! {
        <section class="design-part">
            <h2>{t(Key::DesignNumbers)}</h2>
            <Ends draft />
            <Anchors draft />
            <Best draft />
            <CheckBox
                label=t(Key::DesignNotApply)
                checked=Signal::derive(may_not_apply)
                on_change=move |on| draft.change(Change::MayNotApply(on))
            />
        </section>
    }
}

/// The lowest and the highest number. One that would meet the other moves it along.
#[component]
fn Ends(draft: Draft) -> impl IntoView {
    let scale = scale_of(draft);
    let select =
        move |key: Key, numbers: std::ops::RangeInclusive<u8>, of: fn(Scale) -> u8, to: fn(Scale, u8) -> Scale| {
            let option = move |number: u8| {
                view! { <option value=number prop:selected=move || of(scale.get()) == number>{number}</option> }
            };
            view! {
                <label class="labelled">
                    <span>{t(key)}</span>
                    <select
                        class="field"
                        on:change:target=move |event| {
                            if let Ok(number) = event.target().value().parse() {
                                draft.change(Change::Scale(to(scale.get_untracked(), number)));
                            }
                        }
                    >
                        {numbers.map(option).collect_view()}
                    </select>
                </label>
            }
        };
    view! {
        <div class="design-ends">
            {select(Key::DesignLowest, 0..=9, |scale| scale.min, |scale, min| Scale { min, max: scale.max.max(min + 1) })}
            {select(Key::DesignHighest, 1..=10, |scale| scale.max, |scale, max| Scale { min: scale.min.min(max - 1), max })}
        </div>
    }
}

fn scale_of(draft: Draft) -> Memo<Scale> {
    Memo::new(move |_| draft.get().map_or(Scale::CONSTRUCT, |form| form.scale))
}

/// A line for each number.
#[component]
fn Anchors(draft: Draft) -> impl IntoView {
    let scale = scale_of(draft);
    let numbers = move || (scale.get().min..=scale.get().max).map(|number| number.to_string()).collect();
    let line = move |number: String| {
        let value: u8 = number.parse().unwrap_or_default();
        let words =
            move || draft.get()?.anchors.iter().find(|anchor| anchor.value == value).map(|anchor| anchor.words.clone());
        view! {
            <div class="anchor">
                <span class="anchor-number" aria-hidden="true">{number.clone()}</span>
                <LineField
                    label=tf(Key::DesignAnchor, &[("number", &number)])
                    quiet=true
                    most=limits::LINE
                    value=Signal::derive(move || words().unwrap_or_default())
                    on_text=move |text| draft.change(Change::AnchorWords(value, text))
                />
            </div>
        }
        .into_any()
    };
    view! {
        <Disclosure summary=t(Key::DesignAnchors)>
            <p class="soft">{t(Key::DesignAnchorsLead)}</p>
            <div class="anchors">{rows(numbers, line)}</div>
        </Disclosure>
    }
}

/// The directions, as they are said.
pub const DIRECTIONS: [(Direction, Key); 3] = [
    (Direction::Higher, Key::DesignBestHigher),
    (Direction::Lower, Key::DesignBestLower),
    (Direction::TowardNeeded, Key::DesignBestNeeded),
];

#[component]
fn Best(draft: Draft) -> impl IntoView {
    let chosen = Memo::new(move |_| draft.get().map(|form| form.direction));
    let choice = move |(direction, name): (Direction, Key)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="design-best"
                    prop:checked=move || chosen.get() == Some(direction)
                    on:change=move |_| draft.change(Change::Direction(direction))
                />
                {t(name)}
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend>{t(Key::DesignBest)}</legend>
            {DIRECTIONS.map(choice).collect_view()}
        </fieldset>
    }
}
