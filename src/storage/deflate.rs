//! Deflate (RFC 1951) of short texts after a dictionary, by the library that reads zip files too.

use miniz_oxide::DataFormat;
use miniz_oxide::deflate::CompressionLevel::BestCompression;
use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, TDEFLStatus, compress_to_output};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress as inflate};

/// Compresses bytes that follow a dictionary. `None` if the library fails, which nobody has seen.
pub fn compress(dictionary: &[u8], bytes: &[u8]) -> Option<Vec<u8>> {
    let mut state = CompressorOxide::with_format_and_level(DataFormat::Raw, BestCompression);
    // What the dictionary becomes is dropped. It ends with a whole byte, and what follows may repeat its parts.
    let (status, read) = compress_to_output(&mut state, dictionary, TDEFLFlush::Sync, |_| true);
    if status != TDEFLStatus::Okay || read < dictionary.len() {
        return None;
    }
    let mut out = Vec::new();
    let (status, _) = compress_to_output(&mut state, bytes, TDEFLFlush::Finish, |part| {
        out.extend_from_slice(part);
        true
    });
    (status == TDEFLStatus::Done).then_some(out)
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
    use proptest::prelude::*;

    const DICTIONARY: &[u8] = b"{\"name\":\"\",\"place\":\"di sini\"}";

    fn texts() -> impl Strategy<Value = Vec<u8>> {
        let word = prop_oneof!["[a-z]{1,4}", "di sini", "\"name\":\"", "é+", "a{250,270}"];
        let words = prop::collection::vec(word, 0..200).prop_map(|words| words.concat().into_bytes());
        prop_oneof![words, prop::collection::vec(any::<u8>(), 0..2000)]
    }

    proptest! {
        #[test]
        fn what_is_compressed_is_decompressed(bytes in texts()) {
            let compressed = compress(DICTIONARY, &bytes).unwrap();
            prop_assert_eq!(decompress(DICTIONARY, &compressed, bytes.len()), Some(bytes));
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
    fn what_the_dictionary_says_takes_next_to_no_room() {
        let said = compress(DICTIONARY, DICTIONARY).unwrap();
        assert!(said.len() <= 6, "{said:?}");
        assert_eq!(decompress(DICTIONARY, &said, DICTIONARY.len()).as_deref(), Some(DICTIONARY));
        // Without it, the same bytes mean nothing.
        assert_ne!(decompress(b"", &said, DICTIONARY.len()).as_deref(), Some(DICTIONARY));
    }

    #[test]
    fn what_older_versions_wrote_by_hand_is_read() {
        let written = [131, 75, 6, 23, 101, 98, 202, 43, 160, 209, 74, 181, 0];
        let text = b"{\"name\":\"Sri\",\"place\":\"di sini di sini di sini\"}";
        assert_eq!(decompress(DICTIONARY, &written, text.len()).as_deref(), Some(text.as_slice()));
    }

    #[test]
    fn a_repetition_as_far_back_as_it_may_lie_is_read() {
        for far in [32_767, 32_768, 32_769] {
            let mut bytes = b"jarang sekali".to_vec();
            bytes.extend((0..far - 13).map(|number: usize| (number * 7 % 251) as u8));
            bytes.extend(b"jarang sekali");
            let compressed = compress(DICTIONARY, &bytes).unwrap();
            assert_eq!(decompress(DICTIONARY, &compressed, bytes.len()), Some(bytes));
        }
    }

    #[test]
    fn a_text_that_would_fill_the_memory_is_refused() {
        let compressed = compress(b"", &[b'a'; 100_000]).unwrap();
        assert!(compressed.len() < 1_000);
        assert_eq!(decompress(b"", &compressed, 99_999), None);
        assert_eq!(decompress(b"", &compressed, 100_000).map(|bytes| bytes.len()), Some(100_000));
    }
}
