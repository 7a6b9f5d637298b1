//! Help while writing: the time of the day, beginnings from one's own earlier texts, fingerprints of
//! files. A file is looked at by the browser and never kept.

use crate::app::context::Context;
use crate::app::duties::forms::Desk;
use crate::app::duties::{documents, summarize};
use crate::app::editor::{Editor, change, open_form};
use crate::app::effect::Effect;
use crate::app::key::Slot;
use crate::app::library::Library;
use crate::app::picked::{FileFault, Purpose, Seen};
use crate::domain::document::{Document, Path};
use crate::domain::evidence::Fingerprint;
use crate::domain::stage::{Party, Stage};
use crate::rules::form::text_at;
use crate::rules::pack::{Field, Kind};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

/// The most texts from earlier periods that are offered.
const EARLIER_MAX: usize = 3;

/// The buttons beside a question, and beside evidence on a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Add the time of the day to a text.
    Stamp(Path),
    /// Put an earlier text in place, or behind what is there.
    Use(Path, String),
    /// Put the wording that the other side suggested in place of what is there.
    Adopt(Path, String),
    /// Choose a file as the answer.
    Take(Path),
    /// Remove the fingerprint of a file.
    Forget(Path),
    /// Choose a file and compare it with the fingerprint in this answer.
    Compare(String),
}

/// How a look at a file ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// The same bytes.
    Same,
    /// Other bytes.
    Other,
    /// There is no fingerprint.
    Failed(FileFault),
}

/// An own earlier text that is offered as a beginning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beginning {
    /// The period that it is from; empty for this dossier.
    pub period: String,
    /// The stage that it is from.
    pub stage: Stage,
    /// The text.
    pub text: String,
}

/// Carries out a button.
pub fn press(editor: &mut Editor, press: Press, cx: &mut Context) {
    match press {
        Press::Stamp(path) => {
            let (_, hour, minute) = cx.library.now.local();
            let time = ["[", &cx.lang.time(hour, minute), "] "].concat();
            append(editor, &path, &time, cx);
        }
        Press::Use(path, text) => append(editor, &path, &text, cx),
        Press::Adopt(path, text) => {
            change(editor, path.field(), cx, |document| document.set_text(&path, &text));
            forget_problem(&path, cx);
            cx.effects.focus(path.id());
        }
        Press::Take(path) => {
            if let Some(place) = open_form(&cx.page.route) {
                cx.effects.push(Effect::PickFile(Purpose::Answer(place, path)));
            }
        }
        Press::Forget(path) => {
            change(editor, path.field(), cx, |document| document.set_text(&path, ""));
            cx.effects.focus(path.id());
        }
        Press::Compare(answer) => cx.effects.push(Effect::PickFile(Purpose::Compare(answer))),
    }
}

/// Puts a text on a new line behind what is there, and the caret behind it.
fn append(editor: &mut Editor, path: &Path, text: &str, cx: &mut Context) {
    change(editor, path.field(), cx, |document| {
        let before = document.text(path).trim_end();
        let gap = if before.is_empty() { "" } else { "\n" };
        document.set_text(path, &[before, gap, text].concat());
    });
    forget_problem(path, cx);
    cx.effects.focus(path.id());
}

fn forget_problem(path: &Path, cx: &mut Context) {
    if cx.page.forget_problem(path) {
        cx.effects.render();
    }
}

/// Takes in what the browser saw of a chosen file.
pub fn fingerprinted(editor: &mut Editor, purpose: Purpose, file: Result<Seen, FileFault>, cx: &mut Context) {
    let seen = file.as_ref().map(|seen| Fingerprint { hash: &seen.hash, size: seen.size, name: &seen.name });
    editor.file_check = match (purpose, seen) {
        (Purpose::Answer(place, path), Ok(seen)) => {
            // Another form may have been opened while the file was read.
            if open_form(&cx.page.route) == Some(place) {
                change(editor, path.field(), cx, |document| document.set_text(&path, &seen.write()));
                forget_problem(&path, cx);
                cx.effects.focus(path.id());
            }
            None
        }
        (Purpose::Compare(answer), Ok(seen)) => {
            let is_same = Fingerprint::read(&answer).is_some_and(|noted| noted.is_same_file(&seen));
            Some((answer, if is_same { Verdict::Same } else { Verdict::Other }))
        }
        (Purpose::Answer(_, path), Err(fault)) => Some((path.id(), Verdict::Failed(*fault))),
        (Purpose::Compare(answer), Err(fault)) => Some((answer, Verdict::Failed(*fault))),
    };
    cx.effects.render();
}

