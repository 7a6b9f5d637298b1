//! Files that come in. Content decides, not the name; a refused file changes nothing, and each
//! outcome has words of its own.
//!
//! `queue` takes them one step at a time, `around` is what stands around a file of Paraf when it comes by other ways than its own, `zip` one of
//! them, and `take` what the file brings.

mod around;
mod queue;
mod take;
mod zip;

pub use queue::{Progress, Queue, go_on, stop, take_answers};
pub use take::{keep_both, take_all};
pub use zip::ZipFault;

use crate::app::backup::Trial;
use crate::app::context::Context;
use crate::app::effect::{Effect, Effects};
use crate::app::picked::Unread;
use crate::app::profile::lock::Profile;
use crate::app::profile::setup::Setup;
use crate::app::route::Route;
use crate::app::rules;
use crate::seal::bundle::{Bundle, FileFault, Parcel, Verified};
use crate::seal::canonical::Hash;
use crate::seal::key::Did;
use crate::seal::strict::{self, ParseFault};

/// The most arrivals without anything to note that are listed; more are only counted.
const LISTED: usize = 50;
/// The id of the field for text that is pasted.
pub const PASTED: &str = "pasted";

/// What came in while the page is open.
#[derive(Debug, Default)]
pub struct Import {
    /// The files that are listed, the newest first.
    pub arrivals: Vec<Arrival>,
    /// How many of them are not listed any more.
    pub counted: Counted,
    /// The files that wait to be taken in.
    pub queue: Queue,
    /// How many files were not taken in, because the page was locked or let go before.
    pub cut: usize,
    /// Whether files came in on a page that has no place to tell it.
    pub has_arrived: bool,
}

/// What a file may be for beside the library.
#[derive(Debug)]
pub struct Beside<'a> {
    /// The first visit, which takes a backup of the own key.
    pub setup: &'a mut Setup,
    /// The page of backups, on which a file is only looked at.
    pub trial: &'a mut Trial,
    /// The page on which the files were given.
    pub page: Route,
    /// The people who have a profile on this device.
    pub profiles: &'a [Profile],
    /// Whether the storage is full, so that nothing new is taken in.
    pub is_full: bool,
}

/// What became of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The name of the file, shown but never trusted; `None` for text that was pasted.
    pub name: Option<String>,
    /// The outcome.
    pub verdict: Verdict,
    /// The dossier that it belongs to.
    pub dossier: Option<Hash>,
    /// The person to meet next, when the file brought somebody new.
    pub meet: Option<Did>,
    /// The rule pack that it holds.
    pub rules: Option<Hash>,
    /// Whether it brought another key of a side.
    pub is_new_key: bool,
    /// Whether it brought a signature of a key that was replaced, unknown to whoever replaced it.
    pub is_doubtful: bool,
    /// The second dossier of the same people and period that it would begin, until the person says so.
    pub held: Option<Box<Bundle>>,
}

impl Arrival {
    fn of(name: Option<&str>, verdict: Verdict) -> Arrival {
        let (dossier, meet, rules, held) = (None, None, None, None);
        let (name, is_new_key, is_doubtful) = (name.map(str::to_string), false, false);
        Arrival { name, verdict, dossier, meet, rules, is_new_key, is_doubtful, held }
    }

    /// Says whether all went well and there is nothing to note.
    fn is_plain(&self) -> bool {
        let is_known = matches!(self.verdict, Verdict::New(_) | Verdict::Same | Verdict::Older);
        is_known && !self.is_new_key && !self.is_doubtful
    }

    /// Says whether nothing of it was used.
    fn is_refused(&self) -> bool {
        use Verdict::{
            CurlyQuotes, Empty, Foreign, NoIdentity, OtherBackup, Refused, UnknownRules, Unread, Zip,
        };
        matches!(
            self.verdict,
            Refused(_)
                | Unread(_)
                | Empty
                | Zip(_)
                | CurlyQuotes
                | NoIdentity
                | UnknownRules
                | Foreign
                | OtherBackup
        )
    }
}

