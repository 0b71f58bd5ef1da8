"""What all tests share. The repository root *is* the plugin: it is loaded under its fixed name."""

import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests"), str(ROOT / "tests" / "science")]

from checkout import load_package  # noqa: E402

SHARED = ROOT.parent / "shared"  # real data and reference results, which are too large to be kept here

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
load_package()


def pytest_addoption(parser, pluginmanager):
    """Know pytest-qgis's settings even where it is switched off, as in the science tests."""
    if not pluginmanager.hasplugin("pytest_qgis"):
        for name in ("qgis_gui_enabled", "qgis_disable_exit"):
            parser.addini(name, "setting of pytest-qgis, which is not loaded", type="bool")


def pytest_collection_modifyitems(items):
    """Mark each test by its folder; in the science a warning is an error, for it hides a wrong number."""
    tests = ROOT / "tests"
    for item in items:
        if tests not in item.path.parents:
            continue
        folder = item.path.relative_to(tests).parts[0]
        if folder in ("science", "provider", "headless"):
            item.add_marker(folder)
        if folder == "science":
            item.add_marker(pytest.mark.filterwarnings("error"), append=False)


def _shared_folder(name):
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the folder ../shared/{name} beside the repository is absent")
    return folder


@pytest.fixture(scope="session")
def shared_data():
    """Folder of real data (``../shared/data``); the test is skipped where it is absent."""
    return _shared_folder("data")


@pytest.fixture(scope="session")
def peers():
    """Folder of results of other software on the same input (``../shared/peers``); skips where absent."""
    return _shared_folder("peers")


@pytest.fixture(scope="session")
def standards():
    """Folder of facts about the forms that public bodies fill in (``../shared/accountability``); skips where absent."""
    return _shared_folder("accountability")


@pytest.fixture(scope="session")
def provider():
    """The provider ``rtm``, registered once in pytest-qgis's QGIS together with QGIS's own algorithms."""
    from processing.core.Processing import Processing
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QLocale

    QLocale.setDefault(QLocale.c())  # the tests read English, whatever the machine's language
    Processing.initialize()
    plugin = load_package().classFactory(None)
    plugin.initProcessing()
    yield QgsApplication.processingRegistry().providerById("rtm")
    plugin.unload()


@pytest.fixture(scope="session")
def built_zip(tmp_path_factory):
    """The plugin's zip as ``make package`` builds it from the last commit; skips where there is no git checkout."""
    import package

    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("the zip is made by git archive, and this is no git checkout")
    return package.build(tmp_path_factory.mktemp("dist"))


Run = namedtuple("Run", "returncode results stdout stderr")


@pytest.fixture(scope="session")
def qgis_process(tmp_path_factory):
    """The real ``qgis_process`` with this plugin, in a profile of its own.

    Call it with an algorithm's id (or a ``.model3`` file) and its parameters; a list becomes one option for
    each item, as QGIS wants it. It returns ``Run(returncode, results, stdout, stderr)``, where ``results`` is
    the dict of outputs, empty where the algorithm failed::

        run = qgis_process("rtm:samplecity", OUTPUT=tmp_path / "city.gpkg")
        assert run.returncode == 0, run.stderr

    ``qgis_process.command("list")`` runs any other sub-command and returns the same, without results.
    """
    return _qgis_process(tmp_path_factory.mktemp("qgis_profile"))


@pytest.fixture(scope="session")
def german_qgis_process(tmp_path_factory):
    """The same with the settings of somebody who works in German, in Austria."""
    import translations

    translations.build()
    home = tmp_path_factory.mktemp("german_profile")
    settings = home / "config" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nrisk_terrain_modelling=true\n[locale]\noverrideFlag=true\nuserLocale=de_AT\n")
    return _qgis_process(home)


def _qgis_process(home):
    script = str(ROOT / "tools" / "qgis_process.sh")

    def command(*arguments):
        done = subprocess.run(
            [script, *map(str, arguments)],
            env={**os.environ, "RTM_PROFILE": str(home), "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=600,
        )
        return Run(done.returncode, {}, done.stdout, done.stderr)

    def run(algorithm, /, **parameters):
        options = []
        for key, value in parameters.items():
            for item in value if isinstance(value, (list, tuple)) else [value]:
                options.append(f"--{key}={item}")
        done = command("run", algorithm, "--json", *options)
        results = json.loads(done.stdout)["results"] if done.returncode == 0 else {}
        return done._replace(results=results)

    run.command = command
    return run
