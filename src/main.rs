//! The binary: everything is in the library.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "app"))]
    roundel::ui::start();
}
