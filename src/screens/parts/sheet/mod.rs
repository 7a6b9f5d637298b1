//! The sheet of a version: what is checked, signed, read and printed is this same data.

mod strip;
use crate::app::message::Press;
use crate::app::{App, editor};
use crate::domain::document::{Document, ITEM, Path};
use crate::domain::number::grouped_nip;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::rules::credit::credit;
use crate::rules::form::{find, is_asked, items};
use crate::rules::pack::{Field, Kind, Pack, REVIEWER, Section};
use crate::screens::block::Button;
use crate::screens::block::sheet::{Sheet, SheetEntry, SheetSection};
use crate::screens::parts::names::{details, visible};
use crate::screens::parts::paper::{Paper, entry, lines};
use crate::screens::parts::words::{say, signed};
use crate::screens::parts::{advice, remarks, writing_help};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Content, Record};

/// Draws up a sheet. `edit` says whether each topic has a way back to its form.
pub fn sheet(app: &App, t: &'static Texts, paper: &Paper, edit: bool) -> Sheet {
    let rules = paper.pack.stage(paper.stage);
    let mut sections = topics(app, t, paper, &rules.document, paper.document);
    if edit {
        for (step, section) in sections.iter_mut().enumerate() {
            let press = Press::Writing(editor::Press::Edit(step));
            section.edit = Some(Button::quiet(t.stage.change, press));
        }
    }
    if !edit {
        // On what is signed they stand with the persons, as the third.
        sections.retain(|section| section.title != reviewer_title(app, paper.pack));
    }
    sections.extend(advice::served(app, t, paper).map(alone));
    if paper.stage == Stage::Assessment {
        let mut entries = advice::grades(app, t, paper.pack, paper.document);
        entries.extend(converted(app, t, paper));
        if !entries.is_empty() {
            sections.push(SheetSection { title: own(t.stage.grade), edit: None, entries });
        }
        sections.extend(advice::section(app, t, paper.dossier, paper.version));
    }
    if let Some((name, words)) = observer(app, paper) {
        let entries = vec![entry(t.cases.observed_by, vec![name, words])];
        sections.push(SheetSection { title: own(t.stage_name(Stage::Observation)), edit: None, entries });
    }
    if let Some(answer) = paper.version.and_then(|version| deciding_answer(paper.dossier, &version))
        && let Content::CoSign(cosign) = answer.content()
    {
        let mut replies = topics(app, t, paper, &rules.reply, &cosign.reply);
        let has_answers = cosign.decision.is_by_other_side();
        replies.retain(|section| has_answers && !section.entries.is_empty());
        let mut entries = Vec::new();
        if !cosign.note.is_empty() {
            entries.push(entry(t.stage.note, lines(&cosign.note)));
        }
        entries.extend(remarks::told(app, t, paper, &cosign.remarks));
        if !entries.is_empty() {
            replies.push(SheetSection { title: own(t.stage.answer), edit: None, entries });
        }
        sections.extend(replies);
    }
    let number = paper.version.and_then(|version| {
        let versions = &paper.dossier.stage(paper.stage).versions;
        versions.iter().position(|known| *known == version)
    });
    let period = &paper.genesis.period;
    let (subtitle, code) = match (number, paper.version) {
        (Some(number), Some(version)) => {
            let code = fill(t.stage.version_of, &[&(number + 1).to_string(), &version.short()]);
            (fill(t.stage.period_of, &[period]), code)
        }
        _ => (fill(t.stage.unsigned_of, &[period]), String::new()),
    };
    Sheet {
        title: t.stage_name(paper.stage).to_string(),
        subtitle,
        code,
        more: t.stage.more,
        parties: parties(app, t, paper),
        sections,
        strip: strip::strip(app, t, paper),
    }
}

/// Gives the title of the part of an assessment that asks for the superior of the one who rates.
fn reviewer_title<'a>(app: &App, pack: &'a Pack) -> &'a str {
    let mut sections = pack.stage(Stage::Assessment).document.iter();
    let asks = |section: &&Section| section.fields.iter().any(|field| field.name == REVIEWER[0]);
    sections.find(asks).map_or("", |section| say(app.lang, &section.title))
}

/// Makes a part of a sheet with one line.
fn alone((title, line): (String, SheetEntry)) -> SheetSection {
    SheetSection { title, edit: None, entries: vec![line] }
}

