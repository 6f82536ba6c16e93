//! One instrument, to be looked at before it is begun.

use std::sync::Arc;

use leptos::prelude::*;

use super::begin::{Begin, Beginnings, Ways};
use crate::chart::{Layer, LayerStyle, WheelKind, WheelSpec};
use crate::domain::{Instrument, InstrumentId, Item};
use crate::instruments::is_built_in;
use crate::platform;
use crate::state::Route;
use crate::ui::built_in::{built_in, size_words};
use crate::ui::components::{Disclosure, Page, WheelCanvas};
use crate::ui::navigation::app;
use crate::ui::say::{best_words, instrument_title, item_words, t, tf, tn};
use crate::words::Key;

/// What it asks, how, and where it comes from. Nothing is begun by looking.
#[component]
pub fn InstrumentPage(
    /// Which, built in or one's own.
    form: InstrumentId,
) -> impl IntoView {
    let own = app().instrument(form.clone());
    // Until it is here; `Some(None)` when it cannot be had.
    let fetched = RwSignal::new(None::<Option<Arc<Instrument>>>);
    let fetch = move |form: InstrumentId| {
        fetched.set(None);
        platform::spawn(async move {
            let found = built_in(form.as_str()).await;
            _ = fetched.try_set(Some(found));
        });
    };
    // One that comes with the app can be asked for again.
    let again = is_built_in(form.as_str()).then(|| form.clone());
    match again.clone() {
        Some(form) => fetch(form),
        None => fetched.set(Some(None)),
    }
    let shown = Memo::new(move |_| own.get().map_or_else(|| fetched.get(), |own| Some(Some(own))));
    let title = Signal::derive(move || match shown.get() {
        Some(Some(form)) => instrument_title(&form),
        Some(None) => t(Key::ListGoneTitle).to_owned(),
        None => t(Key::PageComingTitle).to_owned(),
    });
    let options = Begin::new();
    let footer = move || {
        let shown = shown.get().flatten();
        shown.map(|form| view! { <Ways form options /> })
    };
    view! {
        <Page title back=Some(Route::Library) footer=move || view! { {footer} }>
            {move || match shown.get() {
                Some(Some(form)) => view! { <Preview form options /> }.into_any(),
                Some(None) => {
                    let again = again.clone().map(|form| view! {
                        <button type="button" class="button primary" on:click=move |_| fetch(form.clone())>
                            {t(Key::TryAgain)}
                        </button>
                    });
                    let key = if again.is_some() { Key::ListMissing } else { Key::ListGone };
                    view! { <p>{t(key)}</p>{again} }.into_any()
                }
                None => ().into_any(),
            }}
        </Page>
    }
}

#[component]
fn Preview(form: Arc<Instrument>, options: Begin) -> impl IntoView {
    let about = form.about.clone();
    let paragraph = |text: &str, style: &'static str| {
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        (!lines.is_empty()).then(
            || view! { <div class=style>{lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}</div> },
        )
    };
    view! {
        <article class="form">
            <Beginnings form=form.clone() />
            {paragraph(&about.purpose, "lead")}
            <p class="soft">{size_words(&form)}</p>
            {paragraph(&about.instruction, "instruction")}
            <Numbers form=form.clone() />
            {paragraph(&about.caution, "soft")}
            <Items form=form.clone() />
            {form.pupils.then(|| view! { <Sheet /> })}
            <super::begin::Options form=form.clone() options />
            <Source form />
        </article>
    }
}

/// The numbers with their words, and which end is best.
#[component]
fn Numbers(form: Arc<Instrument>) -> impl IntoView {
    let words = form.anchors.iter().map(|anchor| {
        view! { <li><strong>{anchor.value}</strong>" "{anchor.words.clone()}</li> }
    });
    let (min, max) = (form.scale.min.to_string(), form.scale.max.to_string());
    let best = best_words(form.direction, form.scale);
    form.is_audit().then(|| {
        view! {
            <section>
                <p>{tf(Key::NumbersFromTo, &[("min", &min), ("max", &max)])}" "{best}</p>
                <ul class="scale-words">{words.collect_view()}</ul>
            </section>
        }
    })
}

