//! Files that come in: where they are given, and what became of them.

use crate::app::App;
use crate::app::duties::summarize;
use crate::app::import::{self, Counted, Verdict, ZipFault};
use crate::app::message::Press;
use crate::app::picked::Unread;
use crate::app::route::Route;
use crate::app::task::Ask;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::block::list::{Arrival, Receive};
use crate::screens::block::{Block, Button, Does, Link, Tone, Weight};
use crate::screens::parts::names::{named, pinned_name, visible};
use crate::screens::parts::thread::now;
use crate::screens::parts::words::stage_and_period;
use crate::screens::parts::{apart, keys};
use crate::seal::bundle::{Bundle, FileFault};
use crate::seal::canonical::Hash;

/// Gives the place where files are taken in, with the words of its button.
pub fn place(t: &Texts, choose: &str, weight: Weight) -> Receive {
    Receive {
        choose: choose.to_string(),
        drop: own(t.receive.drop),
        paste: own(t.receive.paste),
        take: own(t.receive.take),
        weight,
    }
}

/// Gives what became of files, newest first.
pub fn arrivals(app: &App, t: &'static Texts) -> Vec<Arrival> {
    let listed = app.import.arrivals.iter().map(|arrival| told(app, t, arrival));
    listed.chain(counted(app, t)).collect()
}

/// How many files there are before their numbers stand above them.
const MANY: usize = 5;

/// Counts files, once there are many: what was new, what was here already, and what needs a look.
pub fn tally(app: &App, t: &'static Texts, arrivals: &[Arrival]) -> Option<Block> {
    let Counted { new, known } = app.import.counted;
    let listed = &arrivals[..app.import.arrivals.len().min(arrivals.len())];
    let of = |tones: &[Tone]| listed.iter().filter(|one| tones.contains(&one.tone)).count();
    let (new, known) = (of(&[Tone::Good]) + new, of(&[Tone::Plain]) + known);
    let held = of(&[Tone::Warn, Tone::Bad]);
    let numbers = [
        (Tone::Plain, new, t.receive.tally_new),
        (Tone::Plain, known, t.receive.tally_known),
        (Tone::Warn, held, t.receive.tally_held),
    ];
    let shown = numbers.into_iter().filter(|(_, number, _)| *number > 0);
    let tiles = shown.map(|(tone, number, words)| (tone, number.to_string(), words)).collect();
    (new + known + held >= MANY).then_some(Block::Tally(tiles))
}

/// Sums up what is not listed, because there was nothing to note.
fn counted(app: &App, t: &Texts) -> Option<Arrival> {
    let Counted { new, known } = app.import.counted;
    let numbers = [new + known, new, known].map(|number| number.to_string());
    let what = fill(t.receive.counted, &numbers.each_ref().map(String::as_str));
    let (file, next, more, link, button) = (String::new(), String::new(), None, None, None);
    (new + known > 0).then_some(Arrival { file, tone: Tone::Plain, what, next, more, link, button })
}

