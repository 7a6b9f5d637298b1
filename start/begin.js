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
/** What the buttons of the page do that work without the program, by their names. */
const deeds = { reload: () => location.reload(), rescue };
let timer = 0;
let isSettled = false;
/** Whether the page says that a part has not come. */
let isMissing = false;

addEventListener("error", (event) => stopped(event.error));
addEventListener("unhandledrejection", (event) => stopped(event.reason));
ready.then(() => {
  document.getElementById("waiting").remove();
  addEventListener("click", (event) => deeds[event.target.closest?.("button")?.name]?.());
});
// Inside another page nothing starts.
if (isFramed) {
  ready.then(() => document.getElementById("app").remove());
  cover("framed");
} else if (!isWhole()) {
  cover("old");
  letGo();
} else {
  start(document.currentScript.dataset);
}

function show(id) {
  ready.then(() => document.getElementById(id).removeAttribute("hidden"));
}

function hide(id) {
  ready.then(() => document.getElementById(id).setAttribute("hidden", ""));
}

/** Shows what covers the page, and keeps the keyboard from going on behind it. */
function cover(id) {
  show(id);
  app.setAttribute("inert", "");
}

function uncover(id) {
  hide(id);
  app.removeAttribute("inert");
}

/** Says whether the browser knows all that the program is made of. */
function isWhole() {
  return (
    typeof WebAssembly === "object" &&
    typeof WebAssembly.instantiateStreaming === "function" &&
    WebAssembly.validate(Uint8Array.from(atob(NEEDED), (letter) => letter.charCodeAt(0)))
  );
}

/** Starts the program of the files with these names (hosted.js), or the one that stands in the page (packed.js). */
async function start(named) {
  heard();
  try {
    const [made, wasm] = await parts(named);
    await made.default({ module_or_path: wasm });
    // The program takes this over as the first thing it does; what does not is another one, under its name.
    if (handed.dropped) throw new Error("This is not the program.");
  } catch (fault) {
    if (!stopped(fault)) missing();
    return;
  } finally {
    isSettled = true;
    clearTimeout(timer);
  }
  if (isMissing) uncover("missing");
  isMissing = false;
  if (named.worker) keepVersions(named.worker);
}

function heard() {
  clearTimeout(timer);
  if (!isSettled) timer = setTimeout(missing, SILENCE);
}

/** Says that a part has not come. If it comes after all, the program starts and the words go away. */
function missing() {
  isMissing = true;
  cover("missing");
  letGo();
}

/** Says that the program stopped, if that is what happened: it says nothing itself. */
function stopped(fault) {
  if (!(fault instanceof WebAssembly.RuntimeError || fault instanceof RangeError)) return false;
  cover("crash");
  letGo();
  try {
    // What the browser knows is kept for a report.
    localStorage.setItem("paraf.v2/crash", String(fault.stack).slice(0, 500));
  } catch {
    // The overlay stands all the same.
  }
  return true;
}
