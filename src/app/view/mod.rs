//! Screens as plain data, in the words of the person who reads them. A component only draws these.
//!
//! A screen is a heading, blocks and actions; [`block`] lists the kinds of blocks. One file for each
//! page says what stands on it.

mod advice;
pub mod aid;
pub mod apart;
pub mod block;
pub mod cases;
pub mod choosing;
pub mod contact;
pub mod crossed;
pub mod dossier;
mod due;
pub mod form;
pub mod help;
pub mod home;
pub mod keep;
pub mod keys;
mod late;
pub mod people;
pub mod question;
pub mod receive;
pub mod remarks;
pub mod rules;
pub mod setup;
pub mod sheet;
pub mod sheets;
pub mod sign;
pub mod stage;
mod window;

use super::lock;
use super::message::Press;
use super::moment::Moment;
use super::route::Route;
use super::rules::waits;
use super::signing::details;
use super::store::Backup;
use super::window::Window;
use super::writing::{self, Saved};
use super::{App, Health};
use crate::domain::stage::Stage;
use crate::lang::{Lang, Texts, fill, own};
use crate::seal::record::Record;
use block::form::{Dialog, Input};
use block::{Block, Button, Notice, Tone};

/// Everything that one page shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Screen {
    /// Distinguishes pages whose inputs must not be mixed up; the page is built anew when it changes.
    pub key: String,
    /// The title of the window.
    pub title: String,
    /// Where the link above the heading leads, and its words.
    pub back: Option<Link>,
    /// The heading.
    pub heading: String,
    /// One sentence below the heading.
    pub lead: String,
    /// The content, from top to bottom.
    pub blocks: Vec<Block>,
    /// The buttons in the bar at the foot; the first is the main one.
    pub actions: Vec<Button>,
    /// The thread of stages beside the content.
    pub thread: Vec<block::list::Knot>,
    /// "Stage 2 of 7 · Preparation", which opens the thread on a phone; empty on other pages.
    pub place: String,
    /// Hints in the margin beside the content.
    pub margin: Vec<Block>,
    /// The question that has to be answered first.
    pub dialog: Option<Dialog>,
    /// Whether inputs follow, so that the save line is shown.
    pub saves: bool,
    /// What stands at the top of every page.
    pub frame: Frame,
}

/// The frame around every page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The language, as a code for the page.
    pub lang: &'static str,
    /// The links at the top; the one that is open is marked.
    pub links: Vec<(Link, bool)>,
    /// Who is in, where several people share the device, and the button to somebody else.
    pub who: Option<(String, Button)>,
    /// The other language, and the button to it.
    pub language: Button,
    /// The code of the other language, in which the words of its button are.
    pub other_lang: &'static str,
    /// Warnings that stay until their reason is gone.
    pub notices: Vec<Notice>,
    /// The words that jump over the frame.
    pub skip: &'static str,
    /// The name of the list of links.
    pub menu: &'static str,
    /// The line at the foot of every page.
    pub foot: &'static str,
    /// How fresh the complete backup is; leads to the page of keeping.
    pub kept: Option<Link>,
}

/// A link within the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The words.
    pub label: String,
}

/// Whether typing is saved, in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SaveLine {
    /// The words; empty when there is nothing to say.
    pub text: String,
    /// How it is drawn.
    pub tone: Tone,
}

