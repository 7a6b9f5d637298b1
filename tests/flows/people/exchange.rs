//! Files that go from one to the other, and what happens to them on the way.

use super::{People, Stuck, Way};
use crate::zips::zipped;
use paraf::app::library;
use paraf::app::message::Press;
use paraf::app::picked::Unread;
use paraf::app::route::Route;
use paraf::app::sending::{self, Way as Sent};
use paraf::screens::block::{Button, Does};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Dossier;

impl People {
    pub fn send_file(&mut self, who: &str) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Send(id))?;
        self.hand_out(who, Sent::Save)?;
        self.press_id(who, "sent")
    }

    /// Hands out the file that the open page offers, in one of the ways.
    pub fn hand_out(&mut self, who: &str, way: Sent) -> Result<(), Stuck> {
        let is_meant = |button: &Button| {
            let does = &button.does;
            matches!(does, Does::Press(Press::Sending(sending::Press::HandOut(_, by, _))) if *by == way)
        };
        self.press_where(who, is_meant)
    }

    pub fn hand_over(&mut self, from: &str, to: &str) -> Result<(), Stuck> {
        self.send_file(from)?;
        self.receive(to, from, None, &Way::Whole)
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
            Way::Utf16 { is_marked, has_low_first } => {
                let marked = [if *is_marked { "\u{feff}" } else { "" }, &text].concat();
                let write = if *has_low_first { u16::to_le_bytes } else { u16::to_be_bytes };
                let bytes: Vec<u8> = marked.encode_utf16().flat_map(write).collect();
                return self.take_in(who, &name, &bytes);
            }
            Way::Zipped => {
                let files =
                    [("kiriman/", ""), (".DS_Store", "x"), ("kiriman/baca.txt", "Salam"), (&name, &text)];
                return self.take_in(who, "kiriman.zip", &zipped(&files, |_| ()));
            }
            Way::Chat => {
                return self
                    .paste(who, &["[29/11/26 08.15] Sri Wahyuni: “", &text, "”\nSudah ya, Pak."].concat());
            }
            Way::CurlyQuotes => {
                let mut is_open = false;
                let curly = |c: char| match c {
                    '"' => {
                        is_open = !is_open;
                        if is_open { '“' } else { '”' }
                    }
                    c => c,
                };
                return self.paste(who, &text.chars().map(curly).collect::<String>());
            }
        };
        self.take_in(who, &name, text.as_bytes())
    }

    /// Pastes text on the page for files.
    pub fn paste(&mut self, who: &str, text: &str) -> Result<(), Stuck> {
        self.open(who, Route::Receive)?;
        self.with(who, |tab, clock| tab.paste(text, clock))
    }

    /// Drops files or a folder on the page that is open, each by its name with what can be read of it.
    pub fn drop_on_page(
        &mut self,
        who: &str,
        files: Vec<(String, Result<Vec<u8>, Unread>)>,
    ) -> Result<(), Stuck> {
        self.with(who, |tab, clock| tab.give(files, clock))
    }

    pub fn receive_invitation(&mut self, who: &str, from: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(from, "Undangan")?;
        self.take_in(who, &name, text.as_bytes())
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

    /// Hands in a file that holds nothing but the key, as earlier versions wrote them.
    pub fn hand_in_key_alone(&mut self, who: &str) -> Result<(), Stuck> {
        let me = self.tab(who)?.app.library().me.as_ref().ok_or("nobody is here")?;
        let text = format!("{{\"app\":\"paraf\",\"format\":1,\"backup\":{}}}", library::me_to_file(me));
        self.with(who, |tab, clock| tab.take_in("paraf-kunci-cadangan.json", text.as_bytes(), clock))
    }

    /// Hands the newest file of somebody with this name in on the page that is open.
    pub fn hand_in(&mut self, who: &str, name: &str, of: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(of, name)?;
        self.with(who, |tab, clock| tab.take_in(&name, text.as_bytes(), clock))
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
