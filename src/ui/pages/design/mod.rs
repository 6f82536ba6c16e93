//! An instrument of one's own, being made.

mod about;
mod draft;
mod item_editor;
mod item_more;
mod items;
mod missing;
mod preview;
mod prompts;
mod scale;
mod tool;

use about::{AboutFields, ChartFields, SourceField, StyleChoice};
use draft::Draft;
use items::Items;
use leptos::prelude::*;
use missing::missing;
use preview::Preview;
use prompts::Prompts;
use scale::ScaleFields;

use crate::domain::InstrumentId;
use crate::state::Route;
use crate::ui::components::Page;
use crate::ui::say::t;
use crate::words::Key;

/// Everything that can be changed about it, with a preview that follows.
#[component]
pub fn DesignPage(
    /// Which instrument.
    form: InstrumentId,
) -> impl IntoView {
    let route = Route::Instrument(form.clone());
    let draft = Draft::follow(form);
    let is_here = Memo::new(move |_| draft.get().is_some());
    if !is_here.get_untracked() {
        return view! { <Page title=t(Key::ChartGoneTitle) back=Some(Route::Library)><Gone /></Page> }.into_any();
    }
    let title = move || if draft.is_chart() { Key::DesignChartTitle } else { Key::DesignTitle };
    let there = route.to_hash();
    let footer = move || view! { <UseIt draft there=there.clone() /> };
    view! {
        <Page title=Signal::derive(move || t(title()).to_owned()) back=Some(route) footer=footer>
            {move || if is_here.get() { view! { <Parts draft /> }.into_any() } else { view! { <Gone /> }.into_any() }}
        </Page>
    }
    .into_any()
}

#[component]
fn Gone() -> impl IntoView {
    view! { <p>{t(Key::DesignGone)}</p> }
}

#[component]
fn Parts(draft: Draft) -> impl IntoView {
    let is_chart = Memo::new(move |_| draft.is_chart());
    view! {
        <div class="design">
            <AboutFields draft />
            <Preview draft />
            <div class="design-rest">
                <StyleChoice draft />
                {move || (!is_chart.get()).then(|| view! { <ScaleFields draft /> })}
                <Items draft />
                {move || if is_chart.get() {
                    view! { <ChartFields draft /> }.into_any()
                } else {
                    view! { <Prompts draft /> }.into_any()
                }}
                <SourceField draft />
            </div>
        </div>
        <p class="visually-hidden" role="status">{move || draft.said.get()}</p>
    }
}

/// What is still missing, and the way on once nothing is.
#[component]
fn UseIt(draft: Draft, there: String) -> impl IntoView {
    let missing = Memo::new(move |_| draft.get().and_then(|form| missing(&form)));
    let is_ready = move || missing.with(Option::is_none);
    view! {
        <p class="design-missing" role="status">{move || missing.get()}</p>
        <a
            class="button primary"
            role="link"
            href=move || is_ready().then(|| there.clone())
            aria-disabled=move || (!is_ready()).then_some("true")
        >{t(Key::DesignUse)}</a>
    }
}