/// Gives the screen that belongs to the state.
pub fn screen(app: &App) -> Screen {
    let t = app.lang.texts();
    let mut screen = match &app.route {
        _ if matches!(app.window, Window::Waiting | Window::TakingOver) => window::screen(app, t),
        _ if !app.started => Screen::new(t.frame.loading),
        _ if app.lock.is_locked => keep::locked(app, t),
        Route::Setup => setup::screen(app, t),
        Route::Help => help::screen(app, t),
        Route::Home | Route::Receive | Route::Unknown if app.me.is_none() => home::welcome(app, t),
        Route::Receive => receive::screen(app, t),
        _ if app.me.is_none() => home::welcome(app, t),
        _ if waits(app) => rules::waiting(app, t),
        Route::Home => home::screen(app, t),
        Route::Invite => people::invite(app, t),
        Route::Me => people::me(app, t),
        Route::Details => people::details(app, t),
        Route::Keep => keep::screen(app, t),
        Route::Aside => keep::aside(app, t),
        Route::Contact(did) => contact::screen(app, t, did),
        Route::Dossier(id) => dossier::screen(app, t, id),
        Route::Sheets(id) => sheets::screen(app, t, id),
        Route::Stage(id, stage) => stage::screen(app, t, id, *stage),
        Route::Form(id, stage) => form::screen(app, t, id, *stage),
        Route::Check(id, stage) => stage::check(app, t, id, *stage),
        Route::Version(id, stage, version) => stage::version(app, t, id, *stage, version),
        Route::Case(id, case) => cases::screen(app, t, id, *case),
        Route::Rules(hash) => rules::screen(app, t, hash),
        Route::Unknown => unknown(t),
    };
    screen.key = [&app.route.to_hash(), app.lang.code(), &app.layout.to_string()].join(" ");
    if let Some(stage) = app.route.stage().filter(|_| !screen.thread.is_empty()) {
        let number = |number: usize| number.to_string();
        let (place, all) = (number(stage.number()), number(Stage::ALL.len()));
        screen.place = fill(t.dossier.stage_of, &[&place, &all]);
    }
    if app.page.refused {
        screen.blocks.insert(0, Notice::block(Tone::Bad, t.sign.refused));
    }
    let is_told = screen.blocks.iter().any(|block| matches!(block, Block::Arrivals(_)));
    if app.page.has_arrived && app.lock.is_locked {
        screen.blocks.insert(0, Notice::block(Tone::Warn, t.receive.locked));
    } else if app.page.has_arrived && !is_told {
        screen.blocks.insert(0, Block::Arrivals(receive::arrivals(app, t)));
    }
    // The way back to one of several dossiers says which one it is.
    let id = app.route.dossier();
    let way = id.map(|id| Route::Dossier(id).to_hash());
    if let Some(back) = screen.back.as_mut().filter(|back| Some(&back.href) == way.as_ref()) {
        back.label = apart::with(&back.label, &apart::name(app, t, id));
    }
    screen.dialog = sign::dialog(app, t);
    screen.frame = frame(app, t);
    screen.title = [&screen.heading, " · Paraf"].concat();
    if !app.page.problems.is_empty() {
        screen.title = [t.form.error_title, &screen.title].concat();
    }
    screen
}

impl Screen {
    /// Begins a screen with its heading.
    pub(crate) fn new(heading: &str) -> Screen {
        Screen {
            key: String::new(),
            title: String::new(),
            back: None,
            heading: heading.to_string(),
            lead: String::new(),
            blocks: Vec::new(),
            actions: Vec::new(),
            thread: Vec::new(),
            place: String::new(),
            margin: Vec::new(),
            dialog: None,
            saves: false,
            frame: Frame {
                lang: "id",
                links: Vec::new(),
                who: None,
                language: Button::quiet("", Press::Rescue),
                other_lang: "en",
                notices: Vec::new(),
                skip: "",
                menu: "",
                foot: "",
                kept: None,
            },
        }
    }

    pub(crate) fn lead(mut self, text: &str) -> Screen {
        self.lead = text.to_string();
        self
    }

    pub(crate) fn back(mut self, route: &Route, label: &str) -> Screen {
        self.back = Some(Link::to(route, label));
        self
    }
}

impl Link {
    /// Makes a link to a page.
    pub fn to(route: &Route, label: &str) -> Link {
        Link { href: route.to_hash(), label: label.to_string() }
    }
}

/// Gives the page for an address that does not exist, or no longer.
pub(crate) fn unknown(t: &Texts) -> Screen {
    let mut screen = Screen::new(t.frame.not_found).lead(t.frame.not_found_lead);
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Home, t.frame.home)]));
    screen
}

fn frame(app: &App, t: &'static Texts) -> Frame {
    let waits = matches!(app.window, Window::Waiting | Window::TakingOver);
    let me = app.me.as_ref().filter(|_| !waits);
    let mut links = Vec::new();
    let mut link = |route: Route, label: &str| {
        let open = route == app.route || (route == Route::Home && app.route.dossier().is_some());
        links.push((Link::to(&route, label), open));
    };
    if me.is_some() {
        link(Route::Home, t.frame.home);
        link(Route::Receive, t.frame.receive);
        link(Route::Me, t.frame.me);
    }
    if !waits {
        link(Route::Help, t.frame.help);
    }
    let other = match app.lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    };
    Frame {
        lang: app.lang.code(),
        links,
        who: details::own(app).filter(|_| !waits && lock::people(app) > 1).map(|card| {
            let switch = Button::quiet(t.lock.switch, Press::Lock(lock::Press::Switch)).named("switch");
            (fill(t.lock.is_in, &[&sheet::visible(card.person.name())]), switch)
        }),
        language: Button::quiet(t.frame.other_language, Press::Language(other)),
        other_lang: other.code(),
        notices: if waits { Vec::new() } else { notices(app, t) },
        skip: t.frame.skip,
        menu: t.frame.menu,
        foot: t.frame.foot,
        kept: me
            .filter(|_| app.route != Route::Setup)
            .map(|_| Link::to(&Route::Keep, &keep::freshness(app, t))),
    }
}

