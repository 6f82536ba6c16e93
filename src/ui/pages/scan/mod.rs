//! Reading codes, with the camera or from a picture: an app among one's apps cannot be handed the link that the phone's
//! own camera finds.

mod finding;

use leptos::html::Video;
use leptos::prelude::*;

use self::finding::{Scan, Sight};
use crate::codec::Pieces;
use crate::platform::{self, NoCamera};
use crate::state::Route;
use crate::ui::components::{FileButton, Page};
use crate::ui::say::{t, tf};
use crate::words::Key;

/// What the camera sees, what has been read, and pictures for those without a camera.
#[component]
pub fn ScanPage() -> impl IntoView {
    let scan = Scan::begin();
    platform::stay_awake();
    let video = NodeRef::<Video>::new();
    let away = RwSignal::new(platform::is_hidden());
    platform::on_change("visibilitychange", move || away.set(platform::is_hidden()));
    // Nobody is watched by a page that is out of sight.
    Effect::new(move |_| {
        if away.get() {
            scan.rest();
        } else if video.get().is_some() {
            scan.look(video);
        }
    });
    let begun = Memo::new(move |_| scan.pieces.with(|pieces| pieces.progress().1 > 0));
    let no_camera = Memo::new(move |_| matches!(scan.sight.get(), Sight::No(_)));
    let again = move |_| scan.look(video);
    // A phone can also take a picture there and then.
    let from_picture = move || {
        view! {
            <FileButton label=Key::ScanPicture accept="image/*" onward=true on_pick=move |picture| scan.look_at(picture) />
        }
    };
    view! {
        <Page title=t(Key::ScanCode) back=Some(Route::Home) footer=from_picture>
            <div class="scanning">
                <div class="finder" hidden=no_camera>
                    <video node_ref=video playsinline=true aria-hidden="true"></video>
                </div>
                <div role="status">
                    <p>{move || t(sight_words(scan.sight.get()))}</p>
                    {move || begun.get().then(|| view! { <Progress scan /> })}
                    {move || scan.trouble.get().map(|trouble| view! { <p class="due">{t(trouble)}</p> })}
                </div>
                {move || no_camera.get().then(|| view! {
                    <button type="button" class="button quiet" on:click=again>{t(Key::TryAgain)}</button>
                })}
                {move || begun.get().then(|| view! {
                    <button type="button" class="link" on:click=move |_| scan.anew()>{t(Key::ScanAnew)}</button>
                })}
            </div>
        </Page>
    }
}

fn sight_words(sight: Sight) -> Key {
    match sight {
        Sight::Asking => Key::ScanAsking,
        Sight::Looking => Key::ScanLooking,
        Sight::No(NoCamera::Refused) => Key::CameraRefused,
        Sight::No(NoCamera::None) => Key::CameraNone,
        Sight::No(NoCamera::Busy) => Key::CameraBusy,
    }
}

/// How many of several codes have come, and which have not.
#[component]
fn Progress(scan: Scan) -> impl IntoView {
    let there = move || scan.pieces.with(|pieces| pieces.progress().0);
    let count = move || scan.pieces.with(|pieces| pieces.progress().1);
    let words = move || tf(Key::ScanPieces, &[("there", &there().to_string()), ("count", &count().to_string())]);
    let missing = move || {
        let which: Vec<String> = scan.pieces.with(Pieces::missing).iter().map(usize::to_string).collect();
        tf(Key::ScanMissing, &[("which", &which.join(", "))])
    };
    view! {
        <p><strong>{words}</strong></p>
        <progress max=count value=there aria-label=t(Key::ScanProgress)></progress>
        <p class="soft">{missing}</p>
    }
}
