//! A shell without a browser: it carries out what the app asks for, with a storage that can fail.

use paraf::app::App;
use paraf::app::effect::Effect;
use paraf::app::effect::VaultFault;
use paraf::app::message::{Message, Press};
use paraf::app::moment::Moment;
use paraf::app::moment::World;
use paraf::app::picked::FileFault;
use paraf::app::picked::IncomingFile;
use paraf::app::picked::Seen;
use paraf::app::picked::Unread;
use paraf::app::route::Route;
use paraf::app::sending::{self, Answer};
use paraf::app::window::Event;
use paraf::app::window::Window;
use paraf::domain::passphrase::{attempts, normalised};
use paraf::json::{object, text};
use paraf::lang::Lang;
use paraf::screens::Screen;
use paraf::screens::block::Block;
use paraf::seal::canonical::Hash;
use paraf::seal::canonical::written;
use paraf::seal::key::{Did, Seed};
use paraf::seal::proof::Question;
use paraf::seal::strict;
use paraf::storage::key_value::{KeyValue, KeyValueFault};
use paraf::storage::pack::unpack;
use paraf::storage::{PREFIX, Queue};
use std::cell::{RefCell, RefMut};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// Says whether a signature holds.
pub type Witness = fn(&Question) -> bool;

/// Verifies a signature as a browser does that judges as we do.
pub fn holds(question: &Question) -> bool {
    let did = Did::from_public_key(question.key);
    did.is_some_and(|did| did.verifies(&question.data, &question.signature))
}

/// How a storage behaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Mood {
    #[default]
    Good,
    /// It takes nothing more, whatever is removed.
    Full,
    /// It takes so many bytes in all.
    Takes(usize),
    /// It says that it wrote, and did not.
    Forgetful,
    /// It refuses every access.
    Blocked,
    /// It stores half of a text and says that it wrote it.
    Cutting,
}

/// The storage of one browser, which all its tabs share.
#[derive(Debug, Default)]
pub struct Storage {
    pub entries: BTreeMap<String, String>,
    pub mood: Mood,
    changes: u64,
    calls: usize,
    /// The one call that goes wrong, and how.
    trouble: Option<(usize, Mood)>,
}

impl Storage {
    /// Gives the text of an entry of the first profile, by its short name.
    pub fn entry(&self, name: &str) -> Option<String> {
        unpack(self.entries.get(&cell(name))?)
    }

    /// Gives the bytes that names and texts take.
    pub fn size(&self) -> usize {
        self.entries.iter().map(|(name, text)| name.len() + text.len()).sum()
    }

    /// Lets one call go wrong, by its number from zero and from now on.
    pub fn go_wrong(&mut self, number: usize, mood: Mood) {
        (self.calls, self.trouble) = (0, Some((number, mood)));
    }

    /// Lets nothing go wrong any more; gives the number of calls since then.
    pub fn heal(&mut self) -> usize {
        self.trouble = None;
        self.calls
    }

    fn mood(&mut self) -> Mood {
        let call = self.calls;
        self.calls += 1;
        self.trouble.filter(|(number, _)| *number == call).map_or(self.mood, |(_, mood)| mood)
    }

    /// Removes an entry of the first profile.
    pub fn remove(&mut self, name: &str) {
        self.entries.remove(&cell(name));
        self.changes += 1;
    }

    /// Puts a text in place of an entry of the first profile, as it is.
    pub fn put(&mut self, name: &str, text: &str) {
        self.entries.insert(cell(name), text.to_string());
        self.changes += 1;
    }
}

/// Gives the name of the cell of an entry in the first profile.
pub fn cell(name: &str) -> String {
    format!("{PREFIX}0/{name}")
}

/// The cells of one browser.
#[derive(Debug)]
pub struct Drawer(Rc<RefCell<Storage>>);

impl Drawer {
    fn use_it(&self) -> Result<(RefMut<'_, Storage>, Mood), KeyValueFault> {
        let mut storage = self.0.borrow_mut();
        match storage.mood() {
            Mood::Blocked => Err(KeyValueFault::Denied),
            mood => Ok((storage, mood)),
        }
    }
}

