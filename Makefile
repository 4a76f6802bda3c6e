# make demo   sets everything up and prints the brief of the bundled examples
# make test   sets everything up and passes the tests
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared

.PHONY: help demo test lint gate bench docs lock clean
help:
	@sed -n 's/^# //p' Makefile
	@echo "make lint gate bench docs lock clean"

.venv/run: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("accord needs Python 3.11 or later, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "python3 -m venv failed; on Debian: apt install python3-venv"; exit 1; }
	@echo "installing into .venv (about a minute the first time)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: requirements-dev.lock .venv/run
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo: .venv/run
	@$(BIN)/accord demo --html demo.html

test: .venv/dev
	$(BIN)/python -m pytest -q -n auto

lint: .venv/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Figures on the development data against pinned floors; says so and passes where the data is absent.
gate: .venv/dev
	$(BIN)/python bench/quality.py $(SHARED) --floors bench/floors.json
	$(BIN)/python bench/reading.py $(SHARED) --floors bench/reading_floors.json

bench: .venv/dev
	$(BIN)/python bench/startup.py examples/brics-2023/*
	$(BIN)/python bench/speed.py $(SHARED)/data/polnear/dev.jsonl

docs: .venv/dev
	$(BIN)/python scripts/build_docs.py

lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group build -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group build --group dev -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv build dist demo.html .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
