//! What older versions stored: brought over to the cells of this one, and forgotten only once it was saved
//! elsewhere.

use super::key_value::KeyValue;
use super::{Store, closed, is_immutable};

impl<C: KeyValue> Store<C> {
    /// Brings what an older version stored over to this one. Records and rule packs, which never change,
    /// are removed from their old place once they are read back from the new one; everything else stays
    /// there until [`Store::forget_old`]. What does not fit is read from where it is.
    pub fn bring_over(&self) {
        let names = self.names().unwrap_or_default();
        for cell in &names {
            let (Some(name), Ok(Some(text))) = (self.old_short(cell), self.cells.get(cell)) else {
                continue;
            };
            let (new, wanted) = (self.cell(&name), closed(&name, &text));
            // What is read once may be read wrong, and what is there already is newer.
            let is_sure = self.cells.get(cell) == Ok(Some(text));
            let is_there = names.contains(&new);
            if !is_sure || (is_there && !is_immutable(&name)) {
                continue;
            }
            if !is_there {
                let _ = self.put(&new, &wanted);
            }
            match self.cells.get(&new) == Ok(Some(wanted)) {
                true if is_immutable(&name) => self.empty(cell),
                false if !is_there => self.empty(&new),
                _ => {}
            }
        }
    }

    /// Removes what an older version stored, after it was saved outside of the browser.
    pub fn forget_old(&self) {
        for cell in self.cells.names().unwrap_or_default() {
            let name = self.old_short(&cell);
            if name.is_some_and(|name| matches!(self.cells.get(&self.cell(&name)), Ok(Some(_)))) {
                self.empty(&cell);
            }
        }
    }
}