/// The outcome of taking in one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It brought this many new records.
    New(usize),
    /// It would begin a second dossier of the same people and period, and is held back.
    Twin {
        /// Whether it was begun before the one that is here.
        is_first: bool,
    },
    /// It names somebody with another key who may be the person of this app; nothing is kept but who sent it.
    OldKey(String),
    /// It is an archive and brought this many new records; what else it holds was not taken.
    RecordsOnly(usize),
    /// It is an archive and brought no new record; what else it holds was not taken.
    NothingTaken,
    /// It brought records that wait for others which did not arrive: how many are missing.
    Incomplete(usize),
    /// It brought records of a newer version of the import, kept but not counted.
    NewerRecords,
    /// It brought records that do not count, as those of a stranger; none is used.
    Uncounted(usize),
    /// There is no room for what is new in it.
    NoRoom,
    /// All of it was known.
    Same,
    /// All of it was known, and it was written before one that came earlier.
    Older,
    /// It belongs to two other people.
    Foreign,
    /// It brought an invitation.
    Invited,
    /// It is the own invitation.
    OwnInvitation,
    /// It is a key backup of somebody else, or of another key.
    OtherBackup,
    /// There is no person in this app yet.
    NoIdentity,
    /// It holds a rule pack.
    Rules {
        /// Whether it is at hand already.
        is_known: bool,
    },
    /// Its rules are not in this version of the app.
    UnknownRules,
    /// It could not be read at all.
    Unread(Unread),
    /// There is nothing in it.
    Empty,
    /// It is an archive of files, from which none was taken.
    Zip(ZipFault),
    /// The quotation marks of its text were replaced by typographic ones, so that what was signed is lost.
    CurlyQuotes,
    /// It was refused.
    Refused(FileFault),
}

/// How many files came in that had nothing to note and are not listed any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counted {
    /// Those that brought something new.
    pub new: usize,
    /// Those of which all was known.
    pub known: usize,
}

/// Takes in text that was pasted. It stays in its field when it is refused, so that nobody has to look for it
/// again.
pub fn take_text(import: &mut Import, beside: &mut Beside, text: &str, cx: &mut Context) {
    let came = take_bytes(beside, None, text.as_bytes(), &Verified::default(), cx);
    beside.trial.told = Some(!came.is_empty());
    if !came.iter().any(Arrival::is_refused) {
        cx.effects.push(Effect::Empty(PASTED.to_string()));
    }
    list(import, beside, came, cx);
}

/// Takes nothing in, because the page is locked, and says so.
pub fn refuse_locked(import: &mut Import, effects: &mut Effects) {
    import.has_arrived = true;
    effects.focus("heading");
    effects.render();
}

