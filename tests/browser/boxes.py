"""What a page looks like in numbers: whether it fits its window, and whether any words lie over others."""

from __future__ import annotations

from playwright.sync_api import Page

#: Each piece of text that can be seen, by its lines: those beyond the window's edges, and those over others. What a heading
#: cuts off, being long, is not there. A line is measured by its middle half, as tall boxes of neighbours share their edges.
_TROUBLES = """() => {
  const seen = [], wide = document.documentElement.clientWidth, found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    if (!node.data.trim() || parent.closest("select, noscript, script, template, [hidden], .skip, title")) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    if ([parent, parent.parentElement].some((one) => getComputedStyle(one).clipPath !== "none")) continue;
    const clipped = parent.closest("h2"), foot = clipped && getComputedStyle(clipped).overflow === "hidden"
      ? clipped.getBoundingClientRect().bottom : Infinity;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1.5 || bottom - top < 2 || (top + bottom) / 2 > foot) continue;
      const quarter = (bottom - top) / 4, scroll = parent.closest("pre, svg");
      const words = node.data.trim().slice(0, 40);
      if (!scroll && (left < -0.5 || right > wide + 0.5)) found.push(`beyond the edge: ${words}`);
      seen.push({ node, words, left: left + 1, right: right - 1, top: top + quarter, bottom: bottom - quarter });
    }
  }
  seen.sort((one, other) => one.top - other.top);
  const open = [];
  for (const one of seen) {
    for (let place = open.length - 1; place >= 0; place--) {
      const other = open[place];
      if (other.bottom <= one.top) open.splice(place, 1);
      else if (other.node !== one.node && other.left < one.right && one.left < other.right) {
        found.push(`one over the other: ${other.words} | ${one.words}`);
      }
    }
    open.push(one);
  }
  const over = document.documentElement.scrollWidth - window.innerWidth;
  if (over > 0) found.push(`scrolls sideways by ${over} px`);
  return [...new Set(found)].slice(0, 8);
}"""


def troubles(page: Page) -> list[str]:
    """Words beyond the window's edges, words over words, a page wider than its window; with everything unfolded."""
    found: list[str] = page.evaluate(_TROUBLES)
    return found
