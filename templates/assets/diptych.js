// The pages work without this. It keeps the address bar free of "index.html" where a server finds that file by itself,
// link by link as each is about to be used, opens what is folded while it prints and where an address leads into it, shows
// the references that stand in files beside the page, puts a button beside everything that is there to be copied, and lets
// a citation name the view that the reader sees.
"use strict";

(() => {
  function shorten(event) {
    const link = event.target instanceof Element && event.target.closest('a[href*="index.html"]');
    if (link && link.origin === location.origin) link.href = link.href.replace(/index\.html(?=$|[?#])/, "");
  }

  if (location.protocol.startsWith("http")) {
    for (const moment of ["pointerover", "pointerdown", "focusin"]) addEventListener(moment, shorten, { passive: true });
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const fold of folded) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of folded) fold.open = false;
  });

  // The place that the address names; one that is no text names none.
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  }

  // Browsers that do not open a fold by themselves for the place inside it that an address names.
  function unfold() {
    const place = location.hash && document.getElementById(named());
    const fold = place && place.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    place.scrollIntoView();
  }
  addEventListener("hashchange", unfold);
  unfold();

  const box = document.getElementById("cite")?.closest("section");
  const page = document.querySelector("link[rel=canonical]")?.href;

  // Where the clipboard is closed to a page, the words are selected, ready to be copied by hand.
  async function copy(button, words, text) {
    try {
      await navigator.clipboard.writeText(page && location.search ? text.replaceAll(page, page + location.search) : text);
      button.textContent = box.dataset.done;
      setTimeout(() => (button.textContent = box.dataset.word), 2000);
    } catch {
      getSelection().selectAllChildren(words);
    }
  }

  function offer(entry) {
    const text = entry.textContent.trim();
    const words = document.createElement("span");
    const button = document.createElement("button");
    words.append(...entry.childNodes);
    button.type = "button";
    button.className = "copy";
    button.textContent = box.dataset.word;
    button.addEventListener("click", () => copy(button, words, text));
    entry.append(words, " ", button);
  }

  for (const entry of box?.querySelectorAll(".citations > dd, .citations > li") ?? []) offer(entry);

  // What a file beside the page holds, below the link to it; where a script may not read it there is the link.
  async function show(link) {
    const file = await fetch(link.href).catch(() => null);
    if (!file?.ok) return;
    const words = document.createElement("pre");
    words.textContent = await file.text();
    link.parentElement.after(words);
    offer(words);
  }

  box?.querySelector(".references")?.addEventListener(
    "toggle",
    ({ target }) => {
      for (const link of target.querySelectorAll("a[download]")) show(link);
    },
    { once: true },
  );
})();
