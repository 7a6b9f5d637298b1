//! The rule packs that this version of the app carries.

use crate::rules::pack::Pack;
use crate::seal::canonical::Hash;
use crate::seal::record::Genesis;
use crate::seal::strict;

/// The text of each shipped pack. A released pack is never edited, because dossiers name its hash;
/// a correction is a new pack.
pub const SHIPPED: [&str; 1] = [include_str!("../rules/packs/id-2025.json")];

/// The packs at hand.
#[derive(Debug, Default)]
pub struct Shelf {
    packs: Vec<(Hash, Pack)>,
}

impl Shelf {
    /// Opens the packs that are shipped. A pack that cannot be read is left out; a test sees to it
    /// that all can.
    pub fn shipped() -> Shelf {
        let read = |text: &&str| {
            let value = strict::parse(text).ok()?;
            Some((Hash::of(&value), Pack::from_json(&value).ok()?))
        };
        Shelf { packs: SHIPPED.iter().filter_map(read).collect() }
    }

    /// Gives the pack that a dossier names, by id and hash.
    pub fn of(&self, genesis: &Genesis) -> Option<&Pack> {
        self.find(&genesis.pack, &genesis.pack_hash)
    }

    /// Gives a pack by id and hash.
    pub fn find(&self, id: &str, hash: &Hash) -> Option<&Pack> {
        self.packs.iter().find(|(known, pack)| known == hash && pack.id == id).map(|(_, pack)| pack)
    }

    /// Gives the pack for new dossiers: the newest one.
    pub fn newest(&self) -> Option<(&Pack, Hash)> {
        self.packs.last().map(|(hash, pack)| (pack, *hash))
    }
}
