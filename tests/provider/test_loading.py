"""The provider loads with numpy alone, with all its algorithms, and every parameter has its help."""

import subprocess
import sys

from qgis.core import QgsApplication

# Loads the provider in a Python that has none of the optional packages.
WITHOUT_PACKAGES = """
import os, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("scipy", "statsmodels", "matplotlib", "jinja2", "pandas"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Missing())
sys.path.insert(0, sys.argv[1])
import conftest
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
plugin = conftest.load_package().classFactory(None)
plugin.initProcessing()
print(len(plugin.provider.algorithms()), flush=True)
os._exit(0)  # QGIS 3.22 may crash when it is taken down
"""


def test_the_provider_loads_without_any_package_but_numpy(provider, request):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_PACKAGES, str(request.config.rootpath / "tests")],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == len(provider.algorithms())


def test_every_parameter_has_help_and_every_algorithm_says_what_it_is(provider):
    for algorithm in QgsApplication.processingRegistry().providerById("rtm").algorithms():
        assert algorithm.shortDescription().endswith("."), algorithm.id()
        assert algorithm.tags(), algorithm.id()
        assert algorithm.helpUrl().startswith("https://"), algorithm.id()
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.id()} {parameter.name()}"
            assert parameter.help() in algorithm.shortHelpString() or "&" in algorithm.shortHelpString()
            assert parameter.name() == parameter.name().upper() or ":" in parameter.name()  # a model's result
