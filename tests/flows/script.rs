//! The language of the scripts.
//!
//! A case begins with `--- its name ---`. A line `guru: do something` is a step of one person,
//! `guru & ks: do something` of an employee and their superior. A line `# guru now: words` says what
//! the screen shows after the step above it. `//` begins a comment. Another tab or device of guru is
//! called `guru.2`. Words in straight quotes are typed, or are the label of a button.

use super::people::{People, Stuck, Way, passphrase};
use super::shell::{Mood, cell};
use super::shown;
use crate::zips::{self, zipped};
use paraf::app::case::Case;
use paraf::app::environment::Facts;
use paraf::app::library::rule_packs::SHIPPED;
use paraf::app::message::Message;
use paraf::app::picked::Unread;
use paraf::app::route::Route;
use paraf::app::sending::{Answer, Way as Sent};
use paraf::domain::date::date;
use paraf::domain::stage::{Position, Stage};
use paraf::seal::canonical::Hash;
use paraf::seal::strict;
use paraf::storage::pack::unpack;
use std::fmt::Write as _;

/// Where the scripts are.
pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/flows");

/// Runs all cases of a file. With `UPDATE_FLOWS` set, the file is written anew with what was shown.
pub fn check(file: &str) {
    let path = format!("{FOLDER}/{file}");
    let script = std::fs::read_to_string(&path).unwrap();
    let updates = std::env::var_os("UPDATE_FLOWS").is_some();
    let (mut faults, mut updated) = (String::new(), String::new());
    let mut people = People::nobody();
    let (mut cases, mut is_stuck) = (0, false);
    for (index, line) in script.lines().enumerate() {
        let mut written = line.to_string();
        if let Some(name) = line.strip_prefix("--- ") {
            assert!(name.ends_with(" ---"), "{file}:{}: a case is named --- so ---", index + 1);
            people = People::nobody();
            (cases, is_stuck) = (cases + 1, false);
        } else if let Some(expectation) = line.strip_prefix("# ").filter(|_| !is_stuck) {
            let (subject, wanted) = expectation.split_once(':').unwrap_or((expectation, ""));
            let wanted = wanted.trim();
            let shown = shown::show(&people, subject);
            let shown = shown.unwrap_or_else(|stuck| format!("? {stuck}")).replace('\u{a0}', " ");
            if shown != wanted {
                let number = index + 1;
                let _ = write!(faults, "\n{file}:{number} {subject}\n  wanted {wanted}\n  got    {shown}");
                written = format!("# {subject}: {shown}");
            }
        } else if !line.trim().is_empty() && !line.starts_with("//") && !line.starts_with('#') && !is_stuck {
            people.clock.seconds += 60;
            if let Err(stuck) = take(&mut people, line) {
                let _ = write!(faults, "\n{file}:{} {line}\n  cannot: {stuck}", index + 1);
                is_stuck = true;
            }
        }
        updated.push_str(written.trim_end());
        updated.push('\n');
    }
    assert!(cases > 0, "{file} has no case");
    if updates && updated != script {
        std::fs::write(&path, updated).unwrap();
    }
    let stuck = faults.contains("cannot: ");
    assert!(faults.is_empty() || (updates && !stuck), "{faults}\n");
}

