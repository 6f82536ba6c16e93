//! Charts and audits as people leave them, for the length of what is sent. All synthetic.

use roundel::codec::read_instrument;
use roundel::domain::{Answer, Edit, Instrument, OccasionId, Record, RecordId, Sitting, Stamp, Step};

use super::mutation::Chance;
use super::{add, day, item, occasion, text_of};

/// A subject, and ten attributes with their opposites: poles of about 26 characters.
pub type Words = (&'static str, [(&'static str, &'static str); 10]);

/// Synthetic.
pub const CHARTS: [Words; 5] = [
    (
        "science teacher",
        [
            ("Explains the hard ideas simply", "Hides behind long words"),
            ("Practicals have a purpose", "Bangs and flashes just for fun"),
            ("Knows who has understood", "Asks only the raised hands"),
            ("Marks books within a week", "Marking piles up for months"),
            ("Safe and calm in the lab", "Bunsens left on, goggles off"),
            ("Curious about the world", "Has not read a paper since"),
            ("Questions make them think", "Guess what I have in my head"),
            ("Every pupil gets to speak", "Three boys do all the talk"),
            ("Patient with slow workers", "Rushes on to finish the unit"),
            ("Links lessons to real life", "Science stays in the textbook"),
        ],
    ),
    (
        "mentor",
        [
            ("Listens more than she talks", "Gives advice before asking"),
            ("Turns up on time each week", "Cancels when things get busy"),
            ("Honest about what went wrong", "Says everything was great"),
            ("Remembers what we agreed", "Starts from scratch each time"),
            ("Lets me find my own answer", "Tells me how he would do it"),
            ("Notices small improvements", "Only ever sees the mistakes"),
            ("Shares her own bad lessons", "Pretends that she is perfect"),
            ("Keeps what I say private", "Gossips in the staff room"),
            ("Challenges me, and is kind", "Never asks a hard question"),
            ("Looks at evidence with me", "Goes by gut feeling alone"),
        ],
    ),
    (
        "primary teacher",
        [
            ("Greets every child by name", "Looks up only at the register"),
            ("Reads stories with feeling", "Reads out loud in a flat voice"),
            ("Clear about what to learn", "Nobody knows what it is for"),
            ("Gives children time to think", "Answers her own questions"),
            ("Fair when there is a quarrel", "Blames the usual suspects"),
            ("Displays show their thinking", "Walls covered in posters"),
            ("Works well with assistants", "Leaves the helper at the back"),
            ("Stretches the quickest", "More of the same worksheet"),
            ("Parents feel they are welcome", "Avoids parents at the gate"),
            ("Laughs a lot with the class", "Grumpy before ten o'clock"),
        ],
    ),
    (
        "head of department",
        [
            ("Visible around the building", "Always behind a closed door"),
            ("Makes decisions and explains", "Changes his mind every day"),
            ("Trusts staff to do their jobs", "Checks every single detail"),
            ("Meetings start and end on time", "Agenda never gets finished"),
            ("Protects time for planning", "Adds another form to fill in"),
            ("Deals with conflict early", "Hopes problems will go away"),
            ("Credits the team for success", "Takes the credit for herself"),
            ("Knows the budget inside out", "Surprised by the overspend"),
            ("Develops people for promotion", "Holds on to the best staff"),
            ("Keeps pupils at the centre", "Data matters more than kids"),
        ],
    ),
    (
        "ensemble director",
        [
            ("Shows the phrase with hands", "Beats time like a metronome"),
            ("Hears wrong notes at once", "Misses the tuning problems"),
            ("Picks the music that fits us", "Too hard or far too easy"),
            ("Rehearses in small sections", "Plays through from the top"),
            ("Warm-ups have a clear aim", "Straight into the hard piece"),
            ("Players listen to each other", "All eyes glued to the part"),
            ("Knows the score by heart", "Head buried in the score"),
            ("Makes nervous players shine", "Picks on the weakest desk"),
            ("Shapes each line musically", "Correct notes, nothing else"),
            ("Ends with something to sing", "Runs over and packs up late"),
        ],
    ),
];

/// So many seconds past nine on a day, as a stamp.
fn at(on: &str, seconds: u64) -> Stamp {
    let days = day(on).to_julian_day() - day("1970-01-01").to_julian_day();
    u64::from(days.unsigned_abs()) * 86_400_000 + 9 * 3_600_000 + seconds * 1000 + 345
}

/// Small hexadecimal digits, as ids are made of.
pub fn hex_id(digits: usize, chance: &mut Chance) -> String {
    (0..digits).map(|_| char::from_digit(chance.below(16) as u32, 16).unwrap()).collect()
}

/// Makes an edit some seconds after the one before, and stamps it.
struct Writing {
    record: Record,
    on: &'static str,
    seconds: u64,
}

impl Writing {
    fn edit(&mut self, edit: Edit, after: u64) {
        self.seconds += after;
        let before = self.record.clone();
        self.record.apply(edit, day(self.on)).unwrap();
        self.record.stamp_changes(Some(&before), at(self.on, self.seconds));
    }

    fn rate_all(&mut self, on: &OccasionId, chance: &mut Chance) {
        let ids: Vec<_> = self.record.items().map(|item| item.id.clone()).collect();
        let scale = self.record.instrument.scale;
        for item in ids {
            let answer = Answer::Value(scale.value(chance.below(usize::from(scale.steps()) + 1) as u8));
            self.edit(Edit::Rate { occasion: on.clone(), item, answer }, 8 + chance.below(25) as u64);
        }
    }
}

/// A chart of ten attributes, rated twice: ids, days and times as in life, no words but the poles.
pub fn chart_twice((subject, poles): &Words, seed: u64) -> Record {
    chart_of(subject, poles.iter().copied(), seed)
}

/// The same of any ten.
pub fn chart_of<'a>(subject: &str, poles: impl Iterator<Item = (&'a str, &'a str)>, seed: u64) -> Record {
    let poles: Vec<(&str, &str)> = poles.collect();
    let chance = &mut Chance(seed);
    let (first, second) = (occasion(&hex_id(10, chance)), occasion(&hex_id(10, chance)));
    let record = Record::new(RecordId::new(hex_id(32, chance)), first.clone(), day("2026-09-14"));
    let mut writing = Writing { record, on: "2026-09-14", seconds: 0 };
    writing.edit(Edit::Subject(subject.into()), 30);
    let ids: Vec<String> = poles.iter().map(|_| hex_id(10, chance)).collect();
    for (id, (attribute, _)) in ids.iter().zip(&poles) {
        writing.edit(add(id, attribute), 30);
    }
    for (id, (attribute, opposite)) in ids.iter().zip(&poles) {
        let (text, opposite) = ((*attribute).into(), (*opposite).into());
        writing.edit(Edit::Reword { item: item(id), text, opposite }, 20 + chance.below(60) as u64);
    }
    writing.rate_all(&first, chance);
    for id in &ids[4..7] {
        writing.edit(Edit::Matters { occasion: first.clone(), item: item(id), on: true }, 10);
    }
    writing.edit(Edit::NextLook(Some(day("2027-07-05"))), 30);
    writing.edit(Edit::At(Step::Closing), 10);
    writing.edit(Edit::Finish(first), 10);
    writing = Writing { on: "2027-07-06", seconds: 0, ..writing };
    writing.edit(Edit::StartOccasion { occasion: second.clone(), sitting: Sitting::All }, 10);
    writing.rate_all(&second, chance);
    writing.edit(Edit::Finish(second), 10);
    writing.record
}

/// The instrument called `id` that comes with the app.
pub fn built_in(id: &str) -> Instrument {
    read_instrument(text_of(&format!("public/instruments/{id}.json")).as_bytes()).unwrap()
}

/// An audit of one of these instruments, answered once.
pub fn audit_once(form: Instrument, seed: u64) -> Record {
    let chance = &mut Chance(seed);
    let first = occasion(&hex_id(10, chance));
    let record = Record::with(form, RecordId::new(hex_id(32, chance)), first.clone(), day("2026-09-14"));
    let mut writing = Writing { record, on: "2026-09-14", seconds: 0 };
    writing.rate_all(&first, chance);
    writing.edit(Edit::Finish(first), 10);
    writing.record
}
