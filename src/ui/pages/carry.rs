//! All that is kept, on its way to another device.

use leptos::prelude::*;

use crate::codec::{PIECE_CHARS_MAX, Shared, pieces};
use crate::domain::{Instrument, Record};
use crate::platform;
use crate::state::{Amount, Route};
use crate::ui::components::{CodePicture, Page, SaveEverything};
use crate::ui::copies::kept;
use crate::ui::links::{link_with, payload_of};
use crate::ui::navigation::app;
use crate::ui::say::{amount_words, t, tf};
use crate::words::Key;

/// How long a code is shown before the next one, in seconds.
const EACH_SECONDS: u64 = 2;

/// How much there is, in a file or in codes.
#[component]
pub fn CarryPage() -> impl IntoView {
    // The codes are shown once the other phone is at hand; they have the page to themselves then.
    let shown = RwSignal::new(None::<Vec<String>>);
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            platform::focus_heading();
        }
    });
    let (records, lists) = kept(app());
    let amount = Amount::of(records.iter().map(AsRef::as_ref), lists.len());
    let all = move || {
        view! {
            <p class="lead">{tf(Key::CarryLead, &[("what", &amount_words(amount))])}</p>
            {move || match shown.get() {
                Some(links) => view! { <Turning links /> }.into_any(),
                None => view! { <Ways shown /> }.into_any(),
            }}
        }
    };
    view! {
        <Page title=t(Key::CarryTitle) back=Some(Route::Storage)>
            {if amount == Amount::default() {
                view! { <p class="lead">{t(Key::CarryNothing)}</p> }.into_any()
            } else {
                all().into_any()
            }}
        </Page>
    }
}

/// The two ways for it.
#[component]
fn Ways(shown: RwSignal<Option<Vec<String>>>) -> impl IntoView {
    let (records, lists) = kept(app());
    let everything = Shared::Everything {
        records: records.iter().map(|record| Record::clone(record)).collect(),
        instruments: lists.iter().map(|form| Instrument::clone(form)).collect(),
    };
    // Made when the page opens: the codes belong to each other, and to what was there then.
    let links = RwSignal::new(None::<Option<Vec<String>>>);
    platform::spawn(async move {
        let made = payload_of(&everything).await.ok().and_then(|payload| links_of(&payload));
        links.try_set(Some(made));
    });
    let codes = move || match links.get() {
        None => ().into_any(),
        Some(None) => view! { <p>{t(Key::CarryTooMuch)}</p> }.into_any(),
        Some(links) => view! {
            <p>{t(Key::CarryCodesHow)}</p>
            <button type="button" class="button quiet" on:click=move |_| shown.set(links.clone())>
                {t(Key::CarryShow)}
            </button>
        }
        .into_any(),
    };
    let steps = [Key::MoveSave, Key::MoveBring, Key::MoveOpen].map(|key| view! { <li>{t(key)}</li> });
    view! {
        <section>
            <h2>{t(Key::CarryFile)}</h2>
            <ol class="steps">{steps.collect_view()}</ol>
            <SaveEverything on_saved=|()| {} />
        </section>
        <section>
            <h2>{t(Key::CarryCodes)}</h2>
            {codes}
        </section>
        <p class="soft">{t(Key::MoveAfter)}</p>
    }
}

/// A link for each code.
fn links_of(payload: &str) -> Option<Vec<String>> {
    let room = PIECE_CHARS_MAX.checked_sub(link_with("").len())?;
    Some(pieces(payload, room)?.iter().map(|piece| link_with(piece)).collect())
}

/// One code after the other, by itself or by touch.
#[component]
fn Turning(links: Vec<String>) -> impl IntoView {
    let count = links.len();
    let at = RwSignal::new(0_usize);
    let goes_on = RwSignal::new(!platform::wants_calm());
    let step = move |by: usize| at.update(|at| *at = (*at + by) % count.max(1));
    platform::every(EACH_SECONDS, move || {
        if goes_on.get_untracked() {
            step(1);
        }
    });
    platform::stay_awake();
    let turn = move |by: usize| {
        goes_on.set(false);
        step(by);
    };
    let which = move |key| tf(key, &[("which", &(at.get() + 1).to_string()), ("count", &count.to_string())]);
    let link = Signal::derive(move || links.get(at.get()).cloned());
    let several = (count > 1).then(|| {
        let play = move || t(if goes_on.get() { Key::CarryPause } else { Key::CarryPlay });
        view! {
            <p class="which">{move || which(Key::CarryWhich)}</p>
            <div class="actions">
                <button type="button" class="button quiet" on:click=move |_| turn(count - 1)>{t(Key::CarryPrevious)}</button>
                <button type="button" class="button quiet" on:click=move |_| goes_on.update(|goes_on| *goes_on = !*goes_on)>
                    {play}
                </button>
                <button type="button" class="button quiet" on:click=move |_| turn(1)>{t(Key::CarryNext)}</button>
            </div>
        }
    });
    view! {
        <CodePicture link alt=Signal::derive(move || which(Key::CarryCodeAlt)) />
        {several}
    }
}
