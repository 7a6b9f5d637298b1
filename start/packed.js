// Gets the program where all is one file: it stands in the page, as do the rule packs (xtask/src/single.rs).

/** What no page can hold in the place of a character, in the order in which it is numbered. */
const ABSENT = [0, 13, 60];

/** Gives what starts the program, and the program; the rule packs, and what the file is, wait for it in `parafStart`. */
async function parts(edition) {
  handed.edition = edition;
  await ready;
  handed.rules = unpacked("packed-rules").text().then(unfolded);
  const program = new Response(unpacked("packed-program").body, { headers: { "Content-Type": "application/wasm" } });
  // The module that stands in the page put its function there before it was ready.
  return [{ default: window.parafProgram }, await WebAssembly.compileStreaming(program)];
}

/** Unpacks what stands in an element of the page. */
function unpacked(id) {
  const { textContent, dataset } = document.getElementById(id);
  const packed = new Blob([bytesOf(textContent, Number(dataset.size))]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
}

/** Reads seven bits of each character. One beyond them stands for one that no page can hold, and for the next. */
function bytesOf(text, size) {
  const bytes = new Uint8Array(size);
  let [place, bits, have] = [0, 0, 0];
  const take = (seven) => {
    bits = ((bits << 7) | seven) & 0x3fff;
    have += 7;
    if (have < 8) return;
    have -= 8;
    bytes[place++] = bits >> have;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) take(ABSENT[(code >> 7) - 1]);
    take(code & 127);
  }
  return bytes;
}

/** Puts back the lines that stand there once: `@FROM COUNT` is for as many of those above. */
function unfolded(text) {
  const lines = [];
  for (const line of text.split("\n")) {
    const [, from, count] = /^@(\d+) (\d+)$/.exec(line) ?? [];
    lines.push(...(count ? lines.slice(Number(from), Number(from) + Number(count)) : [line]));
  }
  return lines.join("\n");
}
