//! The people of a script and what each of them can do. Everything is done through the screen: a
//! button that is not there cannot be pressed, an input that is not there cannot be filled in.
//!
//! Here are the people and their tabs; [`arrival`] is how somebody begins, [`hands`] what can be done with
//! one screen, [`work`] the steps of a dossier, [`exchange`] the files between them, [`mischief`] what no
//! screen offers.

mod arrival;
mod exchange;
mod hands;
mod mischief;
mod work;

use super::shell::{Clock, Mood, Storage, Tab, stored_seed};
use paraf::app::message::Message;
use paraf::app::route::Route;
use paraf::app::window::Event;
use paraf::screens::Screen;
use paraf::screens::block::Block;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Dossier;
use paraf::seal::key::{Did, SigningKey};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Why a step could not be done, in words for the writer of the script.
pub type Stuck = String;

/// All people with their open tabs, by the name that the script calls them.
#[derive(Debug)]
pub struct People {
    pub clock: Clock,
    tabs: BTreeMap<String, Tab>,
    /// The dossier that each works on.
    at: BTreeMap<String, Hash>,
    /// The text of a record that a newer app wrote.
    pub newer_record: String,
}

/// The file that somebody hands over, and what happened to it on the way.
pub enum Way {
    Whole,
    /// Its second half is missing.
    Cut,
    /// One of its records, from zero, is missing.
    Without(usize),
    /// A word in it was changed.
    Forged,
    /// Each record stands in it twice.
    Doubled,
    /// A record of a newer app is in it.
    WithNewer,
    /// An editor wrote it in UTF-16, with or without its mark.
    Utf16 {
        is_marked: bool,
        has_low_first: bool,
    },
    /// It is in a zip, beside other files.
    Zipped,
    /// Its text is copied from a chat.
    Chat,
    /// Its text is copied from a program that replaced the quotation marks.
    CurlyQuotes,
}

impl People {
    pub fn nobody() -> People {
        People {
            clock: Clock::start(),
            tabs: BTreeMap::new(),
            at: BTreeMap::new(),
            newer_record: String::new(),
        }
    }

    pub fn tab(&self, who: &str) -> Result<&Tab, Stuck> {
        self.tabs.get(who).ok_or_else(|| format!("nobody is called {who}"))
    }

    pub fn did(&self, who: &str) -> Result<Did, Stuck> {
        let seed = stored_seed(&self.tab(who)?.storage.borrow(), &passphrase(who));
        Ok(SigningKey::from_seed(&seed.ok_or_else(|| format!("{who} has no key"))?).did().clone())
    }

    pub fn texts(&self, who: &str) -> Result<&'static paraf::lang::Texts, Stuck> {
        Ok(self.tab(who)?.app.lang().texts())
    }

    pub fn screen(&self, who: &str) -> Result<Screen, Stuck> {
        let mut screen = paraf::screens::screen(&self.tab(who)?.app);
        screen.blocks = unfolded(screen.blocks);
        Ok(screen)
    }

    fn file(&self, who: &str, part_of_name: &str) -> Result<(String, String), Stuck> {
        let files = &self.tab(who)?.files;
        let found = files.iter().rev().find(|(name, _)| name.contains(part_of_name));
        found.cloned().ok_or_else(|| format!("{who} has no file {part_of_name}"))
    }

    /// Gives the dossier that somebody works on.
    pub fn dossier(&self, who: &str) -> Result<&Dossier, Stuck> {
        let app = &self.tab(who)?.app;
        let chosen = self.at.get(who).and_then(|id| app.dossier(id));
        chosen.or_else(|| app.dossiers().next()).ok_or_else(|| format!("{who} has no dossier"))
    }

    /// Goes on with the dossier that is shared with somebody.
    pub fn turn_to(&mut self, who: &str, other: &str) -> Result<(), Stuck> {
        let did = self.did(other)?;
        let shared = |dossier: &&Dossier| dossier.card_of(&did).is_some();
        let id = self.tab(who)?.app.dossiers().find(shared).map(Dossier::id);
        self.at.insert(who.into(), id.ok_or_else(|| format!("{who} has no dossier with {other}"))?);
        Ok(())
    }

    /// Goes on with the dossier whose page is open.
    pub fn go_to_new(&mut self, who: &str) -> Result<(), Stuck> {
        let id = self.tab(who)?.app.route().dossier().ok_or("no dossier is open")?;
        self.at.insert(who.into(), id);
        Ok(())
    }

    pub fn open(&mut self, who: &str, route: Route) -> Result<(), Stuck> {
        self.with(who, |tab, clock| tab.open_page(route, clock))
    }

    /// Sends a message.
    pub fn send(&mut self, who: &str, message: Message) -> Result<(), Stuck> {
        self.with(who, |tab, clock| tab.send(message, clock))
    }

    pub fn with(&mut self, who: &str, act: impl FnOnce(&mut Tab, &mut Clock)) -> Result<(), Stuck> {
        let tab = self.tabs.get_mut(who).ok_or_else(|| format!("nobody is called {who}"))?;
        act(tab, &mut self.clock);
        if std::mem::take(&mut tab.asks) {
            self.take_over(who)?;
        }
        Ok(())
    }

    /// Lets a window work: the one that worked on the same storage is asked to let go, and what does not answer is
    /// stolen from.
    pub fn take_over(&mut self, who: &str) -> Result<(), Stuck> {
        let storage = Rc::clone(&self.tab(who)?.storage);
        let others = self.tabs.iter_mut().filter(|(name, tab)| {
            *name != who && Rc::ptr_eq(&tab.storage, &storage) && tab.works() && !tab.is_frozen
        });
        others.for_each(|(_, tab)| tab.send(Message::Window(Event::Asked), &mut self.clock));
        let tab = self.tabs.get_mut(who).ok_or("nobody takes over")?;
        tab.send(Message::Window(Event::Granted), &mut self.clock);
        Ok(())
    }

    pub fn storage(&mut self, who: &str, change: impl FnOnce(&mut Storage)) -> Result<(), Stuck> {
        change(&mut self.tab(who)?.storage.borrow_mut());
        Ok(())
    }

    pub fn mood(&mut self, who: &str, mood: Mood) -> Result<(), Stuck> {
        self.storage(who, |storage| storage.mood = mood)
    }
}

/// Gives the passphrase of a person; another tab or device of theirs, as `guru.2`, has the same.
pub fn passphrase(who: &str) -> String {
    format!("kata sandi milik {}", person(who))
}

fn person(who: &str) -> &str {
    who.split('.').next().unwrap_or(who)
}

/// Opens what is folded: for a script it is on the page.
fn unfolded(blocks: Vec<Block>) -> Vec<Block> {
    let open = |block| match block {
        Block::Folded { title, blocks, .. } => [vec![Block::Heading(title)], unfolded(blocks)].concat(),
        block => vec![block],
    };
    blocks.into_iter().flat_map(open).collect()
}
