// Shelfmark's search and matcher for the browser: the twin of the Swift module `Search`, held to it by shared fixtures.
// No DOM in here: the page gives `Shelfmark.open` a function that loads a script, and gets an engine of async calls.
// The index comes in shards, classic scripts that call `shelfmarkShard(name, payload)`; docs/search.md tells their
// formats. Everything is integers: postings hold levels computed at build time, the browser adds and compares.
(function (global) {
  "use strict";

  // ---- Words: the same rules as Sources/Search/Words ----

  const PAIR = /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;
  const WORD = /^[\p{L}\p{N}\p{M}]$/u;
  const DROPPED = /^[\u00AD\u0300-\u036F\u0591-\u05C7\u064B-\u065F\u0670\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200D\u2060\u20D0-\u20FF\uFE00-\uFE0F\uFE20-\uFE2F\uFEFF]$/u;
  const SPECIAL = { "ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "œ": "oe", "ŧ": "t", "ς": "σ" };
  const SEPARATOR = 0, LETTER = 1, PAIRED = 2, INVISIBLE = 3;
  const LONGEST_WORD = 40, LONGEST_COMPOUND = 5;
  const classes = new Map(), folds = new Map();

  const isApostrophe = (c) => c === "'" || c === "\u2019" || c === "\u02BC" || c === "\uFF07";
  const isDigit = (c) => c >= "0" && c <= "9" && c.length === 1;

  function rawClass(c) {
    let k = classes.get(c);
    if (k === undefined) {
      k = DROPPED.test(c) ? INVISIBLE : !WORD.test(c) ? SEPARATOR : PAIR.test(c) ? PAIRED : LETTER;
      classes.set(c, k);
    }
    return k;
  }

  const classOf = (c) => (c === "" || isApostrophe(c) ? SEPARATOR : rawClass(c));

  function fold(c) {
    let folded = folds.get(c);
    if (folded === undefined) {
      const code = c.codePointAt(0);
      folded = c;
      if (code < 0xF900 || (code >= 0xFB00 && code < 0xFB50) || (code >= 0xFF00 && code < 0x1EE00)) {
        folded = "";
        for (const x of c.toLowerCase().normalize("NFKD").toLowerCase()) {
          const k = rawClass(x);
          if (k === LETTER || k === PAIRED) folded += SPECIAL[x] || x;
        }
        folded = folded.normalize("NFC");
      }
      folded = [...folded];
      folds.set(c, folded);
    }
    return folded;
  }

  /** Calls add(word, kind, start, end) for each word; kind 0 has a place in the text, 1 is another form, 2 a last one of pairs. */
  function scan(text, english, add) {
    const at = (i) => (i < text.length ? String.fromCodePoint(text.codePointAt(i)) : "");
    let i = 0;
    while (i < text.length) {
      const c = at(i), k = classOf(c);
      if (k === LETTER) i = compound(i);
      else if (k === PAIRED) i = pairs(i);
      else i += c.length;
    }

    function compound(start) {
      let whole = [], count = 0, initials = true, index = start, piece;
      for (;;) {
        const from = index;
        [piece, index] = readPiece(index);
        count++;
        addPiece(piece, from, index);
        if (count <= LONGEST_COMPOUND) whole.push(...piece);
        initials = initials && piece.length === 1 && !isDigit(piece[0]);
        const tie = at(index), next = at(index + tie.length);
        if (count === 1 && piece.length > 0 && piece.length < 3 && piece.every((c) => c >= "a" && c <= "z")) {
          if (tie === "+" && next === "+" && classOf(at(index + 2)) === SEPARATOR) {
            add(piece.join("") + "++", 1, start, index + 2);
            return index + 2;
          }
          if (tie === "#" && classOf(next) === SEPARATOR) {
            add(piece.join("") + "#", 1, start, index + 1);
            return index + 1;
          }
        }
        if (!tie || classOf(next) !== LETTER) break;
        const how = tying(tie, piece, next, index + tie.length);
        if (!how) break;
        if (tie !== ".") initials = false;
        if (how === 2 && count < LONGEST_COMPOUND) whole.push(tie);
        index += tie.length;
      }
      if (count > 1 && count <= LONGEST_COMPOUND) {
        if (initials) whole = whole.filter((c) => c !== ".");
        if (whole.length <= LONGEST_WORD) add(whole.join(""), 1, start, index);
      }
      return index;
    }

    function readPiece(start) {
      const piece = [];
      let index = start;
      while (index < text.length) {
        const c = at(index);
        if (isApostrophe(c)) {
          if (!english || !piece.length || classOf(at(index + 1)) !== LETTER) break;
          if (piece.length < LONGEST_WORD) piece.push("'");
        } else {
          const k = classOf(c);
          if (k !== LETTER && k !== INVISIBLE) break;
          if (k === LETTER && piece.length < LONGEST_WORD) {
            piece.push(...fold(c));
            piece.length = Math.min(piece.length, LONGEST_WORD);
          }
        }
        index += c.length;
      }
      return [piece, index];
    }

    function addPiece(piece, from, to) {
      if (!piece.length) return;
      add(piece.join(""), 0, from, to);
      const digits = piece.filter(isDigit).length;
      if (!digits || digits === piece.length) return;
      for (let start = 0, j = 1; j <= piece.length; j++) {
        if (j < piece.length && isDigit(piece[j]) === isDigit(piece[start])) continue;
        if (j - start > 1) add(piece.slice(start, j).join(""), 1, from, to);
        start = j;
      }
    }

    /** 0: no tie, 1: a tie that goes, 2: a tie that stays in the whole. */
    function tying(tie, piece, next, after) {
      if (isApostrophe(tie) || tie === "-" || tie === "\u2010" || tie === "\u2011") return 1;
      if (tie === "." || tie === "&") return 2;
      if (tie === ",") return piece.every(isDigit) && isDigit(next) ? 1 : 0;
      if (tie !== "/" || piece.length > 4) return 0;
      for (let j = 0, index = after; j <= 4; j++) {
        const c = at(index);
        if (classOf(c) !== LETTER) return 2;
        index += c.length;
      }
      return 0;
    }

    function pairs(start) {
      let index = start, count = 0, last = "", lastStart = start;
      while (index < text.length) {
        const c = at(index), k = classOf(c);
        if (k !== PAIRED && k !== INVISIBLE) break;
        if (k === PAIRED) {
          for (const x of fold(c)) {
            if (count) add(last + x, 0, lastStart, index + c.length);
            last = x;
            lastStart = index;
            count++;
          }
        }
        index += c.length;
      }
      if (count) add(last, count === 1 ? 0 : 2, lastStart, index);
      return index;
    }
  }

  // ---- Porter2, the English stemmer: the same steps as Porter2.swift ----

  const table = (lines) => lines.split(" ").map((line) => line.split(">")).sort((a, b) => b[0].length - a[0].length);
  const STEP2 = table("tional>tion enci>ence anci>ance abli>able entli>ent izer>ize ization>ize ational>ate ation>ate ator>ate alism>al aliti>al alli>al fulness>ful ousli>ous ousness>ous iveness>ive iviti>ive biliti>ble bli>ble ogist>og ogi>og fulli>ful lessli>less li>");
  const STEP3 = table("tional>tion ational>ate alize>al icate>ic iciti>ic ical>ic ful> ness> ative>");
  const STEP4 = table("al> ance> ence> er> ic> able> ible> ant> ement> ment> ent> ism> ate> iti> ous> ive> ize> ion>");
  const EXCEPTIONS = new Map(table("skis>ski skies>sky idly>idl gently>gentl ugly>ugli early>earli only>onli singly>singl sky>sky news>news howe>howe atlas>atlas cosmos>cosmos bias>bias andes>andes"));
  const CONDITIONS = { ogi: /l$/, li: /[cdeghkmnrt]$/, ion: /[st]$/ };
  const stems = new Map();

  function stem(word) {
    const special = EXCEPTIONS.get(word);
    if (special || word.length < 3) return special || word;
    let w = word.replace(/^'/, "").replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
    const after = (start) => {
      const m = /[aeiouy][^aeiouy]/.exec(w.slice(start));
      return m ? start + m.index + 2 : w.length;
    };
    const whole = /^(gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(w);
    const r1 = whole ? whole[0].length : after(0), r2 = after(r1);
    const isShort = (s) => /(^|[^aeiouy])past$|past$|^[aeiouy][^aeiouy]$|[^aeiouy][aeiouy][^aeiouywxY]$/.test(s);
    const cut = (n) => { w = w.slice(0, w.length - n); };

    w = w.replace(/('s'|'s|')$/, "");
    if (w.endsWith("sses")) cut(2);
    else if (/ie[ds]$/.test(w)) cut(w.length > 4 ? 2 : 1);
    else if (/[^us]s$|^s$/.test(w) && /[aeiouy]/.test(w.slice(0, -2))) cut(1);

    let m = /(eedly|eed|ingly|edly|ing|ed)$/.exec(w);
    if (m) {
      const start = m.index, before = w.slice(0, start), suffix = m[0];
      if (suffix.startsWith("eed")) {
        if (start >= r1 && !/^(proc|exc|succ)$/.test(before)) cut(suffix.length - 2);
      } else if (suffix === "ing" && /^[^aeiouy]y$/.test(before)) {
        w = before[0] + "ie";
      } else if (!(suffix === "ing" && /^(inn|out|cann|herr|earr|even)$/.test(before)) && /[aeiouy]/.test(before)) {
        w = before;
        if (/(at|bl|iz)$/.test(w)) w += "e";
        else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(w)) { if (!/^[aeo]..$/.test(w)) cut(1); }
        else if (w.length === r1 && isShort(w)) w += "e";
      }
    }
    w = w.replace(/(.[^aeiouy])[yY]$/, "$1i");
    for (const [step, region] of [[STEP2, r1], [STEP3, r1], [STEP4, r2]]) {
      const found = step.find(([suffix]) => w.endsWith(suffix));
      if (!found) continue;
      const start = w.length - found[0].length, condition = CONDITIONS[found[0]];
      if (start < region || (found[0] === "ative" && start < r2)) continue;
      if (condition && !condition.test(w.slice(0, start))) continue;
      w = w.slice(0, start) + found[1];
    }
    const end = w.length - 1;
    if (w.endsWith("e")) { if (end >= r2 || (end >= r1 && !isShort(w.slice(0, -1)))) cut(1); }
    else if (w.endsWith("ll") && end >= r2) cut(1);
    return w.replace(/Y/g, "y");
  }

  // ---- Analyser and queries ----

  const STOP_WORDS = new Set("a about an and are as at be been being but by can could did do does doing don dont for from had has have having he her here hers him his how i if im in into is isnt its ive just me my of on or our ours she should so some such than that thats the their theirs them then there these they this those to too very was we were what when where which while whom whose why will with would you your yours".split(" "));
  const MOST_WORDS = 32;
  const QUOTE = /["“”„‟«»]/;

  function makeAnalyser(language) {
    const english = /^en([-_]|$)/i.test(language);

    function termOf(word) {
      let term = stems.get(word);
      if (term === undefined) {
        term = (english && /^[a-z']+$/.test(word) ? stem(word) : word).replace(/'/g, "");
        if (stems.size > 50000) stems.clear();
        stems.set(word, term);
      }
      return term;
    }

    function words(text) {
      const list = [];
      scan(text, english, (word, kind, start, end) => {
        const term = kind === 2 ? "" : termOf(word);
        if (!term) return;
        const surface = word.replace(/'/g, "");
        list.push({ surface, term, placed: kind === 0, stop: english && STOP_WORDS.has(surface), start, end });
      });
      return list;
    }

    const titleKey = (text) => words(text).filter((w) => w.placed).map((w) => w.surface).join(" ");

    function query(text) {
      let plain = "", closed = false, rest = text, m;
      const quoted = [];
      while ((m = QUOTE.exec(rest))) {
        plain += rest.slice(0, m.index) + " ";
        rest = rest.slice(m.index + 1);
        m = QUOTE.exec(rest);
        if (!m) break;
        quoted.push(rest.slice(0, m.index));
        plain += rest.slice(0, m.index) + " ";
        rest = rest.slice(m.index + 1);
        closed = !words(rest).length;
      }
      plain += rest;
      const all = words(plain), kept = [];
      let last = -1;
      if (!closed) all.forEach((w, i) => { if (w.placed) last = i; });
      const hasOthers = all.some((w) => !w.stop);
      all.forEach((w, i) => {
        const lastSurface = last < 0 ? "" : all[last].surface;
        const prefix = last >= 0 && i >= last && (w.surface.endsWith(lastSurface) || lastSurface.endsWith(w.surface));
        if (!prefix && w.stop && hasOthers) return;
        const known = kept.find((k) => k.prefix === prefix && (prefix ? k.surface === w.surface : k.term === w.term));
        if (known) known.count++;
        else if (kept.length < MOST_WORDS) kept.push({ surface: w.surface, term: w.term, prefix, count: 1 });
      });
      const placed = all.filter((w) => w.placed).map((w) => w.surface);
      return {
        words: kept, placed,
        phrases: quoted.map((text) => ({ text, terms: words(text).filter((w) => w.placed).map((w) => w.term) })).filter((p) => p.terms.length),
        titleHash: hash(placed.join(" ")),
        startHash: last < 0 ? -1 : hash(placed.slice(0, -1).join(" ")),
        runs: runs(placed.slice(0, MOST_WORDS)),
      };
    }

    /** Names compare without case, accents, punctuation and blanks: a CRM may hold "marketingqualifiedlead". */
    const nameKey = (text) => titleKey(text).replace(/ /g, "");

    /** The index of what has this id, label or alias; -1 where nothing has. Entries begin with id, label, aliases. */
    function named(text, entries) {
      const key = nameKey(text);
      return key ? entries.findIndex(([id, label, aliases]) => [id, label, ...aliases].some((n) => nameKey(n) === key)) : -1;
    }

    return { words, termOf, titleKey, nameKey, named, query };
  }

  /** The hashes of all runs of neighbouring words: a title in the query is one of them. */
  function runs(words) {
    const all = new Set();
    for (let i = 0; i < words.length; i++) {
      let h = hash(words[i]);
      all.add(h);
      for (let j = i + 1; j < words.length; j++) all.add((h = hash(" " + words[j], h)));
    }
    return all;
  }

  /** FNV-1a, 32 bits, of the text's UTF-8. */
  function hash(text, h = 0x811C9DC5) {
    for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
    return h;
  }

  // ---- Printable numbers: Sources/Search/Shards/Printable.swift ----

  const digitAt = (s, i) => { const c = s.charCodeAt(i); return c === 33 ? 57 : c - 35; };

  function makeReader(s, from, to) {
    const end = to === undefined ? s.length : to;
    const r = {
      i: from || 0,
      more: () => r.i < end,
      digit: () => digitAt(s, r.i++),
      fixed: (n) => { let v = 0; while (n--) v = v * 92 + digitAt(s, r.i++); return v; },
      number: () => {
        const d = digitAt(s, r.i++);
        return d < 70 ? d : d < 91 ? 70 + (d - 70) * 92 + digitAt(s, r.i++) : r.fixed(4);
      },
    };
    return r;
  }

  function numbers(s) {
    const all = [], r = makeReader(s);
    while (r.more()) all.push(r.number());
    return all;
  }

  function sums(lengths) {
    const starts = [0];
    for (const n of numbers(lengths)) starts.push(starts[starts.length - 1] + n);
    return starts;
  }

  const split = (s) => (s ? s.split(" ") : []);
  const slices = (s, n) => { const all = []; for (let i = 0; i < s.length; i += n) all.push(s.slice(i, i + n)); return all; };

  // ---- Days: numbers from 0000-03-01 on, as the shards have them ----

  const DAY_ZERO = 719468;
  const dayNumber = (iso) => Math.round(Date.parse(iso + "T00:00:00Z") / 864e5) + DAY_ZERO;
  const isoDay = (day) => new Date((day - DAY_ZERO) * 864e5).toISOString().slice(0, 10);

  // ---- Shards ----

  const received = Object.create(null);
  global.shelfmarkShard = (name, payload) => { received[name] = payload; };

  class MissingShard extends Error {}

  /** Where `word` is in sorted `firsts`: the last that is not after it. */
  function place(firsts, word) {
    let low = 0, high = firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  const TOP = 91, PREFIX_LEVEL = 60;
  const EXACT = 4, PREFIX = 3, ONE_SLIP = 3, TWO_SLIPS = 2;

  function makeStore(root, load) {
    const shards = new Map(), here = new Set();
    const directory = ([firsts, names]) => ({ firsts: split(firsts), names: slices(names, 11) });
    const terms = directory(root.terms);
    const beginnings = directory(root.words), endings = directory(root.endings);

    function get(name, decode) {
      if (!shards.has(name)) {
        shards.set(name, Promise.resolve(received[name] === undefined ? load("search/" + name + ".js") : 0).catch(() => 0).then(() => {
          if (received[name] === undefined) {
            shards.delete(name);
            throw new MissingShard(name);
          }
          const value = decode(received[name]);
          delete received[name];
          here.add(name);
          return value;
        }));
      }
      return shards.get(name);
    }

    function termShard([words, rarities, lengths, postings, titleLengths, titles, forms, places, others, keys, ...lists]) {
      const list = split(words), starts = sums(lengths), titleStarts = sums(titleLengths), number = new Map();
      list.forEach((w, i) => number.set(w, i));
      const cache = [];
      return {
        list, forms: split(forms), number, lists: readLists(keys, ...lists),
        entry: (i) => (cache[i] ||= {
          rarity: rarityAt(rarities, i),
          ...readPostings(postings, starts[i], starts[i + 1]),
          titles: readTitles(titles, titleStarts[i], titleStarts[i + 1]),
          places, number: others + i,
        }),
      };
    }

    const rarityAt = (rarities, i) => makeReader(rarities, 2 * i).fixed(2);

    function readPostings(s, from, to) {
      const docs = new Int32Array((to - from) >> 1), levels = new Uint8Array((to - from) >> 1), r = makeReader(s, from, to);
      let n = 0, doc = -1;
      while (r.more()) {
        doc += r.number() + 1;
        docs[n] = doc;
        levels[n++] = r.digit();
      }
      return { docs: docs.subarray(0, n), levels: levels.subarray(0, n) };
    }

    function readTitles(s, from, to, isList) {
      const all = [], r = makeReader(s, from, to);
      let doc = -1;
      while (r.more()) {
        const gap = r.number();
        doc += (gap >> 1) + 1;
        all.push({ doc, share: r.digit(), hash: gap & 1 && !isList ? r.fixed(5) : -1, start: gap & 1 ? r.fixed(5) : -1 });
      }
      return all;
    }

    /** What begins in this shard and stands in others, known by titles alone; read as if it were a term. */
    function readLists(keys, rarities, lengths, bytes) {
      const starts = sums(lengths);
      return (keys ? keys.split(",") : []).map((key, i) => ({
        key,
        entry() {
          const titles = readTitles(bytes, starts[i], starts[i + 1], true);
          return { rarity: rarityAt(rarities, i), docs: titles.map((t) => t.doc), levels: titles.map(() => PREFIX_LEVEL), titles };
        },
      }));
    }

    /** Whether a list holds more of what begins with `prefix`; the stem of a whole word is looked up anyway. */
    function continues({ key }, prefix) {
      if (key.endsWith("*")) return key === prefix + "*";
      const words = split(key);
      return words.some((w) => w.startsWith(prefix)) && !words.includes(prefix);
    }

    /** The shard in which a word stands or would stand; nothing in an empty index. */
    const shardOf = async (word) => terms.names.length && get(terms.names[Math.max(0, place(terms.firsts, word))], termShard);

    async function term(word) {
      const shard = await shardOf(word), number = shard && shard.number.get(word);
      return number === undefined || !shard ? null : shard.entry(number);
    }

    /** What begins so in the one shard where `prefix` stands: terms, those of words that do, and what others have. */
    async function expansions(prefix, analyser) {
      const shard = await shardOf(prefix), found = new Set();
      if (!shard) return [];
      shard.list.forEach((w, i) => { if (w.startsWith(prefix)) found.add(i); });
      for (const form of shard.forms) {
        const number = form.startsWith(prefix) ? shard.number.get(analyser.termOf(form)) : undefined;
        if (number !== undefined) found.add(number);
      }
      return [...[...found].map(shard.entry), ...shard.lists.filter((list) => continues(list, prefix)).map((list) => list.entry())];
    }

    const isPlain = (letters) => letters.every((c) => (c < "\x80" ? c >= "a" && c <= "z" : rawClass(c) === LETTER));
    const three = (list) => list.sort((a, b) => b.common - a.common || (a.word < b.word ? -1 : 1)).slice(0, 3);

    /** Words one slip away that stand with a misspelt one and begin as it does: they are here already. */
    async function nearby(letters, word, analyser) {
      const shard = await shardOf(word), start = letters.slice(0, 3).join("");
      return three((shard ? shard.forms : []).flatMap((w) => {
        const number = w.startsWith(start) ? shard.number.get(analyser.termOf(w)) : undefined;
        if (number === undefined || !isPlain([...w]) || slips(letters, [...w], 1) < 0) return [];
        return [{ word: w, distance: 1, common: 32 - Math.clz32(shard.entry(number).docs.length) }];
      }));
    }

    /** Words that a misspelt one may have meant, best first. */
    async function corrections(word, analyser) {
      const letters = [...word];
      if (letters.length < 3 || !isPlain(letters)) return [];
      const near = await nearby(letters, word, analyser);
      if (near.length) return near;
      const limit = letters.length < 8 ? 1 : 2, first = letters[0], last = letters[letters.length - 1];
      const decode = ([words, common]) => split(words).map((w, i) => ({ word: w, letters: /[\ud800-\udfff]/.test(w) ? [...w] : w, common: digitAt(common, i) }));
      const names = (dir, c) => { const i = place(dir.firsts, c); return i < 0 ? [] : [dir.names[i]]; };
      const files = new Set([...names(beginnings, first), ...names(endings, last)]), seen = new Map();
      for (const list of await Promise.all([...files].map((name) => get(name, decode)))) {
        for (const candidate of list) {
          const { word, letters: other } = candidate;
          if (Math.abs(other.length - letters.length) > limit || seen.has(word) || !(word.startsWith(first) || word.endsWith(last))) continue;
          const distance = slips(letters, other, limit);
          if (distance >= 0) seen.set(word, { ...candidate, distance });
        }
      }
      const best = [...seen.values()];
      const least = Math.min(...best.map((c) => c.distance));
      return three(best.filter((c) => c.distance === least));
    }

    async function places(entry) {
      const [lengths, bytes] = await get(entry.places, (payload) => payload);
      const starts = sums(lengths), r = makeReader(bytes, starts[entry.number], starts[entry.number + 1]), all = [];
      while (r.more()) {
        let at = 0;
        const list = [];
        for (let n = r.number(); n > 0; n--) list.push((at += r.number()));
        all.push(list);
      }
      return all;
    }

    return { get, has: (name) => here.has(name), term, expansions, corrections, places };
  }

  /** The number of slips between two words, -1 where it is more than `limit`; swapped neighbours count one. */
  function slips(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) return -1;
    let before = [], last = [], row = [];
    for (let j = 0; j <= b.length; j++) last.push(j);
    for (let i = 0; i < a.length; i++) {
      let least = (row[0] = i + 1);
      for (let j = 0; j < b.length; j++) {
        let v = Math.min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] === b[j] ? 0 : 1));
        if (i && j && a[i] === b[j - 1] && a[i - 1] === b[j]) v = Math.min(v, before[j - 1] + 1);
        row[j + 1] = v;
        if (v < least) least = v;
      }
      if (least > limit) return -1;
      [before, last, row] = [last, row, before];
    }
    return last[b.length] <= limit ? last[b.length] : -1;
  }

  // ---- What words are worth: Sources/Search/Query/WordScores.swift ----

  async function wordScores(query, store, analyser, count) {
    const scores = new Float64Array(count), held = new Uint32Array(count);
    const many = new Uint8Array(count), shares = new Float64Array(count), factors = new Float64Array(count);
    const value = new Float64Array(count), share = new Int32Array(count), factor = new Float64Array(count);
    const exact = new Set(), inside = new Set(), meantTitles = new Set(), begun = new Set(), ended = new Set();
    const corrections = [], terms = [];
    const resolved = await Promise.all(query.words.map((w) => resolve(w)));
    const mended = mendedHashes(query, resolved);

    async function resolve(word) {
      const [entry, begun] = await Promise.all([store.term(word.term), word.prefix ? store.expansions(word.surface, analyser) : null]);
      const all = [];
      if (begun) {
        const others = begun.filter((e) => e !== entry);
        let least = Math.min(...others.map((e) => e.rarity));
        // A word that may be the beginning of commoner ones tells less than its own rarity says.
        if (entry) {
          least = Math.min(least, entry.rarity);
          all.push({ entry, factor: ((entry.rarity + least) >> 1) * EXACT });
        }
        for (const e of others) all.push({ entry: e, factor: least * PREFIX });
      } else if (entry) {
        all.push({ entry, factor: entry.rarity * EXACT });
      }
      if (all.length) return { all };
      const meant = await store.corrections(word.surface, analyser), seen = new Set();
      for (const c of meant) {
        const term = analyser.termOf(c.word);
        if (seen.has(term)) continue;
        seen.add(term);
        const e = await store.term(term);
        if (e) all.push({ entry: e, factor: e.rarity * (c.distance === 1 ? ONE_SLIP : TWO_SLIPS) });
      }
      return { all, meant: meant.map((c) => c.word), corrected: seen };
    }

    resolved.forEach(({ all, meant, corrected }, number) => {
      const word = query.words[number];
      terms.push({ term: word.term, prefix: word.prefix ? word.surface : "", corrected });
      if (meant) corrections.push({ typed: word.surface, meant });
      const touched = [];
      for (const { entry: { docs, levels, titles }, factor: f } of all) {
        for (let i = 0; i < docs.length; i++) {
          const doc = docs[i], v = levels[i] * f;
          if (!value[doc] && !share[doc]) touched.push(doc);
          if (v > value[doc]) value[doc] = v;
        }
        for (const t of titles) {
          const { doc, hash } = t;
          if (t.share * f > share[doc] * factor[doc]) {
            if (!value[doc] && !share[doc]) touched.push(doc);
            share[doc] = t.share;
            factor[doc] = f;
          }
          if (hash === query.titleHash) exact.add(doc);
          if (query.runs.has(hash)) inside.add(doc);
          if (mended.has(hash)) meantTitles.add(doc);
          if (t.start >= 0 && t.start === query.startHash) begun.add(doc);
        }
      }
      for (const doc of touched) {
        scores[doc] += value[doc] * word.count;
        held[doc] |= 1 << number;
        if (share[doc]) many[doc]++;
        if (share[doc] && number === query.words.length - 1) ended.add(doc);
        shares[doc] += share[doc];
        factors[doc] += factor[doc];
        value[doc] = share[doc] = factor[doc] = 0;
      }
    });
    const asked = query.words.length;
    for (let doc = 0; doc < count; doc++) {
      if (shares[doc]) {
        // One word of a title says little unless it is most of it; two say more the more they cover.
        const share = Math.min(shares[doc], TOP), whole = factors[doc] * share;
        scores[doc] += Math.floor(many[doc] > 1 ? (whole * 5) / 4 : (whole * share * share * 3) / (4 * TOP * TOP));
        if (inside.has(doc)) scores[doc] += Math.floor(whole / 4);
        // All of a title but for the end of its last word, or for a slip.
        if (meantTitles.has(doc) || (begun.has(doc) && ended.has(doc))) scores[doc] += 3 * factors[doc] * TOP;
      }
      // The fewer words a question has, the more each is meant: of two a missing one halves, of ten it hardly counts.
      if (!scores[doc] || inside.has(doc)) continue;
      let missing = asked;
      for (let bits = held[doc]; bits; bits &= bits - 1) missing--;
      scores[doc] = Math.floor((scores[doc] * (asked * asked - 2 * missing)) / (asked * asked));
    }
    // A phrase that nothing holds narrows to nothing: its words count then without it.
    for (const { text, terms: phrase } of query.phrases) {
      const holding = await documentsWith(phrase, store);
      if (!scores.some((score, doc) => score && holding.has(doc))) corrections.push({ typed: text, meant: [] });
      else for (let doc = 0; doc < count; doc++) if (!holding.has(doc)) scores[doc] = 0;
    }
    return { scores, held, exact, corrections, terms };
  }

  /** The hashes of what was typed with its slips mended; two words at most, for each can mean three. */
  function mendedHashes(query, resolved) {
    let ways = [query.placed];
    const wrong = resolved.flatMap(({ meant }, i) => (meant && meant.length ? [[query.words[i].surface, meant]] : []));
    if (!wrong.length || wrong.length > 2) return new Set();
    for (const [typed, meant] of wrong) {
      ways = ways.flatMap((words) => meant.map((other) => words.map((w) => (w === typed ? other : w))));
    }
    return new Set(ways.map((words) => hash(words.join(" "))));
  }

  async function documentsWith(phrase, store) {
    let ends = null;
    const entries = await Promise.all(phrase.map((term) => store.term(term)));
    if (entries.some((e) => !e)) return new Set();
    const places = await Promise.all(entries.map((e) => store.places(e)));
    entries.forEach((entry, i) => {
      const next = new Map();
      entry.docs.forEach((doc, j) => {
        const before = ends && ends.get(doc);
        if (ends && !before) return;
        const following = places[i][j].filter((p) => !ends || before.has(p - 1));
        if (following.length) next.set(doc, new Set(following));
      });
      ends = next;
    });
    return new Set(ends.keys());
  }

  // ---- The matcher: Sources/Search/Matcher ----

  /** One number for each of `count` rows: all first digits, then all second ones, as many as it takes. */
  function rowsOf(planes, count) {
    const rows = new Uint32Array(count);
    for (let i = 0; i < planes.length; i++) rows[i % count] = rows[i % count] * 92 + digitAt(planes, i);
    return rows;
  }

  function readLabels(payload, root) {
    const [types, personas, stages, facets, flags, days, reviews, due, publish, expires, firsts] = payload;
    const column = ([sets, planes]) => ({ sets, rows: rowsOf(planes, root.count) });
    const sparse = (s) => {
      const dates = new Map(), r = makeReader(s);
      let row = -1;
      while (r.more()) { row += r.number() + 1; dates.set(row, r.number()); }
      return dates;
    };
    let day = 0;
    const distinct = numbers(days).map((gap) => (day += gap));
    const reviewed = Int32Array.from(rowsOf(reviews, root.count), (n) => distinct[n]);
    const delta = column(due);
    return {
      type: Int32Array.from(rowsOf(types, root.count), (n) => n - 1),
      persona: column(personas), stage: column(stages), facets: facets.map(column),
      flags: rowsOf(flags, root.count), reviewed,
      due: reviewed.map((last, doc) => { const set = delta.sets[delta.rows[doc]]; return set.length ? last + set[0] : 0; }),
      publish: sparse(publish), expires: sparse(expires), firsts: split(firsts),
    };
  }

  function makeMatcher(root, labels) {
    const [P, P_ALL, S, S_ALL, S_NEXT, WORDS, FEATURED, OVERDUE, SENT] = root.weights;
    const isAll = (set) => set[0] === -1;

    const isCurrent = (doc, today) =>
      !today || (!(labels.publish.get(doc) > today) && !(labels.expires.get(doc) < today));

    function reasons(doc, profile, today, words) {
      const list = [], add = (kind, points, more) => list.push({ kind, points: points * 1000, ...more });
      if (profile.persona >= 0) {
        const set = labels.persona.sets[labels.persona.rows[doc]];
        if (set.includes(profile.persona)) add("persona", P, { index: profile.persona });
        else if (isAll(set)) add("personaAll", P_ALL);
      }
      if (profile.stage >= 0) {
        const set = labels.stage.sets[labels.stage.rows[doc]];
        const next = root.stages[profile.stage][3].find((s) => set.includes(s));
        if (set.includes(profile.stage)) add("stage", S, { index: profile.stage });
        else if (isAll(set)) add("stageAll", S_ALL);
        else if (next !== undefined) add("stageNext", S_NEXT, { index: next });
      }
      (profile.facets || []).forEach((wanted, facet) => {
        if (!wanted.length) return;
        const column = labels.facets[facet], set = column.sets[column.rows[doc]], values = set.filter((v) => wanted.includes(v));
        if (values.length) add("facet", root.facets[facet][3], { index: facet, values });
        else if (set.length) add("facetElsewhere", root.facets[facet][4], { index: facet });
      });
      if (words) list.push({ kind: "words", points: words.points(doc), words: words.of(doc) });
      if (labels.flags[doc] & 2) add("featured", FEATURED);
      if (today && labels.due[doc] && labels.due[doc] < today) add("overdue", OVERDUE);
      if (profile.sent && profile.sent.includes(doc)) add("sent", SENT);
      return list;
    }

    /** Points of a column's sets, so that a document's are one look-up. */
    const pointsOf = (column, points) => { const bySet = column.sets.map(points); return (doc) => bySet[column.rows[doc]]; };

    /** The sum of `reasons`, without making them: a function of a document. */
    function scorer(profile, today, words) {
      const parts = [], { persona, stage } = profile;
      if (persona >= 0) parts.push(pointsOf(labels.persona, (set) => (set.includes(persona) ? P : isAll(set) ? P_ALL : 0)));
      if (stage >= 0) {
        const next = root.stages[stage][3];
        parts.push(pointsOf(labels.stage, (set) =>
          set.includes(stage) ? S : isAll(set) ? S_ALL : next.some((n) => set.includes(n)) ? S_NEXT : 0));
      }
      (profile.facets || []).forEach((wanted, i) => {
        const [, , , points, elsewhere] = root.facets[i];
        if (wanted.length) parts.push(pointsOf(labels.facets[i], (set) => (set.some((v) => wanted.includes(v)) ? points : set.length ? elsewhere : 0)));
      });
      const sent = new Set(profile.sent);
      return (doc) => {
        let points = labels.flags[doc] & 2 ? FEATURED : 0;
        for (const part of parts) points += part(doc);
        if (today && labels.due[doc] && labels.due[doc] < today) points += OVERDUE;
        if (sent.has(doc)) points += SENT;
        return points * 1000 + (words ? words.points(doc) : 0);
      };
    }

    function order(docs, profile, today, sorting, words) {
      const byMatch = sorting !== "reviewed", score = scorer(profile, today, words), { reviewed } = labels;
      const scores = new Float64Array(root.count), exact = new Uint8Array(root.count);
      for (const doc of docs) scores[doc] = score(doc);
      if (words) for (const doc of words.exact) exact[doc] = 1;
      docs.sort((a, b) =>
        (byMatch && (exact[b] - exact[a] || scores[b] - scores[a])) || reviewed[b] - reviewed[a] || scores[b] - scores[a] || a - b);
      return docs.map((doc) => ({ doc, exact: exact[doc] === 1, score: scores[doc] }));
    }

    /** What the pickers leave, with counts for each picker as if it had no choice. */
    function find(profile, today, sorting, words) {
      const groups = [
        { key: "persona", column: labels.persona, on: profile.persona >= 0, fits: (set) => isAll(set) || set.includes(profile.persona) },
        { key: "stage", column: labels.stage, on: profile.stage >= 0, fits: (set) => isAll(set) || set.includes(profile.stage) },
        ...root.facets.map(([id], i) => {
          const wanted = (profile.facets || [])[i] || [];
          return { key: id, column: labels.facets[i], on: wanted.length > 0, fits: (set) => set.some((v) => wanted.includes(v)) };
        }),
      ];
      for (const g of groups) {
        g.fit = g.column.sets.map((set) => !g.on || g.fits(set));
        g.seen = new Uint32Array(g.column.sets.length);
        g.without = 0;
      }
      const types = profile.types || [], typeSeen = new Uint32Array(root.types.length + 1), docs = [];
      let typeWithout = 0;
      for (let doc = 0; doc < root.count; doc++) {
        if ((words && !words.scores[doc]) || !isCurrent(doc, today)) continue;
        let failing = null, fails = 0;
        for (const g of groups) if (!g.fit[g.column.rows[doc]]) { failing = g; fails++; }
        const typeFails = types.length > 0 && !types.includes(labels.type[doc]);
        if (fails + typeFails > 1) continue;
        if (!fails) { typeSeen[labels.type[doc] + 1]++; typeWithout++; }
        if (!typeFails) for (const g of groups) if (!fails || g === failing) { g.seen[g.column.rows[doc]]++; g.without++; }
        if (!fails && !typeFails) docs.push(doc);
      }
      const counts = { type: root.types.map((_, i) => typeSeen[i + 1]) }, without = { type: typeWithout };
      groups.forEach((g, i) => {
        const size = i === 0 ? root.personas.length : i === 1 ? root.stages.length : root.facets[i - 2][5].length;
        const list = new Array(size).fill(0);
        g.column.sets.forEach((set, s) => {
          if (isAll(set)) for (let v = 0; v < size; v++) list[v] += g.seen[s];
          else for (const v of set) list[v] += g.seen[s];
        });
        counts[g.key] = list;
        without[g.key] = g.without;
      });
      if (words) words.best = docs.reduce((best, doc) => Math.max(best, words.scores[doc]), 1);
      return { matches: order(docs, profile, today, sorting, words), counts, without };
    }

    function match(lead, today) {
      const docs = [];
      const next = lead.stage >= 0 ? root.stages[lead.stage][3] : [];
      const personaFits = labels.persona.sets.map((set) => set.length && (!(lead.persona >= 0) || isAll(set) || set.includes(lead.persona)));
      const stageFits = labels.stage.sets.map((set) =>
        set.length && (!(lead.stage >= 0) || isAll(set) || set.includes(lead.stage) || next.some((s) => set.includes(s))));
      for (let doc = 0; doc < root.count; doc++) {
        if (labels.type[doc] >= 0 && personaFits[labels.persona.rows[doc]] && stageFits[labels.stage.rows[doc]] && isCurrent(doc, today)) docs.push(doc);
      }
      return order(docs, lead, today, "match", null);
    }

    /** The scores of words as the matcher uses them. */
    function asked(query, found) {
      // A misspelt word goes by what it was read as.
      const names = query.words.map(({ surface }) => {
        const read = found.corrections.find(({ typed, meant }) => typed === surface && meant.length);
        return read ? read.meant.join(" or ") : surface;
      });
      const words = {
        ...found, best: 1,
        points: (doc) => Math.trunc((WORDS * 1000 * found.scores[doc]) / words.best),
        of: (doc) => names.filter((_, i) => (found.held[doc] >>> i) & 1),
      };
      return words;
    }

    return { find, match, reasons, asked, isCurrent };
  }

  /** The reasons as one sentence, without a full stop. */
  function sentence(root, reasons) {
    let who = "", where = "";
    const parts = [], quoted = (list) => list.map((w) => "“" + w + "”").join(", ");
    for (const r of reasons) {
      const facet = root.facets[r.index], labels = r.kind === "facet" && r.values.map((v) => facet[5][v][1]);
      if (r.kind === "persona") who = "For " + root.personas[r.index][1];
      else if (r.kind === "personaAll") who = "For everyone";
      else if (r.kind === "stage") where = "in " + root.stages[r.index][1];
      else if (r.kind === "stageAll") where = "at any stage";
      else if (r.kind === "stageNext") where = "for the next step, " + root.stages[r.index][1];
      else if (r.kind === "facet") parts.push(facet[0] === "objections" ? "answers " + quoted(labels) : facet[1] + ": " + labels.join(", "));
      else if (r.kind === "facetElsewhere") parts.push(facet[1] + ": others only");
      else if (r.kind === "words") parts.push("matches " + quoted(r.words));
      else parts.push({ featured: "featured", overdue: "review overdue", sent: "already sent" }[r.kind]);
    }
    const start = [who, where].filter(Boolean).join(" ");
    const text = [start, ...parts].filter(Boolean).join("; ");
    return text.slice(0, 1).toUpperCase() + text.slice(1);
  }

  // ---- Excerpts and marks ----

  function makeMarker(analyser) {
    const isHit = (w, terms) => terms.some((t) =>
      t.term === w.term || (t.prefix && w.surface.startsWith(t.prefix)) || (t.corrected && t.corrected.has(w.term)));

    /** Where the words asked for stand in `text`: [[start, end], …] without overlaps. */
    function marks(text, terms) {
      const all = [];
      for (const w of analyser.words(text)) {
        const last = all[all.length - 1];
        if (!isHit(w, terms)) continue;
        if (last && w.start < last[1]) last[1] = Math.max(last[1], w.end);
        else all.push([w.start, w.end]);
      }
      return all;
    }

    /** The stretch of about `length` characters with most of the words, and where they are in it. */
    function excerpt(text, terms, length = 200) {
      const hits = [];
      for (const w of analyser.words(text)) {
        const number = terms.findIndex((t) => isHit(w, [t]));
        if (number >= 0) hits.push({ start: w.start, end: w.end, number });
      }
      let best = 0, bestValue = -1;
      for (let i = 0; i < hits.length; i++) {
        const seen = new Set();
        let value = 0;
        for (let j = i; j < hits.length && hits[j].end - hits[i].start <= length; j++) {
          value += seen.has(hits[j].number) ? 1 : 8;
          seen.add(hits[j].number);
        }
        if (value > bestValue) { bestValue = value; best = hits[i].start; }
      }
      let from = Math.max(0, best - Math.floor(length / 4)), to = Math.min(text.length, from + length);
      if (from > 0) { const blank = text.slice(from, best).search(/\s/); from = blank < 0 ? best : from + blank + 1; }
      if (to < text.length) { const cut = text.slice(from, to).search(/\s\S*$/); if (cut > 0) to = from + cut; }
      const cut = text.slice(from, to).replace(/\s/g, " ");
      return { text: cut, before: from > 0, after: to < text.length, marks: marks(cut, terms) };
    }

    return { marks, excerpt };
  }

  // ---- The engine ----

  /**
   * load(path, again) loads a script below the site's root and resolves when it has run; `again` asks for a fresh copy.
   * The engine's profiles are {persona, stage: index or -1, types: [index], facets: [[index]], sent: [document]}.
   */
  async function open(load) {
    let root, store, analyser, marker, ready;

    async function reset(again) {
      if (received.root === undefined || again) await load("search/root.js", !!again);
      root = received.root;
      if (!root) throw new MissingShard("root");
      store = makeStore(root, load);
      analyser = makeAnalyser(root.language);
      marker = makeMarker(analyser);
      ready = null;
    }
    await reset(false);

    function matcher() {
      if (!ready) {
        const labels = readLabels(root.labels, root);
        ready = { labels, ...makeMatcher(root, labels) };
      }
      return ready;
    }

    /** Runs a job; where a shard is gone, because the site was published meanwhile, reads the root once more. */
    async function whole(job) {
      try {
        return await job();
      } catch (error) {
        if (!(error instanceof MissingShard)) throw error;
        await reset(true);
        return job();
      }
    }

    const today = (value) => (typeof value === "string" ? dayNumber(value) : value || 0);

    /** question: {q, persona, stage, types, facets, sort, today}. */
    const find = (question) => whole(async () => {
      const query = analyser.query(question.q || "");
      const m = matcher(), found = query.words.length ? await wordScores(query, store, analyser, root.count) : null;
      const words = found && m.asked(query, found), day = today(question.today);
      const result = m.find(question, day, question.sort, words);
      return {
        ...result, total: result.matches.length, corrections: found ? found.corrections : [], terms: found ? found.terms : [],
        reasons: (doc) => m.reasons(doc, question, day, words),
      };
    });

    /** lead: what lead-reader.js makes of one. */
    const match = (lead, day) => whole(async () => {
      const m = matcher(), number = today(day);
      const matches = m.match(lead, number);
      return { matches, total: matches.length, reasons: (doc) => m.reasons(doc, lead, number, null) };
    });

    const chunkSize = () => root.documents[0];
    const chunk = (number) => store.get(slices(root.documents[1], 11)[number], ([ids, titles, summaries, texts]) => ({ ids: split(ids), titles, summaries, texts }));

    async function documentOf(id) {
      const { labels } = matcher(), number = place(labels.firsts, id);
      if (number < 0) return -1;
      const row = (await chunk(number)).ids.indexOf(id);
      return row < 0 ? -1 : number * chunkSize() + row;
    }

    /** How many of the first `docs` can be described with so many more files. */
    function reach(docs, files) {
      const names = slices(root.documents[1], 11), missing = new Set();
      const end = docs.findIndex((doc) => {
        const name = names[Math.floor(doc / chunkSize())];
        if (!store.has(name)) missing.add(name);
        return missing.size > files;
      });
      return end < 0 ? docs.length : end;
    }

    /** Titles, summaries and labels of documents, in their order. */
    const describe = (docs) => whole(async () => {
      const { labels } = matcher();
      return Promise.all(docs.map(async (doc) => {
        const rows = await chunk(Math.floor(doc / chunkSize())), row = doc % chunkSize(), set = (c) => c.sets[c.rows[doc]];
        return {
          doc, id: rows.ids[row], url: "resources/" + rows.ids[row] + ".html", title: rows.titles[row], summary: rows.summaries[row],
          type: labels.type[doc], personas: set(labels.persona), stages: set(labels.stage), facets: labels.facets.map(set),
          external: !!(labels.flags[doc] & 1), featured: !!(labels.flags[doc] & 2),
          reviewed: labels.reviewed[doc] ? isoDay(labels.reviewed[doc]) : "", due: labels.due[doc] ? isoDay(labels.due[doc]) : "",
        };
      }));
    });

    /** What stands behind documents: {text, useWhen, say, snippet, share, files: [[label, url]]}. */
    const details = (docs) => whole(() => Promise.all(docs.map(async (doc) => {
      const rows = await chunk(Math.floor(doc / chunkSize())), row = doc % chunkSize();
      let i = 0;
      while (i + 2 < rows.texts.length && rows.texts[i + 2] <= row) i += 2;
      const [text, useWhen, say, snippet, share, files] = (await store.get(rows.texts[i + 1], (payload) => payload))[row - rows.texts[i]];
      return { doc, text, useWhen, say, snippet, share, files };
    })));

    return {
      find, match, reach, describe, details, documentOf: (id) => whole(() => documentOf(id)),
      sentence: (reasons) => sentence(root, reasons),
      marks: (text, terms) => marker.marks(text, terms), excerpt: (text, terms, length) => marker.excerpt(text, terms, length),
      named: (text, entries) => analyser.named(text, entries),
      get root() { return root; },
      get analyser() { return analyser; },
    };
  }

  global.Shelfmark = Object.assign(global.Shelfmark || {}, { open, analyser: makeAnalyser });
})(typeof self === "undefined" ? globalThis : self);