/// Says whether a file in a folder or an archive was put there by a system and not by a person.
pub fn is_litter(path: &str) -> bool {
    let mut parts = path.split('/');
    let name = parts.next_back().unwrap_or_default();
    let is_hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    is_hidden(name) || parts.any(is_hidden) || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Notes what came in, and leads to where that is told.
fn list(import: &mut Import, beside: &Beside, came: Vec<Arrival>, cx: &mut Context) {
    let is_elsewhere = beside.page != cx.page.route;
    let is_backup = |arrival: &Arrival| arrival.verdict == Verdict::OtherBackup;
    let only_backups = beside.setup.wrong_backup && came.iter().all(is_backup);
    let keep_tells = beside.trial.files == 0;
    match cx.page.route {
        // Whoever went on to another page meanwhile stays there, and is told there.
        _ if is_elsewhere => import.has_arrived |= !came.is_empty(),
        Route::Receive => {}
        // The pages with a place of their own say themselves what became of what belongs there.
        Route::Me | Route::Setup | Route::Backup if came.is_empty() => {}
        Route::Me | Route::Setup if only_backups => {}
        Route::Backup if keep_tells && came.len() == 1 => {}
        Route::Backup if keep_tells => cx.effects.go(Route::Receive),
        // What was pasted there stays there.
        Route::Me | Route::Setup | Route::Backup => import.has_arrived = true,
        _ if cx.library.me.is_none() => import.has_arrived = !came.is_empty(),
        _ if came.is_empty() => cx.effects.go(Route::Me),
        _ => cx.effects.go(Route::Receive),
    }
    let fresh = came.len();
    for arrival in came {
        import.arrivals.insert(0, arrival);
    }
    count_plain(import, fresh);
    if !is_elsewhere {
        cx.effects.focus("arrivals");
    }
    cx.effects.render();
}

/// Counts what has nothing to note instead of listing it, when that becomes much; what came in just now is
/// listed if it is little. Whatever there is to note stays.
fn count_plain(import: &mut Import, fresh: usize) {
    if import.arrivals.iter().filter(|arrival| arrival.is_plain()).count() <= LISTED {
        return;
    }
    let listed = if fresh > LISTED { 0 } else { fresh };
    for arrival in import.arrivals.split_off(listed) {
        match arrival.verdict {
            _ if !arrival.is_plain() => import.arrivals.push(arrival),
            Verdict::New(_) => import.counted.new += 1,
            _ => import.counted.known += 1,
        }
    }
}

fn take_bytes(
    beside: &mut Beside,
    name: Option<&str>,
    bytes: &[u8],
    verified: &Verified,
    cx: &mut Context,
) -> Vec<Arrival> {
    let done = |verdict| Arrival::of(name, verdict);
    let bytes = around::in_utf8(bytes);
    let text = strict::text(&bytes).unwrap_or_default();
    match Parcel::read_knowing(&bytes, verified) {
        Err(FileFault::Parse(ParseFault::NotJson)) => {
            let inside = around::files_in(text);
            if inside.is_empty() {
                return vec![done(match text {
                    _ if around::is_blank(text) => Verdict::Empty,
                    _ if around::has_curly_quotes(text) => Verdict::CurlyQuotes,
                    _ => Verdict::Refused(FileFault::Parse(ParseFault::NotJson)),
                })];
            }
            let take = |text: &&str| {
                take_read(beside, Parcel::read_knowing(text.as_bytes(), verified), text, &done, cx)
            };
            inside.iter().filter_map(take).collect()
        }
        read => take_read(beside, read, text, &done, cx).into_iter().collect(),
    }
}

fn take_read(
    beside: &mut Beside,
    read: Result<Parcel, FileFault>,
    text: &str,
    done: &impl Fn(Verdict) -> Arrival,
    cx: &mut Context,
) -> Option<Arrival> {
    match read {
        Ok(parcel) => take::take_parcel(beside, parcel, done, cx),
        Err(FileFault::Parse(ParseFault::TooLarge)) => Some(done(Verdict::Unread(Unread::TooLarge))),
        Err(FileFault::NotParaf) => Some(match rules::offer(cx.library, text) {
            Some((hash, is_known)) => Arrival { rules: Some(hash), ..done(Verdict::Rules { is_known }) },
            None => done(Verdict::Refused(FileFault::NotParaf)),
        }),
        Err(fault) => Some(done(Verdict::Refused(fault))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::App;
    use crate::app::effect::Effects;
    use crate::lang::Lang;
    use crate::screens::block::Tone;
    use crate::screens::parts::arrivals;
    use proptest::prelude::*;

    fn arrival(kind: usize, is_new_key: bool) -> Arrival {
        let (id, file) =
            (Hash::of_bytes(b"x"), Bundle { dossier: Hash::of_bytes(b"y"), records: vec![], handoff: None });
        let of = |verdict| Arrival::of(Some("x.json"), verdict);
        match kind {
            0 | 1 => Arrival { dossier: Some(id), is_new_key, ..of(Verdict::New(2)) },
            2 | 3 => Arrival { dossier: Some(id), is_new_key, ..of(Verdict::Same) },
            4 => Arrival { dossier: Some(id), is_new_key, ..of(Verdict::Older) },
            5 => Arrival {
                dossier: Some(id),
                held: Some(Box::new(file)),
                ..of(Verdict::Twin { is_first: true })
            },
            6 => of(Verdict::OldKey("Sri".into())),
            7 => of(Verdict::Refused(FileFault::NotParaf)),
            8 => of(Verdict::Incomplete(1)),
            9 => of(Verdict::Invited),
            _ => of(Verdict::CurlyQuotes),
        }
    }

    fn note(app: &mut App, came: Vec<Arrival>) {
        let mut effects = Effects::default();
        let (import, beside, mut cx) = app.parts_for_files(&mut effects);
        list(import, &beside, came, &mut cx);
    }

    fn warnings(app: &App) -> usize {
        let told = arrivals::arrivals(app, app.lang.texts());
        told.iter().filter(|arrival| matches!(arrival.tone, Tone::Warn | Tone::Bad)).count()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn no_warning_is_dropped_and_each_other_file_is_listed_or_counted(
            batches in prop::collection::vec(prop::collection::vec((0usize..11, any::<bool>()), 0..90), 0..6),
        ) {
            let (mut app, mut wanted, mut all) = (App::new(Lang::Id), 0, 0);
            for batch in batches {
                for (kind, is_new_key) in &batch {
                    let mut alone = App::new(Lang::Id);
                    note(&mut alone, vec![arrival(*kind, *is_new_key)]);
                    wanted += warnings(&alone);
                }
                all += batch.len();
                let came = batch.into_iter().map(|(kind, is_new_key)| arrival(kind, is_new_key)).collect();
                note(&mut app, came);
                prop_assert_eq!(warnings(&app), wanted);
                prop_assert_eq!(app.import.arrivals.len() + app.import.counted.new + app.import.counted.known, all);
                prop_assert!(app.import.arrivals.iter().filter(|arrival| arrival.is_plain()).count() <= LISTED);
            }
        }
    }
}
