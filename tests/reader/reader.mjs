// Sections 3 and 6 of FORMAT.md: what a file says. Short rather than quick.
import { STAGES, readLetter, readRecord } from "./record.mjs";
import { Refused, decode, hash, isHash, parse, promiseOf, refuse } from "./text.mjs";

const SIDES = ["employee", "superior"];
const other = (side) => SIDES[1 - SIDES.indexOf(side)];
const writer = (stage) => (["observation", "assessment"].includes(stage) ? "superior" : "employee");
const isVersion = (record) => record.type === "Revision" || record.type === "Transcript";

/** Reads the bytes of a bundle or an invitation, and says what is expected of any verifier. */
export function read(bytes) {
  try {
    return understand(decode(bytes));
  } catch (fault) {
    if (fault instanceof Refused) return { verdict: "refused" };
    throw fault;
  }
}

function understand(text) {
  const file = parse(text);
  const only = (...names) => [...file.keys()].every((name) => ["app", "format", ...names].includes(name));
  if (!(file instanceof Map) || file.get("app") !== "paraf" || file.get("format") !== 1) refuse("no file of ours");
  const parts = partsOf(text);
  if (file.has("invitation") && only("invitation")) {
    readLetter(parts.get("invitation").text, "Invitation");
    return { verdict: "accepted", letter: "counts" };
  }
  const id = file.get("dossier");
  if (!only("dossier", "records", "handoff") || !isHash(id) || !Array.isArray(file.get("records"))) refuse("no bundle");
  const records = parts.get("records").items.map((part) => readRecord(part.text));
  const letter = file.has("handoff") ? readLetter(parts.get("handoff").text, "Handoff") : null;
  if ([...records, ...(letter ? [letter] : [])].some((part) => part.dossier !== id)) refuse("another dossier");
  const dossier = new Dossier(id, records);
  const standings = records.map((record) => dossier.standings.get(record.id));
  const marked = (marks) => records.flatMap((record, index) => (marks.has(record.id) ? [index] : []));
  const said = {
    standings, late: marked(dossier.late), doubtful: marked(dossier.doubtful()),
    state: hash([...dossier.counted.map((record) => record.id)].sort()),
    employee: dossier.key("employee", dossier.sides) ?? null, superior: dossier.key("superior", dossier.sides) ?? null,
    closed: dossier.isClosed(), stages: dossier.states(),
  };
  if (letter) said.letter = dossier.judgeLetter(letter);
  const isWhole = records.length > 0 && [...standings, said.letter ?? "counts"].every((word) => word === "counts");
  return { verdict: isWhole ? "accepted" : "partly", ...said };
}

/** Gives the text of each member of a file, and of each item of an array, without reading them again. */
function partsOf(text) {
  let at = text.indexOf("{") + 1;
  const skip = () => { while (/[\s,:]/.test(text[at])) at++; };
  const string = () => { const start = at++; while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1; at++; return JSON.parse(text.slice(start, at)); };
  const value = () => {
    skip();
    const start = at;
    if (text[at] === '"') { string(); return { text: text.slice(start, at) }; }
    if (!"{[".includes(text[at])) { while (!/[\s,\]}]/.test(text[at])) at++; return { text: text.slice(start, at) }; }
    const isObject = text[at] === "{", items = [];
    at++;
    for (skip(); !"}]".includes(text[at]); skip()) { if (isObject) string(); items.push(value()); }
    at++;
    return { text: text.slice(start, at), items };
  };
  const members = new Map();
  for (skip(); text[at] !== "}"; skip()) { const name = string(); members.set(name, value()); }
  return members;
}

class Dossier {
  constructor(id, records) {
    this.id = id;
    this.records = new Map(records.map((record) => [record.id, record]));
    this.first = this.records.get(id);
    this.standings = new Map();
    this.below = new Map();
    this.depths = new Map();
    this.afters = new Map();
    const known = this.knownKeys();
    for (const record of this.records.values()) this.judge(record, known);
    this.counted = [...this.records.values()].filter((record) => this.standings.get(record.id) === "counts");
    this.counted.sort((a, b) => (this.isLater(a, b) ? 1 : -1));
    this.sides = this.counted.reduce((sides, record) => this.join(sides, this.afters.get(record.id)), NOBODY);
    this.late = this.findLate();
    this.basesOf = new Map();
  }

  buildsOn(record, on) { return this.below.get(record.id)?.has(on.id) ?? false; }
  isLater(a, b) {
    if (!a || !b) return !b && Boolean(a);
    const [x, y] = [this.depths.get(a.id), this.depths.get(b.id)];
    return x === y ? a.id > b.id : x > y;
  }
  of(...types) { return this.counted.filter((record) => types.includes(record.type)); }

  // Who is who.

