//! The people of a script and what each of them can do. Everything is done through the screen: a
//! button that is not there cannot be pressed, an input that is not there cannot be filled in.

use super::screens::{answer, buttons, chose, inputs};
use super::shell::{Clock, Mood, Storage, Tab, cell, stored_seed};
use paraf::app::message::{Message, Press};
use paraf::app::route::Route;
use paraf::app::view::Screen;
use paraf::app::view::block::form::InputKind;
use paraf::app::view::block::{Block, Button, Does};
use paraf::app::{keys, setup};
use paraf::domain::stage::{Party, Stage};
use paraf::json::{object, text, texts};
use paraf::seal::canonical::Hash;
use paraf::seal::canonical::written;
use paraf::seal::dossier::Dossier;
use paraf::seal::key::{Did, SigningKey};
use paraf::seal::proof;
use paraf::storage::pack::{pack, unpack};
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

    /// Gives the dossier that somebody works on.
    pub fn dossier(&self, who: &str) -> Result<&Dossier, Stuck> {
        let app = &self.tab(who)?.app;
        let chosen = self.at.get(who).and_then(|id| app.dossier(id));
        chosen.or_else(|| app.dossiers().next()).ok_or_else(|| format!("{who} has no dossier"))
    }

    pub fn screen(&self, who: &str) -> Result<Screen, Stuck> {
        let mut screen = self.tab(who)?.app.screen();
        screen.blocks = unfolded(screen.blocks);
        Ok(screen)
    }

    /// Sends a message, then lets the other tabs of the same browser hear of it.
    pub fn send(&mut self, who: &str, message: Message) -> Result<(), Stuck> {
        self.with(who, |tab, clock| tab.send(message, clock))
    }

    pub fn with(&mut self, who: &str, act: impl FnOnce(&mut Tab, &mut Clock)) -> Result<(), Stuck> {
        let tab = self.tabs.get_mut(who).ok_or_else(|| format!("nobody is called {who}"))?;
        act(tab, &mut self.clock);
        let storage = Rc::clone(&tab.storage);
        // What a tab hears may make it write, which the others hear in turn.
        for _ in 0..10 {
            let same = self.tabs.values_mut().filter(|tab| Rc::ptr_eq(&tab.storage, &storage));
            let heard = same.filter_map(|tab| tab.hear(&mut self.clock)).count();
            if heard == 0 {
                return Ok(());
            }
        }
        Err("the tabs never come to rest".into())
    }

    pub fn open(&mut self, who: &str, route: Route) -> Result<(), Stuck> {
        self.with(who, |tab, clock| tab.open_page(route, clock))
    }

    /// Begins as a new person, with a passphrase and a checked backup of the key.
    pub fn set_up(&mut self, who: &str, as_employee: bool, as_superior: bool) -> Result<(), Stuck> {
        self.set_up_with(who, as_employee, as_superior, None)
    }

    /// Begins as a new person, with the key that follows from the replacement code of somebody.
    pub fn set_up_with(
        &mut self,
        who: &str,
        as_employee: bool,
        as_superior: bool,
        code_of: Option<&str>,
    ) -> Result<(), Stuck> {
        let code = code_of.map(|of| self.code(of)).transpose()?;
        self.arrive(who)?;
        if let Some(code) = code {
            self.type_in(who, "code", &code)?;
        }
        self.set_up_here(who, who, as_employee, as_superior)
    }

    /// The same on the page that is open; `named` has the name and the passphrase.
    pub fn set_up_here(
        &mut self,
        who: &str,
        named: &str,
        as_employee: bool,
        as_superior: bool,
    ) -> Result<(), Stuck> {
        self.fill_in_details_as(who, named, as_employee, as_superior)?;
        self.type_in(who, "passphrase", &passphrase(named))?;
        self.type_in(who, "repeat", &passphrase(named))?;
        self.send(who, Message::Press(Press::Setup(setup::Press::Next)))?;
        self.send(who, Message::Press(Press::Keys(keys::Press::Save)))?;
        self.send(who, Message::Press(Press::Keys(keys::Press::Kept)))?;
        self.send(who, Message::Press(Press::Setup(setup::Press::SaveBackup)))?;
        let backup = self.file(who, "kunci")?;
        self.with(who, |tab, clock| tab.take_in(&backup.0, backup.1.as_bytes(), clock))?;
        self.send(who, Message::Press(Press::Setup(setup::Press::Finish)))
    }

    /// Gives the replacement code of somebody, as they type it from the file that they saved.
    pub fn code(&self, of: &str) -> Result<String, Stuck> {
        let (_, text) = self.file(of, "pengganti")?;
        Ok(text.split("\n\n").nth(1).ok_or("the file has no code")?.to_lowercase())
    }

    /// Says on the first page who one is, and goes on.
    pub fn fill_in_details(&mut self, who: &str) -> Result<(), Stuck> {
        self.fill_in_details_as(who, who, true, false)
    }

    fn fill_in_details_as(
        &mut self,
        who: &str,
        named: &str,
        as_employee: bool,
        as_superior: bool,
    ) -> Result<(), Stuck> {
        let (name, office) = details(named);
        self.send(who, chose("roles", "employee", as_employee))?;
        self.send(who, chose("roles", "superior", as_superior))?;
        self.type_in(who, "name", &name)?;
        self.type_in(who, "office", office)?;
        self.type_in(who, "school", "SMP Negeri 1 Contoh")?;
        self.send(who, Message::Press(Press::Setup(setup::Press::Next)))
    }

    /// Opens the app in a browser where it never was.
    pub fn arrive(&mut self, who: &str) -> Result<(), Stuck> {
        let files = self.tabs.remove(who).map(|tab| tab.files).unwrap_or_default();
        self.at.remove(who);
        let mut tab = Tab::open(Rc::default(), &mut self.clock);
        tab.files = files;
        self.tabs.insert(who.into(), tab);
        self.open(who, Route::Setup)
    }

    /// Gives the key backup of somebody to a new browser.
    pub fn take_backup(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(of, "kunci")?;
        self.arrive(who)?;
        self.with(who, |tab, clock| tab.take_in(&name, text.as_bytes(), clock))
    }

    /// Begins on another device with the key backup of somebody.
    pub fn restore(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        self.take_backup(who, of)?;
        self.type_in(who, "passphrase", &passphrase(of))?;
        let label = self.texts(who)?.setup.restore_button;
        self.press(who, label)
    }

    /// Opens the app anew on the storage of somebody.
    pub fn open_tab(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        let storage = Rc::clone(&self.tab(of)?.storage);
        let files = self.tabs.remove(who).map(|tab| tab.files).unwrap_or_default();
        let mut tab = Tab::open(storage, &mut self.clock);
        tab.files = files;
        self.tabs.insert(who.into(), tab);
        if let Some(id) = self.at.get(of).copied() {
            self.at.insert(who.into(), id);
        }
        Ok(())
    }

    pub fn storage(&mut self, who: &str, change: impl FnOnce(&mut Storage)) -> Result<(), Stuck> {
        change(&mut self.tab(who)?.storage.borrow_mut());
        Ok(())
    }

    pub fn mood(&mut self, who: &str, mood: Mood) -> Result<(), Stuck> {
        self.storage(who, |storage| storage.mood = mood)
    }

    /// Invites the other side; each choice is a question and the words of an option.
    pub fn invite(&mut self, who: &str, as_employee: bool, choices: &[(&str, &str)]) -> Result<(), Stuck> {
        self.open(who, Route::Invite)?;
        for (question, words) in choices {
            self.pick(who, question, words)?;
        }
        self.press_id(who, if as_employee { "invite-superior" } else { "invite-employee" })?;
        self.give_passphrase(who, &passphrase(who))
    }

    pub fn accept(&mut self, who: &str, from: &str) -> Result<(), Stuck> {
        let did = self.did(from)?;
        self.open(who, Route::Contact(did))?;
        let label = self.texts(who)?.contact.accept;
        self.press(who, label)?;
        self.give_passphrase(who, &passphrase(who))?;
        if let Some(id) = self.tab(who)?.app.route().dossier() {
            self.at.insert(who.into(), id);
        }
        Ok(())
    }

    /// Reads the hidden groups of the code from the screen of the other one, and types them.
    pub fn compare(&mut self, who: &str, other: &str) -> Result<(), Stuck> {
        let (mine, theirs) = (self.did(who)?, self.did(other)?);
        self.open(who, Route::Contact(theirs))?;
        self.open(other, Route::Contact(mine))?;
        let code = |screen: &Screen| {
            screen.blocks.iter().find_map(|block| match block {
                Block::Code(groups) => Some(groups.clone()),
                _ => None,
            })
        };
        let (hidden, shown) = (code(&self.screen(who)?), code(&self.screen(other)?));
        let (hidden, shown) = hidden.zip(shown).ok_or("there is no code to compare")?;
        let asked = hidden.iter().zip(shown).filter(|(hidden, _)| hidden.is_none());
        let asked: Vec<Option<String>> = asked.map(|(_, shown)| shown).collect();
        for (index, group) in asked.into_iter().enumerate() {
            let group = group.ok_or("the other screen hides the same group")?;
            self.type_in(who, &format!("group-{index}"), &group)?;
        }
        self.press_id(who, "compare")
    }

    pub fn receive(&mut self, who: &str, from: &str, number: Option<usize>, way: &Way) -> Result<(), Stuck> {
        let file = match number {
            None => self.tab(from)?.files.last().cloned(),
            Some(number) => {
                let mut bundles =
                    self.tab(from)?.files.iter().filter(|(_, text)| text.contains("\"records\""));
                bundles.nth(number.wrapping_sub(1)).cloned()
            }
        };
        let (name, text) = file.ok_or_else(|| format!("{from} has no such file"))?;
        let text = match way {
            Way::Whole => text,
            Way::Cut => text.get(..text.len() / 2).unwrap_or_default().to_string(),
            Way::Without(index) => change_records(&text, |records| drop(records.remove(*index))),
            Way::Forged => text.replacen("SMP Negeri 1", "SMP Negeri 2", 1),
            Way::Doubled => change_records(&text, |records| records.extend(records.clone())),
            Way::WithNewer => {
                let newer = self.newer_record.clone();
                change_records(&text, |records| records.push(newer))
            }
        };
        self.take_in(who, &name, text.as_bytes())
    }

    pub fn receive_invitation(&mut self, who: &str, from: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(from, "undangan")?;
        self.take_in(who, &name, text.as_bytes())
    }

    /// Goes on with the dossier whose page is open.
    pub fn go_to_new(&mut self, who: &str) -> Result<(), Stuck> {
        let id = self.tab(who)?.app.route().dossier().ok_or("no dossier is open")?;
        self.at.insert(who.into(), id);
        Ok(())
    }

    pub fn take_in(&mut self, who: &str, name: &str, bytes: &[u8]) -> Result<(), Stuck> {
        let before: Vec<Hash> = self.tab(who)?.app.dossiers().map(Dossier::id).collect();
        self.open(who, Route::Receive)?;
        self.with(who, |tab, clock| tab.take_in(name, bytes, clock))?;
        let new = self.tab(who)?.app.dossiers().map(Dossier::id).find(|id| !before.contains(id));
        if let Some(id) = new {
            self.at.insert(who.into(), id);
        }
        Ok(())
    }

    /// Hands the newest file of somebody with this name in on the page that is open.
    pub fn hand_in(&mut self, who: &str, name: &str, of: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(of, name)?;
        self.with(who, |tab, clock| tab.take_in(&name, text.as_bytes(), clock))
    }

    /// Goes on with the dossier that is shared with somebody.
    pub fn turn_to(&mut self, who: &str, other: &str) -> Result<(), Stuck> {
        let did = self.did(other)?;
        let shared = |dossier: &&Dossier| dossier.card_of(&did).is_some();
        let id = self.tab(who)?.app.dossiers().find(shared).map(Dossier::id);
        self.at.insert(who.into(), id.ok_or_else(|| format!("{who} has no dossier with {other}"))?);
        Ok(())
    }

    pub fn send_file(&mut self, who: &str) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Dossier(id))?;
        self.press_where(who, |button| button.does == Does::Press(Press::Send(id)))
    }

    /// Answers all inputs of a form that have to be answered and are empty.
    pub fn write(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Form(id, stage))?;
        self.fill_in(who)?;
        self.send(who, Message::SaveDue)
    }

    /// Answers what is asked on the open page. Each answer may change what else is asked.
    pub fn fill_in(&mut self, who: &str) -> Result<(), Stuck> {
        for _ in 0..500 {
            let screen = self.screen(who)?;
            let Some(message) = inputs(&screen).iter().find_map(answer) else {
                return Ok(());
            };
            self.send(who, message)?;
        }
        Err("the form never ends".into())
    }

    pub fn sign(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Check(id, stage))?;
        self.press_id(who, "sign")?;
        self.give_passphrase(who, &passphrase(who))
    }

    pub fn agree(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Stage(id, stage))?;
        self.fill_in(who)?;
        self.press_id(who, "agree")?;
        self.give_passphrase(who, &passphrase(who))
    }

    pub fn send_back(&mut self, who: &str, stage: Stage, note: &str) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Stage(id, stage))?;
        self.type_in(who, "note", note)?;
        self.press_id(who, "return")?;
        self.give_passphrase(who, &passphrase(who))
    }

    /// Ticks all boxes of a question on the open page.
    pub fn tick_all(&mut self, who: &str, id: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let input = inputs(&screen).into_iter().find(|input| input.path.id() == id);
        let Some(InputKind::Choices(options)) = input.map(|input| input.kind) else {
            return Err(format!("{id} has no boxes"));
        };
        options.iter().try_for_each(|option| self.send(who, chose(id, &option.id, true)))
    }

    /// Chooses an option of a question on the open page, by its words.
    pub fn pick(&mut self, who: &str, id: &str, words: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let inputs = inputs(&screen);
        let input = inputs.iter().find(|input| input.path.id() == id);
        let input = input.ok_or_else(|| format!("no question {id} on “{}”", screen.heading))?;
        let (options, is_one) = match &input.kind {
            InputKind::Choice(options) | InputKind::Pick(options, _) => (options, true),
            InputKind::Choices(options) => (options, false),
            _ => return Err(format!("{id} offers nothing to choose")),
        };
        let option = options.iter().find(|option| option.label == words).ok_or_else(|| {
            let known: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
            format!("{id} offers: {}", known.join(", "))
        })?;
        let message = if is_one {
            Message::Typed(input.path.clone(), option.id.clone())
        } else {
            chose(id, &option.id, !option.chosen)
        };
        self.send(who, message)
    }

    /// Types into an input of the open page.
    pub fn type_in(&mut self, who: &str, id: &str, words: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let inputs = inputs(&screen);
        let found = inputs.iter().find(|input| input.path.id() == id);
        let path = found.map(|input| input.path.clone()).ok_or_else(|| {
            let known: Vec<String> = inputs.iter().map(|input| input.path.id()).collect();
            format!("no input {id} on “{}”; there are: {}", screen.heading, known.join(", "))
        })?;
        self.send(who, Message::Typed(path, words.into()))
    }

    /// Chooses one item, `question=item`.
    pub fn choose(&mut self, who: &str, place: &str) -> Result<(), Stuck> {
        let (id, item) = place.split_once('=').ok_or("an item is question=item")?;
        let screen = self.screen(who)?;
        let found = inputs(&screen).into_iter().find(|input| input.path.id() == id);
        let input = found.ok_or_else(|| format!("no input {id} on “{}”", screen.heading))?;
        match input.kind {
            InputKind::Choice(options) | InputKind::Pick(options, _)
                if options.iter().any(|option| option.id == item) =>
            {
                self.send(who, Message::Typed(input.path, item.into()))
            }
            InputKind::Choices(options) if options.iter().any(|option| option.id == item) => {
                self.send(who, chose(input.path.field(), item, true))
            }
            _ => Err(format!("{id} does not offer {item}")),
        }
    }

    pub fn give_passphrase(&mut self, who: &str, words: &str) -> Result<(), Stuck> {
        let dialog = self.screen(who)?.dialog;
        let dialog = dialog.ok_or_else(|| format!("nothing asks {who} for the passphrase"))?;
        self.send(who, Message::Typed(dialog.input.path, words.into()))?;
        self.press_where(who, |button| Some(button) == dialog.buttons.first())
    }

    pub fn press(&mut self, who: &str, label: &str) -> Result<(), Stuck> {
        self.press_where(who, |button| button.label == label)
            .map_err(|there| format!("no button “{label}”; {there}"))
    }

    pub fn press_id(&mut self, who: &str, id: &str) -> Result<(), Stuck> {
        self.press_where(who, |button| button.id == id).map_err(|there| format!("no button #{id}; {there}"))
    }

    fn press_where(&mut self, who: &str, fits: impl Fn(&Button) -> bool) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let buttons = buttons(&screen);
        let does = buttons.iter().find(|button| fits(button)).map(|button| button.does.clone());
        match does {
            Some(Does::Press(press)) => self.send(who, Message::Press(press)),
            Some(Does::Open(href)) => self.open(who, Route::parse(&href)),
            None => {
                let labels: Vec<&str> = buttons.iter().map(|button| button.label.as_str()).collect();
                Err(format!("“{}” has: {}", screen.heading, labels.join(", ")))
            }
        }
    }

    /// Signs a version of a stage in a format that this app does not know yet.
    pub fn sign_with_newer_app(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let dossier = self.dossier(who)?;
        let heads: Vec<String> = dossier.heads().iter().map(Hash::to_string).collect();
        let seed = stored_seed(&self.tab(who)?.storage.borrow(), &passphrase(who));
        let key = SigningKey::from_seed(&seed.ok_or("no key")?);
        let record = object([
            ("format", 2.into()),
            ("type", text("Revision")),
            ("dossier", text(&dossier.id().to_string())),
            ("stage", text(stage.code())),
            ("seq", 99.into()),
            ("parents", texts(&heads)),
            ("by", text(key.did().as_str())),
            ("body", object([("baru", object([("isi", 1.into())]))])),
        ]);
        let signed = written(&proof::sign(record, &key, "2025-02-01T00:00:00Z"));
        // White space that our own writer would not write: what is passed on is the text as it came.
        self.newer_record = signed.replacen("{\"@context\":", "{ \"@context\" :  ", 1);
        Ok(())
    }

    /// Changes a word in the first stored record that says it.
    pub fn tamper(&mut self, who: &str, word: &str, with: &str) -> Result<(), Stuck> {
        let storage = Rc::clone(&self.tab(who)?.storage);
        let mut storage = storage.borrow_mut();
        let records = storage.entries.iter_mut().filter(|(name, _)| name.starts_with(&cell("r/")));
        let found =
            records.filter_map(|(_, text)| Some((unpack(text)?, text))).find(|(text, _)| text.contains(word));
        let (record, stored) = found.ok_or_else(|| format!("no stored record says “{word}”"))?;
        *stored = pack(&record.replacen(word, with, 1));
        Ok(())
    }

    pub fn did(&self, who: &str) -> Result<Did, Stuck> {
        let seed = stored_seed(&self.tab(who)?.storage.borrow(), &passphrase(who));
        Ok(SigningKey::from_seed(&seed.ok_or_else(|| format!("{who} has no key"))?).did().clone())
    }

    pub fn texts(&self, who: &str) -> Result<&'static paraf::lang::Texts, Stuck> {
        Ok(self.tab(who)?.app.lang().texts())
    }

    fn file(&self, who: &str, part_of_name: &str) -> Result<(String, String), Stuck> {
        let files = &self.tab(who)?.files;
        let found = files.iter().rev().find(|(name, _)| name.contains(part_of_name));
        found.cloned().ok_or_else(|| format!("{who} has no file {part_of_name}"))
    }

    /// Lets two people begin a dossier together, up to its arrival on both sides.
    pub fn start_together(&mut self, employee: &str, superior: &str) -> Result<(), Stuck> {
        for (who, is_employee) in [(employee, true), (superior, false)] {
            if self.tab(who).is_err() {
                self.set_up(who, is_employee, !is_employee)?;
            }
        }
        self.start_together_as(employee, superior, &[])
    }

    /// Lets two people begin a dossier of this kind together.
    pub fn start_together_as(
        &mut self,
        employee: &str,
        superior: &str,
        choices: &[(&str, &str)],
    ) -> Result<(), Stuck> {
        for (who, is_employee) in [(employee, true), (superior, false)] {
            if self.tab(who).is_err() {
                self.set_up(who, is_employee, !is_employee)?;
            }
        }
        self.invite(employee, true, choices)?;
        self.receive(superior, employee, None, &Way::Whole)?;
        self.accept(superior, employee)?;
        self.hand_over(superior, employee)?;
        self.compare(employee, superior)?;
        self.compare(superior, employee)
    }

    /// Lets two people agree on a stage, up to its arrival on both sides.
    pub fn agree_on(&mut self, employee: &str, superior: &str, stage: Stage) -> Result<(), Stuck> {
        let (writer, other) =
            if stage.writer() == Party::Employee { (employee, superior) } else { (superior, employee) };
        self.write(writer, stage)?;
        self.sign(writer, stage)?;
        self.hand_over(writer, other)?;
        self.agree(other, stage)?;
        self.hand_over(other, writer)
    }

    pub fn hand_over(&mut self, from: &str, to: &str) -> Result<(), Stuck> {
        self.send_file(from)?;
        self.receive(to, from, None, &Way::Whole)
    }
}

