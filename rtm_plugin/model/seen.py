"""What a model has seen: which combinations of its variables the fitted cells had, and how far the measured ranged.

A model that is applied elsewhere is asked about cells that may be like none of these; whoever has its file can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..progress import Progress
from ..variables.candidates import distinct_rows, unpack

if TYPE_CHECKING:
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes
    from .risk_terrain_model import SelectedVariable

_ZERO = ord("0")


@dataclass(frozen=True)
class Seen:
    """The fitted cells by what acts in them.

    Attributes
    ----------
    combinations : tuple of str, in rising order
        ``0110 120 33``: whether each of the selected variables, in the model's order and without its sign, acts; the
        fitted cells of which that holds, and their incidents. Each combination stands once.
    ranges : tuple of (lowest, highest)
        Of the distance to the nearest feature, or of the kernel density, over the fitted cells, for each of the
        selected variables.
    """

    combinations: tuple[str, ...]
    ranges: tuple[tuple[float, float], ...]

    @cached_property
    def flags(self) -> np.ndarray:
        """(s, k) bool: which variables act in each of the combinations."""
        rows = [[letter == "1" for letter in one.partition(" ")[0]] for one in self.combinations]
        return np.array(rows, dtype=bool).reshape(len(rows), len(self.ranges))

    @cached_property
    def cells(self) -> np.ndarray:
        """(s,) int64: fitted cells that had each combination."""
        return np.array([int(one.split(" ")[1]) for one in self.combinations], dtype=np.int64)

    @cached_property
    def incidents(self) -> np.ndarray:
        """(s,) int64: incidents in them."""
        return np.array([int(one.split(" ")[2]) for one in self.combinations], dtype=np.int64)


def seen_in(
    grid: StudyGrid,
    shapes: dict[str, Shapes],
    selected: Sequence[SelectedVariable],
    flags: np.ndarray,
    counts: np.ndarray,
    fitted: np.ndarray | None = None,
    progress: Progress | None = None,
) -> Seen:
    """What the cells of a fit had.

    Parameters
    ----------
    grid : StudyGrid
    shapes : mapping of factor name to Shapes
    selected : sequence of SelectedVariable, length k
    flags : (k, n_cells) bool
        Where they act.
    counts : (n_cells,)
    fitted : (n_cells,) bool, optional
        Cells that took part in the fit; all of them by default.
    progress : Progress, optional

    Returns
    -------
    Seen
        Empty where nothing was selected.
    """
    progress = progress or Progress()
    if not len(selected):
        return Seen((), ())
    chosen = slice(None) if fitted is None else fitted
    ranges = []
    for place, one in enumerate(selected):
        variable, step = one.variable, progress.part(place / len(selected), (place + 1) / len(selected))
        (measured,) = variable.kind.measure(grid, shapes[variable.factor], [variable.distance], step, everywhere=True)
        measured = measured[chosen]
        ranges.append((float(measured.min()), float(measured.max())))
    rows = distinct_rows(np.packbits(flags[:, chosen], axis=0))
    bits = unpack(rows.packed, np.arange(len(selected))).T
    texts = np.ascontiguousarray(bits + np.uint8(_ZERO)).view(f"S{len(selected)}")[:, 0]
    sums = (rows.sum(np.ones(len(rows.row_of))), rows.sum(counts[chosen]))
    found = zip(texts.tolist(), *(one.astype(np.int64).tolist() for one in sums))
    combinations = tuple(f"{text.decode()} {cells} {incidents}" for text, cells, incidents in sorted(found))
    return Seen(combinations, tuple(ranges))
