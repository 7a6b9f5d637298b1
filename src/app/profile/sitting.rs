//! The key of the person for as long as they use the page, so that one passphrase serves a sitting. It stands in memory
//! only, and is forgotten after a pause, with a lock, and with the page.

use crate::app::moment::Moment;
use crate::app::profile::lock;
use crate::seal::key::{Did, Seed, SigningKey};
use std::rc::Rc;

/// An opened key, or none.
#[derive(Debug, Default)]
pub struct Sitting {
    open: Option<(Did, Rc<Seed>)>,
    /// When something was done last, in seconds since 1970.
    active: i64,
}

impl Sitting {
    /// Takes a key that a passphrase opened.
    pub fn begin(&mut self, seed: Rc<Seed>, now: Moment) {
        let did = SigningKey::from_seed(&seed).did().clone();
        (self.open, self.active) = (Some((did, seed)), now.seconds);
    }

    /// Forgets the key.
    pub fn end(&mut self) {
        self.open = None;
    }

    /// Forgets the key if nobody did anything for a while. A clock that was set back counts as a pause.
    pub fn end_after_pause(&mut self, now: Moment) {
        if (now.seconds - self.active).abs() >= lock::PAUSE {
            self.end();
        }
    }

    /// Takes note that somebody is there.
    pub fn note_activity(&mut self, now: Moment) {
        self.active = now.seconds;
    }

    /// Says whether the key of this person is open.
    pub fn is_open(&self, did: &Did) -> bool {
        self.open.as_ref().is_some_and(|(known, _)| known == did)
    }

    /// Gives the key of this person, if it is open.
    pub fn key(&self, did: &Did) -> Option<SigningKey> {
        let (_, seed) = self.open.as_ref().filter(|(known, _)| known == did)?;
        Some(SigningKey::from_seed(seed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Moment {
        Moment { seconds, offset: 0 }
    }

    #[test]
    fn a_key_is_open_to_its_person_alone_and_until_a_pause_of_ten_minutes() {
        let did = |byte| SigningKey::from_seed(&Seed::from_bytes([byte; 32])).did().clone();
        let mut sitting = Sitting::default();
        assert!(!sitting.is_open(&did(1)));
        sitting.begin(Rc::new(Seed::from_bytes([1; 32])), at(1000));
        sitting.end_after_pause(at(1599));
        sitting.note_activity(at(1599));
        sitting.end_after_pause(at(2198));
        assert!(sitting.is_open(&did(1)) && sitting.key(&did(1)).is_some());
        assert!(!sitting.is_open(&did(2)) && sitting.key(&did(2)).is_none());
        sitting.end_after_pause(at(2199));
        assert!(!sitting.is_open(&did(1)));
    }

    #[test]
    fn a_clock_that_was_set_back_ends_a_sitting() {
        let mut sitting = Sitting::default();
        sitting.begin(Rc::new(Seed::from_bytes([1; 32])), at(1000));
        sitting.end_after_pause(at(400));
        assert!(sitting.open.is_none());
    }
}
