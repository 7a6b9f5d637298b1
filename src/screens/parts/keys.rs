//! Keys in words: the replacement code, the passphrase, and what is said wherever a key was replaced.
use crate::app::case::Case;
use crate::app::duties::key_recovery;
use crate::app::duties::offers::is_offered;
use crate::app::effect::VaultFault;
use crate::app::library::people;
use crate::app::library::summary::Summary;
use crate::app::profile::keys::{Change, Press};
use crate::app::route::Route;
use crate::app::{App, message};
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone, Weight};
use crate::screens::parts::apart;
use crate::screens::parts::names::{self, name_of};
use crate::screens::parts::problems::passphrases;
use crate::screens::parts::words::signed;
use crate::screens::screen::Screen;
use crate::seal::canonical::Hash;
use crate::seal::dossier::{Dossier, KeyChange};
use crate::seal::key::Did;
use crate::seal::record::Record;

fn press(press: Press) -> message::Press {
    message::Press::Keys(press)
}

/// Gives the replacement code, while it is kept on this device only.
pub fn code(app: &App, t: &'static Texts) -> Vec<Block> {
    let Some(me) = app.library.me.as_ref().filter(|me| me.card.next.is_some()) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::heading(t.keys.spare)];
    if me.spare.is_none() {
        blocks.push(Notice::block(Tone::Good, t.keys.spare_kept));
        return blocks;
    }
    blocks.push(Block::text(t.keys.spare_lead));
    blocks.extend(shown(app, t));
    blocks
}

/// Gives the code itself with what can be done with it, or the way to see it.
pub fn shown(app: &App, t: &'static Texts) -> Vec<Block> {
    let mut blocks = Vec::new();
    let code = &app.work.keys.code.0;
    if code.is_empty() {
        blocks.push(Notice::block(Tone::Warn, t.keys.spare_waits));
        let show = Button::quiet(t.keys.show, press(Press::Show)).named("show-code");
        blocks.push(Block::Buttons(vec![show]));
        return blocks;
    }
    blocks.push(Block::Code(code.split(' ').map(|group| Some(group.to_string())).collect()));
    blocks.push(Block::Buttons(vec![
        Button::quiet(t.keys.save, press(Press::Save)).named("save-code"),
        Button::quiet(t.keys.print, message::Press::Print),
    ]));
    let button = Some(Button::quiet(t.keys.kept, press(Press::LastBackup)));
    let text = own(t.keys.kept_means);
    blocks.push(Block::Notice(Notice { tone: Tone::Plain, text, button, link: None }));
    blocks
}

/// Gives the change of the passphrase, closed until it is wanted.
pub fn passphrase(app: &App, t: &'static Texts) -> Block {
    let keys = &app.work.keys;
    let lines = [
        ("passphrase-old", t.keys.old, keys.old.0.as_str(), "current-password"),
        ("passphrase", t.keys.new, keys.new.0.as_str(), "new-password"),
        ("repeat", t.keys.again, keys.repeat.0.as_str(), "new-password"),
    ];
    let mut inputs = passphrases(app, t, &lines);
    if keys.change == Change::Fault(VaultFault::Wrong) {
        inputs[0].problem = own(t.keys.old_wrong);
    }
    let busy = keys.change == Change::Busy;
    let label = if busy { t.sign.busy } else { t.keys.passphrase };
    let button = Button { busy, ..Button::quiet(label, press(Press::Change)) };
    let is_shut = matches!(keys.change, Change::None | Change::Done);
    Block::Folded {
        title: own(t.keys.passphrase),
        is_open: !is_shut || !keys.old.0.is_empty() || !app.page.problems.is_empty(),
        blocks: vec![Block::Form(vec![Section::alone("", inputs)]), Block::Buttons(vec![button])],
    }
}