/// Does one step.
fn take(people: &mut People, line: &str) -> Result<(), Stuck> {
    let (who, what) = line.split_once(": ").ok_or("a step is written “who: what”")?;
    let words: Vec<&str> = what.split_whitespace().collect();
    let quoted = what.split_once('"').map(|(_, rest)| rest.trim_end_matches('"'));
    let typed = || quoted.ok_or("the words to type stand in straight quotes");
    if let Some((employee, superior)) = who.split_once(" & ") {
        return match words.as_slice() {
            ["go", "on", "under", "the", "former", "rules", "as", position] => {
                let position = Position::from_code(position).ok_or("there is no such employee")?;
                super::packs::begin_under_former_rules(people, position)
            }
            ["start", "together"] => people.start_together(employee, superior),
            ["start", "together", "as", ..] => {
                // Questions and the words of their options take turns: question "words" question "words".
                let parts: Vec<&str> = what.trim_start_matches("start together as").split('"').collect();
                let choices: Vec<(&str, &str)> =
                    parts.chunks_exact(2).map(|pair| (pair[0].trim(), pair[1])).collect();
                people.start_together_as(employee, superior, &choices)
            }
            ["agree", "on", stage] => people.agree_on(employee, superior, stage_of(stage)?),
            ["agree", "up", "to", last] => {
                let last = stage_of(last)?;
                let mut stages = Stage::ALL.into_iter().filter(|stage| *stage <= last);
                stages.try_for_each(|stage| people.agree_on(employee, superior, stage))
            }
            _ => Err("two people can start together, or agree on or up to a stage".into()),
        };
    }
    match words.as_slice() {
        ["set", "up", "as", role] => people.set_up(who, *role != "superior", *role != "employee"),
        ["set", "up", "here", "as", role, "named", named] => {
            people.set_up_here(who, named, *role != "superior", *role != "employee")
        }
        ["hand", "in", "the", "key", "alone"] => people.hand_in_key_alone(who),
        ["hand", "in", name] => people.hand_in(who, name, who),
        ["hand", "in", name, "of", other] => people.hand_in(who, name, other),
        ["rest", minutes, "minutes"] => {
            people.clock.seconds += minutes.parse::<i64>().map_err(|_| "minutes have a number")? * 60;
            people.send(who, Message::Tick)
        }
        ["set", "up", "as", role, "with", "the", "code", "of", other] => {
            people.set_up_with(who, *role != "superior", *role != "employee", Some(other))
        }
        ["open", "contact", other] => {
            let did = people.did(other)?;
            people.open(who, Route::Contact(did))
        }
        ["arrive"] => people.arrive(who),
        ["arrive", "inside", ..] => {
            people.arrive(who)?;
            people.send(who, Message::Found(Facts { agent: typed()?.into(), ..Facts::default() }))
        }
        ["arrive", "in", "a", "private", "window"] => {
            people.arrive(who)?;
            let (agent, refusal) = ("Firefox/140.0".into(), "SecurityError: no".into());
            people.send(who, Message::Found(Facts { agent, refusal, ..Facts::default() }))
        }
        ["fill", "in", "the", "first", "page"] => people.fill_in_details(who),
        ["take", "the", "backup", "of", other] => people.take_backup(who, other),
        ["restore", "the", "key", "of", other] => people.restore(who, other),
        ["open", "a", "tab", "of", other] => people.open_tab(who, other),
        ["open", "a", "window", "beside", other] => people.open_beside(who, other),
        ["freeze"] => people.with(who, |tab, _| tab.is_frozen = true),
        ["wake", "up"] => people.with(who, |tab, clock| {
            tab.is_frozen = false;
            tab.check_storage(clock);
        }),
        ["close", "and", "open", "again"] => people.open_tab(who, who),
        ["invite", "my", "superior"] => people.invite(who, true, &[]),
        ["invite", "my", "employee"] => people.invite(who, false, &[]),
        ["receive", "the", "invitation", "of", other] => people.receive_invitation(who, other),
        ["opt", question, ..] => people.pick(who, question, typed()?),
        ["open", "case", case] => {
            let case = Case::from_code(case).ok_or("there is no such case")?;
            let id = people.dossier(who)?.id();
            people.open(who, Route::Case(id, case))
        }
        ["receive", "the", "corrected", "rules"] => {
            people.take_in(who, "aturan.json", corrected_rules().as_bytes())
        }
        ["open", "the", "rules", "of", "the", "dossier"] => {
            let genesis = people.dossier(who)?.genesis().ok_or("the dossier has no beginning")?;
            let hash = genesis.pack_hash;
            people.open(who, Route::Rules(hash))
        }
        ["open", "the", "corrected", "rules"] => {
            let value = strict::parse(&corrected_rules()).map_err(|_| "the corrected rules are no JSON")?;
            people.open(who, Route::Rules(Hash::of(&value)))
        }
        ["tick", "all", question] => people.tick_all(who, question),
        ["begin", "case", ..] => {
            people.press_id(who, "act")?;
            people.give_passphrase(who, &passphrase(who))
        }
        ["go", "to", "the", "new", "dossier"] => people.go_to_new(who),
        ["invite", "my", "superior", "as", question, ..] => people.invite(who, true, &[(question, typed()?)]),
        ["accept", other] => people.accept(who, other),
        ["compare", "with", other] => people.compare(who, other),
        ["turn", "to", other] => people.turn_to(who, other),
        ["paste", "what", other, "copied"] => {
            let text = people.tab(other)?.said.clone();
            people.paste(who, &text)
        }
        ["paste", ..] => people.paste(who, typed()?),
        ["drop", "an", "unreadable", "file"] => drop_one(people, who, Err(Unread::Failed)),
        ["drop", "a", "file", "that", "is", "too", "large"] => drop_one(people, who, Err(Unread::TooLarge)),
        ["drop", "an", "empty", "file"] => drop_one(people, who, Ok(Vec::new())),
        ["drop", "an", "empty", "folder"] => drop_one(people, who, Err(Unread::EmptyFolder)),
        ["drop", "a", "large", "folder"] => drop_one(people, who, Err(Unread::LargeFolder)),
        ["drop", "the", "file", "of", other] => {
            let (name, text) = people.tab(other)?.files.last().cloned().ok_or("there is no file")?;
            people.drop_on_page(who, vec![(name, Ok(text.into_bytes()))])
        }
        ["receive", "a", "zip", kind @ ..] => {
            let bytes = match kind {
                ["of", "a", "document"] => zipped(
                    &[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w>Salam</w>")],
                    |_| (),
                ),
                ["that", "is", "locked"] => zipped(&[("a.json", "{}")], |entry| entry.flags = 1),
                ["that", "lies", "about", "its", "size"] => {
                    zipped(&[("a.json", &"0".repeat(9000))], |entry| entry.size = 10)
                }
                ["that", "would", "fill", "the", "memory"] => {
                    let files = [
                        "1.json", "2.json", "3.json", "4.json", "5.json", "6.json", "7.json", "8.json",
                        "9.json",
                    ];
                    zipped(&files.map(|name| (name, "0")), |entry| entry.size = 8_000_000)
                }
                ["in", "a", "zip"] => {
                    let inner = zipped(&[("a.json", "{}")], |_| ());
                    zips::zip(&[zips::Entry::of("a.zip", &inner)])
                }
                _ => return Err("there is no such zip".into()),
            };
            people.take_in(who, "kiriman.zip", &bytes)
        }
        ["receive", "text", ..] => {
            let text = typed()?.to_string();
            people.take_in(who, "berkas.json", text.as_bytes())
        }
        ["receive", from, rest @ ..] => {
            let (number, rest) = match rest {
                ["file", number, rest @ ..] => (number.trim_end_matches(',').parse().ok(), rest),
                rest => (None, rest),
            };
            people.receive(who, from.trim_end_matches(','), number, &way(rest)?)
        }
        ["send"] => people.send_file(who),
        ["have", "a", "device", "that", "shares"] => {
            people.send(who, Message::Found(Facts { shares_files: true, ..Facts::default() }))
        }
        ["device", "answers", answer] => {
            let answer = match *answer {
                "done" => Some(Answer::Done),
                "cancelled" => Some(Answer::Cancelled),
                "failed" => Some(Answer::Failed),
                _ => None,
            };
            people.with(who, |tab, _| tab.device = answer)
        }
        ["hand", "out", "by", way] => people.hand_out(
            who,
            match *way {
                "sharing" => Sent::Share,
                "saving" => Sent::Save,
                "copying" => Sent::Copy,
                _ => Sent::CopyMessage,
            },
        ),
        ["write", stage] => people.write(who, stage_of(stage)?),
        ["open", "form", stage] => {
            let id = people.dossier(who)?.id();
            people.open(who, Route::Form(id, stage_of(stage)?))
        }
        ["open", page] => {
            let route = page_of(people, who, page)?;
            people.open(who, route)
        }
        ["type", input, ..] => match input.split_once('.') {
            Some((stage, input)) if Stage::from_code(stage).is_some() => {
                let (id, stage) = (people.dossier(who)?.id(), stage_of(stage)?);
                if people.tab(who)?.app.route() != &Route::Form(id, stage) {
                    people.open(who, Route::Form(id, stage))?;
                }
                people.type_in(who, input, typed()?)
            }
            _ => people.type_in(who, input, typed()?),
        },
        ["fill", "in"] => people.fill_in(who),
        ["choose", place] => people.choose(who, place),
        ["travel", "to", "offset", minutes] => {
            people.clock.offset = minutes.parse().map_err(|_| "minutes have a number")?;
            Ok(())
        }
        ["wait", "until", day] => {
            let day = date(day).ok_or("that is no day")?;
            people.clock.seconds = day.and_hms_opt(1, 0, 0).map_or(0, |time| time.and_utc().timestamp());
            Ok(())
        }
        ["wait", days, "days"] => {
            people.clock.seconds += days.parse::<i64>().map_err(|_| "days have a number")? * 86_400;
            Ok(())
        }
        ["pick", name, "with", ..] => {
            let file = (name.to_string(), typed()?.as_bytes().to_vec());
            people.with(who, |tab, _| tab.chosen = file)
        }
        ["open", "check", stage] => {
            let id = people.dossier(who)?.id();
            people.open(who, Route::Check(id, stage_of(stage)?))
        }
        ["pause"] => people.send(who, Message::SaveDue),
        ["check", stage] => {
            let id = people.dossier(who)?.id();
            people.open(who, Route::Form(id, stage_of(stage)?))?;
            let label = people.texts(who)?.form.check;
            people.press(who, label)
        }
        ["sign", stage] => people.sign(who, stage_of(stage)?),
        ["agree", stage] => people.agree(who, stage_of(stage)?),
        ["return", stage, ..] => people.send_back(who, stage_of(stage)?, typed()?),
        ["object", ..] => people.send_back(who, Stage::Assessment, typed()?),
        ["press", .., times, "times"] => {
            let label = what.split('"').nth(1).ok_or("a button is named in straight quotes")?.to_string();
            let times: usize = times.parse().map_err(|_| "times are a number")?;
            (0..times).try_for_each(|_| people.press(who, &label))
        }
        ["press", ..] => people.press(who, typed()?),
        ["give", "the", "passphrase"] => people.give_passphrase(who, &passphrase(who)),
        ["give", "passphrase", ..] => people.give_passphrase(who, typed()?),
        ["storage", "has", "no", "more", "room"] => {
            people.storage(who, |storage| storage.mood = Mood::Takes(storage.size()))
        }
        ["storage", mood @ ..] => people.mood(who, mood_of(mood)?),
        ["save", "what", "the", "stopped", "page", "holds"] => people.save_cells(who),
        ["forge", "an", "archive", "for", victim] => people.forge_archive(who, victim, false),
        ["forge", "an", "archive", "of", victim] => people.forge_archive(who, victim, true),
        ["lose", "the", "storage"] => {
            people.storage(who, |storage| storage.entries.clear())?;
            people.with(who, |tab, clock| tab.check_storage(clock))
        }
        ["find", "a", "stored", "record", "changed"] => people.tamper(who, "SMP Negeri 1", "SMP Negeri 9"),
        ["find", "the", "stored", "draft", "cut"] => people.storage(who, |storage| {
            let drafts = storage.entries.iter_mut().filter(|(key, _)| key.starts_with(&cell("d/")));
            drafts.for_each(|(_, text)| text.truncate(20));
        }),
        ["find", "the", "storage", "nearly", "full"] => people.storage(who, |storage| {
            let text = "x".repeat(paraf::storage::ROOM * 9 / 10);
            storage.entries.insert("another.program".into(), text);
        }),
        ["find", "entry", name, ..] => {
            let text = typed()?;
            people.storage(who, |storage| storage.put(name, text))
        }
        ["find", "the", "ledger", "of", "an", "older", "app"] => people.storage(who, |storage| {
            for (_, text) in storage.entries.iter_mut().filter(|(key, _)| key.starts_with(&cell("l/"))) {
                let mut ledger: serde_json::Value = serde_json::from_str(&unpack(text).unwrap()).unwrap();
                let members = ledger.as_object_mut().unwrap();
                members.retain(|name, _| name != "receipts" && name != "sent");
                *text = ledger.to_string();
            }
        }),
        ["sign", stage, "with", "a", "newer", "app"] => people.sign_with_newer_app(who, stage_of(stage)?),
        _ => Err("no such step".into()),
    }
}

fn drop_one(people: &mut People, who: &str, bytes: Result<Vec<u8>, Unread>) -> Result<(), Stuck> {
    people.drop_on_page(who, vec![("kiriman".into(), bytes)])
}

/// Gives the pack of 2025 with one word corrected.
fn corrected_rules() -> String {
    let shipped = SHIPPED.iter().rfind(|(id, ..)| *id == "id-2025").map_or("", |(_, _, text)| text);
    shipped.replacen("Keteraturan Suasana Kelas", "Keteraturan Suasana Belajar", 1)
}

pub fn stage_of(code: &str) -> Result<Stage, Stuck> {
    Stage::from_code(code).ok_or_else(|| format!("there is no stage {code}"))
}

fn page_of(people: &People, who: &str, page: &str) -> Result<Route, Stuck> {
    Ok(match page {
        "home" => Route::Home,
        "receive" => Route::Receive,
        "invite" => Route::Invite,
        "me" => Route::Me,
        "help" => Route::Help,
        "details" => Route::Details,
        "keep" => Route::Backup,
        "setup" => Route::Setup,
        "aside" => Route::Quarantine,
        "dossier" => Route::Dossier(people.dossier(who)?.id()),
        "send" => Route::Send(people.dossier(who)?.id()),
        "sheets" => Route::Sheets(people.dossier(who)?.id()),
        stage => Route::Stage(people.dossier(who)?.id(), stage_of(stage)?),
    })
}

fn way(words: &[&str]) -> Result<Way, Stuck> {
    Ok(match words {
        [] => Way::Whole,
        ["cut"] => Way::Cut,
        ["without", "record", number] => {
            let number: usize = number.parse().map_err(|_| "a record has a number")?;
            Way::Without(number - 1)
        }
        ["forged"] => Way::Forged,
        ["doubled"] => Way::Doubled,
        ["with", "the", "newer", "record"] => Way::WithNewer,
        ["in", "UTF-16"] => Way::Utf16 { is_marked: true, has_low_first: true },
        ["in", "UTF-16", "BE"] => Way::Utf16 { is_marked: true, has_low_first: false },
        ["in", "UTF-16", "without", "its", "mark"] => Way::Utf16 { is_marked: false, has_low_first: true },
        ["in", "a", "zip"] => Way::Zipped,
        ["from", "a", "chat"] => Way::Chat,
        ["with", "curly", "quotes"] => Way::CurlyQuotes,
        _ => return Err("no such thing happens to a file on its way".into()),
    })
}

fn mood_of(words: &[&str]) -> Result<Mood, Stuck> {
    Ok(match words {
        ["is", "full"] => Mood::Full,
        ["has", "room"] => Mood::Good,
        ["forgets"] => Mood::Forgetful,
        ["is", "blocked"] => Mood::Blocked,
        _ => return Err("a storage is full, has room, forgets or is blocked".into()),
    })
}
