//! Who somebody is: what is asked of it, and what is shown.
use crate::app::library::Backup;
use crate::app::library::rule_packs::RulePack;
use crate::app::message::Press;
use crate::app::pairing::new_dossier;
use crate::app::route::Route;
use crate::app::{App, backup};
use crate::domain::date::date;
use crate::domain::number::grouped_nip;
use crate::domain::person::Person;
use crate::domain::stage::Position;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Notice, Tone, Weight};
use crate::screens::parts::arrivals;
use crate::screens::parts::names::{self, visible};
use crate::screens::parts::words::{self, signed};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;

/// Gives the questions about the own office and school in a new dossier, closed until they are wanted.
pub fn own_place(app: &App, t: &'static Texts) -> Section {
    let [office, school] = app.new_dossier().place();
    let inputs = vec![
        Input::line(new_dossier::PLACE[0], t.setup.office, &office),
        Input::line(new_dossier::PLACE[1], t.setup.school, &school),
    ];
    let folded = app.page.problems.is_empty();
    Section { hint: own(t.me.own_place_hint), folded, ..Section::alone(t.me.own_place, inputs) }
}

/// Gives the choice of the rules of a new dossier.
pub fn rules_input(app: &App, t: &'static Texts) -> Input {
    let chosen = app.new_dossier().rules().map(|book| book.hash);
    let book = |book: &&RulePack| {
        let (pack, hash) = (book.pack(Position::Teacher)?, &book.hash);
        Some(Opt {
            id: hash.to_string(),
            label: words::say(app.lang, &pack.title).to_string(),
            detail: if book.is_own {
                [t.invite.own_rules, " · ", &hash.short()].concat()
            } else {
                String::new()
            },
            chosen: Some(*hash) == chosen,
        })
    };
    let rules = app.new_dossier().offered().iter().rev().filter_map(book).collect();
    let hint = if chosen.is_some() { String::new() } else { own(t.invite.rules_hint) };
    Input { hint, kind: InputKind::Choice(rules), ..Input::line(new_dossier::RULES, t.invite.rules, "") }
}

/// Gives what a dossier is about: its rules, and what kind of employee and superior.
pub fn about(
    app: &App,
    t: &'static Texts,
    (pack, hash): (&str, &Hash),
    position: Position,
    is_acting: bool,
) -> Vec<(String, String)> {
    let book = app.library.rule_packs.find(pack, hash);
    let title = book.and_then(|book| book.pack(position));
    let title = title.map_or_else(|| visible(pack), |pack| words::say(app.lang, &pack.title).into());
    let mut facts = vec![
        (own(t.invite.rules), [&title, " · ", &hash.short()].concat()),
        (own(t.facts.employee), t.position(position).to_string()),
    ];
    if is_acting {
        facts.push((own(t.facts.superior), own(t.invite.acting)));
    }
    facts
}

/// Says who changed their details in a dossier: what they were and what they are, for ever.
pub fn changed(app: &App, t: &Texts, dossier: &Dossier) -> Vec<Block> {
    let mut before: Vec<(&Did, &Person)> = Vec::new();
    let mut blocks = Vec::new();
    for (record, change) in dossier.details_changes() {
        let did = record.signer();
        let last = before.iter().rfind(|(known, _)| *known == did).map(|(_, person)| *person);
        let old = last.or_else(|| dossier.card_of(did).map(|card| &card.person));
        let parts = old.map_or(Vec::new(), |old| differences(t, old, &change.person));
        before.push((did, &change.person));
        let name = visible(old.unwrap_or(&change.person).name());
        let day = date(&change.effective).map_or(String::new(), |day| app.lang.day(day));
        let when = signed(app, record);
        let text = fill(t.me.details_changed, &[&name, &day, &parts.join("; "), &when]);
        blocks.push(Notice::block(Tone::Plain, &text));
    }
    blocks
}

/// Names what differs between two details of one person, with the old and the new.
fn differences(t: &Texts, old: &Person, new: &Person) -> Vec<String> {
    let (old, new) = (details_by_label(t, old), details_by_label(t, new));
    let pairs = old.into_iter().zip(new).filter(|((_, old), (_, new))| old != new);
    let said =
        |text: Option<String>| text.map_or_else(|| own(t.stage.none), |text| ["“", &text, "”"].concat());
    pairs.map(|((label, old), (_, new))| fill(t.me.details_part, &[label, &said(old), &said(new)])).collect()
}

