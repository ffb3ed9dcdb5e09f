// The filters of the two columns. What is chosen stands in the address, so that a view can be shared, cited and gone back
// to. Rows are shown whole: a claim never without one of its answers. On a page of contents the rows stand elsewhere: there
// the filters ask an index of them, which is loaded when the first of them is set, and show where something matches.
"use strict";

(() => {
  const form = document.getElementById("narrow");
  const words = form.dataset;
  const selects = [...form.querySelectorAll("select")];
  const SAID = new Set(["source", "speaker"]);
  const at = (id) => document.getElementById(id);
  const files = Number(words.rows ?? -1);
  const elsewhere = files >= 0;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const fill = (message, values) => message.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  let rows = [];
  let changed = { name: "", time: 0 };

  // What the address asks for: the values that the filters have, and the rest, which is told.
  function restore() {
    const asked = new URLSearchParams(location.search);
    const ignored = [];
    for (const select of selects) {
      const [value = "", ...more] = asked.getAll(select.name);
      select.value = value;
      if (select.selectedIndex < 0) {
        select.value = "";
        more.unshift(value);
      }
      ignored.push(...more.map((other) => `${select.name}=${other}`));
    }
    at("ignored").textContent = ignored.length ? fill(words.ignored, { what: ignored.join(", ") }) : "";
    at("ignored").hidden = !ignored.length;
  }

  const chosen = () => selects.filter((select) => select.value);

  function address() {
    const values = new URLSearchParams(chosen().map((select) => [select.name, select.value]));
    const page = new URL(location.href);
    if (page.protocol.startsWith("http")) page.pathname = page.pathname.replace(/index\.html$/, "");
    page.search = values;
    page.hash = "";
    return page.href;
  }

  // A row as the filters see it.
  function read(row) {
    const { kind, theme, said, how } = row.dataset;
    const list = (text) => text.split(" ").filter(Boolean);
    const answered = ["claim", "recommendation"].includes(kind) ? [how ? "yes" : "no"] : [];
    return { row, kind, theme: list(theme), pairs: list(said).map((pair) => pair.split(":")), how: list(how), answered };
  }

  // The values of a row by filter, and the filters that leave it out. Whoever is chosen must speak in the source that is.
  function look(one, wanted) {
    const inSource = one.pairs.filter(([source]) => !wanted.source || source === wanted.source);
    const bySpeaker = one.pairs.filter(([, speaker]) => !wanted.speaker || speaker === wanted.speaker);
    const { theme, how, answered } = one;
    const values = { theme, how, answered, source: bySpeaker.map(([source]) => source), speaker: inSource.map(([, who]) => who) };
    const fails = Object.keys(values).filter((name) => wanted[name] && !values[name].includes(wanted[name]));
    return { values, fails };
  }

  // The rows of the parts, from the scripts that hand them over: each stands for the link that leads to it.
  let lists;
  function take(named, some) {
    lists ??= named;
    for (const [id, kind, themes, pairs, hows] of some) {
      const count = lists.speakers.length;
      const row = at(id);
      if (!row) continue;
      row.dataset.said = "";
      rows.push({
        row,
        kind: lists.kinds[kind],
        theme: themes.map((place) => lists.themes[place]),
        pairs: pairs.map((pair) => [lists.sources[Math.floor(pair / count)], lists.speakers[pair % count]]),
        how: hows.map((place) => lists.hows[place]),
        answered: kind < 2 ? [hows.length ? "yes" : "no"] : [],
      });
    }
  }

  function script(number) {
    return new Promise((loaded, failed) => {
      const one = document.createElement("script");
      one.src = `${words.folder}rows-${number}.js`;
      one.addEventListener("load", loaded);
      one.addEventListener("error", failed);
      document.head.append(one);
    });
  }

  let loading;
  function load() {
    window.diptychRows = take;
    loading ??= (async () => {
      for (let number = 0; number < files; number += 1) await script(number);
    })();
    return loading;
  }

  // On a page of contents: how many of each part match; parts in which nothing does are left out.
  function count() {
    const any = chosen().length > 0;
    for (const part of document.querySelectorAll(".parts-list > li")) {
      const n = part.querySelectorAll(".places > a:not([hidden])").length;
      const total = number.format(Number(part.dataset.count));
      part.hidden = any && !n;
      part.querySelector(".tally").textContent = any ? fill(words.some, { n: number.format(n), total }) : total;
      const fold = part.querySelector(".fold");
      if (fold) fold.open = any && n <= 60;
    }
    for (const group of document.querySelectorAll(".parts-group")) {
      group.hidden = !group.querySelector(".parts-list > li:not([hidden])");
    }
  }

  // The other parts are opened with the same filters.
  function carry() {
    const search = new URL(address()).search;
    for (const link of document.querySelectorAll("a[data-keep]")) link.search = search;
    if (elsewhere) for (const link of document.querySelectorAll(".places > a")) link.search = search;
  }

  function apply() {
    carry();
    if (!elsewhere) show();
    else if (chosen().length || rows.length) load().then(show).then(count).catch(() => (at("shown").textContent = words.failed));
  }

  // Shows the rows that pass every filter, and beside each choice how many would with it.
  function show() {
    const wanted = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    const tallies = Object.fromEntries(selects.map((select) => [select.name, new Map()]));
    const counts = { claim: 0, recommendation: 0, response: 0, report: 0 };
    for (const one of rows) {
      const { values, fails } = look(one, wanted);
      if (one.row.hidden !== fails.length > 0) one.row.hidden = fails.length > 0;
      if (!fails.length) counts[one.kind] += 1;
      for (const [name, tally] of Object.entries(tallies)) {
        if (fails.some((other) => other !== name && !(SAID.has(other) && SAID.has(name)))) continue;
        for (const value of new Set(values[name])) tally.set(value, (tally.get(value) ?? 0) + 1);
      }
    }
    for (const band of document.querySelectorAll("main .band")) {
      const empty = chosen().length > 0 && !band.querySelector("[data-said]:not([hidden])");
      band.hidden = empty;
      const entry = document.querySelector(`.contents a[href="#${CSS.escape(band.id)}"]`);
      if (entry) entry.closest("li").hidden = empty;
    }
    for (const select of selects) {
      for (const option of select.options) {
        option.dataset.text ??= option.textContent;
        const count = number.format(tallies[select.name].get(option.value) ?? 0);
        if (option.value) option.textContent = `${option.dataset.text} (${count})`;
      }
    }
    tell(counts);
  }

  const named = (select) =>
    fill(words.chosen, { filter: select.labels[0].textContent, value: select.selectedOptions[0].dataset.text });

  // The number of rows for everybody, each filter with a way to clear it, and for print what was left out.
  function tell(counts) {
    const any = Object.values(counts).some(Boolean);
    const shown = Object.fromEntries(Object.entries(counts).map(([kind, n]) => [kind, number.format(n)]));
    at("shown").textContent = any ? fill(words.shown, shown) : words.none;
    const items = chosen().map((select) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.clear = select.name;
      button.textContent = named(select);
      button.setAttribute("aria-label", fill(words.clearOne, { what: named(select) }));
      item.append(button);
      return item;
    });
    at("chosen").replaceChildren(...items);
    at("set").hidden = !items.length;
    document.documentElement.classList.toggle("narrowed", items.length > 0);
    at("printed").hidden = !items.length;
    const filters = chosen().map(named).join("; ");
    at("printed").textContent = `${at("shown").textContent} ${fill(words.printed, { filters, address: address() })}`;
  }

  // Going through a select by the arrow keys is one step for the way back, not one a key.
  function keep(name) {
    const now = performance.now();
    const same = name === changed.name && now - changed.time < 1000;
    changed = { name, time: now };
    history[same ? "replaceState" : "pushState"](null, "", address());
    at("ignored").hidden = true;
    apply();
  }

  function clear(names) {
    for (const select of selects) if (names.includes(select.name)) select.value = "";
    keep("");
    form.elements[names[0]].focus();
  }

  function fold(open) {
    for (const fold of document.querySelectorAll("main .band .fold")) if (!fold.closest("[hidden]")) fold.open = open;
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(address());
      at("copied").textContent = words.copied;
    } catch {
      at("by-hand").hidden = false;
      at("address").value = address();
      at("address").select();
    }
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (!selects.includes(event.target)) return;
    at("copied").textContent = "";
    keep(event.target.name);
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button) return;
    if (button.dataset.clear) clear([button.dataset.clear]);
    else if (button.id === "clear") clear(chosen().map((select) => select.name));
    else if (button.id === "copy") copy();
    else fold(button.id === "open-all");
  });
  addEventListener("popstate", () => {
    restore();
    apply();
  });
  addEventListener("DOMContentLoaded", () => {
    if (!elsewhere) rows = [...document.querySelectorAll("[data-said]")].map(read);
    apply();
    document.documentElement.classList.remove("settling");
    if (/^#[\w-]+$/.test(location.hash)) at(location.hash.slice(1))?.scrollIntoView();
  });

  // The rows are still to come: nothing of them is shown that the address leaves out.
  restore();
  form.hidden = false;
  document.documentElement.classList.toggle("settling", chosen().length > 0);
})();
