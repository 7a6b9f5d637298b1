//! Text as it was typed or pasted, made fit to be signed. Every place that keeps such text comes here.
//!
//! Word processors end lines in ways that no form shows: with a vertical tab within a paragraph, or with the
//! separators of Unicode. Such a mark becomes what it stood for and is never left out, because with it the words
//! on both sides would run together.

/// Puts text on its lines: every kind of line end becomes a line feed, and what can neither be seen nor signed a
/// space.
pub fn on_lines(text: &str) -> String {
    let plain = |c: char| match c {
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\n' | '\t' => c,
        _ if c.is_control() || !may_be_signed(c) => ' ',
        _ => c,
    };
    text.replace("\r\n", "\n").chars().map(plain).collect()
}

/// Puts text on one line as it is being typed: line ends and tabs become spaces too, and the last space stays,
/// because another word may follow.
pub fn on_one_line(text: &str) -> String {
    on_lines(text).replace(['\n', '\t'], " ")
}

/// Puts text on one line, its words with single spaces between them.
pub fn words(text: &str) -> String {
    on_lines(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Says whether a character may stand in a signed text: everything but control characters (line
/// ends and tabs excepted) and noncharacters.
pub fn may_be_signed(character: char) -> bool {
    let code = character as u32;
    let control = code < 0x20 && character != '\n' && character != '\t';
    let noncharacter = (0xFDD0..=0xFDEF).contains(&code) || code & 0xFFFE == 0xFFFE;
    !control && !noncharacter
}

/// Says whether a character is drawn as nothing, or turns the direction of what follows: with it one
/// name can look like another.
pub fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{E0000}'..='\u{E01EF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What parts words where text is copied from.
    const PARTS: [&str; 14] = [
        " ", "\n", "\r", "\r\n", "\t", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{7f}",
        "\u{9f}", "\u{ffff}",
    ];

    #[test]
    fn each_kind_of_line_end_becomes_one_line_feed_and_any_other_control_a_space() {
        let pasted = "a\u{b}b\u{c}c\rd\r\ne\u{85}f\u{2028}g\u{2029}h\u{7}i\u{80}j\tk";
        assert_eq!(on_lines(pasted), "a\nb\nc\nd\ne\nf\ng\nh i j\tk");
        assert_eq!(on_one_line(pasted), "a b c d e f g h i j k");
        assert_eq!(words(" a\r\n \u{b}b "), "a b");
    }

    #[test]
    fn what_scripts_and_emoji_need_is_kept() {
        let text = "👩\u{200d}🏫 \u{a0}ن\u{200c}د";
        assert_eq!((on_lines(text), on_one_line(text)), (text.to_string(), text.to_string()));
    }

    proptest! {
        #[test]
        fn words_that_were_apart_stay_apart_and_all_can_be_signed(
            pasted in prop::collection::vec(("[a-zé]{1,6}", prop::sample::select(&PARTS[..])), 1..20),
        ) {
            let text: String = pasted.iter().flat_map(|(word, part)| [word.as_str(), *part]).collect();
            let wanted: Vec<&str> = pasted.iter().map(|(word, _)| word.as_str()).collect();
            for made in [on_lines(&text), on_one_line(&text), words(&text)] {
                prop_assert_eq!(made.split_whitespace().collect::<Vec<_>>(), wanted.clone());
                prop_assert!(made.chars().all(may_be_signed));
            }
        }

        #[test]
        fn whatever_is_typed_can_be_signed_and_is_left_alone_the_second_time(text: String) {
            for make in [on_lines, on_one_line, words] {
                let made = make(&text);
                prop_assert!(made.chars().all(may_be_signed));
                prop_assert_eq!(make(&made), made);
            }
        }
    }
}
