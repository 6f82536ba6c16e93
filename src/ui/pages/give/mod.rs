//! What of a chart is given, and as what: seen before it leaves.

mod contents;
mod file;
mod formats;
mod giving;
mod switches;
mod ways;

use leptos::prelude::*;

use self::file::FilePreview;
use self::formats::Formats;
use self::giving::Giving;
use self::switches::Switches;
use self::ways::Ways;
use crate::domain::RecordId;
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::components::Page;
use crate::ui::say::t;
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
                    <Preview giving />
                    <Switches giving />
                </Page>
            }
            .into_any()
        }
    }
}

/// Exactly what leaves.
#[component]
fn Preview(giving: Giving) -> impl IntoView {
    move || {
        giving.format.track();
        giving.parcel.set(None);
        giving.remember_format();
        view! { <FilePreview giving /> }
    }
}
