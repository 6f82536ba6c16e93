//! Drawings that are kept to notice changes; `UPDATE_GOLDEN=1 cargo test` writes them anew.

use std::fs;

use roundel::chart::{Ink, Palette, Scene, svg};

pub fn golden(name: &str, scene: &Scene, palette: &Palette) {
    let ground = scene.on_ground(Ink::Paper);
    golden_document(name, &svg(&ground, palette, name, "A drawing kept to notice changes."));
}

/// The same for a whole document.
pub fn golden_document(name: &str, document: &str) {
    let path = super::path("tests/golden").join(format!("{name}.svg"));
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, document).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == document, "{name} has changed: look at it with UPDATE_GOLDEN=1");
}
