//! KeyValue that fail, fill, cut or lie at one chosen call.

use paraf::storage::key_value::{KeyValue, KeyValueFault};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// What goes wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// The call is denied.
    Denied,
    /// The storage is full.
    Full,
    /// Half of the text is stored, and the call says that all went well.
    Cut,
    /// Half of the text is stored, and the call fails.
    CutAndDenied,
    /// Nothing is done, and the call says that all went well.
    Lie,
}

impl Trouble {
    pub const ALL: [Trouble; 5] =
        [Trouble::Denied, Trouble::Full, Trouble::Cut, Trouble::CutAndDenied, Trouble::Lie];
}

/// KeyValue in memory; the copies of one share what they hold.
#[derive(Clone, Debug, Default)]
pub struct Troubled {
    pub texts: Rc<RefCell<BTreeMap<String, String>>>,
    calls: Rc<Cell<usize>>,
    at: Rc<Cell<Option<(usize, Trouble)>>>,
}

impl Troubled {
    /// Makes cells that hold these texts.
    pub fn with(texts: BTreeMap<String, String>) -> Troubled {
        Troubled { texts: Rc::new(RefCell::new(texts)), ..Troubled::default() }
    }

    /// Lets the call with this number, from zero and from now on, go wrong.
    pub fn go_wrong(&self, number: usize, trouble: Trouble) {
        self.calls.set(0);
        self.at.set(Some((number, trouble)));
    }

    /// Lets nothing go wrong any more; gives the number of calls since [`Troubled::go_wrong`].
    pub fn heal(&self) -> usize {
        self.at.set(None);
        self.calls.get()
    }

    fn trouble(&self) -> Option<Trouble> {
        let call = self.calls.get();
        self.calls.set(call + 1);
        self.at.get().filter(|(number, _)| *number == call).map(|(_, trouble)| trouble)
    }
}

fn half(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

impl KeyValue for Troubled {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        match self.trouble() {
            Some(Trouble::Denied | Trouble::CutAndDenied) => Err(KeyValueFault::Denied),
            Some(Trouble::Lie) => Ok(Vec::new()),
            _ => Ok(self.texts.borrow().keys().cloned().collect()),
        }
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        let text = self.texts.borrow().get(name).cloned();
        match self.trouble() {
            Some(Trouble::Denied | Trouble::CutAndDenied) => Err(KeyValueFault::Denied),
            Some(Trouble::Lie) => Ok(None),
            Some(Trouble::Cut) => Ok(text.map(|text| half(&text))),
            _ => Ok(text),
        }
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        let put = |text: String| drop(self.texts.borrow_mut().insert(name.to_string(), text));
        match self.trouble() {
            Some(Trouble::Denied) => Err(KeyValueFault::Denied),
            Some(Trouble::Full) => Err(KeyValueFault::Full),
            Some(Trouble::Cut) => {
                put(half(text));
                Ok(())
            }
            Some(Trouble::CutAndDenied) => {
                put(half(text));
                Err(KeyValueFault::Denied)
            }
            Some(Trouble::Lie) => Ok(()),
            None => {
                put(text.to_string());
                Ok(())
            }
        }
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        match self.trouble() {
            Some(Trouble::Denied | Trouble::CutAndDenied) => Err(KeyValueFault::Denied),
            Some(Trouble::Lie) => Ok(()),
            _ => {
                self.texts.borrow_mut().remove(name);
                Ok(())
            }
        }
    }
}

/// KeyValue that take only so much.
#[derive(Clone, Debug, Default)]
pub struct Small {
    pub inner: Troubled,
    room: Rc<Cell<Option<usize>>>,
}

impl Small {
    fn size(&self) -> usize {
        self.inner.texts.borrow().iter().map(|(name, text)| name.len() + text.len()).sum()
    }

    /// Leaves no more room than what is taken now.
    pub fn fill(&self) {
        self.room.set(Some(self.size()));
    }
}

impl KeyValue for Small {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        self.inner.names()
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        self.inner.get(name)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        let before = self.inner.texts.borrow().get(name).map_or(0, |old| name.len() + old.len());
        match self.room.get() {
            Some(room) if self.size() + name.len() + text.len() > room + before => Err(KeyValueFault::Full),
            _ => self.inner.set(name, text),
        }
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        self.inner.remove(name)
    }
}
