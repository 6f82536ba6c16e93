//! Whole numbers in as few bits as a column of them takes.

/// The largest number that is written.
pub(super) const NUMBER_MAX: u64 = 1 << 56;

/// Modes of a column from here on: plain numbers of `mode - PLAIN` bits each. Below it: `mode` low bits, and before them
/// the rest plus one in Elias' gamma code, so that a few large numbers make the others no longer.
const PLAIN: u32 = 16;
/// How many bits say the mode of a column.
const MODE_BITS: u32 = 5;
/// How many bits say how many there are of a mask.
const SIZE_BITS: u32 = 5;

/// Bits on their way out, the highest of a byte first.
#[derive(Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    /// How many bits of the last byte are free.
    free: u32,
}

impl BitWriter {
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The low `width` bits of `number`.
    pub fn put(&mut self, number: u64, width: u32) {
        for at in (0..width).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(number >> at & 1 == 1) << self.free;
            }
        }
    }

    /// Which of up to 31 there are.
    pub fn mask(&mut self, mask: u32) {
        let size = u32::BITS - mask.leading_zeros();
        self.put(size.into(), SIZE_BITS);
        self.put(mask.into(), size);
    }

    /// A column, in the mode in which it is shortest.
    pub fn column(&mut self, numbers: &[u64]) {
        let cost = |mode: u32| numbers.iter().map(|number| cost(mode, *number)).sum::<Option<u32>>();
        let costs = (0..1 << MODE_BITS).filter_map(|mode| Some((cost(mode)?, mode)));
        let Some((_, mode)) = costs.min().filter(|_| !numbers.is_empty()) else { return };
        self.put(mode.into(), MODE_BITS);
        for number in numbers {
            let low = if mode < PLAIN { mode } else { mode - PLAIN };
            if mode < PLAIN {
                let high = (number >> low) + 1;
                self.put(0, high.ilog2());
                self.put(high, high.ilog2() + 1);
            }
            self.put(*number, low);
        }
    }
}

/// How many bits a number takes in a mode, where it can be written in it.
fn cost(mode: u32, number: u64) -> Option<u32> {
    match mode.checked_sub(PLAIN) {
        Some(width) => (number >> width == 0).then_some(width),
        None => Some(mode + 2 * ((number >> mode) + 1).ilog2() + 1),
    }
}

/// Bits on their way in. Where there are none left, or no number can be, there is `None`.
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> BitReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// Whether nothing is left but what fills the last byte.
    pub fn is_done(&self) -> bool {
        self.at.div_ceil(8) == self.bytes.len()
    }

    fn bit(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.at / 8)?;
        let bit = byte >> (7 - self.at % 8) & 1 == 1;
        self.at += 1;
        Some(bit)
    }

    pub fn take(&mut self, width: u32) -> Option<u64> {
        (0..width).try_fold(0, |number: u64, _| Some(number << 1 | u64::from(self.bit()?)))
    }

    pub fn mask(&mut self) -> Option<u32> {
        let size = self.take(SIZE_BITS)?;
        u32::try_from(self.take(size as u32)?).ok()
    }

    /// A column of `count` numbers.
    pub fn column(&mut self, count: usize) -> Option<Vec<u64>> {
        if count == 0 {
            return Some(Vec::new());
        }
        let mode = self.take(MODE_BITS)? as u32;
        (0..count).map(|_| self.number(mode)).collect()
    }

    fn number(&mut self, mode: u32) -> Option<u64> {
        if let Some(width) = mode.checked_sub(PLAIN) {
            return self.take(width);
        }
        let mut size = 0;
        while !self.bit()? {
            size += 1;
        }
        if size + mode > NUMBER_MAX.ilog2() {
            return None;
        }
        // The one that ended the noughts is the highest bit of the rest plus one.
        let high = 1 << size | self.take(size)?;
        Some((high - 1) << mode | self.take(mode)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(columns: &[&[u64]]) -> Vec<u8> {
        let mut bits = BitWriter::default();
        for column in columns {
            bits.column(column);
        }
        bits.into_bytes()
    }

    #[test]
    fn columns_read_back() {
        let columns: [&[u64]; 6] =
            [&[0; 40], &[7, 8, 10, 0, 3], &[], &[NUMBER_MAX - 1, 0, 1], &[1], &[5, 5, 5, 1 << 40, 5]];
        let bytes = written(&columns);
        let mut bits = BitReader::new(&bytes);
        for column in columns {
            assert_eq!(bits.column(column.len()).as_deref(), Some(column));
        }
        assert!(bits.is_done());
        assert_eq!(bits.column(30), None, "there is no more");
    }

    #[test]
    fn a_column_takes_no_more_than_it_must() {
        assert_eq!(written(&[&[0; 1000]]).len(), 1, "what is always the same");
        assert_eq!(written(&[&[12; 20]]).len(), 11, "ratings: four bits each");
        assert!(written(&[&[2, 1, 3, 0, 500_000, 1, 2, 2]]).len() <= 9, "one large number");
    }

    #[test]
    fn masks_read_back() {
        let mut bits = BitWriter::default();
        let masks = [0, 1, 0b101, (1 << 31) - 1];
        for mask in masks {
            bits.mask(mask);
        }
        let bytes = bits.into_bytes();
        let mut bits = BitReader::new(&bytes);
        assert!(masks.iter().all(|mask| bits.mask() == Some(*mask)));
    }

    #[test]
    fn no_number_is_longer_than_it_can_be() {
        assert_eq!(BitReader::new(&[0; 100]).column(1), None);
        assert_eq!(BitReader::new(&[]).column(1), None);
        for mode in 0..PLAIN {
            let mut bits = BitWriter::default();
            bits.put(mode.into(), MODE_BITS);
            (0..60).for_each(|_| bits.put(0, 1));
            (0..99).for_each(|_| bits.put(1, 1));
            assert_eq!(BitReader::new(&bits.into_bytes()).column(1), None, "{mode}");
        }
    }
}
