// The finder's live part: box and pickers become a question, the engine of search.js answers it, results take the place
// of what stands below the pickers. The question lives in the address, so that it can be copied and Back restores it.
// The list, its `data-query`, #no-results and #count are names that other scripts and tests rely on.
(function (S) {
  "use strict";
  const { el } = S, byId = (id) => document.getElementById(id);
  const box = byId("q"), results = byId("results"), none = byId("no-results"), count = byId("count"), notice = byId("notice");
  const chips = byId("chips"), sort = byId("sort"), more = byId("more-results"), browse = byId("browse"), live = byId("live");
  const PAGE = 10, PAUSE = 120;
  const choices = [...document.querySelectorAll(".choice")].map((link) =>
    ({ link, key: link.closest("[data-picker]").dataset.picker, id: link.dataset.value, count: link.querySelector(".count") }));
  const isSingle = (key) => key === "persona" || key === "stage";

  let state = S.readState(location.hash);
  let turn = 0, length = (history.state && history.state.length) || PAGE, wanted = null, pause = 0;

  // ---- The question ----

  /** The entries of every picker by its key. A Map: a company may call a facet "constructor", an address may say anything. */
  const vocabularies = (root) => new Map([["persona", root.personas], ["stage", root.stages], ["type", root.types],
    ...root.facets.map((facet) => [facet[0], facet[5]])]);

  /** What the state means to the engine; and as filters, each with the key and value that say it in the address. */
  function read(engine) {
    const { root } = engine;
    const question = { q: S.first(state, "q"), persona: -1, stage: -1, types: [], facets: root.facets.map(() => []), sort: S.first(state, "sort"), today: S.today };
    const filters = [], add = (key, value, label) => filters.push({ key, value, label });
    const lists = vocabularies(root);
    for (const [key, values] of state) {
      if (["q", "sort", "sent", "first_name", "company", "sender"].includes(key)) continue;
      for (const value of values) {
        const entries = lists.get(key), index = entries ? engine.named(value, entries) : -1;
        const facet = root.facets.findIndex(([id]) => id === key);
        if (index < 0 || (isSingle(key) && question[key] >= 0)) { add(key, value); continue; }
        if (isSingle(key)) question[key] = index;
        else (key === "type" ? question.types : question.facets[facet]).push(index);
        add(key, value, entries[index][1]);
      }
    }
    return { question, filters, lists, isAsked: !!question.q.trim() || filters.some((f) => f.label) };
  }

  function change(isNewEntry) {
    length = PAGE;
    S.keepState(state, isNewEntry);
    answer();
  }

  const isAsking = () => results.childElementCount > 0 || !none.hidden;

  function choose({ key, id }) {
    S.engine().then((engine) => {
      const { filters, lists } = read(engine), index = lists.get(key).findIndex((entry) => entry[0] === id);
      const same = filters.find((f) => f.key === key && f.label && engine.named(f.value, lists.get(key)) === index);
      if (same) drop(same);
      else {
        S.setValues(state, key, isSingle(key) ? [id] : [...(state.get(key) || []), id]);
        change(!isAsking());
      }
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
      const items = await engine.describe(matches.map((match) => match.doc));
      if (mine !== turn) return;
      const entries = items.map((item, i) => ({ item, match: matches[i], reasons: found.reasons(item.doc) }));
      show(engine, asked, found, entries);
      pause = setTimeout(() => complete(engine, entries, found.terms, mine), PAUSE);
    } catch (error) {
      if (mine === turn) fail(error);
    }
  }

  function show(engine, { question, filters, isAsked }, found, entries) {
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
    more.hidden = total <= entries.length;
    showCorrections(found.corrections);
    showChips(filters);
    showPicks(question, found.counts, engine.root);
    none.hidden = !isAsked || total > 0;
    none.replaceChildren();
    if (!none.hidden) explain(engine, question, filters, found);
    restore();
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
    const chip = (label, remove, isUnknown) => el("li", {}, el("button", { type: "button", class: isUnknown ? "chip unknown" : "chip", click: remove },
      label, el("span", { "aria-hidden": "true" }, " ×"), el("span", { class: "visually-hidden" }, ", remove")));
    chips.replaceChildren(
      ...filters.map((f) => chip(f.label || `${f.key}: “${f.value}” is not known here`, () => drop(f), !f.label)),
      ...(sent.length ? [chip(sent.length + " already sent", () => { state.delete("sent"); change(); })] : []));
    chips.hidden = !chips.childElementCount;
  }

  function showPicks(question, counts, root) {
    const lists = vocabularies(root);
    for (const choice of choices) {
      const facet = root.facets.findIndex(([id]) => id === choice.key);
      const entries = lists.get(choice.key) || [];
      const index = entries.findIndex(([id]) => id === choice.id);
      if (index < 0) continue;
      const picked = isSingle(choice.key) ? question[choice.key] === index : (choice.key === "type" ? question.types : question.facets[facet]).includes(index);
      const number = counts[choice.key][index];
      choice.link.setAttribute("aria-pressed", String(picked));
      choice.link.classList.toggle("empty", !number);
      choice.count.textContent = number.toLocaleString("en");
    }
    const others = question.types.length + question.facets.flat().length;
    byId("more-count").textContent = others ? `(${others} on)` : "";
  }

  /** Texts are loaded once nobody types any more. */
  async function complete(engine, entries, terms, mine) {
    const details = await engine.details(entries.map(({ item }) => item.doc)).catch(() => []);
    if (mine !== turn) return;
    const context = { engine, terms, state };
    details.forEach((detail, i) => S.completeRow(context, results.children[i], entries[i], detail));
  }

  // ---- Nothing found, nothing loaded ----

  async function explain(engine, question, filters, found) {
    const mine = turn, words = question.q.trim();
    const known = filters.filter((f) => f.label), keys = [...new Set(known.map((f) => f.key))];
    const most = keys.filter((key) => found.without[key]).sort((a, b) => found.without[b] - found.without[a])[0];
    const offer = (label, remove) => el("button", { type: "button", class: "button", click: () => { remove(); change(); box.focus(); } }, label);
    const lines = [];
    if (most) {
      const labels = known.filter((f) => f.key === most).map((f) => f.label).join(" or ");
      lines.push(el("p", {}, el("strong", {}, labels), ` removed most: without it there ${found.without[most] === 1 ? "is 1" : "are " + found.without[most]}.`),
        offer("Drop " + labels, () => state.delete(most)));
    } else if (known.length) {
      const without = (change) => engine.find({ ...question, ...change });
      const [byWords, byFilters] = await Promise.all([
        words && without({ persona: -1, stage: -1, types: [], facets: engine.root.facets.map(() => []) }), words && without({ q: "" })]);
      if (mine !== turn) return;
      if (byWords && byWords.total) lines.push(offer(`Show ${byWords.total} for the words alone`, () => keys.forEach((key) => state.delete(key))));
      if (byFilters && byFilters.total) lines.push(offer(`Show ${byFilters.total} without the words`, () => state.delete("q")));
      if (!words) lines.push(offer("Drop all filters", () => keys.forEach((key) => state.delete(key))));
    }
    none.replaceChildren(el("p", {}, "No asset fits this."), ...lines, el("a", { class: "button", href: request(question, known) }, "Ask for this"));
  }

  /** An e-mail to the team that owns the stage, or to the library's owner. */
  function request(question, known) {
    const stage = choices.find(({ key, link }) => key === "stage" && link.getAttribute("aria-pressed") === "true");
    const asked = [question.q, ...known.map((f) => f.label)].filter(Boolean).join(", ");
    const link = S.mailLink("Asset wanted: " + asked, `Hello,\n\nI looked for this in the library and found nothing:\n\n${asked}\n\nWhat I would need it for:\n\n`);
    return link.replace("mailto:", "mailto:" + ((stage && stage.link.dataset.ask) || live.dataset.ask));
  }

  function fail(error) {
    live.hidden = browse.hidden = false;
    document.body.classList.remove("asked");
    results.replaceChildren();
    results.dataset.query = S.first(state, "q");
    more.hidden = chips.hidden = byId("sorting").hidden = true;
    none.hidden = false;
    count.textContent = "";
    none.replaceChildren(el("p", {}, el("strong", {}, "The search index could not be loaded."), " Everything can be browsed all the same: by the labels above, by the table below."),
      el("button", { type: "button", class: "button", click: () => { none.hidden = true; answer(); } }, "Try again"));
    console.warn("Shelfmark:", error.message);
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
