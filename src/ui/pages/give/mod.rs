//! What of a chart is given, and as what: seen before it leaves.

mod contents;
mod details;
mod file;
mod formats;
mod giving;
mod link;
mod one_page;
mod picture;
mod picture_words;
mod sheet;
mod switches;
mod table;
mod table_words;
mod ways;

use leptos::prelude::*;

use self::file::FilePreview;
use self::formats::Formats;
use self::giving::Giving;
use self::link::LinkPreview;
use self::one_page::OnePagePreview;
use self::picture::PicturePreview;
use self::sheet::{BlankSheet, SheetPreview};
use self::switches::Switches;
use self::table::{GridPreview, TablePreview};
use self::ways::Ways;
use crate::domain::{Extra, Record, RecordId};
use crate::state::{Family, Format, Route};
use crate::ui::chart_handle::Chart;
use crate::ui::components::Page;
use crate::ui::say::{t, tf, who};
use crate::words::Key;

/// Preview, switches, and the ways out.
#[component]
pub fn GivePage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record);
    let giving = Giving::follow(chart);
    let hidden = Memo::new(move |_| chart.get().is_some_and(|chart| chart.is_rating_again()));
    let gone = Memo::new(move |_| chart.get().is_none());
    let back = Some(Route::Chart(chart.id()));
    move || {
        if gone.get() {
            view! { <Page title=t(Key::ChartGoneTitle) back=Some(Route::Home)><p>{t(Key::ChartGone)}</p></Page> }
                .into_any()
        } else if hidden.get() {
            view! { <Page title=t(Key::GiveTitle) back=back.clone()><p>{t(Key::GiveHidden)}</p></Page> }.into_any()
        } else {
            let footer = move || view! { <Ways giving /> };
            view! {
                <Page title=t(Key::GiveTitle) back=back.clone() footer=footer>
                    <Formats giving />
                    <div class="giving">
                        <Theirs chart />
                        <Switches giving />
                        <CheckNames giving />
                        <Preview giving />
                    </div>
                </Page>
            }
            .into_any()
        }
    }
}

/// Whose words these are, where they are somebody else's.
#[component]
fn Theirs(chart: Chart) -> impl IntoView {
    let theirs = chart.peek().filter(|chart| chart.held_since.is_some());
    theirs.map(|chart| {
        let name = who(&chart).next();
        let words =
            name.map_or_else(|| t(Key::GiveTheirsUnknown).to_owned(), |name| tf(Key::GiveTheirs, &[("name", name)]));
        view! { <p class="question">{words}</p> }
    })
}

/// Where more words leave than those of the attributes, to be read through once more.
#[component]
fn CheckNames(giving: Giving) -> impl IntoView {
    const WORDS: [Extra; 6] =
        [Extra::Reasons, Extra::Examples, Extra::Notes, Extra::Targets, Extra::Conversations, Extra::Private];
    let any = Memo::new(move |_| {
        let format = giving.format.get();
        let has_words = |given: &Record| WORDS.into_iter().any(|words| given.has(words));
        !format.is_blank()
            && format.family() != Family::Picture
            && giving.given.with(|given| given.as_deref().is_some_and(has_words))
    });
    move || any.get().then(|| view! { <p class="soft">{t(Key::GiveCheckNames)}</p> })
}

/// Exactly what leaves.
#[component]
fn Preview(giving: Giving) -> impl IntoView {
    move || {
        let format = giving.format.get();
        giving.parcel.set(None);
        giving.remember_format();
        match format.family() {
            _ if format == Format::Blank => view! { <BlankSheet giving /> }.into_any(),
            _ if format == Format::Sheet => view! { <SheetPreview giving /> }.into_any(),
            Family::Page => view! { <OnePagePreview giving card=format == Format::Card /> }.into_any(),
            Family::Picture => view! { <PicturePreview giving format /> }.into_any(),
            _ if format == Format::Grid => view! { <GridPreview giving /> }.into_any(),
            Family::Table => view! { <TablePreview giving format /> }.into_any(),
            Family::Link => view! { <LinkPreview giving format /> }.into_any(),
            Family::File => view! { <FilePreview giving /> }.into_any(),
        }
    }
}