/// Gives questions and answers for each topic of a form; unanswered questions say so. What is neither
/// asked nor answered is left out.
fn topics(
    app: &App,
    t: &'static Texts,
    paper: &Paper,
    form: &[Section],
    document: &Document,
) -> Vec<SheetSection> {
    let topic = |section: &Section| {
        let fields = section.fields.iter().filter(|field| {
            let is_answered = document.answers().any(|(name, _)| *name == field.name);
            is_answered || is_asked(field, paper.context)
        });
        let entries = fields.filter_map(|field| answer(app, t, paper, field, document));
        SheetSection {
            title: say(app.lang, &section.title).to_string(),
            edit: None,
            entries: entries.collect(),
        }
    };
    form.iter().map(topic).filter(|section| !section.entries.is_empty()).collect()
}

/// Gives a question with the answer of a document.
pub fn answer(
    app: &App,
    t: &'static Texts,
    paper: &Paper,
    field: &Field,
    document: &Document,
) -> Option<SheetEntry> {
    let label = say(app.lang, &field.label);
    let offered = items(paper.pack, paper.context, field);
    let name_of = |id: &str| match offered.iter().find(|item| item.id == id) {
        Some(item) => say(app.lang, &item.name).to_string(),
        // An older sheet may name what is not offered any more.
        None => {
            let list = paper.pack.list_of(field);
            find(list, id).map_or(id.to_string(), |item| say(app.lang, &item.name).to_string())
        }
    };
    let texts = match field.kind {
        Kind::Choices => document.many(&field.name).iter().map(|id| name_of(id)).collect(),
        Kind::Each | Kind::Rows => {
            let below = document.rows(&field.name).iter().enumerate().map(|(index, row)| {
                let columns = field.fields.iter().filter_map(|column| {
                    let text = row.get(&column.name).filter(|text| !text.is_empty())?;
                    let words = column_text(app, paper.pack, column, text);
                    Some(with_check(app, t, text, entry(say(app.lang, &column.label), words)))
                });
                let heading = match row.get(ITEM) {
                    Some(id) => name_of(id),
                    None => fill(t.form.row, &[&(index + 1).to_string()]),
                };
                let mut below: Vec<SheetEntry> = columns.collect();
                match below.pop() {
                    // The only question of each item is named by what asks for all of them.
                    Some(only) if field.kind == Kind::Each && field.fields.len() == 1 => {
                        SheetEntry { label: heading, ..only }
                    }
                    last => {
                        below.extend(last);
                        SheetEntry { below, ..entry(&heading, Vec::new()) }
                    }
                }
            });
            let mut below: Vec<SheetEntry> = below.collect();
            let empty = if below.is_empty() { vec![own(t.stage.none)] } else { Vec::new() };
            if let Some((sum, _)) = writing_help::total(app, t, paper.pack, field, document) {
                below.push(entry(t.aid.total, vec![sum]));
            }
            return Some(SheetEntry { below, ..entry(label, empty) });
        }
        _ => column_text(app, paper.pack, field, document.text(&Path::Field(field.name.clone()))),
    };
    let texts = if texts.is_empty() { vec![own(t.stage.none)] } else { texts };
    Some(with_check(app, t, document.field(&field.name), entry(label, texts)))
}

/// Adds to the fingerprint of a file the way to compare a file with it.
fn with_check(app: &App, t: &'static Texts, answer: &str, entry: SheetEntry) -> SheetEntry {
    match writing_help::check(app, t, answer) {
        Some((check, checked)) => SheetEntry { check: Some(check), checked, ..entry },
        None => entry,
    }
}

/// Gives an answer as a person reads it, one paragraph each.
pub fn column_text(app: &App, pack: &Pack, field: &Field, text: &str) -> Vec<String> {
    match field.kind {
        _ if text.is_empty() => Vec::new(),
        Kind::Choice => {
            let list = pack.list_of(field);
            vec![find(list, text).map_or(text.to_string(), |item| say(app.lang, &item.name).to_string())]
        }
        Kind::Date => {
            vec![crate::domain::date::date(text).map_or(text.to_string(), |day| app.lang.day(day))]
        }
        Kind::Time => {
            let time = crate::domain::date::time(text);
            vec![time.map_or(text.to_string(), |(hour, minute)| app.lang.time(hour, minute))]
        }
        Kind::Evidence => vec![writing_help::evidence(app, app.lang.texts(), text)],
        _ => lines(text),
    }
}

