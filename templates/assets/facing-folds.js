// Closes what is folded while the page arrives, before it is shown; without scripts it stays open. The folds of the place
// that the address names are left open.
"use strict";

(() => {
  let named = "";
  try {
    named = decodeURIComponent(location.hash.slice(1));
  } catch {
    // An address that is no text names no place.
  }
  const watch = new MutationObserver(close);

  function close(changes) {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.localName === "details" && node.matches(".fold[open]") && !(named && node.closest(`[id="${CSS.escape(named)}"]`))) {
          node.open = false;
        }
      }
    }
  }

  watch.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    close(watch.takeRecords());
    watch.disconnect();
  });
})();
