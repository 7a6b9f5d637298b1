//! What goes with a file that is sent: its name, for people, and the message beside it.

use crate::app::App;
use crate::app::library::people;
use crate::app::library::summary::Summary;
use crate::app::sending::{self, Invited, Label};
use crate::domain::stage::{Party, StageState};
use crate::lang::{Texts, fill, own};
use crate::screens::parts::names::{bare, named};
use crate::screens::parts::words::stage_and_period;
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Record};

/// The most characters that one part of a name of a file may have.
const PART_MAX: usize = 40;

/// Gives what goes with the file of a dossier.
pub fn of_dossier(app: &App, t: &Texts, id: &Hash, dossier: &Summary) -> Label {
    let period = dossier.terms.as_ref().map_or("", |terms| &terms.period);
    let what = about(app, t, id, period);
    let to = dossier.addressee();
    let is = |party| dossier.somebody(party).is_some_and(|one| to.is_some_and(|to| to.did == one.did));
    let direction = if is(Party::Superior) {
        t.sending.to_superior
    } else if is(Party::Employee) {
        t.sending.to_employee
    } else {
        t.sending.to_colleague
    };
    let employee = named(app, dossier.somebody(Party::Employee));
    let number = app.library.ledgers.get(id).map_or(0, |ledger| ledger.counter).to_string();
    let who = if app.names_nobody { String::new() } else { short(&employee) };
    let file = file_name(&[&what, &who, direction, &number]);
    let newest = newest(app, id);
    let (says, about) = match newest.map(Record::content) {
        Some(Content::Revision { .. }) => (t.sending.says_wrote, what.as_str()),
        Some(Content::CoSign(_)) => (t.sending.says_answered, what.as_str()),
        _ => (t.sending.says_other, period),
    };
    Label { file, message: fill(says, &[&named(app, to), about, &own_name(app)]) }
}

/// Gives what goes with an invitation.
pub fn of_invitation(app: &App, t: &Texts, invited: &Invited) -> Label {
    let me = own_name(app);
    let who = match app.names_nobody {
        true => own(t.sending.plain_invitation),
        false => fill(t.sending.invitation, &[&short(&me)]),
    };
    let says = match invited.party {
        Party::Employee => t.sending.invites_superior,
        Party::Superior => t.sending.invites_employee,
    };
    Label { file: file_name(&[&who, &invited.period]), message: fill(says, &[&invited.period, &me]) }
}

/// Says what a file is about: the stage of what is new in it, with the period.
pub fn about(app: &App, t: &Texts, id: &Hash, period: &str) -> String {
    let Some(stage) = newest(app, id).and_then(Record::stage) else {
        return own(period);
    };
    let about = stage_and_period(t, Some(stage), period);
    // What was signed ahead goes together with what it waits for.
    let dossier =
        app.library.dossiers.get(id).filter(|dossier| dossier.stage(stage).state == StageState::Ahead);
    match dossier.and(stage.goes_on_from()) {
        Some(before) => fill(t.sending.two, &[t.stage_name(before), &about]),
        None => about,
    }
}

fn newest<'a>(app: &'a App, id: &Hash) -> Option<&'a Record> {
    app.library.dossiers.get(id).and_then(|dossier| sending::newest(&app.library, dossier))
}

fn own_name(app: &App) -> String {
    people::own(&app.library).map_or(String::new(), |card| card.person.name().to_string())
}

/// Joins the parts of a name of a file. It ends with `.txt`, because browsers share no other kind that holds text.
fn file_name(parts: &[&str]) -> String {
    let mut name = String::from("Paraf");
    for part in parts.iter().filter(|part| !part.is_empty()) {
        name.push_str(" – ");
        name.push_str(&plain(part));
    }
    name.push_str(".txt");
    name
}

/// Leaves of a text what every system allows in the name of a file.
fn plain(text: &str) -> String {
    let allowed = |c: &char| c.is_alphanumeric() || " .-'’".contains(*c);
    let kept: String = text.chars().filter(allowed).take(PART_MAX).collect();
    kept.trim().to_string()
}

/// Gives a name without titles, as "Sri W.".
fn short(name: &str) -> String {
    let words = bare(name);
    let Some((first, rest)) = words.split_first() else {
        return name.to_string();
    };
    match rest.last().and_then(|last| last.chars().next()) {
        Some(letter) => [first, " ", &letter.to_uppercase().collect::<String>(), "."].concat(),
        None => (*first).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_somebody_without_titles_and_without_the_whole_name() {
        for (name, short_name) in [
            ("Sri Wahyuni, S.Pd.", "Sri W."),
            ("Drs. Bambang Hartono, M.Pd.", "Bambang H."),
            ("Hj. Dr. Siti Nur aisyah", "Siti A."),
            ("Suparman", "Suparman"),
            ("Drs.", "Drs."),
        ] {
            assert_eq!(short(name), short_name);
        }
    }

    #[test]
    fn no_name_makes_a_file_name_that_a_system_refuses() {
        let name = file_name(&["Perencanaan 2026", "A/B\\C:*?\"<>|\u{202e}", &"x".repeat(99)]);
        assert_eq!(name, ["Paraf – Perencanaan 2026 – ABC – ", &"x".repeat(40), ".txt"].concat());
    }
}
