//! Signatures, verified by the browser's own cryptography: several times as fast as ours, and beside the page. It is
//! asked only where it judges as we do, which it has to show first (`seal/probe.rs`), because the standard leaves open
//! how points of small order are compared.

use super::address;
use crate::seal::probe::probes;
use crate::seal::proof::Question;
use js_sys::{Array, Uint8Array};
use std::cell::Cell;
use std::pin::Pin;
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
    let begun: Array = questions.iter().map(|question| JsValue::from(begin(subtle, question))).collect();
    let answers: Array = JsFuture::from(js_sys::Promise::all(&begun)).await.ok()?.dyn_into().ok()?;
    answers.iter().map(|answer| answer.as_bool()).collect()
}

/// Begins to verify one signature.
fn begin(subtle: &SubtleCrypto, question: &Question) -> js_sys::Promise {
    let (subtle, question) = (subtle.clone(), question.clone());
    let work: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(async move {
        let (key, data) = (Uint8Array::from(&question.key[..]), Uint8Array::from(&question.data[..]));
        let usages = Array::of1(&"verify".into());
        let key = subtle.import_key_with_str("raw", &key, ALGORITHM, false, &usages)?;
        let key: CryptoKey = JsFuture::from(key).await?.unchecked_into();
        let signature = Uint8Array::from(&question.signature[..]);
        JsFuture::from(
            subtle.verify_with_str_and_js_u8_array_and_js_u8_array(ALGORITHM, &key, &signature, &data)?,
        )
        .await
    });
    wasm_bindgen_futures::future_to_promise(work)
}
