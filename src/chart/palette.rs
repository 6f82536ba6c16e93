//! Colours: one set per theme.

use super::scene::Ink;

/// Red, green and blue, 0 to 255 each.
type Rgb = (u8, u8, u8);

const WHITE: Rgb = (0xff, 0xff, 0xff);

/// The colour of every role. The style sheet's tokens of the same names hold the same
/// values; a test may compare them through [`Palette::hex`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    paper: Rgb,
    sheet: Rgb,
    ink: Rgb,
    soft: Rgb,
    line: Rgb,
    hair: Rgb,
    wash: Rgb,
    then: Rgb,
    now: Rgb,
    now_faint: Rgb,
    now_pale: Rgb,
    on_now: Rgb,
    needed: Rgb,
    other: Rgb,
    back: Rgb,
    band: Rgb,
}

impl Palette {
    /// Near-black on warm paper.
    pub const LIGHT: Self = Self {
        paper: (0xfa, 0xf6, 0xee),
        sheet: (0xff, 0xfd, 0xf8),
        ink: (0x1f, 0x1b, 0x16),
        soft: (0x6a, 0x62, 0x56),
        line: (0xe4, 0xdc, 0xcd),
        hair: (0xd3, 0xc9, 0xb7),
        wash: (0xf1, 0xea, 0xdc),
        then: (0x00, 0x72, 0xb2),
        now: (0xd5, 0x5e, 0x00),
        now_faint: (0xf9, 0xe5, 0xd2),
        now_pale: (0xdb, 0x76, 0x28),
        on_now: (0xff, 0xfd, 0xf8),
        needed: (0x1f, 0x1b, 0x16),
        other: (0x00, 0x8f, 0x68),
        back: (0x86, 0x3f, 0x9b),
        band: (0xd8, 0xe7, 0xf2),
    };

    /// The same on white paper, for what leaves the app.
    pub const PRINT: Self = Self { paper: WHITE, sheet: WHITE, on_now: WHITE, ..Self::LIGHT };

    /// Warm white on near-black.
    pub const DARK: Self = Self {
        paper: (0x14, 0x12, 0x0e),
        sheet: (0x1d, 0x1a, 0x15),
        ink: (0xf1, 0xeb, 0xdf),
        soft: (0xa6, 0x9d, 0x8d),
        line: (0x32, 0x2d, 0x25),
        hair: (0x4a, 0x43, 0x37),
        wash: (0x2b, 0x26, 0x1e),
        then: (0x56, 0xb4, 0xe9),
        now: (0xf0, 0x80, 0x3c),
        now_faint: (0x40, 0x2a, 0x1a),
        now_pale: (0xb8, 0x65, 0x32),
        on_now: (0x1d, 0x1a, 0x15),
        needed: (0xf1, 0xeb, 0xdf),
        other: (0x2f, 0xc7, 0x9b),
        back: (0xd3, 0x9c, 0xe6),
        band: (0x26, 0x3a, 0x48),
    };

    /// Two colours that the device insists on: marks and text in `ink`, grounds in `ground`, what is faint between.
    pub fn of_two(ground: (u8, u8, u8), ink: (u8, u8, u8)) -> Self {
        let faint = |percent| mixed(ground, ink, percent);
        Self {
            paper: ground,
            sheet: ground,
            ink,
            soft: ink,
            line: faint(30),
            hair: faint(50),
            wash: faint(14),
            then: ink,
            now: ink,
            now_faint: faint(14),
            now_pale: faint(65),
            on_now: ground,
            needed: ink,
            other: ink,
            back: ink,
            band: faint(26),
        }
    }

    /// Red, green and blue of a role, 0 to 255 each.
    pub fn rgb(&self, ink: Ink) -> (u8, u8, u8) {
        match ink {
            Ink::Paper => self.paper,
            Ink::Sheet => self.sheet,
            Ink::Ink => self.ink,
            Ink::Soft => self.soft,
            Ink::Line => self.line,
            Ink::Hair => self.hair,
            Ink::Wash => self.wash,
            Ink::Then => self.then,
            Ink::Now => self.now,
            Ink::NowFaint => self.now_faint,
            Ink::NowPale => self.now_pale,
            Ink::OnNow => self.on_now,
            Ink::Needed => self.needed,
            Ink::Other => self.other,
            Ink::Back => self.back,
            Ink::Band => self.band,
        }
    }

