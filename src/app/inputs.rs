//! What the person types, ticks and presses, led to the area that asks for it.

use crate::app::context::Context;
use crate::app::editor::{choosing, writing_help};
use crate::app::effect::{Effect, Effects};
use crate::app::key::Key;
use crate::app::message::Press;
use crate::app::moment::World;
use crate::app::page::SEARCH;
use crate::app::pairing::new_dossier;
use crate::app::profile::setup;
use crate::app::profile::{details, keys};
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::{App, Health, backup, editor, import, pairing, rules, sending, signing, special_cases};
use crate::domain::document::Path;
use crate::lang::Lang;

impl App {
    /// Takes in what was typed.
    pub(super) fn type_in(&mut self, path: &Path, text: &str, effects: &mut Effects) {
        let (work, setup, mut cx) = self.parts(effects);
        let cx = &mut cx;
        if path.field() == SEARCH {
            cx.page.search = text.to_string();
            cx.effects.render();
            return;
        }
        // What is chosen for a new dossier decides what is said beside it.
        if new_dossier::answer(
            &mut work.pairing.answers,
            (cx.library, &cx.page.route),
            path.field(),
            text,
            true,
        ) {
            cx.page.forget_problem(path);
            cx.effects.render();
            return;
        }
        if signing::type_in(&mut work.signing, path, text)
            || pairing::type_code(&mut work.pairing, &cx.page.route, path, text)
            || choosing::type_in(&mut work.editor, path, text, cx)
            || backup::type_in(&mut work.trial, path, text)
        {
            return;
        }
        if cx.page.forget_problem(path) {
            cx.effects.render();
        }
        match cx.page.route {
            Route::Setup | Route::Details => setup::type_in(setup, path, text, cx),
            Route::Me => keys::type_in(&mut work.keys, path, text),
            _ => editor::type_in(&mut work.editor, path, text, cx),
        }
    }

    /// Takes in what was ticked.
    pub(super) fn choose(&mut self, field: &str, id: &str, chosen: bool, effects: &mut Effects) {
        let (work, setup, mut cx) = self.parts(effects);
        let cx = &mut cx;
        if cx.page.forget_problem(&Path::Field(field.to_string())) {
            cx.effects.render();
        }
        if new_dossier::answer(&mut work.pairing.answers, (cx.library, &cx.page.route), field, id, chosen) {
            cx.effects.render();
            return;
        }
        match cx.page.route {
            Route::Setup => {
                setup::choose(setup, id, chosen);
                cx.effects.push(Effect::SaveSoon);
            }
            Route::Details => {
                details::choose(setup, cx.library, id, chosen);
                cx.effects.push(Effect::SaveSoon);
                cx.effects.render();
            }
            _ => editor::choose(&mut work.editor, field, id, chosen, cx),
        }
    }

    /// Carries out a button.
    pub(super) fn press(&mut self, press: Press, world: &World, effects: &mut Effects) {
        let settings = self.settings();
        let (is_full, is_emptied) = (self.stored.health == Health::Full, self.is_emptied());
        if matches!(
            press,
            Press::Signing(_) | Press::Case(_) | Press::Pairing(_) | Press::Keys(_) | Press::Details(_)
        ) {
            // What is about to be signed is stored first.
            self.save_forms(effects);
        }
        if press == Press::Signing(signing::Press::Confirm) && self.sign_at_once(world, effects) {
            effects.render();
            return;
        }
        let (library, page, sitting, lang) =
            (&mut self.library, &mut self.page, &mut self.sitting, self.lang);
        let (work, cx) = (&mut self.work, &mut Context { library, page, sitting, lang, effects });
        let asked = match press {
            Press::Signing(press) => signing::press(&mut work.signing, press, cx),
            Press::Case(press) => special_cases::press(press, &work.pairing, cx),
            Press::Pairing(press) => pairing::press(&mut work.pairing, press, cx),
            Press::Keys(press) => keys::press(&mut work.keys, press, cx),
            Press::Details(press) => details::press(&mut self.setup, press, cx),
            press => {
                match press {
                    Press::Setup(press) => setup::press(&mut self.setup, press, self.environment, world, cx),
                    Press::Writing(press) => editor::press(&mut work.editor, press, cx),
                    Press::Help(press) => writing_help::press(&mut work.editor, press, cx),
                    Press::Rules(press) => rules::press(cx.library, press, cx.effects),
                    Press::Backup(press) => backup::press(&mut work.trial, press, is_emptied, world, cx),
                    Press::Rescue => backup::save_all(&mut work.trial, cx.library, cx.effects),
                    Press::StoreAgain => {
                        backup::store_again(cx.library, settings, world, cx.effects);
                    }
                    Press::KeepBoth(dossier) => import::keep_both(&mut self.import, &dossier, is_full, cx),
                    Press::Sending(press) => sending::press(&mut work.sending, press, cx),
                    Press::NameNobody(names_nobody) => {
                        self.names_nobody = names_nobody;
                        cx.effects.put(Key::Settings, Settings { names_nobody, ..settings }.to_json());
                    }
                    Press::Install => {
                        self.is_installable = false;
                        cx.effects.push(Effect::Install);
                    }
                    Press::ShowMore => cx.page.more += 1,
                    Press::StopImport => {
                        let (import, beside, mut cx) = self.parts_for_files(effects);
                        import::stop(import, &beside, &mut cx);
                    }
                    Press::Print => cx.effects.push(Effect::Print),
                    Press::PrintAll(dossier) => {
                        self.prints_next = true;
                        cx.effects.go(Route::Sheets(dossier));
                    }
                    Press::Language(lang) => self.speak(lang, effects),
                    Press::Lock(press) => self.press_lock(press, effects),
                    _ => {}
                }
                None
            }
        };
        if let Some(pending) = asked {
            let (work, _, mut cx) = self.parts(effects);
            signing::begin(&mut work.signing, pending, is_full, &mut cx);
        }
        effects.render();
    }

    /// Says everything in another language. The page is built anew, and who pressed stays at the button.
    pub(super) fn change_language(&mut self, lang: Lang, effects: &mut Effects) {
        self.lang = lang;
        self.page.layout += 1;
        effects.focus("language");
    }

    /// Changes the language of the interface, and remembers it.
    fn speak(&mut self, lang: Lang, effects: &mut Effects) {
        self.change_language(lang, effects);
        effects.put(Key::Settings, self.settings().to_json());
    }
}
