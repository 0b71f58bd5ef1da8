"""Which incidents count: one rule for the fit, what judges it, the baselines and the priority places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .shapes import contains

if TYPE_CHECKING:
    from .grid import StudyGrid
    from .shapes import Shapes


@dataclass(frozen=True, eq=False)
class CountedIncidents:
    """The incidents that count, and how many do not.

    Attributes
    ----------
    points : (m, 2) float64
    counts : (n_cells,) int64
        How many of them lie in each model cell.
    n_outside : int
        Incidents outside the study area; 0 where that is not known.
    n_in_no_cell : int
        Other incidents that lie in no model cell.
    """

    points: np.ndarray
    counts: np.ndarray
    n_outside: int
    n_in_no_cell: int

    @property
    def n_left_out(self) -> int:
        return self.n_outside + self.n_in_no_cell

    @property
    def are_of_a_larger_area(self) -> bool:
        """Whether most of them lie outside the study area, as a force's do where it is one of many districts."""
        return self.n_outside > len(self.points) + self.n_in_no_cell


def count_incidents(grid: StudyGrid, incidents: np.ndarray, study_area: Shapes | None = None) -> CountedIncidents:
    """Count those incidents that lie in the study area, or on its edge, and in a model cell.

    A cell at the boundary reaches beyond the study area, and what happens there does not count. Where only the
    cells are known, as of a raster, everything in them does.
    """
    incidents = np.asarray(incidents, dtype=np.float64).reshape(-1, 2)
    inside = np.ones(len(incidents), dtype=bool) if study_area is None else contains(study_area, incidents)
    points = incidents[inside]
    cell = grid.cell_of(points)
    counts = np.bincount(cell[cell >= 0], minlength=grid.n_cells)
    return CountedIncidents(points[cell >= 0], counts, int((~inside).sum()), int((cell < 0).sum()))
