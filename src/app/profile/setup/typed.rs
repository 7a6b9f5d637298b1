//! Who the person says they are, stored while it is typed: before there is a key, and when it changes.

use crate::app::context::Context;
use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::profile::setup::{EFFECTIVE, PLACES, Setup, Step, choose};
use crate::app::route::Route;
use crate::domain::person::{LINE_MAX, Person};
use crate::domain::typed;
use crate::json::{object, set, text};
use crate::seal::canonical::written;
use serde_json::Value;

/// The questions about the person, of which the answers are stored.
const DETAILS: [&str; 8] = ["name", "office", "school", "nip", "nuptk", "npsn", EFFECTIVE, PLACES];
/// The roles, stored with them.
const ROLES: [&str; 2] = ["employee", "superior"];

impl Setup {
    /// Gives the place of an answer.
    pub(super) fn line(&mut self, name: &str) -> Option<&mut String> {
        Some(match name {
            "name" => &mut self.input.name,
            "office" => &mut self.input.office,
            "school" => &mut self.input.school,
            "nip" => &mut self.input.nip,
            "nuptk" => &mut self.input.nuptk,
            "npsn" => &mut self.input.npsn,
            EFFECTIVE => &mut self.effective,
            PLACES => &mut self.places,
            "passphrase" => &mut self.passphrase.0,
            "code" => &mut self.code.0,
            _ => return None,
        })
    }

    /// Gives who the person says they are, as it is stored; never a passphrase or a code.
    fn typed(&mut self) -> String {
        let mut members =
            object([("employee", self.as_employee.into()), ("superior", self.as_superior.into())]);
        for name in DETAILS {
            let typed = self.line(name).cloned().unwrap_or_default();
            let typed: String = typed::on_one_line(&typed).chars().take(2 * LINE_MAX).collect();
            set(&mut members, name, text(&typed));
        }
        written(&members)
    }
}

/// Lays out the details of a person to be changed, from this day on, unless that was begun before. What is left of
/// the first visit is no such beginning.
pub fn edit(setup: &mut Setup, person: &Person, today: &str) {
    if setup.step != Step::default() {
        *setup = Setup::default();
    }
    if setup.typed() == Setup::default().typed() {
        setup.input = person.input();
        setup.effective = today.to_string();
        setup.stored = setup.typed();
    }
}

/// Forgets what was typed about the person, because it was signed or given up.
pub fn end_editing(setup: &mut Setup, effects: &mut Effects) {
    *setup = Setup::default();
    forget(effects);
}

/// Takes in who the person said they were before the page was left, unless something was typed since; says whether
/// it did.
pub fn resume(setup: &mut Setup, stored: &Value) -> bool {
    let typed = setup.typed();
    if typed != Setup::default().typed() || typed == written(stored) {
        return false;
    }
    for name in DETAILS {
        if let (Some(line), Some(typed)) = (setup.line(name), stored.get(name).and_then(Value::as_str)) {
            *line = typed.to_string();
        }
    }
    for role in ROLES {
        choose(setup, role, stored.get(role) == Some(&Value::Bool(true)));
    }
    setup.stored = setup.typed();
    true
}

/// Stores who the person says they are, if it was changed on a page where that is asked.
pub fn save(setup: &mut Setup, cx: &mut Context) {
    let typed = setup.typed();
    let is_known = typed == setup.stored || (setup.stored.is_empty() && typed == Setup::default().typed());
    if (cx.library.me.is_none() || cx.page.route == Route::Details) && !is_known {
        setup.stored.clone_from(&typed);
        cx.effects.put(Key::Setup, typed);
    }
}

/// Forgets what was stored before there was a person.
pub(super) fn forget(effects: &mut Effects) {
    effects.delete(Key::Setup);
}
