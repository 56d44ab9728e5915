// Random addresses for the finder and the lead page, against the engine and the index of a built site:
//   node queries.js SITE SECONDS FOUND [SEED]
// Whatever stands after "#": nothing throws or hangs, what is understood is in range and comes out alike twice, reading
// and writing an address settles at once, and nothing reaches an object's prototype. A finding is written to FOUND.
"use strict";
const fs = require("fs"), path = require("path"), vm = require("vm");
const [site, seconds, found, seed = Date.now()] = process.argv.slice(2);

// SplitMix32: a seed gives the same addresses everywhere.
let state = Number(seed) >>> 0;
function random(below) {
  state = (state + 0x9E3779B9) >>> 0;
  let z = state;
  z = Math.imul(z ^ (z >>> 16), 0x21F0AAAD);
  z = Math.imul(z ^ (z >>> 15), 0x735A2D97);
  return ((z ^ (z >>> 15)) >>> 0) % below;
}
const one = (list) => list[random(list.length)];

const page = vm.createContext({ TextEncoder, decodeURIComponent, encodeURIComponent });
page.window = page;
page.location = { hash: "" };
page.history = { state: null, replaceState() {}, pushState() {} };
for (const name of ["search.js", "lead-reader.js", "state.js", "mail.js"]) {
  vm.runInContext(fs.readFileSync(path.join(__dirname, "../../templates", name), "utf8"), page, { filename: name });
}
const S = page.Shelfmark;
const load = async (file) => vm.runInContext(fs.readFileSync(path.join(site, file), "utf8"), page, { filename: file });

const VALUES = [
  "cfo", "VP Finance", "Dir. of Fin Ops", "finance-leader", "decision", "Opportunity", "price", "erp does that",
  "constructor", "__proto__", "toString", "hasOwnProperty", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
  "javascript:alert(1)", "{{first_name}}", "{{constructor}}", "${1}", "%", "%2", "%25", "%2525", "%zz", "%C3%28", "%00", "+", "&", "=", "#",
  "a=b", "\"quoted words", "“dashes”", "C++", "c#", "3.5", "24/7", "a/b/c", "don't", "ﬁne ﬂow", "İstanbul", "日本語の文書", "ไทย",
  "\u202Eabc", "\u0000", "\uD800", "\uDC00x", "👩‍👩‍👧", "é".repeat(50), "x".repeat(5000), "a b ".repeat(400), ";,;", "a;b,c", "-1", "1e999",
];
const LETTERS = ["a", "e", "s", "t", "0", " ", "-", "'", ".", "\"", "é", "中", "%", "&", "=", "#", "+", "\u0301", "\uD83D"];

function text() {
  if (random(3)) return one(VALUES);
  let made = "";
  for (let n = random(12); n > 0; n--) made += random(2) ? one(LETTERS) : one(VALUES).slice(0, random(20));
  return made;
}

function address(keys) {
  const escaped = (value) => { try { return random(4) ? encodeURIComponent(value) : value; } catch { return value; } };
  let made = random(8) ? "#" : "";
  for (let n = random(7); n >= 0; n--) {
    made += escaped(random(6) ? one(keys) : text()) + (random(9) ? "=" : "") + escaped(text()) + one(["&", "&", "&", "&&", ""]);
  }
  return made;
}

function hold(condition, what) { if (!condition) throw new Error(what); }

const isIndex = (value, list) => Number.isInteger(value) && value >= -1 && value < list.length;

function checkMatches(result, root) {
  hold(result.total === result.matches.length && result.total <= root.count, "more than there is");
  let last = Infinity, isExact = true;
  for (const { doc, score, exact } of result.matches) {
    hold(Number.isInteger(doc) && doc >= 0 && doc < root.count, "no such document");
    hold(Number.isSafeInteger(score), "a score that is no whole number");
    hold(!exact || isExact, "an exact title after others");
    if (!exact && isExact) { isExact = false; last = Infinity; }
    hold(result.sorting || score <= last, "out of order");
    last = score;
  }
}

