//! An audit then and now, section by section.

use leptos::prelude::*;

use super::pair::Pair;
use super::rows::change_rows;
use crate::analysis::{SectionChange, section_changes};
use crate::chart::{LayerStyle, row_of_means};
use crate::domain::SectionId;
use crate::ui::chart_words::signed;
use crate::ui::components::{Disclosure, Dumbbell};
use crate::ui::pages::result::{mean_words, numbered};
use crate::ui::say::{t, tf, tn};
use crate::words::Key;

/// The sections of an audit with both means; each opens into its items.
#[component]
pub fn SectionChanges(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let sections = pair.chart.peek().map(|chart| chart.instrument.sections.clone()).unwrap_or_default();
    let rows = sections.into_iter().zip(1..).map(|(section, number): (_, usize)| {
        view! { <Section pair section=section.id name=numbered(number, &section.name) /> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="group">
            <h2>{t(Key::BySection)}</h2>
            {rows}
        </section>
    }
}

#[component]
fn Section(pair: Pair, section: SectionId, name: String) -> impl IntoView {
    let anchor = section.to_string();
    let change = Memo::new(move |_| {
        let (chart, both) = (pair.chart.get()?, pair.comparison.get()?);
        section_changes(&chart, &both).into_iter().find(|each| each.section.id == section)
    });
    let ids = Memo::new(move |_| {
        change.with(|change| {
            let items = change.iter().flat_map(|change| change.items.iter().map(|change| change.item.id.clone()));
            items.collect::<Vec<_>>()
        })
    });
    let items = move || {
        let ids = ids.get();
        let summary = tn(Key::Statements, ids.len());
        view! { <Disclosure summary=summary>{change_rows(pair, ids)}</Disclosure> }
    };
    view! {
        <div class="section-change" data-section=anchor>
            <h3>{name}</h3>
            {move || {
                // Its words name the two days, which may change while the section does not.
                pair.days.with(|_| {});
                change.get().map(|change| means(pair, &change))
            }}
            {items}
        </div>
    }
}

fn means(pair: Pair, section: &SectionChange) -> impl IntoView + use<> {
    let change = section.change.enough().filter(|_| section.change.n > 1).map(|by| {
        let n = section.change.n.to_string();
        view! { <p>{tf(Key::MeanChange, &[("by", &signed(by, 1)), ("n", &n)])}</p> }
    });
    let scale = pair.scale();
    let means = section.clone();
    let words = move |(style, _)| {
        let mean = match style {
            LayerStyle::Then => means.then,
            LayerStyle::Back => means.back,
            LayerStyle::Other => means.other,
            LayerStyle::Now | LayerStyle::Needed => means.now,
        };
        tf(Key::LayerIs, &[("name", &pair.name_of(style)), ("value", &mean_words(mean))])
    };
    let differ = change.is_some() && section.then.n != section.now.n;
    view! {
        <Dumbbell spec=row_of_means(section, scale) words />
        {change}
        {differ.then(|| view! { <p class="soft">{t(Key::MeansDiffer)}</p> })}
    }
}
