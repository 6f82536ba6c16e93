//! A QR code to hold a camera to.

use leptos::html::Canvas;
use leptos::prelude::*;

use crate::chart::{Palette, Scene, qr_scene};
use crate::codec::qr;
use crate::platform::{self, Parcel};
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
    let canvas = NodeRef::<Canvas>::new();
    let code = Memo::new(move |_| link.get().map(|link| qr(&link)));
    let scene = move || code.get().flatten().map(|code| qr_scene(&code.modules, code.size));
    // At once: a browser takes its time over a file.
    Effect::new(move |_| {
        if let Some((canvas, scene)) = canvas.get().zip(scene()) {
            platform::paint_finely(&canvas, &scene, &Palette::PRINT, f64::from(SQUARE));
        }
    });
    if let Some(told) = on_picture {
        tell_of_file(scene, told);
    }
    let any = Memo::new(move |_| code.with(|code| matches!(code, Some(Some(_)))));
    let none = Memo::new(move |_| code.with(|code| matches!(code, Some(None))));
    view! {
        {move || none.get().then(|| view! { <p>{t(Key::CodeTooLong)}</p> })}
        {move || any.get().then(|| view! {
            <canvas node_ref=canvas class="code" role="img" aria-label=move || alt.get()></canvas>
        })}
    }
}

/// Tells what the picture is as a file, whenever it is another.
fn tell_of_file(scene: impl Fn() -> Option<Scene> + Send + Sync + 'static, told: Callback<Option<Parcel>>) {
    let turn = StoredValue::new(0_u32);
    Effect::new(move |_| {
        turn.update_value(|turn| *turn += 1);
        let drawn = turn.get_value();
        let Some(scene) = scene() else { return told.run(None) };
        platform::spawn(async move {
            let picture = platform::picture(&scene, &Palette::PRINT, SQUARE, "roundel-code.png").await;
            if turn.try_get_value() == Some(drawn) {
                _ = told.try_run(picture);
            }
        });
    });
}
