//! Rating: on the wheel, in the list beside it, or one at a time; all in step.

use leptos::prelude::*;

use crate::analysis::{Nudge, nudge};
use crate::domain::{Edit, ItemId, Kind, OccasionId, Rater, Record, RecordId, Step};
use crate::platform;
use crate::state::{RateView, Route};
use crate::ui::chart_handle::{Chart, Entry};
use crate::ui::components::{
    EarlierValues, Page, RatingCard, RatingRow, RatingSheet, StepCount, TemporaryWindow, WheelInput,
};
use crate::ui::navigation::{Navigation, navigation};
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
    let chart = Chart::follow(record.clone());
    let sitting = Sitting::new(chart, occasion);
    if sitting.first {
        chart.edit(Edit::At(Step::Rate));
    }
    chart.leave_unless_newest(sitting.occasion.get_value());
    let back = chart.peek().and_then(|chart| chart.occasion(&sitting.occasion.get_value()).map(|rated| rated.kind));
    let title = t(match back {
        _ if sitting.is_view() => Key::RateViewTitle,
        _ if sitting.first => Key::RateTitle,
        Some(Kind::Retrospective) => Key::RateBackTitle,
        _ => Key::RateAgainTitle,
    });
    let body = move || {
        if sitting.items.with(Vec::is_empty) {
            view! { <p>{t(Key::NoAttributesYet)}</p> }.into_any()
        } else if sitting.one_at_a_time.get() {
            view! { <OneAtATime sitting /> }.into_any()
        } else {
            view! { <OnTheWheel sitting /> }.into_any()
        }
    };
    let switch = move || {
        let (view, key) =
            if sitting.one_at_a_time.get() { (RateView::Wheel, Key::ShowWheel) } else { (RateView::One, Key::ShowOne) };
        view! { <a class="link" href=sitting.route(view, None).to_hash()>{t(key)}</a> }
    };
    view! {
        <Page title back=Some(Route::Chart(record)) footer=move || view! { <Ways sitting /> }>
            <TemporaryWindow />
            {sitting.first.then(|| view! { <StepCount step=Step::Rate /> })}
            <div class="rate-bar">
                <span class="soft">{move || sitting.progress()}</span>
                {switch}
            </div>
            {sitting.first.then(|| view! { <OnPaper chart /> })}
            <EarlierValues chart occasion=sitting.occasion.get_value() />
            {body}
            <NudgeLine sitting />
        </Page>
    }
}

/// The way for those who have it on paper already, until something is rated here.
#[component]
fn OnPaper(chart: Chart) -> impl IntoView {
    let takes = Memo::new(move |_| chart.get().is_some_and(|chart| chart.takes_paper().is_some()));
    let paper = Route::Paper(chart.id()).to_hash();
    move || takes.get().then(|| view! { <a class="link" href=paper.clone()>{t(Key::PaperHave)}</a> })
}

/// One sitting of rating: what is rated, and which item is open.
#[derive(Clone, Copy)]
struct Sitting {
    chart: Chart,
    occasion: StoredValue<OccasionId>,
    /// Whether this is the making of the chart and not a later time.
    first: bool,
    items: Memo<Vec<ItemId>>,
    one_at_a_time: Memo<bool>,
    /// The item whose sheet or card is open.
    current: Memo<Option<ItemId>>,
    /// Whether the sheet was opened by a step forward, which closing it takes back.
    stepped: StoredValue<bool>,
    navigation: Navigation,
}

impl Sitting {
    fn new(chart: Chart, occasion: OccasionId) -> Self {
        let navigation = navigation();
        let first = chart.peek().is_some_and(|chart| chart.is_being_made() && chart.occasion(&occasion).is_some());
        let occasion = StoredValue::new(occasion);
        let items = Memo::new(move |_| {
            let (chart, occasion) = (chart.get(), occasion.get_value());
            let items = chart.iter().flat_map(|chart| {
                let occasion = chart.occasion(&occasion);
                occasion.into_iter().flat_map(|occasion| chart.items_to_rate(occasion).map(|item| item.id.clone()))
            });
            items.collect::<Vec<ItemId>>()
        });
        let at = Memo::new(move |_| match navigation.route() {
            Route::Rate { view, item, .. } => (view, item),
            _ => (RateView::Auto, None),
        });
        let one_at_a_time = Memo::new(move |_| match at.get().0 {
            RateView::One => true,
            RateView::Wheel => false,
            RateView::Auto => items.get().len() > ON_WHEEL_MAX || platform::text_scale() >= LARGE_TEXT,
        });
        let current = Memo::new(move |_| {
            let items = items.get();
            let item = at.get().1.filter(|item| items.contains(item));
            if one_at_a_time.get() { item.or_else(|| items.first().cloned()) } else { item }
        });
        let stepped = StoredValue::new(false);
        Self { chart, occasion, first, items, one_at_a_time, current, stepped, navigation }
    }

    #[inline(never)]
    fn route(self, view: RateView, item: Option<ItemId>) -> Route {
        Route::Rate { record: self.chart.id(), occasion: self.occasion.get_value(), view, item }
    }

    /// Opens an item. From the wheel that is a step forward, which "back" undoes; going on inside is not.
    #[inline(never)]
    fn show(self, item: Option<ItemId>) {
        let one = self.one_at_a_time.get_untracked();
        let target = self.route(if one { RateView::One } else { RateView::Wheel }, item);
        if !one && self.current.get_untracked().is_some() {
            self.navigation.replace(&target);
        } else {
            self.stepped.set_value(true);
            self.navigation.go(&target);
        }
    }

