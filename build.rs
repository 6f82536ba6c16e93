//! The wasm of the pages is split after it is built, for which it is linked with its relocations (`--cfg split` in the
//! Makefile). The worker's is not.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_CFG_SPLIT").is_some() {
        println!("cargo::rustc-link-arg-bin=roundel=--emit-relocs");
    }
}
