//! The binary: everything is in the library.

#![forbid(unsafe_code)]

fn main() {
    #[cfg(target_arch = "wasm32")]
    roundel::ui::start();
}
