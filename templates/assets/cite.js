// Puts a button beside everything that is there to be copied, and lets a citation name the view that the reader sees.
const box = document.getElementById("cite")?.closest("section");
const page = document.querySelector("link[rel=canonical]")?.href;

for (const entry of box?.querySelectorAll("[data-copy]") ?? []) {
  const text = entry.textContent.trim();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = box.dataset.word;
  button.addEventListener("click", async () => {
    const view = page && location.search ? text.replaceAll(page, page + location.search) : text;
    await navigator.clipboard.writeText(view);
    button.textContent = box.dataset.done;
    setTimeout(() => (button.textContent = box.dataset.word), 2000);
  });
  entry.append(" ", button);
}
