//! Rating: on the wheel, in the list beside it, or one at a time; all in step.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Nudge, nudge};
use crate::domain::{Edit, ItemId, OccasionId, Record, RecordId, Step};
use crate::platform;
use crate::state::{RateView, Route};
use crate::ui::components::{Page, RatingCard, RatingRow, RatingSheet, WheelInput};
use crate::ui::navigation::{app, navigation};
use crate::ui::rows::rows;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// More items than this are rated one at a time unless the person asks for the wheel.
const ON_WHEEL_MAX: usize = 12;

/// Text this much larger than usual is rated one at a time too.
const LARGE_TEXT: f64 = 1.5;

/// The ratings of one occasion. While rating again, earlier values are hidden until asked for.
#[component]
pub fn RatePage(
    /// Which chart.
    record: RecordId,
    /// Which occasion.
    occasion: OccasionId,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let chart = app.record(record.clone());
    let first = is_first_sitting(chart.get_untracked().as_deref(), &occasion);
    if first {
        app.edit(&record, Edit::At(Step::Rate));
    }
    let ids = StoredValue::new((record.clone(), occasion.clone()));
    let items =
        Memo::new(move |_| chart.with(|chart| ids.with_value(|(_, occasion)| item_ids(chart.as_ref(), occasion))));
    let at = Memo::new(move |_| match navigation.route() {
        Route::Rate { view, item, .. } => (view, item),
        _ => (RateView::Auto, None),
    });
    let crowded = move || items.with(Vec::len) > ON_WHEEL_MAX || platform::text_scale() >= LARGE_TEXT;
    let one_at_a_time = Memo::new(move |_| match at.get().0 {
        RateView::One => true,
        RateView::Wheel => false,
        RateView::Auto => crowded(),
    });
    let view_of = move || if one_at_a_time.get_untracked() { RateView::One } else { RateView::Wheel };
    let route = move |view: RateView, item: Option<ItemId>| {
        let (record, occasion) = ids.get_value();
        Route::Rate { record, occasion, view, item }
    };
    let show = move |item: Option<ItemId>| {
        let target = route(view_of(), item);
        // Opening a sheet is a step forward that "back" undoes; going on inside it is not.
        if at.with_untracked(|(_, item)| item.is_some()) { navigation.replace(&target) } else { navigation.go(&target) }
    };
    let current = Memo::new(move |_| {
        let item = at.get().1.filter(|item| items.with(|items| items.contains(item)));
        if one_at_a_time.get() { item.or_else(|| items.with(|items| items.first().cloned())) } else { item }
    });
    let neighbour = move |by: isize| {
        let current = current.get()?;
        items.with(|items| {
            let here = items.iter().position(|item| *item == current)?;
            items.get(here.checked_add_signed(by)?).cloned()
        })
    };
    let title = Signal::derive(move || t(if first { Key::RateTitle } else { Key::RateAgainTitle }).to_owned());
    let body = move || {
        if one_at_a_time.get() {
            view! { <OneAtATime ids current /> }.into_any()
        } else {
            view! { <OnTheWheel ids items current show=Callback::new(show) next=Signal::derive(move || neighbour(1)) /> }
                .into_any()
        }
    };
    let switch = move || {
        let (view, key) =
            if one_at_a_time.get() { (RateView::Wheel, Key::ShowWheel) } else { (RateView::One, Key::ShowOne) };
        view! { <a class="link" href=route(view, None).to_hash()>{t(key)}</a> }
    };
    let footer = move || {
        let step = move |by: isize| if one_at_a_time.get() { neighbour(by) } else { None };
        view! {
            {move || match step(-1) {
                Some(item) => view! {
                    <button type="button" class="button quiet" on:click=move |_| show(Some(item.clone()))>{t(Key::Back)}</button>
                }.into_any(),
                None => view! { <a class="button quiet" href=way_back(ids, first).to_hash()>{t(Key::Back)}</a> }.into_any(),
            }}
            {move || match step(1) {
                Some(item) => view! {
                    <button type="button" class="button primary" on:click=move |_| show(Some(item.clone()))>{t(Key::Next)}</button>
                }.into_any(),
                None => view! { <WayOn ids first /> }.into_any(),
            }}
        }
    };
    view! {
        <Page title back=Some(Route::Chart(record)) footer=footer>
            <div class="rate-bar">
                <span class="soft">{move || progress(chart.get().as_ref(), &occasion)}</span>
                {switch}
            </div>
            <Earlier ids />
            {body}
            <NudgeLine ids />
        </Page>
    }
}

type Ids = StoredValue<(RecordId, OccasionId)>;

/// Whether this is the making of the chart and not a later time.
fn is_first_sitting(chart: Option<&Record>, occasion: &OccasionId) -> bool {
    chart.is_some_and(|chart| chart.occasions.first().is_some_and(|first| first.id == *occasion && !first.finished))
}

fn item_ids(chart: Option<&Arc<Record>>, occasion: &OccasionId) -> Vec<ItemId> {
    let Some(chart) = chart else { return Vec::new() };
    let Some(occasion) = chart.occasion(occasion) else { return Vec::new() };
    chart.items_on(occasion).map(|item| item.id.clone()).collect()
}

