//! What this app is, what a signature means, what the signs and words mean, what stays private.
use crate::app::App;
use crate::app::page::SEARCH;
use crate::app::route::Route;
use crate::domain::stage::{Stage, StageState};
use crate::lang::Texts;
use crate::screens::block::Block;
use crate::screens::block::form::{Input, Section};
use crate::screens::block::list::Term;
use crate::screens::parts::stage_sign::sign;
use crate::screens::parts::{keys, words};
use crate::screens::screen::Screen;

/// Gives the help page: all of it, or what fits the words that are searched for.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.help.heading).lead(t.help.lead).back(&Route::Home, t.frame.home);
    let searched = app.page.search.to_lowercase();
    let fits = |texts: &[&str]| {
        let all = texts.join(" ").to_lowercase();
        searched.split_whitespace().all(|word| all.contains(word))
    };
    let search = Input { optional: true, ..Input::line(SEARCH, t.help.search, &app.page.search) };
    screen.blocks.push(Block::Form(vec![Section::alone("", vec![search])]));
    let before = screen.blocks.len();
    let term =
        |(word, meaning): &(&str, &str)| Term { word: (*word).into(), meaning: vec![(*meaning).into()] };
    let mut terms = |heading: &str, list: &[(&str, &str)]| {
        let list = list.iter().filter(|(word, meaning)| fits(&[word, meaning]));
        let list: Vec<Term> = list.map(term).collect();
        if !list.is_empty() {
            screen.blocks.extend([Block::heading(heading), Block::Terms(list)]);
        }
    };
    terms(t.help.questions, &t.help.answers());
    terms(t.help.words, &t.help.glossary());
    let book = app.new_dossier().rules().or(app.library.rule_packs.all().last());
    if let Some(pack) = book.and_then(|book| book.pack(app.new_dossier().position())) {
        let stage = |stage| (t.stage_name(stage), words::say(app.lang, &pack.stage(stage).purpose));
        terms(t.help.stages, &Stage::ALL.map(stage));
    }
    let mut part = |heading: &str, texts: &[&str]| {
        let texts: Vec<_> = texts.iter().filter(|text| fits(&[heading, text])).collect();
        if !texts.is_empty() {
            screen.blocks.push(Block::heading(heading));
            screen.blocks.extend(texts.into_iter().map(|text| Block::text(text)));
        }
    };
    part(t.help.signature, &[t.sign.means_internal, t.sign.means_text, t.sign.means_kept]);
    part(t.help.privacy, &[t.help.privacy_device, t.help.privacy_lost, t.help.privacy_pupils]);
    part(t.help.pairing, &[t.help.pairing_text]);
    part(t.keys.ways, &keys::ways(t));
    if !searched.trim().is_empty() {
        if screen.blocks.len() == before {
            screen.blocks.push(Block::text(t.help.found_nothing));
        }
        return screen;
    }
    screen.blocks.push(Block::heading(t.help.signs));
    let states = [
        StageState::Locked,
        StageState::Open,
        StageState::Waiting,
        StageState::Agreed,
        StageState::AmendmentWaiting,
        StageState::Diverged,
    ];
    let signs = states.map(|state| sign(t, Stage::Planning, state));
    screen.blocks.push(Block::Signs(signs.to_vec()));
    screen
}