/// Gives the details of a person by name, as far as they are known.
pub fn facts(t: &Texts, person: &Person) -> Vec<(String, String)> {
    let given = |(label, text): (&str, Option<String>)| text.map(|text| (label.to_string(), text));
    details_by_label(t, person).into_iter().filter_map(given).collect()
}

fn details_by_label<'t>(t: &'t Texts, person: &Person) -> [(&'t str, Option<String>); 6] {
    let text = |text: &str| names::visible(text);
    [
        (t.setup.name, Some(text(person.name()))),
        (t.setup.office, Some(text(person.office()))),
        (t.setup.school, Some(text(person.school()))),
        (t.setup.nip, person.nip().map(grouped_nip)),
        (t.setup.nuptk, person.nuptk().map(text)),
        (t.setup.npsn, person.npsn().map(text)),
    ]
}

/// Gives what is said about the backup of the key, with the way to make and to check it.
pub fn backup(app: &App, t: &'static Texts) -> Vec<Block> {
    let state = app.library.me.as_ref().map_or(Backup::None, |me| me.backup);
    // Whoever is just making a key has lost nothing yet and is not frightened.
    let is_new = app.page.route == Route::Setup;
    let (tone, text) = match state {
        Backup::None => (Tone::Warn, t.me.backup_none),
        Backup::Unchecked if is_new => (Tone::Plain, t.me.backup_unchecked),
        Backup::Unchecked => (Tone::Warn, t.me.backup_unchecked),
        Backup::Checked => (Tone::Good, t.me.backup_checked),
    };
    let mut blocks = Vec::new();
    if state != Backup::None || !is_new {
        blocks.push(Notice::block(tone, text));
    }
    if app.setup.wrong_backup {
        blocks.push(Notice::block(Tone::Bad, t.me.backup_wrong));
    }
    let save = Button::main(t.me.save_backup, Press::Backup(backup::Press::SaveAll)).named("save-backup");
    let weight = |is_next| if is_next { Weight::Main } else { Weight::Quiet };
    let save = Block::Buttons(vec![Button { weight: weight(state == Backup::None), ..save }]);
    let place = arrivals::place(t, t.me.check_backup, weight(state == Backup::Unchecked));
    let check = Block::Receive(place);
    match state {
        Backup::None => blocks.push(save),
        Backup::Unchecked => blocks.extend([check, save]),
        // All is done; only the page of the person still offers it.
        Backup::Checked if is_new => {}
        Backup::Checked => blocks.push(Block::folded(t.me.backup_again, vec![save, check])),
    }
    blocks
}

/// Gives the inputs that stand for the details of a person.
pub(crate) fn person_inputs(app: &App, t: &'static Texts) -> Vec<Input> {
    let input = &app.setup.input;
    let line = |name: &str, label: &str, hint: &str, value: &str| {
        let mut input = Input::line(name, label, value);
        input.hint = hint.to_string();
        input
    };
    let mut inputs = vec![
        line("name", t.setup.name, t.setup.name_hint, &input.name),
        line("office", t.setup.office, t.setup.office_hint, &input.office),
        line("school", t.setup.school, "", &input.school),
        line("nip", t.setup.nip, t.setup.nip_hint, &input.nip),
        line("nuptk", t.setup.nuptk, t.setup.nuptk_hint, &input.nuptk),
        line("npsn", t.setup.npsn, t.setup.npsn_hint, &input.npsn),
    ];
    for input in &mut inputs[3..] {
        input.optional = true;
        input.numeric = true;
    }
    inputs[0].autocomplete = "name";
    inputs
}

/// Says whether the person of this app had dossiers, of which none is here: their key came back, and the other side
/// has the rest.
pub fn has_dossiers_elsewhere(app: &App) -> bool {
    let came_back = app.library.me.as_ref().is_some_and(|me| me.came_back);
    came_back && app.library.dossiers.is_empty() && app.library.archived.is_empty()
}
