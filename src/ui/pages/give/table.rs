//! A table, before it leaves: every cell of it.

use leptos::prelude::*;

use super::details::Detail;
use super::giving::Giving;
use super::table_words::side_by_side;
use crate::codec::{csv_text, tab_text, table_columns, table_lines, write_grid};
use crate::domain::Record;
use crate::platform::Parcel;
use crate::state::Format;
use crate::ui::components::{CheckBox, Disclosure};
use crate::ui::copies::dated_name;
use crate::ui::navigation::app;
use crate::ui::say::{t, title_of};
use crate::words::{Key, column_key};

/// How many lines are shown; of more it is said how many there are.
const LINES_SHOWN: usize = 60;

/// The cells, and for which program they are written.
#[component]
pub fn TablePreview(
    /// What is given.
    giving: Giving,
    /// Which table.
    format: Format,
) -> impl IntoView {
    let lines = Memo::new(move |_| giving.given.get().and_then(|given| lines_of(&given, format)));
    let app = app();
    Effect::new(move |_| {
        let marked = !giving.has(Detail::Unmarked);
        let file = giving.given.get().zip(lines.get()).and_then(|(given, lines)| {
            Parcel::of_text(&dated_name(app, &title_of(&given), "csv"), "text/csv", &csv_text(&lines, marked))
        });
        giving.parcel.set(file);
        giving.text.set(lines.get().as_deref().map(tab_text));
    });
    on_cleanup(move || _ = giving.text.try_set(None));
    let on = Signal::derive(move || !giving.has(Detail::Unmarked));
    let mark = move |on: bool| giving.set(&[(Detail::Unmarked, !on)]);
    view! {
        {move || match lines.get() {
            Some(lines) => view! { <Cells lines /> }.into_any(),
            None => view! { <p>{t(Key::GiveNeedsTwo)}</p> }.into_any(),
        }}
        <CheckBox label=t(Key::TableForExcel) checked=on on_change=mark />
        {(format == Format::Rows).then(|| view! { <Columns /> })}
    }
}

/// The grid, as it stands in the file.
#[component]
pub fn GridPreview(
    /// What is given.
    giving: Giving,
) -> impl IntoView {
    let app = app();
    let grid = Memo::new(move |_| giving.given.get().map(|given| write_grid(&given, t(Key::LayerNeeded))));
    Effect::new(move |_| {
        let file = giving.given.get().zip(grid.get()).and_then(|(given, grid)| {
            Parcel::of_text(&dated_name(app, &title_of(&given), "grid.txt"), "text/plain", &grid)
        });
        giving.parcel.set(file);
        giving.text.set(grid.get());
    });
    on_cleanup(move || _ = giving.text.try_set(None));
    view! {
        <p class="soft">{t(Key::GridWords)}</p>
        <pre class="leaves" tabindex="0" aria-label=t(Key::GiveLeaves)>{move || grid.get()}</pre>
    }
}

fn lines_of(given: &Record, format: Format) -> Option<Vec<Vec<String>>> {
    if format == Format::SideBySide { side_by_side(given) } else { Some(table_lines(given)) }
}

#[component]
fn Cells(lines: Vec<Vec<String>>) -> impl IntoView {
    let more = lines.len().saturating_sub(LINES_SHOWN + 1);
    let mut lines = lines.into_iter();
    let head = lines.next().unwrap_or_default();
    let row = |cells: Vec<String>| {
        view! { <tr>{cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> }
    };
    view! {
        <div class="table-room leaves" tabindex="0" role="region" aria-label=t(Key::GiveLeaves)>
            <table class="cells">
                <thead>
                    <tr>{head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{lines.take(LINES_SHOWN).map(row).collect_view()}</tbody>
            </table>
        </div>
        {(more > 0).then(|| view! { <p class="soft">{crate::ui::say::tn(Key::TableMore, more)}</p> })}
    }
}

/// What the columns mean.
#[component]
fn Columns() -> impl IntoView {
    let column = |name: &'static str| column_key(name).map(|key| view! { <dt>{name}</dt><dd>{t(key)}</dd> });
    view! {
        <Disclosure summary=t(Key::TableColumns)>
            <p>{t(Key::TableWithout)}</p>
            <dl class="columns">{table_columns().map(column).collect_view()}</dl>
        </Disclosure>
    }
}
