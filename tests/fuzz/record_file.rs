#![no_main]

#[path = "../common/fuzzed.rs"]
mod fuzzed;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    _ = fuzzed::record_file(bytes);
});
