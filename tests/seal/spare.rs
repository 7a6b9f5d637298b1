//! The replacement code: read back as it was written, however it is typed, and never read wrongly.

use paraf::seal::key::SigningKey;
use paraf::seal::spare;
use proptest::prelude::*;

const LETTERS: &[u8] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Puts another letter in a place.
fn mistyped(code: &str, place: usize, other: usize) -> String {
    let mut letters = code.as_bytes().to_vec();
    letters[place] = LETTERS[other];
    String::from_utf8_lossy(&letters).into_owned()
}

proptest! {
    #[test]
    fn a_code_is_read_back_in_any_way_of_typing_it(bytes: [u8; 16], spaces in prop::collection::vec(0..4_usize, 28)) {
        let code = spare::groups(&bytes).concat();
        prop_assert_eq!(code.len(), 28);
        let typed: String = code
            .to_ascii_lowercase()
            .chars()
            .zip(spaces)
            .flat_map(|(letter, space)| {
                let letter = match letter { '1' => 'l', '0' => 'o', letter => letter };
                [Some(letter), [None, Some(' '), Some('-'), Some('\n')][space]]
            })
            .flatten()
            .collect();
        prop_assert_eq!(spare::read(&typed), Some(bytes));
        prop_assert_eq!(spare::read(&spare::line(&bytes)), Some(bytes));
    }

    #[test]
    fn one_or_two_mistyped_characters_are_noticed(
        bytes: [u8; 16], places: [prop::sample::Index; 2], others: [prop::sample::Index; 2],
    ) {
        let code = spare::groups(&bytes).concat();
        let places = places.map(|place| place.index(code.len()));
        let others = others.map(|other| other.index(LETTERS.len()));
        let one = mistyped(&code, places[0], others[0]);
        let two = mistyped(&one, places[1], others[1]);
        for typed in [one, two] {
            prop_assert_eq!(spare::read(&typed).is_some(), typed == code);
        }
        let mut swapped: Vec<char> = code.chars().collect();
        swapped.swap(places[0], places[1]);
        let swapped: String = swapped.into_iter().collect();
        prop_assert_eq!(spare::read(&swapped).is_some(), swapped == code);
    }

    #[test]
    fn any_text_is_a_code_or_none(text: String, bytes: [u8; 16]) {
        let _ = spare::read(&text);
        let code = spare::groups(&bytes).concat();
        prop_assert_eq!(spare::read(&code[1..]), None);
        prop_assert_eq!(spare::read(&[&code, "0"].concat()), None);
    }

    #[test]
    fn each_code_gives_a_key_of_its_own(one: [u8; 16], other: [u8; 16]) {
        let did = |bytes| SigningKey::from_seed(&spare::seed(bytes)).did().clone();
        prop_assert_eq!(did(&one) == did(&other), one == other);
    }
}

#[test]
fn the_code_of_the_format_document_stays_as_it_is() {
    let bytes: [u8; 16] = std::array::from_fn(|index| index as u8);
    assert_eq!(spare::line(&bytes), "000G 40R4 0M30 E209 185G R38E 1WHQ");
    assert_eq!(
        SigningKey::from_seed(&spare::seed(&bytes)).did().as_str(),
        "did:key:z6Mkrch1X8vBGPSRfT7wR6CdBj6wzGS7FsmT8E3GnyBWJaSn"
    );
}
