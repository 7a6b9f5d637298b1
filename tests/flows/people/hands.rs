//! What somebody does with one screen: pressing, typing, choosing.

use super::{People, Stuck, passphrase};
use crate::flows::screens::{answer, buttons, chose, inputs};
use paraf::app::message::Message;
use paraf::app::route::Route;
use paraf::screens::block::form::InputKind;
use paraf::screens::block::{Button, Does};

impl People {
    pub fn press(&mut self, who: &str, label: &str) -> Result<(), Stuck> {
        self.press_where(who, |button| button.label == label)
            .map_err(|there| format!("no button “{label}”; {there}"))
    }

    pub fn press_id(&mut self, who: &str, id: &str) -> Result<(), Stuck> {
        self.press_where(who, |button| button.id == id).map_err(|there| format!("no button #{id}; {there}"))
    }

    pub fn press_where(&mut self, who: &str, fits: impl Fn(&Button) -> bool) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let buttons = buttons(&screen);
        let does = buttons.iter().find(|button| fits(button)).map(|button| button.does.clone());
        match does {
            Some(Does::Press(press)) => self.send(who, Message::Press(press)),
            Some(Does::Open(href)) => self.open(who, Route::parse(&href)),
            None => {
                let labels: Vec<&str> = buttons.iter().map(|button| button.label.as_str()).collect();
                Err(format!("“{}” has: {}", screen.heading, labels.join(", ")))
            }
        }
    }

    /// Types into an input of the open page.
    pub fn type_in(&mut self, who: &str, id: &str, words: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let inputs = inputs(&screen);
        let found = inputs.iter().find(|input| input.path.id() == id);
        let found = found.map(|input| (input.path.clone(), input.kind.takes()));
        let (path, takes) = found.ok_or_else(|| {
            let known: Vec<String> = inputs.iter().map(|input| input.path.id()).collect();
            format!("no input {id} on “{}”; there are: {}", screen.heading, known.join(", "))
        })?;
        self.send(who, Message::Typed(path, takes(words)))
    }

    /// Chooses an option of a question on the open page, by its words.
    pub fn pick(&mut self, who: &str, id: &str, words: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let inputs = inputs(&screen);
        let input = inputs.iter().find(|input| input.path.id() == id);
        let input = input.ok_or_else(|| format!("no question {id} on “{}”", screen.heading))?;
        let (options, is_one) = match &input.kind {
            InputKind::Choice(options) | InputKind::Pick(options, _) => (options, true),
            InputKind::Choices(options) => (options, false),
            _ => return Err(format!("{id} offers nothing to choose")),
        };
        let option = options.iter().find(|option| option.label == words).ok_or_else(|| {
            let known: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
            format!("{id} offers: {}", known.join(", "))
        })?;
        let message = if is_one {
            Message::Typed(input.path.clone(), option.id.clone())
        } else {
            chose(id, &option.id, !option.chosen)
        };
        self.send(who, message)
    }

    /// Chooses one item, `question=item`; where the items have names that nobody knows, by its place from zero.
    pub fn choose(&mut self, who: &str, place: &str) -> Result<(), Stuck> {
        let (id, item) = place.split_once('=').ok_or("an item is question=item")?;
        let screen = self.screen(who)?;
        let found = inputs(&screen).into_iter().find(|input| input.path.id() == id);
        let input = found.ok_or_else(|| format!("no input {id} on “{}”", screen.heading))?;
        match input.kind {
            InputKind::Choice(options) | InputKind::Pick(options, _)
                if options.iter().any(|option| option.id == item) =>
            {
                self.send(who, Message::Typed(input.path, item.into()))
            }
            InputKind::Choice(options) if id.starts_with("choose-") => {
                let option = item.parse().ok().and_then(|place: usize| options.get(place));
                let option = option.ok_or_else(|| format!("{id} has no option {item}"))?;
                self.send(who, Message::Typed(input.path, option.id.clone()))
            }
            InputKind::Choices(options) if options.iter().any(|option| option.id == item) => {
                self.send(who, chose(input.path.field(), item, true))
            }
            _ => Err(format!("{id} does not offer {item}")),
        }
    }

    /// Ticks all boxes of a question on the open page.
    pub fn tick_all(&mut self, who: &str, id: &str) -> Result<(), Stuck> {
        let screen = self.screen(who)?;
        let input = inputs(&screen).into_iter().find(|input| input.path.id() == id);
        let Some(InputKind::Choices(options)) = input.map(|input| input.kind) else {
            return Err(format!("{id} has no boxes"));
        };
        options.iter().try_for_each(|option| self.send(who, chose(id, &option.id, true)))
    }

    /// Answers what is asked on the open page. Each answer may change what else is asked.
    pub fn fill_in(&mut self, who: &str) -> Result<(), Stuck> {
        for _ in 0..500 {
            let screen = self.screen(who)?;
            let Some(message) = inputs(&screen).iter().find_map(answer) else {
                return Ok(());
            };
            self.send(who, message)?;
        }
        Err("the form never ends".into())
    }

    pub fn give_passphrase(&mut self, who: &str, words: &str) -> Result<(), Stuck> {
        let dialog = self.screen(who)?.dialog;
        let dialog = dialog.ok_or_else(|| format!("nothing asks {who} for the passphrase"))?;
        match dialog.input {
            Some(input) => self.send(who, Message::Typed(input.path, words.into()))?,
            // The key is open already.
            None if words == passphrase(who) => self.clock.skip(2),
            None => return Err(format!("{who} is not asked for the passphrase")),
        }
        self.press_where(who, |button| Some(button) == dialog.buttons.first())
    }
}
