//! Light or dark, as the person or the device has it.

use leptos::prelude::*;

use crate::chart::Palette;
use crate::platform::{self, Preference};

/// Whether pages are shown dark.
#[derive(Clone, Copy)]
pub struct Appearance(RwSignal<bool>);

impl Appearance {
    /// Takes up what was chosen before and follows the device from now on.
    pub fn follow() -> Self {
        platform::set_theme(platform::preference(Preference::Theme).as_deref());
        let dark = RwSignal::new(platform::is_dark());
        platform::on_dark_change(move || dark.set(platform::is_dark()));
        // Paper is light.
        platform::on_change("beforeprint", move || dark.set(false));
        platform::on_change("afterprint", move || dark.set(platform::is_dark()));
        Self(dark)
    }

    /// Shows pages in `light` or `dark` from now on; `None`: as the device.
    pub fn choose(self, theme: Option<&str>) {
        platform::set_preference(Preference::Theme, theme);
        platform::set_theme(theme);
        self.0.set(platform::is_dark());
    }

    /// The colours to draw with.
    pub fn palette(self) -> Palette {
        if self.0.get() { Palette::DARK } else { Palette::LIGHT }
    }
}

/// The appearance of the page.
pub fn appearance() -> Appearance {
    expect_context()
}
