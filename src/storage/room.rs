//! What is signed goes before what it was signed from: a record takes the room of its draft.

use super::cells::Cells;
use super::{Outcome, Rule, Store};

impl<C: Cells> Store<C> {
    /// Writes an entry that never changes; where there is no room, in the room of another one, which is gone
    /// then. When that does not help, the other one stands there as it was.
    pub fn write_in_room_of(&self, other: &str, name: &str, text: &str) -> Outcome {
        let outcome = self.write(name, text, Rule::IfAbsent);
        let cell = self.cell(other);
        let (Outcome::Full, Ok(Some(there))) = (&outcome, self.cells.get(&cell)) else {
            return outcome;
        };
        // What is read once may be read wrong.
        if self.cells.get(&cell).as_ref() != Ok(&Some(there.clone())) {
            return outcome;
        }
        let mut second = None;
        // A storage that does not even take less would not take the other one back.
        if self.put(&cell, "").is_ok() {
            self.empty(&cell);
            second = Some(self.write(name, text, Rule::IfAbsent));
        }
        if second != Some(Outcome::Done) {
            if second.is_some() {
                self.empty(&self.cell(name));
            }
            let is_back = || self.cells.get(&cell).is_ok_and(|text| text.as_ref() == Some(&there));
            for _ in 0..3 {
                if !is_back() {
                    let _ = self.put(&cell, &there);
                }
            }
        }
        second.unwrap_or(outcome)
    }
}
