//! A page of paper: what it is called and whose it is, and the line that every page carries.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::Record;
use crate::ui::say::{t, title_of};
use crate::words::Key;

/// The paper around what stands on it. Nothing else of the screen is printed.
#[component]
pub fn Paper(
    /// What is given.
    given: Arc<Record>,
    /// The days it is about.
    when: String,
    /// Whether it is as large as a wall poster.
    #[prop(optional)]
    poster: bool,
    /// What stands on it.
    children: Children,
) -> impl IntoView {
    let who = [given.owner.trim(), given.code.trim(), when.trim()];
    let who = who.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    view! {
        <article class="paper" class:poster=poster>
            <header>
                <h2>{title_of(&given)}</h2>
                <p class="byline">{who}</p>
            </header>
            {children()}
            <p class="export-note">{t(Key::ExportNote)}</p>
        </article>
    }
}
