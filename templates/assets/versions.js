// Compares any two versions of a record, word for word; those next to each other are compared on the page already.
{
  const texts = new Map();
  for (const version of document.querySelectorAll("[data-version]")) {
    const parts = new Map();
    for (const part of version.querySelectorAll("dl > div")) {
      parts.set(part.firstElementChild.textContent, part.lastElementChild.textContent);
    }
    texts.set(version.dataset.version, parts);
  }

  function tokens(text) {
    return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  }

  // The longest common subsequence of two lists of words, as a list of [kind, word].
  function redline(before, after) {
    const old = tokens(before);
    const now = tokens(after);
    const length = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = now.length - 1; j >= 0; j--) {
        length[i][j] = old[i] === now[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    const pieces = [];
    let i = 0;
    let j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) {
        pieces.push(["same", old[i++]]);
        j++;
      } else if (j === now.length || (i < old.length && length[i + 1][j] >= length[i][j + 1])) {
        pieces.push(["del", old[i++]]);
      } else {
        pieces.push(["ins", now[j++]]);
      }
    }
    return pieces;
  }

  const form = document.getElementById("compare");
  const shown = document.getElementById("difference");
  const [older, newer] = [document.getElementById("older"), document.getElementById("newer")];

  function compare() {
    const [from, to] = [texts.get(older.value), texts.get(newer.value)];
    const list = shown.querySelector("dl");
    list.replaceChildren();
    for (const name of new Set([...from.keys(), ...to.keys()])) {
      const row = document.createElement("div");
      const term = document.createElement("dt");
      const words = document.createElement("dd");
      term.textContent = name;
      for (const [kind, word] of redline(from.get(name) ?? "", to.get(name) ?? "")) {
        if (kind === "same") words.append(word);
        else words.append(Object.assign(document.createElement(kind), { textContent: word }));
      }
      row.append(term, words);
      list.append(row);
    }
    shown.hidden = false;
    const place = new URL(location.href);
    place.search = new URLSearchParams({ from: older.value, to: newer.value });
    history.replaceState(null, "", place);
  }

  const names = [...texts.keys()];
  for (const select of [older, newer]) {
    for (const name of names) select.append(new Option(name, name));
    select.addEventListener("change", compare);
  }
  const asked = new URLSearchParams(location.search);
  older.value = texts.has(asked.get("from")) ? asked.get("from") : names.at(-1);
  newer.value = texts.has(asked.get("to")) ? asked.get("to") : names[0];
  form.hidden = false;
  if (asked.has("from") || asked.has("to")) compare();
}
