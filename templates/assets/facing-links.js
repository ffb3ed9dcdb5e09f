// A button that copies the address of a passage, beside the link that leads to it.
"use strict";

for (const part of document.querySelectorAll("[data-copy-link]")) {
  const page = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  for (const passage of part.querySelectorAll(".passage[id]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.textContent = part.dataset.copyLink;
    button.setAttribute("aria-label", `${part.dataset.copyLink} #${passage.id}`);
    const copied = document.createElement("span");
    copied.role = "status";
    button.addEventListener("click", async () => {
      const link = `${page}#${passage.id}`;
      try {
        await navigator.clipboard.writeText(link);
        copied.textContent = ` ${part.dataset.copied}`;
      } catch {
        copied.textContent = ` ${link}`;
      }
    });
    passage.querySelector(".ways").append(button, copied);
  }
}
