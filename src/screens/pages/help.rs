//! What this app is, what a signature means, what the signs and words mean, what stays private.
use crate::app::App;
use crate::app::route::Route;
use crate::domain::stage::{Stage, StageState};
use crate::lang::Texts;
use crate::screens::block::Block;
use crate::screens::block::list::Term;
use crate::screens::parts::stage_sign::sign;
use crate::screens::parts::{keys, words};
use crate::screens::screen::Screen;

/// Gives the help page.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.help.heading).lead(t.help.lead).back(&Route::Home, t.frame.home);
    let mut part = |heading: &str, texts: &[&str]| {
        screen.blocks.push(Block::Heading(heading.into()));
        screen.blocks.extend(texts.iter().map(|text| Block::Text((*text).into())));
    };
    part(t.help.signature, &[t.sign.means_internal, t.sign.means_text, t.sign.means_kept]);
    part(t.help.privacy, &[t.help.privacy_device, t.help.privacy_lost, t.help.privacy_pupils]);
    part(t.help.pairing, &[t.help.pairing_text]);
    part(t.keys.ways, &keys::ways(t));
    screen.blocks.push(Block::heading(t.help.words));
    let word =
        |(word, meaning): &(&str, &str)| Term { word: (*word).into(), meaning: vec![(*meaning).into()] };
    screen.blocks.push(Block::Terms(t.help.glossary().iter().map(word).collect()));
    let book = app.new_dossier().rules().or(app.library.rule_packs.all().last());
    if let Some(pack) = book.and_then(|book| book.pack(app.new_dossier().position())) {
        screen.blocks.push(Block::heading(t.help.stages));
        let stage = |stage: Stage| Term {
            word: t.stage_name(stage).into(),
            meaning: vec![words::say(app.lang, &pack.stage(stage).purpose).into()],
        };
        screen.blocks.push(Block::Terms(Stage::ALL.into_iter().map(stage).collect()));
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
