// Ships in the place of the service worker where the app was built without one: whoever has one from an earlier
// version would keep that version for ever.
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(registration.unregister()));
