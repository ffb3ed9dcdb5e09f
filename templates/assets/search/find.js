// Finds entries: reads a query as the index was read (render/search/terms.py), loads the shelves of terms that it needs,
// adds up the weights that stand there, and loads the entries to be shown. It knows nothing of the page.
"use strict";

const finder = (() => {
  const UNSPACED =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{3ffff}";
  const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu");
  const UNSPACED_START = new RegExp(`^[${UNSPACED}]`, "u");
  const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;
  // The endings of English that a reader means to be the same word, longest first.
  const ENDINGS = (
    "ations ements ation ative ating ement ments ated ates ings ions ment ate ers ied ies ing ion ed er es ly e s y"
  ).split(" ");

  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  function terms(text) {
    const found = [];
    for (const [run] of plain(text).replace(POSSESSIVE, "").matchAll(RUN)) {
      if (UNSPACED_START.test(run)) {
        const letters = [...run];
        letters.forEach((letter, place) => found.push(letter + (letters[place + 1] ?? "")));
      } else found.push(run);
    }
    return found;
  }

  // A word of English without its ending; the ending goes only where three letters and a vowel stay.
  function stem(term, english) {
    if (!english || /[^a-z]/.test(term)) return term;
    for (const ending of ENDINGS) {
      const rest = term.slice(0, -ending.length);
      if (term.endsWith(ending) && rest.length >= 3 && /[aeiouy]/.test(rest))
        return rest.replace(/([^aeiouls])\1$/, "$1").replace(/(?<=...)[iy]$/, "");
    }
    return term;
  }

  // How well a term of the index is meant by a term of the query, from 0 to 1.
  function meant(asked, term, english) {
    if (term === asked) return 1;
    if (stem(term, english) === stem(asked, english)) return 0.7;
    const long = UNSPACED_START.test(asked) ? 1 : 3;
    return [...asked].length >= long && term.startsWith(asked) ? 0.4 : 0;
  }

  // What the scripts of the index hand over, by name; a name is loaded once.
  const arrived = new Map();
  const asked = new Map();

  class Finder {
    constructor(folder, version, language) {
      this.folder = folder;
      this.version = version;
      this.english = language.startsWith("en");
    }

    load(name) {
      if (!asked.has(name)) {
        asked.set(
          name,
          new Promise((give, fail) => {
            const script = document.createElement("script");
            script.src = `${this.folder}${name}.js?v=${this.version}`;
            script.onload = () => (arrived.has(name) ? give(arrived.get(name)) : fail(new Error(name)));
            script.onerror = () => {
              asked.delete(name);
              fail(new Error(name));
            };
            document.head.append(script);
          }),
        );
      }
      return asked.get(name);
    }

    // The numbers of the entries that a query and filters ask for, best first: the first `all` of them have all its words.
    async find(query, filters) {
      const catalogue = await this.load("catalogue");
      const passes = this.filter(catalogue, filters);
      const words = [...new Set(terms(query))];
      const count = catalogue.kinds.length;
      if (!words.length) {
        const numbers = [...Array(count).keys()].filter(passes);
        return { words, all: numbers.length, numbers };
      }
      const scored = await Promise.all(words.map((word) => this.scores(catalogue, word)));
      const total = new Map();
      for (const scores of scored)
        for (const [number, score] of scores)
          if (passes(number)) {
            const sum = total.get(number) ?? { score: 0, words: 0 };
            total.set(number, { score: sum.score + score, words: sum.words + 1 });
          }
      const chosen = [...total].sort(([a, x], [b, y]) => y.words - x.words || y.score - x.score || a - b);
      const all = chosen.filter(([, sum]) => sum.words === words.length).length;
      return { words, all, numbers: chosen.map(([number]) => number) };
    }

    // Whether an entry passes the filters; an empty filter lets all pass.
    filter(catalogue, { kind, party, theme, source }) {
      const theme_ = catalogue.theme[0].indexOf(theme);
      const source_ = catalogue.source[0].indexOf(source);
      return (number) =>
        (!kind || catalogue.kinds[number] === kind) &&
        (!party || catalogue.parties[number] === party) &&
        (!theme || catalogue.theme[1][number].includes(theme_)) &&
        (!source || catalogue.source[1][number].includes(source_));
    }

    // The score of each entry that has a word, or one that is meant by it.
    async scores(catalogue, word) {
      const start = word.length < 3 && !UNSPACED_START.test(word) ? word : stem(word, this.english);
      const { starts } = catalogue;
      const shelves = starts
        .map((_, place) => place)
        .filter((place) => starts[place] <= `${start}\uffff` && !(starts[place + 1] <= start));
      const scores = new Map();
      for (const shelf of await Promise.all(shelves.map((place) => this.load(`terms-${place}`))))
        for (const [term, postings] of Object.entries(shelf)) {
          const worth = term.startsWith(start) ? meant(word, term, this.english) : 0;
          if (!worth) continue;
          const rare = Math.log(1 + (catalogue.kinds.length - postings.length + 0.5) / (postings.length + 0.5));
          let number = 0;
          for (const posting of postings) {
            number += Math.floor(posting / 10);
            scores.set(number, Math.max(scores.get(number) ?? 0, (worth * rare * (posting % 10)) / 9));
          }
        }
      return scores;
    }

    // The entries of these numbers, in their order.
    async entries(numbers) {
      const catalogue = await this.load("catalogue");
      const { box } = catalogue;
      const boxes = await Promise.all(numbers.map((number) => this.load(`entries-${Math.floor(number / box)}`)));
      return numbers.map((number, place) => {
        const [id, path, title, about, quotes] = boxes[place][number % box];
        return { id, path, title, about, quotes, kind: catalogue.kinds[number], party: catalogue.parties[number] };
      });
    }

    // A text cut into [words, found] in turn: what the query means, and what stands between.
    marked(text, words) {
      const parts = [];
      const add = (piece, found) => {
        if (parts.length && parts.at(-1)[1] === found) parts.at(-1)[0] += piece;
        else if (piece) parts.push([piece, found]);
      };
      let end = 0;
      for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
        add(text.slice(end, match.index), false);
        end = match.index + match[0].length;
        const letters = [...match[0]];
        if (letters.some((letter) => UNSPACED_START.test(letter)))
          letters.forEach((letter, place) => {
            const here = plain(letter + (letters[place + 1] ?? ""));
            const before = plain((letters[place - 1] ?? " ") + letter);
            add(letter, words.some((word) => here === word || before === word || plain(letter) === word));
          });
        else add(match[0], terms(match[0]).some((term) => words.some((word) => meant(word, term, this.english))));
      }
      add(text.slice(end), false);
      return parts;
    }
  }

  return { Finder, terms, stem, arrived };
})();

// Called by the scripts of the index, each with its name and its data.
function diptychSearch(name, data) {
  finder.arrived.set(name, data);
}
