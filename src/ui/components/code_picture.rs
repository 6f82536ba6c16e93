//! A QR code to hold a camera to.

use std::rc::Rc;

use leptos::prelude::*;

use crate::chart::{Palette, qr_scene};
use crate::codec::qr;
use crate::platform::{self, Parcel, ShownParcel};
use crate::ui::say::t;
use crate::words::Key;

/// How many pixels each square of a code has in a picture of it.
const SQUARE: u32 = 8;

/// The code of a link, large and dark on light in every theme; where the link is too long for one, that.
#[component]
pub fn CodePicture(
    /// The link, as soon as there is one.
    #[prop(into)]
    link: Signal<Option<String>>,
    /// What the picture is, in words.
    #[prop(into)]
    alt: Signal<String>,
    /// Told what the picture is as a file, or that there is none.
    #[prop(optional)]
    on_picture: Option<Callback<Option<Parcel>>>,
) -> impl IntoView {
    let shown = RwSignal::new_local(None::<Rc<ShownParcel>>);
    let code = Memo::new(move |_| link.get().map(|link| qr(&link)));
    let take = move |parcel: Option<Parcel>| {
        shown.try_set(parcel.as_ref().and_then(Parcel::shown));
        if let Some(told) = on_picture {
            _ = told.try_run(parcel);
        }
    };
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        turn.update_value(|turn| *turn += 1);
        let drawn = turn.get_value();
        let Some(code) = code.get().flatten() else { return take(None) };
        let scene = qr_scene(&code.modules, code.size);
        platform::spawn(async move {
            let picture = platform::picture(&scene, &Palette::PRINT, SQUARE, "roundel-code.png").await;
            if turn.try_get_value() == Some(drawn) {
                take(picture);
            }
        });
    });
    let none = Memo::new(move |_| code.get() == Some(None));
    view! {
        {move || none.get().then(|| view! { <p>{t(Key::CodeTooLong)}</p> })}
        {move || shown.get().map(|shown| view! {
            <img class="code" src=shown.url().to_owned() alt=move || alt.get() />
        })}
    }
}
