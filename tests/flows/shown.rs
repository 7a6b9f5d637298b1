//! What a screen shows, in the words of the scripts.

use super::people::{People, Stuck};
use super::screens::{buttons, inputs};
use super::script::stage_of;
use super::shell::cell;
use paraf::app::duties::forms;
use paraf::app::duties::summarize;
use paraf::app::key::Slot;
use paraf::domain::document::Path;
use paraf::screens::Screen;
use paraf::screens::block::form::{Input, InputKind, Opt, Section};
use paraf::screens::block::sheet::{BoxState, Sheet, SheetEntry, SheetSection};
use paraf::screens::block::{Block, Notice, Part};
use paraf::screens::pages::stage;
use paraf::screens::parts::{arrivals, thread};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Dossier;

/// Lists blocks with what is folded in them.
fn unfolded(blocks: &[Block]) -> Vec<&Block> {
    let parts = blocks.iter().flat_map(|block| match block {
        Block::Folded { blocks, .. } => unfolded(blocks),
        block => vec![block],
    });
    parts.collect()
}

/// Says what is shown.
pub fn show(people: &People, subject: &str) -> Result<String, Stuck> {
    if let Some(people_named) = subject.strip_prefix("same state of ") {
        return same_state(people, people_named);
    }
    let words: Vec<&str> = subject.split_whitespace().collect();
    let (who, words) = words.split_first().ok_or("nobody is named")?;
    let tab = people.tab(who)?;
    let (app, texts, screen) = (&tab.app, people.texts(who)?, people.screen(who)?);
    let now = || {
        let dossier = people.dossier(who)?;
        let summary = summarize::summarize(app.library(), dossier);
        Ok::<_, Stuck>(thread::now(app, texts, dossier.id(), &summary))
    };
    let arrival = || arrivals::arrivals(app, texts).into_iter().next().ok_or("no file came in");
    let joined = |list: Vec<String>| list.join(" | ");
    Ok(match words {
        ["now"] => now()?.what,
        ["first", "step"] => {
            let now = screen.blocks.iter().find_map(|block| match block {
                Block::Now(now) => Some(now),
                _ => None,
            });
            let now = now.ok_or("there is no card")?;
            let buttons = now.buttons.iter().map(|button| button.label.clone());
            joined([now.what.clone(), now.whose.clone()].into_iter().chain(buttons).collect())
        }
        ["whose", "turn"] => now()?.whose,
        ["halves"] => {
            let halves = now()?.halves.ok_or("the card has no sign")?;
            joined(halves.into_iter().map(|half| format!("{} {:?}", half.initials, half.is)).collect())
        }
        ["by", "when"] => now()?.by_when,
        ["calendar"] => {
            let mut facts = screen.blocks.iter().filter_map(|block| match block {
                Block::Facts(facts) => Some(facts.iter().map(|(name, words)| format!("{name}: {words}"))),
                _ => None,
            });
            joined(facts.next_back().ok_or("there is no calendar")?.collect())
        }
        ["late"] => yes(now()?.is_late),
        ["chosen", id] => {
            joined(options(&screen, id)?.into_iter().filter(|one| one.chosen).map(|one| one.label).collect())
        }
        ["next"] => joined(now()?.buttons.into_iter().map(|button| button.label).collect()),
        ["state", stage] => {
            let thread = thread::thread(app, texts, people.dossier(who)?);
            thread.into_iter().nth(stage_of(stage)? as usize).map(|knot| knot.sign.words).unwrap_or_default()
        }
        ["agreed"] => {
            let thread = thread::thread(app, texts, people.dossier(who)?);
            let agreed = thread.iter().filter(|knot| knot.sign.words == texts.sign.agreed);
            agreed.count().to_string()
        }
        ["records"] => people.dossier(who)?.counted().count().to_string(),
        ["versions", stage] => people.dossier(who)?.stage(stage_of(stage)?).versions.len().to_string(),
        ["newest", "file"] => tab.files.last().map_or(String::new(), |(name, _)| name.clone()),
        ["file"] => {
            let way = screen.blocks.iter().find_map(|block| match block {
                Block::Way(way) => Some(way.file.clone()),
                _ => None,
            });
            way.ok_or("no file is on its way")?
        }
        ["message"] => tab.said.clone(),
        ["arrival"] => arrival()?.what,
        ["arrivals"] => joined(arrivals::arrivals(app, texts).into_iter().map(|one| one.what).collect()),
        ["arrived", "file"] => arrival()?.file,
        ["pasted"] => if tab.pasted.is_empty() { "nothing" } else { "still there" }.into(),
        ["advice"] => arrival()?.next,
        ["side"] => screen.frame.side.into(),
        ["subject"] => screen.subject,
        ["heading"] => screen.heading,
        ["compared"] => {
            let parts = screen.blocks.iter().find_map(|block| match block {
                Block::Compare(parts) => Some(parts),
                _ => None,
            });
            let part = |part: &Part| {
                let stages: Vec<&str> = part.stages.iter().map(|(name, _)| name.as_str()).collect();
                format!("{}: {}", part.name, stages.join(", "))
            };
            joined(parts.ok_or("nothing is compared")?.iter().map(part).collect())
        }
        ["choices"] => {
            let asked = inputs(&screen).into_iter().filter(|input| input.path.id().starts_with("choose-"));
            let told = asked.map(|input| match input.kind {
                InputKind::Choice(options) => {
                    let sides = options.into_iter().map(|one| format!("{} “{}”", one.label, one.detail));
                    format!("{}: {}", input.label, sides.collect::<Vec<_>>().join(", or "))
                }
                _ => input.label,
            });
            joined(told.collect())
        }
        ["folded"] => {
            let folded = screen.blocks.iter().filter_map(|block| match block {
                Block::Terms(terms) => Some(terms.iter().map(|term| term.word.clone())),
                _ => None,
            });
            joined(folded.flatten().collect())
        }
        ["said"] => joined(
            screen
                .blocks
                .iter()
                .filter_map(|block| match block {
                    Block::Text(text) => Some(text.clone()),
                    _ => None,
                })
                .collect(),
        ),
        ["versions", "said", stage] => {
            let page = stage::screen(app, texts, &people.dossier(who)?.id(), stage_of(stage)?);
            let versions = unfolded(&page.blocks).into_iter().filter_map(|block| match block {
                Block::Versions(versions) => Some(versions),
                _ => None,
            });
            joined(versions.flatten().map(|one| one.outcome.clone()).collect())
        }
        ["kept"] => screen.frame.kept.map_or(String::new(), |link| link.label),
        ["room"] => {
            let used = screen.blocks.iter().find_map(|block| match block {
                Block::Facts(facts) => facts.iter().find(|(name, _)| name == texts.keep.used),
                _ => None,
            });
            used.ok_or("the room is not shown")?.1.clone()
        }
        ["links"] => {
            let links = unfolded(&screen.blocks).into_iter().filter_map(|block| match block {
                Block::Links(links) => Some(links.iter().map(|link| link.label.clone())),
                _ => None,
            });
            joined(links.flatten().collect())
        }
        ["facts"] => {
            let facts = unfolded(&screen.blocks).into_iter().filter_map(|block| match block {
                Block::Facts(facts) => Some(facts.iter().map(|(name, words)| format!("{name}: {words}"))),
                _ => None,
            });
            joined(facts.flatten().collect())
        }
        ["points"] => {
            let points = screen.blocks.iter().filter_map(|block| match block {
                Block::Points(points) => Some(points.clone()),
                _ => None,
            });
            joined(points.flatten().collect())
        }
        ["options", id] => joined(options(&screen, id)?.into_iter().map(|one| one.label).collect()),
        ["option", id, option @ ..] => {
            let label = option.join(" ");
            options(&screen, id)?.into_iter().find(|one| one.label == label).ok_or("no such option")?.detail
        }
        ["remarks"] => {
            let remarks = inputs(&screen).into_iter().filter_map(|input| input.remark);
            joined(remarks.map(|remark| remark.text.replace('\n', " ")).collect())
        }
        ["lead"] => screen.lead,
        ["printed"] => {
            let titles = |screen: &Screen| sheets(&screen.blocks).map(|sheet| sheet.title.clone()).collect();
            joined(tab.printed.iter().map(|screen| joined(titles(screen))).collect())
        }
        ["files", "told"] => {
            let told = screen.blocks.iter().filter_map(|block| match block {
                Block::Arrivals(arrivals) => Some(arrivals.iter().map(|arrival| arrival.what.clone())),
                _ => None,
            });
            joined(told.flatten().collect())
        }
        ["can", "press", label @ ..] => {
            let label = label.join(" ");
            yes(buttons(&screen).iter().any(|button| button.label == label))
        }
        ["buttons"] => joined(screen.actions.into_iter().map(|button| button.label).collect()),
        ["notice"] => joined(notices(&screen.blocks).map(|notice| notice.text.clone()).collect()),
        ["warning"] => joined(screen.frame.notices.iter().map(|notice| notice.text.clone()).collect()),
        ["save", "line"] => paraf::screens::save_line(app).text,
        ["problems"] => joined(problems(&screen.blocks)),
        ["problems", "count"] => problems(&screen.blocks).len().to_string(),
        ["asked"] => joined(screen.dialog.ok_or("nothing is asked")?.points),
        ["question"] => screen.dialog.ok_or("nothing is asked")?.heading,
        ["refusal"] => {
            screen.dialog.ok_or("nothing is asked")?.input.map_or(String::new(), |input| input.problem)
        }
        ["focus"] => tab.focus.clone(),
        ["input", id] => input_at(&screen, id)?.value.trim_end().replace('\n', " / "),
        ["wrong", id] => input_at(&screen, id)?.problem,
        ["caution", id] => input_at(&screen, id)?.caution,
        ["remark", id] => input_at(&screen, id)?.remark.map_or(String::new(), |remark| remark.text),
        ["remark", "tone", id] => {
            input_at(&screen, id)?.remark.map_or(String::new(), |remark| format!("{:?}", remark.tone))
        }
        ["hint", id] => input_at(&screen, id)?.hint,
        ["kind", id] => match input_at(&screen, id)?.kind {
            InputKind::Passphrase(true) => "shown".into(),
            InputKind::Passphrase(false) => "dots".into(),
            kind => format!("{kind:?}"),
        },
        ["party", side] => {
            let place = ["employee", "superior", "reviewer"].iter().position(|known| known == side);
            let parties = &sheet(&screen.blocks)?.parties;
            place
                .and_then(|place| parties.get(place))
                .map_or(String::new(), |party| party.1.replace('\n', ", "))
        }
        ["part", title @ ..] => {
            let title = title.join(" ");
            let beside = sections(&screen.blocks).filter_map(|section| section.beside.as_ref());
            let beside = beside.flat_map(|one| one.sheets.iter().flat_map(|sheet| &sheet.1));
            let mut parts = sheets(&screen.blocks).flat_map(|sheet| &sheet.sections).chain(beside);
            let part = parts.find(|part| part.title == title).map_or(&[][..], |part| &part.entries);
            joined(part.iter().map(|entry| format!("{}: {}", entry.label, entry.lines.join(" / "))).collect())
        }
        ["shown", id] => match input_at(&screen, id)?.kind {
            InputKind::Fingerprint(words) => words,
            kind => return Err(format!("{kind:?} is no fingerprint")),
        },
        ["asks", "for", field] => {
            yes(inputs(&screen).iter().any(|input| input.path == Path::Field((*field).into())))
        }
        ["starters", id] => {
            let starters = input_at(&screen, id)?.starters.map_or(Vec::new(), |(_, list)| list);
            joined(starters.into_iter().map(|one| format!("{}: {}", one.from, one.text)).collect())
        }
        ["beside"] => {
            let beside = sections(&screen.blocks).filter_map(|section| section.beside.as_ref());
            joined(beside.flat_map(|one| one.sheets.iter().map(|sheet| sheet.0.clone())).collect())
        }
        ["prompts"] => {
            let beside = sections(&screen.blocks).filter_map(|section| section.beside.as_ref());
            joined(beside.flat_map(|one| one.prompts.iter().map(|term| term.word.clone())).collect())
        }
        ["detail", place] => {
            let (id, item) = place.split_once('=').ok_or("an item is question=item")?;
            match input_at(&screen, id)?.kind {
                InputKind::Choice(options) | InputKind::Choices(options) => {
                    let found = options.into_iter().find(|option| option.id == item);
                    found.ok_or("no such item")?.detail
                }
                // A list that opens has room for the names only.
                InputKind::Pick(options, _) => {
                    let found = options.into_iter().find(|option| option.id == item);
                    found.ok_or("no such item")?.label
                }
                _ => return Err("nothing is chosen there".into()),
            }
        }
        ["draft", place] => {
            let (stage, field) = place.split_once('.').ok_or("a place is stage.question")?;
            let id = people.dossier(who)?.id();
            let desk =
                forms::desk(app.library(), id, stage_of(stage)?, Slot::Document).ok_or("no such form")?;
            desk.document.text(&Path::Field(field.into())).to_string()
        }
        ["boxes"] => {
            let strip = &sheet(&screen.blocks)?.strip;
            let states = [&strip.employee, &strip.superior].map(|one| match one.state {
                BoxState::Empty
                | BoxState::Signed
                | BoxState::Returned
                | BoxState::Lifted
                | BoxState::Automatic
                | BoxState::Paper => &one.lines[0],
            });
            states.map(String::clone).join(" | ")
        }
        ["box", side] => {
            let strip = &sheet(&screen.blocks)?.strip;
            joined(if *side == "employee" { &strip.employee } else { &strip.superior }.lines.clone())
        }
        ["code"] => {
            let code = screen.blocks.iter().find_map(|block| match block {
                Block::Code(groups) => Some(groups.len()),
                Block::Phones(phones) => Some(phones.code.len()),
                _ => None,
            });
            code.map_or("none".into(), |groups| format!("{groups} groups"))
        }
        ["sheet", title @ ..] => {
            let mut lines = Vec::new();
            answers(&section_of(&screen.blocks, title)?.entries, &mut lines);
            joined(lines)
        }
        ["labels", title @ ..] => {
            let entries = section_of(&screen.blocks, title)?.entries.iter();
            joined(entries.map(|entry| entry.label.clone()).collect())
        }
        ["checked", title @ ..] => {
            let entries = &section_of(&screen.blocks, title)?.entries;
            checked(entries).unwrap_or_default()
        }
        ["changed"] => {
            let changes = screen.blocks.iter().find_map(|block| match block {
                Block::Changes(changes) => Some(changes),
                _ => None,
            });
            joined(changes.ok_or("no changes are shown")?.entries.iter().map(|one| one.0.clone()).collect())
        }
        ["desk"] => {
            let desk = screen.blocks.iter().find_map(|block| match block {
                Block::Desk(desk) => Some(desk),
                _ => None,
            });
            let rows = desk.ok_or("no desk is shown")?.rows.iter();
            joined(rows.map(|row| format!("{}, {}: {}", row.who, row.about, row.ask)).collect())
        }
        ["rows"] => {
            let desk = screen.blocks.iter().find_map(|block| match block {
                Block::Desk(desk) => Some(desk),
                _ => None,
            });
            let rows = desk.ok_or("no desk is shown")?.rows.iter();
            joined(
                rows.map(|row| {
                    format!("{}: {} ({}) {}", row.who, row.stage, row.sign.words, row.since).trim_end().into()
                })
                .collect(),
            )
        }
        ["card"] => {
            let card = screen.blocks.iter().find_map(|block| match block {
                Block::Now(now) => Some(now),
                _ => None,
            });
            let card = card.ok_or("no card is shown")?;
            let said = [&card.about, &card.what, &card.by_when];
            joined(said.into_iter().filter(|text| !text.is_empty()).cloned().collect())
        }
        ["back"] => screen.back.map_or(String::new(), |link| link.label),
        ["knot", stage] => {
            let thread = thread::thread(app, texts, people.dossier(who)?);
            thread.into_iter().nth(stage_of(stage)? as usize).map(|knot| knot.date).unwrap_or_default()
        }
        ["in"] => screen.frame.who.map_or("nobody is named".into(), |(who, _)| who),
        ["choice", id] => {
            let told = options(&screen, id)?
                .into_iter()
                .map(|one| format!("{}{} ({})", if one.chosen { "✓ " } else { "" }, one.label, one.detail));
            joined(told.collect())
        }
        ["storage", "holds", place] => {
            let key = cell(place);
            let entries = &tab.storage.borrow().entries;
            entries.keys().filter(|known| known.starts_with(&key)).count().to_string()
        }
        ["file", "has", "the", "newer", "record"] => {
            let (_, text) = tab.files.last().ok_or("no file was made")?;
            yes(text.contains(&people.newer_record) && !people.newer_record.is_empty())
        }
        ["copy", "says", words @ ..] => {
            let (name, text) = tab.files.last().ok_or("no file was made")?;
            let said = text.contains(words.join(" ").trim_matches('"'));
            format!("{name}, {}", yes(said))
        }
        ["language"] => screen.frame.lang.to_string(),
        // Not an expectation that could be written down by mistake.
        _ => panic!("nothing is known by the words “{subject}”"),
    })
}

