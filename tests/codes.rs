//! Links as QR codes: another reader reads them, as they are and as they are drawn; and what is too long for one goes
//! in several, which come in any order.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, reason = "helpers of tests may fail like tests")]

mod common;

use common::charts::{CHARTS, chart_twice};
use common::mutation::Chance;
use common::random::cases;
use proptest::prelude::*;
use roundel::chart::{Ink, Palette, Scene, Shape, qr_scene, svg};
use roundel::codec::{
    PIECE_CHARS_MAX, PIECES_MAX, PieceError, Pieces, QR_CHARS_MAX, QR_VERSION_MAX, Qr, Shared, is_piece, pieces, qr,
    read_link, read_qr, write_link,
};
use rqrr::{Grid, PreparedImage, SimpleGrid};

/// What another reader makes of the modules.
fn read(code: &Qr) -> String {
    let grid = SimpleGrid::from_func(code.size, |x, y| code.modules[y * code.size + x]);
    Grid::new(grid).decode().unwrap().1
}

/// The scene's areas on a ground of whole pixels, so many for each CSS pixel: which are dark.
fn painted(scene: &Scene, scale: usize) -> (usize, Vec<bool>) {
    let whole = |length: f64| {
        assert!(length.fract() == 0.0 && length >= 0.0, "{length} is between pixels");
        length as usize * scale
    };
    let side = whole(scene.width);
    let mut dark = vec![false; side * side];
    let (ground, bars) = scene.shapes.split_first().unwrap();
    assert!(
        matches!(ground, Shape::Polygon { points, .. } if whole(points[2].x) == side && whole(points[2].y) == side)
    );
    for bar in bars {
        let Shape::Polygon { points, .. } = bar else { panic!("only areas") };
        for y in whole(points[0].y)..whole(points[2].y) {
            dark[y * side + whole(points[0].x)..y * side + whole(points[2].x)].fill(true);
        }
    }
    (side, dark)
}

/// A payload of this length, of all the signs there may be.
fn payload_of(length: usize, seed: u64) -> String {
    let signs: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    let chance = &mut Chance(seed);
    (0..length).map(|_| chance.pick(&signs)).collect()
}

#[test]
fn a_code_reads_as_its_link() {
    for length in [1, 17, 150, 271, 272, 600, QR_CHARS_MAX] {
        let link = payload_of(length, length as u64);
        let code = qr(&link).unwrap();
        assert_eq!((code.size, code.modules.len()), (usize::from(code.version) * 4 + 17, code.size * code.size));
        assert_eq!(read(&code), link, "version {}", code.version);
    }
}

#[test]
fn a_code_is_no_larger_than_a_camera_reads() {
    let version = |length: usize| qr(&payload_of(length, 1)).map(|code| code.version);
    assert_eq!((version(271), version(272)), (Some(10), Some(11)), "ISO/IEC 18004, table 7, level L");
    assert_eq!((version(PIECE_CHARS_MAX), version(PIECE_CHARS_MAX + 1)), (Some(15), Some(16)));
    assert_eq!((version(QR_CHARS_MAX), version(QR_CHARS_MAX + 1)), (Some(QR_VERSION_MAX), None));
}

#[test]
fn a_picture_of_a_code_is_found_and_read() {
    let link = payload_of(400, 9);
    let code = qr(&link).unwrap();
    let scene = qr_scene(&code.modules, code.size);
    assert_eq!(scene.width as usize, code.size + 8, "four light modules on each side");
    for scale in [3, 5] {
        let (side, dark) = painted(&scene, scale);
        let mut image = PreparedImage::prepare_from_bitmap(side, side, |x, y| dark[y * side + x]);
        let found = image.detect_grids();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].decode().unwrap().1, link);
    }
    let drawn = svg(&scene, &Palette::LIGHT, "a", "b");
    assert_eq!(drawn.matches("<polygon").count(), scene.shapes.len());
    assert!(drawn.to_lowercase().contains(&Palette::LIGHT.hex(Ink::Ink)), "dark on light");
}

/// A picture in bytes of red, green, blue and opacity, of modules that are so light and so dark.
fn pixels(side: usize, at: impl Fn(usize, usize) -> bool, [dark, light]: [[u8; 3]; 2]) -> Vec<u8> {
    let pixel = |place: usize| if at(place % side, place / side) { dark } else { light };
    (0..side * side).flat_map(|place| pixel(place).into_iter().chain([0])).collect()
}

#[test]
fn a_camera_reads_a_code_turned_any_way_and_in_poor_light() {
    let link = payload_of(200, 3);
    let code = qr(&link).unwrap();
    let (side, dark) = painted(&qr_scene(&code.modules, code.size), 4);
    let ways: [&dyn Fn(usize, usize) -> bool; 4] = [
        &|x, y| dark[y * side + x],
        &|x, y| dark[x * side + side - 1 - y],
        &|x, y| dark[(side - 1 - y) * side + side - 1 - x],
        &|x, y| dark[(side - 1 - x) * side + y],
    ];
    for way in ways {
        for light in [[[0; 3], [255; 3]], [[60, 50, 40], [120, 110, 90]], [[0, 0, 90], [200, 255, 200]]] {
            assert_eq!(read_qr(side, side, &pixels(side, way, light)), [link.as_str()]);
        }
    }
}

