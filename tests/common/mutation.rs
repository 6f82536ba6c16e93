//! Databases that have come to harm: what can happen to rows, made from a seed.

use roundel::codec::{Row, RowKey, Table};
use serde_json::{Value, json};

/// Numbers from a seed (`SplitMix64`): the same ones each time.
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// What can happen to the rows of a database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Harm {
    FlippedBits,
    CutOff,
    Empty,
    OtherText,
    Doubled,
    StrangeValue,
    StrangeNumber,
    StrangeVersion,
    StrangeField,
    DeepNesting,
    KeysSwapped,
    ForeignKey,
    OtherTable,
    Twice,
    Gone,
}

pub const HARMS: [Harm; 15] = [
    Harm::FlippedBits,
    Harm::CutOff,
    Harm::Empty,
    Harm::OtherText,
    Harm::Doubled,
    Harm::StrangeValue,
    Harm::StrangeNumber,
    Harm::StrangeVersion,
    Harm::StrangeField,
    Harm::DeepNesting,
    Harm::KeysSwapped,
    Harm::ForeignKey,
    Harm::OtherTable,
    Harm::Twice,
    Harm::Gone,
];

impl Harm {
    /// Does it to one of `rows`.
    pub fn befall(self, rows: &mut Vec<Row>, chance: &mut Chance) {
        let (at, other) = (chance.below(rows.len()), chance.below(rows.len()));
        let (text, second) = (rows[at].text.clone(), rows[other].clone());
        let row = &mut rows[at];
        match self {
            Self::FlippedBits => row.text = flipped(&text, chance),
            Self::CutOff => row.text = lossy(&text.as_bytes()[..chance.below(text.len().max(1))]),
            Self::Empty => row.text.clear(),
            Self::OtherText => row.text = second.text,
            Self::Doubled => row.text = doubled(&text, chance),
            Self::StrangeValue => row.text = with(&text, chance, |_, chance| strange_value(chance)),
            Self::StrangeNumber => row.text = other_number(&text, chance),
            Self::StrangeVersion => row.text = with_version(&text, chance),
            Self::StrangeField => row.text = with(&text, chance, renamed),
            Self::DeepNesting => row.text = nested(&text, chance),
            Self::KeysSwapped => {
                let key = std::mem::replace(&mut row.key.key, second.key.key);
                rows[other].key.key = key;
            }
            Self::ForeignKey => row.key.key = foreign(&row.key.key, &second.key, chance),
            Self::OtherTable => row.key.table = chance.pick(&Table::ALL),
            Self::Twice => {
                let mut again = row.clone();
                if chance.below(2) == 0 {
                    again.text = flipped(&text, chance);
                }
                let place = chance.below(rows.len() + 1);
                rows.insert(place, again);
            }
            Self::Gone => _ = rows.remove(at),
        }
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn flipped(text: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=chance.below(4) {
        let at = chance.below(bytes.len().max(1));
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << chance.below(8);
        }
    }
    lossy(&bytes)
}

fn doubled(text: &str, chance: &mut Chance) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let from = chance.below(bytes.len() + 1);
    let again: Vec<u8> = bytes[from..].iter().take(chance.below(60)).copied().collect();
    bytes.splice(from..from, again);
    lossy(&bytes)
}

/// JSON of any kind, words and ids of records among it.
fn strange_value(chance: &mut Chance) -> Value {
    chance.pick(&[
        json!(null),
        json!(true),
        json!(-1),
        json!(7),
        json!(300),
        json!(u64::MAX),
        json!(2.5),
        json!(""),
        json!("7"),
        json!("final"),
        json!("r0"),
        json!("r1/first"),
        json!("i0"),
        json!("2015-07-13"),
        json!("\u{0}\u{feff}"),
        json!([]),
        json!(["i0", "i0", 7]),
        json!([[]]),
        json!({}),
        json!({ "id": "i0" }),
        json!({ "": {} }),
    ])
}

/// `text` with something else made of one of its values; as it is where it is no JSON.
fn with(text: &str, chance: &mut Chance, make: impl Fn(&Value, &mut Chance) -> Value) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
    let mut places = Vec::new();
    find_places(&value, "", &mut places);
    let place = value.pointer_mut(&chance.pick(&places)).unwrap();
    *place = make(place, chance);
    value.to_string()
}

fn find_places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, part)| find_places(part, &format!("{at}/{n}"), found));
        }
        Value::Object(map) => map.iter().for_each(|(name, part)| {
            find_places(part, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        _ => {}
    }
}

fn renamed(value: &Value, chance: &mut Chance) -> Value {
    let mut value = value.clone();
    if let Some(map) = value.as_object_mut()
        && !map.is_empty()
    {
        let names: Vec<String> = map.keys().cloned().collect();
        let taken = map.remove(&chance.pick(&names)).unwrap();
        map.insert(chance.pick(&["", "later", "id", "text", "i0", "data"]).to_owned(), taken);
    }
    value
}

fn other_number(text: &str, chance: &mut Chance) -> String {
    let is_digit = |at: &usize| text.as_bytes()[*at].is_ascii_digit();
    let digits: Vec<usize> = (0..text.len()).filter(is_digit).collect();
    if digits.is_empty() {
        return text.to_owned();
    }
    let at = chance.pick(&digits);
    let huge = "9".repeat(400);
    let number = chance.pick(&["-0", "1e400", "-1", "2.5", "256", "18446744073709551616", "1E-7", "007", "NaN", &huge]);
    format!("{}{number}{}", &text[..at], &text[at + 1..])
}

fn with_version(text: &str, chance: &mut Chance) -> String {
    let Ok(mut value) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
    let versions: [Value; 12] = [
        json!(null),
        json!(0),
        json!(1),
        json!(2),
        json!(99),
        json!(u64::MAX),
        json!(-3),
        json!(3.0),
        json!("3"),
        json!([3]),
        json!(false),
        serde_json::from_str("1e400").unwrap(),
    ];
    if let Some(map) = value.as_object_mut() {
        map.insert("version".into(), chance.pick(&versions));
    }
    value.to_string()
}

fn nested(text: &str, chance: &mut Chance) -> String {
    let deep = chance.pick(&[5, 60, 120, 200, 20_000]);
    let (open, close) = chance.pick(&[("[", "]"), ("{\"data\":", "}")]);
    let tower = format!("{}7{}", open.repeat(deep), close.repeat(deep));
    match chance.below(3) {
        0 => tower,
        1 => format!("{{\"version\":3,\"data\":{tower}}}"),
        // In place of the first text of it.
        _ => text.replacen("\"\"", &tower, 1),
    }
}

fn foreign(key: &str, other: &RowKey, chance: &mut Chance) -> String {
    let (record, name) = key.split_once('/').unwrap_or((key, ""));
    let (other_record, other_name) = other.key.split_once('/').unwrap_or((&other.key, ""));
    chance.pick(&[
        String::new(),
        "/".into(),
        format!("{record}/"),
        format!("/{name}"),
        format!("{key}/"),
        format!("{other_record}/{name}"),
        format!("{record}/{other_name}"),
        other.key.clone(),
        record.to_owned(),
        "\u{0}\u{202e}é".into(),
        "chart/r0".into(),
    ])
}
