//! How fresh the complete backup is, and how much room is left.
use crate::app::route::Route;
use crate::app::{App, backup};
use crate::lang::{Texts, fill, own};
use crate::screens::block::{Link, Notice, Tone};
use crate::screens::parts::words::stamp;

/// Says when everything was saved, and what came since.
pub fn freshness(app: &App, t: &Texts) -> String {
    let Some(kept) = &app.library.last_backup else {
        return own(t.keep.never);
    };
    let at = stamp(app, &kept.at);
    match backup::unsaved(&app.library) {
        0 => fill(t.keep.fresh, &[&at]),
        more => fill(t.keep.stale, &[&at, &more.to_string()]),
    }
}

/// Warns while little room is left.
pub fn tight(app: &App, t: &Texts) -> Option<Notice> {
    let is_told = app.stored.health == crate::storage::Health::Full;
    (backup::is_tight(app.stored.used) && !is_told).then(|| Notice {
        tone: Tone::Warn,
        text: fill(t.keep.tight, &[&backup::share(app.stored.used).to_string()]),
        button: None,
        link: (app.page.route != Route::Backup).then(|| Link::to(&Route::Backup, t.keep.heading)),
    })
}
