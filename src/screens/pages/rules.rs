//! A rule pack: what it is, what it changes, and taking it over.
use crate::app::changes::words;
use crate::app::library::rule_packs::{self, RulePack};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::{App, rules};
use crate::domain::stage::{Position, Stage};
use crate::lang::{Texts, fill, own};
use crate::rules::diff::differences;
use crate::screens::block::list::Changes;
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::parts::names::visible;
use crate::screens::parts::words::say;
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;

/// The most differences that are listed; more would be another pack and not a correction.
const LISTED: usize = 200;

/// Gives the page of a pack.
pub fn screen(app: &App, t: &'static Texts, hash: &Hash) -> Screen {
    let offered = app.library.offered_rules.as_ref().filter(|book| book.hash == *hash);
    let Some(book) = offered.or_else(|| app.library.rule_packs.by_hash(hash)) else {
        return unknown(t);
    };
    let Some(pack) = book.pack(Position::Teacher) else {
        return unknown(t);
    };
    let title = visible(say(app.lang, &pack.title));
    let mut screen =
        Screen::new(&title).lead(&visible(say(app.lang, &pack.basis))).back(&Route::Me, t.frame.me);
    screen.blocks.push(Block::Facts(vec![
        (own(t.rules.id), visible(&pack.id)),
        (own(t.rules.hash), hash.short()),
        (own(t.rules.from), if book.is_own { t.rules.own } else { t.rules.shipped }.to_string()),
    ]));
    if offered.is_some() {
        screen.blocks.push(Notice::block(Tone::Warn, t.rules.offered));
        screen.actions.push(Button::main(t.rules.take, Press::Rules(rules::Press::Take)).named("take-rules"));
    }
    if let Some((changes, left_out)) = changes(app, t, book) {
        screen.blocks.push(changes);
        if left_out > 0 {
            let text = fill(t.rules.more_changes, &[&app.lang.number(left_out)]);
            screen.blocks.push(Notice::block(Tone::Warn, &text));
        }
    }
    screen.blocks.push(Block::heading(t.rules.calendar));
    let stage = |stage: Stage| {
        let rules = pack.stage(stage);
        let day = |text: &str| crate::domain::date::date(text).map_or(String::new(), |day| app.lang.day(day));
        let days = fill(t.rules.days, &[&day(&rules.from), &day(&rules.until)]);
        let mut parts = vec![own(days.trim()), own(t.confidence(rules.confidence))];
        if rules.is_until_ours() {
            parts.insert(1, own(t.rules.ours));
        }
        if !rules.answer_from.is_empty() {
            parts.insert(1, [t.rules.answer_from, " ", &day(&rules.answer_from)].concat());
        }
        (t.stage_name(stage).to_string(), parts.join(" · "))
    };
    screen.blocks.push(Block::Facts(Stage::ALL.into_iter().map(stage).collect()));
    let save = Button::quiet(t.rules.save, Press::Rules(rules::Press::Save(*hash)));
    screen.blocks.push(Block::Buttons(vec![save]));
    screen
}

/// Gives the page that stands in place of one that cannot be shown before the packs that are shipped are here.
pub fn waiting(app: &App, t: &'static Texts) -> Screen {
    if app.library.rule_packs.texts() != rule_packs::Texts::Missing {
        return Screen::new(t.frame.loading);
    }
    let mut screen = Screen::new(t.rules.missing).lead(t.rules.missing_lead);
    screen.actions.push(Button::main(t.rules.fetch, Press::Rules(rules::Press::Fetch)).named("fetch-rules"));
    screen
}

/// Names a place in a pack: what people have words for in these words, the rest as it is written there.
fn place(t: &'static Texts, place: &[String]) -> String {
    let mut said = Vec::new();
    for name in place.iter().filter(|name| *name != "stages") {
        let stage = Stage::ALL.into_iter().find(|stage| stage.code() == *name);
        said.push(match (stage, name.as_str()) {
            (Some(stage), _) => own(t.stage_name(stage)),
            (None, "basis") => own(t.rules.basis),
            (None, "from") => own(t.rules.first_day),
            (None, "answer_from") => own(t.rules.answer_from),
            (None, "until") => own(t.rules.last_day),
            (None, other) => visible(other),
        });
    }
    said.join(" › ")
}

/// Says what a pack that was taken in changes against the one of the same id before it, and how
/// many changes more there are than are listed.
fn changes(app: &App, t: &'static Texts, book: &RulePack) -> Option<(Block, usize)> {
    let before = app.library.rule_packs.before(book).filter(|_| book.is_own)?;
    let found = differences(&before.value()?, &book.value()?);
    let mut entries = Vec::new();
    for difference in found.iter().take(LISTED) {
        let pieces = words(&visible(&difference.old), &visible(&difference.new));
        entries.push((place(t, &difference.place), pieces));
    }
    let number = app.lang.number(found.len());
    let changes = Block::Changes(Changes {
        heading: fill(t.rules.changes, &[&number, &before.hash.short()]),
        none: own(t.rules.no_changes),
        entries,
        words: [t.stage.removed, t.stage.added],
    });
    Some((changes, found.len().saturating_sub(LISTED)))
}