/// Gives what can be chosen at a question.
fn options(screen: &Screen, id: &str) -> Result<Vec<Opt>, Stuck> {
    let asked = screen.dialog.iter().filter_map(|dialog| dialog.input.clone());
    let input = inputs(screen).into_iter().chain(asked).find(|input| input.path.id() == id);
    match input.ok_or("no such question")?.kind {
        InputKind::Choice(options) | InputKind::Choices(options) | InputKind::Pick(options, _) => Ok(options),
        _ => Err("nothing is offered".into()),
    }
}

fn yes(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.into()
}

/// Says whether the copies of these people show the same.
fn same_state(people: &People, named: &str) -> Result<String, Stuck> {
    let state = |who| people.dossier(who).map(Dossier::state_hash);
    let states: Vec<Hash> = named.split(" & ").map(state).collect::<Result<_, _>>()?;
    Ok(yes(states.windows(2).all(|pair| pair[0] == pair[1])))
}

fn notices(blocks: &[Block]) -> impl Iterator<Item = &Notice> {
    blocks.iter().filter_map(|block| match block {
        Block::Notice(notice) => Some(notice),
        _ => None,
    })
}

fn problems(blocks: &[Block]) -> Vec<String> {
    let summary = blocks.iter().find_map(|block| match block {
        Block::Summary(summary) => Some(summary),
        _ => None,
    });
    summary.map_or(Vec::new(), |summary| summary.problems.iter().map(|(text, _)| text.clone()).collect())
}

