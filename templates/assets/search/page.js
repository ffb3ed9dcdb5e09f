// The search page: the box and the filters, their state in the address, the results and the keys.
"use strict";

(() => {
  const form = document.getElementById("search");
  const box = form.elements.q;
  const said = document.getElementById("said");
  const results = document.getElementById("results");
  const more = document.getElementById("more");
  const ways = document.getElementById("ways");
  const blank = document.getElementById("result").content;
  const { root, version, language } = form.dataset;
  const search = new finder.Finder(`${root}search/`, version, language);
  const FILTERS = ["kind", "party", "theme", "source"];
  const PAGE = 10;
  const EXCERPT = 280;
  let asked = 0;
  let found = { words: [], all: 0, numbers: [] };

  function say(message) {
    const { all, numbers } = found;
    said.textContent = form.dataset[message].replace("{n}", all).replace("{rest}", numbers.length - all);
  }

  const chosen = (name) => form.elements[name].selectedOptions[0];

  // The state in the address, as names and values that stay the same when the dossier grows.
  function state() {
    const values = new URLSearchParams();
    if (box.value.trim()) values.set("q", box.value.trim());
    for (const name of FILTERS) if (form.elements[name].value) values.set(name, form.elements[name].value);
    return values;
  }

  function keep() {
    const query = state().toString();
    history.replaceState(null, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  function restore() {
    const values = new URLSearchParams(location.search);
    const words = values.get("q") ?? "";
    if (box.value.trim() !== words) box.value = words; // a space at the end is there for the next word
    for (const name of FILTERS) form.elements[name].value = values.get(name) ?? "";
    for (const name of FILTERS) if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
  }

  // Searches anew; what an older search finds after it is dropped.
  async function run() {
    const turn = ++asked;
    if (![...state()].length) {
      results.replaceChildren();
      more.hidden = true;
      said.textContent = "";
      return;
    }
    const filters = Object.fromEntries(FILTERS.map((name) => [name, chosen(name).dataset.code ?? chosen(name).value]));
    try {
      const now = await search.find(box.value, filters);
      const entries = await search.entries(now.numbers.slice(0, PAGE));
      if (turn !== asked) return;
      found = now;
      const place = links().indexOf(document.activeElement);
      results.replaceChildren(...entries.map(row));
      if (place >= 0) (links()[place] ?? box).focus(); // who was quick to go on keeps a place
      if (!found.numbers.length) say("none");
      else say(found.all < found.numbers.length ? "some" : "found");
      more.hidden = found.numbers.length <= PAGE;
    } catch {
      if (turn === asked) say("failed");
    }
  }

  async function extend() {
    const shown = results.children.length;
    const turn = asked;
    try {
      const entries = await search.entries(found.numbers.slice(shown, shown + PAGE));
      if (turn !== asked) return;
      results.append(...entries.map(row));
      more.hidden = results.children.length >= found.numbers.length;
      links()[shown]?.focus();
    } catch {
      say("failed");
    }
  }

  const option = (name, code) => [...form.elements[name].options].find((one) => one.dataset.code === code);

  // One result; the words that were found are marked.
  function row(entry) {
    const made = blank.cloneNode(true);
    const at = (place) => made.querySelector(`[data-${place}]`);
    const party = option("party", entry.party);
    if (party) {
      at("mark").classList.add(`mark-${party.value}`);
      at("party").textContent = party.textContent;
    } else for (const place of ["mark", "party"]) at(place).remove();
    const kind = option("kind", entry.kind).textContent;
    at("id").textContent = /^[A-Z]\d+$/.test(entry.id) ? `${kind} ${entry.id}` : kind;
    at("title").href = `${root}${entry.path}`;
    at("title").append(...shownParts(search.marked(entry.title, found.words)));
    if (entry.about) at("about").append(...shownParts(search.marked(entry.about, found.words)));
    else at("about").remove();
    quote(entry, at);
    return made;
  }

  // The passage with the most of the words, and links to the others that have some.
  function quote(entry, at) {
    const hits = entry.quotes
      .map(([anchor, text, whose]) => {
        const parts = search.marked(text, found.words);
        const marked = parts.filter(([, hit]) => hit).map(([piece]) => piece);
        return { anchor, whose, parts, count: new Set(finder.terms(marked.join(" "))).size };
      })
      .filter((one) => one.count);
    if (!hits.length) {
      at("quote").remove();
      return;
    }
    const best = hits.reduce((one, other) => (other.count > one.count ? other : one));
    at("words").append(...shownParts(excerpt(best.parts)));
    const links = [best, ...hits.filter((one) => one !== best)].filter((one) => one.anchor).slice(0, 6);
    at("said").append(best.whose);
    for (const one of links) {
      const link = document.createElement("a");
      link.href = `${root}${entry.path}#${one.anchor}`;
      link.textContent = `#${one.anchor}`;
      link.title = one.whose;
      at("said").append(" ", link);
    }
  }

  // As much of a long passage as has the first words that were found in it.
  function excerpt(parts) {
    const before = [];
    let length = 0;
    for (const part of parts) {
      if (part[1]) break;
      before.push(part);
    }
    const lead = before.map(([piece]) => piece).join("");
    const cut = lead.length > 110 ? lead.indexOf(" ", lead.length - 90) + 1 || lead.length - 60 : 0;
    const kept = [[cut ? `… ${lead.slice(cut)}` : lead, false], ...parts.slice(before.length)];
    const shown = [];
    for (const [piece, hit] of kept) {
      const room = EXCERPT - length;
      if (piece.length > room) {
        const end = hit ? room : piece.lastIndexOf(" ", room);
        shown.push([`${piece.slice(0, end > 0 ? end : room)} …`, hit]);
        break;
      }
      shown.push([piece, hit]);
      length += piece.length;
    }
    return shown;
  }

  function shownParts(parts) {
    return parts.map(([piece, hit]) => {
      if (!hit) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  const links = () => [...results.querySelectorAll("[data-title]")];

  let pause = 0;
  let current = Promise.resolve();

  function begin() {
    clearTimeout(pause);
    pause = 0;
    current = run();
  }

  // Goes on from the place in the results that has the focus, -1 for the box, once they are those of what stands in the
  // box: keys that come before them wait. Who types on meanwhile, or goes elsewhere, stays there.
  async function go(to) {
    const words = box.value;
    if (pause) begin();
    let awaited;
    do {
      awaited = current;
      await awaited;
    } while (awaited !== current);
    const all = links();
    const place = all.indexOf(document.activeElement);
    if (box.value === words && (place >= 0 || document.activeElement === box)) to(all, place)?.focus();
  }

  // Up and down go through the results, the box above the first of them; escape goes back to the box, and empties it.
  function keys(event) {
    const inResults = links().includes(document.activeElement);
    const typing = event.target.closest?.("input, select, textarea");
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) box.focus();
    else if (event.key === "ArrowDown" && (event.target === box || inResults)) go((all, place) => all[place + 1] ?? all.at(-1));
    else if (event.key === "ArrowUp" && inResults) go((all, place) => all[place - 1] ?? box);
    else if (event.key === "Escape" && event.target === box && box.value) {
      box.value = "";
      keep();
      begin();
    } else if (event.key === "Escape" && !event.target.closest?.("select")) box.focus();
    else return;
    event.preventDefault();
  }

  form.addEventListener("input", () => {
    keep();
    clearTimeout(pause);
    pause = setTimeout(begin, 120);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    begin();
    go((all) => all[0]);
  });
  more.addEventListener("click", extend);
  addEventListener("keydown", keys);
  addEventListener("pageshow", () => {
    restore();
    begin();
  });
  form.hidden = false;
  ways.hidden = true; // the filters offer the same
  said.hidden = false;
  restore();
})();
