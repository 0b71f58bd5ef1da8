"""Python packages that an algorithm needs beyond numpy, and how to get them where they are missing."""

from importlib.util import find_spec

from ..rtm_plugin.errors import MissingPackageError

_HOW_TO_INSTALL = (
    "OSGeo4W: osgeo4w-setup.exe -q -k -P python3-{package} | Debian, Ubuntu: sudo apt install "
    "python3-{package} | macOS: brew install --cask qgis (a QGIS that brings it) | conda: conda install -c "
    "conda-forge {package} | Flatpak: flatpak run --devel --command=pip3 org.qgis.qgis install {package} "
    "--user"
)


def require_packages(names):
    """Raise :class:`MissingPackageError`, with each platform's command, for the first missing one."""
    for name in names:
        if find_spec(name) is None:
            commands = _HOW_TO_INSTALL.format(package=name)
            raise MissingPackageError(
                f"The Python package '{name}' is not installed for this QGIS: install it, then restart "
                f"QGIS. {commands}"
            )
