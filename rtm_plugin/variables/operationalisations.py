"""How a factor may act on a cell: by being near, or by being concentrated.

Each way knows what it measures, from where on that counts, which shapes it can measure and how it is said. A new one
(distance along streets, say) is one more class here and one more row in :data:`KINDS`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..progress import Progress
from ..space.grid import StudyGrid
from ..space.influence import distance_to, kernel_density
from ..space.shapes import Shapes
from ..translation import tr

HIGH_DENSITY_SDS = 2.0  # above the mean: the rule of density variables, not that of the highest-risk places


@dataclass(frozen=True)
class Proximity:
    """A factor acts where the cell's centroid is within a distance of the nearest feature."""

    name: str = "proximity"
    shapes: tuple[str, ...] = ("point", "line", "polygon")
    is_length: bool = True  # what is measured, and not a density

    def measure(
        self,
        grid: StudyGrid,
        features: Shapes,
        distances: Sequence[float],
        progress: Progress,
        everywhere: bool = False,
    ) -> list[np.ndarray]:
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

    def reach_words(self, reach: str) -> str:
        return tr("within {reach}").format(reach=reach)

    def influence_words(self, reach: str) -> str:
        return tr("within {reach}").format(reach=reach)

    def cell_words(self, factor: str, reach: str) -> str:
        return tr("A cell within {reach} of ‘{factor}’").format(reach=reach, factor=factor)

    def acting_words(self, factor: str, reach: str, nearest: str) -> str:
        return tr("Being within {reach} of {factor}{nearest}").format(reach=reach, factor=factor, nearest=nearest)


@dataclass(frozen=True)
class Density:
    """A factor acts where the kernel density of its points, at the cell's centroid, is high."""

    name: str = "density"
    shapes: tuple[str, ...] = ("point",)
    is_length: bool = False

    def measure(
        self,
        grid: StudyGrid,
        features: Shapes,
        distances: Sequence[float],
        progress: Progress,
        everywhere: bool = False,
    ) -> list[np.ndarray]:
        """(n_cells,) kernel density in features per square map unit, for each of the ``distances`` as bandwidth."""
        return list(kernel_density(grid, features.vertices, list(distances), progress))

    def threshold(self, measured: np.ndarray) -> float:
        """Mean + 2 SD (n - 1) over the model cells; infinite for a constant surface."""
        if np.ptp(measured) == 0:
            return math.inf
        return float(measured.mean() + HIGH_DENSITY_SDS * measured.std(ddof=1))

    def acts(self, measured: np.ndarray, distance: float, threshold: float | None) -> np.ndarray:
        return measured >= threshold

    def strongest(self, measured: np.ndarray) -> float:
        return max(measured.tolist())

    def reach_words(self, reach: str) -> str:
        return tr("dense within {reach}").format(reach=reach)

    def influence_words(self, reach: str) -> str:
        return tr("density within {reach}").format(reach=reach)

    def cell_words(self, factor: str, reach: str) -> str:
        return tr("A cell where ‘{factor}’ are concentrated (density within {reach})").format(
            factor=factor, reach=reach
        )

    def acting_words(self, factor: str, reach: str, nearest: str) -> str:
        return tr("A high density of {factor} (within {reach})").format(factor=factor, reach=reach)


KINDS = {kind.name: kind for kind in (Proximity(), Density())}
