//! Starts the web app in the page.

/// Starts the app below the words that the page shows while it loads; they go once the first page is drawn.
#[cfg(target_arch = "wasm32")]
fn main() {
    let document = web_sys::window().and_then(|window| window.document());
    let place = document.and_then(|document| document.get_element_by_id("app"));
    if let Some(place) = place {
        use wasm_bindgen::JsCast;
        leptos::mount::mount_to(place.unchecked_into(), paraf::ui::page::App).forget();
    }
}

/// The web app runs in a browser; this says how to get it there.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("The app runs in a browser: cargo xtask serve");
}
