"""The three rings: science knows no QGIS, the provider adapts it, the window computes nothing.

Read from the source, so that a broken ring fails here and not on a machine that lacks a package.
"""

import ast
import sys

import pytest
from checkout import RINGS, ROOT, SHIPPED

ANYWHERE = {
    "rtm_plugin": {"numpy", "scipy"},
    "processing_provider": {"numpy", "qgis", "osgeo", "processing"},
    "ui": {"qgis", "processing"},
    "": set(),
}
INSIDE_FUNCTIONS = {"rtm_plugin": {"statsmodels", "matplotlib", "jinja2", "distributed"}}
OTHER_RINGS = {
    "rtm_plugin": set(),
    "processing_provider": {"rtm_plugin"},
    "ui": {"processing_provider", "rtm_plugin"},
    "": {"ui"},
}

# The rooms of each ring in the order of the data: a room imports only itself and those before it.
ROOMS = {
    "rtm_plugin": (
        *("translation", "errors", "progress", "engine", "packages", "blas", "rounding", "lengths", "names"),
        *("files", "space", "variables", "selection", "model", "pipeline", "use", "trust", "report", "sample_city"),
    ),
    "processing_provider": (
        *(
            "about",
            "language",
            "packages",
            "units",
            "fields",
            "entries",
            "destinations",
            "clashes",
            "staging",
            "declarations",
            "base",
        ),
        *("base", "model_request", "reading", "parameters", "model_run", "writing"),
        *("batch", "algorithms", "example_models", "provider"),
    ),
}

NEVER_IMPORTED = {
    *("pickle", "cPickle", "dill", "marshal", "shelve", "subprocess", "multiprocessing", "concurrent"),
    *("PyQt5", "PyQt6", "PySide2", "PySide6", "sip"),
    *("urllib", "requests", "http", "socket", "ftplib", "smtplib"),  # everything stays on the user's machine
}
STARTS_PROCESSES = "processing_provider/batch/processes.py"  # and nothing else does
NEVER_CALLED = {"print", "eval", "exec", "compile", "__import__", "breakpoint"}


def ring_of(path):
    parts = path.relative_to(ROOT).parts
    return parts[0] if len(parts) > 1 else ""


def imports(path):
    """(module, level of a relative import, is at the top of the module) of every import in a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield name.name, 0, id(node) not in inside
        elif isinstance(node, ast.ImportFrom):
            names = [node.module] if node.module else [alias.name for alias in node.names]
            for name in names:
                yield name, node.level, id(node) not in inside


def foreign_ring(path, module, level):
    """The top folder that a relative import leads to, or None where it stays in the file's own."""
    folder = path.relative_to(ROOT).parent.parts
    base = folder[: len(folder) - (level - 1)]
    target = (*base, *module.split("."))[0]
    return None if target == ring_of(path) else target


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_stay_in_their_ring(path):
    ring = ring_of(path)
    for module, level, at_top in imports(path):
        top = module.split(".")[0]
        if level:
            target = foreign_ring(path, module, level)
            assert target is None or target in OTHER_RINGS[ring], f"{ring} imports {target}"
            continue
        assert top not in NEVER_IMPORTED, f"{module} is not for shipped code"
        assert top not in (*RINGS, "risk_terrain_modelling"), f"{module}: the plugin is no top-level package in QGIS"
        if top in sys.stdlib_module_names or top in ANYWHERE[ring]:
            continue
        assert top in INSIDE_FUNCTIONS.get(ring, ()), f"{ring} imports {module}"
        assert not at_top, f"{module} may be missing: import it in the function that needs it"


def later_rooms(path):
    """The imports of a file that lead to a room which comes after its own."""
    ring, *below = path.relative_to(ROOT).parts
    rooms = ROOMS[ring]
    for module, level, _ in imports(path):
        folder = below[: len(below) - level]  # level 1 is the file's own folder
        if level and level <= len(below):  # else it leads out of the ring
            room = [*folder, *module.split(".")][0]
            if rooms.index(room) > rooms.index(below[0].removesuffix(".py")):
                yield room


IN_ROOMS = [path for path in SHIPPED if ring_of(path) in ROOMS and path != ROOT / ring_of(path) / "__init__.py"]


@pytest.mark.parametrize("path", IN_ROOMS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_room_imports_only_what_comes_before_it(path):
    assert not list(later_rooms(path))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_code_that_the_plugin_site_refuses(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"line {getattr(node, 'lineno', '?')}"
        assert not isinstance(node, ast.Assert), f"{where}: assert; raise an error that says what to do"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in NEVER_CALLED, f"{where}: {node.func.id}()"
        if path != ROOT / STARTS_PROCESSES:
            assert getattr(node, "id", getattr(node, "name", "")) != "QProcess", (
                f"{where}: {STARTS_PROCESSES} does that"
            )
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{where}: except without a type"
            only = node.body[0] if len(node.body) == 1 else None
            assert not isinstance(only, (ast.Pass, ast.Continue)), f"{where}: an error is swallowed"


def test_every_part_of_a_package_that_is_used_is_tried_before_it_is_needed():
    from risk_terrain_modelling.rtm_plugin.packages import PARTS

    tried = {part for name, parts in PARTS.items() for part in (name, *parts)}
    used = {
        module
        for path in SHIPPED
        if ring_of(path) == "rtm_plugin"
        for module, level, _ in imports(path)
        if not level and module.split(".")[0] in PARTS and module != "scipy"
    }
    assert used <= tried


def test_every_package_that_is_named_as_a_need_is_used():
    about = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    for ring, named in INSIDE_FUNCTIONS.items():
        used = {
            module.split(".")[0]
            for path in SHIPPED
            if ring_of(path) == ring
            for module, level, _ in imports(path)
            if not level
        }
        assert named <= used
        assert {name for name in named if name in about} == named - {"distributed"}  # which only a scheduler asks for
