//! The question before a signature: what will be signed, what that means, and the passphrase.
use crate::app::duties::forms::goes_ahead;
use crate::app::duties::key_recovery;
use crate::app::effect::VaultFault;
use crate::app::message::Press;
use crate::app::pending::Pending;
use crate::app::{App, signing};
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Dialog, Input};
use crate::screens::block::{Button, Weight};
use crate::screens::parts::names::{self, visible};
use crate::screens::parts::problems::passphrases;
use crate::screens::parts::{meaning, offers, thread};
use crate::seal::record::{Content, Decision};

/// Gives the question that is open.
pub fn dialog(app: &App, t: &'static Texts) -> Option<Dialog> {
    let dialog = app.work.signing.dialog.as_ref()?;
    let (heading, first, label) = match &dialog.pending {
        Pending::Sign(_, stage, _) => {
            (fill(t.sign.sign_heading, &[t.stage_name(*stage)]), t.sign.sign_point, t.sign.sign_button)
        }
        Pending::Answer(_, Stage::Assessment, Decision::Agree, _) => {
            (own(t.sign.accept_heading), t.sign.accept_point, t.stage.accept)
        }
        Pending::Answer(_, Stage::Assessment, Decision::Return, _) => {
            (own(t.sign.object_heading), t.sign.object_point, t.stage.object)
        }
        Pending::Answer(_, stage, Decision::Return, _) => {
            (fill(t.sign.return_heading, &[t.stage_name(*stage)]), t.sign.return_point, t.stage.send_back)
        }
        Pending::Answer(_, stage, ..) => {
            (fill(t.sign.agree_heading, &[t.stage_name(*stage)]), t.sign.agree_point, t.sign.sign_button)
        }
        Pending::Act(_, content) => {
            let [heading, point, label] = offers::question(app, t, content);
            let name = match &**content {
                Content::KeyChange { to, .. } => visible(to.person.name()),
                _ => String::new(),
            };
            (fill(heading, &[&name]), point, label)
        }
        Pending::Invite(_) => (own(t.sign.invite_heading), t.sign.invite_point, t.sign.invite_button),
        Pending::Details(_) => (own(t.me.details_question), t.me.details_point, t.me.details_sign),
        Pending::Code => (own(t.keys.show_heading), t.keys.show_point, t.keys.show),
        Pending::Accept(_) => (own(t.sign.start_heading), t.sign.start_point, t.sign.start_button),
    };
    let mut points = vec![first.to_string()];
    if let Pending::Sign(id, stage, _) = &dialog.pending
        && app.library.dossiers.get(id).is_some_and(|dossier| goes_ahead(dossier, *stage))
        && let Some(before) = stage.before()
    {
        points.push(fill(t.sign.sign_ahead, &[t.stage_name(before)]));
    }
    if let Pending::Act(id, content) = &dialog.pending
        && let Content::KeyChange { from, to } = &**content
    {
        let more = key_recovery::elsewhere(&app.library, id, from, to).len();
        points.extend((more > 0).then(|| fill(t.keys.everywhere, &[&(more + 1).to_string()])));
    }
    if dialog.pending != Pending::Code {
        points.extend(meaning::meaning(t).into_iter().take(2));
    }
    points.extend((!dialog.asks).then(|| own(t.sign.is_open)));
    let lines = [("unlock", t.sign.passphrase, dialog.passphrase.0.as_str(), "current-password")];
    let problem = match dialog.fault {
        Some(VaultFault::Wrong) => own(t.sign.wrong_passphrase),
        Some(VaultFault::NotSecure) => own(t.sign.not_secure),
        None => String::new(),
    };
    let input = passphrases(app, t, &lines).pop().filter(|_| dialog.asks);
    let input = input.map(|input| Input { problem, ..input });
    let press = |press| Press::Signing(press);
    let label = if dialog.busy { t.sign.busy } else { label };
    let refuses = matches!(dialog.pending, Pending::Answer(_, _, Decision::Return, _));
    let weight = if refuses { Weight::Refuse } else { Weight::Main };
    let halves = match &dialog.pending {
        Pending::Sign(id, stage, _) | Pending::Answer(id, stage, Decision::Agree, _) => {
            thread::about_to_sign(app, id, *stage)
        }
        _ => None,
    };
    Some(Dialog {
        heading,
        halves,
        subject: names::subject(app, t, app.page.route.stage()),
        points,
        input,
        buttons: vec![
            Button { busy: dialog.busy, weight, ..Button::main(label, press(signing::Press::Confirm)) },
            Button::quiet(t.sign.cancel, press(signing::Press::Cancel)),
        ],
    })
}
