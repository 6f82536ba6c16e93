//! The comparison as a table, to read and to copy.

use leptos::prelude::*;

use super::pair::Pair;
use super::sentences::summary_sentence;
use crate::analysis::{Change, Comparison, Pairing, rounded};
use crate::codec::tab_text;
use crate::domain::{Answer, Rating};
use crate::platform;
use crate::ui::components::Disclosure;
use crate::ui::say::{answer_short, opposite_of, signed, t, text_of, tf};
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

/// A table in words: what is shown is what is copied.
#[derive(Clone, PartialEq)]
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    foot: String,
}

/// What a column holds of an item.
type Cell = fn(&Change) -> String;

impl Table {
    fn of(pair: Pair, both: &Comparison) -> Self {
        let (then, now) = pair.days();
        let word = |key: Key| t(key).to_owned();
        let any = |there: fn(&Change) -> bool| both.changes.iter().any(there);
        let gaps = any(|change| change.needed.is_some());
        let columns: Vec<(bool, String, Cell)> = vec![
            (true, word(Key::TableItem), |change| text_of(&change.item)),
            (any(|change| !change.item.opposite.trim().is_empty()), word(Key::TableOpposite), |change| opposite_of(&change.item)),
            (true, then.clone(), |change| number(&change.then)),
            (true, now.clone(), |change| number(&change.now)),
            (true, word(Key::TableChange), |change| points(change.difference())),
            (gaps, word(Key::LayerNeeded), |change| change.needed.map(|level| level.to_string()).unwrap_or_default()),
            (gaps, tf(Key::TableGap, &[("date", &then)]), |change| points(change.gap_then())),
            (gaps, tf(Key::TableGap, &[("date", &now)]), |change| points(change.gap())),
            (both.back.is_some(), word(Key::LayerBack), |change| change.back.map(|value| value.to_string()).unwrap_or_default()),
            (both.back.is_some(), word(Key::TableShift), |change| points(change.shift())),
            (both.back.is_some(), word(Key::TableYardstick), |change| points(change.on_one_yardstick())),
            (both.other.is_some(), pair.name_of(crate::chart::LayerStyle::Other), |change| change.other.map(|value| value.to_string()).unwrap_or_default()),
            (true, word(Key::TableNote), note),
            (any(|change| said(&change.then).is_some()), tf(Key::TableWords, &[("date", &then)]), |change| said(&change.then).unwrap_or_default()),
            (any(|change| said(&change.now).is_some()), tf(Key::TableWords, &[("date", &now)]), |change| said(&change.now).unwrap_or_default()),
        ];
        let columns: Vec<(String, Cell)> =
            columns.into_iter().filter(|(there, ..)| *there).map(|(_, head, cell)| (head, cell)).collect();
        let mean = both.mean_change();
        let parts = [("n", mean.n.to_string()), ("of", mean.of.to_string())];
        let parts = [("n", parts[0].1.as_str()), ("of", parts[1].1.as_str())];
        let foot = match mean.value() {
            Some(by) => tf(Key::TableMean, &[("by", &signed(by)), parts[0], parts[1]]),
            None => t(Key::TableNoMean).to_owned(),
        };
        Self {
            caption: summary_sentence(both),
            rows: both.changes.iter().map(|change| columns.iter().map(|(_, cell)| cell(change)).collect()).collect(),
            head: columns.into_iter().map(|(head, _)| head).collect(),
            foot,
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
        let row = |cells: Vec<String>| {
            let mut cells = cells.into_iter();
            view! {
                <tr>
                    <th scope="row">{cells.next()}</th>
                    {cells.map(|words| view! { <td>{words}</td> }).collect_view()}
                </tr>
            }
        };
        let width = self.head.len();
        view! {
            <table class="change-table">
                <caption>{self.caption}</caption>
                <thead><tr>{head}</tr></thead>
                <tbody>{self.rows.into_iter().map(row).collect_view()}</tbody>
                <tfoot><tr><td colspan=width>{self.foot}</td></tr></tfoot>
            </table>
        }
    }
}

fn number(rating: &Option<Rating>) -> String {
    rating.as_ref().map(|rating| rating.answer).map(|answer| match answer {
        Answer::Blank => t(Key::NotRatedYet).to_owned(),
        answer => answer_short(answer),
    }).unwrap_or_default()
}

fn points(by: Option<i16>) -> String {
    by.map(|by| signed(f64::from(by))).map(|by| by.trim_end_matches(".0").to_owned()).unwrap_or_default()
}

fn said(rating: &Option<Rating>) -> Option<String> {
    let words = rating.as_ref()?.words().join(" · ");
    (!words.is_empty()).then_some(words)
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
        change.no_room().then(|| t(Key::TableNoRoom).to_owned()),
        change.reworded_from.as_ref().map(|(text, opposite)| tf(Key::RewordedFrom, &[("text", text), ("opposite", opposite)])),
    ];
    notes.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
