//! What differs between two versions of a text, word by word.

/// A run of words that both versions share, or that one of them has.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the older one.
    Removed(String),
    /// Only in the newer one.
    Added(String),
}

/// The most words on each side that are compared one by one; longer texts are shown whole.
const WORDS_MAX: usize = 600;

/// Compares two texts word by word. Joined again, the pieces give both texts, apart from runs of
/// white space.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (old.split_whitespace().collect(), new.split_whitespace().collect());
    let mut pieces = Vec::new();
    if old.len() > WORDS_MAX || new.len() > WORDS_MAX {
        push(&mut pieces, Piece::Removed, &old);
        push(&mut pieces, Piece::Added, &new);
        return pieces;
    }
    let common = common_lengths(&old, &new);
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            push(&mut pieces, Piece::Same, &old[i..=i]);
            (i, j) = (i + 1, j + 1);
        } else if j >= new.len() || (i < old.len() && common[i + 1][j] >= common[i][j + 1]) {
            push(&mut pieces, Piece::Removed, &old[i..=i]);
            i += 1;
        } else {
            push(&mut pieces, Piece::Added, &new[j..=j]);
            j += 1;
        }
    }
    pieces
}

/// Gives, for each pair of places, the length of the longest run of words in common from there on.
fn common_lengths(old: &[&str], new: &[&str]) -> Vec<Vec<u16>> {
    let mut lengths = vec![vec![0u16; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i][j] = if old[i] == new[j] {
                lengths[i + 1][j + 1] + 1
            } else {
                lengths[i + 1][j].max(lengths[i][j + 1])
            };
        }
    }
    lengths
}

fn push(pieces: &mut Vec<Piece>, kind: fn(String) -> Piece, words: &[&str]) {
    if words.is_empty() {
        return;
    }
    let text = words.join(" ");
    match (pieces.last_mut(), kind(text.clone())) {
        (Some(Piece::Same(last)), Piece::Same(_))
        | (Some(Piece::Removed(last)), Piece::Removed(_))
        | (Some(Piece::Added(last)), Piece::Added(_)) => {
            last.push(' ');
            last.push_str(&text);
        }
        (_, piece) => pieces.push(piece),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn side(pieces: &[Piece], skip: fn(&Piece) -> bool) -> String {
        let texts: Vec<&str> = pieces
            .iter()
            .filter(|piece| !skip(piece))
            .map(|piece| match piece {
                Piece::Same(text) | Piece::Removed(text) | Piece::Added(text) => text.as_str(),
            })
            .collect();
        texts.join(" ")
    }

    #[test]
    fn a_changed_word_is_marked_and_the_rest_stays_one_piece() {
        let pieces = words("observasi hari Senin pukul 09.30", "observasi hari Rabu pukul 09.30");
        assert_eq!(
            pieces,
            [
                Piece::Same("observasi hari".into()),
                Piece::Removed("Senin".into()),
                Piece::Added("Rabu".into()),
                Piece::Same("pukul 09.30".into()),
            ]
        );
    }

    proptest! {
        #[test]
        fn the_pieces_joined_give_both_texts_back(old in "([abc] ){0,12}", new in "([abc] ){0,12}") {
            let pieces = words(&old, &new);
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(side(&pieces, |piece| matches!(piece, Piece::Added(_))), plain(&old));
            prop_assert_eq!(side(&pieces, |piece| matches!(piece, Piece::Removed(_))), plain(&new));
        }
    }
}