fn told(app: &App, t: &'static Texts, arrival: &import::Arrival) -> Arrival {
    let r = &t.receive;
    let count = |text: &str, number: &usize| fill(text, &[&number.to_string()]);
    let (mut tone, mut what, mut next) = match &arrival.verdict {
        Verdict::New(number) => (Tone::Good, count(r.new, number), r.new_next.to_string()),
        Verdict::RecordsOnly(number) => {
            (Tone::Warn, count(r.records_only, number), r.records_only_next.to_string())
        }
        Verdict::NothingTaken => (Tone::Warn, r.nothing_taken.to_string(), r.records_only_next.to_string()),
        Verdict::OldKey(named) => {
            (Tone::Warn, fill(t.keys.old_key, &[&visible(named)]), t.keys.old_key_next.to_string())
        }
        Verdict::Twin { is_first } => {
            let next = if *is_first { r.twin_first } else { r.twin_later };
            (Tone::Warn, twin_of(app, t, arrival), next.to_string())
        }
        Verdict::Incomplete(number) => {
            (Tone::Warn, count(r.incomplete, number), r.incomplete_next.to_string())
        }
        Verdict::NewerRecords => (Tone::Warn, r.newer_records.to_string(), r.newer_next.to_string()),
        Verdict::Uncounted(number) => (Tone::Bad, count(r.uncounted, number), r.uncounted_next.to_string()),
        Verdict::NoRoom => (Tone::Bad, r.no_room.to_string(), r.no_room_next.to_string()),
        Verdict::Same => (Tone::Plain, r.same.to_string(), r.same_next.to_string()),
        Verdict::Older => (Tone::Plain, r.older.to_string(), r.older_next.to_string()),
        Verdict::Foreign => (Tone::Bad, r.foreign.to_string(), r.foreign_next.to_string()),
        Verdict::Invited => (Tone::Good, r.invited.to_string(), r.invited_next.to_string()),
        Verdict::OwnInvitation => {
            (Tone::Plain, r.own_invitation.to_string(), r.own_invitation_next.to_string())
        }
        Verdict::OtherBackup => (Tone::Bad, r.other_backup.to_string(), r.other_backup_next.to_string()),
        Verdict::NoIdentity => (Tone::Warn, r.no_identity.to_string(), r.no_identity_next.to_string()),
        Verdict::UnknownRules => (Tone::Warn, r.unknown_rules.to_string(), r.unknown_rules_next.to_string()),
        Verdict::Rules { is_known: true } => (Tone::Plain, r.rules_known.to_string(), String::new()),
        Verdict::Rules { is_known: false } => (Tone::Warn, r.rules.to_string(), r.rules_next.to_string()),
        Verdict::Unread(fault) => {
            let (what, next) = match fault {
                Unread::TooLarge => (r.too_large, r.ask_again),
                Unread::Failed => (r.unread, r.unread_next),
                Unread::EmptyFolder => (r.empty_folder, r.folder_next),
                Unread::LargeFolder => (r.large_folder, r.folder_next),
            };
            (Tone::Bad, what.to_string(), next.to_string())
        }
        Verdict::Empty => (Tone::Bad, r.empty.to_string(), r.empty_next.to_string()),
        Verdict::Zip(fault) => {
            let (what, next) = match fault {
                ZipFault::Closed => (r.zip_closed, r.zip_next),
                ZipFault::TooMuch => (r.zip_too_much, r.zip_next),
                ZipFault::NothingOfParaf => (r.zip_other, r.ask_again),
            };
            (Tone::Bad, what.to_string(), next.to_string())
        }
        Verdict::CurlyQuotes => (Tone::Bad, r.curly_quotes.to_string(), r.as_a_file.to_string()),
        Verdict::Refused(fault) => {
            let what = match fault {
                FileFault::Parse(fault) => t.parse_fault(*fault).to_string(),
                FileFault::NotParaf => r.not_paraf.to_string(),
                FileFault::Newer => r.newer.to_string(),
                FileFault::Record(index, _) => count(r.forged, &(index + 1)),
                FileFault::Letter(_) => r.forged_letter.to_string(),
                FileFault::TooMany => r.too_many.to_string(),
                FileFault::Mixed => r.mixed.to_string(),
            };
            let next = match fault {
                FileFault::Newer => r.newer_next,
                // What a chat did to a text it does again.
                _ if arrival.name.is_none() => r.as_a_file,
                _ => r.ask_again,
            };
            (Tone::Bad, what, next.to_string())
        }
    };
    if let Some(changed) = arrival.dossier.filter(|_| arrival.is_new_key) {
        let told = keys::arrived(app, t, &changed).unwrap_or_default();
        // Who signs is known before anything else is looked at.
        if matches!(arrival.verdict, Verdict::New(_)) {
            next = own(t.keys.arrived_next);
        } else {
            next = [t.keys.arrived_next, " ", &next].concat();
        }
        (tone, what) = (Tone::Warn, [&told, " ", &what].concat());
    }
    if let Some(id) = arrival.dossier.filter(|_| arrival.is_doubtful) {
        let doubt = keys::doubt_arrived(app, t, &id).unwrap_or_default();
        tone = Tone::Warn;
        next = if arrival.is_new_key { [&next, " ", &doubt].concat() } else { doubt };
    }
    let meet = arrival.meet.as_ref().map(|did| Link::to(&Route::Contact(did.clone()), r.meet));
    let rules = arrival.rules.map(|hash| Link::to(&Route::Rules(hash), r.rules_open));
    let news = arrival.dossier.filter(|_| matches!(arrival.verdict, Verdict::New(_)));
    let news = news.and_then(|id| news_of(app, t, id));
    let mut more = None;
    let mut open = arrival.dossier.map(|id| Link::to(&Route::Dossier(id), r.open));
    if let Some((told, link)) = news.filter(|_| !arrival.is_new_key && !arrival.is_doubtful) {
        // How many records there were is seldom asked.
        more = Some((t.stage.more, std::mem::replace(&mut what, told)));
        next = String::new();
        open = link.or(open);
    }
    let keep = |held: &Bundle| Button::quiet(r.twin_keep, Press::KeepBoth(held.dossier));
    let button = arrival.held.as_deref().map(keep);
    let file = arrival.name.as_ref().map_or(own(r.pasted), |name| visible(name));
    let file = apart::with(&file, &apart::name(app, t, arrival.dossier));
    Arrival { file, tone, what, next, more, link: meet.or(open).or(rules), button }
}

/// Says whose dossier moved, where it stands and whose turn it is, with the link to just that.
fn news_of(app: &App, t: &'static Texts, id: Hash) -> Option<(String, Option<Link>)> {
    let dossier = summarize::summary(&app.library, &id)?;
    let period = &dossier.terms.as_ref()?.period;
    let about = stage_and_period(t, dossier.ask.stage(), period);
    let who = match dossier.side {
        Some(_) => dossier.other(Party::Superior),
        None => dossier.somebody(Party::Employee),
    };
    let (name, other) = (named(app, who), named(app, dossier.addressee()));
    let r = &t.receive;
    let told = match dossier.ask {
        Ask::Done => fill(r.came_done, &[&name, &about]),
        Ask::Closed => fill(r.came_closed, &[&name, &about]),
        Ask::Beside | Ask::Replaced | Ask::Incomplete | Ask::NeedsRules | Ask::NeedsNewerApp => return None,
        Ask::Wait(_) | Ask::WaitForDelegate(_) => fill(r.came_theirs, &[&name, &about, &other]),
        _ => fill(r.came_mine, &[&name, &about]),
    };
    let button = now(app, t, id, &dossier).buttons.into_iter().next().filter(|_| dossier.ask.is_mine());
    let link = button.and_then(|button| match button.does {
        Does::Open(href) => Some(Link { href, label: button.label }),
        Does::Press(_) => None,
    });
    Some((told, link))
}

/// Says with whom and for which period there is a dossier already.
fn twin_of(app: &App, t: &Texts, arrival: &import::Arrival) -> String {
    let Some(dossier) = arrival.dossier.and_then(|id| app.library.dossiers.get(&id)) else {
        return String::new();
    };
    let other = app.library.my_side(dossier).map_or(Party::Superior, Party::other);
    let period = dossier.genesis().map_or("", |genesis| &genesis.period);
    fill(t.receive.twin, &[&visible(period), &pinned_name(app, dossier, other)])
}
