"""What a page looks like in numbers: whether it fits its window, and whether any words lie over others."""

from __future__ import annotations

from playwright.sync_api import Page

#: What each frame moved, with what the last of them did, which a page is not told before the next.
SHIFTS = """
window.shifts = 0;
const add = (entries) => { for (const entry of entries) shifts += entry.value; };
const watch = new PerformanceObserver((list) => add(list.getEntries()));
watch.observe({ type: "layout-shift", buffered: true });
const frame = () => new Promise(requestAnimationFrame);
window.moved = async () => { await frame(); await frame(); add(watch.takeRecords()); return shifts; };
"""

#: Each piece of text that can be seen, by its lines: those beyond the window's edges, and those over others. What a
#: heading cuts off, being long, is not there. A line is measured by its middle half, as the tall boxes of neighbouring
#: lines share their edges.
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
  if (over > 0) found.unshift(`scrolls sideways by ${over} px`);
  return [...new Set(found)].slice(0, 20);
}"""


def troubles(page: Page) -> list[str]:
    """Words beyond the window's edges, words over words, a page wider than its window; with everything unfolded."""
    found: list[str] = page.evaluate(_TROUBLES)
    return found


#: The parts of a page that make its look: what they are, and where they stand in whole pixels.
_PARTS = """() => {
  const shown = [];
  const parts = "header.masthead, main, footer, h1, h2, form, .leaf, .columns, .passage, .cite, table, .drawn, .onward";
  for (const part of document.querySelectorAll(parts)) {
    const { left, top, width, height } = part.getBoundingClientRect();
    if (!width || !part.checkVisibility()) continue;
    const name = [part.localName, ...part.classList].join(".").slice(0, 40);
    shown.push([name, ...[left, top + scrollY, width, height].map(Math.round)]);
  }
  return shown.slice(0, 40);
}"""

#: A part of a page: what it is, left, top, width, height.
Part = tuple[str, int, int, int, int]


def layout(page: Page) -> list[Part]:
    """The parts of a page from its top on, each with its box."""
    return [(name, *box) for name, *box in page.evaluate(_PARTS)]


def moved(then: list[Part], now: list[Part]) -> list[str]:
    """What stands elsewhere than it did, by more than the letters of another machine explain."""
    if [one[0] for one in then] != [one[0] for one in now]:
        return [f"other parts: {[one[0] for one in now]}, not {[one[0] for one in then]}"]
    found = []
    for (name, *old), (_, *new) in zip(then, now, strict=True):
        room = [4, 12 + old[1] // 25, 4, 12 + old[3] // 25]
        if any(abs(one - other) > most for one, other, most in zip(old, new, room, strict=True)):
            found.append(f"{name}: {new}, not {old}")
    return found
