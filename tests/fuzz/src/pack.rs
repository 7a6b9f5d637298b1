//! A rule pack that comes in: any text is refused or gives questions that can be asked.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paraf::app::library::rule_packs::RulePack;
use paraf::domain::document::Document;
use paraf::domain::stage::{Position, Stage};
use paraf::rules::check::check;
use paraf::rules::form::{Context, prefilled, trimmed};

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let Some(book) = RulePack::open(text) else {
        return;
    };
    for position in Position::ALL {
        let Some(pack) = book.pack(position) else {
            continue;
        };
        for stage in Stage::ALL {
            let rules = pack.stage(stage);
            let context = Context::new(false);
            for form in [&rules.document, &rules.reply] {
                let document = prefilled(form, &context);
                let problems = check(pack, &context, form, &document);
                let _ = (problems, trimmed(pack, &context, form, &document), Document::default());
            }
        }
    }
});
