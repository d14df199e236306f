# Everything a person does here. `make` alone lists it. Each target makes the virtual environment that it needs in .venv.
.DEFAULT_GOAL := help
.PHONY: help demo test check format bench docs examples model lock changelog clean

PYTHON_DEV := .venv/bin/python
# Documents with what a careful reader finds in them: `make bench GOLD=folder` measures on others.
GOLD ?= examples/gold
# Corpora to train on, laid out as docs/training.md says: `make model CORPORA=folder`.
CORPORA ?= corpora

help: ## list these targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

demo: ## read the demonstration report: on the screen, and as a page in build/demo.html
	@tools/bootstrap run
	@mkdir -p build
	@.venv/bin/onrecord read examples/seminar.pdf --json --html build/demo.html > build/demo.json
	@.venv/bin/onrecord show build/demo.json
	@echo
	@echo "The same as a page to open in a browser: build/demo.html, and as data: build/demo.json"
	@echo "Now yours: .venv/bin/onrecord read REPORT.pdf"

test: ## run every test
	@tools/bootstrap train
	@tools/system
	$(PYTHON_DEV) -m pytest -n auto

check: ## formatting, style, types, layers
	@tools/bootstrap dev
	$(PYTHON_DEV) -m ruff check
	$(PYTHON_DEV) -m ruff format --check
	$(PYTHON_DEV) -m mypy
	.venv/bin/lint-imports

format: ## format the code and mend what ruff can mend
	@tools/bootstrap dev
	$(PYTHON_DEV) -m ruff check --fix
	$(PYTHON_DEV) -m ruff format

bench: ## measure accuracy and speed (see docs/benchmarks.md)
	@tools/bootstrap dev
	$(PYTHON_DEV) -m bench gold "$(GOLD)"
	$(PYTHON_DEV) -m bench evenhanded "$(GOLD)"
	$(PYTHON_DEV) -m bench anchoring "$(GOLD)"
	$(PYTHON_DEV) -m bench determinism --runs 3
	$(PYTHON_DEV) -m bench speed --texts 1 --texts 100

docs: ## build the documentation in site/
	@tools/bootstrap dev
	NO_MKDOCS_2_WARNING=1 $(PYTHON_DEV) -m mkdocs build --strict

examples: ## draw the demonstration documents, and run every example of the documentation anew
	@tools/bootstrap dev
	$(PYTHON_DEV) tools/make_examples.py
	$(PYTHON_DEV) tools/make_pictures.py
	$(PYTHON_DEV) -m tools.documented --write

model: ## train the attribution model (see docs/training.md)
	@tools/bootstrap train
	$(PYTHON_DEV) -m training --corpora "$(CORPORA)"

lock: ## write uv.lock and requirements/ anew from pyproject.toml
	@tools/bootstrap dev
	PATH="$(CURDIR)/.venv/bin:$$PATH" $(PYTHON_DEV) tools/lock.py

changelog: ## show the changes since the last release
	@tools/bootstrap dev
	$(PYTHON_DEV) -m towncrier build --draft

clean: ## remove what was built, and the virtual environment
	rm -rf .venv build dist site .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
