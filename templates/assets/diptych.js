// The pages work without this. It keeps the address bar free of "index.html" where a server finds it by itself,
// and opens what is folded before printing.
if (location.protocol.startsWith("http")) {
  for (const link of document.querySelectorAll('a[href*="index.html"]')) {
    if (link.origin === location.origin) link.href = link.href.replace(/index\.html(?=$|[?#])/, "");
  }
}
addEventListener("beforeprint", () => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
});
