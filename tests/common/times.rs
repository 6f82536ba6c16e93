//! Charts that were looked at several times, made at random: most items carry a number on each, so that there is
//! something to compare.

use std::sync::Arc;

use proptest::prelude::*;
use roundel::domain::{
    Answer, Direction, FOCUS_MAX, IMPORTANCE, Item, ItemId, Kind, Occasion, Origin, Rater, Rating, Record, Scale,
    Section,
};

use super::{blank, day, item, occasion, section};

/// The times there are, in their order: called as in the records made here.
pub const FIRST: usize = 0;
pub const AGAIN: usize = 1;
pub const QUICK: usize = 2;
pub const LAST: usize = 3;
pub const BACK: usize = 4;
pub const OTHER: usize = 5;

fn any_direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(vec![Direction::Higher, Direction::Lower, Direction::TowardNeeded])
}

fn any_rating(scale: Scale) -> impl Strategy<Value = Rating> {
    let number = || scale.min..=scale.max;
    let answer = prop_oneof![
        8 => number().prop_map(Answer::Value),
        1 => Just(Answer::Blank),
        1 => Just(Answer::DoesNotApply),
    ];
    let importance = prop::option::of(IMPORTANCE.min..=IMPORTANCE.max);
    (answer, prop::option::of(number()), importance, prop::bool::weighted(0.15)).prop_map(
        |(answer, needed, importance, idea_changed)| Rating {
            answer,
            needed,
            importance,
            idea_changed,
            ..Rating::default()
        },
    )
}

/// An item with its entry on each of the six times, where it has one.
fn any_row(scale: Scale) -> impl Strategy<Value = (Item, Vec<Option<Rating>>)> {
    let form = (0..2usize, prop::option::weighted(0.3, any_direction()), prop::option::of(scale.min..=scale.max));
    let ratings = prop::collection::vec(prop::option::weighted(0.9, any_rating(scale)), 6);
    (form, prop::bool::weighted(0.1), ratings).prop_map(|((at, direction, needed), aside, ratings)| {
        let set_aside = aside.then(|| day("2015-07-13"));
        let section = Some(section(&format!("s{at}")));
        (Item { section, direction, needed, set_aside, ..Item::new(item("i"), "", Origin::Own) }, ratings)
    })
}

/// A record of two sections in which all is finished: a first time, the same once more, a quick update, a last time, the
/// first time as it was seen later, and another's view.
pub fn any_times() -> BoxedStrategy<Record> {
    let scale = prop::sample::select(vec![Scale::CONSTRUCT, Scale { min: 1, max: 5 }]);
    scale
        .prop_flat_map(|scale| {
            let rows = prop::collection::vec(any_row(scale), 1..14);
            (rows, any_direction(), 0..20i64).prop_map(move |(mut rows, direction, later)| {
                rows.sort_by(|(one, _), (other, _)| one.section.cmp(&other.section));
                let mut record = blank();
                record.instrument.scale = scale;
                record.instrument.direction = direction;
                record.instrument.sections =
                    ["s0", "s1"].map(|id| Section { id: section(id), name: id.to_owned() }).into();
                record.occasions = times(later).into_iter().map(Arc::new).collect();
                for (at, (row, ratings)) in rows.into_iter().enumerate() {
                    let id = item(&format!("i{at:02}"));
                    for (on, rating) in record.occasions.iter_mut().map(Arc::make_mut).zip(ratings) {
                        on.ratings.extend(rating.map(|rating| (id.clone(), rating)));
                    }
                    record.instrument.items.push(Item { id, ..row });
                }
                for on in record.occasions.iter_mut().map(Arc::make_mut) {
                    on.focus = on.ratings.keys().take(FOCUS_MAX).cloned().collect();
                }
                record
            })
        })
        .boxed()
}

/// The six times, the second so many days after the first.
fn times(later: i64) -> Vec<Occasion> {
    let on = |id: &str, kind, day| {
        let none: [ItemId; 0] = [];
        Occasion { finished: true, ..Occasion::new(occasion(id), kind, day, none) }
    };
    let first = day("2014-06-13");
    let days = ["2014-12-01", "2015-07-13", "2015-07-14", "2015-07-15"].map(day);
    let rater = Rater::Other("mentor".into());
    vec![
        on("first", Kind::Baseline, first),
        on("again", Kind::SecondBaseline, first + time::Duration::days(later)),
        Occasion { quick: true, ..on("quick", Kind::Interim, days[0]) },
        Occasion { on_paper: true, ..on("last", Kind::Final, days[1]) },
        Occasion { refers_to: first, ..on("back", Kind::Retrospective, days[2]) },
        Occasion { rater, ..on("other", Kind::Final, days[3]) },
    ]
}

/// The times that follow each other, in pairs.
pub fn pairs_of_times(record: &Record) -> [(&Occasion, &Occasion); 3] {
    let on = |at: usize| &*record.occasions[at];
    [(FIRST, QUICK), (FIRST, LAST), (QUICK, LAST)].map(|(then, now)| (on(then), on(now)))
}
