//! The strict parser: any bytes are refused or have one reading, which can be written and read again.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paraf::seal::canonical::written;
use paraf::seal::pieces::{member, parts};
use paraf::seal::strict;

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = strict::text(bytes) else {
        return;
    };
    // The cuts of a text that is no JSON may be anything, but must end.
    let _ = (parts(text).len(), member(text, "records").map(str::len));
    if let Ok(value) = strict::parse(text) {
        let canonical = written(&value);
        assert_eq!(strict::parse(&canonical).as_ref(), Ok(&value), "what was written is read as the same");
        assert_eq!(written(&value), canonical);
    }
});
