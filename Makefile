# Two commands: `make site` and `make test`. Both use one environment, .venv, and install what they need.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := site
.PHONY: site docs serve test looks lint clean

site: .venv/site.stamp
	$(BIN)/diptych extract
	$(BIN)/diptych check
	$(BIN)/diptych build
	@echo
	@echo "The site is in $(CURDIR)/site: open site/index.html in a browser,"
	@echo "or run 'make serve' and open the address that it prints."

docs: .venv/site.stamp
	cd docs && ../$(BIN)/diptych build
	@echo "The manual is in $(CURDIR)/docs/site: open docs/site/index.html in a browser."

serve: .venv/site.stamp
	$(BIN)/diptych serve

test: .venv/test.stamp lint
	sh tests/browser/chromium.sh
	$(BIN)/python -m pytest

# Renews the stored looks of the main pages: look at the pictures before they are committed.
looks: .venv/test.stamp
	RENEW_LOOKS=1 $(BIN)/python -m pytest tests/browser/test_browser_looks.py -k look_as_they_did

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Diptych needs Python 3.11 or later; name one with: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "This Python can't make environments; on Debian and Ubuntu install python3-venv."; rm -rf .venv; exit 1; }

.venv/site.stamp: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[add]'
	@touch $@

.venv/test.stamp: pyproject.toml | .venv/bin/python
	$(PIP) --editable '.[test]'
	@touch $@ .venv/site.stamp

clean:
	rm -rf .venv site docs/site