async function ask(engine, hash) {
  const { root } = engine;
  const state = S.readState(hash);
  for (const [key, values] of state) hold(typeof key === "string" && values.every((v) => typeof v === "string" && v.trim()), "an empty value");
  const settled = S.writeState(S.readState(S.writeState(state)));
  hold(S.writeState(S.readState(settled)) === settled, "reading and writing does not settle");

  // As finder.js does.
  const first = (key) => S.first(state, key);
  const entries = { __proto__: null, persona: root.personas, stage: root.stages, type: root.types };
  for (const facet of root.facets) entries[facet[0]] = facet[5];
  const named = (key) => (state.get(key) || []).map((v) => engine.named(v, entries[key])).filter((i) => i >= 0);
  for (const key of Object.keys(entries)) for (const value of state.get(key) || []) hold(isIndex(engine.named(value, entries[key]), entries[key]), "no such label");
  const pick = (key) => { const all = named(key); return all.length ? all[0] : -1; };
  const question = {
    q: first("q"), persona: pick("persona"), stage: pick("stage"), types: named("type"),
    facets: root.facets.map(([id]) => named(id)), sort: first("sort"), today: "2026-11-22",
  };
  question.sent = (await Promise.all((state.get("sent") || []).map((id) => engine.documentOf(id)))).filter((doc) => doc >= 0);
  const result = await engine.find(question);
  checkMatches({ ...result, sorting: question.sort === "reviewed" }, root);
  const shown = await engine.describe(result.matches.slice(0, 3).map((m) => m.doc));
  const details = await engine.details(shown.map((item) => item.doc));
  shown.forEach((item, i) => {
    hold(typeof engine.sentence(result.reasons(item.doc)) === "string", "no sentence");
    for (const piece of [item.title, item.summary]) {
      let at = 0;
      for (const [start, end] of engine.marks(piece, result.terms)) { hold(start >= at && end > start && end <= piece.length, "marks overlap"); at = end; }
    }
    const cut = engine.excerpt(details[i].text, result.terms, 160);
    hold(cut.text.length <= 400, "an excerpt without end");
    if (details[i].snippet) {
      const mail = S.fillMail({ snippet: details[i].snippet, share: details[i].share }, { first_name: first("first_name"), company: first("company"), sender: first("sender") });
      hold(typeof mail.text === "string" && mail.missing.every((m) => typeof m === "string"), "no e-mail");
    }
  });

  // As lead.js does.
  const lead = { facets: {}, sent: state.get("sent") };
  for (const key of ["title", "lifecycle", "lead_status", "opp_stage", "persona", "stage"]) lead[key] = first(key);
  for (const [id] of root.facets) lead.facets[id] = state.get(id) || [];
  const read = await S.leadReader(engine).read(lead);
  hold(isIndex(read.persona, root.personas) && isIndex(read.stage, root.stages), "no such persona or stage");
  const matched = await engine.match(read, "2026-11-22");
  checkMatches(matched, root);
  return JSON.stringify([result.matches.slice(0, 20), result.corrections, read, matched.matches.slice(0, 20)]);
}

(async () => {
  const engine = await S.open(load), { root } = engine;
  const keys = ["q", "q", "q", "persona", "stage", "type", "sort", "sent", "title", "lifecycle", "lead_status", "opp_stage", "first_name", "company",
    "sender", "constructor", "__proto__", "toString", ...root.facets.map((f) => f[0])];
  VALUES.push(...root.personas.flatMap(([id, label, , titles]) => [id, label, ...titles]), ...root.stages.map((s) => s[1]),
    ...root.facets.flatMap((f) => f[5].map((v) => v[1])));
  const end = Date.now() + seconds * 1000;
  let count = 0, slowest = 0;
  for (; Date.now() < end; count++) {
    const hash = address(keys);
    try {
      const start = process.cpuUsage();
      const answer = await ask(engine, hash);
      const { user } = process.cpuUsage(start);
      slowest = Math.max(slowest, user / 1000);
      hold(user < 2_000_000, "took " + user / 1000 + " ms");
      if (count % 16 === 0) hold(answer === await ask(engine, hash), "another answer to the same address");
      hold(vm.runInContext("Object.keys(Object.prototype).length === 0 && Object.keys(Array.prototype).length === 0", page), "a prototype was changed");
    } catch (error) {
      const file = path.join(found, "queries-" + count);
      fs.mkdirSync(found, { recursive: true });
      fs.writeFileSync(file, hash);
      console.error(`finding in queries: kept in ${file} (seed ${seed})\n${JSON.stringify(hash)}\n${error.stack}`);
      process.exit(1);
    }
  }
  console.log(`${count} addresses, the slowest took ${Math.round(slowest)} ms (seed ${seed})`);
})();
