//! A page as a tree of nodes, and the way to draw it.
//!
//! Leptos' own views have a type for each place in the page, and code for each type: measured, they
//! took 110 KB of the program, more than everything else that is drawn. Screens here are plain data
//! that is drawn again as a whole, so one kind of node is enough: the signals of Leptos say when, this
//! says how. Nodes that stay keep their element, and with it focus, selection and open details.

use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event};

/// What happens on an event of an element.
type Handler = Rc<dyn Fn(Event)>;

/// An element with all that is in it, not drawn yet. It is one pointer, because it is handed on with
/// each word that is said about it.
pub struct Node(Box<Content>);

struct Content {
    tag: &'static str,
    key: String,
    text: String,
    attributes: Vec<(&'static str, String)>,
    value: Option<String>,
    checked: Option<bool>,
    handlers: Vec<(&'static str, Handler)>,
    children: Vec<Node>,
    on_drawn: Option<fn(&Element)>,
}

/// A node as it stands in the page.
pub struct Drawn {
    node: web_sys::Node,
    tag: &'static str,
    key: String,
    text: String,
    attributes: Vec<(&'static str, String)>,
    listeners: Vec<Listener>,
    children: Vec<Drawn>,
}

/// A listener stays with its element; what it does is replaced.
struct Listener {
    event: &'static str,
    does: Rc<RefCell<Handler>>,
    _closure: Closure<dyn FnMut(Event)>,
}

/// Begins an element.
pub fn el(tag: &'static str) -> Node {
    Node(Box::new(Content {
        tag,
        key: String::new(),
        text: String::new(),
        attributes: Vec::new(),
        value: None,
        checked: None,
        handlers: Vec::new(),
        children: Vec::new(),
        on_drawn: None,
    }))
}

/// Makes a text between elements.
pub fn text(text: &str) -> Node {
    el("").text(text)
}

impl Node {
    /// Sets a key: an element with another key is never kept, and with it nothing that was typed.
    pub fn key(mut self, key: &str) -> Node {
        self.0.key = key.to_string();
        self
    }

    /// Sets the only text of the element.
    pub fn text(mut self, text: &str) -> Node {
        self.0.text.push_str(text);
        self
    }

    /// Sets an attribute.
    pub fn with(mut self, name: &'static str, value: &str) -> Node {
        self.0.attributes.push((name, value.to_string()));
        self
    }

    /// Sets an attribute, unless its value is empty.
    pub fn with_some(self, name: &'static str, value: &str) -> Node {
        if value.is_empty() { self } else { self.with(name, value) }
    }

    /// Sets the class.
    pub fn class(self, class: &str) -> Node {
        self.with("class", class)
    }

    /// Sets what stands in an input. What was typed meanwhile is in the value already.
    pub fn value(mut self, value: &str) -> Node {
        self.0.value = Some(value.to_string());
        self
    }

    /// Sets whether a box is ticked.
    pub fn checked(mut self, checked: bool) -> Node {
        self.0.checked = Some(checked);
        self
    }

    /// Says what happens on an event.
    pub fn on(mut self, event: &'static str, handler: impl Fn(Event) + 'static) -> Node {
        self.0.handlers.push((event, Rc::new(handler)));
        self
    }

    /// Says what to do with the element when it is drawn for the first time.
    pub fn on_drawn(mut self, call: fn(&Element)) -> Node {
        self.0.on_drawn = Some(call);
        self
    }

    /// Adds a child.
    pub fn child(mut self, child: Node) -> Node {
        self.0.children.push(child);
        self
    }

    /// Adds a child, if there is one.
    pub fn maybe(mut self, child: Option<Node>) -> Node {
        self.0.children.extend(child);
        self
    }

    /// Adds children.
    pub fn children(mut self, children: Vec<Node>) -> Node {
        self.0.children.extend(children);
        self
    }

    fn draw(self, document: &Document) -> Result<Drawn, JsValue> {
        if self.0.tag.is_empty() {
            let mut drawn = Drawn::empty(document.create_text_node(&self.0.text).into(), "", "");
            drawn.text = self.0.text;
            return Ok(drawn);
        }
        let element = match self.0.tag {
            "svg" | "use" => document.create_element_ns(Some("http://www.w3.org/2000/svg"), self.0.tag)?,
            tag => document.create_element(tag)?,
        };
        let mut drawn = Drawn::empty(element.clone().into(), self.0.tag, &self.0.key);
        let call = self.0.on_drawn;
        drawn.change(self, document)?;
        if let Some(call) = call {
            crate::browser::address::after_drawing(move || call(&element));
        }
        Ok(drawn)
    }
}

impl Drawn {
    fn empty(node: web_sys::Node, tag: &'static str, key: &str) -> Drawn {
        Drawn {
            node,
            tag,
            key: key.to_string(),
            text: String::new(),
            attributes: Vec::new(),
            listeners: Vec::new(),
            children: Vec::new(),
        }
    }

    /// Draws a tree into an element in place of what was drawn there before.
    ///
    /// # Errors
    /// The browser refused; it does so only when it is out of memory.
    pub fn replace(place: &Element, old: Option<Drawn>, node: Node) -> Result<Drawn, JsValue> {
        let document = place.owner_document().ok_or(JsValue::NULL)?;
        match old {
            Some(mut drawn) if drawn.key == node.0.key => {
                drawn.change(node, &document)?;
                Ok(drawn)
            }
            _ => {
                place.set_text_content(None);
                let drawn = node.draw(&document)?;
                place.append_child(&drawn.node)?;
                Ok(drawn)
            }
        }
    }

    /// Brings what is drawn in line with a node of the same tag.
    fn change(&mut self, node: Node, document: &Document) -> Result<(), JsValue> {
        let node = *node.0;
        if self.text != node.text {
            // This takes every child out of the element too.
            self.node.set_text_content(Some(&node.text));
            self.children.clear();
            self.text = node.text;
        }
        let Some(element) = self.node.dyn_ref::<Element>().cloned() else {
            return Ok(());
        };
        for (name, _) in &self.attributes {
            if !node.attributes.iter().any(|(kept, _)| kept == name) {
                element.remove_attribute(name)?;
            }
        }
        for attribute in &node.attributes {
            if !self.attributes.contains(attribute) {
                element.set_attribute(attribute.0, &attribute.1)?;
            }
        }
        self.attributes = node.attributes;
        for (event, handler) in node.handlers {
            match self.listeners.iter().find(|listener| listener.event == event) {
                Some(listener) => *listener.does.borrow_mut() = handler,
                None => self.listen(&element, event, handler)?,
            }
        }
        self.change_children(&element, node.children, document)?;
        // What stands in the page counts, not what was drawn last: the person has typed since.
        if let Some(value) = &node.value {
            put(&element, "value", value.as_str().into())?;
        }
        if let Some(checked) = node.checked {
            put(&element, "checked", checked.into())?;
        }
        Ok(())
    }

    /// Keeps each child that is wanted again, by what it is and not by its place, so that a remark
    /// which comes or goes cannot touch the input beside it.
    fn change_children(
        &mut self,
        element: &Element,
        nodes: Vec<Node>,
        document: &Document,
    ) -> Result<(), JsValue> {
        let mut old = std::mem::take(&mut self.children);
        let mut wanted = Vec::new();
        for node in nodes {
            let kept = old.iter().position(|child| child.is_same(&node)).map(|place| old.remove(place));
            wanted.push((kept, node));
        }
        for child in old {
            element.remove_child(&child.node)?;
        }
        let mut cursor = element.first_child();
        for (kept, node) in wanted {
            let child = match kept {
                Some(mut child) => {
                    child.change(node, document)?;
                    child
                }
                None => node.draw(document)?,
            };
            if cursor.as_ref() == Some(&child.node) {
                cursor = child.node.next_sibling();
            } else {
                element.insert_before(&child.node, cursor.as_ref())?;
            }
            self.children.push(child);
        }
        Ok(())
    }

    /// Says whether a node is this one, drawn again: the same tag and key, the same id, and the same
    /// first word of the class.
    fn is_same(&self, node: &Node) -> bool {
        let node = &node.0;
        let of = |attributes: &[(&'static str, String)], name: &str| {
            let found = attributes.iter().find(|(known, _)| *known == name);
            found.map_or(String::new(), |(_, value)| value.clone())
        };
        let word = |class: String| class.split(' ').next().map(str::to_string);
        self.tag == node.tag
            && self.key == node.key
            && of(&self.attributes, "id") == of(&node.attributes, "id")
            && word(of(&self.attributes, "class")) == word(of(&node.attributes, "class"))
    }

    fn listen(&mut self, element: &Element, event: &'static str, handler: Handler) -> Result<(), JsValue> {
        let does = Rc::new(RefCell::new(handler));
        let called = does.clone();
        let closure = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // Taken out first, because what a handler does may replace handlers.
            let handler = called.borrow().clone();
            handler(event);
        });
        element.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref())?;
        self.listeners.push(Listener { event, does, _closure: closure });
        Ok(())
    }
}

/// Sets a property of an element, unless it has that value.
fn put(element: &Element, name: &str, value: JsValue) -> Result<(), JsValue> {
    let name = JsValue::from_str(name);
    if js_sys::Reflect::get(element, &name)? != value {
        js_sys::Reflect::set(element, &name, &value)?;
    }
    Ok(())
}
