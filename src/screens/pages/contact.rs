//! Meeting the other side: who they are, and the code that both compare.
use crate::app::duties::offers;
use crate::app::library::people::newest;
use crate::app::library::twins;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::{App, pairing};
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, Section, Summary};
use crate::screens::block::{Block, Button, Notice, Phones, Tone, Weight};
use crate::screens::parts::names::{pinned_name, visible};
use crate::screens::parts::offers::hand_over;
use crate::screens::parts::person::{self, facts};
use crate::screens::parts::words::stamp;
use crate::screens::parts::{keys, problems};
use crate::screens::screen::{Screen, unknown};
use crate::seal::key::{Did, pairing_code};
use crate::seal::letter::Invitation;

/// Gives the page of somebody met.
pub fn screen(app: &App, t: &'static Texts, did: &Did) -> Screen {
    let (Some(contact), Some(me)) = (app.library.contacts.get(did), &app.library.me) else {
        return unknown(t);
    };
    let card = newest(&app.library, &contact.card);
    let name = visible(card.person.name());
    let mut screen = Screen::new(&name.clone()).back(&Route::Home, t.frame.home);
    if let Some(invitation) = app.library.invitations.get(did) {
        let text = match invitation.offer.party {
            Party::Employee => t.contact.invites_as_employee,
            Party::Superior => t.contact.invites_as_superior,
        };
        screen.lead = fill(text, &[&name, &invitation.offer.period]);
        let accept = Button::main(t.contact.accept, Press::Pairing(pairing::Press::Accept(did.clone())));
        match first(app, t, invitation, &name) {
            None => screen.actions.push(accept),
            Some((text, button, label)) => {
                screen.blocks.push(Notice::block(Tone::Warn, &text));
                let label = own(label);
                screen.actions.extend([button, Button { weight: Weight::Quiet, label, ..accept }]);
            }
        }
    }
    keys::on_contact(app, t, did, &mut screen);
    screen.blocks.push(Block::Facts(facts(t, &card.person)));
    if let Some(offer) = app.library.invitations.get(did).map(|invitation| &invitation.offer) {
        screen.blocks.push(Block::heading(t.contact.offer));
        screen.blocks.push(Block::Facts(person::about(
            app,
            t,
            (&offer.pack, &offer.pack_hash),
            offer.position,
            offer.is_acting,
        )));
        screen.blocks.extend(problems::summary(app, t));
        screen.blocks.push(Block::Form(vec![person::own_place(app, t)]));
    }
    let code = pairing_code(&me.card.did, did);
    let Some(matched) = &contact.matched else {
        compare(app, t, did, &name, &code, &mut screen);
        return screen;
    };
    screen.blocks.push(Notice::block(Tone::Good, &fill(t.contact.matched, &[&stamp(app, matched)])));
    screen.blocks.push(Block::heading(t.contact.code));
    screen.blocks.push(Block::Code(code.map(Some).to_vec()));
    let next = Press::Pairing(pairing::Press::Later(did.clone()));
    if screen.actions.is_empty() {
        screen.actions.push(Button::main(t.contact.go_on, next));
    }
    screen
}

/// Says what comes before accepting an invitation, with its button and what accepting is called then: the same
/// dossier goes on already, or one that is handed over to whoever invites.
fn first(
    app: &App,
    t: &'static Texts,
    invitation: &Invitation,
    name: &str,
) -> Option<(String, Button, &'static str)> {
    let offer = &invitation.offer;
    let period = visible(&offer.period);
    if let Some(twin) = twins::of_invitation(&app.library, invitation) {
        let open = Button::open(t.contact.twin_open, Route::Dossier(twin.id()).to_hash());
        return Some((fill(t.contact.twin, &[&period, name]), open, t.contact.twin_accept));
    }
    if offer.party != Party::Superior {
        return None;
    }
    if let Some(dossier) = offers::to_hand_over(&app.library, &offer.period) {
        let present = pinned_name(app, dossier, Party::Superior);
        let text = fill(t.contact.successor, &[&period, &present, name]);
        return Some((text, hand_over(t, dossier), t.contact.twin_accept));
    }
    // Whoever is only a superior is nobody's employee, and hands their teachers over.
    let is_only_superior =
        app.library.me.as_ref().is_some_and(|me| !me.as_employee) && !app.library.dossiers.is_empty();
    is_only_superior.then(|| {
        let home = Button::open(t.contact.to_dossiers, Route::Home.to_hash());
        (fill(t.contact.successor_of_me, &[name]), home, t.contact.accept)
    })
}

fn compare(app: &App, t: &'static Texts, did: &Did, name: &str, code: &[String; 6], screen: &mut Screen) {
    let Some(me) = &app.library.me else {
        return;
    };
    let comparison = &app.work.pairing.comparison;
    let asked = comparison.asked(&me.card.did, did);
    screen.blocks.push(Block::heading(t.contact.code));
    screen.blocks.push(Block::Text(fill(t.contact.compare, &[name])));
    if comparison.differs {
        screen.blocks.push(Block::Summary(Summary {
            heading: own(t.contact.differs),
            comfort: own(t.contact.differs_next),
            problems: Vec::new(),
        }));
    }
    let hide = |(index, group): (usize, &String)| (!asked.contains(&index)).then(|| group.clone());
    screen.blocks.push(Block::Phones(Phones {
        code: code.iter().enumerate().map(hide).collect(),
        names: [own(t.sending.my_phone), fill(t.sending.their_phone, &[name])],
    }));
    let input = |index: usize| {
        let label = fill(t.contact.group, &[&(asked[index] + 1).to_string(), name]);
        let id = ["group-", &index.to_string()].concat();
        let mut input = Input::line(&id, &label, &comparison.typed[index]);
        input.numeric = true;
        input
    };
    screen.blocks.push(Block::Form(vec![Section::alone("", vec![input(0), input(1)])]));
    screen.blocks.push(Block::Buttons(vec![
        Button::main(t.contact.check, Press::Pairing(pairing::Press::Compare(did.clone()))).named("compare"),
        Button::quiet(t.contact.later, Press::Pairing(pairing::Press::Later(did.clone()))),
    ]));
    screen.blocks.push(Notice::block(Tone::Plain, t.contact.later_means));
}
