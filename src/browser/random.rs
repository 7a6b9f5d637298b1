//! Random bytes of the browser.

/// Gives 32 fresh random bytes, or `None` when the browser has none: then no key may be made.
pub fn bytes() -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}