/// Shows the conversion into credit with its formula, so that it can be done again by hand.
fn converted(app: &App, t: &Texts, paper: &Paper) -> Option<SheetEntry> {
    let credit = (paper.stage == Stage::Assessment).then(|| credit(paper.pack, paper.document))??;
    let number = |hundredths| app.lang.hundredths(hundredths);
    let formula = fill(
        t.stage.credit_formula,
        &[
            &number(credit.percent),
            &number(credit.coefficient),
            &credit.months.to_string(),
            &number(credit.points),
        ],
    );
    Some(entry(t.stage.credit, vec![say(app.lang, &credit.level.name).to_string(), formula]))
}

/// Gives who observed, with their office and when they signed it, where an assessment is by somebody else.
fn observer(app: &App, paper: &Paper) -> Option<(String, String)> {
    let dossier = paper.dossier;
    let mut observed = None;
    for id in dossier.stage(Stage::Observation).versions.iter().filter(|_| paper.stage == Stage::Assessment) {
        // Of an assessment that is signed, the observation on which it builds.
        let is_its = paper.version.is_none_or(|version| dossier.builds_on(&version, id));
        if is_its && dossier.withdrawal(id).is_none() && !dossier.is_late(id) {
            observed = Some(*id);
        }
    }
    let record = dossier.record(&observed?)?;
    // Who copied a paper did not write it.
    let is_copy = dossier.is_copy(&record.id());
    let observer =
        if is_copy { dossier.superior_below(&record.id()) } else { dossier.card_of(record.signer()) }?;
    let assessor = match paper.version {
        Some(version) => dossier.record(&version)?.signer(),
        None => &dossier.card(Party::Superior)?.did,
    };
    // A key that was replaced is that of the same person still.
    let is_present = |did| dossier.had(Party::Superior, did);
    if observer.did == *assessor || is_present(&observer.did) && is_present(assessor) {
        return None;
    }
    let (name, person) = details(app, dossier, observer, Some(record));
    Some((name, [&visible(person.office()), ", ", &signed(app, record)].concat()))
}

/// Gives the persons whom a sheet names: the two sides, and the superior of the one who rates, where an assessment
/// says who that is.
fn parties(app: &App, t: &Texts, paper: &Paper) -> Vec<(String, String)> {
    let sides = [Party::Employee, Party::Superior];
    let mut parties =
        sides.map(|party| (t.party(party).to_string(), person_line(app, paper, party))).to_vec();
    let said = REVIEWER.map(|name| paper.document.field(name));
    if paper.stage == Stage::Assessment && said.iter().any(|text| !text.is_empty()) {
        let nip = |text: &str| ["NIP ", &visible(text)].concat();
        let lines = said.iter().zip(REVIEWER).filter(|(text, _)| !text.is_empty());
        let lines = lines.map(|(text, name)| if name == REVIEWER[1] { nip(text) } else { visible(text) });
        parties.push((own(t.advice.reviewer), lines.collect::<Vec<_>>().join("\n")));
    }
    parties
}

fn person_line(app: &App, paper: &Paper, party: Party) -> String {
    let (card, record) = signer(paper, party).unwrap_or_else(|| (paper.genesis.card(party), None));
    let (name, person) = details(app, paper.dossier, card, record);
    let nip = person.nip().map(grouped_nip).map(|nip| ["NIP ", &nip].concat());
    let parts = [Some(name), nip, Some(visible(person.office())), Some(visible(person.school()))];
    parts.into_iter().flatten().collect::<Vec<String>>().join("\n")
}

/// Gives the answer that decides about a version.
pub fn deciding_answer<'a>(dossier: &'a Dossier, version: &Hash) -> Option<&'a Record> {
    dossier.record(&dossier.decision_on(version)?)
}

/// Gives the card of the person who signed this side of the sheet and what they signed, or if it is not signed
/// by that side, the card of whoever has it.
fn signer<'a>(paper: &Paper<'a>, party: Party) -> Option<(&'a Card, Option<&'a Record>)> {
    let version = paper.version?;
    let record = if party == paper.stage.writer() {
        paper.dossier.record(&version)
    } else {
        deciding_answer(paper.dossier, &version)
    }?;
    match record.content() {
        Content::CoSign(cosign) if !cosign.decision.is_by_other_side() => None,
        _ => paper.dossier.card_of(record.signer()).map(|card| (card, Some(record))),
    }
    .or_else(|| paper.dossier.card(party).map(|card| (card, None)))
}