fn sheets(blocks: &[Block]) -> impl Iterator<Item = &Sheet> {
    blocks.iter().filter_map(|block| match block {
        Block::Sheet(sheet) => Some(sheet),
        _ => None,
    })
}

fn sheet(blocks: &[Block]) -> Result<&Sheet, Stuck> {
    let sheet = blocks.iter().find_map(|block| match block {
        Block::Sheet(sheet) => Some(sheet),
        _ => None,
    });
    sheet.ok_or_else(|| "no sheet is shown".into())
}

fn sections(blocks: &[Block]) -> impl Iterator<Item = &Section> {
    let forms = blocks.iter().filter_map(|block| match block {
        Block::Form(sections) => Some(sections),
        _ => None,
    });
    forms.flatten()
}

fn input_at(screen: &Screen, id: &str) -> Result<Input, Stuck> {
    let asked = screen.dialog.iter().filter_map(|dialog| dialog.input.clone());
    let input = inputs(screen).into_iter().chain(asked).find(|input| input.path.id() == id);
    input.ok_or_else(|| "no such input".into())
}

fn section_of<'a>(blocks: &'a [Block], title: &[&str]) -> Result<&'a SheetSection, Stuck> {
    let title = title.join(" ");
    let found = sheet(blocks)?.sections.iter().find(|section| section.title == title);
    found.ok_or_else(|| "no such topic".into())
}

/// Gives the answers of a topic with those below them.
fn answers(entries: &[SheetEntry], lines: &mut Vec<String>) {
    for entry in entries {
        lines.extend(entry.lines.clone());
        answers(&entry.below, lines);
    }
}

/// Gives what came of the comparison of a file with evidence on a sheet.
fn checked(entries: &[SheetEntry]) -> Option<String> {
    entries.iter().find_map(|entry| {
        let here = entry.checked.as_ref().map(|notice| notice.text.clone());
        here.or_else(|| checked(&entry.below))
    })
}
