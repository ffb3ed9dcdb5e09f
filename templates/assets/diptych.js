// The pages work without this. It keeps the address bar free of "index.html" where a server finds that file by itself,
// link by link as each is about to be used, and opens what is folded before printing.
function shorten(event) {
  const link = event.target instanceof Element && event.target.closest('a[href*="index.html"]');
  if (link && link.origin === location.origin) link.href = link.href.replace(/index\.html(?=$|[?#])/, "");
}

if (location.protocol.startsWith("http")) {
  for (const moment of ["pointerover", "pointerdown", "focusin"]) addEventListener(moment, shorten, { passive: true });
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
