//! From when until when, who acts, how far it is, and what was found.

use leptos::prelude::*;

use super::{DayChoice, Disclosure, Ideas, TextField};
use crate::domain::{Edit, Item, ItemId, Status, TargetId};
use crate::platform::day_long;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::status_words;
use crate::ui::navigation::app;
use crate::ui::rows::rows;
use crate::ui::say::{t, text_of, tf};
use crate::ui::talk_words::{target_parts, was_words};
use crate::words::Key;

/// What is said of a target besides what and how, once it is written: in one line, and folded under it to be changed.
#[component]
pub fn TargetDetails(
    /// The chart.
    chart: Chart,
    /// The target.
    target: TargetId,
) -> impl IntoView {
    let id = StoredValue::new(target);
    let now = Memo::new(move |_| chart.get()?.target(&id.get_value()).cloned());
    let exists = Memo::new(move |_| now.with(Option::is_some));
    let without_how = Memo::new(move |_| {
        now.with(|now| now.as_ref().is_some_and(|now| !now.is_empty() && !now.has_how() && now.is_open()))
    });
    let summary = Signal::derive(move || {
        let parts = now.with(|now| now.as_ref().map(target_parts).unwrap_or_default());
        if parts.is_empty() { t(Key::TargetMore).to_owned() } else { parts.join(" · ") }
    });
    let add_how = move |text: String| {
        let at = now.with_untracked(|now| now.as_ref().map_or(0, |now| now.hows.len()));
        chart.edit(Edit::TargetHow { target: id.get_value(), at, text });
    };
    move || {
        exists.get().then(|| {
            view! {
                {move || without_how.get().then(|| view! { <p role="status" class="soft">{t(Key::TargetNoHow)}</p> })}
                <Ideas on_idea=add_how />
                <Disclosure summary>
                    <Aim chart target=id.get_value() />
                    <Dates chart target=id.get_value() />
                    <Progress chart target=id.get_value() />
                    <Earlier chart target=id.get_value() />
                </Disclosure>
            }
        })
    }
}

/// Which of the items it is for, or none of them.
#[component]
fn Aim(chart: Chart, target: TargetId) -> impl IntoView {
    let items = chart.peek().map(|now| now.items().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let id = StoredValue::new(target);
    let aim = Memo::new(move |_| chart.get()?.target(&id.get_value())?.item.clone());
    let option = |item: &Item| {
        let (id, words) = (item.id.clone(), text_of(item));
        let value = id.to_string();
        view! { <option value=value prop:selected=move || aim.get().as_ref() == Some(&id)>{words}</option> }
    };
    let options = items.iter().map(option).collect_view();
    let choose = move |value: String| {
        let item = (!value.is_empty()).then(|| ItemId::new(value));
        chart.edit(Edit::TargetFor { target: id.get_value(), item });
    };
    view! {
        <label class="labelled">
            <span>{t(Key::TargetFor)}</span>
            <select class="field" on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || aim.get().is_none()>{t(Key::TargetForNone)}</option>
                {options}
            </select>
        </label>
    }
}

#[component]
fn Dates(chart: Chart, target: TargetId) -> impl IntoView {
    let id = StoredValue::new(target);
    let today = app().today();
    let now = Memo::new(move |_| chart.get()?.target(&id.get_value()).cloned());
    let from = Signal::derive(move || now.with(|now| now.as_ref().and_then(|now| now.from)));
    let until = Signal::derive(move || now.with(|now| now.as_ref().and_then(|now| now.until)));
    let who = Signal::derive(move || now.with(|now| now.as_ref().map(|now| now.who.clone()).unwrap_or_default()));
    view! {
        <DayChoice
            label=t(Key::TargetFromLabel)
            day=from
            on_day=move |day| chart.edit(Edit::TargetFrom { target: id.get_value(), day })
        />
        <DayChoice
            label=t(Key::TargetUntilLabel)
            day=until
            min=Some(today)
            on_day=move |day| chart.edit(Edit::TargetUntil { target: id.get_value(), day })
        />
        <TextField
            label=t(Key::TargetWho)
            value=who
            hint=t(Key::TargetWhoHint)
            on_text=move |text| chart.edit(Edit::TargetWho { target: id.get_value(), text })
        />
    }
}

/// How far it is, and a line for each time it was looked at again.
#[component]
fn Progress(chart: Chart, target: TargetId) -> impl IntoView {
    let id = StoredValue::new(target);
    let now = Memo::new(move |_| chart.get()?.target(&id.get_value()).cloned());
    let status = Memo::new(move |_| now.with(|now| now.as_ref().map(|now| now.status).unwrap_or_default()));
    let choice = move |each: Status| {
        let choose = move |_| chart.edit(Edit::TargetStatus { target: id.get_value(), status: each });
        let pressed = move || if status.get() == each { "true" } else { "false" };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>{t(status_words(each))}</button>
        }
    };
    let count = move || now.with(|now| now.as_ref().map_or(0, |now| now.reviews.len()));
    let review = move |key: String| {
        let at: usize = key.parse().unwrap_or_default();
        let of = move || now.with(|now| now.as_ref().and_then(|now| now.reviews.get(at).cloned()));
        let label = Signal::derive(move || match of() {
            Some(review) => tf(Key::TargetReviewOn, &[("date", &day_long(review.on))]),
            None => t(Key::TargetReviewNew).to_owned(),
        });
        view! {
            <TextField
                label
                long=true
                value=Signal::derive(move || of().map(|review| review.text).unwrap_or_default())
                on_text=move |text| chart.edit(Edit::TargetReview { target: id.get_value(), at, text })
            />
        }
        .into_any()
    };
    view! {
        <fieldset class="ways">
            <legend>{t(Key::TargetStatus)}</legend>
            <div class="chips">{Status::ALL.map(choice).collect_view()}</div>
        </fieldset>
        <fieldset class="ways">
            <legend>{t(Key::TargetReviews)}</legend>
            {rows(move || (0..=count()).map(|at| at.to_string()).collect(), review)}
        </fieldset>
    }
}

/// How it read before it was revised.
#[component]
fn Earlier(chart: Chart, target: TargetId) -> impl IntoView {
    let earlier = Memo::new(move |_| chart.get()?.target(&target).map(|now| now.earlier.clone()));
    move || {
        let all = earlier.get().unwrap_or_default();
        all.into_iter().rev().map(|was| view! { <p class="soft">{was_words(&was)}</p> }).collect_view()
    }
}