  before(record) {
    return record.parents.reduce((sides, parent) => this.join(sides, this.afters.get(parent)), NOBODY);
  }
  after(record) {
    const sides = this.before(record);
    if (record.type === "Handover") return { handover: record, employee: sides.employee, superior: [] };
    if (record.type !== "KeyChange") return sides;
    const { side, keeps, kind } = this.place(record, sides);
    return { ...sides, [side]: [...sides[side].slice(0, keeps), { kind, record }] };
  }
  join(a, b) {
    const newer = this.isLater(b.handover, a.handover) ? b : a;
    return {
      handover: newer.handover,
      employee: this.greater(a.employee, b.employee),
      superior: a.handover === b.handover ? this.greater(a.superior, b.superior) : newer.superior,
    };
  }
  greater(c, d) {
    for (let place = 0; place < Math.min(c.length, d.length); place++) {
      const [x, y] = [c[place], d[place]];
      if (x.kind !== y.kind) return x.kind === "promised" ? c : d;
      if (x.kind === "vouched" && x.record !== y.record) return this.isLater(x.record, y.record) ? c : d;
    }
    if (c.length !== d.length) return c.length > d.length ? c : d;
    return c.length > 0 && this.isLater(d.at(-1).record, c.at(-1).record) ? d : c;
  }
  cards(side, sides) {
    const first = side === "superior" && sides.handover ? sides.handover.body.get("to") : this.first?.body.get(side);
    return [first, ...sides[side].map((step) => step.record.body.get("to"))];
  }
  key(side, sides) { return this.cards(side, sides).at(-1)?.get("did"); }
  sideOf(key, sides) { return SIDES.find((side) => this.key(side, sides) === key); }
  place(record, sides) {
    const [from, to] = [record.body.get("from"), record.body.get("to").get("did")];
    if (this.sideOf(to, sides)) return null;
    for (const side of SIDES) {
      const chain = sides[side];
      for (const [keeps, card] of this.cards(side, sides).entries()) {
        if (card.get("did") !== from || keeps >= 32) continue;
        const isLast = keeps === chain.length;
        const isPromised = record.by === to && card.get("nextKey") === promiseOf(to);
        if ((isLast || chain[keeps].kind === "vouched") && isPromised) return { side, keeps, kind: "promised" };
        if (isLast && this.sideOf(record.by, sides) === other(side)) return { side, keeps, kind: "vouched" };
      }
    }
    return null;
  }
  knownKeys() {
    if (!this.first) return new Set();
    const known = SIDES.map((side) => this.first.body.get(side));
    const isKnown = (did) => known.some((card) => card.get("did") === did);
    for (let grew = true; grew; ) {
      grew = false;
      for (const record of this.records.values()) {
        if (!["Handover", "Delegate", "KeyChange"].includes(record.type)) continue;
        const to = record.body.get("to");
        const promised = record.type === "KeyChange" && record.by === to.get("did") && known.some((card) =>
          card.get("did") === record.body.get("from") && card.get("nextKey") === promiseOf(record.by));
        if ((isKnown(record.by) || promised) && !known.includes(to)) { known.push(to); grew = true; }
      }
    }
    return new Set(known.map((card) => card.get("did")));
  }

  // Standings.

