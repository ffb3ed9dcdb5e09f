// Where a large dossier leads to passages, they are fetched from the page of their record when they are asked for, and shown
// in a fold, as smaller dossiers have them. A page that is read from disk may fetch nothing: there the link stays.
"use strict";

(() => {
  if (!location.protocol.startsWith("http")) return;

  // The passages on the page of a record, with links that lead where they did there.
  async function passages(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = [...page.querySelectorAll(".passage[id]")];
    for (const one of found) {
      one.removeAttribute("id");
      for (const way of one.querySelectorAll("[href]")) way.href = new URL(way.getAttribute("href"), answer.url).href;
    }
    return found;
  }

  for (const link of document.querySelectorAll('.byline > a[href$="#passages"]')) {
    const fold = document.createElement("details");
    const summary = document.createElement("summary");
    fold.className = "fold";
    summary.textContent = link.textContent;
    summary.addEventListener("click", () => {
      passages(link.href).then((found) => fold.append(...found)).catch(() => (location.href = link.href));
    }, { once: true });
    fold.append(summary);
    link.parentElement.replaceWith(fold);
  }
})();
