//! A picture, before it leaves: the very picture.

use std::rc::Rc;

use leptos::prelude::*;

use super::details::Detail;
use super::giving::Giving;
use super::picture_words::{picture_of, sentence_of};
use crate::chart::{Palette, Scene, SheetSpec, WidthTable, canvas_scale, sheet, svg_file};
use crate::platform::{self, BrowserMeasure, Parcel, ShownParcel};
use crate::state::Format;
use crate::ui::copies::dated_name;
use crate::ui::navigation::app;
use crate::ui::say::t;
use crate::words::Key;

/// How a picture is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A picture of so many pixels to one of a screen.
    Pixels(u32),
    /// A drawing.
    Drawing,
}

/// The picture as it leaves, and how large it is.
#[component]
pub fn PicturePreview(
    /// What is given.
    giving: Giving,
    /// Which picture.
    format: Format,
) -> impl IntoView {
    let app = app();
    let spec = Memo::new(move |_| giving.given.get().and_then(|given| picture_of(&given, format)));
    let kind = Memo::new(move |_| match (giving.has(Detail::Drawing), giving.has(Detail::Fine)) {
        (true, _) => Kind::Drawing,
        (false, fine) => Kind::Pixels(if fine { 3 } else { 2 }),
    });
    let shown = RwSignal::new_local(None::<Rc<ShownParcel>>);
    let take = move |parcel: Option<Parcel>| {
        shown.try_set(parcel.as_ref().and_then(Parcel::shown));
        giving.parcel.try_set(parcel);
    };
    // A picture takes a moment; the one that was asked for last counts.
    let asked = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let (spec, kind) = (spec.get(), kind.get());
        asked.update_value(|asked| *asked += 1);
        let turn = asked.get_value();
        let Some(spec) = spec else { return take(None) };
        let name = dated_name(app, &spec.title, if kind == Kind::Drawing { "svg" } else { "png" });
        match kind {
            Kind::Drawing => take(drawing(&spec, &name)),
            Kind::Pixels(wanted) => {
                let scene = sheet(&spec, &BrowserMeasure);
                platform::spawn(async move {
                    let picture = pixels(&scene, wanted, &name).await;
                    if asked.try_get_value() == Some(turn) {
                        take(picture);
                    }
                });
            }
        }
    });
    let alt = move || spec.with(|spec| spec.as_ref().map(sentence_of).unwrap_or_default());
    view! {
        {move || spec.with(Option::is_none).then(|| view! { <p>{t(Key::GiveNeedsTwo)}</p> })}
        {move || shown.get().map(|shown| view! {
            <img class="leaving-picture" src=shown.url().to_owned() alt=alt />
        })}
        <Kinds giving kind />
    }
}

/// As fine as wanted, or as a canvas can carry; a drawing where that is nothing.
async fn pixels(scene: &Scene, wanted: u32, name: &str) -> Option<Parcel> {
    let fineness = canvas_scale(scene, wanted);
    if fineness == 0 { None } else { platform::picture(scene, &Palette::PRINT, fineness, name).await }
}

/// Texts are measured generously: which fonts it is opened with is not known.
fn drawing(spec: &SheetSpec, name: &str) -> Option<Parcel> {
    let text = svg_file(&sheet(spec, &WidthTable), &Palette::PRINT, &spec.title, &sentence_of(spec));
    Parcel::of_text(name, "image/svg+xml", &text)
}

#[component]
fn Kinds(giving: Giving, kind: Memo<Kind>) -> impl IntoView {
    let choice = move |(this, name): (Kind, Key)| {
        let choose = move |_| {
            giving.set(&[(Detail::Drawing, this == Kind::Drawing), (Detail::Fine, this == Kind::Pixels(3))]);
        };
        view! {
            <label class="choice">
                <input type="radio" name="picture-kind" prop:checked=move || kind.get() == this on:change=choose />
                {t(name)}
            </label>
        }
    };
    let kinds = [
        (Kind::Pixels(2), Key::PictureUsual),
        (Kind::Pixels(3), Key::PictureFine),
        (Kind::Drawing, Key::PictureDrawing),
    ];
    view! {
        <fieldset class="choices kinds">
            <legend class="visually-hidden">{t(Key::PictureKind)}</legend>
            {kinds.map(choice).collect_view()}
        </fieldset>
    }
}
