"""The repository root *is* the plugin: here it is loaded as the package it will be inside QGIS."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "risk_terrain_modelling"
RINGS = ("rtm_plugin", "processing_provider", "ui")


def modules_in(root):
    """Paths of all modules that are shipped, where the package's root is this folder."""
    return sorted([root / "__init__.py", *(path for ring in RINGS for path in (root / ring).rglob("*.py"))])


SHIPPED = modules_in(ROOT)


def load_package():
    """Import the checkout as ``risk_terrain_modelling``, whatever its folder is called, and return it."""
    if PACKAGE not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
        )
        package = importlib.util.module_from_spec(spec)
        sys.modules[PACKAGE] = package  # before it runs: its relative imports look it up
        spec.loader.exec_module(package)
    return sys.modules[PACKAGE]
