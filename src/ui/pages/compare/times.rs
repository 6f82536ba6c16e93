//! Which two times are compared.

use leptos::prelude::*;

use super::pair::Pair;
use crate::domain::{Occasion, OccasionId};
use crate::platform::day_long;
use crate::state::Route;
use crate::ui::chart_words::occasion_name;
use crate::ui::navigation::navigation;
use crate::ui::say::t;
use crate::words::Key;

/// The two days; where there are more than two, any two of them can be chosen.
#[component]
pub fn Times(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let times = Memo::new(move |_| {
        let chart = pair.chart.get();
        let times =
            chart.iter().flat_map(|chart| chart.comparable()).map(|occasion| (occasion.id.clone(), named(occasion)));
        times.collect::<Vec<_>>()
    });
    let choose = move || {
        view! {
            <div class="times">
                <Time pair times later=false />
                <Time pair times later=true />
            </div>
        }
    };
    let many = Memo::new(move |_| times.with(Vec::len) > 2);
    move || {
        if many.get() {
            return choose().into_any();
        }
        let days = pair.comparison.with(|pair| pair.as_ref().map(|pair| (named(&pair.then), named(&pair.now))));
        let line = days.map(|(then, now)| {
            view! {
                <p class="times-line">
                    <span class="then">{then}</span>
                    <span aria-hidden="true">"→"</span>
                    <span class="visually-hidden">{t(Key::TimesAnd)}</span>
                    <span class="now">{now}</span>
                </p>
            }
        });
        line.into_any()
    }
}

/// Its day; what is not one of the whole times that follow each other says so.
fn named(occasion: &Occasion) -> String {
    let day = day_long(occasion.rated_on);
    if occasion.quick || !occasion.is_regular() { [day, occasion_name(occasion)].join(" · ") } else { day }
}

/// One of the two. The other one cannot be chosen as well, and then is always the earlier.
#[component]
fn Time(pair: Pair, times: Memo<Vec<(OccasionId, String)>>, later: bool) -> impl IntoView {
    let navigation = navigation();
    let chosen = Memo::new(move |_| pair.ids.get().map(|(then, now)| if later { now } else { then }));
    let other = Memo::new(move |_| pair.ids.get().map(|(then, now)| if later { then } else { now }));
    let choose = move |value: String| {
        let (picked, Some(other)) = (OccasionId::new(value), other.get_untracked()) else { return };
        let place = |id: &OccasionId| times.with_untracked(|times| times.iter().position(|(each, _)| each == id));
        let in_order = place(&picked) < place(&other);
        let (then, now) = if in_order { (picked, other) } else { (other, picked) };
        navigation.replace(&Route::Compare { record: pair.chart.id(), then, now });
    };
    let option = move |(id, name): (OccasionId, String)| {
        let (value, same) = (id.to_string(), id.clone());
        let selected = move || chosen.get().as_ref() == Some(&id);
        let taken = move || other.get().as_ref() == Some(&same);
        view! { <option value=value prop:selected=selected disabled=taken>{name}</option> }
    };
    let key = if later { Key::TimeNow } else { Key::TimeThen };
    view! {
        <label class="labelled time" class:then=!later class:now=later>
            <span>{t(key)}</span>
            <select class="field" on:change:target=move |event| choose(event.target().value())>
                {move || times.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}
