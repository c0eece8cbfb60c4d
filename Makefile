# make demo: a first look.  make test: everything that CI runs.
VENV := .venv
PY := $(VENV)/bin/python
STAMP := $(VENV)/.installed
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test check parses lock sbom audit clean

$(STAMP): pyproject.toml requirements/dev.txt
	python3 -m venv $(VENV)
	$(PY) -m pip install --quiet --require-hashes -r requirements/dev.txt
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(STAMP)  ## read the sample reports and show what they put on record
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" sh samples/demo.sh

check: $(STAMP)  ## style, types, layers, lexicons
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/onrecord lexicon check

test: check  ## everything that CI runs
	$(PY) -m pytest -n auto --maxprocesses 4 --dist loadfile

parses: $(STAMP)  ## keep the parses of the lexicon examples again
	$(PY) tools/freeze_parses.py

lock:  ## resolve the dependencies again
	$(VENV)/bin/pip-compile --quiet --generate-hashes --strip-extras --unsafe-package onrecord --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --extra pages --extra record --extra web --extra feeds --extra mcp --extra corpora --extra ray --extra postgres --extra series --extra tables --extra dev --output-file requirements/dev.txt pyproject.toml

sbom: $(STAMP)  ## list what is installed, as CycloneDX
	$(PY) tools/sbom.py > sbom.json

audit:  ## ask whether a known fault is among what is pinned
	python3 tools/audit.py

clean:
	rm -rf $(VENV)