/// Says what came of the change of the passphrase.
pub fn changed(app: &App, t: &Texts) -> Option<Block> {
    let (tone, text) = match app.work.keys.change {
        Change::Done => (Tone::Good, t.keys.passphrase_changed),
        Change::Fault(VaultFault::NotSecure) => (Tone::Bad, t.sign.not_secure),
        // That one stands beside its input.
        Change::None | Change::Busy | Change::Fault(VaultFault::Wrong) => return None,
    };
    Some(Notice::block(tone, text))
}

/// Says how a key was replaced.
pub fn told(app: &App, t: &Texts, dossier: &Dossier, change: &KeyChange) -> String {
    let (name, when) = (name_of(app, dossier, change.from), signed(app, change.record));
    if !change.is_vouched {
        return fill(t.keys.changed_by_code, &[&name, &when]);
    }
    let by = name_of(app, dossier, change.record.signer());
    let text = fill(t.keys.changed_by_word, &[&name, &by, &when]);
    if dossier.is_overruled(change) { [&text, " ", t.keys.overruled].concat() } else { text }
}

/// Says on the page of a dossier, for ever, which keys were replaced, and what is doubtful.
pub fn history(app: &App, t: &Texts, dossier: &Dossier) -> Vec<Block> {
    let mut blocks = Vec::new();
    for change in dossier.key_changes() {
        blocks.push(Notice::block(Tone::Warn, &told(app, t, dossier, &change)));
    }
    blocks.extend(doubt(app, t, dossier).iter().map(|text| Notice::block(Tone::Bad, text)));
    blocks
}

/// Says which signatures of a dossier are doubtful, and asks whoever can know: the person of this app about their own.
fn doubt(app: &App, t: &Texts, dossier: &Dossier) -> Vec<String> {
    let (mut mine, mut theirs) = (String::new(), 0);
    for record in dossier.counted().filter(|record| dossier.is_doubtful(&record.id())) {
        if is_mine(app, dossier, record) {
            let stage = record.stage().map_or("", |stage| t.stage_name(stage));
            mine = apart::with(&mine, &[stage, ", ", &signed(app, record)].concat());
        } else {
            theirs += 1;
        }
    }
    let mut said = Vec::new();
    if !mine.is_empty() {
        said.push(fill(t.keys.doubtful_mine, &[&mine]));
    }
    if theirs > 0 {
        said.push(fill(t.keys.doubtful, &[&theirs.to_string()]));
    }
    said
}

/// Says whether a record was signed by a key of the side that the person of this app has.
fn is_mine(app: &App, dossier: &Dossier, record: &Record) -> bool {
    app.library.my_side(dossier).is_some_and(|side| dossier.had(side, record.signer()))
}

/// Says on the page of a stage that a signature on its sheet is doubtful, and whom to ask.
pub fn doubt_on(app: &App, t: &Texts, dossier: &Dossier, id: &Hash) -> Option<Block> {
    let record = dossier.record(id).filter(|_| dossier.is_doubtful(id))?;
    let is_mine = is_mine(app, dossier, record);
    Some(Notice::block(Tone::Bad, if is_mine { t.keys.sheet_doubtful_mine } else { t.keys.sheet_doubtful }))
}

/// Says beside a signature what became of its key.
pub fn beside(app: &App, t: &Texts, dossier: &Dossier, record: &Record) -> Option<String> {
    let signer = record.signer();
    if dossier.is_doubtful(&record.id()) {
        return Some(own(t.keys.box_doubtful));
    }
    if dossier.replaced(signer).is_some() {
        return Some(own(t.keys.box_old));
    }
    let change = dossier.key_changes().filter(|change| change.to.did == *signer).last()?;
    Some(if change.is_vouched {
        fill(t.keys.box_by_word, &[&name_of(app, dossier, change.record.signer())])
    } else {
        own(t.keys.box_by_code)
    })
}

