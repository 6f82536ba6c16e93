//! Filling in an audit, one screen a stop.

mod end;
mod item;
mod overall;
mod prompts;
mod section_end;

use leptos::prelude::*;

use crate::domain::{ItemId, OccasionId, RecordId, Stop};
use crate::platform;
use crate::state::Route;
use crate::ui::chart_handle::{Chart, Entry};
use crate::ui::components::{EarlierValues, Page, TemporaryWindow};
use crate::ui::navigation::{Navigation, navigation};
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// One occasion of an audit. Opens where it was left; every stop has an address of its own.
#[component]
pub fn FillPage(
    /// Which audit.
    record: RecordId,
    /// Which occasion.
    occasion: OccasionId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let filling = Filling::new(chart, occasion.clone());
    chart.leave_unless_newest(occasion.clone());
    // Where one goes on is settled once: a reload leads back to what is shown, answered or not.
    if matches!(untrack(|| filling.navigation.route()), Route::Fill { stop: None, .. }) {
        filling.navigation.replace(&filling.route(filling.stop.get_untracked()));
    }
    let title = chart.peek().as_deref().map_or_else(|| t(Key::ChartGoneTitle).to_owned(), title_of);
    let screen = move || match filling.stop.get() {
        Stop::Item(item) => view! { <item::ItemStop filling item /> }.into_any(),
        Stop::SectionEnd(section) => view! { <section_end::SectionEndStop filling section /> }.into_any(),
        Stop::Overall(moment) => view! { <overall::OverallStop filling moment /> }.into_any(),
        Stop::Prompts => view! { <prompts::PromptsStop filling /> }.into_any(),
        Stop::End => view! { <end::EndStop filling /> }.into_any(),
    };
    // Moving on is announced by the heading of the next screen; the first one is announced as a page.
    Effect::new(move |before: Option<Stop>| {
        let stop = filling.stop.get();
        if before.is_some_and(|before| before != stop) {
            platform::show_stop();
        }
        stop
    });
    view! {
        <Page title=title back=Some(Route::Chart(record)) footer=move || view! { <Ways filling /> }>
            <div class="fill">
                <TemporaryWindow />
                <EarlierValues chart occasion=occasion.clone() />
                {screen}
            </div>
        </Page>
    }
}

/// One sitting with an audit: what is filled in, and which screen of it is shown.
#[derive(Clone, Copy)]
pub struct Filling {
    pub chart: Chart,
    pub occasion: StoredValue<OccasionId>,
    /// The screen shown.
    pub stop: Memo<Stop>,
    pub navigation: Navigation,
}

impl Filling {
    fn new(chart: Chart, occasion: OccasionId) -> Self {
        let navigation = navigation();
        let now = chart.peek();
        let resumed = now.as_ref().and_then(|chart| Some(chart.resumes_at(chart.occasion(&occasion)?)));
        let resumed = StoredValue::new(resumed.unwrap_or(Stop::End));
        let occasion = StoredValue::new(occasion);
        let stop = Memo::new(move |before: Option<&Stop>| match navigation.route() {
            Route::Fill { stop, .. } => {
                stop.filter(|stop| Self::stops(chart, occasion).contains(stop)).unwrap_or_else(|| resumed.get_value())
            }
            // The page is being left.
            _ => before.cloned().unwrap_or(Stop::End),
        });
        Self { chart, occasion, stop, navigation }
    }

    #[inline(never)]
    fn stops(chart: Chart, occasion: StoredValue<OccasionId>) -> Vec<Stop> {
        let chart = chart.peek();
        let occasion = occasion.get_value();
        chart.as_ref().and_then(|chart| Some(chart.stops(chart.occasion(&occasion)?))).unwrap_or_default()
    }

    /// The stop `by` places after the one shown.
    #[inline(never)]
    pub fn neighbour(self, by: isize) -> Option<Stop> {
        let (stops, current) = (Self::stops(self.chart, self.occasion), self.stop.get());
        let here = stops.iter().position(|stop| *stop == current)?;
        stops.get(here.checked_add_signed(by)?).cloned()
    }

    #[inline(never)]
    pub fn route(self, stop: Stop) -> Route {
        Route::Fill { record: self.chart.id(), occasion: self.occasion.get_value(), stop: Some(stop) }
    }

    /// Goes on to the next stop.
    #[inline(never)]
    pub fn go_on(self) {
        if let Some(next) = untrack(|| self.neighbour(1)) {
            self.navigation.go(&self.route(next));
        }
    }

    #[inline(never)]
    pub fn entry(self, item: ItemId) -> Entry {
        Entry::new(self.chart, self.occasion.get_value(), item)
    }

    /// The number of items answered so far, and of all.
    #[inline(never)]
    pub fn progress(self) -> (usize, usize) {
        let chart = self.chart.get();
        let occasion = self.occasion.get_value();
        chart.as_ref().and_then(|chart| Some(chart.progress(chart.occasion(&occasion)?))).unwrap_or_default()
    }
}

/// The way back and the way on. An item that is left for now stays open, and is named again at the end.
#[component]
fn Ways(filling: Filling) -> impl IntoView {
    let back = move || {
        let route = filling.neighbour(-1).map_or_else(|| Route::Chart(filling.chart.id()), |stop| filling.route(stop));
        view! { <a class="button quiet" href=route.to_hash()>{t(Key::Back)}</a> }
    };
    let is_open = Memo::new(move |_| match filling.stop.get() {
        Stop::Item(item) => filling.entry(item).rating().answer.is_open(),
        _ => false,
    });
    let on = move || match filling.neighbour(1) {
        Some(next) => {
            let route = filling.route(next);
            let key = move || t(if is_open.get() { Key::LeaveForNow } else { Key::Next });
            view! {
                <a
                    class="button onward"
                    class:primary=move || !is_open.get()
                    class:quiet=move || is_open.get()
                    href=route.to_hash()
                >
                    {key}
                </a>
            }
            .into_any()
        }
        None => view! { <end::Finish filling /> }.into_any(),
    };
    view! {
        {back}
        {on}
    }
}
