// Sections 4 and 5 of FORMAT.md: proofs, bodies, records and letters.
import { createPublicKey, verify } from "node:crypto";
import {
  base58, canonical, characters, hash, isBlank, isHash, isLine, isUsable, multikey, parse, refuse, sha256,
} from "./text.mjs";

export const STAGES = ["planning", "preparation", "observation", "discussion", "effort", "reflection", "assessment"];
const CONTEXT = canonical(["https://w3id.org/security/data-integrity/v2"]);
const isMap = (value) => value instanceof Map;
const isText = (value, most = 20000) => typeof value === "string" && characters(value) <= most;
const isSaid = (value, most) => isText(value, most) && !isBlank(value);
const isList = (value, most, fits) => Array.isArray(value) && value.length <= most && value.every(fits);
const only = (map, names) => [...map.keys()].every((name) => names.includes(name));

export function isDay(text) {
  const parts = typeof text === "string" && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}
const isTime = (text) =>
  typeof text === "string" && isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/.test(text.slice(10));

/** Checks the proof of a record or letter, and gives the key that signed. */
function proven(signed) {
  const proof = isMap(signed) && signed.get("proof");
  if (!isMap(proof) || proof.size !== 7) refuse("no proof");
  for (const of of [signed, proof]) if (canonical(of.get("@context") ?? null) !== CONTEXT) refuse("the context");
  const plain = { type: "DataIntegrityProof", cryptosuite: "eddsa-jcs-2022", proofPurpose: "assertionMethod" };
  for (const [name, value] of Object.entries(plain)) if (proof.get(name) !== value) refuse(`the ${name}`);
  if (!isTime(proof.get("created"))) refuse("the time");
  const method = proof.get("verificationMethod");
  const did = typeof method === "string" ? method.split("#")[0] : "";
  const key = multikey(did)?.subarray(2);
  if (!key || method !== `${did}#${did.slice(8)}`) refuse("the key");
  const value = proof.get("proofValue");
  const signature = typeof value === "string" && value.startsWith("z") ? base58(value.slice(1), 64) : null;
  if (!signature || !isUsable(signature.subarray(0, 32))) refuse("the value of the proof");
  const [config, document] = [new Map(proof), new Map(signed)];
  config.delete("proofValue");
  document.delete("proof");
  const message = Buffer.concat([sha256(canonical(config)), sha256(canonical(document))]);
  const jwk = { kty: "OKP", crv: "Ed25519", x: key.toString("base64url") };
  // Without the cofactor, and with S below the order: that is how OpenSSL does it.
  if (!verify(null, message, createPublicKey({ key: jwk, format: "jwk" }), signature)) refuse("the signature");
  if (signed.get("by") !== did) refuse("`by`");
  return did;
}

function isPerson(person, others = []) {
  const digits = (name, count) => !person.has(name) || new RegExp(`^[0-9]{${count}}$`).test(person.get(name));
  const line = (name) => typeof person.get(name) === "string" && isLine(person.get(name), 1000);
  return isMap(person) && only(person, ["name", "office", "school", "nip", "nuptk", "npsn", "ext", ...others]) &&
    ["name", "office", "school"].every(line) && digits("nip", 18) && digits("nuptk", 16) && digits("npsn", 8);
}
const isCard = (card) => isPerson(card, ["did", "nextKey"]) && multikey(card.get("did")) !== null &&
  (!card.has("nextKey") || isHash(card.get("nextKey")));
const isDocument = (document) => isMap(document) && [...document].every(([name, answer]) =>
  name === "ext" || isText(answer) || isList(answer, 2000, (item) => isText(item)) ||
  isList(answer, 2000, (item) => isMap(item) && [...item.values()].every((cell) => isText(cell))));
const isRemark = (remark) => isMap(remark) && remark.size === 3 && isText(remark.get("at"), 200) &&
  isText(remark.get("note"), 2000) && isText(remark.get("suggestion"), 2000) &&
  !(isBlank(remark.get("note")) && isBlank(remark.get("suggestion")));
const isSet = (body, name, value) => !body.has(name) || body.get(name) === value;

/** Period, rules, position and acting, which stand in a `Dossier` and in an invitation. */
function areTerms(body) {
  const [period, rules] = [body.get("period"), body.get("rules")];
  return isText(period) && isLine(period, 40) && isMap(rules) && rules.size === 2 && isText(rules.get("pack")) &&
    isLine(rules.get("pack"), 60) && isHash(rules.get("hash")) && isSet(body, "position", "principal") &&
    isSet(body, "acting", true);
}

const DECISIONS = ["agree", "return", "automatic", "paper"];

