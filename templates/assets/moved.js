// Leads on from a page that moved, with the place and the question of the address that led here.
{
  const moved = document.getElementById("moved");
  if (moved) {
    // The ids that were released are plain; what is encoded is somebody's own, such as a text fragment.
    const place = document.getElementById(location.hash.slice(1));
    const known = place && place.dataset.now;
    const target = new URL(known || moved.getAttribute("href"), location.href);
    target.search = location.search;
    if (!known) target.hash = location.hash;
    location.replace(target);
  }
}
