//! Rule packs that somebody made wrong, on purpose or not: whatever a pack says, no screen of a dossier
//! under it breaks.

use super::people::{People, Stuck, passphrase};
use super::screens::{buttons, chose, inputs};
use super::shell::{cell, stored_seed};
use paraf::app::case::Case;
use paraf::app::library::rule_packs::RulePack;
use paraf::app::library::rule_packs::SHIPPED;
use paraf::app::message::Message;
use paraf::app::message::Press;
use paraf::app::route::Route;
use paraf::domain::document::{Answer, Document, ITEM, Row};
use paraf::domain::person::PersonInput;
use paraf::domain::stage::{Party, Position, Stage};
use paraf::lang::Lang;
use paraf::rules::pack::{Field, Kind, Section};
use paraf::screens::block::Does;
use paraf::screens::block::form::InputKind;
use paraf::seal::canonical::{Hash, written};
use paraf::seal::card::Card;
use paraf::seal::dossier::Dossier;
use paraf::seal::key::SigningKey;
use paraf::seal::record::{CoSign, Content, Decision, Genesis, Record};
use paraf::seal::strict;
use serde_json::{Value, json};

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

/// Collects the addresses of all values.
fn places(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            members.iter().for_each(|(name, value)| places(value, format!("{at}/{name}"), found));
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, format!("{at}/{index}"), found));
        }
        _ => {}
    }
    found.push(at);
}

/// Changes one value into another one of the same pack, or into something odd.
fn harm(pack: &mut Value, places: &[String], chance: &mut Chance) {
    let place = &places[chance.below(places.len())];
    let last = place.rsplit('/').next().unwrap_or_default().to_string();
    let others: Vec<&String> =
        places.iter().filter(|other| other.rsplit('/').next() == Some(&last)).collect();
    let other = pack.pointer(others[chance.below(others.len())]).cloned();
    let odd = [
        json!(""),
        json!([]),
        json!("x"),
        json!("planning.reason"),
        json!("assessment.work_result=above"),
        json!("indicators/planning.indicator/planning.indicator"),
        json!(0),
        json!(4_000_000_000_u64),
        json!(true),
        json!("expectations"),
        json!("999999.99"),
        json!("effort"),
        json!("rows"),
        json!("each"),
        json!("choices"),
    ];
    let odd = odd[chance.below(odd.len())].clone();
    if let Some(value) = pack.pointer_mut(place) {
        match (chance.below(3), value) {
            (0, Value::Array(items)) if !items.is_empty() => drop(items.remove(chance.below(items.len()))),
            (1, value) => *value = odd,
            (_, value) => *value = other.unwrap_or(Value::Null),
        }
    }
    // What often goes together: questions that look at each other.
    if chance.below(2) == 0 {
        let members = [
            ("when", json!("acting")),
            ("prefill", json!("effort.log")),
            ("within", json!("assessment")),
            ("marked", json!(true)),
            ("stamp", json!(true)),
            ("min", json!(0)),
            ("max", json!(4_294_967_295_u64)),
            ("total", json!({"of": "x", "times": "x", "from": 9_007_199_254_740_991_u64, "to": 0})),
            ("starters", json!(["assessment.work_result", "x", "planning.reason", "effort.effort"])),
        ];
        let fields: Vec<&String> = places.iter().filter(|place| place.ends_with("/kind")).collect();
        let field = fields[chance.below(fields.len())].trim_end_matches("/kind");
        let (name, value) = members[chance.below(members.len())].clone();
        if let Some(field) = pack.pointer_mut(field).and_then(Value::as_object_mut) {
            field.insert(name.into(), value);
        }
    }
}

fn row(fields: &[Field], item: Option<&str>, text: &str) -> Row {
    let columns = fields.iter().map(|column| (column.name.clone(), text.to_string()));
    columns.chain(item.map(|item| (ITEM.to_string(), item.to_string()))).collect()
}

/// Answers everything a form could ask for, well or not.
fn answered(form: &[Section], ids: &[String], chance: &mut Chance) -> Document {
    let mut document = Document::default();
    let texts = ["", "above", "2025-03-14", "08:00", "12", "99999999999999999999", "{}", "x\ny"];
    for field in form.iter().flat_map(|section| &section.fields) {
        let id = ids[chance.below(ids.len())].clone();
        let text =
            if chance.below(2) == 0 { id.clone() } else { texts[chance.below(texts.len())].to_string() };
        let answer = match (field.kind, chance.below(6)) {
            (_, 0) => continue,
            (_, 1) => Answer::Rows(vec![row(&field.fields, Some(&id), &text)]),
            (Kind::Choices, _) => Answer::Many(vec![id, text]),
            (Kind::Each, _) => {
                Answer::Rows(ids.iter().take(3).map(|id| row(&field.fields, Some(id), &text)).collect())
            }
            (Kind::Rows, _) => Answer::Rows(vec![row(&field.fields, None, &text), Row::new()]),
            _ => Answer::Text(text),
        };
        document.put(&field.name, answer);
    }
    document
}

