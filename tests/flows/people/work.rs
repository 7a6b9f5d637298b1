//! What two people do for a dossier: they begin it together, write, sign and answer.

use super::{People, Stuck, Way, passphrase};
use crate::flows::screens::buttons;
use paraf::app::duties::documents;
use paraf::app::message::Message;
use paraf::app::route::Route;
use paraf::domain::date::date;
use paraf::domain::stage::{Party, Stage};
use paraf::screens::Screen;
use paraf::screens::block::Block;

impl People {
    /// Lets two people begin a dossier together, up to its arrival on both sides.
    pub fn start_together(&mut self, employee: &str, superior: &str) -> Result<(), Stuck> {
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

    /// Invites the other side; each choice is a question and the words of an option.
    pub fn invite(&mut self, who: &str, as_employee: bool, choices: &[(&str, &str)]) -> Result<(), Stuck> {
        self.open(who, Route::Invite)?;
        for (question, words) in choices {
            self.pick(who, question, words)?;
        }
        self.press_id(who, if as_employee { "invite-superior" } else { "invite-employee" })?;
        self.give_passphrase(who, &passphrase(who))?;
        self.hand_out(who, paraf::app::sending::Way::Save)
    }

    pub fn accept(&mut self, who: &str, from: &str) -> Result<(), Stuck> {
        let did = self.did(from)?;
        self.open(who, Route::Contact(did))?;
        let texts = self.texts(who)?.contact;
        let is_second = buttons(&self.screen(who)?).iter().any(|button| button.label == texts.twin_accept);
        self.press(who, if is_second { texts.twin_accept } else { texts.accept })?;
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
                Block::Phones(phones) => Some(phones.code.clone()),
                // Once they know each other, all of it is shown.
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

    /// Answers all inputs of a form that have to be answered and are empty.
    pub fn write(&mut self, who: &str, stage: Stage) -> Result<(), Stuck> {
        let id = self.dossier(who)?.id();
        if stage >= Stage::Observation {
            self.let_the_planned_day_come(who)?;
        }
        self.open(who, Route::Form(id, stage))?;
        self.fill_in(who)?;
        self.send(who, Message::SaveDue)
    }

    /// What was planned can be written down as done once its day has come.
    fn let_the_planned_day_come(&mut self, who: &str) -> Result<(), Stuck> {
        let dossier = self.dossier(who)?;
        let plan = documents::version_of(dossier, Stage::Preparation);
        let plan = plan.and_then(|version| documents::document_of(dossier, &version));
        if let Some(day) = plan.and_then(|plan| date(plan.field("date"))) {
            let eight = day.and_hms_opt(1, 0, 0).ok_or("a day has an hour")?.and_utc().timestamp();
            self.clock.seconds = self.clock.seconds.max(eight);
        }
        Ok(())
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
}
