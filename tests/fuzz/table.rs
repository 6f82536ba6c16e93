//! Tables, which are opened like any file.
#![no_main]

#[path = "../common/fuzzed.rs"]
mod fuzzed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    _ = fuzzed::table(bytes);
});
