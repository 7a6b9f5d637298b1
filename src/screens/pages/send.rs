//! The page from which a file goes to the other side: one button, the other ways, and the question whether it was sent.

use crate::app::App;
use crate::app::duties::summarize::summarize;
use crate::app::library::summary::Summary;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::sending::{self, Answer, Invited, Label, Way, What};
use crate::app::task::Ask;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::block::{self, Block, Button, Link, Notice, Now, Tone, WaitsFor, Weight};
use crate::screens::parts::names::{named, of_employee};
use crate::screens::parts::package;
use crate::screens::parts::thread;
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;

/// What is sent, with its words, to whom.
struct Package {
    what: What,
    label: Label,
    to: String,
    from: Option<Party>,
}

/// Gives the page from which a dossier is sent.
pub fn screen(app: &App, t: &'static Texts, id: &Hash) -> Screen {
    let Some(dossier) = app.library.dossiers.get(id).filter(|dossier| dossier.genesis().is_some()) else {
        return unknown(t);
    };
    let summary = summarize(&app.library, dossier);
    let to = named(app, summary.addressee());
    let mut screen = Screen::new(&fill(t.sending.heading, &[&to])).back(&Route::Dossier(*id), t.dossier.back);
    screen.lead = about(app, t, id, &summary);
    if app.work.sending.is_sent() {
        screen.heading = own(t.sending.sent);
        screen.blocks.push(Notice::block(Tone::Good, &fill(t.sending.sent_lead, &[&to])));
        let mut now = thread::now(app, t, *id, &summary);
        // It was sent just now.
        now.buttons.retain(|button| button.label != t.turn.send_again);
        screen.blocks.push(Block::Now(now));
        screen.blocks.extend(comes_back(t, &summary, &to));
        let undo = Press::Sending(sending::Press::NotSent(*id));
        let buttons = vec![
            Button::open_quiet(t.sending.go_home, Route::Home.to_hash()),
            Button::quiet(t.sending.undo, undo).named("not-sent"),
        ];
        screen.blocks.push(Block::Buttons(buttons));
        return screen;
    }
    let (what, label) = (What::Dossier(*id), package::of_dossier(app, t, id, &summary));
    let package = Package { what, label, to, from: summary.side };
    screen.blocks.extend(answer(app, t, Some(*id)));
    if app.library.ledgers.get(id).is_some_and(|ledger| ledger.is_handed_out) {
        screen.blocks.push(question(app, t, *id, &package));
        screen.blocks.extend(message(t, t.sending.message_beside, &package));
        let again = ways(app, t, &package).into_iter().chain(other_ways(app, t, &package));
        screen.blocks.push(Block::folded(t.sending.again, again.collect()));
    } else {
        screen.blocks.push(Block::text(t.sending.all_in_one));
        screen.blocks.extend(offered(app, t, &package));
        screen.blocks.extend(ahead(t, id, &summary).into_iter().flatten());
        screen.blocks.extend(comes_back(t, &summary, &package.to));
    }
    screen
}

/// Says what comes back, where the other side has something to do.
fn comes_back(t: &Texts, dossier: &Summary, to: &str) -> Option<Block> {
    let waits = matches!(dossier.ask, Ask::Send(_) | Ask::Wait(_) | Ask::WaitForDelegate(_));
    (waits && dossier.closed.is_none()).then(|| Block::Text(fill(t.sending.comes_back, &[to])))
}

/// Offers to write the next stage first, so that both go in one file.
fn ahead(t: &Texts, id: &Hash, dossier: &Summary) -> Option<[Block; 2]> {
    let stage = thread::next_ahead(dossier)?;
    let label = fill(t.turn.ahead_too, &[t.stage_name(stage)]);
    let button = Button::open_quiet(&label, Route::Form(*id, stage).to_hash());
    Some([Block::text(t.sending.ahead), Block::Buttons(vec![button])])
}

/// Gives what stands on the page of inviting once the invitation is signed.
pub fn invited(app: &App, t: &'static Texts, invited: &Invited) -> Screen {
    let mut screen = Screen::new(t.sending.invited).back(&Route::Home, t.frame.home);
    screen.lead = fill(t.sending.invited_lead, &[&invited.period]);
    let label = package::of_invitation(app, t, invited);
    let (what, to, from) = (What::Invitation, own(t.sending.whoever), Some(invited.party));
    let package = Package { what, label, to, from };
    screen.blocks.extend(answer(app, t, None));
    let out = match app.work.sending.answer {
        Some((Way::Save, Answer::Done)) => Some(t.sending.invited_save),
        Some((Way::Share | Way::Copy, Answer::Done)) => Some(t.sending.invited_out),
        _ => None,
    };
    screen.blocks.extend(out.map(|text| Notice::block(Tone::Good, text)));
    if invited.party == Party::Superior {
        screen.blocks.push(Block::text(t.sending.invited_all));
    }
    screen.blocks.extend(offered(app, t, &package));
    screen.blocks.push(Block::text(t.sending.invited_back));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Receive, t.home.take_in)]));
    screen
}

