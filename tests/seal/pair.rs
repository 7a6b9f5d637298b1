//! Two made-up people and the dossier between them, for tests that need signed records.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::document::{Document, Path};
use paraf::domain::person::PersonInput;
use paraf::domain::stage::{Party, Position, Stage};
use paraf::seal::canonical::Hash;
use paraf::seal::card::Card;
use paraf::seal::dossier::Dossier;
use paraf::seal::key::{Seed, SigningKey};
use paraf::seal::letter::Handoff;
use paraf::seal::record::{
    Advice, Close, CoSign, Content, Decision, DetailsChange, Genesis, Handover, Record, Remark,
};

pub const CREATED: &str = "2025-01-06T02:00:00Z";

/// The key of a person, who is known by one byte: 1 is the employee, 2 the superior, others strangers.
pub fn key(byte: u8) -> SigningKey {
    SigningKey::from_seed(&Seed::from_bytes([byte; 32]))
}

pub fn key_of(party: Party) -> SigningKey {
    key(if party == Party::Employee { 1 } else { 2 })
}

pub fn card(byte: u8, name: &str, office: &str) -> Card {
    let input = PersonInput {
        name: name.into(),
        office: office.into(),
        school: "SMP Contoh".into(),
        ..PersonInput::default()
    };
    // Each key promises the one whose byte is greater by ten.
    let next = Some(key(byte + 10).did().hash());
    Card { did: key(byte).did().clone(), person: input.check().unwrap(), next }
}

/// The change from one key to another, each known by its byte.
pub fn key_change(from: u8, to: u8) -> Content {
    let to = Box::new(card(to, "Rina Contoh", "Guru Matematika"));
    Content::KeyChange { from: key(from).did().clone(), to }
}

pub fn genesis() -> Genesis {
    Genesis {
        period: "2025".into(),
        pack: "id-2025".into(),
        pack_hash: Hash::of_bytes(b"a pack"),
        employee: card(1, "Rina Contoh", "Guru Matematika"),
        superior: card(2, "Budi Contoh", "Kepala Sekolah"),
        position: Position::Teacher,
        is_acting: false,
    }
}

pub fn document(text: &str) -> Document {
    let mut document = Document::default();
    document.set_text(&Path::Field("reason".into()), text);
    document
}

/// A version of a stage.
pub fn version(stage: Stage, text: &str) -> Content {
    Content::Revision { stage, document: document(text), paper: String::new() }
}

/// An answer to a version.
pub fn answer(stage: Stage, target: Hash, decision: Decision) -> Content {
    let note = match decision {
        Decision::Return => "Mohon diperjelas.",
        Decision::Paper => "Di map biru.",
        Decision::Agree | Decision::Automatic => "",
    };
    let (note, reply, remarks) = (note.into(), Document::default(), Vec::new());
    Content::CoSign(Box::new(CoSign { stage, target, decision, note, reply, remarks }))
}

/// The handover to a person who is known by one byte.
pub fn handover(to: u8, is_acting: bool) -> Content {
    let (effective, letter) = ("2025-07-01".into(), "821/7/2025".into());
    let to = card(to, "Sari Contoh", "Kepala Sekolah");
    Content::Handover(Box::new(Handover { to, effective, letter, is_acting }))
}

/// The request that this person observes.
pub fn delegate(to: u8) -> Content {
    let to = Box::new(card(to, "Tono Contoh", "Guru IPA"));
    Content::Delegate { stage: Stage::Observation, to }
}

pub fn close(reason: &str) -> Content {
    let (effective, note) = ("2025-07-01".into(), "Surat sudah terbit.".into());
    Content::Close(Box::new(Close { reason: reason.into(), effective, note }))
}

pub fn reopen() -> Content {
    Content::Reopen { note: "Mutasi dibatalkan.".into() }
}

pub fn withdraw(stage: Stage, target: Hash) -> Content {
    Content::Withdraw { stage, target }
}

pub fn recommend(items: &[&str]) -> Content {
    let items = items.iter().map(|item| item.to_string()).collect();
    Content::Recommend { stage: Stage::Planning, items }
}

pub fn advise(note: &str) -> Content {
    let [work_result, work_behaviour] = ["above", "meets"].map(str::to_string);
    Content::Advise(Box::new(Advice { work_result, work_behaviour, note: note.into() }))
}

