//! What it is called, what it is for, what it is, and where it comes from.

use leptos::prelude::*;

use super::draft::Draft;
use crate::domain::{ITEMS_MAX, Style};
use crate::instruments::{Change, limits};
use crate::ui::components::{CheckBox, LineField, TextField};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// Title, purpose, instruction and caution.
#[component]
pub fn AboutFields(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    view! {
        <section class="design-part">
            <LineField
                label=t(Key::DesignTitleLabel)
                hint=t(Key::DesignTitleHint)
                most=limits::NAME
                value=draft.text(|form| &form.about.title)
                on_text=move |text| draft.change(Change::Title(text))
            />
            <LineField
                label=t(Key::DesignPurpose)
                hint=t(Key::DesignPurposeHint)
                most=limits::LINE
                value=draft.text(|form| &form.about.purpose)
                on_text=move |text| draft.change(Change::Purpose(text))
            />
            <TextField
                label=t(Key::DesignInstruction)
                hint=t(Key::DesignInstructionHint)
                most=limits::PARAGRAPH
                long=true
                value=draft.text(|form| &form.about.instruction)
                on_text=move |text| draft.change(Change::Instruction(text))
            />
            <TextField
                label=t(Key::DesignCaution)
                hint=t(Key::DesignCautionHint)
                most=limits::PARAGRAPH
                long=true
                value=draft.text(|form| &form.about.caution)
                on_text=move |text| draft.change(Change::Caution(text))
            />
        </section>
    }
}

/// What only a chart has: what it pictures, and whether pupils fill it in.
#[component]
pub fn ChartFields(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let pupils = move || draft.get().is_some_and(|form| form.pupils);
    view! {
        <section class="design-part">
            <LineField
                label=t(Key::SubjectLabel)
                hint=t(Key::SubjectHint)
                most=limits::NAME
                value=draft.text(|form| &form.about.subject)
                on_text=move |text| draft.change(Change::Subject(text))
            />
            <CheckBox
                label=t(Key::DesignPupils)
                checked=Signal::derive(pupils)
                on_change=move |on| draft.change(Change::Pupils(on))
            />
        </section>
    }
}

/// Where it comes from.
#[component]
pub fn SourceField(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    view! {
        <section class="design-part">
            <TextField
                label=t(Key::DesignSource)
                hint=t(Key::DesignSourceHint)
                most=limits::SOURCE
                long=true
                value=draft.text(|form| &form.about.source)
                on_text=move |text| draft.change(Change::Source(text))
            />
        </section>
    }
}

/// A list or a chart.
#[component]
pub fn StyleChoice(
    /// The instrument.
    draft: Draft,
) -> impl IntoView {
    let count = Memo::new(move |_| draft.order().len());
    let is_chart = Memo::new(move |_| draft.is_chart());
    let too_many = move || !is_chart.get() && count.get() > ITEMS_MAX;
    let chart_words = move || {
        if too_many() {
            tf(Key::DesignChartFull, &[("n", &count.get().to_string())])
        } else {
            t(Key::DesignChartWords).to_owned()
        }
    };
    view! {
        <fieldset class="choices design-style">
            <legend>{t(Key::DesignStyle)}</legend>
            <label class="choice">
                <input
                    type="radio"
                    name="design-style"
                    prop:checked=move || !is_chart.get()
                    on:change=move |_| draft.change(Change::Style(Style::Audit))
                />
                <span>{t(Key::DesignList)}<span class="choice-words">{t(Key::DesignListWords)}</span></span>
            </label>
            <label class="choice">
                <input
                    type="radio"
                    name="design-style"
                    disabled=too_many
                    prop:checked=move || is_chart.get()
                    on:change=move |_| draft.change(Change::Style(Style::Chart))
                />
                <span>{t(Key::DesignChart)}<span class="choice-words">{chart_words}</span></span>
            </label>
        </fieldset>
    }
}
