// The lead page: what a CRM knows of a lead, as it stands in the address, becomes the one best asset, what to send and
// what to say. What was understood is shown and can be put right; what was not is shown too.
(function (S) {
  "use strict";
  const { el } = S, byId = (id) => document.getElementById(id);
  const fields = [...document.querySelectorAll("#form [name]")], form = byId("form");
  const facetIDs = fields.filter((field) => "facet" in field.dataset).map((field) => field.name);
  const SEND = 5, SAY = 4, NEXT = 3, LOOK = 24, FURTHEST = 96;
  const OWN = ["title", "lifecycle", "lead_status", "opp_stage", "persona", "stage", "sent", "first_name", "company", "sender", ...facetIDs];
  const NAMES = { title: "Job title", lifecycle: "Lifecycle", lead_status: "Lead status", opp_stage: "Opportunity stage", sent: "Already sent" };

  let state = S.readState(location.hash), turn = 0, wanted = null;

  function raw() {
    const lead = { facets: {}, sent: state.get("sent") };
    for (const key of ["title", "lifecycle", "lead_status", "opp_stage", "persona", "stage"]) lead[key] = S.first(state, key);
    for (const id of facetIDs) lead.facets[id] = state.get(id) || [];
    return lead;
  }

  function change() {
    S.keepState(state);
    answer();
  }

  async function answer() {
    const mine = ++turn;
    try {
      const engine = await S.engine(), lead = await S.leadReader(engine).read(raw());
      const isKnown = lead.persona >= 0 || lead.stage >= 0 || lead.facets.some((values) => values.length);
      const found = await engine.match(lead, S.today);
      const chosen = isKnown ? await choose(engine, lead, found) : { now: [], next: [] };
      if (mine !== turn) return;
      byId("failed").hidden = true;
      showReading(engine, lead);
      showChosen(engine, chosen, isKnown);
    } catch {
      if (mine !== turn) return;
      byId("failed").hidden = false;
      byId("found").hidden = byId("read").hidden = true;
    }
  }

  /** The assets to show, with their texts; what belongs to the stage after stands apart. */
  async function choose(engine, lead, found) {
    const stages = lead.stage < 0 ? [] : engine.root.stages[lead.stage][3], next = new Map(stages.map((stage) => [stage, []]));
    const now = found.matches.filter((match) => {
      const after = found.reasons(match.doc).find(({ kind }) => kind === "stageNext");
      if (after) next.get(after.index).push(match);
      return !after;
    }), entries = [];
    const describe = async (matches) => {
      const items = await engine.describe(matches.map(({ doc }) => doc));
      return items.map((item, i) => ({ item, match: matches[i], reasons: found.reasons(item.doc) }));
    };
    const enough = () => entries.filter(({ item }) => item.external).length > SEND && entries.filter(({ item }) => !item.external).length > SAY;
    for (let at = 0; at < Math.min(now.length, FURTHEST) && !enough(); at += LOOK) entries.push(...await describe(now.slice(at, at + LOOK)));
    const best = entries.find(({ item, match }) => item.external && match.score === entries[0].match.score) || entries[0];
    const others = entries.filter((entry) => entry !== best);
    const chosen = {
      best: best ? [best] : [],
      send: others.filter(({ item }) => item.external).slice(0, SEND), say: others.filter(({ item }) => !item.external).slice(0, SAY),
      next: await Promise.all(stages.map(async (stage, i) => ({ stage, entries: await describe(next.get(stage).slice(0, i ? 1 : NEXT)) }))),
    };
    const shown = [...chosen.best, ...chosen.send, ...chosen.say];
    const details = await engine.details(shown.map(({ item }) => item.doc)).catch(() => []);
    details.forEach((detail, i) => { shown[i].detail = detail; });
    return chosen;
  }

  // ---- What was understood ----

  function showReading(engine, lead) {
    const { root } = engine, persona = byId("as-persona"), stage = byId("as-stage");
    byId("read").hidden = false;
    byId("as").hidden = lead.persona < 0 && lead.stage < 0 && !lead.facets.flat().length;
    persona.value = lead.persona < 0 ? "" : root.personas[lead.persona][0];
    stage.value = lead.stage < 0 ? "" : root.stages[lead.stage][0];
    byId("best-said").textContent = lead.persona < 0 && lead.stage < 0 ? "The best so far; say who and where they are" : "Best for this lead";
    byId("who-asks").hidden = lead.persona >= 0;
    byId("where-asks").hidden = lead.stage >= 0;
    byId("who-said").textContent = S.first(state, "title") && lead.persona < 0
      ? `No persona has the job title “${S.first(state, "title")}” yet. Who is this?` : "Who is this?";
    const chips = lead.facets.flatMap((values, facet) => values.map((value) => S.chip(root.facets[facet][5][value][1], () => {
      const [id, , , , , entries] = root.facets[facet];
      S.setValues(state, id, values.filter((v) => v !== value).map((v) => entries[v][0]));
      fill();
      change();
    })));
    const unknown = [...lead.unknown, ...[...state].flatMap(([key, values]) => (OWN.includes(key) ? [] : values.map((value) => [key, value])))]
      .filter(([key]) => key !== "title");
    const facetName = (key) => (root.facets.find(([id]) => id === key) || [])[1];
    byId("as-facets").replaceChildren(...chips, ...unknown.map(([key, value]) =>
      S.chip(`${(Object.hasOwn(NAMES, key) && NAMES[key]) || facetName(key) || key}: “${value}” is not known here`, () => forget(key, value), true)));
    const how = [lead.phrase && `Job title read as “${lead.phrase}”`, lead.stageField && lead.stageField !== "stage" && `stage from ${NAMES[lead.stageField].toLowerCase()}`];
    byId("how").textContent = how.filter(Boolean).join("; ");
  }

  /** Takes a value out of the address, also where it is one of several in a text. */
  function forget(key, value) {
    const rest = (state.get(key) || []).flatMap((text) => (text === value ? [] : text.split(/[;,]/).map((t) => t.trim()).filter((t) => t !== value)));
    S.setValues(state, key, rest);
    fill();
    change();
  }

  // ---- What suits ----

  function showChosen(engine, chosen, isKnown) {
    byId("found").hidden = !isKnown;
    const context = { engine, state, onSent };
    // The stage that comes first in the journey before what else may follow, such as winning back what is lost.
    const next = chosen.next.filter(({ entries }) => entries.length);
    byId("next").replaceChildren(...next.flatMap(({ stage, entries }, i) => [
      el("h3", {}, (i ? "Or: " : "") + engine.root.stages[stage][1]),
      el("ol", { class: "rows" }, entries.map((entry) => S.resultRow(context, entry)))]));
    byId("next").closest("section").hidden = !next.length;
    for (const key of ["best", "send", "say"]) {
      const list = byId(key), entries = chosen[key] || [];
      list.replaceChildren(...entries.map((entry) => {
        const row = S.resultRow(context, entry), { detail } = entry;
        if (detail) S.completeRow(context, row, entry, detail);
        if (detail && key !== "send") row.querySelector(".summary").before(...spoken(detail));
        return row;
      }));
      list.closest("section").hidden = !entries.length && key !== "best";
    }
    const [best] = chosen.best || [];
    byId("nothing").hidden = !!best;
    if (best) mainButton(byId("best").firstElementChild, best);
    const target = wanted && wanted();
    if (target) target.focus();
    wanted = null;
  }

  const spoken = ({ say, useWhen }) => [
    say && S.spoken(say), useWhen && el("p", { class: "use-when" }, "When: " + useWhen)].filter(Boolean);

  /** The best asset's one button: its e-mail, otherwise its file, otherwise its page. */
  function mainButton(row, { item, detail }) {
    const acts = row.querySelector(".acts"), copy = acts.querySelector(".button");
    if (copy) copy.classList.add("main");
    const file = detail && detail.files[0], page = detail && detail.share;
    const url = file ? (/^[a-z]+:/i.test(file[1]) ? file[1] : S.root + file[1]) : page && !copy ? page : S.root + item.url + S.leadHash(state);
    const open = el("a", { class: copy ? "button" : "button main", href: url }, file ? "Open " + file[0] : "Open");
    acts.insertBefore(open, acts.querySelector(".sent"));
  }

  function onSent(id) {
    S.toggleValue(state, "sent", id);
    wanted = () => document.querySelector(`#found [data-id="${CSS.escape(id)}"] .sent`) || document.querySelector("#best .title");
    change();
  }

  // ---- The form, the picks, the lines for a CRM ----

  function fill() {
    const lead = S.lead(state);
    for (const field of fields) field.value = field.name === "sender" ? lead.sender : (state.get(field.name) || []).join("; ");
  }

  for (const field of fields) {
    field.addEventListener("input", () => {
      S.setValues(state, field.name, [field.value]);
      if (field.name === "title") state.delete("persona");
      if (field.name === "sender") S.keepSender(field.value.trim());
      change();
    });
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    byId("given").open = false;
  });

  const pick = (key, id) => { S.setValues(state, key, [id]); change(); };
  byId("as-persona").addEventListener("change", (event) => pick("persona", event.target.value));
  byId("as-stage").addEventListener("change", (event) => pick("stage", event.target.value));
  byId("add-facet").addEventListener("change", (event) => {
    const option = event.target.selectedOptions[0];
    S.setValues(state, option.dataset.facet, [...(state.get(option.dataset.facet) || []), option.value]);
    event.target.value = "";
    fill();
    change();
  });
  for (const choice of document.querySelectorAll("#lead .choice")) {
    choice.addEventListener("click", () => pick(choice.closest("[data-picker]").dataset.picker, choice.dataset.value));
  }

  /** The lines for a button in a CRM, with the address under which this page is open. */
  function showLines() {
    const industry = facetIDs.find((id) => /^industr/.test(id));
    const lines = {
      salesforce: {
        title: "{!URLENCODE(Lead.Title)}", lead_status: "{!URLENCODE(TEXT(Lead.Status))}", [industry]: "{!URLENCODE(TEXT(Lead.Industry))}",
        first_name: "{!URLENCODE(Lead.FirstName)}", company: "{!URLENCODE(Lead.Company)}", sender: "{!URLENCODE($User.FirstName)}",
      },
      opportunity: {
        opp_stage: "{!URLENCODE(TEXT(Opportunity.StageName))}", [industry]: "{!URLENCODE(TEXT(Account.Industry))}",
        company: "{!URLENCODE(Account.Name)}", sender: "{!URLENCODE($User.FirstName)}",
      },
      hubspot: {
        title: "{{contact.jobtitle}}", lifecycle: "{{contact.lifecyclestage}}", lead_status: "{{contact.hs_lead_status}}",
        [industry]: "{{contact.industry}}", first_name: "{{contact.firstname}}", company: "{{contact.company}}",
      },
    };
    for (const [id, values] of Object.entries(lines)) {
      const pairs = Object.entries(values).filter(([key]) => key !== "undefined").map(([key, token]) => key + "=" + token);
      const line = location.href.replace(/#.*/, "") + "#" + pairs.join("&"), place = byId("line-" + id);
      place.textContent = line;
      place.after(el("p", {}, S.copyButton("Copy", () => line)));
    }
  }

  addEventListener("popstate", () => {
    const now = S.readState(location.hash);
    if (S.writeState(now) === S.writeState(state)) return;
    state = now;
    fill();
    answer();
  });

  byId("lead").hidden = false;
  byId("given").open = !["title", "lifecycle", "lead_status", "opp_stage", "persona", "stage", ...facetIDs].some((key) => state.has(key));
  fill();
  showLines();
  answer();
})(window.Shelfmark);
