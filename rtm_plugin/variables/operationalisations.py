"""How a factor may act on a cell: by being near, or by being concentrated.

Each way knows what it measures, from where on that counts, which shapes it can measure, how it is said and drawn. A
new one (distance along streets, say) is one more class here and one more row in :data:`KINDS`.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import FactorError
from ..progress import Progress
from ..space.grid import StudyGrid
from ..space.influence import distance_to, kernel_densities
from ..space.shapes import Shapes
from ..translation import tr

# Cells worked on at once, near the processor: as many as numpy adds up at once, so that a standard deviation is
# that of numpy to the last bit.
_DEVIATIONS = 1 << 13

HIGH_DENSITY_SDS = 2.0  # above the mean: the rule of density variables, not that of the highest-risk places


class Operationalisation(ABC):
    """A way to act: what is measured at the cells' centroids, and where that makes a variable 1.

    Attributes
    ----------
    name : str
        As in files and parameters.
    shapes : tuple of str
        Kinds of features that can be measured.
    is_length : bool
        Whether a length is measured; otherwise features per square map unit.
    marker, dashes : str, tuple
        How its points and lines are drawn, as matplotlib says it.
    """

    name: str
    shapes: tuple[str, ...]
    is_length: bool
    marker: str
    dashes: tuple[int, ...]

    @abstractmethod
    def measure(
        self,
        grid: StudyGrid,
        features: Shapes,
        distances: Sequence[float],
        progress: Progress,
        everywhere: bool = False,
    ) -> Iterable[np.ndarray]:
        """What is measured, (n_cells,) float64 for each of the ``distances``; ``everywhere``, also out of reach.

        It may be measured only as it is taken, so that one after the other has room.
        """

    @abstractmethod
    def threshold(self, measured: np.ndarray) -> float:
        """From which value on the variable is 1; NaN where that is the distance itself."""

    @abstractmethod
    def acts(self, measured: np.ndarray, distance: float, threshold: float | None) -> np.ndarray:
        """Where the variable is 1: (n_cells,) bool."""

    @abstractmethod
    def strongest(self, measured: np.ndarray) -> float:
        """The value of several that acts most."""

    @abstractmethod
    def title(self) -> str:
        """Its name for people."""

    @abstractmethod
    def measured_words(self, factor: str, reach: str) -> str:
        """What a raster of it shows."""

    @abstractmethod
    def reach_words(self, reach: str) -> str:
        """Where a variable is 1, in three words."""

    @abstractmethod
    def count_words(self, n: int, total: int) -> str:
        """In how many of several areas a factor acts by it."""

    @abstractmethod
    def influence_words(self, reach: str) -> str:
        """The same where the factor's name comes before it."""

    @abstractmethod
    def cell_words(self, factor: str, reach: str) -> str:
        """A cell where it acts, as the subject of a sentence."""

    @abstractmethod
    def acting_words(self, factor: str, reach: str, nearest: str) -> str:
        """That it acts here, as the subject of a sentence."""


@dataclass(frozen=True)
class Proximity(Operationalisation):
    """A factor acts where the cell's centroid is within a distance of the nearest feature."""

    name: str = "proximity"
    shapes: tuple[str, ...] = ("point", "line", "polygon")
    is_length: bool = True
    marker: str = "o"
    dashes: tuple[int, ...] = ()

    def measure(
        self,
        grid: StudyGrid,
        features: Shapes,
        distances: Sequence[float],
        progress: Progress,
        everywhere: bool = False,
    ) -> Iterable[np.ndarray]:
        """(n_cells,) distance to the nearest feature, once for each of the ``distances``.

        Beyond the largest of them it is infinite, unless it is wanted ``everywhere``.
        """
        distance = distance_to(grid, features, math.inf if everywhere else max(distances), progress)
        return [distance] * len(distances)

    def threshold(self, measured: np.ndarray) -> float:
        return math.nan

    def acts(self, measured: np.ndarray, distance: float, threshold: float | None) -> np.ndarray:
        return measured <= distance

    def strongest(self, measured: np.ndarray) -> float:
        return min(measured.tolist())

    def title(self) -> str:
        return tr("proximity")

    def measured_words(self, factor: str, reach: str) -> str:
        return tr("Distance to {factor}, up to {reach}").format(factor=factor, reach=reach)

    def reach_words(self, reach: str) -> str:
        return tr("within {reach}").format(reach=reach)

    def count_words(self, n: int, total: int) -> str:
        return tr("near in {n} of {all}").format(n=n, all=total)

    def influence_words(self, reach: str) -> str:
        return tr("within {reach}").format(reach=reach)

    def cell_words(self, factor: str, reach: str) -> str:
        return tr("A cell within {reach} of ‘{factor}’").format(reach=reach, factor=factor)

    def acting_words(self, factor: str, reach: str, nearest: str) -> str:
        return tr("Being within {reach} of {factor}{nearest}").format(reach=reach, factor=factor, nearest=nearest)


