# Two commands are enough: "make demo" and "make test". Both install what is missing first.

PYTHON := .venv/bin/python
PYTEST := $(PYTHON) -m pytest
SHIPPED := __init__.py rtm_plugin processing_provider ui

# No window is ever opened, here or on a server.
export QT_QPA_PLATFORM := offscreen

.DEFAULT_GOAL := help
.PHONY: help env demo test test-science test-thorough test-faults test-provider test-headless test-matrix lint package bench pictures docs site translations clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' Makefile

env: ## install QGIS and the test tools where they are missing (Debian, Ubuntu)
	@tools/setup.sh

demo: env ## model the sample city; leaves map, tables and report in demo/
	$(PYTHON) tools/demo.py

test: test-science test-provider test-headless ## run every test

test-science: env ## the numbers, the rings and the package: seconds, without QGIS
	$(PYTEST) -p no:pytest_qgis tests/science $(wildcard tests/test_*.py)

test-thorough: env ## thousands of random small problems against the slow, obvious way: many minutes
	HYPOTHESIS_PROFILE=thorough $(PYTEST) -p no:pytest_qgis tests/science/test_properties.py

test-faults: env ## runs killed at 50 moments, and file systems of 21 sizes: many minutes
	FAULTS=thorough $(PYTEST) -p no:pytest_qgis tests/headless/test_faults.py

test-provider: env ## the algorithms and the window, in a QGIS without a screen
	$(PYTEST) tests/provider

test-headless: env ## the algorithms and models through the real qgis_process
	$(PYTEST) -p no:pytest_qgis tests/headless

test-matrix: env ## as root: every test on QGIS 3.22, 3.40 and 3.44, each in a Debian of its own: half an hour and more
	$(PYTHON) tools/matrix.py

lint: env ## style, types, QGIS habits, Qt 6, and Python 3.9, which QGIS 3.22 to 3.34 have on Windows
	$(PYTHON) -m ruff check .
	$(PYTHON) -m flake8 --select QGS1,QGS4 --extend-ignore QGS105,QGS402 $(SHIPPED)
	$(PYTHON) -m mypy
	.venv/bin/vermin --quiet --no-tips --target=3.9- --violations $(SHIPPED)

package: env ## build the plugin's zip from the last commit, and check it as the plugin site does
	$(PYTHON) tools/package.py dist

bench: env ## measure against R and QGIS by hand; keeps benchmarks/RESULTS.md (an hour)
	$(PYTHON) benchmarks/run.py

pictures: ## take the pictures of docs/ anew, in a real QGIS (needs what tools/pictures.sh says)
	tools/pictures.sh

docs: env ## write docs/algorithms.md anew from the algorithms themselves
	$(PYTHON) tools/algorithm_docs.py

site: env ## build the documentation into site/, to be read offline: open site/index.html
	$(PYTHON) -m sphinx -W --keep-going --quiet -c tools/site -d site/.doctrees . site

translations: env ## take new texts of the sources into i18n/*.ts, and compile those for QGIS
	$(PYTHON) tools/translations.py update

clean: ## remove everything that can be made again, .venv included
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis .qgis-settings demo dist site i18n/*.qm
	find . -name __pycache__ -prune -exec rm -rf {} +
