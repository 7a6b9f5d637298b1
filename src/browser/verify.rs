//! Signatures, verified by the browser's own cryptography, which is several times as fast as ours. It is asked only where
//! it judges as we do, which it has to show first (`seal/probe.rs`), because the standard leaves open how points of small
//! order are compared.

use super::address;
use crate::seal::probe::probes;
use crate::seal::proof::Question;
use js_sys::{Array, Promise, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// Milliseconds after which the answer is not awaited any longer.
const PATIENCE: i32 = 4_000;
const ALGORITHM: &str = "Ed25519";

thread_local! {
    /// Whether the browser judges as we do, once that was tried.
    static JUDGES_AS_WE_DO: Cell<Option<bool>> = const { Cell::new(None) };
}

/// Verifies signatures, and tells for each whether it holds; `None` where the browser cannot, or not as we would.
pub async fn all(questions: Vec<Question>, tell: impl Fn(Option<Vec<bool>>) + Clone + 'static) {
    let late = tell.clone();
    let timer = address::later(PATIENCE, move || late(None));
    let answers = ask(questions).await;
    address::not_later(timer);
    tell(answers);
}

async fn ask(questions: Vec<Question>) -> Option<Vec<bool>> {
    let window = web_sys::window().filter(|window| window.is_secure_context())?;
    let subtle = window.crypto().ok()?.subtle();
    let judges_as_we_do = match JUDGES_AS_WE_DO.get() {
        Some(known) => known,
        None => {
            let (probes, expected): (Vec<_>, Vec<_>) = probes().into_iter().unzip();
            let judges = verify(&subtle, &probes).await.is_some_and(|answers| answers == expected);
            JUDGES_AS_WE_DO.set(Some(judges));
            judges
        }
    };
    if judges_as_we_do { verify(&subtle, &questions).await } else { None }
}

async fn verify(subtle: &SubtleCrypto, questions: &[Question]) -> Option<Vec<bool>> {
    // Most records of a dossier are signed by two keys.
    let mut names: Vec<[u8; 32]> = Vec::new();
    for question in questions {
        if !names.contains(&question.key) {
            names.push(question.key);
        }
    }
    let usages = Array::of1(&"verify".into());
    let import = |name: &[u8; 32]| {
        subtle.import_key_with_str("raw", &Uint8Array::from(&name[..]), ALGORITHM, false, &usages)
    };
    let keys = all_of(names.iter().map(import)).await?;
    let begin = |question: &Question| {
        let place = names.iter().position(|name| *name == question.key).unwrap_or_default();
        let key: CryptoKey = keys.get(place as u32).unchecked_into();
        let (signature, data) =
            (Uint8Array::from(&question.signature[..]), Uint8Array::from(&question.data[..]));
        subtle.verify_with_str_and_js_u8_array_and_js_u8_array(ALGORITHM, &key, &signature, &data)
    };
    all_of(questions.iter().map(begin)).await?.iter().map(|answer| answer.as_bool()).collect()
}

/// Waits for promises; `None` when one of them fails.
async fn all_of(promises: impl Iterator<Item = Result<Promise, JsValue>>) -> Option<Array> {
    let promises: Array = promises.collect::<Result<_, _>>().ok()?;
    JsFuture::from(Promise::all(&promises)).await.ok()?.dyn_into().ok()
}
