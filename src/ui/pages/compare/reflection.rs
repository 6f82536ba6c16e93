//! What one makes of it.

use leptos::prelude::*;

use super::pair::Pair;
use crate::domain::{Edit, Occasion, OccasionId, Question};
use crate::ui::chart_words::question_words;
use crate::ui::components::{Disclosure, TextField};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Three questions, kept with the later occasion; and where one worked at both dates. Nothing has to be answered.
#[component]
pub fn Reflecting(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let asked = Memo::new(move |_| !pair.is_steadiness.get());
    let ids = pair.ids;
    move || {
        // Made anew for another pair: the fields are those of its occasions.
        let (then, now) = ids.get().filter(|_| asked.get())?;
        let question = |question: Question| {
            let occasion = now.clone();
            let set = move |text| pair.chart.edit(Edit::Reflect { occasion: occasion.clone(), question, text });
            let value = said(pair, now.clone(), move |occasion| occasion.reflection.said(question).to_owned());
            view! { <TextField label=t(question_words(question)) value long=true on_text=set /> }
        };
        let context = |id: OccasionId, day: String| {
            let occasion = id.clone();
            let set = move |text| pair.chart.edit(Edit::Context { occasion: occasion.clone(), text });
            let value = said(pair, id, |occasion| occasion.context.clone());
            view! { <TextField label=tf(Key::ContextOn, &[("date", &day)]) value long=true on_text=set /> }
        };
        let questions = Question::ALL.map(question).collect_view();
        let (then_day, now_day) = pair.days.get_untracked();
        let contexts = [context(then, then_day), context(now, now_day)].collect_view();
        Some(view! {
            <section class="reflecting">
                <h2>{t(Key::ReflectTitle)}</h2>
                <p class="soft">{t(Key::ReflectLead)}</p>
                {questions}
                <Disclosure summary=t(Key::ContextTitle)>{contexts}</Disclosure>
            </section>
        })
    }
}

/// What stands on one of the two occasions.
fn said(pair: Pair, id: OccasionId, words: impl Fn(&Occasion) -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(move || pair.chart.occasion(&id).as_deref().map(&words).unwrap_or_default())
}