  judge(record, known) {
    if (this.standings.has(record.id)) return;
    for (const id of record.parents) if (this.records.has(id)) this.judge(this.records.get(id), known);
    const standing = this.standing(record, known);
    this.standings.set(record.id, standing);
    if (standing !== "counts") return;
    const below = new Set(record.parents.flatMap((parent) => [parent, ...this.below.get(parent)]));
    this.below.set(record.id, below);
    this.depths.set(record.id, Math.max(-1, ...record.parents.map((parent) => this.depths.get(parent))) + 1);
    this.afters.set(record.id, this.after(record));
  }
  standing(record, known) {
    if (record.dossier !== this.id) return "foreign";
    if (record.id === this.id) return "counts";
    if (!this.first) return "waiting";
    if (!known.has(record.by)) return "stranger";
    const parents = record.parents.map((parent) => this.standings.get(parent) ?? "waiting");
    if (parents.includes("waiting")) return "waiting";
    if (record.isNewer || parents.includes("newer")) return "newer";
    if (parents.some((standing) => standing !== "counts")) return "on_uncounted";
    const sides = this.before(record);
    const mine = this.sideOf(record.by, sides);
    if (isVersion(record)) {
      if (!this.mayWrite(record, mine)) return "wrong_side";
      return this.isGateOpen(record) ? "counts" : "gate_jumped";
    }
    const target = this.records.get(record.body.get("target"));
    if (record.type === "CoSign" || record.type === "Withdraw") {
      const fits = target && record.parents.includes(target.id) && isVersion(target) && target.stage === record.stage;
      if (!fits) return "wrong_target";
    }
    return this.maySign(record, mine, sides, target) ? "counts" : "wrong_side";
  }
  mayWrite(record, mine) {
    if (record.type === "Transcript") return mine === "employee" && writer(record.stage) === "superior";
    return mine === writer(record.stage) || this.isAsked(record, record.stage);
  }
  /** Whether the signer was asked, in a delegation that the record builds on, to write a stage. */
  isAsked(record, stage) {
    const below = new Set(record.parents.flatMap((parent) => [parent, ...this.below.get(parent)]));
    return [...below].some((id) => asks(this.records.get(id), { stage, by: record.by }));
  }
  isGateOpen(record) {
    return this.openings(record).length > 0;
  }
  /** What the parents of a version say of its gate: `free`, the stage before, or a version of its own stage. */
  openings(record) {
    const before = STAGES[STAGES.indexOf(record.stage) - 1];
    const isOfOneWriter = before && writer(before) === "employee" && writer(record.stage) === "employee";
    return record.parents.map((id) => this.records.get(id)).flatMap((parent) => {
      if ((parent.type === "Dossier" && !before) || (parent.type === "Close" && record.stage === "assessment")) return [{ free: true }];
      if (parent.type === "CoSign" && parent.stage === before) return parent.body.get("decision") === "return" ? [] : [{ free: true }];
      if (parent.stage === record.stage && isVersion(parent)) return [{ as: parent }];
      if (parent.stage === record.stage && ["CoSign", "Withdraw"].includes(parent.type)) return [{ as: this.records.get(parent.body.get("target")) }];
      return isOfOneWriter && parent.stage === before && parent.type === "Revision" ? [{ base: parent }] : [];
    });
  }
  maySign(record, mine, sides, target) {
    const isNew = () => !this.sideOf(record.body.get("to").get("did"), sides);
    switch (record.type) {
      case "CoSign": {
        const decision = record.body.get("decision"), writes = mine === writer(record.stage);
        if (decision === "paper") return writes;
        if (decision !== "automatic") return mine === other(writer(record.stage));
        const acting = (sides.handover ?? this.first).body.get("acting") === true;
        return writes && record.stage === "planning" && (acting || this.first.body.get("position") === "principal");
      }
      case "Withdraw": {
        const then = this.before(target);
        const isSame = mine === "employee" || then.handover === sides.handover;
        return target.by === record.by || (mine !== undefined && isSame && this.sideOf(target.by, then) === mine);
      }
      case "Handover": return mine !== undefined && isNew();
      case "KeyChange": return this.place(record, sides) !== null;
      case "Delegate": return mine === "superior" && isNew();
      case "Recommend": return mine === "superior";
      case "Advise": return this.isAsked(record, "observation");
      default: return mine !== undefined;
    }
  }

  // What settles nothing, and what is doubtful.

  sideThen(record) { return this.sideOf(record.by, this.before(record)); }
  findLate() {
    const late = new Set();
    const deciding = this.of("Revision", "CoSign", "Close", "Reopen", "Delegate", "Recommend")
      .filter((record) => this.sideThen(record) !== "employee");
    for (const record of deciding) {
      const replaced = this.of("Handover").some((handover) =>
        this.isLater(handover, this.before(record).handover) && !this.buildsOn(record, handover) &&
        !this.buildsOn(handover, record) && !this.counted.some((more) => more !== handover &&
          more.by === handover.by && !this.buildsOn(more, handover) && this.buildsOn(more, record)));
      if (replaced) late.add(record.id);
    }
    for (const record of this.of("Revision").filter((version) => !this.sideThen(version))) {
      const asked = this.of("Delegate").filter((ask) => asks(ask, record) && this.buildsOn(record, ask));
      if (asked.every((ask) => late.has(ask.id))) late.add(record.id);
    }
    return late;
  }
  doubtful() {
    const changes = this.of("KeyChange").map((record) => {
      const [from, to] = [record.body.get("from"), record.body.get("to").get("did")];
      return { record, from, to, isVouched: record.by !== to };
    });
    const doubtful = new Set();
    for (const change of changes) {
      const isOverruled = change.isVouched &&
        changes.some((more) => !more.isVouched && more.from === change.from && more.to !== change.to);
      for (const record of this.counted) {
        if (isOverruled ? record.by !== change.to : record.by !== change.from || record === change.record) continue;
        const isKnown = this.buildsOn(change.record, record) || (this.buildsOn(record, change.record) && this.sideThen(record));
        if (isOverruled || !isKnown) doubtful.add(record.id);
      }
    }
    return doubtful;
  }

  // Answers and stages.

