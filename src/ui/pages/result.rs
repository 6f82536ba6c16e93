//! What an audit shows: strengths first, then what is left.

use std::sync::Arc;

use leptos::prelude::*;

use crate::analysis::{Mean, Profile, profile, rounded, section_means};
use crate::domain::{Anchor, Direction, Instrument, Item, Occasion, Overall, Record, Stop};
use crate::state::Route;
use crate::ui::components::Disclosure;
use crate::ui::say::{answer_short, item_words, t, tf};
use crate::words::Key;

/// The answers of one occasion: strengths open, the rest folded, then section by section.
#[component]
pub fn Result(
    /// The audit.
    chart: Arc<Record>,
    /// The occasion shown.
    occasion: Occasion,
    /// What comes after the strengths: the ways on.
    children: Children,
) -> impl IntoView {
    let form = &chart.instrument;
    let Profile { strengths, room, unsorted, not_applicable, open } = profile(&chart, &occasion);
    let list = |items: &[&Item]| {
        let rows = items.iter().map(|item| view! { <AnswerRow form=form item=item occasion=&occasion /> }.into_any());
        view! { <ul class="items">{rows.collect_view()}</ul> }
    };
    let folded = |title: String, items: Vec<&Item>| {
        (!items.is_empty()).then(|| {
            let (summary, list) = (counted(&title, items.len()), list(&items));
            view! { <Disclosure summary=summary>{list}</Disclosure> }
        })
    };
    let open_list = (!open.is_empty()).then(|| {
        let links = open.iter().map(|item| {
            // Only what the newest sitting asked can be answered in it.
            let asked = chart.latest().is_some_and(|latest| latest.id == occasion.id && latest.has(&item.id));
            let stop = Some(Stop::Item(item.id.clone()));
            let route = Route::Fill { record: chart.id.clone(), occasion: occasion.id.clone(), stop };
            let words = item_words(item);
            if asked {
                view! { <li><a href=route.to_hash()>{words}</a></li> }.into_any()
            } else {
                view! { <li>{words}</li> }.into_any()
            }
        });
        let links = links.collect_view();
        let summary = counted(t(Key::ResultOpen), open.len());
        view! { <Disclosure summary=summary><ul class="links">{links}</ul></Disclosure> }
    });
    // A high number is a strength; a low one that is best may be one, or a strong agreement.
    let (near, far) = match form.direction {
        Direction::Higher => (Key::Strengths, Key::RoomToDevelop),
        Direction::Lower => (Key::NearBest, Key::FarFromBest),
        Direction::TowardNeeded => (Key::NearNeeded, Key::FarFromNeeded),
    };
    let called = |own: &str, key: Key| if own.trim().is_empty() { t(key).to_owned() } else { own.trim().to_owned() };
    let (near, far) = (called(&form.about.near, near), called(&form.about.far, far));
    let word = |anchor: &Anchor| view! { <li><strong>{anchor.value}</strong>{anchor.words.clone()}</li> };
    let words: Vec<_> = form.anchors.iter().map(word).collect();
    let (answered, items) = chart.progress(&occasion);
    let count = tf(Key::AnsweredOf, &[("rated", &answered.to_string()), ("items", &items.to_string())]);
    view! {
        <div class="result">
            <p class="soft">{count}</p>
            <section>
                <h2>{near}</h2>
                {if strengths.is_empty() {
                    view! { <p class="soft">{t(Key::NoStrengths)}</p> }.into_any()
                } else {
                    list(&strengths).into_any()
                }}
            </section>
            {children()}
            <div>
                {folded(far, room)}
                {folded(t(Key::ResultUnsorted).to_owned(), unsorted)}
                {folded(t(Key::NotApplicable).to_owned(), not_applicable)}
                {open_list}
                {(!words.is_empty()).then(|| view! {
                    <Disclosure summary=t(Key::NumbersMean)><ul class="scale-words">{words}</ul></Disclosure>
                })}
            </div>
            <Sections chart=&chart occasion=&occasion />
            <OverallWords overall=occasion.overall />
            <Replies chart=&chart occasion=&occasion />
        </div>
    }
}

