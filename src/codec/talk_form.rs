//! The files of the forms that conversations are noted by, as they come with the app.

use serde_json::Value;

use super::fields::{Fields, Mender};
use super::file::parsed;
use crate::domain::{FormId, QuestionId, TalkForm, TalkQuestion};

const FORMAT: &str = "roundel-talk-form";
/// The version of the format.
const VERSION: u64 = 1;

/// Reads such a file, whole or not at all.
pub fn read_talk_form(bytes: &[u8]) -> Option<TalkForm> {
    let file = parsed(bytes).ok()?;
    let of_ours = file.get("format").and_then(Value::as_str) == Some(FORMAT);
    let readable = file.get("version").and_then(Value::as_u64) == Some(VERSION);
    let mut repairs = Vec::new();
    let form = {
        let mender = Mender::new("", &mut repairs);
        form_of(&Fields::new(file.get("form").filter(|_| of_ours && readable)?, &mender)?)?
    };
    Some(form).filter(|_| repairs.is_empty())
}

fn form_of(fields: &Fields) -> Option<TalkForm> {
    let question = |fields: Fields| {
        Some(TalkQuestion {
            id: QuestionId::new(fields.id()?),
            group: fields.text("group"),
            text: fields.text("text"),
            hint: fields.text("hint"),
        })
    };
    Some(TalkForm {
        id: FormId::new(fields.id()?),
        version: fields.number("version")?.into(),
        title: fields.text("title"),
        purpose: fields.text("purpose"),
        about_max: fields.noted_number("about_max").unwrap_or_default(),
        with_somebody: fields.flag("with_somebody"),
        questions: fields.objects("questions").map(question).collect::<Option<_>>()?,
        source: fields.text("source"),
        licence: fields.text("licence"),
    })
}
