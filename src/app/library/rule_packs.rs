//! The rule packs at hand: those that the app carries, and corrected ones that were taken in.

use crate::domain::stage::Position;
use crate::rules::pack::Pack;
use crate::seal::canonical::Hash;
use crate::seal::record::Genesis;
use crate::seal::strict;
use serde_json::Value;
use std::borrow::Cow;
use std::sync::OnceLock;

/// Gives the text of a pack that is shipped. The web app has none inside, which would make it a tenth larger: it
/// fetches them beside, all in one file, because what the packs have in common then comes once.
macro_rules! text_of {
    ($name:literal) => {
        if cfg!(target_arch = "wasm32") {
            ""
        } else {
            include_str!(concat!("../../rules/packs/", $name, ".json"))
        }
    };
}

/// The hash of the texts one after the other, as they are fetched. A test holds it against them.
const FETCHED: &str = "sha256:0fdc7886b4c1d8670dc0d35fbc324a5dd5f1d6d2d8be85f2587eeb08597a9a01";

/// The packs that are shipped, oldest period first: id, hash and text. A released pack is never
/// edited, because dossiers name its hash; a correction is a new line. A test holds the hashes
/// against the texts, so that nothing has to be hashed when the app starts.
pub const SHIPPED: [(&str, &str, &str); 7] = [
    (
        "id-2024-1",
        "sha256:8eab7ed88d8251b83f708ce035750252c97ec2dd9274c6175f4bd3c94563bd7b",
        text_of!("id-2024-1"),
    ),
    (
        "id-2024-2",
        "sha256:a1f9cc8876cfa46070dc39cab3eb0bb8a222cb4e87561bcdfff6d2b6ba32395a",
        text_of!("id-2024-2"),
    ),
    // The first version of Paraf carried this one; dossiers that were begun with it go on under it.
    (
        "id-2025",
        "sha256:085fefdf8be6e8bfd632b3d0d8679724199e4a2d578d478048977b6975d90084",
        text_of!("id-2025-first"),
    ),
    (
        "id-2025",
        "sha256:56f4f2a4f0888e9b1f7c29b5e0dcd7fea7052a78763ca5def82f0a19a7b58ef8",
        text_of!("id-2025"),
    ),
    // Before the decree of that year was known; dossiers that were begun with it go on under it.
    (
        "id-2026",
        "sha256:f7a388c82b0bda8022bf8a8871e03d549392a314dccec42c01aecb4c1d2c6a8e",
        text_of!("id-2026-first"),
    ),
    (
        "id-2026",
        "sha256:b1541c979121a9566229a1e579738fb9b896103f0291c4973bd6818224d7a140",
        text_of!("id-2026"),
    ),
    (
        "id-2027",
        "sha256:4f1b365357c0cb025dcf2752258b9f872b6680f137fe693072feea496f6153fd",
        text_of!("id-2027"),
    ),
];

/// The packs at hand.
#[derive(Debug, Default)]
pub struct RulePacks {
    books: Vec<RulePack>,
    texts: Texts,
}

/// Where the texts of the packs that are shipped are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Texts {
    /// Here.
    #[default]
    Here,
    /// Not asked for yet.
    Elsewhere,
    /// On their way.
    Coming,
    /// Asked for, and not here: they did not come, or something else did.
    Missing,
}

/// One pack; what it says to a kind of employee is read when it is first asked for.
#[derive(Debug)]
pub struct RulePack {
    /// The id that the pack gives itself.
    pub id: String,
    /// The hash by which dossiers name it.
    pub hash: Hash,
    /// The file as it is shipped or was taken in.
    pub text: Cow<'static, str>,
    /// Whether it was taken in by the person of this app.
    pub is_own: bool,
    packs: [OnceLock<Option<Pack>>; 2],
}

impl RulePack {
    /// Opens a pack that was taken in. `None` when the text is no pack for both kinds of employee.
    pub fn open(text: &str) -> Option<RulePack> {
        let value = strict::parse(text).ok()?;
        let packs = Position::ALL.map(|position| Pack::from_json(&value, position).ok());
        let [Some(teacher), Some(principal)] = packs else {
            return None;
        };
        Some(RulePack {
            id: teacher.id.clone(),
            hash: Hash::of(&value),
            text: Cow::Owned(text.to_string()),
            is_own: true,
            packs: [OnceLock::from(Some(teacher)), OnceLock::from(Some(principal))],
        })
    }

    /// Gives what the pack says to a kind of employee.
    pub fn pack(&self, position: Position) -> Option<&Pack> {
        let read = || Pack::from_json(&self.value()?, position).ok();
        self.packs[position as usize].get_or_init(read).as_ref()
    }

    /// Gives the whole pack as JSON.
    pub fn value(&self) -> Option<Value> {
        strict::parse(&self.text).ok()
    }
}

impl RulePacks {
    /// Opens the packs that are shipped.
    pub fn shipped() -> RulePacks {
        if cfg!(target_arch = "wasm32") {
            return RulePacks::named();
        }
        let mut packs = RulePacks::named();
        packs.put(SHIPPED.iter().map(|(.., text)| Cow::Borrowed(*text)));
        packs
    }