  answers(version) {
    return this.of("CoSign").filter((answer) => answer.body.get("target") === version.id && !this.late.has(answer.id));
  }
  answer(version) {
    const all = this.answers(version);
    const of = (...decisions) => all.filter((answer) => decisions.includes(answer.body.get("decision")));
    const [agrees, returns, behalf] = [of("agree"), of("return"), of("automatic", "paper")];
    const returned = { is: "returned" };
    if (agrees.length === 0) {
      if (returns.length > 0) return returned;
      return behalf.length > 0 ? { is: "agreed", by: behalf[0] } : { is: "none" };
    }
    const isAbove = (answer) => agrees.some((agree) => this.buildsOn(answer, agree));
    const open = returns.filter((answer) => !isAbove(answer) && !agrees.some((agree) => this.buildsOn(agree, answer)));
    if (open.length === 0) return { is: "agreed", by: agrees[0] };
    const isSettled = (answer) => returns.some((more) => isAbove(more) && this.buildsOn(more, answer));
    return open.every(isSettled) ? returned : { is: "unclear" };
  }
  /** The versions of the stage before on which one was written ahead; `null` when its gate is open for good. */
  bases(version) {
    if (!this.basesOf.has(version.id)) this.basesOf.set(version.id, this.findBases(version));
    return this.basesOf.get(version.id);
  }
  findBases(version) {
    const openings = this.openings(version);
    if (openings.some(({ free }) => free)) return null;
    const own = openings.flatMap(({ base }) => base ?? []);
    if (own.length > 0) return own;
    const below = openings.map(({ as }) => this.bases(as));
    return below.includes(null) ? null : [...new Set(below.flat())];
  }
  holds(version) {
    const bases = this.bases(version);
    return bases === null || bases.some((base) => this.answer(base).is === "agreed" && this.holds(base));
  }
  states() {
    const facts = [];
    for (const stage of STAGES) facts.push(this.stage(stage, facts));
    return Object.fromEntries(facts.map((fact, index) => [STAGES[index], fact.state]));
  }
  stage(stage, before) {
    const isBack = (version) => this.answer(version).is !== "agreed" &&
      this.of("Withdraw").some((back) => back.body.get("target") === version.id);
    let versions = this.counted.filter((record) => isVersion(record) && record.stage === stage);
    const left = versions.filter((version) => !isBack(version) && !this.late.has(version.id));
    versions = left.filter((version) => this.holds(version));
    if (versions.some((version) => version.type === "Revision")) versions = versions.filter((version) => version.type === "Revision");
    const newest = (list) => list.filter((one) => !list.some((more) => this.buildsOn(more, one)));
    let heads = newest(versions);
    const agreement = newest(versions.filter((version) => this.answer(version).is === "agreed")).at(-1);
    const state = () => {
      const isEnded = stage === "assessment" && this.isClosed();
      if (heads.length === 0) {
        if (before.length === 0 || before.at(-1).agreement || isEnded) return "open";
        const waits = (version) => !this.holds(version) && this.bases(version).some((base) => before.at(-1).heads.includes(base));
        heads = newest(left.filter(waits));
        return heads.length === 0 ? "locked" : "ahead";
      }
      if (heads.length > 1) return "diverged";
      const answer = this.answer(heads[0]);
      if (answer.is === "none") return agreement ? "amendment_waiting" : "waiting";
      if (answer.is === "returned") return agreement ? "amendment_returned" : "returned";
      if (answer.is === "unclear") return "unclear";
      const isStale = before.some((fact) => fact.state === "stale" || (fact.agreement && !this.answers(fact.agreement)
        .some((more) => more.body.get("decision") !== "return" && this.buildsOn(answer.by, more))));
      return isStale ? "stale" : "agreed";
    };
    const is = state();
    return { agreement, heads, state: is };
  }
  isClosed() {
    const [closings, openings] = ["Close", "Reopen"].map((type) => this.of(type).filter((record) => !this.late.has(record.id)));
    return closings.some((close) => !openings.some((reopen) => this.buildsOn(reopen, close)));
  }
  judgeLetter({ by, to, heads }) {
    const named = this.of("Handover", "Delegate", "KeyChange").map((record) => record.body.get("to").get("did"));
    const known = this.first ? [...SIDES.map((side) => this.first.body.get(side).get("did")), ...named] : [by, to];
    if (this.first && (by === to || !known.includes(by) || !known.includes(to))) return "letter_of_stranger";
    return heads.every((head) => this.records.has(head)) ? "counts" : "heads_missing";
  }
}

const NOBODY = { handover: undefined, employee: [], superior: [] };

/** Says whether a record asks the signer of a version to write its stage. */
function asks(record, version) {
  return record.type === "Delegate" && record.stage === version.stage && record.body.get("to").get("did") === version.by;
}
