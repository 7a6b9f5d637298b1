// Starts the program, and says so when it cannot start, takes long to come, or fails. Nothing here needs the program.
// The words stand in index.html, Indonesian first, because nobody has chosen a language yet.

// Milliseconds without a sign of life after which the page says that something has not come.
const SILENCE = 12_000;

// A program of one function that needs all that ours is built with (xtask/src/shrink.rs), as `wasm-as` makes it of
//   (module (table 1 externref) (memory 1) (func (param externref i32 f32) (result i32 externref)
//     (memory.copy (i32.const 0) (i32.const 0) (i32.const 0))
//     (i32.add (i32.extend8_s (local.get 1)) (i32.trunc_sat_f32_s (local.get 2))) (local.get 0)))
const NEEDED =
  "AGFzbQEAAAABDgJgA29/fQJ/b2AAAn9vAwIBAAQEAW8AAQUDAQABChgBFgBBAEEAQQD8CgAAIAHAIAL8AGogAAs=";

const ready = new Promise((done) => {
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", done);
  else done();
});
let timer = 0;
let isSettled = false;

addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
ready.then(() => {
  document.getElementById("waiting").remove();
  const deeds = { reload: () => location.reload(), rescue, newer: takeNewer, later: leaveNewer };
  addEventListener("click", (event) => deeds[event.target.closest?.("button")?.name]?.());
});
// Inside another page nothing starts.
if (window.top !== window.self) {
  ready.then(() => document.getElementById("app").remove());
  show("framed");
} else if (!isWhole()) {
  show("old");
} else {
  start(document.getElementById("start").dataset);
}

function show(id) {
  ready.then(() => document.getElementById(id).removeAttribute("hidden"));
}

function hide(id) {
  ready.then(() => document.getElementById(id).setAttribute("hidden", ""));
}

/** Says whether the browser knows all that the program is made of. */
function isWhole() {
  return (
    typeof WebAssembly === "object" &&
    typeof WebAssembly.instantiateStreaming === "function" &&
    WebAssembly.validate(Uint8Array.from(atob(NEEDED), (letter) => letter.charCodeAt(0)))
  );
}

async function start({ program, wasm, worker }) {
  heard();
  try {
    const [made, bytes] = await Promise.all([import(program), arriving(wasm), styled()]);
    await made.default({ module_or_path: bytes });
  } catch (fault) {
    if (!stopped(fault)) missing();
    return;
  } finally {
    isSettled = true;
    clearTimeout(timer);
  }
  hide("missing");
  keepVersions(worker);
}

/** Gives a file that is still coming; each part that comes is a sign of life. */
async function arriving(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Listens to a copy: of the answer itself the browser compiles as it comes, and keeps what it compiled.
  listen(response.clone().body.getReader());
  return response;
}

async function listen(reader) {
  try {
    while (!(await reader.read()).done) heard();
  } catch {
    // Whoever waits for the file itself is told.
  }
}

/** Waits for the style, without which nothing of the program could be used. */
async function styled() {
  const link = document.querySelector("link[rel=stylesheet]");
  // One that failed is there too, and empty.
  const isThere = ({ sheet }) => sheet?.cssRules.length > 0;
  if (isThere(link)) return;
  // It may have failed already, before anybody listened; a second link joins what is coming, or fails the same way.
  const again = link.cloneNode();
  await new Promise((done) => {
    again.addEventListener("load", done);
    again.addEventListener("error", done);
    link.after(again);
  });
  if (!isThere(again)) throw new Error(link.href);
}

function heard() {
  clearTimeout(timer);
  if (!isSettled) timer = setTimeout(missing, SILENCE);
}

/** Says that a part has not come. If it comes after all, the program starts and the words go away. */
function missing() {
  show("missing");
  // A style that is still coming would keep the browser from drawing anything; the second link does not.
  const link = document.querySelector("link[rel=stylesheet]");
  if (!link.sheet) link.remove();
}

/** Says that the program stopped, if that is what happened: it says nothing itself. */
function stopped(fault) {
  if (!(fault instanceof WebAssembly.RuntimeError || fault instanceof RangeError)) return false;
  show("crash");
  try {
    // What the browser knows is kept for a report.
    localStorage.setItem("paraf.v2/crash", String(fault.stack).slice(0, 500));
  } catch {
    // The overlay stands all the same.
  }
  return true;
}
