//! An audit then and now, section by section.

use leptos::prelude::*;

use super::change_rows;
use crate::analysis::{Mean, SectionChange, rounded};
use crate::chart::{LayerStyle, Reading};
use crate::domain::{Overall, Scale};
use crate::ui::components::{Disclosure, Dumbbell};
use crate::ui::pages::result::{mean_words, numbered};
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// The sections of an audit with both means; each opens into its items.
#[component]
pub fn SectionChanges(
    /// The sections, none where the form has none.
    sections: Vec<SectionChange>,
    /// The numbers' range.
    scale: Scale,
    /// The two days, as people write them.
    days: (String, String),
) -> impl IntoView {
    let reading = |mean: Mean| mean.enough().map_or(Reading::Blank, Reading::Mean);
    let rows = sections.into_iter().zip(1..).map(|(each, number): (_, usize)| {
        let change = each.change.enough().map(|by| {
            let (by, n) = (signed(by), each.change.n.to_string());
            tf(Key::MeanChange, &[("by", &by), ("n", &n)])
        });
        let means = [(&days.0, each.then), (&days.1, each.now)];
        let means = means.map(|(day, mean)| view! { <p class="soft">{day.clone()}": "{mean_words(mean)}</p> });
        let marks = vec![(LayerStyle::Then, reading(each.then)), (LayerStyle::Now, reading(each.now))];
        let count = each.items.len();
        let items = change_rows(each.items, scale, &days);
        view! {
            <div class="section-change" data-section=each.section.id.to_string()>
                <h3>{numbered(number, &each.section.name)}</h3>
                <Dumbbell scale marks />
                {means}
                {change.map(|change| view! { <p>{change}</p> })}
                {(each.then.n != each.now.n).then(|| view! { <p class="soft">{t(Key::MeansDiffer)}</p> })}
                <Disclosure summary=tn(Key::Statements, count)>{items}</Disclosure>
            </div>
        }
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="group">
                <h2>{t(Key::BySection)}</h2>
                {rows}
            </section>
        }
    })
}

/// A difference of means with its sign, rounded last.
fn signed(by: f64) -> String {
    let words = rounded(by, 1);
    if by > 0.0 && words != rounded(0.0, 1) { ["+", &words].concat() } else { words }
}

/// One number from the gut, then and now, where it was given.
pub fn overall_words(overall: Overall) -> Option<String> {
    let value = |value: Option<u8>| value.map(|value| value.to_string());
    let (before, after) = (value(overall.before), value(overall.after));
    let parts = match (&before, &after) {
        (Some(before), Some(after)) => tf(Key::OverallBoth, &[("before", before), ("after", after)]),
        (Some(one), None) | (None, Some(one)) => one.clone(),
        (None, None) => return None,
    };
    Some(parts)
}