/// Says what came with a file, when a key was replaced in it.
pub fn arrived(app: &App, t: &Texts, dossier: &Hash) -> Option<String> {
    let dossier = app.library.dossiers.get(dossier)?;
    let told: Vec<String> = dossier.key_changes().map(|change| told(app, t, dossier, &change)).collect();
    Some(told.join(" "))
}

/// Says what is doubtful in a dossier into which a file brought something doubtful.
pub fn doubt_arrived(app: &App, t: &Texts, dossier: &Hash) -> Option<String> {
    Some(doubt(app, t, app.library.dossiers.get(dossier)?).join(" "))
}

/// Says on the page of somebody met that this key was replaced, or takes the place of another, and where
/// it could.
pub fn on_contact(app: &App, t: &'static Texts, did: &Did, screen: &mut Screen) {
    let Some(contact) = app.library.contacts.get(did) else {
        return;
    };
    let mut ways = Vec::new();
    // One with whom a dossier goes on, or who may be somebody that lost a key.
    let concerns = |dossier: &Summary| {
        let other = dossier.other(Party::Superior);
        dossier.marks.has_new_keys
            || dossier.marks.has_new_details
            || other.is_some_and(|other| other.person.may_be(&contact.card.person))
    };
    for dossier in app.library.dossiers.which(concerns) {
        if let Some(change) = dossier.replaced(did) {
            let text = [&told(app, t, dossier, &change), " ", t.keys.contact_old].concat();
            let known = app.library.contacts.contains_key(&change.to.did);
            let link = known.then(|| Link::to(&Route::Contact(change.to.did.clone()), t.keys.contact_new));
            screen.blocks.push(Block::Notice(Notice { tone: Tone::Bad, text, button: None, link }));
        }
        for change in dossier.key_changes().filter(|change| change.to.did == *did) {
            let link = Some(Link::to(&Route::Dossier(dossier.id()), t.keys.open_dossier));
            let text = told(app, t, dossier, &change);
            screen.blocks.push(Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }));
        }
        let is_other = key_recovery::other(&app.library, dossier).is_some_and(|other| {
            key_recovery::is_namesake(&people::newest(&app.library, other), &contact.card)
        });
        if !is_other || dossier.card_of(did).is_some() {
            continue;
        }
        // Nobody is led into a second dossier with somebody who has only lost a key.
        screen.actions.iter_mut().for_each(|action| action.weight = Weight::Quiet);
        if contact.matched.is_none() && ways.is_empty() {
            let text = fill(t.keys.namesake, &[&names::visible(contact.card.person.name())]);
            let button = Some(Button::open_quiet(t.keys.send_old, Route::Send(dossier.id()).to_hash()));
            screen.blocks.push(Block::Notice(Notice { tone: Tone::Warn, text, button, link: None }));
        }
        if is_offered(&app.library, dossier, Case::Key) && contact.matched.is_some() {
            let page = Route::Case(dossier.id(), Case::Key).to_hash();
            ways.push(Button::open(t.keys.vouch, page));
        }
    }
    screen.actions.splice(0..0, ways);
}

/// Gives the name of the person whose key the other side may vouch for.
pub fn of_other(app: &App, dossier: &Dossier) -> String {
    let other = app.library.my_side(dossier).map_or(Party::Superior, Party::other);
    names::pinned_name(app, dossier, other)
}

/// Says what to do when a key is lost.
pub fn ways(t: &Texts) -> [&'static str; 3] {
    [t.keys.way_backup, t.keys.way_code, t.keys.way_word]
}

/// Gives the input for a code on paper.
pub fn code_input(app: &App, t: &'static Texts) -> Section {
    let value = &app.setup.code.0;
    let inputs = vec![Input {
        hint: own(t.keys.code_hint),
        optional: true,
        optional_word: t.form.optional,
        kind: InputKind::Text(String::new()),
        ..Input::line("code", t.keys.code, value)
    }];
    let mut section = Section::alone(t.keys.lost, inputs);
    section.folded = value.is_empty();
    section
}