/// All that is asked, section by section.
#[component]
fn Items(form: Arc<Instrument>) -> impl IntoView {
    let list = |items: Vec<&Item>| {
        let items = items.into_iter().map(|item| view! { <li><ItemWords item=item.clone() /></li> }).collect_view();
        view! { <ul class="asks">{items}</ul> }.into_any()
    };
    let without = list(form.items.iter().filter(|item| item.section.is_none()).collect());
    let sections = form.sections.iter().map(|section| {
        let items: Vec<&Item> = form.items_in(&section.id).collect();
        let size = tn(Key::Statements, items.len());
        let summary = [section.name.as_str(), size.as_str()].join(" · ");
        let list = list(items);
        view! { <Disclosure summary=summary>{list}</Disclosure> }
    });
    let sections = sections.collect_view();
    let prompts = form.prompts.iter().map(|prompt| {
        let rank = (!prompt.rank.is_empty()).then(|| view! { <p class="soft">{prompt.rank.clone()}</p> });
        view! { <li><p>{prompt.text.clone()}</p>{rank}</li> }
    });
    let prompts = prompts.collect_view();
    let prompts = (!form.prompts.is_empty()).then(|| view! {
        <Disclosure summary=tn(Key::QuestionsInWords, form.prompts.len())><ul class="asks">{prompts}</ul></Disclosure>
    });
    view! {
        {without}
        <div>{sections}{prompts}</div>
    }
}

#[component]
fn ItemWords(item: Item) -> impl IntoView {
    let more = |text: &str| (!text.trim().is_empty()).then(|| view! { <p class="soft">{text.to_owned()}</p> });
    let levels =
        item.anchors.iter().map(|anchor| view! { <p class="soft">{anchor.value}": "{anchor.words.clone()}</p> });
    view! {
        <p>{item_words(&item)}</p>
        {more(&item.seen_high)}
        {levels.collect_view()}
        {more(&item.question)}
    }
}

/// How many spokes a blank sheet has: the middle of what is usual.
const BLANK_SPOKES: usize = 10;

/// A wheel to fill in by hand, with lines for the words.
#[component]
fn Sheet() -> impl IntoView {
    let scale = crate::domain::Scale::CONSTRUCT;
    // Nothing at all is drawn on it, not even that nothing is rated.
    let layers = vec![Layer { style: LayerStyle::Now, readings: Vec::new() }];
    let labels = (1..=BLANK_SPOKES).map(|at| at.to_string()).collect();
    let spec = WheelSpec { labels, layers, scale, kind: WheelKind::Single, width: 0.0, selected: None, band: None };
    let line = |at: usize| view! { <tr><th scope="row">{at}</th><td></td><td></td></tr> };
    view! {
        <section class="blank-sheet">
            <WheelCanvas spec=Signal::stored(Some(spec)) label=t(Key::BlankWheel) />
            <table>
                <thead>
                    <tr><td></td><th scope="col">{t(Key::BlankTen)}</th><th scope="col">{t(Key::BlankZero)}</th></tr>
                </thead>
                <tbody>{(1..=BLANK_SPOKES).map(line).collect_view()}</tbody>
            </table>
        </section>
    }
}

/// Whose it is, and on what terms.
#[component]
fn Source(form: Arc<Instrument>) -> impl IntoView {
    let about = &form.about;
    let version = tf(Key::VersionNumber, &[("version", &about.version.to_string())]);
    let place = (!about.line.is_empty()).then(|| tf(Key::SourceLine, &[("line", &about.line)]));
    let lines = [Some(about.source.clone()), place, Some(about.licence.clone()), Some(version)];
    let lines = lines.into_iter().flatten().filter(|line| !line.is_empty());
    let lines = lines.map(|line| view! { <p class="soft">{line}</p> }).collect_view();
    view! { <Disclosure summary=t(Key::SourcesTitle)>{lines}</Disclosure> }
}