/// One content of each type, with all members that its body can have; a return has some of its own.
pub fn every_content(target: Hash) -> Vec<Content> {
    let stage = Stage::Planning;
    let (note, reply) = ("Lihat catatan.".to_string(), document("Tanggapan."));
    let remark =
        Remark { at: "reason".into(), note: "Terlalu umum.".into(), suggestion: "Sebut kelasnya.".into() };
    let returned = CoSign {
        stage,
        target,
        decision: Decision::Return,
        note: note.clone(),
        reply: reply.clone(),
        remarks: vec![remark],
    };
    let signed_on_paper =
        CoSign { stage, target, decision: Decision::Paper, note, reply, remarks: Vec::new() };
    let principal = Genesis { position: Position::Principal, is_acting: true, ..genesis() };
    vec![
        Content::Dossier(Box::new(principal)),
        version(stage, "Rencana."),
        Content::CoSign(Box::new(returned)),
        Content::CoSign(Box::new(signed_on_paper)),
        withdraw(stage, target),
        handover(4, true),
        close("moved"),
        reopen(),
        delegate(4),
        recommend(&["orderly_climate"]),
        advise("Terlihat dua kali."),
        transcript(stage),
        key_change(1, 11),
        details_change("SD Baru"),
    ]
}

/// The signer works at another school from some day on.
pub fn details_change(school: &str) -> Content {
    let input = PersonInput { school: school.into(), ..card(1, "Sari", "Guru").person.input() };
    let (person, effective) = (input.check().unwrap(), "2025-07-01".to_string());
    Content::DetailsChange(Box::new(DetailsChange { person, effective }))
}

/// A copy of what the superior put on paper.
pub fn transcript(stage: Stage) -> Content {
    Content::Revision { stage, document: document("Dari kertas."), paper: "Map biru.".into() }
}

/// One copy of the dossier, as it stands on one device.
#[derive(Clone)]
pub struct Copy(pub Dossier);

impl Copy {
    /// A dossier that has just been started.
    pub fn started() -> Copy {
        Copy::of(genesis())
    }

    /// A dossier that has just been started under an acting superior.
    pub fn under_an_acting_superior() -> Copy {
        Copy::of(Genesis { is_acting: true, ..genesis() })
    }

    pub fn of(genesis: Genesis) -> Copy {
        let content = Content::Dossier(Box::new(genesis));
        let record = Record::sign(&content, None, &[], &key(1), CREATED).unwrap();
        Copy(Dossier::assemble(record.id(), [record]))
    }

    /// A dossier in which the first stages are agreed.
    pub fn agreed(stages: usize) -> Copy {
        let mut copy = Copy::started();
        for stage in Stage::ALL.into_iter().take(stages) {
            copy.write(stage, "Isi pertama.");
            copy.answer(stage, Decision::Agree);
        }
        copy
    }

    /// Signs a record without adding it.
    pub fn sign(&self, byte: u8, content: &Content, parents: &[Hash]) -> Record {
        let parents = self.0.with_depth(parents);
        Record::sign(content, Some(self.0.id()), &parents, &key(byte), CREATED).unwrap()
    }

    /// Adds a record of one's making and gives its id.
    pub fn add(&mut self, byte: u8, content: &Content, parents: &[Hash]) -> Hash {
        let record = self.sign(byte, content, parents);
        let id = record.id();
        self.0.merge([record]);
        id
    }

    /// The writer of a stage signs the next version.
    pub fn write(&mut self, stage: Stage, text: &str) -> Hash {
        let parents = self.0.parents_of_revision(stage);
        self.add(byte_of(stage.writer()), &version(stage, text), &parents)
    }

    /// The other side answers the newest version of a stage.
    pub fn answer(&mut self, stage: Stage, decision: Decision) -> Hash {
        let target = self.0.stage(stage).heads[0];
        let parents = self.0.parents_of_answer(&target);
        self.add(byte_of(stage.writer().other()), &answer(stage, target, decision), &parents)
    }

    /// Takes over the records of another copy.
    pub fn take(&mut self, other: &Copy) {
        self.0.merge(other.records());
    }

    pub fn records(&self) -> Vec<Record> {
        self.0.records().cloned().collect()
    }

    /// The cover letter with which a side sends its copy.
    pub fn handoff(&self, from: Party, counter: u64) -> Handoff {
        let to = key_of(from.other());
        Handoff::sign(self.0.id(), to.did(), counter, &self.0.heads(), &key_of(from), CREATED).unwrap()
    }

    /// The states of all stages, in order.
    pub fn states(&self) -> String {
        let states = Stage::ALL.map(|stage| format!("{:?}", self.0.stage(stage).state));
        states.join(" ")
    }
}

fn byte_of(party: Party) -> u8 {
    if party == Party::Employee { 1 } else { 2 }
}
