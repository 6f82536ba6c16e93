//! What taking in a file would do, before it is done.

use std::sync::Arc;

use leptos::prelude::*;

use super::gives_way::GivesWayView;
use super::rate_first::{Asked, RateFirst, ToRateFirst};
use crate::codec::OpenedFile;
use crate::domain::{Came, Instrument, InstrumentId, Merged, Record};
use crate::state::{Amount, App, Fate, ListFate, Notice, Opened, Route};
use crate::ui::components::{Disclosure, OpenButtons, Page};
use crate::ui::navigation::{Navigation, app, navigation};
use crate::ui::say::{instrument_title, last_rated, t, tf, title_of, tn};
use crate::words::Key;

/// What would be new, what would be brought together, what is here; and the way on.
#[component]
pub fn ReportView(
    /// What the file holds.
    file: Arc<OpenedFile>,
    /// Whether that is all of somebody's, on the way to another device.
    moved: bool,
) -> impl IntoView {
    let app = app();
    let navigation = navigation();
    let looked = {
        let file = file.clone();
        // What another window changes meanwhile is seen here as well.
        let (records, lists) = (app.records(), app.instruments());
        Memo::new(move |_| {
            // Read, and not only tracked: what nobody reads is never made, and tells of no change.
            records.with(|_| {});
            lists.with(|_| {});
            Looked::at(app, &file)
        })
    };
    let others = file.clone();
    let unreadable = file.repairs.len();
    let take_in = move |_| {
        let opened = app.take_in(OpenedFile::clone(&file));
        go_on(app, navigation, &file, moved, &opened);
    };
    let is_news = looked.with_untracked(Looked::is_news);
    // One that is new here and can be rated by whoever keeps it.
    let to_rate = looked.with_untracked(Looked::only_new_chart).filter(|_| !moved);
    let rating = to_rate.as_ref().map(|record| RateFirst {
        app,
        navigation,
        file: StoredValue::new(others.clone()),
        label: RwSignal::new(record.companion.trim().to_owned()),
    });
    let asked = to_rate.filter(Record::asks_for_a_view);
    let is_asked = asked.is_some();
    let footer = move || {
        let (key, take_in) = (if is_asked { Key::AskedRate } else { Key::TakeIn }, take_in.clone());
        let go_on = move |event| match rating.filter(|_| is_asked) {
            Some(rating) => rating.begin(),
            None => take_in(event),
        };
        view! {
            <button type="button" class="button quiet" on:click=move |_| navigation.replace(&Route::Home)>
                {t(Key::NotNow)}
            </button>
            <button type="button" class="button primary" on:click=go_on>{t(key)}</button>
        }
    };
    let from_someone = (!moved && looked.with_untracked(Looked::has_new_charts)).then(|| {
        let file = others.clone();
        let take_in = move |_| {
            let opened = app.take_in_from_someone(OpenedFile::clone(&file));
            go_on(app, navigation, &file, moved, &opened);
        };
        view! {
            <section class="from-someone">
                <h2>{t(if is_asked { Key::AskedLater } else { Key::OpeningTheirs })}</h2>
                <p class="soft">{t(Key::OpeningTheirsWords)}</p>
                <button type="button" class="button quiet" on:click=take_in>{t(Key::OpeningTheirsKeep)}</button>
                {rating.filter(|_| !is_asked).map(|rating| view! { <ToRateFirst rating /> })}
            </section>
        }
    });
    let body = view! {
        {(!is_asked).then(|| view! { <p>{t(if is_news { Key::OpeningLead } else { Key::OpeningNoNews })}</p> })}
        {asked.zip(rating).map(|(record, rating)| view! { <Asked record rating /> })}
        {(unreadable > 0).then(|| view! { <p>{tn(Key::OpeningUnreadable, unreadable)}</p> })}
        {move || (!is_asked).then(|| looked.get().view())}
        {from_someone}
    };
    let (title, back) = (t(Key::OpeningTitle), Some(Route::Home));
    if is_news {
        view! { <Page title back footer=footer>{body}</Page> }.into_any()
    } else {
        view! { <Page title back>{body}<OpenButtons /></Page> }.into_any()
    }
}

/// A file, compared with what is here.
#[derive(Clone, PartialEq)]
struct Looked {
    records: Vec<(Record, Fate)>,
    lists: Vec<(Instrument, ListFate)>,
}

impl Looked {
    fn at(app: App, file: &OpenedFile) -> Self {
        Self {
            records: file.records.iter().map(|record| (record.clone(), app.fate_of(record))).collect(),
            lists: file.instruments.iter().map(|form| (form.clone(), app.fate_of_list(form))).collect(),
        }
    }

    fn is_news(&self) -> bool {
        let new_list = |(_, fate): &(_, ListFate)| !matches!(fate, ListFate::Here(_));
        self.records.iter().any(|(_, fate)| fate.is_news()) || self.lists.iter().any(new_list)
    }

    /// Whether there is a chart in it that is not here, and no invented one.
    fn has_new_charts(&self) -> bool {
        self.records.iter().any(|(record, fate)| *fate == Fate::New && !record.sample)
    }

    /// The only chart in it, where that is not here, and nothing else is in it.
    fn only_new_chart(&self) -> Option<Record> {
        match (self.records.as_slice(), self.lists.as_slice()) {
            ([(record, Fate::New)], []) if !record.sample && record.items().next().is_some() => Some(record.clone()),
            _ => None,
        }
    }

