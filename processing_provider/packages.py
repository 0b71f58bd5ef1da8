"""Python packages that an algorithm needs beyond numpy, how to get them, and the versions of what there is."""

import platform
from importlib import import_module

from osgeo import gdal
from qgis.core import Qgis

from ..rtm_plugin.errors import MissingPackageError
from ..rtm_plugin.packages import why_not
from ..rtm_plugin.translation import tr
from .about import metadata, version


def _how_to_install(package):
    """Each platform's command, to be typed as it stands."""
    return tr(
        "OSGeo4W: osgeo4w-setup.exe -q -k -P python3-{package} | Debian, Ubuntu: sudo apt install "
        "python3-{package} | macOS: brew install --cask qgis (a QGIS that brings it) | conda: conda install -c "
        "conda-forge {package} | Flatpak: flatpak run --devel --command=pip3 org.qgis.qgis install {package} "
        "--user"
    ).format(package=package)


def require_packages(names):
    """Raise :class:`MissingPackageError`, with each platform's command, for the first that cannot be used."""
    for name in names:
        problem = why_not(name)
        if problem:
            raise MissingPackageError(
                tr(
                    "The Python package '{name}' {problem} for this QGIS: install it, and remove what pip has put "
                    "beside QGIS's own numpy and {name}, then restart QGIS. {commands}"
                ).format(name=name, problem=problem, commands=_how_to_install(name))
            )


def versions():
    """The plugin, QGIS and the packages that the numbers depend on."""
    found = [
        (metadata("name"), version()),
        ("QGIS", Qgis.QGIS_VERSION),
        ("Python", platform.python_version()),
    ]
    for package in ("numpy", "scipy"):
        if not why_not(package):
            found.append((package, import_module(package).__version__))
    found.append(("GDAL", gdal.__version__))
    return tuple(found)
