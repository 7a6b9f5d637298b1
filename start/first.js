// Decides what is seen first, before anything is drawn, and does early what need not wait for the program.
//
// Whoever is new sees the welcome page at once, as the app draws it (welcome.id.html and welcome.en.html, which
// tests/welcome.rs holds against the app). On a device of somebody's, and at any other address, the opening words
// stand there. The program takes over what was got here as the members of `parafStart` (src/browser/handed.rs), and
// the language as that of the page.

const SETTINGS = "paraf.v2/set";
const root = document.documentElement;
const app = document.getElementById("app");
const isFramed = window.top !== window.self;
const isNew = !isFramed && !isSomebodys();
const handed = { dropped: [], lock: isFramed ? undefined : askForLock() };
window.parafStart = handed;
root.lang = settings().lang ?? languageOfBrowser();

/** The welcome page as long as it stands there, and which of its links and buttons has the focus. */
let welcome;
let focused = -1;
showFirst();

// The app offers to be installed once it was of use, and not before.
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  handed.install = event;
  dispatchEvent(new Event("installable"));
});
addEventListener("appinstalled", () => {
  handed.install = undefined;
  dispatchEvent(new Event("installable"));
});
addEventListener("hashchange", turn);
addEventListener("dragover", keepFiles);
addEventListener("drop", keepFiles);
addEventListener("pointerdown", () => (focused = -1));
addEventListener("focusin", ({ target }) => (focused = places(welcome).indexOf(target)));
addEventListener("click", ({ target }) => {
  const button = target.closest?.("#welcome button");
  if (button?.lang) speak(button.lang);
  else if (button) document.getElementById("heading").focus();
});
// The app draws the same page with elements of its own. Whoever was at one stays there.
new MutationObserver(() => {
  if (!welcome || welcome.isConnected) return;
  welcome = undefined;
  const place = focused;
  requestAnimationFrame(() => places(app)[place]?.focus({ preventScroll: true }));
}).observe(app, { childList: true });

/** Says whether anything of a person is stored here. Where nothing may be stored, the page is not the plain one. */
function isSomebodys() {
  try {
    return Object.keys(localStorage).some((name) => /^paraf\.(v1\/|v2\/\d+\/me$)/.test(name));
  } catch {
    return true;
  }
}

/** Gives the settings of the device, as the app stores them; none that it does not know. */
function settings() {
  try {
    const { lang, lock } = JSON.parse(localStorage.getItem(SETTINGS));
    return { lang: ["id", "en"].find((known) => known === lang), lock: lock === true };
  } catch {
    return { lock: false };
  }
}

/** Gives Indonesian, also to whoever speaks a neighbouring language, and English to all others. */
function languageOfBrowser() {
  return /^(id|ms|jv|$)/.test(navigator.language ?? "") ? "id" : "en";
}

/** Shows the welcome page where that is the page to be seen; the opening words stand behind it. */
function showFirst() {
  const before = welcome;
  welcome = undefined;
  before?.remove();
  if (!isNew || !["", "#/"].includes(location.hash) || handed.dropped?.length) return;
  welcome = document.getElementById(`welcome-${root.lang}`).content.firstElementChild.cloneNode(true);
  app.prepend(welcome);
}

/** Follows what a person did before the program was there, and says that it counts. */
function turn() {
  // The program takes the opening words away, and follows by itself.
  if (!document.getElementById("opening")) return;
  document.getElementById("pressed").removeAttribute("hidden");
  showFirst();
}

/** Changes the language, and stores it where the app looks for it. */
function speak(lang) {
  try {
    localStorage.setItem(SETTINGS, JSON.stringify({ lang, lock: settings().lock }));
  } catch {
    // The app takes the language of the page where none is stored.
  }
  root.lang = lang;
  showFirst();
  welcome.querySelector("button[lang]").focus();
}

/** Gives what can have the focus, in the order in which it stands there. */
function places(within) {
  return [...(within?.querySelectorAll("a, button, [tabindex]") ?? [])];
}

/** Keeps files that are dropped for the program, and the browser from opening them in the place of the app. */
function keepFiles(event) {
  if (!event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  if (event.type !== "drop" || !handed.dropped) return;
  for (const item of event.dataTransfer.items) {
    if (item.kind !== "file") continue;
    const entry = item.webkitGetAsEntry();
    handed.dropped.push(entry?.isDirectory ? entry : item.getAsFile());
  }
  turn();
}

/** Asks for the lock by which one window works (src/browser/window.rs), as the browser takes its time to answer. */
function askForLock() {
  if (!navigator.locks) return undefined;
  const lock = { isLost: false };
  lock.given = new Promise((tell) => {
    const hold = (granted) => (granted ? new Promise((release) => tell(release)) : tell(null));
    lock.ended = navigator.locks.request("paraf.v2/window", { ifAvailable: true }, hold);
    lock.ended.catch(() => {
      lock.isLost = true;
      tell(null);
    });
  });
  return lock;
}

/** Lets another window work, because the program of this one does not come; if it does after all, it asks anew. */
function letGo() {
  handed.lock?.given.then((release) => release?.());
  handed.lock = undefined;
}
