//! Now against where one needs to be.

use leptos::prelude::*;

use crate::analysis::{Gap, Gaps, gaps, rounded};
use crate::chart::{LayerStyle, row_of_gap};
use crate::domain::{Edit, IMPORTANCE, ItemId, ItemKind, OccasionId, RecordId};
use crate::state::Route;
use crate::ui::chart_handle::Chart;
use crate::ui::chart_words::{reading_short, signed};
use crate::ui::components::{CheckBox, Disclosure, Dumbbell, EarlierHidden, NumberButtons, Page, Views};
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
    let there = Memo::new(move |_| (chart.get().is_some(), ways.with(Option::is_some)));
    let body = move || match there.get() {
        (true, true) => view! { <Whole chart ways /> }.into_any(),
        (true, false) => view! { <EarlierHidden chart /> }.into_any(),
        (false, _) => view! { <p>{t(Key::ChartGone)}</p> }.into_any(),
    };
    view! {
        <Page title=t(Key::StillToGo) back=Some(Route::Chart(record))>
            <article class="still-to-go">
                <Views chart />
                {body}
                <p class="export-note">{t(Key::ExportNote)}</p>
            </article>
        </Page>
    }
}

/// What there is to say, item by item. The levels of a list come with it, those of a chart can be said later.
#[component]
fn Whole(chart: Chart, ways: Memo<Option<Gaps>>) -> impl IntoView {
    let title = move || chart.get().as_deref().map(title_of);
    let said = move || ways.with(|ways| ways.as_ref().map(sentence));
    let missing = Memo::new(move |_| {
        let own = chart.get().is_some_and(|chart| !chart.is_audit());
        own && ways.with(|ways| ways.as_ref().is_some_and(|ways| ways.without_level > 0))
    });
    let open = Route::StillOpen(chart.id()).to_hash();
    view! {
        <p class="byline">{title}</p>
        {move || said().map(|words| view! { <p class="sentence">{words}</p> })}
        <p class="soft">{t(Key::ToGoLead)}</p>
        <Ways chart ways />
        {move || missing.get().then(|| view! { <p><a class="link" href=open.clone()>{t(Key::ToGoLevels)}</a></p> })}
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
    // Rows keep their place while importance is set; choosing the order anew sorts them.
    let order = Memo::new(move |_| {
        let by_weight = by_weight.get();
        let id = |gap: &Gap| gap.item.id.to_string();
        ways.with_untracked(|ways| {
            let Some(ways) = ways else { return Vec::new() };
            if by_weight { ways.by_weight().into_iter().map(id).collect() } else { ways.gaps.iter().map(id).collect() }
        })
    });
    let gap = move |id: String| {
        let id = ItemId::new(id);
        let of =
            move |ways: &Option<Gaps>| ways.iter().flat_map(|ways| &ways.gaps).find(|gap| gap.item.id == id).cloned();
        Memo::new(move |_| ways.with(&of))
    };
    let weighed = Memo::new(move |_| {
        ways.with(|ways| ways.iter().flat_map(|ways| &ways.gaps).any(|gap| gap.importance.is_some()))
    });
    let some = Memo::new(move |_| !order.with(Vec::is_empty));
    let importance = move || {
        let rows = order.get().into_iter().map(|id| view! { <Importance chart gap=gap(id) /> }).collect_view();
        some.get().then(|| {
            view! {
                <Disclosure summary=t(Key::ImportanceTitle)>
                    <p class="soft">{t(Key::ImportanceWords)}</p>
                    {rows}
                    {move || weighed.get().then(|| view! {
                        <CheckBox
                            label=t(Key::ToGoByWeight)
                            checked=by_weight
                            on_change=move |on| by_weight.set(on)
                        />
                        <p class="soft">{t(Key::ToGoWeightWords)}</p>
                    })}
                </Disclosure>
            }
        })
    };
    view! {
        <ul class="changes">
            {rows(move || order.get(), move |id| view! { <Way chart gap=gap(id) /> }.into_any())}
        </ul>
        {untrack(importance)}
    }
}

#[component]
fn Way(chart: Chart, gap: Memo<Option<Gap>>) -> impl IntoView {
    let shown = move || {
        let (chart, gap) = (chart.peek()?, gap.get()?);
        let (scale, direction) = (chart.instrument.scale, chart.instrument.direction_of(&gap.item));
        let words = move |(style, reading)| {
            let key = if matches!(style, LayerStyle::Needed) { Key::NeededIs } else { Key::NowIs };
            tf(key, &[("value", &reading_short(reading, scale, direction))])
        };
        Some(view! {
            <div class="change-head">
                <span class="item-number">{gap.number}</span>
                <h2>{text_of(&gap.item)}</h2>
                {gap.matters.then(|| view! { <span class="tag">{t(Key::MattersTag)}</span> })}
                <span class="change-by">{to_go_words(gap.to_go)}</span>
            </div>
            {(gap.item.kind == ItemKind::Construct).then(|| view! {
                <div class="change-poles"><span>{opposite_of(&gap.item)}</span><span>{text_of(&gap.item)}</span></div>
            })}
            <Dumbbell spec=row_of_gap(&gap, scale) words />
        })
    };
    view! { <li class="change">{shown}</li> }
}

/// How important one item is.
#[component]
fn Importance(chart: Chart, gap: Memo<Option<Gap>>) -> impl IntoView {
    let level = Signal::derive(move || gap.with(|gap| gap.as_ref().and_then(|gap| gap.importance)));
    let pick = move |number: u8| {
        let Some(item) = gap.get_untracked().map(|gap| gap.item.id) else { return };
        if let Some(occasion) = asked_on(chart, &item) {
            chart.edit(Edit::Importance { occasion, item, level: Some(number) });
        }
    };
    let text = gap.get_untracked().map(|gap| text_of(&gap.item)).unwrap_or_default();
    view! {
        <div class="open-item">
            <h3>{text.clone()}</h3>
            <NumberButtons scale=IMPORTANCE label=text value=level on_pick=pick />
        </div>
    }
}

/// The time on which an item stands as it does now.
fn asked_on(chart: Chart, item: &ItemId) -> Option<OccasionId> {
    let chart = chart.peek()?;
    chart.asked_on(chart.newest()?, item).map(|occasion| occasion.id.clone())
}