/// Names the person, the stage and the period.
fn about(app: &App, t: &Texts, id: &Hash, dossier: &Summary) -> String {
    let period = dossier.terms.as_ref().map_or("", |terms| &terms.period);
    of_employee(app, dossier, &package::about(app, t, id, period))
}

/// Says what the device could not do, or did beside handing the file out. Some devices say that nothing was chosen
/// although the file went.
fn answer(app: &App, t: &Texts, id: Option<Hash>) -> Option<Block> {
    let answer = app.work.sending.answer?;
    let (tone, text) = match answer {
        (_, Answer::Cancelled) => (Tone::Plain, t.sending.cancelled),
        (Way::CopyMessage, Answer::Done) => (Tone::Good, t.sending.message_copied),
        (_, Answer::Done) => return None,
        (Way::Share, Answer::Failed) => (Tone::Warn, t.sending.share_failed),
        (_, Answer::Failed) => (Tone::Warn, t.sending.copy_failed),
    };
    let sent = |id| Button::quiet(t.sending.yes, Press::Sending(sending::Press::Sent(id)));
    let button = id.filter(|_| answer.1 == Answer::Cancelled).map(sent);
    Some(Block::Notice(Notice { tone, text: own(text), button, link: None }))
}

/// Asks whether the file was sent, with what to do for it.
fn question(app: &App, t: &Texts, id: Hash, package: &Package) -> Block {
    let how = match app.work.sending.answer {
        Some((Way::Save, _)) => t.sending.asked_save,
        Some((Way::Copy, _)) => t.sending.asked_copy,
        _ => t.sending.asked_share,
    };
    let press = |press| Press::Sending(press);
    Block::Now(Now {
        about: String::new(),
        sign: None,
        halves: None,
        what: own(t.sending.asked),
        whose: fill(how, &[&package.to]),
        by_when: String::new(),
        is_late: false,
        waits_for: WaitsFor::Me,
        buttons: vec![
            Button::main(t.sending.yes, press(sending::Press::Sent(id))).named("sent"),
            Button::quiet(t.sending.not_yet, press(sending::Press::NotSent(id))).named("not-sent"),
        ],
    })
}

/// Offers the best way first, then the message, then the others.
fn offered(app: &App, t: &'static Texts, package: &Package) -> Vec<Block> {
    let mut blocks = ways(app, t, package);
    let heading = if shares(app) { t.sending.message } else { t.sending.message_beside };
    blocks.extend(message(t, heading, package));
    blocks.push(Block::folded(t.sending.other_ways, other_ways(app, t, package)));
    blocks
}

/// Gives the message that goes with the file, with the button that copies it: some apps drop what comes with a file.
fn message(t: &'static Texts, heading: &str, package: &Package) -> [Block; 3] {
    [
        Block::heading(heading),
        Block::Quote(package.label.message.clone()),
        Block::Buttons(vec![button(t.sending.copy_message, Way::CopyMessage, package)]),
    ]
}

/// Says whether the device shares files, as far as is known.
fn shares(app: &App) -> bool {
    app.shares_files && !app.work.sending.cannot_share
}

fn ways(app: &App, t: &'static Texts, package: &Package) -> Vec<Block> {
    let (label, how, way) = match shares(app) {
        true => (t.sending.share, t.sending.share_how, Way::Share),
        false => (t.sending.save, t.sending.save_how, Way::Save),
    };
    let main = Button { weight: Weight::Main, ..button(label, way, package) };
    vec![
        Block::Way(block::Way {
            from: package.from,
            label: t.sending.file,
            file: package.label.file.clone(),
        }),
        Block::Buttons(vec![main.named("hand-out")]),
        Block::Text(fill(how, &[&package.to])),
    ]
}

fn other_ways(app: &App, t: &'static Texts, package: &Package) -> Vec<Block> {
    let mut blocks = Vec::new();
    if shares(app) {
        blocks.push(Block::Buttons(vec![button(t.sending.save, Way::Save, package)]));
        blocks.push(Block::Text(fill(t.sending.save_how, &[&package.to])));
    }
    blocks.push(Block::Buttons(vec![button(t.sending.copy, Way::Copy, package)]));
    blocks.push(Block::text(t.sending.copy_how));
    blocks.push(Block::text(t.sending.save_other));
    blocks
}

fn button(label: &str, way: Way, package: &Package) -> Button {
    let press = sending::Press::HandOut(package.what, way, package.label.clone());
    Button::quiet(label, Press::Sending(press))
}
