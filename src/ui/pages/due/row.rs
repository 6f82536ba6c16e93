//! One thing that has a day.

use leptos::prelude::*;

use super::row_words::{day_words, title, whose};
use crate::analysis::{Due, Waiting};
use crate::domain::{ConversationEdit, Date, Edit, Status, TargetId};
use crate::platform;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::{DayChoice, Disclosure, KeepOrDelete};
use crate::ui::copies::{Reminder, save_reminder};
use crate::ui::navigation::{app, navigation};
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// When it is, what it is, of which chart; the ways to settle it, to move it and into the calendar.
#[component]
pub fn DueRow(
    /// What it is, as it was when the page was opened.
    due: Due,
) -> impl IntoView {
    let chart = Chart::follow(due.record);
    let what = StoredValue::new(due.what);
    let today = app().today();
    let day = Memo::new(move |_| what.with_value(|what| what.day_in(chart.get()?.as_ref())));
    let named = Memo::new(move |_| what.with_value(|what| title(what, chart.get()?.as_ref(), today)));
    let of =
        Memo::new(move |_| chart.get().map(|chart| (title_of(&chart), what.with_value(|what| whose(what, &chart)))));
    let is_here = Memo::new(move |_| named.get().is_some());
    move || {
        is_here.get().then(|| {
            let is_ours = chart.peek().is_some_and(|chart| what.with_value(|what| what.is_ours_in(&chart)));
            let moves = is_ours && what.with_value(|what| *what != Waiting::Keeping);
            view! {
                <li class="item waiting">
                    <p class="soft" role="status">{move || day_words(day.get(), today)}</p>
                    <h3>{move || named.get()}</h3>
                    <p class="soft">
                        <a href=Route::Chart(chart.id()).to_hash()>{move || of.get().map(|(title, _)| title)}</a>
                        " · "{move || of.get().map(|(_, whose)| whose)}
                    </p>
                    <div class="past-actions">
                        {is_ours.then(|| settle(chart, &what.get_value()))}
                        <ToCalendar chart what=what.get_value() day />
                    </div>
                    {moves.then(|| view! {
                        <Disclosure summary=t(Key::DueMove)>
                            <DayChoice
                                label=t(Key::LookAgainDay)
                                day
                                min=Some(today)
                                on_day=move |day| put_off(chart, what.get_value(), day)
                            />
                        </Disclosure>
                    })}
                </li>
            }
        })
    }
}

/// The way to settle it.
fn settle(chart: Chart, what: &Waiting) -> AnyView {
    match what {
        Waiting::LookAgain => view! { <Rate chart /> }.into_any(),
        Waiting::Target(target) => view! { <Done chart target=target.clone() /> }.into_any(),
        Waiting::Talk(_) => {
            view! { <a class="button quiet" href=Route::Talks(chart.id()).to_hash()>{t(Key::DueNoteTalk)}</a> }
                .into_any()
        }
        Waiting::Keeping => view! { <KeepOrDelete chart on_deleted=|()| platform::focus_heading() /> }.into_any(),
    }
}

#[component]
fn Rate(chart: Chart) -> impl IntoView {
    let (app, navigation) = (app(), navigation());
    let begun = chart.peek().is_some_and(|chart| chart.under_way().is_some());
    let rate = move |_| {
        if let Some(chart) = chart.peek() {
            navigation.go(&app.look_again(&chart));
        }
    };
    let label = if begun { Key::CarryOnRating } else { Key::RateAgain };
    view! { <button type="button" class="button quiet" on:click=rate>{t(label)}</button> }
}

/// Done, and not done after all: it stays where it is as long as the page is open.
#[component]
fn Done(chart: Chart, target: TargetId) -> impl IntoView {
    let target = StoredValue::new(target);
    let status = move || target.with_value(|id| chart.get()?.target(id).map(|target| target.status));
    let before = untrack(status).unwrap_or_default();
    let turn = move |_| {
        let status = if untrack(status) == Some(Status::Done) { before } else { Status::Done };
        chart.edit(Edit::TargetStatus { target: target.get_value(), status });
    };
    view! {
        <button
            type="button"
            class="chip"
            aria-pressed=move || if status() == Some(Status::Done) { "true" } else { "false" }
            on:click=turn
        >{t(Key::StatusDone)}</button>
    }
}

/// An entry for one's own calendar, as long as the day is ahead.
#[component]
fn ToCalendar(chart: Chart, what: Waiting, day: Memo<Option<Date>>) -> impl IntoView {
    let app = app();
    let is_own = chart.peek().is_some_and(|chart| chart.held_since.is_none());
    let reminder = match what {
        _ if !is_own => Reminder::Theirs,
        Waiting::Talk(_) => Reminder::Talk,
        Waiting::Target(_) => Reminder::Targets,
        Waiting::LookAgain | Waiting::Keeping => Reminder::LookAgain,
    };
    let save = move |_| {
        if let Some(day) = day.get_untracked() {
            save_reminder(app, reminder, &chart.id(), day, move |notice| app.tell(notice));
        }
    };
    let today = app.today();
    let is_ahead = Memo::new(move |_| day.get().is_some_and(|day| day >= today));
    move || {
        is_ahead.get().then(|| {
            view! { <button type="button" class="link" on:click=save>{t(Key::DueCalendar)}</button> }
        })
    }
}

/// Moves it to another day, or to none.
fn put_off(chart: Chart, what: Waiting, day: Option<Date>) {
    match what {
        Waiting::LookAgain => chart.edit(Edit::NextLook(day)),
        Waiting::Target(target) => chart.edit(Edit::TargetUntil { target, day }),
        Waiting::Talk(conversation) => {
            chart.edit(Edit::Converse { conversation, edit: ConversationEdit::Next(day) });
        }
        Waiting::Keeping => {}
    }
}
