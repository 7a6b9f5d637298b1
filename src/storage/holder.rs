//! Whose the storage is: the window that works leaves a mark in it, and each version of the app its number.

use super::key_value::KeyValue;
use super::{PREFIX, Store};

/// Whose the storage is, as far as a window can tell from the mark that it left there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// This window's, or the mark could not be left.
    This,
    /// Another window's.
    Another,
    /// Nobody's: the mark is gone, and all else with it.
    Nobody,
    /// That of a newer version of the app, which this one could misread: nothing of it is touched.
    Newer,
}

/// Gives the mark that stands in the storage.
pub fn mark_in(cells: &impl KeyValue) -> Option<String> {
    cells.get(&[PREFIX, MARK].concat()).ok().flatten()
}

/// The cell of the mark of the window that works.
pub(super) const MARK: &str = "window";
/// The cell of the version in which everything is stored.
pub(super) const VERSION_CELL: &str = "format";
/// This version. Whoever stores something in a way that an older version of the app would misread counts it up.
const VERSION: u32 = 1;

impl<C: KeyValue> Store<C> {
    /// Marks the storage as this window's. From then on nothing is written or removed while another mark stands
    /// there. Where there is no room for a mark, or none is allowed, the browser's own lock has to serve alone.
    pub fn mark(&mut self, mark: String) {
        let wrote = self.cells.set(&[PREFIX, MARK].concat(), &mark);
        self.mark = wrote.ok().map(|()| mark);
    }

    /// Leaves the word of the window that asked to work next, in the place of this window's mark. It is the last that
    /// this window writes, so whoever reads it reads all that was written before.
    pub fn hand_over(&self, word: &str) {
        if self.holder() == Holder::This {
            // Where there is no room for it, the other window waits a moment in vain.
            let _ = self.cells.set(&[PREFIX, MARK].concat(), word);
        }
    }

    /// Says whether a newer version of the app stored something here, which this one may misread.
    fn is_newer(&self) -> bool {
        let stored = self.cells.get(&[PREFIX, VERSION_CELL].concat()).ok().flatten();
        stored.is_some_and(|version| version.parse().is_ok_and(|version: u32| version > VERSION))
    }

    /// Leaves the version in which everything is stored from now on.
    pub(super) fn note_version(&self) {
        // Where there is no room even for this, it is left at the next start.
        let _ = self.cells.set(&[PREFIX, VERSION_CELL].concat(), &VERSION.to_string());
    }

    /// Says whose the storage is.
    pub fn holder(&self) -> Holder {
        if self.is_newer() {
            return Holder::Newer;
        }
        let Some(mark) = &self.mark else {
            return Holder::This;
        };
        let read = || match self.cells.get(&[PREFIX, MARK].concat()) {
            Ok(Some(there)) if there != *mark => Holder::Another,
            Ok(None) => Holder::Nobody,
            _ => Holder::This,
        };
        // What is read once may be read wrong.
        if read() == Holder::This { Holder::This } else { read() }
    }
}
