"""Every shipped module with PyQt6, which QGIS 4 has: it can be imported, and the names that it uses are there.

QGIS 4 itself is not needed: in its place is a stand-in in which every name is an empty class. With the real one,
tools/qgis4.sh runs the suite.
"""

import ast
import json
import os
import subprocess
import sys

import pytest
from checkout import ROOT, SHIPPED

IMPORT_ALL = """
import importlib, importlib.machinery, json, sys

class Meta(type):
    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Empty

class Empty(metaclass=Meta):
    def __init__(self, *arguments, **more):
        pass

    def __getattr__(self, name):
        return Empty

    def __iter__(self):
        return iter(())

class Qgis(Empty):
    QGIS_VERSION_INT = 40000

class StandIn:
    '''Finds qgis, but for its PyQt, and processing.'''

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("qgis", "processing"):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        if not spec.name.startswith("qgis.PyQt."):
            return None
        module = importlib.import_module(spec.name.replace("qgis.PyQt", "PyQt6"))
        if spec.name.endswith(".QtWidgets"):  # as QGIS does
            module.QAction = importlib.import_module("PyQt6.QtGui").QAction
        return module

    def exec_module(self, module):
        if not module.__name__.startswith("PyQt6"):
            module.__getattr__ = lambda name: Qgis if name == "Qgis" else Meta(name, (Empty,), {})

sys.meta_path.insert(0, StandIn())
sys.path.insert(0, sys.argv[1])
from checkout import load_package
load_package()
failed = {}
for name in sys.argv[2:]:
    try:
        importlib.import_module(name)
    except Exception as error:
        failed[name] = f"{type(error).__name__}: {error}"
print(json.dumps({"failed": failed, "pyqt5": "PyQt5" in sys.modules}))
"""


def modules():
    for path in SHIPPED:
        parts = path.relative_to(ROOT).with_suffix("").parts
        yield ".".join(("risk_terrain_modelling", *(part for part in parts if part != "__init__")))


def in_another_python(code, *arguments, text=""):
    """What the code prints, as JSON, where PyQt6 comes first; this Python may have PyQt5."""
    path = os.pathsep.join([str(ROOT / ".venv" / "qt6"), os.environ.get("PYTHONPATH", "")])
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        input=text,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


TRY = """
try:
    import PyQt6.QtCore, PyQt6.QtGui, PyQt6.QtWidgets, PyQt6.QtXml
except ImportError:
    print("false")
else:
    print("true")
"""


@pytest.fixture(scope="module")
def pyqt6():
    if not in_another_python(TRY):
        pytest.skip("PyQt6 is absent: tools/setup.sh found no build for this machine, or this is not .venv's Python")


def test_every_module_is_imported_with_pyqt6(pyqt6):
    found = in_another_python(IMPORT_ALL, str(ROOT / "tools"), *modules())
    assert found == {"failed": {}, "pyqt5": False}


LOOK_UP = """
import importlib, json, sys
missing = []
for module, chain in json.load(sys.stdin):
    here = importlib.import_module("PyQt6." + module)
    first, *others = chain.split(".")
    if first == "QAction":  # QGIS keeps it where Qt 5 had it
        here = importlib.import_module("PyQt6.QtGui")
    try:
        for name in (first, *others):
            here = getattr(here, name)
    except AttributeError:
        missing.append(f"{module}: {chain}")
print(json.dumps(missing))
"""


def qt_names(path):
    """(module of Qt, dotted name) of each class of Qt and of what is taken from it, such as Qt.ItemFlag.NoItemFlags."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    origin = {
        alias.asname or alias.name: (node.module.removeprefix("qgis.PyQt."), alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.")
        for alias in node.names
    }
    yield from origin.values()
    for node in ast.walk(tree):
        chain, inner = [], node
        while isinstance(inner, ast.Attribute):
            chain.append(inner.attr)
            inner = inner.value
        if chain and isinstance(inner, ast.Name) and inner.id in origin:
            module, name = origin[inner.id]
            yield module, ".".join((name, *reversed(chain)))


def test_every_name_of_qt_is_one_of_qt_6(pyqt6):
    names = sorted({name for path in SHIPPED for name in qt_names(path)})
    names = [one for one in names if not one[1].startswith("QVariant.")]  # types that only QGIS before 3.38 is given
    assert ("QtCore", "Qt.DockWidgetArea.RightDockWidgetArea") in names and len(names) > 100
    assert in_another_python(LOOK_UP, text=json.dumps(names)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_of_processing_that_goes_away_during_qgis_4(path):
    """Processing's Python classes of widgets: QEP 427 leaves QgsAbstractProcessingParameterWidgetWrapper alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.module != "processing.gui.wrappers"
        if isinstance(node, ast.Import):
            assert all(name.name != "processing.gui.wrappers" for name in node.names)
        if isinstance(node, ast.ClassDef):
            bases = {ast.unparse(base) for base in node.bases}
            assert not {base for base in bases if base.endswith("WidgetWrapper") and not base.startswith("QgsAbstract")}