fn progress(chart: Option<&Arc<Record>>, occasion: &OccasionId) -> String {
    let Some(occasion) = chart.and_then(|chart| chart.occasion(occasion)) else { return String::new() };
    let (rated, items) = (occasion.rated_count(), occasion.ratings.len());
    tf(Key::RatedOf, &[("rated", &rated.to_string()), ("items", &items.to_string())])
}

fn way_back(ids: Ids, first: bool) -> Route {
    let record = ids.with_value(|(record, _)| record.clone());
    if first { Route::Make { record, step: Step::Opposites, item: None } } else { Route::Chart(record) }
}

/// In the first sitting the next step; later, the reveal.
#[component]
fn WayOn(ids: Ids, first: bool) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let chart = app.record(ids.with_value(|(record, _)| record.clone()));
    let finish = move |_| {
        let (record, occasion) = ids.get_value();
        app.edit(&record, Edit::Finish(occasion.clone()));
        let then = chart.with_untracked(|chart| chart.as_ref()?.before(&occasion).map(|then| then.id.clone()));
        let rated = chart
            .with_untracked(|c| c.as_ref().and_then(|c| c.occasion(&occasion)).is_some_and(|o| o.rated_count() > 0));
        match then.filter(|_| rated) {
            Some(then) => navigation.replace(&Route::Compare { record, then, now: occasion }),
            None => navigation.replace(&Route::Chart(record)),
        }
    };
    if first {
        let record = ids.with_value(|(record, _)| record.clone());
        let next = Route::Make { record, step: Step::Rate.next(), item: None };
        view! { <a class="button primary" href=next.to_hash()>{t(Key::Next)}</a> }.into_any()
    } else {
        view! { <button type="button" class="button primary" on:click=finish>{t(Key::FinishRating)}</button> }
            .into_any()
    }
}

/// Says that earlier values are hidden, and shows them when asked to.
#[component]
fn Earlier(ids: Ids) -> impl IntoView {
    let app = app();
    let chart = app.record(ids.with_value(|(record, _)| record.clone()));
    let state = Memo::new(move |_| {
        chart.with(|chart| {
            ids.with_value(|(_, occasion)| {
                let chart = chart.as_ref()?;
                chart.before(occasion)?;
                Some(chart.occasion(occasion)?.earlier_shown)
            })
        })
    });
    let show = move |_| ids.with_value(|(record, occasion)| app.edit(record, Edit::ShowEarlier(occasion.clone())));
    move || match state.get() {
        None => ().into_any(),
        Some(true) => view! { <p class="soft">{t(Key::EarlierShown)}</p> }.into_any(),
        Some(false) => view! {
            <p class="soft">
                {t(Key::EarlierHiddenWhy)}" "
                <button type="button" class="link" on:click=show>{t(Key::ShowEarlier)}</button>
            </p>
        }
        .into_any(),
    }
}

#[component]
fn OnTheWheel(
    ids: Ids,
    items: Memo<Vec<ItemId>>,
    current: Memo<Option<ItemId>>,
    show: Callback<Option<ItemId>>,
    next: Signal<Option<ItemId>>,
) -> impl IntoView {
    let navigation = navigation();
    let (record, occasion) = ids.get_value();
    let close = move || match navigation.route() {
        // The sheet was opened by a step forward.
        Route::Rate { item: Some(_), .. } => platform::go_back(),
        _ => {}
    };
    let row = move |item: String| {
        let (record, occasion) = ids.get_value();
        let item = ItemId::new(item);
        let number = items.with_untracked(|items| items.iter().take_while(|each| **each != item).count()) + 1;
        let open = item.clone();
        view! { <RatingRow record occasion item number on_open=move || show.run(Some(open.clone())) /> }.into_any()
    };
    view! {
        <div class="beside">
            <div class="beside-wheel">
                <WheelInput
                    record=record.clone()
                    occasion=occasion.clone()
                    selected=current
                    on_rated=move |item| show.run(Some(item))
                />
            </div>
            <ul class="beside-list rating-rows">
                {rows(move || items.with(|items| items.iter().map(ToString::to_string).collect()), row)}
            </ul>
        </div>
        <RatingSheet
            record
            occasion
            item=current
            has_next=Signal::derive(move || next.get().is_some())
            on_next=move || show.run(next.get_untracked())
            on_close=close
        />
    }
}

#[component]
fn OneAtATime(ids: Ids, current: Memo<Option<ItemId>>) -> impl IntoView {
    move || {
        current.get().map(|item| {
            let (record, occasion) = ids.get_value();
            view! { <RatingCard record occasion item /> }
        })
    }
}

/// One kind line, never in the way.
#[component]
fn NudgeLine(ids: Ids) -> impl IntoView {
    let app = app();
    let chart = app.record(ids.with_value(|(record, _)| record.clone()));
    let line = Memo::new(move |_| {
        chart.with(|chart| {
            let chart = chart.as_ref()?;
            let occasion = ids.with_value(|(_, occasion)| chart.occasion(occasion).cloned())?;
            let all = occasion.rated_count() == occasion.ratings.len();
            nudge(&occasion, chart.instrument.scale).filter(|_| all)
        })
    });
    move || {
        line.get().map(|nudge| {
            let key = match nudge {
                Nudge::AllEqual => Key::NudgeAllEqual,
                Nudge::NearlyAllHigh => Key::NudgeNearlyAllHigh,
            };
            view! { <p class="nudge" role="status">{t(key)}</p> }
        })
    }
}