#[test]
fn no_rule_pack_breaks_a_screen() {
    let rounds = std::env::var("PACK_ROUNDS").ok().and_then(|n| n.parse().ok()).unwrap_or(6);
    let from: u64 = std::env::var("PACK_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    people.set_up("ks", false, true).unwrap();
    let mut taken = 0;
    let mut round = from;
    while taken < rounds {
        round += 1;
        let mut chance = Chance(round);
        let mut pack = strict::parse(SHIPPED[chance.below(SHIPPED.len())].2).unwrap();
        let mut at = Vec::new();
        places(&pack, String::new(), &mut at);
        for _ in 0..=chance.below(3) {
            harm(&mut pack, &at, &mut chance);
        }
        let text = written(&pack);
        let shown = std::time::Instant::now();
        for who in ["guru", "ks"] {
            people.take_in(who, "aturan.json", text.as_bytes()).unwrap();
        }
        let Some(book) = RulePack::open(&text) else { continue };
        taken += 1;
        println!("round {round}");
        let stages = chance.below(Stage::ALL.len() + 1);
        let id = begin(&mut people, &book, stages, &mut chance);
        for who in ["guru", "ks"] {
            people.open(who, Route::Rules(book.hash)).unwrap();
            let take = paraf::app::rules::Press::Take;
            people.send(who, Message::Press(Press::Rules(take))).unwrap();
            people.open_tab(who, who).unwrap();
            walk(&mut people, who, id, book.hash);
        }
        assert!(shown.elapsed().as_secs() < 20, "round {round} takes {:?}", shown.elapsed());
    }
    println!("{taken} of {round}");
}

#[test]
fn a_dossier_of_the_first_version_of_paraf_goes_on_under_its_own_rules() {
    let mut people = People::nobody();
    people.set_up("guru", true, false).unwrap();
    people.set_up("ks", false, true).unwrap();
    let first = "sha256:085fefdf8be6e8bfd632b3d0d8679724199e4a2d578d478048977b6975d90084";
    let book = RulePack::open(SHIPPED.iter().find(|(_, hash, _)| *hash == first).unwrap().2).unwrap();
    let id = begin(&mut people, &book, 0, &mut Chance(0));
    people
        .storage("guru", |storage| {
            let stored = r#"{"counter":2,"seen":3,"letter":"","unsent":false}"#;
            storage.put(&format!("l/{}", id.key()), stored);
        })
        .unwrap();
    for who in ["guru", "ks"] {
        people.open_tab(who, who).unwrap();
        people.open(who, Route::Dossier(id)).unwrap();
    }
    for stage in [Stage::Planning, Stage::Preparation, Stage::Observation] {
        people.agree_on("guru", "ks", stage).unwrap();
    }
    people
        .storage("guru", |storage| assert!(!storage.entries.keys().any(|key| key.contains("/q/"))))
        .unwrap();
    people.open("guru", Route::Case(id, Case::Close)).unwrap();
    people.pick("guru", "case-reason", "Pindah tugas").unwrap();
}

/// Begins a dossier of guru and ks under the pack of 2026 that was shipped before the decree was known, as an older
/// Paraf did.
pub fn begin_under_former_rules(people: &mut People, position: Position) -> Result<(), Stuck> {
    let (_, hash, text) = SHIPPED.iter().find(|(id, ..)| *id == "id-2026").ok_or("there is no such pack")?;
    assert!(hash.starts_with("sha256:f7a388c8"), "the former pack stays first");
    let book = RulePack::open(text).ok_or("the pack does not open")?;
    let mut chance = (0..).map(Chance).find(|chance| Position::ALL[Chance(chance.0).below(2)] == position);
    begin(people, &book, 0, chance.as_mut().ok_or("no chance fits")?);
    ["guru", "ks"].into_iter().try_for_each(|who| people.open_tab(who, who))
}

/// Signs the first stages of a dossier under a pack, whatever it asks, and puts it into both storages.
fn begin(people: &mut People, book: &RulePack, stages: usize, chance: &mut Chance) -> Hash {
    let key = |people: &People, who: &str| {
        SigningKey::from_seed(
            &stored_seed(&people.tab(who).unwrap().storage.borrow(), &passphrase(who)).unwrap(),
        )
    };
    let keys = [key(people, "guru"), key(people, "ks")];
    let card = |key: &SigningKey, name: &str| {
        let [name, office, school] = [name, "Guru Kelas", "SD Contoh"].map(String::from);
        let input = PersonInput { name, office, school, ..PersonInput::default() };
        Card { did: key.did().clone(), person: input.check().unwrap(), next: None }
    };
    let position = Position::ALL[chance.below(2)];
    let pack = book.pack(position).unwrap();
    let genesis = Genesis {
        period: pack.period.clone(),
        pack: pack.id.clone(),
        pack_hash: book.hash,
        employee: card(&keys[0], "Siti Contoh"),
        superior: card(&keys[1], "Budi Contoh"),
        position,
        is_acting: chance.below(2) == 0,
    };
    let created = "2025-01-06T02:00:00Z";
    let first = Record::sign(&Content::Dossier(Box::new(genesis)), None, &[], &keys[0], created).unwrap();
    let id = first.id();
    let mut dossier = Dossier::assemble(id, [first]);
    let ids: Vec<String> = ["indicators", "behaviours", "levels", "expectations", "activities"]
        .iter()
        .flat_map(|list| pack.list(list))
        .flat_map(|item| item.items.iter().chain([item]))
        .map(|item| item.id.clone())
        .collect();
    for stage in Stage::ALL.into_iter().take(stages) {
        let by = |party: Party| &keys[usize::from(party == Party::Superior)];
        let parents = dossier.with_depth(&dossier.parents_of_revision(stage));
        let document = answered(&pack.stage(stage).document, &ids, chance);
        let content = Content::Revision { stage, document, paper: String::new() };
        let version = Record::sign(&content, Some(id), &parents, by(stage.writer()), created).unwrap();
        let target = version.id();
        dossier.merge([version]);
        let parents = dossier.with_depth(&dossier.parents_of_answer(&target));
        let reply = answered(&pack.stage(stage).reply, &ids, chance);
        let (note, remarks) = ("x".into(), Vec::new());
        let cosign = CoSign { stage, target, decision: Decision::Agree, note, reply, remarks };
        let content = Content::CoSign(Box::new(cosign));
        let other = by(stage.writer().other());
        dossier.merge([Record::sign(&content, Some(id), &parents, other, created).unwrap()]);
    }
    for who in ["guru", "ks"] {
        people
            .storage(who, |storage| {
                storage.entries.retain(|key, _| {
                    !["r/", "u/", "l/", "d/"].iter().any(|kind| key.starts_with(&cell(kind)))
                });
                for record in dossier.records() {
                    storage.put(&format!("r/{}", record.id().key()), record.text());
                }
            })
            .unwrap();
    }
    id
}

fn walk(people: &mut People, who: &str, id: Hash, pack: Hash) {
    let mut pages = vec![Route::Home, Route::Invite, Route::Me, Route::Dossier(id), Route::Rules(pack)];
    for stage in Stage::ALL {
        pages.extend([Route::Form(id, stage), Route::Check(id, stage), Route::Stage(id, stage)]);
        let versions = people.tab(who).unwrap().app.dossier(&id).unwrap().stage(stage).versions.clone();
        pages.extend(versions.into_iter().map(|version| Route::Version(id, stage, version)));
    }
    pages.extend(Case::ALL.map(|case| Route::Case(id, case)));
    for page in pages {
        people.open(who, page.clone()).unwrap();
        let screen = people.screen(who).unwrap();
        for input in inputs(&screen) {
            let message = match &input.kind {
                InputKind::Choices(options) => {
                    options.first().map(|one| chose(input.path.field(), &one.id, true))
                }
                InputKind::Choice(options) | InputKind::Pick(options, _) => {
                    options.last().map(|one| Message::Typed(input.path.clone(), one.id.clone()))
                }
                InputKind::Groups(..) => None,
                _ => Some(Message::Typed(input.path.clone(), "Contoh Budi 12".into())),
            };
            message.into_iter().for_each(|message| people.send(who, message).unwrap());
        }
        let adds: Vec<_> = buttons(&people.screen(who).unwrap())
            .into_iter()
            .filter(|button| {
                button.id.ends_with(".add") || button.id.ends_with(".stamp") || button.id == "check"
            })
            .collect();
        for button in adds {
            if let Does::Press(press) = button.does {
                people.send(who, Message::Press(press)).unwrap();
                people.screen(who).unwrap();
            }
        }
        people.send(who, Message::SaveDue).unwrap();
        people.screen(who).unwrap();
        if matches!(page, Route::Form(..)) {
            people.fill_in(who).unwrap_or_default();
        }
    }
    for lang in [Lang::En, Lang::Id] {
        people.send(who, Message::Press(Press::Language(lang))).unwrap();
        people.screen(who).unwrap();
    }
}
