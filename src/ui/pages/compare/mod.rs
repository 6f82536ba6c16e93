//! Then and now: one's own words first, then the picture, what was held, what is higher, lower, the same, and what one
//! makes of it.

mod own_words;
mod pair;
mod picture;
mod reflection;
mod replies;
mod row;
mod rows;
mod sections;
mod sentences;
mod shape;
mod table;
mod times;

use leptos::prelude::*;

use own_words::OwnWords;
use pair::Pair;
use picture::Picture;
use reflection::Reflecting;
use replies::RepliesThenAndNow;
use rows::Rows;
use sentences::Sentences;
pub use sentences::{difference_words, overall_words, reworded_words, to_go_words};
use shape::ShapeHelp;
use table::ChangeTable;
use times::Times;

use crate::domain::{Edit, Kind, RecordId, Step};
use crate::state::{Ask, Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{kind_name, view_words};
use crate::ui::components::{EarlierHidden, Page, Views};
use crate::ui::navigation::app;
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// Two occasions of one chart. Which two stands in the address, and can be chosen on the page.
#[component]
pub fn ComparePage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let pair = Pair::follow(chart);
    let what = Memo::new(move |_| match chart.get() {
        Some(chart) if chart.is_rating_again() => What::Hidden,
        Some(_) if pair.comparison.with(Option::is_some) => What::Both,
        Some(_) => What::NotThese,
        None => What::Gone,
    });
    let body = move || match what.get() {
        What::Both => view! { <Both pair /> }.into_any(),
        What::Hidden => view! { <EarlierHidden chart /> }.into_any(),
        What::NotThese => view! { <p>{t(Key::TimesGone)}</p> }.into_any(),
        What::Gone => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
    };
    let title = move || t(if pair.is_steadiness.get() { Key::SteadyTitle } else { Key::ThenAndNow }).to_owned();
    view! {
        <Page title=Signal::derive(title) back=Some(Route::Chart(record))>
            {body}
        </Page>
    }
}

/// What there is to show.
#[derive(Clone, Copy, PartialEq)]
enum What {
    Both,
    Hidden,
    NotThese,
    Gone,
}

#[component]
fn Both(pair: Pair) -> impl IntoView {
    let title = move || pair.chart.get().as_deref().map(title_of);
    let own = Memo::new(move |_| pair.chart.is_own());
    let aided = move || pair.comparison.with(|pair| pair.as_ref().is_some_and(|pair| pair.now.earlier_shown));
    view! {
        <article class="compare">
            <Views chart=pair.chart />
            <p class="byline">{title}</p>
            <Times pair />
            {move || aided().then(|| view! { <p class="soft">{t(Key::RatedWithEarlier)}</p> })}
            {move || (!pair.is_steadiness.get()).then(|| view! { <OwnWords pair /> })}
            <RepliesThenAndNow pair />
            <div class="beside">
                <div class="beside-wheel"><Picture pair /></div>
                <div class="beside-list">
                    <Sentences pair />
                    <Rows pair />
                    <ChangeTable pair />
                    {move || own.get().then(|| view! {
                        <Reflecting pair />
                        <KindChoice pair />
                        <WaysOn pair />
                    })}
                    <ShapeHelp pair />
                </div>
            </div>
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}

/// What this time was for. The first one, and what stands beside the times that follow each other, is not asked.
#[component]
fn KindChoice(pair: Pair) -> impl IntoView {
    let app = app();
    let now =
        Memo::new(move |_| pair.comparison.with(|pair| pair.as_ref().map(|pair| (pair.now.id.clone(), pair.now.kind))));
    let choice = move |kind: Kind| {
        let choose = move |_| {
            if let Some((occasion, _)) = now.get_untracked() {
                app.edit(&pair.chart.id(), Edit::OccasionKind { occasion, kind });
            }
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="kind"
                    prop:checked=move || now.get().is_some_and(|(_, now)| now == kind)
                    on:change=choose
                />
                {t(kind_name(kind))}
            </label>
        }
    };
    let asked = Memo::new(move |_| now.get().is_some_and(|(_, kind)| matches!(kind, Kind::Interim | Kind::Final)));
    move || {
        asked.get().then(|| {
            view! {
                <fieldset class="choices">
                    <legend>{t(Key::KindTitle)}</legend>
                    {[Kind::Interim, Kind::Final].map(choice).collect_view()}
                </fieldset>
            }
        })
    }
}

/// A day to look again, where there is none; the way to look back, and to share it.
#[component]
fn WaysOn(pair: Pair) -> impl IntoView {
    let record = pair.chart.id();
    let look_again =
        Memo::new(move |_| pair.chart.get().is_some_and(|chart| chart.next_look.is_none() && !chart.just_for_now));
    let look_back = Memo::new(move |_| {
        pair.comparison.with(|pair| pair.as_ref().is_some_and(|pair| pair.back.is_none() && pair.now.is_regular()))
    });
    let give = Route::Give { record: record.clone(), format: Some(Format::Change) }.to_hash();
    let other = Memo::new(move |_| {
        let other = pair.comparison.get()?.other.clone()?;
        Some((Route::TwoViews { record: pair.chart.id(), view: other.id.clone() }.to_hash(), view_words(&other)))
    });
    let back = Route::Begin { record, ask: Ask::LookBack }.to_hash();
    view! {
        {move || look_again.get().then(|| view! {
            <a class="button quiet" href=pair.chart.route_of(Step::LookAgain).to_hash()>{t(Key::LookAgainTitle)}</a>
        })}
        {move || look_back.get().then(|| view! { <p><a class="link" href=back.clone()>{t(Key::LookBackLink)}</a></p> })}
        {move || other.get().map(|(two, words)| view! { <p><a class="link" href=two>{words}</a></p> })}
        <p><a class="link" href=give>{t(Key::GiveTitle)}</a></p>
    }
}
