//! Files that go from one to the other, and what happens to them on the way.

use super::{People, Stuck, Way};
use paraf::app::message::Press;
use paraf::app::route::Route;
use paraf::app::view::block::Does;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Dossier;

impl People {
    pub fn send_file(&mut self, who: &str) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        self.open(who, Route::Dossier(id))?;
        self.press_where(who, |button| button.does == Does::Press(Press::Send(id)))
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
        };
        self.take_in(who, &name, text.as_bytes())
    }

    pub fn receive_invitation(&mut self, who: &str, from: &str) -> Result<(), Stuck> {
        let (name, text) = self.file(from, "undangan")?;
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
