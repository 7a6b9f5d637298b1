//! What stands in the storage: any cells are read into a page that can be shown, nothing is overwritten
//! without a copy, and the person goes on. An input is one cell a line, its name and its text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use paraf::app::effect::Effect;
use paraf::app::message::Message;
use paraf::app::moment::Moment;
use paraf::app::route::Route;
use paraf::app::window::Event;
use paraf::app::App;
use paraf::app::moment::World;
use paraf::lang::Lang;
use paraf::storage::pack::unpack;
use paraf::storage::{OLD_PREFIX, PREFIX, Queue};
use paraf::storage::key_value::{KeyValueFault, KeyValue};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// KeyValue in memory that work.
struct Table(RefCell<BTreeMap<String, String>>);

impl KeyValue for Table {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        Ok(self.0.borrow().get(name).cloned())
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        self.0.borrow_mut().insert(name.to_string(), text.to_string());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        self.0.borrow_mut().remove(name);
        Ok(())
    }
}

fn send(app: &mut App, queue: &mut Queue<Table>, message: Message) {
    let world = World { now: Moment { seconds: 1_736_125_200, offset: 420 }, entropy: [7; 32], spare: [8; 16] };
    for effect in app.update(message, &world) {
        match effect {
            Effect::Store(changes) => {
                let stored = queue.add(changes);
                send(app, queue, Message::Stored(stored));
            }
            Effect::Begin(mark) => {
                let stored = queue.begin(mark);
                let (profiles, settings) = (queue.store().profiles(), queue.store().read("/set"));
                send(app, queue, Message::Started { profiles, settings, stored });
            }
            Effect::Open(profile) => {
                queue.open(profile);
                let (entries, stored) = (queue.store().entries(), queue.state());
                send(app, queue, Message::Opened { profile, entries, stored });
            }
            Effect::Go(route) => send(app, queue, Message::Routed(route)),
            _ => {}
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let cells: BTreeMap<String, String> =
        text.lines().filter_map(|line| line.split_once('\t')).map(|(name, text)| (name.into(), text.into())).collect();
    let before = cells.clone();
    let mut queue = Queue::new(Table(RefCell::new(cells)));
    let mut app = App::new(Lang::Id);
    send(&mut app, &mut queue, Message::Window(Event::Granted));
    for route in [Route::Home, Route::Backup, Route::Quarantine] {
        send(&mut app, &mut queue, Message::Routed(route));
        let _ = paraf::screens::screen(&app);
    }
    // Whatever stood there stands there still, in its place or beside it; only the probe comes and goes, and the mark of
    // the window is another one.
    let after = queue.store().cells().0.borrow();
    for (name, text) in before {
        let is_ours = [PREFIX, OLD_PREFIX].iter().any(|prefix| name.starts_with(prefix));
        let plain = unpack(&text);
        let is_same = |there: &String| {
            *there == text || Some(there) == plain.as_ref() || unpack(there).as_ref() == Some(&text)
        };
        let is_there = || after.values().any(is_same);
        let comes_and_goes = ["/probe", "/window", "/reserve"].iter().any(|end| name.ends_with(end));
        assert!(!is_ours || comes_and_goes || is_there(), "{name} is gone");
    }
});