/// Gives the passphrase of a person; another tab or device of theirs, as `guru.2`, has the same.
pub fn passphrase(who: &str) -> String {
    format!("kata sandi milik {}", person(who))
}

fn person(who: &str) -> &str {
    who.split('.').next().unwrap_or(who)
}

fn details(who: &str) -> (String, &'static str) {
    match person(who) {
        "guru" => ("Siti Rahayu, S.Pd.".into(), "Guru Matematika"),
        "ks" => ("Budi Santoso, M.Pd.".into(), "Kepala Sekolah"),
        "dinas" => ("Dewi Lestari, M.M.".into(), "Kepala Dinas"),
        who => (format!("Nama Contoh {who}"), "Guru Kelas"),
    }
}

/// Cuts the records out of a bundle, changes their list, and puts them back.
fn change_records(text: &str, change: impl FnOnce(&mut Vec<String>)) -> String {
    let Some((before, rest)) = text.split_once("\"records\": [\n") else {
        return text.into();
    };
    let Some((records, after)) = rest.split_once("\n]") else {
        return text.into();
    };
    let mut records: Vec<String> = records.split(",\n").map(str::to_string).collect();
    change(&mut records);
    [before, "\"records\": [\n", &records.join(",\n"), "\n]", after].concat()
}

/// Opens what is folded: for a script it is on the page.
fn unfolded(blocks: Vec<Block>) -> Vec<Block> {
    let open = |block| match block {
        Block::Folded { title, blocks, .. } => [vec![Block::Heading(title)], unfolded(blocks)].concat(),
        block => vec![block],
    };
    blocks.into_iter().flat_map(open).collect()
}