    /// Closes the sheet that is open.
    #[inline(never)]
    fn close(self) {
        if self.current.get_untracked().is_none() {
            return;
        }
        if self.stepped.get_value() {
            self.stepped.set_value(false);
            platform::go_back();
        } else {
            self.navigation.replace(&self.route(RateView::Wheel, None));
        }
    }

    /// The item `by` places after the one that is open.
    #[inline(never)]
    fn neighbour(self, by: isize) -> Option<ItemId> {
        let (items, current) = (self.items.get(), self.current.get()?);
        let here = items.iter().position(|item| *item == current)?;
        items.get(here.checked_add_signed(by)?).cloned()
    }

    fn entry(self, item: ItemId) -> Entry {
        Entry::new(self.chart, self.occasion.get_value(), item)
    }

    /// Whether somebody else rates, and not the owner.
    fn is_view(self) -> bool {
        let chart = self.chart.peek();
        let on = chart.as_ref().and_then(|chart| chart.occasion(&self.occasion.get_value()));
        on.is_some_and(|on| on.rater != Rater::Me)
    }

    /// How many items carry a number, and how many there are.
    fn counts(self) -> Option<(usize, usize)> {
        let chart = self.chart.get()?;
        Some(chart.progress(chart.occasion(&self.occasion.get_value())?))
    }

    fn progress(self) -> String {
        let (rated, items) = self.counts().unwrap_or_default();
        tf(Key::RatedOf, &[("rated", &rated.to_string()), ("items", &items.to_string())])
    }

    /// Finishes, and leads to the reveal where there is something to compare with.
    #[inline(never)]
    fn finish(self) {
        self.navigation.replace(&self.chart.finish(&self.occasion.get_value()));
    }
}

/// The way back and the way on, item by item where one item is shown at a time.
#[component]
fn Ways(sitting: Sitting) -> impl IntoView {
    let record = sitting.chart.id();
    let making = |step| Route::Make { record: record.clone(), step, item: None };
    let before = if sitting.first { making(Step::Opposites) } else { Route::Chart(record.clone()) };
    let after = making(Step::Rate.next());
    let neighbour = move |by| sitting.one_at_a_time.get().then(|| sitting.neighbour(by)).flatten();
    let open = move |item: ItemId, onward: bool| {
        let show = move |_| sitting.show(Some(item.clone()));
        let key = if onward { Key::Next } else { Key::Back };
        view! {
            <button type="button" class="button" class:primary=onward class:quiet=!onward on:click=show>{t(key)}</button>
        }
        .into_any()
    };
    let back = move || match neighbour(-1) {
        Some(item) => open(item, false),
        None => view! { <a class="button quiet" href=before.to_hash()>{t(Key::Back)}</a> }.into_any(),
    };
    let on = move || match neighbour(1) {
        Some(item) => open(item, true),
        None if sitting.first => view! { <a class="button primary" href=after.to_hash()>{t(Key::Next)}</a> }.into_any(),
        None => {
            let finish = move |_| sitting.finish();
            let before = |chart: &Record| chart.before(&sitting.occasion.get_value()).is_some();
            let compares = !sitting.is_view() && sitting.chart.peek().as_deref().is_some_and(before);
            let key = if compares { Key::FinishRating } else { Key::Done };
            view! { <button type="button" class="button primary" on:click=finish>{t(key)}</button> }.into_any()
        }
    };
    view! {
        {back}
        {on}
    }
}

#[component]
fn OnTheWheel(sitting: Sitting) -> impl IntoView {
    let row = move |item: String| {
        let item = ItemId::new(item);
        let number = sitting.items.get_untracked().iter().take_while(|each| **each != item).count() + 1;
        let entry = sitting.entry(item.clone());
        view! { <RatingRow entry number on_open=move |()| sitting.show(Some(item.clone())) /> }.into_any()
    };
    let open = Memo::new(move |_| sitting.current.get());
    view! {
        <div class="beside">
            <div class="beside-wheel">
                <WheelInput
                    chart=sitting.chart
                    occasion=sitting.occasion.get_value()
                    selected=sitting.current
                    on_rated=move |item| sitting.show(Some(item))
                />
            </div>
            <ul class="beside-list rating-rows">
                {rows(move || sitting.items.get().iter().map(ToString::to_string).collect(), row)}
            </ul>
        </div>
        <RatingSheet
            entry=Signal::derive(move || open.get().map(|item| sitting.entry(item)))
            has_next=Signal::derive(move || sitting.neighbour(1).is_some())
            on_next=move |()| sitting.show(untrack(|| sitting.neighbour(1)))
            on_close=move |()| sitting.close()
        />
    }
}

#[component]
fn OneAtATime(sitting: Sitting) -> impl IntoView {
    move || sitting.current.get().map(|item| view! { <RatingCard entry=sitting.entry(item) /> })
}

/// One kind line, never in the way.
#[component]
fn NudgeLine(sitting: Sitting) -> impl IntoView {
    let line = Memo::new(move |_| {
        let occasion = sitting.chart.occasion(&sitting.occasion.get_value())?;
        let all = sitting.counts().is_some_and(|(rated, items)| rated == items);
        nudge(&occasion, sitting.chart.scale()).filter(|_| all)
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
