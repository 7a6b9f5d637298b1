//! Writes bytes as text that stands in a page: seven bits to a character, an eighth more than the bytes, where base64
//! takes a third more. `start/packed.js` reads it.

/// The characters that no page can hold as they are: the parser changes the first two, and takes the third for a tag.
/// Their order is that of `ABSENT` in `start/packed.js`.
const ABSENT: [u32; 3] = [0, 13, 60];

/// Writes bytes. One of two bytes, in UTF-8, stands for a character that is absent together with the next one, and so
/// costs nothing.
pub fn written(bytes: &[u8]) -> String {
    let mut sevens = sevens(bytes).into_iter();
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    while let Some(seven) = sevens.next() {
        let code = match (1..).zip(ABSENT).find(|(_, absent)| *absent == seven) {
            Some((number, _)) => number << 7 | sevens.next().unwrap_or_default(),
            None => seven,
        };
        text.extend(char::from_u32(code));
    }
    text
}

fn sevens(bytes: &[u8]) -> Vec<u32> {
    let (mut sevens, mut bits, mut have) = (Vec::new(), 0u32, 0);
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        have += 8;
        while have >= 7 {
            have -= 7;
            sevens.push(bits >> have & 127);
        }
    }
    if have > 0 {
        sevens.push(bits << (7 - have) & 127);
    }
    sevens
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads as `start/packed.js` does.
    fn read(text: &str, size: usize) -> Vec<u8> {
        let (mut bytes, mut bits, mut have) = (Vec::new(), 0u32, 0);
        let codes = text.chars().flat_map(|c| match c as u32 {
            code @ 128.. => vec![ABSENT[(code >> 7) as usize - 1], code & 127],
            code => vec![code],
        });
        for seven in codes {
            bits = (bits << 7 | seven) & 0x3fff;
            have += 7;
            if have >= 8 {
                have -= 8;
                bytes.push((bits >> have) as u8);
            }
        }
        bytes.truncate(size);
        bytes
    }

    #[test]
    fn all_bytes_come_back_and_no_character_is_one_that_a_page_changes() {
        for seed in 0..40u32 {
            let size = seed as usize * 13;
            let bytes: Vec<u8> = (0..size as u32).map(|at| (at * at * 31 + seed * at * 7) as u8).collect();
            for bytes in [bytes, vec![0; size], vec![0x1e; size], vec![0xff; size]] {
                let text = written(&bytes);
                assert_eq!(read(&text, size), bytes, "{seed}");
                assert!(!text.contains(['\0', '\r', '<']), "{seed}");
                assert!(text.len() <= bytes.len() * 8 / 7 + 2, "{seed}: {}", text.len());
            }
        }
    }
}