impl KeyValue for Drawer {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        Ok(self.use_it()?.0.entries.keys().cloned().collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        let (storage, mood) = self.use_it()?;
        let text = storage.entries.get(name).cloned();
        Ok(match mood {
            Mood::Cutting => text.map(|text| text.chars().take(text.chars().count() / 2).collect()),
            _ => text,
        })
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        let (mut storage, mood) = self.use_it()?;
        let text = match mood {
            Mood::Full => return Err(KeyValueFault::Full),
            Mood::Takes(most) => {
                let before = storage.entries.get(name).map_or(0, |old| name.len() + old.len());
                if storage.size() + name.len() + text.len() > most + before {
                    return Err(KeyValueFault::Full);
                }
                text.to_string()
            }
            // The probe is how a storage that refuses all is told from one that forgets some.
            Mood::Forgetful if !name.ends_with("/probe") => return Ok(()),
            Mood::Cutting => text.chars().take(text.chars().count() / 2).collect(),
            _ => text.to_string(),
        };
        storage.entries.insert(name.into(), text);
        storage.changes += u64::from(!name.ends_with("/probe"));
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        let (mut storage, _) = self.use_it()?;
        let is_gone = storage.entries.remove(name).is_some();
        storage.changes += u64::from(is_gone && !name.ends_with("/probe"));
        Ok(())
    }
}

/// The time and the random bytes of all pages, the same in each run.
#[derive(Clone, Debug)]
pub struct Clock {
    pub seconds: i64,
    /// The minutes that the clocks of all pages are ahead of UTC.
    pub offset: i32,
    drawn: u64,
}

impl Clock {
    /// Begins on 6 January 2025, 08.00 in western Indonesia.
    pub fn start() -> Clock {
        Clock { seconds: 1_736_125_200, offset: 420, drawn: 0 }
    }

    /// Leaves the numbers of chance of so many messages out, as if they had come.
    pub fn skip(&mut self, messages: u64) {
        self.drawn += messages;
    }

    pub fn world(&mut self) -> World {
        self.drawn += 1;
        let entropy = *Hash::of_bytes(&self.drawn.to_le_bytes()).as_bytes();
        let mut spare = [0; 16];
        spare.copy_from_slice(&Hash::of_bytes(&entropy).as_bytes()[..16]);
        World { now: Moment { seconds: self.seconds, offset: self.offset }, entropy, spare }
    }
}

/// One tab with the app.
#[derive(Debug)]
pub struct Tab {
    pub app: App,
    pub storage: Rc<RefCell<Storage>>,
    queue: Queue<Drawer>,
    /// Names and texts of the files that were downloaded.
    pub files: Vec<(String, String)>,
    /// Whether a pause in typing would save.
    pub typing: bool,
    /// The id of what got the focus last.
    pub focus: String,
    /// The screens that were printed.
    pub printed: Vec<Screen>,
    /// The name and the bytes of the file that is chosen when the app asks for one; without bytes, one
    /// that cannot be read.
    pub chosen: (String, Vec<u8>),
    /// What stands in the field for text that is pasted.
    pub pasted: String,
    /// How often the rule packs were asked for, each time whether it was tried before.
    pub fetched: Vec<bool>,
    /// What the device answers when it is to share or to copy; nothing, if the page does not live to hear it.
    pub device: Option<Answer>,
    /// The message that was shared last, or the text that was copied.
    pub said: String,
    address: Route,
    /// Whether it asked the window that works to let go.
    pub asks: bool,
    /// Whether it answers nothing.
    pub is_frozen: bool,
    /// How the browser verifies signatures; `None` where it cannot.
    pub witness: Option<Witness>,
}

impl Tab {
    /// Opens the app on a storage.
    pub fn open(storage: Rc<RefCell<Storage>>, clock: &mut Clock) -> Tab {
        Tab::open_with(App::new(Lang::Id), storage, clock)
    }

