//! One page for a line manager, or a card for whoever brings people together: strengths first, then what matters most.

use std::sync::Arc;

use leptos::prelude::*;

use super::details::Detail;
use super::giving::Giving;
use super::sheet::byline;
use crate::analysis::{InFocus, one_page};
use crate::domain::{Edit, Occasion, Record, Step, Wish};
use crate::platform::day_long;
use crate::state::Route;
use crate::ui::chart_words::wish_words;
use crate::ui::components::{CheckBox, LineField, Paper, TargetTitle, TargetView};
use crate::ui::pages::compare::difference_words;
use crate::ui::say::{answer_short, opposite_of, t, text_of, tf, title_of};
use crate::words::Key;

/// The most characters of a wish: it stands on one page with all else.
const WISH_MAX: usize = 200;

/// What is wanted, in fields; and the page that is made of it.
#[component]
pub fn OnePagePreview(
    /// What is given.
    giving: Giving,
    /// Whether it is the card, which says what is wanted of a partner.
    card: bool,
) -> impl IntoView {
    let wishes: &[Wish] = if card { &Wish::ALL } else { &[Wish::Aim] };
    let field = move |wish: &Wish| {
        let wish = *wish;
        let value = Signal::derive(move || {
            giving.chart.get().map(|chart| chart.wishes.said(wish).to_owned()).unwrap_or_default()
        });
        let write = move |text| giving.chart.edit(Edit::Wish(wish, text));
        view! { <LineField label=t(wish_words(wish)) value most=WISH_MAX on_text=write /> }
    };
    let decided = move |detail: Detail, label: Key| {
        let on = Signal::derive(move || giving.has(detail));
        view! { <CheckBox label=t(label) checked=on on_change=move |on| giving.set(&[(detail, on)]) /> }
    };
    // What is wanted belongs on the page for as long as it is not taken out.
    let said = move |given: Arc<Record>| view! { <Page given card focus_only=giving.has(Detail::FocusOnly) changes_only=giving.has(Detail::ChangesOnly) /> };
    let without_focus = Memo::new(move |_| {
        giving.given.with(|given| given.as_ref().is_some_and(|given| one_page(given).focus.is_empty()))
    });
    let matters = Route::Make { record: giving.chart.id(), step: Step::Matters, item: None }.to_hash();
    view! {
        <div class="wishes">{wishes.iter().map(field).collect_view()}</div>
        <div class="choices">
            {decided(Detail::FocusOnly, Key::GiveFocusOnly)}
            {decided(Detail::ChangesOnly, Key::GiveChangesOnly)}
        </div>
        {move || without_focus.get().then(|| view! {
            <p class="soft">{t(Key::GiveNoFocus)}" "<a href=matters.clone()>{t(Key::ChangeMatters)}</a></p>
        })}
        {move || giving.given.get().map(said)}
    }
}

#[component]
fn Page(given: Arc<Record>, card: bool, focus_only: bool, changes_only: bool) -> impl IntoView {
    let page = one_page(&given);
    let strengths = page.strengths.iter().filter(|_| !focus_only).map(|(item, rating)| {
        view! {
            <li>
                <strong>{text_of(item)}</strong>
                {(!changes_only).then(|| view! { <span class="item-value">{answer_short(rating.answer)}</span> })}
            </li>
        }
    });
    let strengths: Vec<_> = strengths.collect();
    let dates = [page.then.as_ref(), page.now.as_ref()].into_iter().flatten().map(|on| day_long(on.rated_on));
    let dates = dates.collect::<Vec<_>>();
    let days = (page.then.as_ref(), page.now.as_ref());
    let focus: Vec<_> = page.focus.iter().map(|item| in_focus(item, days, changes_only)).collect();
    let partner = [Wish::Area, Wish::Times, Wish::School].into_iter().filter(|_| card);
    let partner: Vec<_> = partner.filter_map(|wish| said(&given, wish)).collect();
    view! {
        <Paper title=title_of(&given) byline=byline(&given, &dates.join(" – "))>
            {said(&given, Wish::Aim).map(|aim| view! { <dl>{aim}</dl> })}
            {(!strengths.is_empty()).then(|| view! {
                <section><h3>{t(Key::PageStrengths)}</h3><ul class="strengths">{strengths}</ul></section>
            })}
            {(!focus.is_empty()).then(|| view! {
                <section><h3>{t(Key::PageFocus)}</h3><ul class="in-focus">{focus}</ul></section>
            })}
            {next_steps(&given)}
            {(!partner.is_empty()).then(|| view! {
                <section><h3>{t(Key::PagePartner)}</h3><dl>{partner}</dl></section>
            })}
        </Paper>
    }
}

/// One of the wishes with what it is called.
pub fn said(given: &Record, wish: Wish) -> Option<impl IntoView + use<>> {
    let said = given.wishes.said(wish).trim().to_owned();
    (!said.is_empty()).then(|| view! { <dt>{t(wish_words(wish))}</dt><dd>{said}</dd> })
}

/// An item that matters most, then and now, with the words of now.
fn in_focus(
    focus: &InFocus,
    (then, now): (Option<&Occasion>, Option<&Occasion>),
    changes_only: bool,
) -> impl IntoView + use<> {
    let at = |on: Option<&Occasion>, words: String| {
        on.map(|on| tf(Key::PageAt, &[("date", &day_long(on.rated_on)), ("value", &words)]))
    };
    let moved = focus.change.as_ref();
    let numbers = if changes_only {
        moved.and_then(difference_words).into_iter().collect()
    } else {
        let was = moved.and_then(|change| at(then, answer_short(change.then.as_ref()?.answer)));
        [was, at(now, answer_short(focus.now.answer))].into_iter().flatten().collect::<Vec<_>>()
    };
    let words = focus.now.words().into_iter().map(|text| view! { <p class="why">{["“", text, "”"].concat()}</p> });
    view! {
        <li>
            <strong>{text_of(&focus.item)}</strong>
            <span class="soft">{tf(Key::OppositeIs, &[("opposite", &opposite_of(&focus.item))])}</span>
            <p>{numbers.join(" → ")}</p>
            {words.collect_view()}
        </li>
    }
}

/// What to improve, how, by when, and what came of it.
pub fn next_steps(given: &Record) -> Option<impl IntoView + use<>> {
    let targets = given.targets.iter().filter(|target| !target.is_empty());
    let steps: Vec<_> = targets
        .map(|target| {
            view! { <li><TargetTitle record=given target /><TargetView target /></li> }
        })
        .collect();
    (!steps.is_empty())
        .then(|| view! { <section><h3>{t(Key::TargetsTitle)}</h3><ul class="next-steps">{steps}</ul></section> })
}
