//! Light, dark or two colours only, as the person or the device has it.

use leptos::prelude::*;

use crate::chart::Palette;
use crate::platform::{self, Preference};

/// The colours that pages are shown in.
#[derive(Clone, Copy)]
pub struct Appearance(RwSignal<Palette>);

impl Appearance {
    /// Takes up what was chosen before and follows the device from now on.
    pub fn follow() -> Self {
        platform::set_theme(platform::preference(Preference::Theme).as_deref());
        let palette = RwSignal::new(shown());
        platform::on_colours_change(move || palette.set(shown()));
        // Paper is light.
        platform::on_change("beforeprint", move || palette.set(Palette::LIGHT));
        platform::on_change("afterprint", move || palette.set(shown()));
        Self(palette)
    }

    /// Shows pages in `light` or `dark` from now on; `None`: as the device.
    pub fn choose(self, theme: Option<&str>) {
        platform::set_preference(Preference::Theme, theme);
        platform::set_theme(theme);
        self.0.set(shown());
    }

    /// The colours to draw with.
    pub fn palette(self) -> Palette {
        self.0.get()
    }
}

/// The colours as they are now: the device's own two where it forces them.
fn shown() -> Palette {
    match platform::forced_colours() {
        Some([ground, ink]) => Palette::of_two(ground, ink),
        None if platform::is_dark() => Palette::DARK,
        None => Palette::LIGHT,
    }
}

/// The appearance of the page.
pub fn appearance() -> Appearance {
    expect_context()
}