/** For each type: whether it has a stage, its members, and what they are. */
const BODIES = {
  Dossier: [false, ["period", "rules", "employee", "superior", "position", "acting"], (b) => areTerms(b) &&
    isCard(b.get("employee")) && isCard(b.get("superior")) && b.get("employee").get("did") !== b.get("superior").get("did")],
  Revision: [true, null, isDocument],
  CoSign: [true, ["target", "decision", "note", "reply", "remarks"], (b) => {
    const [decision, note, reply, remarks] = ["decision", "note", "reply", "remarks"].map((name) => b.get(name));
    const hasToSay = decision === "paper" || (decision === "return" && !b.has("remarks"));
    return isHash(b.get("target")) && DECISIONS.includes(decision) && (hasToSay ? isSaid : isText)(note, 2000) &&
      (!b.has("reply") || (isDocument(reply) && reply.size > 0)) &&
      (!b.has("remarks") || (decision === "return" && isList(remarks, 200, isRemark) && remarks.length > 0));
  }],
  Withdraw: [true, ["target"], (b) => isHash(b.get("target"))],
  Handover: [false, ["to", "effective", "letter", "acting"], (b) => isCard(b.get("to")) && isDay(b.get("effective")) &&
    isText(b.get("letter"), 200) && isSet(b, "acting", true)],
  Close: [false, ["reason", "effective", "note"], (b) => isText(b.get("reason"), 200) && b.get("reason") !== "" &&
    isDay(b.get("effective")) && isText(b.get("note"), 2000)],
  Reopen: [false, ["note"], (b) => isSaid(b.get("note"), 2000)],
  Delegate: [true, ["to"], (b, stage) => isCard(b.get("to")) && stage === "observation"],
  Advise: [true, ["work_result", "work_behaviour", "note"], (b, stage) => stage === "assessment" && isSaid(b.get("note"), 2000) &&
    ["work_result", "work_behaviour"].every((rating) => isText(b.get(rating), 200) && b.get(rating) !== "")],
  Recommend: [true, ["items"], (b, stage) => isList(b.get("items"), 200, (item) => isText(item, 200)) && stage === "planning"],
  Transcript: [true, ["document", "note"], (b) => isDocument(b.get("document")) && isSaid(b.get("note"), 2000)],
  KeyChange: [false, ["from", "to"], (b) => multikey(b.get("from")) !== null && isCard(b.get("to"))],
  DetailsChange: [false, ["person", "effective"], (b) => isPerson(b.get("person")) && isDay(b.get("effective"))],
};
const MEMBERS = ["@context", "format", "type", "dossier", "stage", "seq", "parents", "by", "body", "proof"];

/** Reads the text of one record. A newer one has `isNewer`; one that makes the file newer is refused with it. */
export function readRecord(text) {
  const record = parse(text, 30);
  const by = proven(record);
  const [format, type, dossier, stage, seq, parents, body] =
    ["format", "type", "dossier", "stage", "seq", "parents", "body"].map((name) => record.get(name));
  const isNamed = typeof type === "string" && isMap(body) && (!record.has("stage") || typeof stage === "string");
  if (!isNamed || !Number.isInteger(format) || format < 1 || !Number.isInteger(seq) || seq < 0) refuse("a record");
  if (!isList(parents, 64, isHash) || new Set(parents).size !== parents.length) refuse("the parents");
  if (record.has("dossier") && !isHash(dossier)) refuse("the dossier");
  const [hasStage, names, fits] = BODIES[type] ?? [];
  const isNewer = format > 1 || !only(record, MEMBERS) || !Object.hasOwn(BODIES, type) ||
    (record.has("stage") && !STAGES.includes(stage)) || (names && !only(body, [...names, "ext"])) ||
    (type === "CoSign" && typeof body.get("decision") === "string" && !DECISIONS.includes(body.get("decision")));
  if (isNewer && !record.has("dossier") && parents.length === 0) refuse("a newer file");
  const isFirst = !isNewer && type === "Dossier";
  if (isFirst !== !record.has("dossier") || isFirst !== (parents.length === 0)) refuse("the beginning");
  if (!isNewer && (hasStage !== record.has("stage") || !fits(body, stage))) refuse(`the body of a ${type}`);
  const id = hash(record);
  const isBySide = () => ["employee", "superior"].some((side) => body.get(side).get("did") === by);
  if (isFirst && !isBySide()) refuse("a dossier by somebody else");
  return { id, type: isNewer ? "Newer" : type, dossier: dossier ?? id, stage, parents, by, body, isNewer };
}

/** Reads a letter of a kind. */
export function readLetter(text, type) {
  const letter = parse(text, 32);
  const by = proven(letter);
  const body = letter.get("body");
  if (letter.get("type") !== type || letter.get("format") !== 1 || !isMap(body)) refuse("a letter");
  const names = ["@context", "format", "type", "by", "body", "proof"];
  if (type === "Invitation") {
    const party = ["employee", "superior"].includes(body.get("party"));
    const known = only(body, ["card", "party", "period", "rules", "position", "acting"]) && only(letter, names);
    if (!known || !party || !areTerms(body) || !isCard(body.get("card")) || body.get("card").get("did") !== by) refuse("an invitation");
    return { by };
  }
  const [to, counter, heads] = ["to", "counter", "heads"].map((name) => body.get(name));
  const fits = only(letter, [...names, "dossier"]) && isHash(letter.get("dossier")) && body.size === 3 && multikey(to) &&
    Number.isInteger(counter) && counter >= 1 && isList(heads, 2000, isHash) && heads.length > 0 && new Set(heads).size === heads.length;
  if (!fits) refuse("a handoff");
  return { by, to, heads, dossier: letter.get("dossier") };
}