@dataclass(frozen=True)
class Density(Operationalisation):
    """A factor acts where the kernel density of its points, at the cell's centroid, is high."""

    name: str = "density"
    shapes: tuple[str, ...] = ("point",)
    is_length: bool = False
    marker: str = "s"
    dashes: tuple[int, ...] = (3, 2)

    def measure(
        self,
        grid: StudyGrid,
        features: Shapes,
        distances: Sequence[float],
        progress: Progress,
        everywhere: bool = False,
    ) -> Iterable[np.ndarray]:
        """(n_cells,) kernel density in features per square map unit, for each of the ``distances`` as bandwidth."""
        return kernel_densities(grid, features.vertices, list(distances), progress)

    def threshold(self, measured: np.ndarray) -> float:
        """Mean + 2 SD (n - 1) over the model cells; infinite for a constant surface."""
        if (measured == measured[0]).all():
            return math.inf
        mean = measured.mean()
        return float(mean + HIGH_DENSITY_SDS * np.sqrt(_squared_deviations(measured, mean) / (len(measured) - 1)))

    def acts(self, measured: np.ndarray, distance: float, threshold: float | None) -> np.ndarray:
        return measured >= threshold

    def strongest(self, measured: np.ndarray) -> float:
        return max(measured.tolist())

    def title(self) -> str:
        return tr("density")

    def measured_words(self, factor: str, reach: str) -> str:
        return tr("Density of {factor}, bandwidth {reach}").format(factor=factor, reach=reach)

    def reach_words(self, reach: str) -> str:
        return tr("dense within {reach}").format(reach=reach)

    def count_words(self, n: int, total: int) -> str:
        return tr("dense in {n} of {all}").format(n=n, all=total)

    def influence_words(self, reach: str) -> str:
        return tr("density within {reach}").format(reach=reach)

    def cell_words(self, factor: str, reach: str) -> str:
        return tr("A cell where ‘{factor}’ are concentrated (density within {reach})").format(
            factor=factor, reach=reach
        )

    def acting_words(self, factor: str, reach: str, nearest: str) -> str:
        return tr("A high density of {factor} (within {reach})").format(factor=factor, reach=reach)


def _squared_deviations(values: np.ndarray, mean: float) -> float:
    """Sum of the squares of what values differ from a mean by, without another array as large as theirs."""
    total = 0.0
    for start in range(0, len(values), _DEVIATIONS):
        deviations = values[start : start + _DEVIATIONS] - mean
        deviations *= deviations
        total += deviations.sum()
    return total


KINDS: dict[str, Operationalisation] = {kind.name: kind for kind in (Proximity(), Density())}
BOTH = "both"  # or rather all that the features allow


def operationalisation_words(operationalisation: str) -> str:
    return tr("both") if operationalisation == BOTH else KINDS[operationalisation].title()


def kinds_for(operationalisation: str, shape: str) -> tuple[str, ...]:
    """Which of :data:`KINDS` an operationalisation stands for, of features of a shape; () for one they do not have."""
    asked = tuple(KINDS) if operationalisation == BOTH else (operationalisation,)
    return tuple(name for name in asked if shape in KINDS[name].shapes)


def shape_words(shape: str) -> str:
    """``points``: what the features of a shape are called."""
    return {"point": tr("points"), "line": tr("lines"), "polygon": tr("polygons")}[shape]


def only_words(operationalisation: str) -> str:
    """``density is defined for points only``."""
    kind = KINDS[operationalisation]
    shapes = ", ".join(map(shape_words, kind.shapes))
    return tr("{kind} is defined for {shapes} only").format(kind=kind.title(), shapes=shapes)


def check_shape(factor: str, operationalisation: str, shape: str) -> None:
    """Raise :class:`FactorError` where an operationalisation is not defined for a factor's features."""
    if operationalisation not in KINDS or shape in KINDS[operationalisation].shapes:
        return
    raise FactorError(
        tr("Risk factor '{factor}' has {shapes}: {only}; set its operationalisation to {usable}.").format(
            factor=factor,
            shapes=shape_words(shape),
            only=only_words(operationalisation),
            usable=", ".join(kinds_for(BOTH, shape)),
        )
    )