/// Gives the own earlier texts that may begin an answer: those that the rules name, then the answers
/// to the same question in other periods, newest first.
pub fn beginnings(library: &Library, desk: &Desk, slot: Slot, field: &Field, path: &Path) -> Vec<Beginning> {
    let mut list: Vec<Beginning> = Vec::new();
    let me = library.my_side(desk.dossier);
    let now = desk.document.text(path);
    if field.kind != Kind::Text {
        return list;
    }
    let mut offer = |period: &str, stage: Stage, text: &str| {
        let text = text.trim();
        let is_new = !text.is_empty() && text != now.trim() && !list.iter().any(|known| known.text == text);
        if is_new {
            list.push(Beginning { period: period.to_string(), stage, text: text.to_string() });
        }
    };
    for reference in &field.starters {
        let stage = reference.split('.').next().and_then(Stage::from_code);
        if let Some(stage) = stage.filter(|stage| Some(stage.writer()) == me && is_text(desk, reference)) {
            offer("", stage, text_at(&desk.context, reference));
        }
    }
    for dossier in earlier(library, desk, writer(desk.stage, slot)) {
        let text = document_in(dossier, desk.stage, slot).map_or("", |document| document.text(path));
        let period = dossier.genesis().map_or("", |genesis| &genesis.period);
        // Lines of a log are not the same question, even at the same number.
        if !matches!(path, Path::OfRow(..)) {
            offer(period, desk.stage, text);
        }
    }
    list
}

fn writer(stage: Stage, slot: Slot) -> Party {
    match slot {
        Slot::Document => stage.writer(),
        Slot::Reply => stage.writer().other(),
    }
}

/// Says whether a question that is named in the rules is answered in words.
fn is_text(desk: &Desk, reference: &str) -> bool {
    let found = reference.split_once('.').and_then(|(stage, question)| {
        let sections = &desk.pack.stage(Stage::from_code(stage)?).document;
        sections.iter().flat_map(|section| &section.fields).find(|field| field.name == question)
    });
    found.is_some_and(|field| matches!(field.kind, Kind::Text | Kind::Line))
}

/// Gives the newest few dossiers of other periods in which the person of this app has this side.
fn earlier<'a>(library: &'a Library, desk: &Desk, side: Party) -> Vec<&'a Dossier> {
    let mut list: Vec<(String, Hash)> = Vec::new();
    let period = desk.dossier.genesis().map(|genesis| &genesis.period);
    for (id, summary) in summarize::all(library) {
        let Some(terms) = summary.terms.as_ref().filter(|terms| Some(&terms.period) != period) else {
            continue;
        };
        if summary.side == Some(side) {
            let pack = library.rule_packs.by_hash(&terms.pack).and_then(|book| book.pack(terms.position));
            let begins = pack.map_or(&terms.period, |pack| &pack.from);
            let place = list.iter().take_while(|(other, _)| other >= begins).count();
            list.insert(place, (begins.clone(), id));
        }
    }
    list.truncate(EARLIER_MAX);
    list.into_iter().filter_map(|(_, id)| library.dossiers.get(&id)).collect()
}

/// Gives what was signed for a form.
fn document_in(dossier: &Dossier, stage: Stage, slot: Slot) -> Option<&Document> {
    let version = documents::version_of(dossier, stage)?;
    match slot {
        Slot::Document => documents::document_of(dossier, &version),
        Slot::Reply => match dossier.record(&dossier.decision_on(&version)?)?.content() {
            Content::CoSign(cosign) => Some(&cosign.reply),
            _ => None,
        },
    }
}