    fn view(self) -> impl IntoView + use<> {
        let (mut new, mut together, mut here) = (Vec::new(), Vec::new(), Vec::new());
        for (record, fate) in self.records {
            let is_news = fate.is_news();
            match fate {
                Fate::New => new.push(view! { <NewChart record /> }.into_any()),
                Fate::Together { here, merged } if is_news => {
                    together.push(view! { <Together here merged /> }.into_any());
                }
                Fate::Together { here: is, merged } => {
                    let (route, title) = (Route::Chart(is.id.clone()), title_of(&is));
                    let older = (!merged.lost.is_empty()).then_some((is, merged));
                    here.push(view! { <Here route title older /> }.into_any());
                }
                Fate::Here => {
                    here.push(
                        view! { <Here route=Route::Chart(record.id.clone()) title=title_of(&record) /> }.into_any(),
                    );
                }
            }
        }
        for (form, fate) in self.lists {
            let title = instrument_title(&form);
            match fate {
                ListFate::New => new.push(view! { <NewList title words=Key::OpeningList /> }.into_any()),
                ListFate::Copy => new.push(view! { <NewList title words=Key::OpeningListCopy /> }.into_any()),
                ListFate::Here(id) => here.push(view! { <Here route=Route::Instrument(id) title /> }.into_any()),
            }
        }
        view! {
            <Group title=Key::OpeningNew rows=new />
            <Group title=Key::OpeningTogether rows=together />
            <Group title=Key::OpeningHere rows=here />
        }
    }
}

/// How many rows of one kind stand open; more are folded.
const ROWS_OPEN: usize = 6;

/// A heading and what stands under it; the many of a large file are folded.
#[component]
fn Group(title: Key, mut rows: Vec<AnyView>) -> impl IntoView {
    let rest = rows.split_off(rows.len().min(ROWS_OPEN));
    (!rows.is_empty()).then(|| {
        let more = tn(Key::OpeningMore, rest.len());
        view! {
            <section>
                <h2>{t(title)}</h2>
                <ul class="items">{rows}</ul>
                {(!rest.is_empty()).then(|| view! { <Disclosure summary=more><ul class="items">{rest}</ul></Disclosure> })}
            </section>
        }
    })
}

#[component]
fn NewChart(record: Record) -> impl IntoView {
    let items = record.items().count();
    let size = tn(if record.is_audit() { Key::Statements } else { Key::Attributes }, items);
    view! {
        <li class="item">
            <h3>{title_of(&record)}</h3>
            <p class="soft">{size}" · "{last_rated(record.last_rated())}</p>
        </li>
    }
}

#[component]
fn NewList(title: String, words: Key) -> impl IntoView {
    view! {
        <li class="item">
            <h3>{title}</h3>
            <p class="soft">{t(words)}</p>
        </li>
    }
}

/// What is here already. What the file has that is older is said, too.
#[component]
fn Here(
    route: Route,
    title: String,
    #[prop(optional_no_strip)] older: Option<(Arc<Record>, Box<Merged>)>,
) -> impl IntoView {
    let older = older.map(|(here, merged)| {
        view! {
            <p class="soft">{t(Key::OpeningOlder)}</p>
            <GivesWayView here=here.as_ref() merged=merged.as_ref() />
        }
    });
    view! {
        <li class="item">
            <h3><a href=route.to_hash()>{title}</a></h3>
            {older}
        </li>
    }
}

/// A chart of which both have something: what would come, and what would give way.
#[component]
fn Together(here: Arc<Record>, merged: Box<Merged>) -> impl IntoView {
    let parts = came_words(&merged.record, merged.came);
    let came = match parts.join(", ") {
        none if none.is_empty() && merged.lost.is_empty() => t(Key::OpeningOrder).to_owned(),
        none if none.is_empty() => t(Key::OpeningNoneCame).to_owned(),
        parts => tf(Key::OpeningCame, &[("parts", &parts)]),
    };
    view! {
        <li class="item">
            <h3>{title_of(&here)}</h3>
            <p>{came}</p>
            <GivesWayView here=here.as_ref() merged=merged.as_ref() />
        </li>
    }
}

/// "1 time", "12 ratings": as far as there are any.
fn came_words(record: &Record, came: Came) -> Vec<String> {
    let items = if record.is_audit() { Key::Statements } else { Key::Attributes };
    let counts = [
        (Key::CameTimes, came.occasions),
        (items, came.items),
        (Key::CameRatings, came.ratings),
        (Key::CameTargets, came.targets),
        (Key::CameTalks, came.conversations),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(key, count)| tn(key, count)).collect()
}

/// Leads to what was taken in, where that is one chart or one list, and else home; and says what has happened.
fn go_on(app: App, navigation: Navigation, file: &OpenedFile, moved: bool, opened: &Opened) {
    let charts: Vec<_> = opened.added.iter().chain(&opened.merged).collect();
    let lists: Vec<&InstrumentId> = opened.lists_added.iter().chain(&opened.lists_copies).collect();
    match (charts.as_slice(), lists.as_slice()) {
        // Nothing can be changed here, which has been said.
        ([], []) => return,
        ([chart], []) => navigation.replace(&Route::Chart((*chart).clone())),
        ([], [list]) => navigation.replace(&Route::Instrument((*list).clone())),
        _ => navigation.replace(&Route::Home),
    }
    // One that is new is there to be seen.
    let is_seen = charts.len() + lists.len() == 1 && !(opened.added.is_empty() && opened.lists_added.is_empty());
    if moved || !is_seen {
        let is_whole = !file.records.is_empty() && file.repairs.is_empty() && app.has_all(file);
        let arrived = is_whole.then(|| Amount::of(&file.records, file.instruments.len()));
        let (charts, together) = (opened.added.len(), opened.merged.len());
        app.tell(Notice::TakenIn { arrived, charts, together, lists: lists.len() });
    }
}