#[test]
fn a_picture_that_is_none_holds_no_code() {
    let none: [String; 0] = [];
    for (width, height, bytes) in
        [(0, 0, 0), (0, 9, 0), (3, 3, 35), (3, 3, 37), (usize::MAX, 2, 8), (1, 1, 4), (64, 64, 64 * 64 * 4)]
    {
        assert_eq!(read_qr(width, height, &vec![7; bytes]), none, "{width} × {height}");
    }
}

#[test]
fn nothing_is_drawn_of_nothing() {
    let scene = qr_scene(&[], 0);
    assert_eq!((scene.width, scene.shapes.len()), (8.0, 1));
}

fn shuffled<T>(mut parts: Vec<T>, chance: &mut Chance) -> Vec<T> {
    for at in (1..parts.len()).rev() {
        parts.swap(at, chance.below(at + 1));
    }
    parts
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn pieces_in_any_order_are_the_whole(length in 0..9000usize, room in 14..600usize, seed in any::<u64>()) {
        let payload = payload_of(length, seed);
        let least = length.div_ceil(room - 13);
        let Some(parts) = pieces(&payload, room) else {
            prop_assert!(least > PIECES_MAX);
            return Ok(());
        };
        prop_assert!(parts.len() <= PIECES_MAX && parts.len() <= least.max(1));
        prop_assert!(parts.iter().all(|part| part.len() <= room && is_piece(part)));
        let mut arrived = Pieces::default();
        let twice = [parts.clone(), parts.clone()].concat();
        for part in shuffled(twice, &mut Chance(seed)) {
            let before = arrived.progress().0;
            prop_assert_eq!(arrived.payload().is_some(), before == parts.len() && before > 0);
            prop_assert_eq!(arrived.take(&part), Ok(()));
            prop_assert_eq!(arrived.missing().len(), parts.len() - arrived.progress().0);
        }
        prop_assert_eq!(arrived.payload(), Some(Ok(payload)));
    }

    #[test]
    fn strange_pieces_are_never_a_panic(texts in prop::collection::vec("[0-9.]{0,9}[A-Za-z0-9_.-]{0,9}|\\PC{0,12}", 1..6)) {
        let mut arrived = Pieces::default();
        for text in texts {
            _ = arrived.take(&text);
            _ = arrived.payload();
        }
        prop_assert!(arrived.progress().0 <= arrived.progress().1);
    }
}

#[test]
fn pieces_of_two_are_never_joined() {
    let (one, other) = (payload_of(1000, 1), payload_of(1000, 2));
    let (one_in, other_in) = (pieces(&one, 300).unwrap(), pieces(&other, 300).unwrap());
    let mut arrived = Pieces::default();
    assert_eq!((arrived.progress(), arrived.missing(), arrived.payload()), ((0, 0), vec![], None));
    arrived.take(&one_in[2]).unwrap();
    let before = arrived.clone();
    assert_eq!(arrived.take(&other_in[1]), Err(PieceError::Another));
    for broken in [
        "",
        "x",
        &one,
        "1.4",
        "1.4.abcdef",
        "0.4.abcdef.AA",
        "5.4.abcdef.AA",
        "1.61.abcdef.AA",
        "-1.4.abcdef.AA",
        "1.4.abcdef.AA.AA",
        "1..abcdef.AA",
        &one_in[1].replacen(".4.", ".5.", 1),
        &format!("{}A", one_in[2]),
    ] {
        assert_eq!(arrived.take(broken), Err(PieceError::Broken), "{broken}");
    }
    assert_eq!(arrived, before, "nothing has changed");
    assert_eq!((arrived.progress(), arrived.missing()), ((1, 4), vec![1, 2, 4]));
    // One that was made to look like the others.
    for part in [&one_in[0], &one_in[1].replace(&one_in[1][11..14], "AAA"), &one_in[3]] {
        arrived.take(part).unwrap();
    }
    assert_eq!(arrived.payload(), Some(Err(PieceError::Broken)));
}

#[test]
fn all_that_somebody_has_goes_over_in_codes() {
    let records = (1..).zip(CHARTS.iter().cycle().take(30)).map(|(seed, words)| chart_twice(words, seed)).collect();
    let all = Shared::Everything { records, instruments: vec![] };
    let payload = write_link(&all, &[]).unwrap();
    let before = "https://roundel.example.org/a/school/roundel/#/open/";
    let parts = pieces(&payload, PIECE_CHARS_MAX - before.len()).unwrap();
    println!("30 charts, each rated twice: {} characters, {} codes", payload.len(), parts.len());
    let mut arrived = Pieces::default();
    for part in shuffled(parts, &mut Chance(4)) {
        let code = qr(&format!("{before}{part}")).unwrap();
        assert!(code.version <= 15);
        arrived.take(read(&code).strip_prefix(before).unwrap()).unwrap();
    }
    let back = read_link(&arrived.payload().unwrap().unwrap(), &[]).unwrap();
    assert_eq!(write_link(&back.shared, &[]), Ok(payload), "all of it, as it was sent");
}