/// An item with its answer, the words of it, and its note.
#[component]
fn AnswerRow<'a>(form: &'a Instrument, item: &'a Item, occasion: &'a Occasion) -> impl IntoView + use<> {
    let rating = occasion.ratings.get(&item.id).cloned().unwrap_or_default();
    // The words that all items share stand once, above.
    let words = rating.answer.value().and_then(|value| item.words_for(value)).map(str::to_owned);
    let needed = (form.direction_of(item) == Direction::TowardNeeded).then(|| rating.needed.or(item.needed)).flatten();
    // Numbered as on the wheel, which has the items as spokes where there are no sections.
    let number = form.sections.is_empty().then(|| form.items.iter().take_while(|each| each.id != item.id).count() + 1);
    let matters = occasion.focus.contains(&item.id);
    let blank = rating.answer.value().is_none();
    view! {
        <li class="item" data-item=item.id.to_string()>
            <div class="item-head">
                {number.map(|number| view! { <span class="item-number">{number}</span> })}
                <strong class="item-text">{item_words(item)}</strong>
                {matters.then(|| view! { <span class="tag">{t(Key::MattersTag)}</span> })}
                <span class="item-value" class:soft=blank>{answer_short(rating.answer)}</span>
            </div>
            {words.map(|words| view! { <p class="soft">{words}</p> })}
            {needed.map(|needed| view! { <p class="soft">{tf(Key::NeededIs, &[("value", &needed.to_string())])}</p> })}
            {rating.words().into_iter().map(|text| view! { <p class="why">"“"{text.to_owned()}"”"</p> }).collect_view()}
        </li>
    }
}

/// "4.2 · 5 of 5", or that too little is answered for a mean.
pub fn mean_words(mean: Mean) -> String {
    let (n, of) = (mean.n.to_string(), mean.of.to_string());
    match mean.enough() {
        Some(value) => tf(Key::MeanOf, &[("mean", &rounded(value, 1)), ("n", &n), ("of", &of)]),
        None if mean.of == 0 => t(Key::DoesNotApply).to_owned(),
        None => tf(Key::TooFewForMean, &[("n", &n), ("of", &of)]),
    }
}

/// "Room to develop (3)"
fn counted(title: &str, count: usize) -> String {
    tf(Key::GroupCount, &[("group", title), ("n", &count.to_string())])
}

/// "3 Questioning"
pub fn numbered(number: usize, name: &str) -> String {
    [number.to_string().as_str(), name].join(" ")
}

/// Each section with its mean; it opens into its items.
#[component]
fn Sections<'a>(chart: &'a Record, occasion: &'a Occasion) -> impl IntoView + use<> {
    let means = section_means(chart, occasion);
    // Numbered as on the wheel, where a name may not find room.
    let rows = means.into_iter().zip(1..).map(|((section, mean), number): (_, usize)| {
        let name = numbered(number, &section.name);
        let summary = [name.as_str(), &mean_words(mean)].join(" · ");
        let items = chart.instrument.items_in(&section.id).map(|item| {
            view! { <AnswerRow form=&chart.instrument item=item occasion=occasion /> }
        });
        let items = items.collect_view();
        view! {
            <div data-section=section.id.to_string()>
                <Disclosure summary=summary><ul class="items">{items}</ul></Disclosure>
            </div>
        }
    });
    let rows = rows.collect_view();
    (!chart.instrument.sections.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(Key::BySection)}</h2>
                {rows}
            </section>
        }
    })
}

/// The numbers from the gut, where they were asked for.
#[component]
fn OverallWords(overall: Overall) -> impl IntoView {
    let line =
        |key: Key, value: Option<u8>| value.map(|value| view! { <p>{tf(key, &[("value", &value.to_string())])}</p> });
    (overall != Overall::default()).then(|| {
        view! {
            <section>
                <h2>{t(Key::OverallTitle)}</h2>
                {line(Key::OverallWasBefore, overall.before)}
                {line(Key::OverallWasAfter, overall.after)}
            </section>
        }
    })
}

/// What was said in words, question by question; ranked entries in their order.
#[component]
fn Replies<'a>(chart: &'a Record, occasion: &'a Occasion) -> impl IntoView + use<> {
    let asked = chart.instrument.prompts.iter().filter_map(|prompt| {
        let replies = occasion.said_to(&prompt.id);
        let line = |reply: &&crate::domain::Reply| {
            let rank = (!prompt.rank.is_empty()).then(|| view! { <span class="item-number">{reply.rank}</span> });
            view! { <li class="item-head">{rank}<span>{reply.text.clone()}</span></li> }
        };
        let lines = replies.iter().map(line).collect_view();
        (!replies.is_empty()).then(|| {
            view! {
                <div class="item">
                    <h3>{prompt.text.clone()}</h3>
                    <ul>{lines}</ul>
                </div>
            }
        })
    });
    let asked = asked.collect_view();
    (!occasion.replies.is_empty()).then(|| {
        view! {
            <section>
                <h2>{t(Key::PromptsStopTitle)}</h2>
                {asked}
            </section>
        }
    })
}
