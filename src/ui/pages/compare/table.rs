//! The comparison as a table, to read and to copy.

use leptos::prelude::*;

use super::pair::Pair;
use super::sentences::{no_room_words, reworded_words, summary_sentence};
use crate::analysis::{Change, Comparison, Mean, Pairing};
use crate::chart::LayerStyle;
use crate::codec::tab_text;
use crate::domain::{ItemKind, Rating};
use crate::platform;
use crate::ui::chart_words::signed;
use crate::ui::components::Disclosure;
use crate::ui::say::{answer_short, opposite_of, t, text_of, tf};
use crate::words::Key;

/// Every item with its numbers, gaps and words; the mean change with what it rests on.
#[component]
pub fn ChangeTable(
    /// The two compared.
    pair: Pair,
) -> impl IntoView {
    let table = Memo::new(move |_| pair.comparison.get().map(|both| Table::of(pair, &both)));
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        if let Some(table) = table.get_untracked() {
            platform::copy_text(tab_text(&table.lines()), move |done| copied.set(Some(done)));
        }
    };
    let told = move || copied.get().map(|done| t(if done { Key::TableCopied } else { Key::TableNotCopied }));
    view! {
        <Disclosure summary=t(Key::TableTitle)>
            <div class="table-room" tabindex="0" role="region" aria-label=t(Key::TableTitle)>
                {move || table.get().map(Table::view)}
            </div>
            <button type="button" class="button quiet" on:click=copy>{t(Key::TableCopy)}</button>
            <p class="soft" role="status">{told}</p>
        </Disclosure>
    }
}

/// A cell with more than so many bytes wants a wide column.
const LONG: usize = 40;

/// A table in words: what is shown is what is copied.
#[derive(Clone, PartialEq)]
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    foot: String,
}

/// A column: what stands above it, and what it holds of an item.
struct Column {
    head: String,
    cell: fn(&Change) -> String,
}

impl Column {
    fn new(head: String, cell: fn(&Change) -> String) -> Self {
        Self { head, cell }
    }

    /// The columns that there is anything for.
    fn all(pair: Pair, both: &Comparison) -> Vec<Self> {
        let (then, now) = pair.days.get();
        let word = |key: Key| t(key).to_owned();
        let of_day = |key: Key, day: &str| tf(key, &[("date", day)]);
        let any = |there: fn(&Change) -> bool| both.changes.iter().any(there);
        let constructs = any(|change| change.item.kind == ItemKind::Construct);
        let item = if constructs { Key::TableItem } else { Key::TableStatement };
        let mut columns = vec![Self::new(word(item), |change| text_of(&change.item))];
        columns.push(Self::new(then.clone(), |change| number(change.then.as_ref())));
        columns.push(Self::new(now.clone(), |change| number(change.now.as_ref())));
        columns.push(Self::new(word(Key::TableChange), |change| points(change.difference())));
        if any(|change| change.needed.is_some()) {
            columns.push(Self::new(word(Key::LayerNeeded), |change| level(change.needed)));
            columns.push(Self::new(of_day(Key::TableToGo, &then), |change| points(change.to_go_then())));
            columns.push(Self::new(of_day(Key::TableToGo, &now), |change| points(change.to_go())));
        }
        if both.back.is_some() {
            columns.push(Self::new(pair.name_of(LayerStyle::Back), |change| level(change.back)));
            columns.push(Self::new(word(Key::TableShift), |change| points(change.shift())));
            columns.push(Self::new(word(Key::TableYardstick), |change| points(change.on_one_yardstick())));
        }
        if both.other.is_some() {
            columns.push(Self::new(pair.name_of(LayerStyle::Other), |change| level(change.other)));
        }
        columns.push(Self::new(word(Key::TableNote), note));
        if constructs {
            columns.push(Self::new(word(Key::TableOpposite), |change| opposite_of(&change.item)));
        }
        columns.push(Self::new(of_day(Key::TableWords, &then), |change| said(change.then.as_ref())));
        columns.push(Self::new(of_day(Key::TableWords, &now), |change| said(change.now.as_ref())));
        columns
    }
}

impl Table {
    fn of(pair: Pair, both: &Comparison) -> Self {
        let columns = Column::all(pair, both);
        Self {
            caption: summary_sentence(both),
            rows: both
                .changes
                .iter()
                .map(|change| columns.iter().map(|column| (column.cell)(change)).collect())
                .collect(),
            head: columns.into_iter().map(|column| column.head).collect(),
            foot: mean_sentence(both.mean_change()),
        }
    }

    /// Line by line, for the clipboard.
    fn lines(&self) -> Vec<Vec<String>> {
        let mut lines = vec![vec![self.caption.clone()], self.head.clone()];
        lines.extend(self.rows.iter().cloned());
        lines.push(vec![self.foot.clone()]);
        lines.push(vec![t(Key::ExportNote).to_owned()]);
        lines
    }

    fn view(self) -> impl IntoView {
        let head = self.head.iter().map(|words| view! { <th scope="col">{words.clone()}</th> }).collect_view();
        let cell = |words: String| {
            let class = (words.len() > LONG).then_some("words");
            view! { <td class=class>{words}</td> }
        };
        let row = |cells: Vec<String>| {
            let mut cells = cells.into_iter();
            view! {
                <tr>
                    <th scope="row">{cells.next()}</th>
                    {cells.map(cell).collect_view()}
                </tr>
            }
        };
        let width = self.head.len();
        view! {
            <table class="change-table">
                <caption><span>{self.caption}</span></caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{self.rows.into_iter().map(row).collect_view()}</tbody>
                <tfoot><tr><td colspan=width><span>{self.foot}</span></td></tr></tfoot>
            </table>
        }
    }
}

fn mean_sentence(mean: Mean) -> String {
    let (n, of) = (mean.n.to_string(), mean.of.to_string());
    match mean.value() {
        Some(by) => tf(Key::TableMean, &[("by", &signed(by, 1)), ("n", &n), ("of", &of)]),
        None => t(Key::TableNoMean).to_owned(),
    }
}

fn number(rating: Option<&Rating>) -> String {
    rating.map(|rating| answer_short(rating.answer)).unwrap_or_default()
}

fn level(level: Option<u8>) -> String {
    level.map(|level| level.to_string()).unwrap_or_default()
}

fn points(by: Option<i16>) -> String {
    by.map(|by| signed(f64::from(by), 0)).unwrap_or_default()
}

fn said(rating: Option<&Rating>) -> String {
    rating.map(|rating| rating.words().join(" · ")).unwrap_or_default()
}

/// Whether it was matched at all, and what keeps its numbers from being misread.
fn note(change: &Change) -> String {
    let pairing = match change.pairing {
        Pairing::Matched { .. } => None,
        Pairing::NotBoth => Some(Key::GroupNotBoth),
        Pairing::New => Some(Key::GroupNew),
        Pairing::SetAside => Some(Key::GroupSetAside),
    };
    let notes = [
        pairing.map(t).map(str::to_owned),
        change.idea_changed().then(|| t(Key::IdeaHasChanged).to_owned()),
        change.no_room().then(|| no_room_words(change)),
        reworded_words(change),
    ];
    notes.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