    /// Opens an app on a storage.
    pub fn open_with(app: App, storage: Rc<RefCell<Storage>>, clock: &mut Clock) -> Tab {
        let mut tab = Tab {
            app,
            queue: Queue::new(Drawer(storage.clone())),
            storage,
            files: Vec::new(),
            typing: false,
            focus: String::new(),
            printed: Vec::new(),
            chosen: (String::new(), Vec::new()),
            pasted: String::new(),
            fetched: Vec::new(),
            device: Some(Answer::Done),
            said: String::new(),
            address: Route::Home,
            asks: false,
            is_frozen: false,
            witness: Some(holds),
        };
        tab.send(Message::Routed(Route::Home), clock);
        tab
    }

    /// Opens an app on a storage, in the only window.
    pub fn working(app: App, storage: Rc<RefCell<Storage>>, clock: &mut Clock) -> Tab {
        let mut tab = Tab::open_with(app, storage, clock);
        tab.send(Message::Window(Event::Granted), clock);
        tab
    }

    /// Sends a message and carries out everything that follows from it.
    pub fn send(&mut self, message: Message, clock: &mut Clock) {
        let mut later = VecDeque::from([message]);
        while let Some(message) = later.pop_front() {
            // How often there was time to go on, and how a file is handed over, leaves the numbers of chance as they are.
            let hands_over = matches!(message, Message::Press(Press::Sending(sending::Press::HandOut(..))));
            match message {
                Message::GoOn | Message::Verified { .. } | Message::HandedOut(_) => {
                    self.send_one(message, &mut clock.clone(), &mut later)
                }
                message if hands_over => self.send_one(message, &mut clock.clone(), &mut later),
                message => self.send_one(message, clock, &mut later),
            }
        }
    }

    /// Says whether it is the window that works.
    pub fn works(&self) -> bool {
        self.app.window() == Window::Working
    }

    /// Tells the window that the storage is not its own any more, as the browser does when it is looked at again.
    pub fn check_storage(&mut self, clock: &mut Clock) {
        self.send(Message::Stored(self.queue.state()), clock);
    }

    /// Takes in one file.
    pub fn take_in(&mut self, name: &str, bytes: &[u8], clock: &mut Clock) {
        self.give(vec![(name.into(), Ok(bytes.to_vec()))], clock);
    }

    /// Takes in files at once.
    pub fn give(&mut self, files: Vec<(String, Result<Vec<u8>, Unread>)>, clock: &mut Clock) {
        let files = files.into_iter().map(|(name, bytes)| IncomingFile { name, bytes });
        self.send(Message::Files(files.collect()), clock);
    }

    /// Pastes the text of a file and takes it in.
    pub fn paste(&mut self, text: &str, clock: &mut Clock) {
        self.pasted = text.to_string();
        self.send(Message::Pasted(text.to_string()), clock);
    }

    /// Opens an address.
    pub fn open_page(&mut self, route: Route, clock: &mut Clock) {
        self.address = route.clone();
        self.send(Message::Routed(route), clock);
    }

    fn started(&self) -> Message {
        let store = self.queue.store();
        Message::Started {
            profiles: store.profiles(),
            settings: store.read("/set"),
            stored: self.queue.state(),
        }
    }

    fn send_one(&mut self, message: Message, clock: &mut Clock, later: &mut VecDeque<Message>) {
        let world = clock.world();
        for effect in self.app.update(message, &world) {
            self.carry_out(effect, clock, later);
        }
    }

