"""Packages that may be missing, or be there and not fit: whether they can be used, and if not, why."""

from __future__ import annotations

from importlib import import_module

from .errors import MissingPackageError
from .translation import tr

# What is imported of each: one that was built for another numpy fails in its parts, not always at its top.
PARTS = {
    "scipy": (
        *("scipy.fft", "scipy.linalg.blas", "scipy.linalg.lapack", "scipy.ndimage", "scipy.optimize"),
        *("scipy.sparse", "scipy.sparse.csgraph", "scipy.spatial", "scipy.special"),
    ),
    "matplotlib": (
        "matplotlib.figure",
        "matplotlib.textpath",
        "matplotlib.ticker",
        "matplotlib.backends.backend_svg",
    ),
    "jinja2": ("jinja2.ext",),
}
_LONGEST_REASON = 200  # characters: numpy explains itself on a page


def why_not(name: str) -> str:
    """Why a package cannot be used, as the end of a sentence that begins with it; '' where it can."""
    try:
        for part in (name, *PARTS.get(name, ())):
            import_module(part)
    except Exception as error:  # a clash of binaries has many faces: ImportError, ValueError, AttributeError, ...
        if isinstance(error, ModuleNotFoundError) and error.name == name:
            return tr("is not installed")
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        return tr("is installed but cannot be loaded ({reason})").format(reason=reason[:_LONGEST_REASON])
    return ""


def require(name: str, what: str) -> None:
    """Raise :class:`MissingPackageError` unless a package can be used; ``what`` needs it, and can be left out."""
    problem = why_not(name)
    if problem:
        raise MissingPackageError(
            tr(
                "{what} needs the Python package '{name}', which {problem}: install it and restart QGIS, or run "
                "again without."
            ).format(what=what, name=name, problem=problem)
        )
