//! The tuning protocol with its timer.

use leptos::prelude::*;

use crate::analysis::{Tuning, TuningPlace};
use crate::platform;
use crate::ui::say::{t, tf};
use crate::words::Key;

/// The six steps as they are printed, and who speaks.
const STEPS: [(Key, Key); 6] = [
    (Key::TuningOne, Key::TuningOneWho),
    (Key::TuningTwo, Key::TuningTwoWho),
    (Key::TuningThree, Key::TuningThreeWho),
    (Key::TuningFour, Key::TuningFourWho),
    (Key::TuningFive, Key::TuningFiveWho),
    (Key::TuningSix, Key::TuningSixWho),
];

/// The steps, and the time that is left of the one that is under way. It only tells: nothing closes, and no sound is made.
#[component]
pub fn TuningTimer() -> impl IntoView {
    let tuning = RwSignal::new(Tuning::default());
    let now = RwSignal::new(platform::now());
    // From then on the ways to the other steps stay: one of them may have the focus.
    let begun = RwSignal::new(false);
    let running = Memo::new(move |_| tuning.get().is_running(now.get()));
    let place = Memo::new(move |_| tuning.get().place(now.get()));
    Effect::new(move |_| {
        if running.get() {
            platform::stay_awake();
            platform::every(1, move || now.set(platform::now()));
        }
    });
    let act = move |doing: fn(Tuning, crate::domain::Stamp) -> Tuning| {
        let at = platform::now();
        now.set(at);
        begun.set(true);
        tuning.update(|tuning| *tuning = doing(*tuning, at));
    };
    let main = move || match (running.get(), begun.get(), place.get()) {
        (true, ..) => Key::TuningPause,
        (_, false, _) => Key::TuningStart,
        (.., TuningPlace::Over) => Key::TuningAnew,
        _ => Key::TuningGoOn,
    };
    let start_or_pause = move |_| act(if running.get_untracked() { Tuning::pause } else { Tuning::start });
    let here = Memo::new(move |_| match place.get() {
        TuningPlace::Step { step, .. } if begun.get() => Some(step),
        _ => None,
    });
    let told = Memo::new(move |_| match here.get() {
        Some(at) => step_words(at),
        None => begun.get().then(|| (t(Key::TuningOver).to_owned(), None)),
    });
    let step = move |(at, (title, who)): (usize, (Key, Key))| {
        view! {
            <li aria-current=move || (here.get() == Some(at)).then_some("step")>
                <strong>{t(title)}</strong>
                <span>{t(who)}</span>
            </li>
        }
    };
    view! {
        <ol class="tuning-steps">{STEPS.into_iter().enumerate().map(step).collect_view()}</ol>
        <div class="tuning" role="group" aria-label=t(Key::TuningTimer)>
            // Said once a step, and not each second.
            <div role="status">
                {move || told.get().map(|(step, who)| view! { <p class="tuning-step">{step}</p>{who.map(|who| view! { <p>{who}</p> })} })}
            </div>
            {move || here.get().map(|_| view! { <p class="tuning-left" role="timer">{move || left_words(place.get())}</p> })}
            <div class="actions">
                <button type="button" class="button primary" on:click=start_or_pause>{move || t(main())}</button>
                {move || begun.get().then(|| view! {
                    <button type="button" class="button quiet" on:click=move |_| act(Tuning::back)>{t(Key::TuningBack)}</button>
                    <button type="button" class="button quiet" on:click=move |_| act(Tuning::next)>{t(Key::TuningNext)}</button>
                })}
            </div>
        </div>
    }
}

/// "2:41 left"
fn left_words(place: TuningPlace) -> String {
    match place {
        TuningPlace::Step { left, .. } => {
            let time = format!("{}:{:02}", left / 60, left % 60);
            tf(Key::TuningLeft, &[("time", &time)])
        }
        TuningPlace::Over => String::new(),
    }
}

/// "Step 2 of 6: Clarifying questions (3 minutes)", and who speaks.
fn step_words(at: usize) -> Option<(String, Option<&'static str>)> {
    let (title, who) = STEPS.get(at)?;
    let (at, of) = ((at + 1).to_string(), STEPS.len().to_string());
    Some((tf(Key::TuningNow, &[("at", &at), ("of", &of), ("step", t(*title))]), Some(t(*who))))
}
