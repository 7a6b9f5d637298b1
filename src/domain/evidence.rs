//! Evidence (bukti dukung) as it stands in an answer: a link, the fingerprint of a file, or the words
//! that say where a paper lies. The file itself never enters a dossier.

/// The fingerprint of a file, written `sha256:<43 characters> <bytes> <name>`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fingerprint<'a> {
    /// The SHA-256 of its bytes, as base64url without padding.
    pub hash: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// Its name when it was looked at, which proves nothing.
    pub name: &'a str,
}

/// The most characters of a name that are kept.
const NAME_MAX: usize = 120;

impl<'a> Fingerprint<'a> {
    /// Reads the fingerprint in an answer; any other answer is a link or plain words.
    pub fn read(answer: &'a str) -> Option<Fingerprint<'a>> {
        let (hash, rest) = answer.strip_prefix("sha256:")?.split_once(' ')?;
        let (size, name) = rest.split_once(' ')?;
        let is_hash =
            hash.len() == 43 && hash.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let size = (size.len() <= 15).then(|| size.parse().ok()).flatten()?;
        (is_hash && !name.is_empty()).then_some(Fingerprint { hash, size, name })
    }

    /// Writes it as an answer, with the name on one line and cut to a length that is kept.
    pub fn write(&self) -> String {
        let name: String = super::typed::on_one_line(self.name).chars().take(NAME_MAX).collect();
        ["sha256:", self.hash, " ", &self.size.to_string(), " ", &name].concat()
    }

    /// Says whether two fingerprints are of the same bytes, whatever the file is called.
    pub fn is_same_file(&self, other: &Fingerprint) -> bool {
        self.hash == other.hash && self.size == other.size
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU";

    #[test]
    fn a_fingerprint_is_read_back_as_it_was_written() {
        let fingerprint = Fingerprint { hash: HASH, size: 48_213, name: "modul ajar pecahan.pdf" };
        assert_eq!(Fingerprint::read(&fingerprint.write()), Some(fingerprint));
    }

    #[test]
    fn the_same_bytes_are_the_same_file_under_any_name() {
        let of = |size, name| Fingerprint { hash: HASH, size, name };
        assert!(of(3, "a.pdf").is_same_file(&of(3, "b.pdf")));
        assert!(!of(3, "a.pdf").is_same_file(&of(4, "a.pdf")));
    }

    #[test]
    fn links_and_words_are_no_fingerprints() {
        for text in ["", "https://contoh.sch.id/a", "map biru di ruang guru", "sha256:abc 3 a.pdf", "sha256:"]
        {
            assert_eq!(Fingerprint::read(text), None, "{text}");
        }
        for text in
            [[HASH, " x a.pdf"].concat(), [HASH, " 3 "].concat(), [HASH, " 9999999999999999 a"].concat()]
        {
            assert_eq!(Fingerprint::read(&["sha256:", &text].concat()), None, "{text}");
        }
    }
}