    fn carry_out(&mut self, effect: Effect, clock: &mut Clock, later: &mut VecDeque<Message>) {
        match effect {
            Effect::Render => never_contradicts(&paraf::screens::screen(&self.app)),
            Effect::Focus(id) => self.focus = id,
            Effect::Empty(_) => self.pasted.clear(),
            Effect::GoOn => later.push_back(Message::GoOn),
            Effect::Verify { ticket, questions } => {
                let answers = self.witness.map(|witness| questions.iter().map(witness).collect());
                later.push_back(Message::Verified { ticket, answers });
            }
            Effect::Print => self.printed.push(paraf::screens::screen(&self.app)),
            Effect::Persist => later.push_back(Message::Persisted(false)),
            Effect::Go(route) if route.to_hash() == self.address.to_hash() => {
                self.send_one(Message::Routed(route), clock, later);
            }
            Effect::Go(route) => {
                self.address = route.clone();
                later.push_back(Message::Routed(route));
            }
            Effect::Store(changes) => {
                let stored = self.queue.add(changes);
                self.send_one(Message::Stored(stored), &mut clock.clone(), later);
            }
            Effect::Claim(mark) => {
                let stored = self.queue.claim(mark);
                self.send_one(Message::Stored(stored), &mut clock.clone(), later);
            }
            Effect::Open(profile) => {
                self.queue.open(profile);
                let (entries, stored) = (self.queue.store().entries(), self.queue.state());
                self.send_one(Message::Opened { profile, entries, stored }, clock, later);
            }
            Effect::FetchRules { again } => self.fetched.push(again),
            Effect::Close => self.send_one(self.started(), clock, later),
            Effect::Begin(mark) => {
                self.queue.begin(mark);
                self.send_one(self.started(), clock, later);
            }
            Effect::TakeOver => self.asks = true,
            Effect::Settle => self.send_one(Message::Window(Event::Settled), clock, later),
            Effect::LetGo | Effect::Install => {}
            Effect::SaveSoon => self.typing = true,
            Effect::Download { name, text } => self.files.push((name, text)),
            Effect::Share { name, text, message } => {
                if self.device == Some(Answer::Done) {
                    self.files.push((name, text));
                    self.said = message;
                }
                later.extend(self.device.map(Message::HandedOut));
            }
            Effect::Copy(text) => {
                if self.device == Some(Answer::Done) {
                    self.said = text;
                }
                later.extend(self.device.map(Message::HandedOut));
            }
            Effect::PickFile(purpose) => {
                let (name, bytes) = self.chosen.clone();
                let size = bytes.len() as u64;
                let hash = Hash::of_bytes(&bytes).key();
                let file = if size == 0 { Err(FileFault::Unreadable) } else { Ok(Seen { hash, size, name }) };
                later.push_back(Message::Fingerprinted { purpose, file });
            }
            Effect::Seal { ticket, passphrase, seed } => {
                later.push_back(Message::Sealed { ticket, result: Ok(seal(&passphrase.0, &seed)) });
            }
            Effect::Unseal { ticket, passphrase, sealed } => {
                later.push_back(Message::Unsealed { ticket, result: unseal(&passphrase.0, &sealed) });
            }
        }
    }
}

/// A card that says of its stage that nobody signed it says nowhere else that somebody did.
fn never_contradicts(screen: &Screen) {
    for block in &screen.blocks {
        if let Block::Now(now) = block
            && let Some(sign) = now.sign.as_ref().filter(|sign| ["open", "locked"].contains(&sign.symbol))
        {
            let says_signed = ["andatangani", "signed"].iter().any(|word| now.whose.contains(word));
            assert!(!says_signed, "“{}” above “{}”", sign.words, now.whose);
        }
    }
}

/// Stands for encryption: the passphrase is only checked.
fn seal(passphrase: &str, seed: &Seed) -> String {
    let passphrase = normalised(passphrase, str::to_string);
    let lock = Hash::of_bytes(passphrase.as_bytes()).to_string();
    written(&object([("data", text(&bs58::encode(seed.bytes()).into_string())), ("lock", text(&lock))]))
}

fn unseal(passphrase: &str, sealed: &str) -> Result<Seed, VaultFault> {
    let value = strict::parse(sealed).map_err(|_| VaultFault::Wrong)?;
    let member = |name: &str| value.get(name)?.as_str();
    let opens =
        |passphrase: &String| member("lock") == Some(&Hash::of_bytes(passphrase.as_bytes()).to_string());
    let fits = attempts(passphrase, str::to_string).iter().any(opens);
    let seed = member("data").filter(|_| fits).and_then(|data| bs58::decode(data).into_vec().ok());
    let bytes = seed.and_then(|seed| <[u8; 32]>::try_from(seed).ok());
    bytes.map(Seed::from_bytes).ok_or(VaultFault::Wrong)
}

/// Opens the stored key of a person, for files that the app itself would not sign.
pub fn stored_seed(storage: &Storage, passphrase: &str) -> Option<Seed> {
    let me = strict::parse(&storage.entry("me")?).ok()?;
    unseal(passphrase, &written(me.get("sealed")?)).ok()
}
