// On a page of contents: leads on from a place that stood on the page before it was divided to where that stands now, with
// the question of the address. Without scripts the browser jumps to the link that leads there.
"use strict";

(() => {
  function lead() {
    const place = /^#[\w-]+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!place || !place.matches(".places > a")) return;
    const target = new URL(place.href);
    if (target.protocol.startsWith("http")) target.pathname = target.pathname.replace(/index\.html$/, "");
    target.search = location.search;
    location.replace(target);
  }
  addEventListener("hashchange", lead);
  lead();
})();
