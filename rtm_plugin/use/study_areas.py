"""Where to look: study areas proposed from where incidents concentrate.

A risk terrain model says most where incidents are many and near each other. Either given polygons are ranked,
or free shapes are grown around the peaks of the incidents' kernel density.
"""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..errors import SettingsError
from ..progress import Progress
from ..rounding import plain_number
from ..space.influence import kernel_density
from ..space.shapes import contains
from ..translation import tr

if TYPE_CHECKING:
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes


RANKINGS = ("count", "density")

# Densities closer than this, relative to the highest, are one: sums differ by rounding.
_DIGITS = 9
_STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))


@dataclass(frozen=True)
class AreaRules:
    """How many study areas are proposed, and what each has to hold.

    Parameters
    ----------
    n_areas : int
        At most so many.
    min_incidents : int
        In each of them.
    min_area : float
        Square map units; of free shapes only.
    ranking : one of RANKINGS
        By the number of incidents, or by that number over the area.
    """

    n_areas: int = 5
    min_incidents: int = 100
    min_area: float = 1_000_000.0
    ranking: str = "count"

    def validate(self) -> AreaRules:
        """Raise :class:`SettingsError`, naming the value and the remedy."""
        if self.n_areas < 1:
            raise SettingsError(tr("{n_areas} study areas are too few; use at least 1.").format(n_areas=self.n_areas))
        if self.min_incidents < 1:
            raise SettingsError(
                tr("A smallest number of {min_incidents} incidents is too small; use at least 1.").format(
                    min_incidents=self.min_incidents
                )
            )
        if not 0 <= self.min_area < math.inf:
            raise SettingsError(
                tr("A smallest study area of {min_area} is not an area; use 0 or more.").format(
                    min_area=plain_number(self.min_area)
                )
            )
        if self.ranking not in RANKINGS:
            raise SettingsError(
                tr("The ranking '{ranking}' of study areas is not known; use one of {rankings}.").format(
                    ranking=self.ranking, rankings=", ".join(RANKINGS)
                )
            )
        return self


def incidents_of_polygons(
    features: list[Shapes], points: np.ndarray, progress: Progress | None = None
) -> list[np.ndarray]:
    """Which incidents lie in each feature: inside or on its edge.

    Parameters
    ----------
    features : list of Shapes of kind "polygon"
        One for each feature; they may overlap, and one on a common edge is in both.
    points : (m, 2) float64
    progress : Progress, optional

    Returns
    -------
    list of (k,) int64
        For each feature the indices among ``points``, rising.

    Raises
    ------
    Cancelled
    """
    progress = progress or Progress()
    from_west = np.argsort(points[:, 0], kind="stable")
    x = points[from_west, 0]
    found = []
    for number, shapes in enumerate(features):
        progress(number / len(features))
        west, south, east, north = shapes.bounds
        near = from_west[np.searchsorted(x, west) : np.searchsorted(x, east, side="right")]
        near = near[(points[near, 1] >= south) & (points[near, 1] <= north)]
        found.append(np.sort(near[contains(shapes, points[near])]))
    progress(1.0)
    return found


def rank(counts: list[int], areas: list[float], rules: AreaRules) -> np.ndarray:
    """Numbers of the areas that hold enough incidents, the most important first, equal ones in their order.

    Parameters
    ----------
    counts : (n,) int
        Incidents of each area.
    areas : (n,) float
        Square map units; one without any extent is not ranked.
    rules : AreaRules
        At most ``n_areas`` are given.
    """
    counts, areas = np.asarray(counts), np.asarray(areas, dtype=np.float64)
    enough = np.flatnonzero((counts >= rules.min_incidents) & (areas > 0))
    weight = counts[enough] if rules.ranking == "count" else counts[enough] / areas[enough]
    return enough[np.lexsort((enough, -weight))][: rules.n_areas]