    /// The colour of a role as in a style sheet: `#rrggbb`, lower case.
    pub fn hex(&self, ink: Ink) -> String {
        let (red, green, blue) = self.rgb(ink);
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The colour that is `percent` of the way from one to another.
fn mixed(from: Rgb, to: Rgb, percent: u16) -> Rgb {
    let part = |from: u8, to: u8| ((u16::from(from) * (100 - percent) + u16::from(to) * percent) / 100) as u8;
    (part(from.0, to.0), part(from.1, to.1), part(from.2, to.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance((red, green, blue): (u8, u8, u8)) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(palette: &Palette, one: Ink, other: Ink) -> f64 {
        let (a, b) = (luminance(palette.rgb(one)), luminance(palette.rgb(other)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    const MARKS: [Ink; 5] = [Ink::Then, Ink::Now, Ink::Needed, Ink::Other, Ink::Back];

    #[test]
    fn text_reads_and_marks_are_seen() {
        for palette in [Palette::LIGHT, Palette::PRINT, Palette::DARK] {
            for ground in [Ink::Paper, Ink::Sheet, Ink::Wash] {
                for text in [Ink::Ink, Ink::Soft] {
                    let ratio = contrast(&palette, text, ground);
                    assert!(ratio >= 4.5, "{text:?} on {ground:?}: {ratio:.2}");
                }
            }
            for ground in [Ink::Sheet, Ink::Wash, Ink::NowFaint, Ink::Band] {
                for mark in MARKS {
                    let ratio = contrast(&palette, mark, ground);
                    assert!(ratio >= 3.0, "{mark:?} on {ground:?}: {ratio:.2}");
                }
            }
            let pale = contrast(&palette, Ink::NowPale, Ink::Sheet);
            assert!(pale >= 3.0, "pale: {pale:.2}");
        }
    }

    /// How much two colours differ where they differ most: red, green or blue, 0 to 255.
    fn distance(palette: &Palette, one: Ink, other: Ink) -> u8 {
        let (one, other) = (palette.rgb(one), palette.rgb(other));
        one.0.abs_diff(other.0).max(one.1.abs_diff(other.1)).max(one.2.abs_diff(other.2))
    }

    #[test]
    fn the_band_is_seen_and_stays_behind_the_marks() {
        for palette in [Palette::LIGHT, Palette::PRINT, Palette::DARK] {
            for ground in [Ink::Sheet, Ink::NowFaint] {
                let seen = distance(&palette, Ink::Band, ground);
                assert!(seen >= 24, "on {ground:?}: {seen}");
                for mark in MARKS {
                    assert!(distance(&palette, mark, ground) >= 2 * seen, "{mark:?} on {ground:?}");
                }
            }
        }
    }

    #[test]
    fn two_colours_are_enough_to_draw_with() {
        for (ground, ink) in [((255, 255, 255), (0, 0, 0)), ((0, 0, 0), (255, 255, 0)), ((45, 50, 54), (230, 230, 230))]
        {
            let palette = Palette::of_two(ground, ink);
            for each in MARKS.into_iter().chain([Ink::Ink, Ink::Soft]) {
                assert_eq!(palette.rgb(each), ink, "{each:?}");
            }
            for each in [Ink::Paper, Ink::Sheet, Ink::OnNow] {
                assert_eq!(palette.rgb(each), ground, "{each:?}");
            }
            for faint in [Ink::Wash, Ink::NowFaint, Ink::Band] {
                assert!(contrast(&palette, faint, Ink::Sheet) > 1.1, "{faint:?} is seen");
                assert!(contrast(&palette, Ink::Now, faint) >= 3.0, "marks are seen on {faint:?}");
            }
        }
    }

    #[test]
    fn a_colour_is_written_as_in_a_style_sheet() {
        assert_eq!(Palette::LIGHT.hex(Ink::Now), "#d55e00");
        assert_eq!(Palette::LIGHT.hex(Ink::Then), "#0072b2");
        assert_eq!(Palette::DARK.rgb(Ink::Paper), (0x14, 0x12, 0x0e));
    }
}
