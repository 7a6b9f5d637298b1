//! Deflate (RFC 1951) of short texts after a dictionary: one block with the fixed codes is written.
//!
//! Reading is the library's. Writing is by hand, because a library's would cost the web app several kilobytes more,
//! and what it would save here is little: a text of a thousand characters hardly pays for codes of its own. The
//! tests hold it against that library.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate};

/// How far back a repetition may lie, in bytes.
const WINDOW: usize = 32_768;
/// The shortest and the longest repetition.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=258;
/// How many earlier places are tried for a repetition.
const TRIES: usize = 96;
/// The number of lists of places, by three bytes.
const LISTS: usize = 1 << 12;
/// The code that ends a block.
const END: u32 = 256;

/// Writes bits, the lowest first.
#[derive(Default)]
struct Writer {
    bytes: Vec<u8>,
    bits: u32,
    have: u32,
}

impl Writer {
    fn put(&mut self, value: u32, count: u32) {
        self.bits |= value << self.have;
        self.have += count;
        while self.have >= 8 {
            self.bytes.push(self.bits as u8);
            self.bits >>= 8;
            self.have -= 8;
        }
    }

    /// Codes are written with the highest bit first.
    fn code(&mut self, code: u32, count: u32) {
        self.put(code.reverse_bits() >> (32 - count), count);
    }

    fn symbol(&mut self, symbol: u32) {
        match symbol {
            0..=143 => self.code(0x30 + symbol, 8),
            144..=255 => self.code(0x190 + symbol - 144, 9),
            256..=279 => self.code(symbol - 256, 7),
            _ => self.code(0xc0 + symbol - 280, 8),
        }
    }

    fn repetition(&mut self, length: usize, distance: usize) {
        let (length, distance) = (length as u32 - 3, distance as u32 - 1);
        let more = length.max(4).ilog2() - 2;
        match length {
            255 => self.symbol(285),
            _ => self.symbol(257 + (more << 2) + (length >> more)),
        }
        if length < 255 {
            self.put(length & ((1 << more) - 1), more);
        }
        let more = distance.max(2).ilog2() - 1;
        self.code((more << 1) + (distance >> more), 5);
        self.put(distance & ((1 << more) - 1), more);
    }
}

/// Compresses bytes that follow a dictionary.
pub fn compress(dictionary: &[u8], bytes: &[u8]) -> Vec<u8> {
    let all = [dictionary, bytes].concat();
    let list = |place: usize| {
        let three = &all[place..place + 3];
        let number = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
        (number.wrapping_mul(0x9e37_79b1) >> 20) as usize % LISTS
    };
    // The newest place of each list, and for each place the one before it in its list.
    let (mut newest, mut before) = (vec![usize::MAX; LISTS], vec![usize::MAX; all.len()]);
    let mut out = Writer::default();
    out.put(0b011, 3);
    let (mut place, mut entered) = (dictionary.len(), 0);
    while place < all.len() {
        while entered < place && entered + 3 <= all.len() {
            let list = list(entered);
            before[entered] = newest[list];
            newest[list] = entered;
            entered += 1;
        }
        let rest = &all[place..];
        let (mut length, mut from) = (0, 0);
        let mut earlier = if rest.len() < 3 { usize::MAX } else { newest[list(place)] };
        for _ in 0..TRIES {
            if earlier == usize::MAX || place - earlier > WINDOW {
                break;
            }
            let same =
                rest.iter().zip(&all[earlier..]).take(*LENGTHS.end()).take_while(|(a, b)| a == b).count();
            if same > length {
                (length, from) = (same, earlier);
            }
            earlier = before[earlier];
        }
        if length >= *LENGTHS.start() {
            out.repetition(length, place - from);
            place += length;
        } else {
            out.symbol(u32::from(all[place]));
            place += 1;
        }
    }
    out.symbol(END);
    out.put(0, 7);
    out.bytes
}

