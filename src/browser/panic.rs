//! What happens when the program fails: words that need no program, drawn from the page's own HTML.

/// Shows the overlay of the page when the program fails, and keeps a short note of why.
pub fn show_overlay() {
    std::panic::set_hook(Box::new(|info| {
        let note: String = info.to_string().chars().take(500).collect();
        let Some(window) = web_sys::window() else {
            return;
        };
        web_sys::console::error_1(&note.as_str().into());
        if let Ok(Some(storage)) = window.local_storage() {
            let _ = storage.set_item("paraf.v1/crash", &note);
        }
        let overlay = window.document().and_then(|document| document.get_element_by_id("crash"));
        if let Some(overlay) = overlay {
            let _ = overlay.remove_attribute("hidden");
        }
    }));
}
