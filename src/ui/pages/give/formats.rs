//! What the chart can be made into.

use leptos::prelude::*;

use super::giving::Giving;
use crate::state::{Family, Format, Route};
use crate::ui::say::t;
use crate::words::Key;

/// Links to the families, and to what there is in the one that is shown.
#[component]
pub fn Formats(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let here = Memo::new(move |_| giving.format.get().family());
    let of = move |family| giving.chart.get().map(|chart| Format::of(family, &chart)).unwrap_or_default();
    let to = move |format: Format| Route::Give { record: giving.chart.id(), format: Some(format) }.to_hash();
    let family = move |family: Family| {
        let current = move || (here.get() == family).then_some("true");
        // The one that was last shown stays chosen; of the others the first is.
        let first = Memo::new(move |_| {
            let shown = Some(giving.format.get()).filter(|shown| shown.family() == family);
            shown.or_else(|| of(family).into_iter().next())
        });
        move || {
            first.get().map(|first| {
                view! { <li><a href=to(first) aria-current=current>{t(family_name(family))}</a></li> }
            })
        }
    };
    let members = Memo::new(move |_| of(here.get()));
    let member = move |format: Format| {
        let current = move || (giving.format.get() == format).then_some("true");
        view! { <li><a class="chip" href=to(format) aria-current=current>{t(format_name(format))}</a></li> }
    };
    view! {
        <nav class="views" aria-label=t(Key::GiveAs)>
            <ul>{Family::ALL.map(family).collect_view()}</ul>
        </nav>
        {move || {
            let members = members.get();
            (members.len() > 1).then(|| view! {
                <nav aria-label=t(Key::GiveWhich)>
                    <ul class="chips">{members.into_iter().map(member).collect_view()}</ul>
                </nav>
            })
        }}
    }
}

fn family_name(family: Family) -> Key {
    match family {
        Family::Picture => Key::FamilyPicture,
        Family::Page => Key::FamilyPage,
        Family::Table => Key::FamilyTable,
        Family::File => Key::FamilyFile,
        Family::Link => Key::FamilyLink,
    }
}

fn format_name(format: Format) -> Key {
    match format {
        Format::Wheel => Key::ViewNow,
        Format::Change => Key::ThenAndNow,
        Format::Lines => Key::OverTime,
        Format::Sheet => Key::FormatSheet,
        Format::Summary => Key::FormatSummary,
        Format::Card => Key::FormatCard,
        Format::Blank => Key::FormatBlank,
        Format::Rows => Key::FormatRows,
        Format::SideBySide => Key::FormatSideBySide,
        Format::Grid => Key::FormatGrid,
        Format::File => Key::FamilyFile,
        Format::Link => Key::FormatLink,
        Format::BlankLink => Key::FormatBlankLink,
        Format::Answers => Key::FormatAnswers,
        Format::AskView => Key::FormatAskView,
        Format::View => Key::FormatView,
    }
}
