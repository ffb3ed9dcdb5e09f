#!/bin/sh
# Makes sure that the browser tests have a Chromium: one that is there, else Debian's or Ubuntu's package, else Playwright's own.
set -u
bin=$(dirname "$0")/../../.venv/bin

have() {
  [ -n "${CHROMIUM:-}" ] && return 0
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null 2>&1 && "$name" --version >/dev/null 2>&1 && return 0
  done
  "$bin/python" -c 'import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p: sys.exit(not os.path.exists(p.chromium.executable_path))' 2>/dev/null
}

have && exit 0
echo "No Chromium found: installing one for the browser tests."
if command -v apt-get >/dev/null 2>&1; then
  as_root=
  [ "$(id -u)" = 0 ] || as_root="sudo -n"
  export DEBIAN_FRONTEND=noninteractive
  $as_root apt-get update -qq
  $as_root apt-get install -y -qq --no-install-recommends chromium fonts-liberation >/dev/null
fi
have && exit 0
"$bin/python" -m playwright install chromium
have && exit 0
echo "No Chromium could be installed here. Install one, or name one with CHROMIUM=/path/to/chromium, and run again."
exit 1
