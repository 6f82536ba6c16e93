//! All items as two people see them.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Sides, agreement_words, row};
use crate::analysis::{Agreement, SeenByTwo, TwoViews};
use crate::domain::Section;
use crate::ui::components::Disclosure;
use crate::ui::pages::result::numbered;
use crate::ui::say::{t, tn};
use crate::words::Key;

/// In the chart's order, what only one has rated at the end; a long list by its sections.
#[component]
pub fn OneByOne(
    /// The two views.
    both: Arc<TwoViews>,
    /// The two people.
    sides: Sides,
) -> impl IntoView {
    if !sides.form.is_audit() || sides.form.instrument.sections.is_empty() {
        let group = |title: Key, items: Vec<&SeenByTwo>| {
            (!items.is_empty()).then(|| {
                view! { <section class="group"><h2>{t(title)}</h2>{rows(items, &sides)}</section> }
            })
        };
        return view! {
            {group(Key::TwoViewsAll, both.compared().collect())}
            {group(Key::TwoViewsNotBoth, both.not_compared().collect())}
        }
        .into_any();
    }
    let sections = sides.form.instrument.sections.iter().zip(1..);
    let sections: Vec<_> = sections.map(|(section, number)| of_section(&both, &sides, section, number)).collect();
    view! { <section class="group"><h2>{t(Key::BySection)}</h2>{sections}</section> }.into_any()
}

/// How far the two agree on a section; it opens into its statements.
fn of_section(both: &TwoViews, sides: &Sides, section: &Section, number: usize) -> Option<impl IntoView + use<>> {
    let of_it = |seen: &&SeenByTwo| seen.item.section.as_ref() == Some(&section.id);
    let items: Vec<_> = both.compared().chain(both.not_compared()).filter(of_it).collect();
    let agreement = Agreement::on(items.iter().copied());
    let count = tn(Key::Statements, items.len());
    (!items.is_empty()).then(|| {
        let rows = rows(items, sides);
        view! {
            <div class="section-change" data-section=section.id.to_string()>
                <h3>{numbered(number, &section.name)}</h3>
                {(agreement.both > 0).then(|| view! { <p class="soft">{agreement_words(agreement)}</p> })}
                <Disclosure summary=count>{rows}</Disclosure>
            </div>
        }
    })
}

fn rows(items: Vec<&SeenByTwo>, sides: &Sides) -> impl IntoView + use<> {
    let rows = items.into_iter().map(|seen| row(seen, sides, false)).collect_view();
    view! { <ul class="changes">{rows}</ul> }
}