    /// Names the packs that are shipped, whose texts have to be fetched.
    pub fn named() -> RulePacks {
        let book = |(id, hash, _): &(&str, &str, &str)| {
            let (id, text, packs) = (id.to_string(), Cow::default(), Default::default());
            Some(RulePack { id, hash: Hash::parse(hash)?, text, is_own: false, packs })
        };
        RulePacks { books: SHIPPED.iter().filter_map(book).collect(), texts: Texts::Elsewhere }
    }

    /// Gives the packs without what was taken in, which belongs to one person.
    pub fn without_own(mut self) -> RulePacks {
        self.books.retain(|book| !book.is_own);
        self
    }

    /// Says where the texts of the packs that are shipped are.
    pub fn texts(&self) -> Texts {
        self.texts
    }

    /// Takes in that the texts were asked for.
    pub fn wait(&mut self) {
        self.texts = Texts::Coming;
    }

    /// Takes in the texts that were fetched. Anything but what was released is as if nothing had come.
    pub fn fill(&mut self, fetched: Option<&str>) {
        let is_released = |text: &&str| Hash::of_bytes(text.as_bytes()).to_string() == FETCHED;
        match fetched.filter(is_released) {
            // Nothing else stands at the beginning of a line there.
            Some(text) => self.put(text.split_inclusive("\n}\n").map(|text| Cow::Owned(text.to_string()))),
            None if self.texts != Texts::Here => self.texts = Texts::Missing,
            None => {}
        }
    }

    fn put(&mut self, texts: impl Iterator<Item = Cow<'static, str>>) {
        for (book, text) in self.books.iter_mut().filter(|book| !book.is_own).zip(texts) {
            (book.text, book.packs) = (text, Default::default());
        }
        self.texts = Texts::Here;
    }

    /// Adds a pack that was taken in; one that is there already is left as it is.
    pub fn add(&mut self, book: RulePack) {
        if self.by_hash(&book.hash).is_none() {
            self.books.push(book);
        }
    }

    /// Gives the pack that a dossier names, as it is for its employee.
    pub fn of(&self, genesis: &Genesis) -> Option<&Pack> {
        self.find(&genesis.pack, &genesis.pack_hash)?.pack(genesis.position)
    }

    /// Says whether the pack that a dossier names is one of these, here or still on its way.
    pub fn knows(&self, genesis: &Genesis) -> bool {
        self.find(&genesis.pack, &genesis.pack_hash).is_some()
    }

    /// Gives a pack by id and hash.
    pub fn find(&self, id: &str, hash: &Hash) -> Option<&RulePack> {
        self.by_hash(hash).filter(|book| book.id == id)
    }

    /// Gives a pack by its hash.
    pub fn by_hash(&self, hash: &Hash) -> Option<&RulePack> {
        self.books.iter().find(|book| book.hash == *hash)
    }

    /// Gives the pack of the same id that came before one; for a new one, the last there is.
    pub fn before(&self, book: &RulePack) -> Option<&RulePack> {
        let place = self.books.iter().position(|known| known.hash == book.hash);
        self.books[..place.unwrap_or(self.books.len())].iter().rev().find(|known| known.id == book.id)
    }

    /// Lists the packs, shipped ones first.
    pub fn all(&self) -> &[RulePack] {
        &self.books
    }

    /// Gives the packs for new dossiers: those that were taken in, and of each other id the one that is
    /// shipped last. The storage does not know which was taken in last, so the person chooses.
    pub fn current(&self) -> Vec<&RulePack> {
        let is_replaced =
            |index: usize, book: &RulePack| self.books[index + 1..].iter().any(|b| b.id == book.id);
        let current = self.books.iter().enumerate();
        let current = current.filter(|(index, book)| book.is_own || !is_replaced(*index, book));
        current.map(|(_, book)| book).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_fetched_is_what_is_shipped() {
        let all: String = SHIPPED.iter().map(|(.., text)| *text).collect();
        assert_eq!(FETCHED, Hash::of_bytes(all.as_bytes()).to_string());
        let mut packs = RulePacks::named();
        packs.fill(Some(&all));
        let texts: Vec<&str> = packs.all().iter().map(|book| book.text.as_ref()).collect();
        assert_eq!(texts, SHIPPED.map(|(.., text)| text));
    }

    #[test]
    fn the_order_in_which_packs_are_read_hides_none_that_was_taken_in() {
        let shipped = SHIPPED[4].2;
        let corrected = |word: &str| RulePack::open(&shipped.replacen("Nomor peraturan", word, 1)).unwrap();
        let offered = |words: [&str; 2]| {
            let mut packs = RulePacks::shipped();
            words.into_iter().for_each(|word| packs.add(corrected(word)));
            let mut hashes: Vec<Hash> = packs.current().iter().map(|book| book.hash).collect();
            hashes.sort();
            hashes
        };
        let (one, other) = ("Nomor aturan", "Nomor dasar");
        assert_eq!(corrected(one).id, SHIPPED[4].0);
        assert!([one, other].iter().all(|word| offered([one, other]).contains(&corrected(word).hash)));
        assert_eq!(offered([one, other]), offered([other, one]));
    }
}