/// Gives back what [`compress`] was given with the same dictionary. `None` for what is no deflate, and for what
/// would take more than `max` bytes.
pub fn decompress(dictionary: &[u8], bytes: &[u8], max: usize) -> Option<Vec<u8>> {
    let begin = dictionary.len();
    let mut state = Box::<DecompressorOxide>::default();
    let mut all = dictionary.to_vec();
    let (mut read, mut end) = (0, begin);
    loop {
        // One byte more than allowed, so that a text of just so many is seen to end.
        let room = (4 * (all.len() + bytes.len())).min(begin + max + 1);
        all.resize(room, 0);
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, taken, written) = inflate(&mut state, bytes.get(read..)?, &mut all, end, flags);
        (read, end) = (read + taken, end + written);
        match status {
            TINFLStatus::Done if end <= begin + max => {
                all.truncate(end);
                return Some(all.split_off(begin));
            }
            TINFLStatus::HasMoreOutput if room <= begin + max => {}
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::core::{
        CompressorOxide, TDEFLFlush, compress as compress_all, create_comp_flags_from_zip_params,
    };
    use proptest::prelude::*;

    const DICTIONARY: &[u8] = b"{\"name\":\"\",\"place\":\"di sini\"}";

    /// Decompresses with the library.
    fn inflated(bytes: &[u8], size: usize) -> Option<Vec<u8>> {
        let from = DICTIONARY.len();
        let mut out = vec![0; from + size];
        out[..from].copy_from_slice(DICTIONARY);
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, _, written) = inflate(&mut DecompressorOxide::new(), bytes, &mut out, from, flags);
        (status == TINFLStatus::Done && written == size).then(|| out.split_off(from))
    }

    fn texts() -> impl Strategy<Value = Vec<u8>> {
        let word = prop_oneof!["[a-z]{1,4}", "di sini", "\"name\":\"", "é+", "a{250,270}"];
        let words = prop::collection::vec(word, 0..200).prop_map(|words| words.concat().into_bytes());
        prop_oneof![words, prop::collection::vec(any::<u8>(), 0..2000)]
    }

    proptest! {
        #[test]
        fn what_is_compressed_is_decompressed_here_and_by_a_library(bytes in texts()) {
            let compressed = compress(DICTIONARY, &bytes);
            prop_assert_eq!(decompress(DICTIONARY, &compressed, bytes.len()), Some(bytes.clone()));
            prop_assert_eq!(inflated(&compressed, bytes.len()), Some(bytes));
        }

        #[test]
        fn what_a_library_compresses_with_the_fixed_codes_is_decompressed(bytes in texts()) {
            // Strategy 4 is that of fixed codes only.
            let flags = create_comp_flags_from_zip_params(9, 0, 4);
            let mut out = vec![0; bytes.len() * 2 + 64];
            let mut compressor = CompressorOxide::new(flags);
            let (_, _, written) = compress_all(&mut compressor, &bytes, &mut out, TDEFLFlush::Finish);
            // The library stores bytes as they are where codes would not pay.
            if out[0] & 0b111 == 0b011 {
                prop_assert_eq!(decompress(b"", &out[..written], bytes.len()), Some(bytes));
            }
        }

        #[test]
        fn any_bytes_are_decompressed_or_refused(bytes: Vec<u8>, max in 0usize..5000) {
            let mut bytes = bytes;
            if let Some(first) = bytes.first_mut() {
                *first = *first & !0b111 | 0b011;
            }
            let out = decompress(DICTIONARY, &bytes, max);
            prop_assert!(out.is_none_or(|out| out.len() <= max));
        }
    }

    #[test]
    fn a_repetition_as_far_back_as_it_may_lie_is_found_and_read() {
        for far in [WINDOW - 1, WINDOW, WINDOW + 1] {
            let mut bytes = b"jarang sekali".to_vec();
            bytes.extend((0..far - 13).map(|number: usize| (number * 7 % 251) as u8));
            bytes.extend(b"jarang sekali");
            let compressed = compress(DICTIONARY, &bytes);
            assert_eq!(decompress(DICTIONARY, &compressed, bytes.len()), Some(bytes.clone()));
            assert_eq!(inflated(&compressed, bytes.len()), Some(bytes));
        }
    }

    #[test]
    fn a_text_that_would_fill_the_memory_is_refused() {
        let compressed = compress(b"", &[b'a'; 100_000]);
        assert!(compressed.len() < 1_000);
        assert_eq!(decompress(b"", &compressed, 99_999), None);
        assert_eq!(decompress(b"", &compressed, 100_000).map(|bytes| bytes.len()), Some(100_000));
    }
}
