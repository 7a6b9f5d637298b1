// Keeps the app on this device, so that it opens without signal, and asks before another version takes its place.

let registration;
let isLeft = false;
/** Milliseconds in which a host has to answer that it is there. */
const ANSWER = 4000;
const script = document.currentScript.dataset;
Object.assign(deeds, { reload, newer: takeNewer, later: leaveNewer });

/** Lets the service worker fetch the app whole; a host or a browser without one has no part in it. */
async function keepVersions(worker) {
  if (!navigator.serviceWorker || !location.protocol.startsWith("http")) return;
  registration = await navigator.serviceWorker.register(worker, { updateViaCache: "none" }).catch(() => undefined);
  if (!registration) return;
  const follow = (coming) => coming?.addEventListener("statechange", offerNewer);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  follow(registration.installing);
  // Another window may have taken the newer version; this one goes on with what it has, and is asked nothing.
  navigator.serviceWorker.addEventListener("controllerchange", () => hide("fresh"));
  // A window may stay open for weeks; without signal there is nothing to see.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  offerNewer();
}

/** Asks, if a whole newer version waits and the person did not put it off. */
function offerNewer() {
  if (registration.waiting && registration.active && !isLeft) show("fresh");
}

/** Puts the newer version in the place of this one, in this window alone. */
function takeNewer() {
  if (!isStored()) return show("unstored");
  const open = () => (isStored() ? location.reload() : show("unstored"));
  if (!registration.waiting) return open();
  navigator.serviceWorker.addEventListener("controllerchange", open, { once: true });
  registration.waiting.postMessage({ type: "SKIP_WAITING" });
}

/** Leaves the person in peace until the page is opened again. */
function leaveNewer() {
  isLeft = true;
  hide("fresh");
}

/** Lets the program store what is typed, and says whether all of it is stored: it objects as to any leaving. */
function isStored() {
  return dispatchEvent(new Event("beforeunload", { cancelable: true }));
}

/** Loads the page anew; where it did not start, with all files fetched again, if the host is there. */
async function reload() {
  // What is kept of the app may be cut or mixed up, and would be so again.
  if (isMissing) await giveUpKept().catch(() => {});
  location.reload();
}

/** Gives up what is kept of the app, unless nobody could bring it again. What people stored is not part of it. */
async function giveUpKept() {
  const kept = await navigator.serviceWorker?.getRegistration();
  if (!kept) return;
  const late = new Promise((_, fail) => setTimeout(fail, ANSWER));
  const answer = await Promise.race([fetch(script.worker, { cache: "no-store" }), late]);
  // Some networks answer everything themselves, with a page to log in.
  if (!answer.ok || !answer.headers.get("Content-Type")?.includes("javascript")) return;
  await kept.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.endsWith(kept.scope)).map((name) => caches.delete(name)));
}
