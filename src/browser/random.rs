//! Random bytes of the browser.

/// Gives fresh random bytes, or `None` when the browser has none: then no key may be made.
pub fn bytes<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).ok().map(|()| bytes)
}
