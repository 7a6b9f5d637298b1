// Keeps the app on this device, so that it opens without signal, and asks before another version takes its place.

let registration;
let isLeft = false;
Object.assign(deeds, { newer: takeNewer, later: leaveNewer });

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
