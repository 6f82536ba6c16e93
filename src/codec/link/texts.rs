//! All the words of a link in one stream, squeezed by what words of this kind are made of.

use miniz_oxide::deflate::core::{
    CompressionStrategy, CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// The most bytes that the words of a link may have.
pub(super) const TEXTS_MAX: usize = 1 << 20;

/// Stands between two texts: no text has such a byte (UTF-8).
const BETWEEN: u8 = 0xff;

/// What is taken as read before the words begin: texts, a line each that goes on where the next begins with a space. What
/// is nearer to the end is found at less cost. It never changes: what is out there was squeezed by it.
fn dictionary() -> Vec<u8> {
    let text = include_bytes!("dictionary.txt");
    let pairs = text.iter().zip(text.iter().skip(1).chain([&0]));
    let kept = pairs.filter(|pair| *pair != (&b'\n', &b' '));
    kept.map(|(byte, _)| if *byte == b'\n' { BETWEEN } else { *byte }).collect()
}

/// Texts on their way out.
#[derive(Default)]
pub(super) struct TextWriter(Vec<u8>);

impl TextWriter {
    pub fn put(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(BETWEEN);
    }

    /// All of them, and whether they were squeezed: where that makes them shorter. `None` where there are too many.
    pub fn into_bytes(mut self) -> Option<(Vec<u8>, bool)> {
        self.0.pop();
        if self.0.len() > TEXTS_MAX {
            return None;
        }
        // Of a few words the first is the shorter, of many the second.
        let squeezed = [CompressionStrategy::Fixed, CompressionStrategy::Default].map(|codes| squeezed(&self.0, codes));
        let shortest = squeezed.into_iter().flatten().min_by_key(Vec::len).filter(|short| short.len() < self.0.len());
        Some(shortest.map_or((self.0, false), |short| (short, true)))
    }
}

/// Texts on their way in, from an opened stream.
pub(super) struct TextReader<'a>(Option<&'a [u8]>);

impl<'a> TextReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Some(bytes))
    }

    /// The next one; `None` where there is none, or it is no text.
    pub fn take(&mut self) -> Option<&'a str> {
        let rest = self.0?;
        let end = rest.iter().position(|byte| *byte == BETWEEN).unwrap_or(rest.len());
        let (text, rest) = rest.split_at(end);
        self.0 = rest.get(1..);
        std::str::from_utf8(text).ok()
    }

    pub fn is_done(&self) -> bool {
        self.0.is_none_or(<[u8]>::is_empty)
    }
}

/// How hard to look for what was there before: as hard as can be.
const LEVEL: i32 = 10;
/// No header and no check: the link has its own.
const WINDOW: i32 = -15;

fn squeezed(bytes: &[u8], codes: CompressionStrategy) -> Option<Vec<u8>> {
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(LEVEL, WINDOW, codes as i32));
    _ = run(&mut compressor, &dictionary(), TDEFLFlush::Sync)?;
    run(&mut compressor, bytes, TDEFLFlush::Finish)
}

/// What the compressor makes of `bytes`, all of them.
fn run(compressor: &mut CompressorOxide, bytes: &[u8], flush: TDEFLFlush) -> Option<Vec<u8>> {
    let mut out = vec![0; bytes.len() * 2 + 256];
    let (status, read, written) = compress(compressor, bytes, &mut out, flush);
    out.truncate(written);
    let whole = status == TDEFLStatus::Done || (status == TDEFLStatus::Okay && flush == TDEFLFlush::Sync);
    (whole && read == bytes.len()).then_some(out)
}

/// What was squeezed, as it was. `None` where it is broken, or would be more than a link may hold.
pub(super) fn opened(squeezed: &[u8]) -> Option<Vec<u8>> {
    let mut out = dictionary();
    let begin = out.len();
    // A byte stands for no more than this many.
    let most = squeezed.len().saturating_mul(1032).min(TEXTS_MAX);
    out.resize(begin + most, 0);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let mut decompressor = DecompressorOxide::new();
    let (status, read, written) = decompress(&mut decompressor, squeezed, &mut out, begin, flags);
    out.truncate(begin + written);
    (status == TINFLStatus::Done && read == squeezed.len()).then(|| out.split_off(begin))
}

#[cfg(test)]
mod tests {
    use super::super::check;
    use super::*;

    #[test]
    fn the_dictionary_never_changes() {
        assert_eq!(
            (dictionary().len(), check(&dictionary())),
            (7117, 0x6c2f_856f),
            "links that are out there need it as it was"
        );
    }

    #[test]
    fn many_words_are_squeezed_and_opened() {
        let mut texts = TextWriter::default();
        let words = ["", "Listens to pupils", "\u{0}", "👩🏽‍🏫", ""];
        words.iter().cycle().take(9000).for_each(|text| texts.put(text));
        let (bytes, squeezed) = texts.into_bytes().unwrap();
        assert!(squeezed);
        let opened = opened(&bytes).unwrap();
        let mut texts = TextReader::new(&opened);
        assert!(words.iter().cycle().take(9000).all(|text| texts.take() == Some(text)));
        assert!(texts.is_done() && texts.take().is_none());
    }

    #[test]
    fn what_is_not_whole_does_not_open() {
        let bytes = squeezed(b"Listens to every one of them", CompressionStrategy::Fixed).unwrap();
        assert_eq!(opened(&bytes).as_deref(), Some(&b"Listens to every one of them"[..]));
        assert!((0..bytes.len()).all(|end| opened(&bytes[..end]).is_none()));
        assert_eq!(opened(&[&bytes[..], b"a"].concat()), None, "and nothing comes after it");
    }
}