def grow_areas(
    grid: StudyGrid, points: np.ndarray, bandwidth: float, rules: AreaRules, progress: Progress | None = None
) -> list:
    """Free shapes around the peaks of the incidents' kernel density.

    From the highest peak on: the densest cell beside the area so far is added (of equal ones the nearest to
    the peak, then by position) until the area holds enough cells and enough incidents; holes are filled. An
    area runs as a contour of the density does. Ground without any density is taken to make up the size, not
    in search of incidents. The next area begins at the highest peak that is left, so that the slope of one
    hot spot does not become another. A peak that does not reach both minima makes no area.

    Parameters
    ----------
    grid : StudyGrid
        Areas are made of its cells.
    points : (m, 2) float64
        Incidents; those outside the grid still count towards the density near it.
    bandwidth : float
        Of :func:`~.influence.kernel_density`, in map units.
    rules : AreaRules
    progress : Progress, optional

    Returns
    -------
    list of (k,) int64
        Cells of each area, rising; in the order of their peaks, not ranked.

    Raises
    ------
    SettingsError
        A bandwidth that is no length, or below the cell size.
    Cancelled
    """
    progress = progress or Progress()
    rules.validate()
    if not grid.cell_size <= bandwidth < math.inf:
        raise SettingsError(
            tr(
                "A bandwidth of {bandwidth} is too small for cells of {cell_size}: use a bandwidth of several cells."
            ).format(bandwidth=plain_number(bandwidth), cell_size=plain_number(grid.cell_size))
        )
    density = kernel_density(grid, points, [bandwidth], progress.part(0.0, 0.6))[0]
    if not density.any():
        return []
    height = np.rint(density / density.max() * 10**_DIGITS).astype(np.int64)
    counts = grid.count(points)
    least_cells = max(math.ceil(rules.min_area / grid.cell_size**2 * (1 - 10.0**-_DIGITS)), 1)
    owner = np.full(grid.n_cells, -1)
    areas = []
    for peak in _peaks(grid, height):
        progress(0.6 + 0.4 * len(areas) / rules.n_areas)
        if len(areas) == rules.n_areas:
            break
        if owner[peak] >= 0:
            continue
        cells = _grow(grid, height, counts, owner < 0, peak, least_cells, rules.min_incidents)
        if cells is not None:
            cells = _without_holes(grid, cells, owner < 0)
            owner[cells] = len(areas)
            areas.append(cells)
    progress(1.0)
    return areas


def _peaks(grid: StudyGrid, height: np.ndarray) -> list[int]:
    """Cells with a density that no neighbour's exceeds, from the highest; equal ones by position."""
    from scipy import ndimage

    highest = ndimage.maximum_filter(grid.raster(height, fill=0.0), size=3, mode="constant")[grid.mask]
    peaks = np.flatnonzero((height == highest) & (height > 0))
    return peaks[np.lexsort((peaks, -height[peaks]))].tolist()


def _grow(
    grid: StudyGrid,
    height: np.ndarray,
    counts: np.ndarray,
    free: np.ndarray,
    peak: int,
    least_cells: int,
    least_incidents: int,
) -> np.ndarray | None:
    """Cells of the area around a peak, or None where not enough is connected to it."""
    rows, cols = np.divmod(grid.cells, grid.cols)
    cell_at = grid.raster(np.arange(grid.n_cells), fill=-1).astype(np.int64)
    reached, queue = {peak}, [(0, 0, peak)]
    taken, n_incidents = [], 0
    while queue:
        cell = heapq.heappop(queue)[-1]
        if height[cell] == 0 and len(taken) >= least_cells:
            return None
        taken.append(cell)
        n_incidents += int(counts[cell])
        if len(taken) >= least_cells and n_incidents >= least_incidents:
            return np.array(sorted(taken))
        for to_row, to_col in _STEPS:
            row, col = int(rows[cell]) + to_row, int(cols[cell]) + to_col
            if not (0 <= row < grid.rows and 0 <= col < grid.cols):
                continue
            neighbour = int(cell_at[row, col])
            if neighbour < 0 or not free[neighbour] or neighbour in reached:
                continue
            reached.add(neighbour)
            away = (row - int(rows[peak])) ** 2 + (col - int(cols[peak])) ** 2
            heapq.heappush(queue, (-int(height[neighbour]), away, neighbour))
    return None


def _without_holes(grid: StudyGrid, cells: np.ndarray, free: np.ndarray) -> np.ndarray:
    """An area's cells and the free ones that it encloses."""
    from scipy import ndimage

    inside = np.zeros(grid.n_cells, dtype=bool)
    inside[cells] = True
    filled = ndimage.binary_fill_holes(grid.raster(inside, fill=0) > 0)[grid.mask]
    return np.flatnonzero(inside | (filled & free))


def too_few_words(counts: list[int], rules: AreaRules, grown: bool, square_km: float) -> str:
    """Why no area is proposed; ``grown`` tells free shapes, ``square_km`` is a square kilometre in map units."""
    if not grown:
        return tr(
            "No polygon holds {min_incidents:,} incidents, the most in one are {most:,}: lower the smallest "
            "number of incidents, or use larger polygons."
        ).format(min_incidents=rules.min_incidents, most=max(counts))
    return tr(
        "No hot spot of at least {min_area} km² grows to {min_incidents:,} incidents: lower the "
        "smallest number of incidents or the smallest area, or use a longer bandwidth."
    ).format(min_area=plain_number(rules.min_area / square_km), min_incidents=rules.min_incidents)
