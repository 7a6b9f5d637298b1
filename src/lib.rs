//! Paraf: the yearly performance management of an Indonesian teacher, agreed on by two people who
//! exchange signed files. No server.
//!
//! Layers point one way. [`domain`] (stages, people, documents) ← [`rules`] (questions and lists of a
//! period, as data) and [`seal`] (records, proofs, merge, files) ← [`app`] (messages in, state and
//! effects out) ← [`screens`] (pages as data, in plain words) ← `browser` (the only code that talks to the
//! browser) and `ui` (draws screens). [`storage`] keeps entries on one device, over whatever holds texts by
//! name. The inner layers know no clock, randomness, storage or DOM; `browser` and `ui` exist for wasm32
//! only, so the compiler keeps the rest pure. [`lang`] holds all words.
//!
//! Where to start: `app::duties::turn` decides whose move it is, `seal::dossier` what counts, and
//! `seal/FORMAT.md` is the wire format.

pub mod app;
pub mod domain;
pub mod json;
pub mod lang;
pub mod rules;
pub mod screens;
pub mod seal;
pub mod storage;
pub mod table;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
