// Understands a lead as a CRM gives it: a job title, lifecycle, lead status, opportunity stage, and labels in any
// spelling. For the lead page alone, on top of search.js; the twin of Sources/Search/Matcher/LeadReader.swift, held to
// it by the same fixtures. What is not understood is kept in `unknown` and shown, never dropped.
(function (Shelfmark) {
  "use strict";

  function leadReader(root, analyser, documentOf) {
    const IGNORED = new Set(["of", "the", "and"]);
    const titleWords = new Map(root.titleWords.map(([short, long]) =>
      [analyser.titleKey(short), analyser.words(long).filter((w) => w.placed).map((w) => w.surface)]));
    const phrases = [];
    root.personas.forEach((entry, persona) => {
      for (const text of entry[3]) {
        const words = new Set(jobWords(text, true));
        if (words.size) phrases.push({ persona, text, words, length: byteLength([...words].join("")) });
      }
    });

    function byteLength(text) { return new TextEncoder().encode(text).length; }

    function jobWords(text, isPhrase) {
      const words = [];
      let initials = 0;
      for (const w of analyser.words(text)) {
        if (w.placed) {
          initials = byteLength(w.surface) === 1 ? initials + 1 : 0;
          words.push(w.surface);
        } else if (initials > 1 && w.surface === words.slice(-initials).join("")) {
          words.splice(-initials, initials, w.surface);
          initials = 0;
        } else if (!isPhrase) {
          words.push(w.surface);
        }
      }
      return words.filter((w) => !IGNORED.has(w)).flatMap((w) => titleWords.get(w) || [w]);
    }

    const named = (text, entries) => analyser.named(text, entries);

    function persona(title) {
      const own = named(title, root.personas);
      if (own >= 0) return { persona: own };
      const words = new Set(jobWords(title, false));
      let best = null;
      for (const phrase of phrases) {
        if (![...phrase.words].every((w) => words.has(w))) continue;
        if (!best || phrase.words.size > best.words.size || (phrase.words.size === best.words.size && phrase.length > best.length)) best = phrase;
      }
      return best && { persona: best.persona, phrase: best.text };
    }

    function stage(field, value) {
      const key = analyser.nameKey(value);
      const index = root.stages.findIndex(([, , , , crm]) =>
        crm.some(([name, ...values]) => name === field && values.some((v) => analyser.nameKey(v) === key)));
      return index >= 0 ? index : named(value, root.stages);
    }

    /** What is understood of lead: {title, lifecycle, lead_status, opp_stage, persona, stage, facets: {id: [values]}, sent: [ids]}, all optional. */
    async function read(lead) {
      const result = { persona: -1, stage: -1, facets: root.facets.map(() => []), unknown: [], phrase: null, stageField: null };
      const unknown = (field, value) => result.unknown.push([field, value]);
      if (lead.persona) {
        result.persona = named(lead.persona, root.personas);
        if (result.persona < 0) unknown("persona", lead.persona);
      }
      if (result.persona < 0 && lead.title) {
        const found = persona(lead.title);
        if (found) { result.persona = found.persona; result.phrase = found.phrase || null; } else unknown("title", lead.title);
      }
      for (const field of ["stage", "opp_stage", "lead_status", "lifecycle"]) {
        if (!lead[field]) continue;
        const index = stage(field === "lifecycle" ? "lifecycle_stage" : field, lead[field]);
        if (index < 0) unknown(field, lead[field]);
        else if (result.stage < 0) { result.stage = index; result.stageField = field; }
      }
      for (const [id, values] of Object.entries(lead.facets || {})) {
        const facet = root.facets.findIndex((f) => f[0] === id);
        if (facet < 0) { values.forEach((v) => unknown(id, v)); continue; }
        const entries = root.facets[facet][5], list = result.facets[facet];
        for (const text of values) {
          for (const piece of named(text, entries) >= 0 ? [text] : text.split(/[;,]/)) {
            const value = named(piece, entries);
            if (value >= 0) { if (!list.includes(value)) list.push(value); }
            else if (analyser.titleKey(piece)) unknown(id, piece.replace(/^ +| +$/g, ""));
          }
        }
        list.sort((a, b) => a - b);
      }
      result.sent = [];
      for (const id of lead.sent || []) {
        const doc = await documentOf(id);
        if (doc < 0) unknown("sent", id);
        else if (!result.sent.includes(doc)) result.sent.push(doc);
      }
      return result;
    }

    return { read, persona };
  }

  /** A reader for an engine that `Shelfmark.open` gave: read(lead) → a profile for engine.match, persona(title) → {persona, phrase}. */
  Shelfmark.leadReader = (engine) => leadReader(engine.root, engine.analyser, engine.documentOf);
})((typeof self === "undefined" ? globalThis : self).Shelfmark);
