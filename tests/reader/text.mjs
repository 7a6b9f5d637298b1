// Sections 1 and 2 of FORMAT.md: strict JSON, canonical bytes, hashes and keys.
import { createHash } from "node:crypto";

/** What is wrong with a file. Which of several faults is told first is promised by nobody, so it has no kind. */
export class Refused extends Error {}

/** A file, or a letter in it, that is of a newer version. For a whole file that is a refusal too. */
export function refuse(why) {
  throw new Refused(why);
}

const BYTES = 8388608, MEMBERS = 256, ITEMS = 2000, CHARACTERS = 20000, NAME_BYTES = 41;
const WHITE = "\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const UNSEEN = "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164" +
  "\\ufe00-\\ufe0f\\ufeff\\uffa0\\u{e0000}-\\u{e01ef}";
const BLANK = new RegExp(`^[${WHITE}]*$`, "u");
const NOTHING_SEEN = new RegExp(`^[${WHITE}${UNSEEN}]*$`, "u");
const OTHER_WHITE = new RegExp(`^[${WHITE}]|[${WHITE}]$|[${WHITE}]{2}|(?! )[${WHITE}]`, "u");

export const characters = (text) => [...text].length;
export const isBlank = (text) => BLANK.test(text);
export const isLine = (text, most) => !NOTHING_SEEN.test(text) && !OTHER_WHITE.test(text) && characters(text) <= most;

/** Gives the text of a file. */
export function decode(bytes) {
  if (bytes.length > BYTES) refuse("too many bytes");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return refuse("not UTF-8");
  }
}

/** Reads one JSON document. Objects become maps, so that no name means anything to this language. */
export function parse(text, deepest = 32) {
  let at = 0, values = 300000;
  const space = () => { while (" \t\n\r".includes(text[at]) && at < text.length) at++; };
  const take = (sign) => { space(); return text[at] === sign ? (at++, true) : false; };
  const need = (sign) => take(sign) || refuse(`no ${sign} at ${at}`);
  const string = () => {
    const found = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
    found.lastIndex = at;
    const [spelled] = found.exec(text) ?? refuse(`no string at ${at}`);
    at += spelled.length;
    return JSON.parse(spelled);
  };
  const checked = (said) => {
    if (!said.isWellFormed()) refuse("half a character");
    for (const c of said) {
      const code = c.codePointAt(0);
      if (code < 0x20 && code !== 9 && code !== 10) refuse("a control character");
      if ((code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe) refuse("no character");
    }
    if (characters(said) > CHARACTERS) refuse("a string is too long");
    return said;
  };
  const value = (depth) => {
    if (--values < 0) refuse("too many values");
    space();
    if (text[at] === '"') return checked(string());
    if (text[at] === "{") {
      if (depth === deepest) refuse("too deep");
      at++;
      const members = new Map();
      if (take("}")) return members;
      do {
        space();
        const name = string();
        if (name !== "@context" && !/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) refuse("a name of a member");
        if (name.length > NAME_BYTES || members.has(name) || members.size === MEMBERS) refuse("a member too many");
        need(":");
        members.set(name, value(depth + 1));
      } while (take(","));
      need("}");
      return members;
    }
    if (text[at] === "[") {
      if (depth === deepest) refuse("too deep");
      at++;
      const items = [];
      if (take("]")) return items;
      do {
        if (items.push(value(depth + 1)) > ITEMS) refuse("too many items");
      } while (take(","));
      need("]");
      return items;
    }
    const word = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?![0-9.eE]))/y;
    word.lastIndex = at;
    const [found] = word.exec(text) ?? refuse(`nothing to read at ${at}`);
    at += found.length;
    const known = { true: true, false: false, null: null };
    if (found in known) return known[found];
    const number = Number(found);
    if (found === "-0" || !Number.isSafeInteger(number)) refuse("a number");
    return number;
  };
  const whole = value(0);
  space();
  if (at !== text.length) refuse("something after the end");
  return whole;
}

/** Gives the canonical text of a value (RFC 8785). Names are ASCII, so their plain order is the right one. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!(value instanceof Map)) return JSON.stringify(value);
  const names = [...value.keys()].sort((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value.get(name))}`).join(",")}}`;
}

export const sha256 = (bytes) => createHash("sha256").update(bytes).digest();
export const hash = (value) => `sha256:${sha256(canonical(value)).toString("hex")}`;
export const isHash = (text) => typeof text === "string" && /^sha256:[0-9a-f]{64}$/.test(text);

const DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** Reads base58btc of so many bytes in their one spelling. */
export function base58(text, length) {
  if (text.length > 2 * length || ![...text].every((c) => DIGITS.includes(c))) return null;
  const ones = /^1*/.exec(text)[0].length;
  let number = 0n;
  for (const c of text) number = number * 58n + BigInt(DIGITS.indexOf(c));
  let hex = number === 0n ? "" : number.toString(16);
  hex = hex.length % 2 ? `0${hex}` : hex;
  const bytes = Buffer.concat([Buffer.alloc(ones), Buffer.from(hex, "hex")]);
  return bytes.length === length ? bytes : null;
}

// The curve of Ed25519, as far as it takes to know which keys and points are usable.
const P = 2n ** 255n - 19n;
const mod = (n) => ((n % P) + P) % P;
function power(base, exponent) {
  let result = 1n;
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = mod(b * b)) if (e & 1n) result = mod(result * b);
  return result;
}
const D = mod(-121665n * power(121666n, P - 2n));
const SQRT = power(2n, (P - 1n) / 4n);

/** Says whether 32 bytes are a point in its one encoding, and not of small order. */
export function isUsable(bytes) {
  const number = BigInt(`0x${Buffer.from(bytes).reverse().toString("hex")}`);
  const sign = number >> 255n, y = number & (2n ** 255n - 1n);
  if (y >= P) return false;
  const u = mod(y * y - 1n), v = mod(D * y * y + 1n);
  let x = mod(u * power(v, 3n) * power(u * power(v, 7n), (P - 5n) / 8n));
  if (mod(v * x * x) !== u) x = mod(x * SQRT);
  if (mod(v * x * x) !== u || (x === 0n && sign === 1n)) return false;
  // Eight times the point is the neutral one, (0, 1), for the points of small order.
  let point = [x, y];
  for (let doubling = 0; doubling < 3; doubling++) {
    const [a, b] = point, product = mod(D * a * a * b * b);
    point = [mod(2n * a * b * power(1n + product, P - 2n)), mod((b * b + a * a) * power(1n - product, P - 2n))];
  }
  return !(point[0] === 0n && point[1] === 1n);
}

/** Gives the 34 bytes of a `did:key`, or null where it is none. */
export function multikey(did) {
  if (typeof did !== "string" || did.length !== 56 || !did.startsWith("did:key:z6Mk")) return null;
  const bytes = base58(did.slice(9), 34);
  return bytes && bytes[0] === 0xed && bytes[1] === 0x01 && isUsable(bytes.subarray(2)) ? bytes : null;
}
export const promiseOf = (did) => `sha256:${sha256(multikey(did)).toString("hex")}`;
