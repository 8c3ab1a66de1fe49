# Everything a fresh clone needs is set up by the targets themselves: Python 3.11 or later and make are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REQUIREMENTS := pyproject.toml requirements.txt requirements.lock $(wildcard infra/requirements-*.txt)
INSTALL := $(BIN)/pip install --quiet --quiet --disable-pip-version-check --constraint requirements.lock --editable

APERTIUM := apertium apertium-es-pt apertium-por-cat apertium-pt-gl apertium-fra-cat apertium-cat-ita

.PHONY: apertium chromium demo test nightly lint format template template-check package commands docs schema sizes structure lock clean

demo: $(VENV)/.run  ## The whole flow in a local cloud, on a sample article
	$(BIN)/claimwire demo

apertium:  ## Debian's programs and data that the `apertium` engine runs, where they are missing; wants root
	@dpkg -s $(APERTIUM) >/dev/null 2>&1 || { apt-get update -q && apt-get install -q -y --no-install-recommends $(APERTIUM); }

chromium:  ## Debian's browser, which the tests of pages drive, where none is; wants root
	@command -v chromium >/dev/null 2>&1 || { apt-get update -q && apt-get install -q -y --no-install-recommends chromium; }

test: $(VENV)/.dev $(if $(CI),apertium chromium)  ## All tests; in CI with the programs that one engine and the tests of pages run, so that nothing is skipped
	-@$(BIN)/python -m infra.emulator >/dev/null  # where it cannot be had, pytest says which tests it skips; in CI that fails
	$(BIN)/python -m pytest -n auto --dist loadfile

nightly: $(VENV)/.dev  ## Property tests at length: 50,000 examples each
	HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest -n auto --timeout 0 $(wildcard tests/test_*_properties.py)

lint: $(VENV)/.dev  ## Style and types, and the template's security
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/cfn-lint infra/template.json
	$(BIN)/python -m infra.checked

format: $(VENV)/.dev  ## Format, and mend what can be mended
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

template: $(VENV)/.dev  ## Compile serverless.yml to infra/template.json
	$(BIN)/python -m infra.compile

template-check: $(VENV)/.dev  ## Fail where infra/template.json is stale
	$(BIN)/python -m infra.compile --check

package: $(VENV)/.dev  ## Build the code for AWS: .build/aws-x86_64.zip (ARCHITECTURES="x86_64 arm64" for both)
	$(BIN)/python -m infra.build $(ARCHITECTURES)

schema: $(VENV)/.run  ## Write the JSON Schemas of digest.json and of a notice
	$(BIN)/claimwire schema > docs/digest.schema.json
	$(BIN)/claimwire schema notice > docs/notice.schema.json

commands: $(VENV)/.run  ## Write docs/commands.md from the program
	$(BIN)/python -m infra.handbook > docs/commands.md

docs: $(VENV)/.dev  ## The docs as a site: site/index.html; fails on any warning
	$(BIN)/mkdocs build --quiet --strict

sizes: $(VENV)/.dev  ## Sizes of the Lambda packages
	$(BIN)/python -m infra.sizes

structure: $(VENV)/.dev  ## Lines a file and a function
	$(BIN)/python -m bench.structure

lock: $(VENV)/.dev  ## Write requirements.lock anew from the requirements files
	$(BIN)/python -m infra.lock

clean:  ## Remove what the targets made
	rm -rf $(VENV) site .artefacts .build .local .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.run: $(REQUIREMENTS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "claimwire needs Python 3.11 or later: make PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing what claimwire needs into $(VENV): a minute or two"
	@$(INSTALL) '.[offline,formats,local]'
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "installing what its tests need too"
	@$(INSTALL) '.[offline,formats,local,detect,dev]'
	@touch $@
