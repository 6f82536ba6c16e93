//! Each item over all times: a small line apiece, with the days as far apart as they were.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::View;
use crate::chart::{LayerStyle, item_line, section_line};
use crate::domain::{Date, ItemId, Record, RecordId, Section};
use crate::state::{Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{mark_of, telling};
use crate::ui::components::{Disclosure, EarlierHidden, EveryTime, LineOverTime, Page, Views};
use crate::ui::pages::result::numbered;
use crate::ui::say::{item_words, t, text_of, title_of, tn};
use crate::words::Key;

/// A line for each item; an audit has one for each section, which opens into its statements.
#[component]
pub fn OverTimePage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let body = move || match chart.get() {
        Some(now) if now.is_rating_again() => view! { <EarlierHidden chart /> }.into_any(),
        Some(now) => view! { <Lines chart now /> }.into_any(),
        None => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
    };
    view! {
        <Page title=t(Key::OverTime) back=Some(Route::Chart(record))>
            <article class="over-time">
                <Views chart />
                {body}
                <p class="export-note">{t(Key::ExportNote)}</p>
            </article>
        </Page>
    }
}

#[component]
fn Lines(chart: Chart, now: Arc<Record>) -> impl IntoView {
    let tell = tell(&now);
    let sections = &now.instrument.sections;
    let lines = if now.is_audit() && !sections.is_empty() {
        let section = |(section, number): (&Section, usize)| {
            let items: Vec<ItemId> = now.instrument.items_in(&section.id).map(|item| item.id.clone()).collect();
            let (summary, lines) = (tn(Key::Statements, items.len()), item_lines(chart, &now, items, true));
            view! {
                <section class="line">
                    <h2>{numbered(number, &section.name)}</h2>
                    <LineOverTime spec=section_line(&now, &section.id) direction=now.instrument.direction tell />
                    <Disclosure summary=summary>{lines}</Disclosure>
                </section>
            }
        };
        sections.iter().zip(1..).map(section).collect_view().into_any()
    } else {
        // What was set aside has its line too, at the end.
        let (active, aside): (Vec<_>, Vec<_>) = now.instrument.items.iter().partition(|item| item.is_active());
        item_lines(chart, &now, active.into_iter().chain(aside).map(|item| item.id.clone()).collect(), false)
    };
    let there = |view: View| now.over().any(|occasion| View::of(occasion) == view);
    let marks = [
        (true, LayerStyle::Now, Key::OverTimeMine),
        (there(View::Back), LayerStyle::Back, Key::LayerBack),
        (there(View::Other), LayerStyle::Other, Key::AnotherView),
    ];
    let marks: Vec<_> = marks.into_iter().filter(|(there, ..)| *there).collect();
    let mark = |(_, style, key): (bool, LayerStyle, Key)| {
        view! { <li><span class=mark_of(style) aria-hidden="true"></span>{t(key)}</li> }
    };
    view! {
        <p class="byline">{title_of(&now)}</p>
        <p class="soft">{t(Key::OverTimeLead)}</p>
        <ul class="readings">{marks.into_iter().map(mark).collect_view()}</ul>
        {lines}
        {now.held_since.is_none().then(|| {
            let give = Route::Give { record: now.id.clone(), format: Some(Format::Lines) }.to_hash();
            view! { <p><a class="link" href=give>{t(Key::GiveTitle)}</a></p> }
        })}
    }
}

/// How the days of a chart are told apart.
fn tell(chart: &Record) -> fn(Date) -> String {
    telling(&chart.over().map(|occasion| occasion.refers_to).collect::<Vec<_>>())
}

/// The lines of some items, `below` the heading of their section or on their own.
fn item_lines(chart: Chart, now: &Arc<Record>, items: Vec<ItemId>, below: bool) -> AnyView {
    let tell = tell(now);
    let line = |(id, number): (ItemId, usize)| {
        let item = now.item(&id)?;
        let heading = if now.is_audit() { item_words(item) } else { numbered(number, &text_of(item)) };
        let aside = (!item.is_active()).then(|| view! { <span class="tag">{t(Key::SetAsideTag)}</span> });
        Some(view! {
            <section class="line">
                {if below {
                    view! { <h3>{heading}" "{aside}</h3> }.into_any()
                } else {
                    view! { <h2>{heading}" "{aside}</h2> }.into_any()
                }}
                <LineOverTime spec=item_line(now, &id) direction=now.instrument.direction_of(item) tell />
                <Disclosure summary=t(Key::EveryTimeTitle)><EveryTime chart item=id /></Disclosure>
            </section>
        })
    };
    items.into_iter().zip(1..).map(line).collect_view().into_any()
}