fn notices(app: &App, t: &Texts) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut warn = |text: &str, label: &str, press: Option<Press>| {
        let button = press.map(|press| Button::quiet(label, press));
        notices.push(Notice { tone: Tone::Bad, text: text.to_string(), button, link: None });
    };
    match app.stored.health {
        _ if app.is_emptied() => {
            warn(t.frame.storage_emptied, t.frame.store_again, Some(Press::StoreAgain));
            warn(t.frame.emptied_copy, t.frame.rescue, Some(Press::Rescue));
        }
        Health::Good => {}
        Health::Blocked => warn(t.frame.storage_blocked, t.frame.rescue, Some(Press::Rescue)),
        Health::Full if app.has_unsaved() => warn(t.frame.storage_over, t.frame.rescue, Some(Press::Rescue)),
        Health::Full => notices.push(Notice {
            tone: Tone::Bad,
            text: own(t.frame.storage_full),
            button: None,
            link: Some(Link::to(&Route::Keep, t.keep.heading)),
        }),
        Health::Broken => warn(t.frame.storage_broken, t.frame.rescue, Some(Press::Rescue)),
    }
    if !app.aside.is_empty() && app.route != Route::Aside {
        notices.push(Notice {
            tone: Tone::Bad,
            text: fill(t.frame.set_aside, &[&app.aside.len().to_string()]),
            button: None,
            link: Some(Link::to(&Route::Aside, t.keep.aside_open)),
        });
    }
    notices.extend(keep::tight(app, t));
    let unsafe_key = app.me.as_ref().is_some_and(|me| me.backup != Backup::Checked);
    let has_code = app.me.as_ref().is_some_and(|me| me.spare.is_some());
    let elsewhere = app.route != Route::Setup && app.route != Route::Me;
    if unsafe_key && elsewhere {
        notices.push(Notice {
            tone: Tone::Warn,
            text: own(t.frame.no_backup),
            button: None,
            link: Some(Link::to(&Route::Me, t.frame.make_backup)),
        });
    } else if has_code && elsewhere {
        notices.push(Notice {
            tone: Tone::Warn,
            text: own(t.keys.warning),
            button: None,
            link: Some(Link::to(&Route::Me, t.keys.keep)),
        });
    }
    notices
}

/// Gives the save line of the open form.
pub fn save_line(app: &App) -> SaveLine {
    let t = app.lang.texts();
    let (text, tone) = match &app.page.saved {
        Saved::Untouched | Saved::Yes if app.has_unsaved() && writing::open_slot(app).is_some() => {
            (own(t.form.not_saved), Tone::Bad)
        }
        Saved::Untouched => {
            let draft = writing::open_slot(app).and_then(|place| app.drafts.get(&place));
            let since = draft.and_then(|draft| app.now.read(&draft.saved_at));
            let text = since.map(|at| fill(t.form.saved_draft, &[&day_and_time(app, at)]));
            (text.unwrap_or_default(), Tone::Plain)
        }
        Saved::Typing => (own(t.form.saving), Tone::Plain),
        Saved::Yes => (fill(t.form.saved, &[&time(app, app.now)]), Tone::Good),
    };
    SaveLine { text, tone }
}

/// Writes a local time of the day.
pub(crate) fn time(app: &App, moment: Moment) -> String {
    let (_, hour, minute) = moment.local();
    app.lang.time(hour, minute)
}

/// Writes a local day and time.
pub(crate) fn day_and_time(app: &App, moment: Moment) -> String {
    let (day, hour, minute) = moment.local();
    fill(app.lang.texts().frame.day_at_time, &[&app.lang.day(day), &app.lang.time(hour, minute)])
}

/// Writes the day that a letter claims.
pub(crate) fn day(app: &App, stamp: &str) -> String {
    app.now.read(stamp).map_or(stamp.to_string(), |moment| app.lang.day(moment.local().0))
}

/// Writes when a record says it was signed: in the zone in which it was, so that it reads the same for both
/// sides, and with the name of that zone.
pub(crate) fn signed(app: &App, record: &Record) -> String {
    let moment = Moment::of(record);
    [&day_and_time(app, moment), "\u{a0}", &zone_name(app.lang, moment.offset)].concat()
}

/// Names a zone: those of Indonesia by their names, others by their offset.
fn zone_name(lang: Lang, offset: i32) -> String {
    match offset {
        420 => own("WIB"),
        480 => own("WITA"),
        540 => own("WIT"),
        0 => own("UTC"),
        _ => {
            let (sign, minutes) = (if offset < 0 { "−" } else { "+" }, offset.unsigned_abs());
            ["UTC", sign, &lang.time(minutes / 60, minutes % 60)].concat()
        }
    }
}

/// Writes a time that this device noted.
pub(crate) fn stamp(app: &App, stamp: &str) -> String {
    app.now.read(stamp).map_or(stamp.to_string(), |moment| day_and_time(app, moment))
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
    form::put_problems(app, t, &mut inputs);
    inputs
}
