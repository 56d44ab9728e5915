// The finder's live part: box and pickers become a question, the engine of search.js answers it, results take the place
// of what stands below the pickers. The question lives in the address, so that it can be copied and Back restores it.
// The list, its `data-query`, #no-results and #count are names that other scripts and tests rely on.
(function (S) {
  "use strict";
  const { el } = S, byId = (id) => document.getElementById(id);
  const box = byId("q"), results = byId("results"), none = byId("no-results"), count = byId("count"), notice = byId("notice");
  const chips = byId("chips"), sort = byId("sort"), more = byId("more-results"), browse = byId("browse"), live = byId("live");
  const PAGE = 10, PAUSE = 120;
  /** The first list waits for no more files than these, where they give five results; the others follow it. */
  const FIRST_FILES = 14, FIRST_RESULTS = 5;
  /** Keys that ask nothing by themselves. */
  const ASIDE = ["sort", "sent", "first_name", "company", "sender"];
  const choices = [...document.querySelectorAll(".choice")].map((link) =>
    ({ link, key: link.closest("[data-picker]").dataset.picker, id: link.dataset.value, count: link.querySelector(".count") }));
  const isSingle = (key) => key === "persona" || key === "stage";

  let state = S.readState(location.hash);
  let turn = 0, length = (history.state && history.state.length) || PAGE, wanted = null, pause = 0, isFirst = true;

  // ---- The question ----

  /**
   * What the state means to the engine; as filters, each with the key and value that say it in the address and, where it
   * is understood, a label; and by picker, what there is to choose and what is chosen.
   */
  function read({ root, named }) {
    // Without a prototype: an address may say "constructor=", and a company may call a facet so.
    const entries = { __proto__: null, persona: root.personas, stage: root.stages, type: root.types };
    const picked = { __proto__: null }, filters = [];
    for (const facet of root.facets) entries[facet[0]] = facet[5];
    for (const key of Object.keys(entries)) picked[key] = [];
    for (const [key, values] of state) {
      if (key === "q" || ASIDE.includes(key)) continue;
      for (const value of values) {
        const index = entries[key] && !(isSingle(key) && picked[key].length) ? named(value, entries[key]) : -1;
        if (index >= 0) picked[key].push(index);
        filters.push({ key, value, label: index >= 0 && entries[key][index][1] });
      }
    }
    const one = (key) => (picked[key].length ? picked[key][0] : -1), q = S.first(state, "q");
    const question = {
      q, persona: one("persona"), stage: one("stage"), types: picked.type, facets: root.facets.map(([id]) => picked[id]),
      sort: S.first(state, "sort"), today: S.today,
    };
    return { question, filters, entries, picked, isAsked: !!q.trim() || filters.some((f) => f.label) };
  }

  function change(isNewEntry) {
    length = PAGE;
    S.keepState(state, isNewEntry);
    answer();
  }

  /** The step from browsing to asking is one that Back undoes; each letter is not. */
  const isAsking = () => [...state.keys()].some((key) => !ASIDE.includes(key));

  function choose({ key, id }) {
    S.engine().then((engine) => {
      const { filters, entries } = read(engine);
      const same = filters.find((f) => f.key === key && f.label && entries[key][engine.named(f.value, entries[key])][0] === id);
      if (same) { drop(same); return; }
      const isNewEntry = !isAsking();
      S.setValues(state, key, isSingle(key) ? [id] : [...(state.get(key) || []), id]);
      change(isNewEntry);
    }, fail);
  }

  function drop({ key, value }) {
    S.setValues(state, key, (state.get(key) || []).filter((v) => v !== value));
    change();
  }

  // ---- The answer ----

  async function answer() {
    const mine = ++turn;
    clearTimeout(pause);
    try {
      const engine = await S.engine();
      const asked = read(engine), { question } = asked, root = engine.root;
      question.sent = (await Promise.all((state.get("sent") || []).map((id) => engine.documentOf(id)))).filter((doc) => doc >= 0);
      const found = await engine.find(question);
      if (mine !== turn) return;
      // Published anew meanwhile: numbers mean other things now.
      if (engine.root !== root) { answer(); return; }
      const matches = asked.isAsked ? found.matches.slice(0, length) : [];
      const docs = matches.map((match) => match.doc);
      const reach = isFirst ? Math.max(FIRST_RESULTS, engine.reach(docs, FIRST_FILES - S.loads)) : length;
      const describe = async (part) => (await engine.describe(part.map((match) => match.doc)))
        .map((item, i) => ({ item, match: part[i], reasons: found.reasons(item.doc) }));
      const entries = await describe(matches.slice(0, reach));
      if (mine !== turn) return;
      if (asked.isAsked) isFirst = false;
      show(engine, asked, found, entries);
      more.hidden = found.total <= matches.length || !asked.isAsked;
      pause = setTimeout(() => complete(engine, entries, () => describe(matches.slice(reach)), found.terms, mine), PAUSE);
    } catch {
      if (mine === turn) fail();
    }
  }

  function show(engine, asked, found, entries) {
    const { question, filters, isAsked } = asked;
    const context = { engine, terms: found.terms, state, onSent };
    document.body.classList.toggle("asked", isAsked);
    browse.hidden = isAsked;
    live.hidden = false;
    results.replaceChildren(...entries.map((entry) => S.resultRow(context, entry)));
    results.dataset.query = question.q;
    const total = isAsked ? found.total : 0;
    count.textContent = isAsked ? (total === 1 ? "1 asset" : total.toLocaleString("en") + " assets") : "";
    byId("sorting").hidden = !isAsked;
    sort.value = question.sort === "reviewed" ? "reviewed" : "";
    divide(entries);
    showCorrections(found.corrections);
    showChips(filters);
    showPicks(asked, found.counts);
    none.hidden = !isAsked || total > 0;
    none.replaceChildren();
    if (!none.hidden) explain(engine, question, filters, found);
    restore();
  }

  /** Says where the rows begin whose words tell less than half of what the best row's do. */
  function divide(entries) {
    const words = entries.map(({ reasons }) => (reasons.find(({ kind }) => kind === "words") || { points: 0 }).points);
    const half = Math.max(0, ...words) / 2, last = words.findLastIndex((points) => points >= half);
    for (const line of results.querySelectorAll(".less")) line.remove();
    if (half && !sort.value && last < words.length - 1) results.children[last].append(el("p", { class: "less" }, "Less likely below"));
  }

  function showCorrections(corrections) {
    const said = corrections.map(({ typed, meant }) => (meant.length
      ? ["Showing results for ", el("strong", {}, meant.join(", ")), `; nothing has “${typed}”. `]
      : [`Nothing has “${typed}”. `]));
    notice.hidden = !said.length;
    notice.replaceChildren(...said.flat());
  }

  function showChips(filters) {
    const sent = state.get("sent") || [];
    chips.replaceChildren(
      ...filters.map((f) => S.chip(f.label || `${f.key}: “${f.value}” is not known here`, () => drop(f), !f.label)),
      ...(sent.length ? [S.chip(sent.length + " already sent", () => { state.delete("sent"); change(); })] : []));
    chips.hidden = !chips.childElementCount;
  }

  function showPicks({ entries, picked }, counts) {
    for (const { link, key, id, count } of choices) {
      const index = (entries[key] || []).findIndex((entry) => entry[0] === id);
      // A label that is gone since this page was built.
      if (index < 0) continue;
      const number = counts[key][index];
      link.setAttribute("aria-pressed", picked[key].includes(index));
      link.classList.toggle("empty", !number);
      count.textContent = number.toLocaleString("en");
    }
    const others = Object.keys(picked).filter((key) => !isSingle(key)).flatMap((key) => picked[key]).length;
    byId("more-count").textContent = others ? `(${others} on)` : "";
  }

  /** Texts, and what the first list did not wait for, are loaded once nobody types any more. */
  async function complete(engine, entries, others, terms, mine) {
    const context = { engine, terms, state, onSent }, late = await others().catch(() => []);
    if (mine !== turn) return;
    results.append(...late.map((entry) => S.resultRow(context, entry)));
    entries.push(...late);
    divide(entries);
    const details = await engine.details(entries.map(({ item }) => item.doc)).catch(() => []);
    if (mine !== turn) return;
    details.forEach((detail, i) => S.completeRow({ ...context, speaks: !i }, results.children[i], entries[i], detail));
  }

  // ---- Nothing found, nothing loaded ----

  /** Offers what brings results back: to drop the filter that removed most, else all of them or the words. */
  async function explain(engine, question, filters, { without }) {
    const mine = turn, known = filters.filter((f) => f.label), keys = [...new Set(known.map((f) => f.key))];
    const [most] = keys.filter((key) => without[key]).sort((a, b) => without[b] - without[a]), lines = [];
    const offer = (label, ...dropped) => lines.push(el("button", { type: "button", class: "button", click: () => {
      for (const key of dropped) state.delete(key);
      change();
      box.focus();
    } }, label));
    if (most) {
      const labels = known.filter((f) => f.key === most).map((f) => f.label).join(" or ");
      lines.push(el("p", {}, el("strong", {}, labels), ` removed most: without it there ${without[most] === 1 ? "is" : "are"} ${without[most]}.`));
      offer("Drop " + labels, most);
    } else if (keys.length) {
      const [byWords, byFilters] = await Promise.all(
        [{ persona: -1, stage: -1, types: [], facets: [] }, { q: "" }].map((other) => engine.find({ ...question, ...other })));
      if (mine !== turn) return;
      if (byWords.total) offer(`Drop all filters: ${byWords.total}`, ...keys);
      if (question.q && byFilters.total) offer(`Drop the words: ${byFilters.total}`, "q");
    }
    none.replaceChildren(el("p", {}, "Nothing fits this."), ...lines, el("a", { class: "button", href: request(question, known) }, "Ask for this"));
  }

  /** An e-mail to the team that owns the stage, or to the library's owner. */
  function request(question, known) {
    const stage = choices.find(({ key, link }) => key === "stage" && link.getAttribute("aria-pressed") === "true");
    const asked = [question.q, ...known.map((f) => f.label)].filter(Boolean).join(", ");
    const link = S.mailLink("Asset wanted: " + asked, `Hello,\n\nI looked for this in the library and found nothing:\n\n${asked}\n\nWhat I would need it for:\n\n`);
    return link.replace("mailto:", "mailto:" + ((stage && stage.link.dataset.ask) || live.dataset.ask));
  }

  function fail() {
    live.hidden = browse.hidden = false;
    document.body.classList.remove("asked");
    results.replaceChildren();
    results.dataset.query = S.first(state, "q");
    more.hidden = chips.hidden = byId("sorting").hidden = true;
    none.hidden = false;
    count.textContent = "";
    none.replaceChildren(el("p", {}, el("strong", {}, "The search index could not be loaded."), " The labels above and the table below lead everywhere too."),
      el("button", { type: "button", class: "button", click: () => { none.hidden = true; answer(); } }, "Try again"));
  }

  // ---- Sent, more, history ----

  function onSent(id) {
    S.toggleValue(state, "sent", id);
    wanted = () => results.querySelector(`[data-id="${CSS.escape(id)}"] .sent`) || results.querySelector(".sent");
    S.keepState(state);
    answer();
  }

  more.addEventListener("click", () => {
    const at = results.childElementCount;
    length += 2 * PAGE;
    wanted = () => titles()[at];
    answer();
  });

  /** After an answer: the focus where it was meant to be; on the way back, the scroll as it was. */
  let scroll = history.state && history.state.scroll;
  history.scrollRestoration = "manual";
  function restore() {
    const target = wanted && wanted();
    if (target) target.focus();
    wanted = null;
    if (scroll) scrollTo({ top: scroll, behavior: "instant" });
    scroll = null;
  }

  const keepPlace = () => history.replaceState({ scroll: scrollY, length }, "");
  let resting = 0;
  addEventListener("scroll", () => { clearTimeout(resting); resting = setTimeout(keepPlace, 200); }, { passive: true });
  addEventListener("pagehide", keepPlace);

  addEventListener("popstate", () => {
    const now = S.readState(location.hash);
    if (S.writeState(now) === S.writeState(state)) return;
    state = now;
    box.value = S.first(state, "q");
    length = (history.state && history.state.length) || PAGE;
    scroll = history.state && history.state.scroll;
    answer();
  });

  // ---- Hands ----

  box.addEventListener("input", () => {
    const isNewEntry = !isAsking() && box.value.trim();
    S.setValues(state, "q", [box.value]);
    change(isNewEntry);
  });
  box.form.addEventListener("submit", (event) => event.preventDefault());
  sort.addEventListener("change", () => { S.setValues(state, "sort", [sort.value]); change(); });

  for (const choice of choices) {
    choice.link.setAttribute("role", "button");
    choice.link.setAttribute("aria-pressed", "false");
    choice.link.addEventListener("click", (event) => {
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      choose(choice);
    });
    choice.link.addEventListener("keydown", (event) => {
      if (event.key === " ") { event.preventDefault(); choose(choice); }
    });
  }

  const titles = () => [...results.querySelectorAll("a.title")];

  /** Opens the first result, once the list stands for what is in the box. */
  async function openFirst() {
    for (let i = 0; i < 100 && results.dataset.query !== box.value; i++) await new Promise((done) => { setTimeout(done, 20); });
    const [first] = titles();
    if (first) { keepPlace(); location.assign(first.href); }
  }

  addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = document.activeElement, list = titles(), row = here.closest && here.closest("#results .row");
    const at = row ? [...results.children].indexOf(row) : -1;
    if (event.key === "Enter" && here === box) {
      event.preventDefault();
      openFirst();
    } else if (event.key === "Escape") {
      if (here !== box) box.focus();
      else if (box.value) { box.value = ""; state.delete("q"); change(); }
      else if (state.size) { state = new Map([...state].filter(([key]) => key === "sent")); change(); }
      event.preventDefault();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && (here === box || row)) {
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
      if (next < 0) box.focus(); else if (list[next]) list[next].focus(); else if (!more.hidden) more.firstElementChild.click();
    }
  });

  box.value = box.value && !state.size ? box.value : S.first(state, "q");
  if (box.value) S.setValues(state, "q", [box.value]);
  answer();
})(window.Shelfmark);
