//! Arriving: the first visit, another device with the backup, another tab.

use super::{People, Stuck, passphrase, person};
use crate::flows::screens::chose;
use crate::flows::shell::Tab;
use paraf::app::backup;
use paraf::app::message::Message;
use paraf::app::message::Press;
use paraf::app::profile::keys;
use paraf::app::profile::setup;
use paraf::app::route::Route;
use paraf::app::window::Event;
use std::rc::Rc;

impl People {
    /// Begins as a new person, with a passphrase and a checked backup.
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
        self.send(who, Message::Press(Press::Setup(setup::Press::Next)))?;
        self.send(who, Message::Press(Press::Keys(keys::Press::Save)))?;
        self.send(who, Message::Press(Press::Keys(keys::Press::LastBackup)))?;
        self.send(who, Message::Press(Press::Backup(backup::Press::SaveAll)))?;
        let backup = self.file(who, "cadangan")?;
        self.with(who, |tab, clock| tab.take_in(&backup.0, backup.1.as_bytes(), clock))?;
        self.send(who, Message::Press(Press::Setup(setup::Press::Finish)))
    }

    /// Gives the replacement code of somebody, as they type it from the file that they saved.
    pub fn code(&self, of: &str) -> Result<String, Stuck> {
        let (_, text) = self.file(of, "pengganti")?;
        Ok(text.split("\n\n").nth(1).ok_or("the file has no code")?.to_lowercase())
    }

    /// Says on the first page who one is, with a passphrase, and goes on.
    pub fn fill_in_details(&mut self, who: &str) -> Result<(), Stuck> {
        self.fill_in_details_as(who, who, true, false)?;
        self.type_in(who, "passphrase", &passphrase(who))?;
        self.send(who, Message::Press(Press::Setup(setup::Press::Next)))
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
        self.type_in(who, "school", "SMP Negeri 1 Contoh")
    }

    /// Opens the app in a browser where it never was.
    pub fn arrive(&mut self, who: &str) -> Result<(), Stuck> {
        let files = self.tabs.remove(who).map(|tab| tab.files).unwrap_or_default();
        self.at.remove(who);
        let mut tab = Tab::open(Rc::default(), &mut self.clock);
        tab.files = files;
        self.tabs.insert(who.into(), tab);
        self.take_over(who)?;
        self.open(who, Route::Setup)
    }

    /// Gives the first backup of somebody, of their first visit, to a new browser.
    pub fn take_backup(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        let is_backup = |(name, _): &&(String, String)| name.contains("cadangan");
        let (name, text) = self.tab(of)?.files.iter().find(is_backup).cloned().ok_or("there is no backup")?;
        self.arrive(who)?;
        self.with(who, |tab, clock| tab.take_in(&name, text.as_bytes(), clock))
    }

    /// Begins on another device with the backup of somebody.
    pub fn restore(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        self.take_backup(who, of)?;
        self.type_in(who, "passphrase", &passphrase(of))?;
        let label = self.texts(who)?.setup.restore_button;
        self.press(who, label)
    }

    /// Opens the app anew on the storage of somebody, and works there.
    pub fn open_tab(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        self.open_beside(who, of)?;
        if self.tab(who)?.works() { Ok(()) } else { self.take_over(who) }
    }

    /// Opens the app on the storage of somebody, beside the window that works there.
    pub fn open_beside(&mut self, who: &str, of: &str) -> Result<(), Stuck> {
        let storage = Rc::clone(&self.tab(of)?.storage);
        let files = self.tabs.remove(who).map(|tab| tab.files).unwrap_or_default();
        let mut tab = Tab::open(Rc::clone(&storage), &mut self.clock);
        tab.files = files;
        self.tabs.insert(who.into(), tab);
        let works = |tab: &Tab| Rc::ptr_eq(&tab.storage, &storage) && tab.works();
        if self.tabs.values().any(works) {
            self.with(who, |tab, clock| tab.send(Message::Window(Event::Busy), clock))?;
        } else {
            self.take_over(who)?;
        }
        if let Some(id) = self.at.get(of).copied() {
            self.at.insert(who.into(), id);
        }
        Ok(())
    }
}

fn details(who: &str) -> (String, &'static str) {
    match person(who) {
        "guru" => ("Siti Rahayu, S.Pd.".into(), "Guru Matematika"),
        "ks" => ("Budi Santoso, M.Pd.".into(), "Kepala Sekolah"),
        "dinas" => ("Dewi Lestari, M.M.".into(), "Kepala Dinas"),
        who => (format!("Nama Contoh {who}"), "Guru Kelas"),
    }
}
