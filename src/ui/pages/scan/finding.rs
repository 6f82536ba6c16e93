//! What the camera has found so far, and where that leads.

use leptos::html::Video;
use leptos::prelude::*;

use crate::codec::{PieceError, Pieces, is_piece};
use crate::platform::{self, Camera, NoCamera, PickedFile, WorkerGone};
use crate::state::Route;
use crate::ui::navigation::{Navigation, navigation};
use crate::ui::to_open::{Picked, ToOpen, to_open};
use crate::words::Key;

/// How long there is between two looks, in milliseconds: a phone has other things to do as well.
const BETWEEN: i32 = 120;

/// How it stands with the camera.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// The person may be asked for it.
    Asking,
    /// It looks.
    Looking,
    /// There is none.
    No(NoCamera),
}

/// Codes, being read.
#[derive(Clone, Copy)]
pub struct Scan {
    /// How it stands with the camera.
    pub sight: RwSignal<Sight>,
    /// What is to be said of the last code or picture.
    pub trouble: RwSignal<Option<Key>>,
    /// What has come of something that is in several codes.
    pub pieces: RwSignal<Pieces>,
    /// Counted up whenever the camera begins or ends to look.
    turn: StoredValue<u32>,
    to_open: ToOpen,
    navigation: Navigation,
}

impl Scan {
    /// Begins with the piece that a link brought, if one did.
    pub fn begin() -> Self {
        let scan = Self {
            sight: RwSignal::new(Sight::Asking),
            trouble: RwSignal::new(None),
            pieces: RwSignal::new(Pieces::default()),
            turn: StoredValue::new(0),
            to_open: to_open(),
            navigation: navigation(),
        };
        Effect::new(move |_| {
            if let Some(Picked::Link(piece)) = scan.to_open.get().filter(is_a_piece) {
                scan.to_open.set(None);
                scan.take(&piece);
            }
        });
        scan
    }

    /// Has the camera look from now on.
    pub fn look(self, video: NodeRef<Video>) {
        let turn = self.next_turn();
        self.sight.set(Sight::Asking);
        platform::spawn(self.look_on(video, turn));
    }

    /// Has it look no more.
    pub fn rest(self) {
        self.next_turn();
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|turn| *turn += 1);
        self.turn.get_value()
    }

    /// Whether the page is still there, and the camera wanted.
    fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    async fn look_on(self, video: NodeRef<Video>, turn: u32) {
        let Some(video) = video.get_untracked() else { return };
        let camera = Camera::open(video).await;
        if !self.is_turn(turn) {
            return;
        }
        let camera = match camera {
            Ok(camera) => camera,
            Err(why) => return self.sight.set(Sight::No(why)),
        };
        self.sight.set(Sight::Looking);
        while self.is_turn(turn) {
            let found = camera.codes().await;
            if !self.is_turn(turn) || self.took(found) {
                return;
            }
            platform::pause(BETWEEN).await;
        }
    }

    /// Looks for codes in a picture.
    pub fn look_at(self, picture: PickedFile) {
        self.trouble.set(Some(Key::Reading));
        platform::spawn(async move {
            let found = platform::codes_of_picture(&picture).await;
            // The page is still there.
            if self.trouble.try_with_untracked(|_| ()).is_some() {
                let none = found.as_ref().is_ok_and(Vec::is_empty);
                self.say(none.then_some(Key::ScanNoCode));
                self.took(found);
            }
        });
    }

    /// Takes what was found; whether there is no more to be looked for.
    fn took(self, found: Result<Vec<String>, WorkerGone>) -> bool {
        if found.is_err() {
            self.say(Some(Key::ScanCannotRead));
        }
        found.is_ok_and(|texts| texts.iter().any(|text| self.take_code(text)))
    }

    fn take_code(self, text: &str) -> bool {
        match Route::payload_of_link(text) {
            Some(piece) if is_piece(piece) => self.take(piece),
            Some(payload) => self.open(payload.to_owned()),
            None => {
                self.say(Some(Key::ScanForeign));
                false
            }
        }
    }

    fn take(self, piece: &str) -> bool {
        let mut pieces = self.pieces.get_untracked();
        let taken = pieces.take(piece);
        self.say(taken.err().map(|why| match why {
            PieceError::Broken => Key::ScanBroken,
            PieceError::Another => Key::ScanAnother,
        }));
        match pieces.payload() {
            Some(Ok(payload)) => return self.open(payload),
            Some(Err(_)) => {
                self.anew();
                self.say(Some(Key::ScanBroken));
            }
            None if pieces != self.pieces.get_untracked() => self.pieces.set(pieces),
            None => {}
        }
        false
    }

    /// Forgets the codes that have come.
    pub fn anew(self) {
        self.trouble.set(None);
        self.pieces.set(Pieces::default());
    }

    fn open(self, payload: String) -> bool {
        self.rest();
        self.to_open.set(Some(Picked::Link(payload)));
        self.navigation.replace(&Route::Opening);
        true
    }

    /// What was said already is not said again with every picture.
    fn say(self, trouble: Option<Key>) {
        if self.trouble.get_untracked() != trouble {
            self.trouble.set(trouble);
        }
    }
}

fn is_a_piece(picked: &Picked) -> bool {
    matches!(picked, Picked::Link(payload) if is_piece(payload))
}
