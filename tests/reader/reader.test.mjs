// A second reader of FORMAT.md, written without the code of Paraf, says of each file of tests/data/conformance what
// is expected. Where it cannot agree, either the text or one of the two programs is wrong.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { read } from "./reader.mjs";

const folder = new URL("../data/conformance/", import.meta.url);
const names = readdirSync(new URL("files/", folder)).sort();

test("there are files to read, of each verdict", () => {
  const verdicts = names.map((name) => expected(name).verdict);
  assert.ok(names.length >= 60);
  for (const verdict of ["accepted", "partly", "refused"]) assert.ok(verdicts.includes(verdict), verdict);
});

for (const name of names) {
  test(`a second reader says the same of ${name}`, () => {
    assert.deepEqual(read(readFileSync(new URL(`files/${name}`, folder))), expected(name));
  });
}

function expected(name) {
  return JSON.parse(readFileSync(new URL(`expected/${name}`, folder), "utf8"));
}
