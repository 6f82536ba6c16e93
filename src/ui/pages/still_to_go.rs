//! Now against where one needs to be.

use leptos::prelude::*;

use crate::analysis::{Gap, Gaps, gaps, rounded};
use crate::chart::{LayerStyle, row_of_gap};
use crate::domain::{Direction, Edit, IMPORTANCE, ItemId, OccasionId, RecordId};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{reading_words, signed};
use crate::ui::components::{Disclosure, Dumbbell, NumberButtons, Page, Views};
use crate::ui::pages::compare::to_go_words;
use crate::ui::rows::rows;
use crate::ui::say::{opposite_of, t, text_of, tf, title_of};
use crate::words::Key;

/// The longest way first; by importance, where one likes.
#[component]
pub fn StillToGoPage(
    /// Which chart.
    record: RecordId,
) -> impl IntoView {
    let chart = Chart::follow(record.clone());
    let ways = Memo::new(move |_| {
        let chart = chart.get().filter(|chart| !chart.is_rating_again())?;
        let standing = chart.standing(chart.newest()?);
        Some(gaps(&chart, &standing))
    });
    let title = move || chart.get().as_deref().map(title_of);
    let open = Route::StillOpen(record.clone());
    let levels = Memo::new(move |_| ways.with(|ways| ways.as_ref().is_none_or(|ways| ways.gaps.len() < ways.of)));
    view! {
        <Page title=t(Key::StillToGo) back=Some(Route::Chart(record))>
            <article class="still-to-go">
                <Views chart />
                <p class="byline">{title}</p>
                {move || ways.with(|ways| ways.as_ref().map(sentence)).map(|words| view! { <p class="sentence">{words}</p> })}
                <p class="soft">{t(Key::ToGoLead)}</p>
                <Ways chart ways />
                {move || levels.get().then(|| view! { <p><a class="link" href=open.to_hash()>{t(Key::ToGoLevels)}</a></p> })}
                <p class="export-note">{t(Key::ExportNote)}</p>
            </article>
        </Page>
    }
}

/// "6 of 8 have a level needed. Average still to go: 1.5; average distance: 2.0."
fn sentence(ways: &Gaps) -> String {
    let (mean, distance) = (ways.mean().value(), ways.mean_distance().value());
    let (Some(mean), Some(distance)) = (mean, distance) else { return t(Key::ToGoNone).to_owned() };
    let (n, of) = (ways.gaps.len().to_string(), ways.of.to_string());
    let (mean, distance) = (signed(mean, 1), rounded(distance, 1));
    tf(Key::ToGoSentence, &[("n", &n), ("of", &of), ("mean", mean.trim_start_matches('+')), ("distance", &distance)])
}

#[component]
fn Ways(chart: Chart, ways: Memo<Option<Gaps>>) -> impl IntoView {
    let by_weight = RwSignal::new(false);
    let weighed = Memo::new(move |_| {
        ways.with(|ways| ways.iter().flat_map(|ways| &ways.gaps).any(|gap| gap.importance.is_some()))
    });
    // Rows keep their place while importance is set; choosing the order anew sorts them.
    let order = Memo::new(move |_| {
        let by_weight = by_weight.get();
        let mut gaps = ways.get_untracked().map(|ways| ways.gaps).unwrap_or_default();
        if by_weight {
            gaps.sort_by_key(|gap| (gap.weight().is_none(), std::cmp::Reverse(gap.weight())));
        }
        gaps.into_iter().map(|gap| gap.item.id.to_string()).collect::<Vec<_>>()
    });
    let row = move |id: String| {
        let id = ItemId::new(id);
        let gap = Memo::new(move |_| {
            ways.with(|ways| ways.iter().flat_map(|ways| &ways.gaps).find(|gap| gap.item.id == id).cloned())
        });
        view! { <Way chart gap /> }.into_any()
    };
    let choose = move |event: leptos::ev::Event| by_weight.set(event_target_checked(&event));
    view! {
        <ul class="changes">{rows(move || order.get(), row)}</ul>
        {move || weighed.get().then(|| view! {
            <Disclosure summary=t(Key::MoreActions)>
                <label class="choice">
                    <input type="checkbox" prop:checked=move || by_weight.get() on:change=choose />
                    {t(Key::ToGoByWeight)}
                </label>
                <p class="soft">{t(Key::ToGoWeightWords)}</p>
            </Disclosure>
        })}
    }
}

#[component]
fn Way(chart: Chart, gap: Memo<Option<Gap>>) -> impl IntoView {
    let scale = chart.scale();
    let shown = move || {
        gap.get().map(|gap| {
            let direction = chart.peek().map_or(Direction::Higher, |chart| chart.instrument.direction_of(&gap.item));
            let words = move |(style, reading)| {
                let key = if style == LayerStyle::Needed { Key::NeededIs } else { Key::NowIs };
                tf(key, &[("value", &reading_words(reading, scale, direction))])
            };
            view! {
                <div class="change-head">
                    <span class="item-number">{gap.number}</span>
                    <h2>{text_of(&gap.item)}</h2>
                    {gap.matters.then(|| view! { <span class="tag">{t(Key::MattersTag)}</span> })}
                </div>
                <div class="change-poles"><span>{opposite_of(&gap.item)}</span><span>{text_of(&gap.item)}</span></div>
                <Dumbbell spec=row_of_gap(&gap, scale) words />
                <p>{to_go_words(gap.to_go)}</p>
            }
        })
    };
    let importance = Signal::derive(move || gap.with(|gap| gap.as_ref().and_then(|gap| gap.importance)));
    let pick = move |level: u8| {
        let Some(item) = gap.get_untracked().map(|gap| gap.item.id) else { return };
        if let Some(occasion) = asked_on(chart, &item) {
            let level = Some(level).filter(|level| importance.get_untracked() != Some(*level));
            chart.edit(Edit::Importance { occasion, item, level });
        }
    };
    view! {
        <li class="change">
            {shown}
            <Disclosure summary=t(Key::ImportanceTitle)>
                <p class="soft">{t(Key::ImportanceWords)}</p>
                <NumberButtons scale=IMPORTANCE label=t(Key::ImportanceTitle) value=importance on_pick=pick />
            </Disclosure>
        </li>
    }
}

/// The time on which an item stands as it does now.
fn asked_on(chart: Chart, item: &ItemId) -> Option<OccasionId> {
    let chart = chart.peek()?;
    chart.asked_on(chart.newest()?, item).map(|occasion| occasion.id.clone())
}
