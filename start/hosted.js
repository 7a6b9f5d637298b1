// Gets the program where it lies on a host, as files beside the page. The page asks for them before this runs.

/** Gives what starts the program, and the program, compiled while it comes. */
function parts({ program, wasm }) {
  return Promise.all([import(program), arriving(wasm)]);
}

/** Compiles a file that is still coming; each part that comes is a sign of life. */
async function arriving(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Listens to a copy: of the answer itself the browser compiles as it comes, and keeps what it compiled.
  listen(response.clone().body.getReader());
  // Some hosts do not know what a program is, and browsers then compile none as it comes.
  const isNamed = response.headers.get("Content-Type")?.startsWith("application/wasm");
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function listen(reader) {
  try {
    while (!(await reader.read()).done) heard();
  } catch {
    // Whoever waits for the file itself is told.
  }
}
