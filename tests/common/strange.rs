//! Files with values in them that do not belong there.

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// JSON of any kind, words and ids of real files among it.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "",
        "roundel",
        "final",
        "own",
        "rate",
        "does-not-apply",
        "2015-07-13",
        "i0",
        "i1",
        "first",
        "r0",
        "r1/x",
        "7",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..14i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..4)
                .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// Places in a JSON value, deepest last.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(list) => list.iter().enumerate().for_each(|(n, part)| places(part, &format!("{at}/{n}"), found)),
        Value::Object(map) => map.iter().for_each(|(name, part)| {
            places(part, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        _ => {}
    }
}

/// `text` with other JSON in some places.
pub fn with_strange_values(text: &str, damage: &[(Index, Value)]) -> String {
    let mut value: Value = serde_json::from_str(text).unwrap();
    for (at, strange) in damage {
        let mut found = Vec::new();
        places(&value, "", &mut found);
        *value.pointer_mut(&found[at.index(found.len())]).unwrap() = strange.clone();
    }
    value.to_string()
}

pub fn any_strange_values() -> impl Strategy<Value = Vec<(Index, Value)>> {
    prop::collection::vec((any::<Index>(), any_json()), 1..5)
}
