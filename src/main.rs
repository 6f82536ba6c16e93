//! The binary: everything is in the library.

fn main() {
    #[cfg(target_arch = "wasm32")]
    roundel::ui::start();
}
