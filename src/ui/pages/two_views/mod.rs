//! How somebody else sees it, beside how its owner does: what they agree on, what to talk about, and item by item.

mod hand_back;
mod list;
mod picture;
mod row;

use std::sync::Arc;

use leptos::prelude::*;

pub use hand_back::HandBackPage;
use list::OneByOne;
use picture::Picture;
use row::row;

use crate::analysis::{Agreement, TwoViews, two_views};
use crate::chart::{LayerStyle, Reading};
use crate::domain::{OccasionId, Record, RecordId};
use crate::platform::day_long;
use crate::state::{Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{occasion_name, reading_short};
use crate::ui::components::{EarlierHidden, Page};
use crate::ui::say::{t, tf, title_of, whose_words};
use crate::words::Key;

/// Two views of one chart or audit, for two people to talk about. Hidden while anything is rated.
#[component]
pub fn TwoViewsPage(
    /// Which chart.
    record: RecordId,
    /// The other's rating.
    view: OccasionId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let both = Memo::new(move |_| {
        let chart = chart.get()?;
        let view = chart.views().find(|on| on.id == view)?.clone();
        Some(Arc::new(two_views(&chart, &view)?))
    });
    let hidden = Memo::new(move |_| chart.get().is_some_and(|chart| chart.is_rating_again()));
    let body = move || match (chart.get(), both.get()) {
        _ if hidden.get() => view! { <EarlierHidden chart /> }.into_any(),
        (Some(chart), Some(both)) => view! { <Both chart both /> }.into_any(),
        (Some(_), None) => view! { <p>{t(Key::TwoViewsNone)}</p> }.into_any(),
        (None, _) => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
    };
    view! { <Page title=t(Key::TwoViewsTitle) back=Some(Route::Chart(record))>{body}</Page> }
}

#[component]
fn Both(chart: Arc<Record>, both: Arc<TwoViews>) -> impl IntoView {
    let sides = Sides::of(&chart, &both);
    let days = [(&sides.own, both.own.rated_on), (&sides.other, both.other.rated_on)];
    let days = days.map(|(name, day)| tf(Key::ViewSide, &[("name", name), ("date", &day_long(day))]));
    let agreement = both.agreement();
    let same = agreement.same.to_string();
    let talk: Vec<_> = both.to_talk_about().into_iter().map(|seen| row(seen, &sides, true)).collect();
    // What somebody else gave is answered; one's own is not sent anywhere from here.
    let answer = chart.held_since.map(|_| Route::Give { record: chart.id.clone(), format: Some(Format::View) });
    view! {
        <article class="compare two-views">
            <p class="byline">{[title_of(&chart), days.join(" · ")].join(" · ")}</p>
            <div class="beside">
                <div class="beside-wheel"><Picture chart both=both.clone() sides=sides.clone() /></div>
                <div class="beside-list">
                    <p class="sentence">{agreement_words(agreement)}</p>
                    {(agreement.both > 0).then(|| view! {
                        <p class="soft">{tf(Key::AgreementSame, &[("same", &same)])}" "{t(Key::TwoViewsMeaning)}</p>
                    })}
                    {(!talk.is_empty()).then(|| view! {
                        <section class="group">
                            <h2>{t(Key::TwoViewsTalk)}</h2>
                            <ul class="changes">{talk}</ul>
                        </section>
                    })}
                    <OneByOne both sides />
                    {answer.map(|route| view! {
                        <a class="button quiet" href=route.to_hash()>{t(Key::ViewSendBack)}</a>
                    })}
                </div>
            </div>
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}

/// "6 of 10 within one point"
fn agreement_words(agreement: Agreement) -> String {
    if agreement.both == 0 {
        return t(Key::AgreementNone).to_owned();
    }
    let (within, both) = (agreement.within_one.to_string(), agreement.both.to_string());
    tf(Key::AgreementSentence, &[("within", &within), ("both", &both)])
}

/// The two people, and the form they have rated.
#[derive(Clone)]
struct Sides {
    /// What the owner is called here.
    own: String,
    /// What the other is called.
    other: String,
    /// Whether the owner looks at it.
    is_mine: bool,
    form: Arc<Record>,
}

impl Sides {
    fn of(chart: &Arc<Record>, both: &TwoViews) -> Self {
        let is_mine = chart.held_since.is_none();
        let own = if is_mine { t(Key::TwoViewsMe).to_owned() } else { whose_words(chart) };
        Self { own, other: occasion_name(&both.other), is_mine, form: chart.clone() }
    }

    /// A reading with whose it is: "Me: 7".
    fn reading(&self, style: LayerStyle, reading: Reading) -> String {
        let name = match style {
            LayerStyle::Other => &self.other,
            _ => &self.own,
        };
        let form = &self.form.instrument;
        let value = match reading {
            Reading::NotApplicable => t(Key::TwoViewsNotApplicable).to_owned(),
            reading => reading_short(reading, form.scale, form.direction),
        };
        tf(Key::LayerIs, &[("name", name), ("value", &value)])
    }

    /// "2 higher than I do": a difference, other minus own.
    fn difference(&self, by: i16) -> String {
        let key = match (by.signum(), self.is_mine) {
            (1, true) => Key::TwoViewsHigher,
            (1, false) => Key::TwoViewsHigherThan,
            (-1, true) => Key::TwoViewsLower,
            (-1, false) => Key::TwoViewsLowerThan,
            _ => return t(Key::TwoViewsSame).to_owned(),
        };
        tf(key, &[("n", &by.unsigned_abs().to_string())])
    }
}
