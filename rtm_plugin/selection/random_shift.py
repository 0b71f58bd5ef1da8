"""Do the factors go together with the incidents by more than the patchiness of both? Random shifts tell.

Two maps that are each patchy look alike somewhere by chance. So what a model leaves of the incidents is shifted as a
whole against the factors: both keep their pattern, only their tie is broken (Mrkvicka, Dvorak, Gonzalez & Mateu 2021,
Spatial Statistics). Cells of the shifted map that leave the study area are lost, and what is compared is divided by
the square root of the information that is left (their variance correction): no torus, and any shape of area.

What is shifted is the residual after the likeness of neighbours has been taken out (see :mod:`..space.likeness`): it
has more power, and the shifts make up for what the likeness gets wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft

from ..blas import product
from ..progress import Progress
from ..space.likeness import AlikeCells, likeness
from ..variables.candidates import column_sums, repack, unpack
from .count_models import GroupedCounts, fit_counts

if TYPE_CHECKING:
    from ..space.grid import StudyGrid
    from ..variables.candidates import Candidates
    from .observations import Observations


LEVEL = 0.05
_OVERLAP = 0.5  # of the cells that must stay inside
_NO_PRICE = 1e-12


@dataclass(frozen=True)
class FactorShift:
    """How many shifts went together with a factor as well as the incidents themselves, or better."""

    factor: str
    as_high: int


@dataclass(frozen=True)
class SpatialTest:
    """What the random shifts said.

    Attributes
    ----------
    n_shifts : int
    as_high : int
        Shifts in which any variable at all did as well as the best of the model.
    factors : tuple of FactorShift
        Of the model, each beside the others, against its own variables.
    dropped : tuple of FactorShift
        Those that did not stand, in the order in which they were taken out.
    """

    n_shifts: int
    as_high: int
    factors: tuple[FactorShift, ...]
    dropped: tuple[FactorShift, ...]

    @classmethod
    def from_plain(cls, content: dict) -> SpatialTest:
        """From what ``dataclasses.asdict`` made of it."""
        named = {key: tuple(FactorShift(**one) for one in content[key]) for key in ("factors", "dropped")}
        return cls(content["n_shifts"], content["as_high"], **named)

    def of_factor(self, factor: str) -> FactorShift | None:
        """What was found of a factor of the model."""
        return next((one for one in self.factors if one.factor == factor), None)

    def p_value(self, as_high: int) -> float:
        return (1.0 + as_high) / (1.0 + self.n_shifts)

    def stands(self, as_high: int) -> bool:
        return self.p_value(as_high) <= LEVEL * (1.0 + 1e-9)


class RandomShifts:
    """The shifts of one map of cells, and what they make of residuals.

    Parameters
    ----------
    grid : StudyGrid
    candidates : Candidates over all model cells
    observations : Observations of them; cells without weight take no part
    n_shifts, seed : int
    """

    def __init__(
        self,
        grid: StudyGrid,
        candidates: Candidates,
        observations: Observations,
        n_shifts: int,
        seed: int,
        progress: Progress | None = None,
    ) -> None:
        self.grid, self.candidates, self.n_shifts = grid, candidates, n_shifts
        self.progress = progress or Progress()
        self.cells = observations.used
        used = observations.of_cells(self.cells)
        self.counts = np.asarray(used.counts, dtype=np.float64)
        self.offset = np.zeros(len(self.cells)) if used.offset is None else used.offset
        beside = [] if used.unpenalised is None else list(used.unpenalised.T)
        self.given = np.stack([np.ones(len(self.cells)), *beside])
        self.packed = candidates.packed
        if len(self.cells) < candidates.n_cells:
            self.packed = candidates.packed[:, self.cells]
        self.factors = np.array([variable.factor for variable in candidates.variables])
        self.row, self.col = np.divmod(grid.cells[self.cells], grid.cols)
        self.number = np.full((grid.rows, grid.cols), len(self.cells))  # one past the last: outside
        self.number[self.row, self.col] = np.arange(len(self.cells))
        near = max(variable.distance for variable in candidates.variables) / grid.cell_size
        self.shifts = self._drawn(near, np.random.RandomState(seed))

    def _drawn(self, near: float, rng: np.random.RandomState) -> list[tuple[int, int]]:
        """No shift, then random ones (rows, columns) that leave half of the cells inside and go beyond ``near``."""
        shape = [fft.next_fast_len(2 * size, real=True) for size in self.number.shape]
        inside = (self.number < len(self.cells)).astype(np.float64)
        overlap = fft.irfft2(np.abs(fft.rfft2(inside, shape)) ** 2, shape)
        down, right = (np.where(np.arange(size) > size // 2, np.arange(size) - size, np.arange(size)) for size in shape)
        distance = np.hypot(down[:, None], right)
        enough = overlap >= _OVERLAP * len(self.cells) - 0.5
        able = np.argwhere(enough & (distance > near))
        if len(able) < self.n_shifts:  # a small area: what is nearer is better than the same shifts again
            able = np.argwhere(enough & (distance > 0))
        chosen = able[rng.choice(len(able), self.n_shifts, replace=len(able) < self.n_shifts)]
        return [(0, 0), *((int(down[one]), int(right[other])) for one, other in chosen)]

    def compared(self, packed: np.ndarray, signs: np.ndarray, residual: np.ndarray, weight: np.ndarray) -> np.ndarray:
        """(variables, 1 + shifts) scores of packed variables for a residual (m,), unshifted first, over their root
        mean square in the shifts; ``weight`` (m,) is what a change of the whole residual's level would do to it."""
        ends = np.append(residual, 0.0), np.append(weight, 0.0)
        last = self.number.shape[0] - 1, self.number.shape[1] - 1
        totals = np.zeros((2, len(self.shifts)))

        def shifted(block: slice) -> np.ndarray:
            row, col = self.row[block], self.col[block]
            values = np.empty((len(row), 2 * len(self.shifts)))
            for place, (down, right) in enumerate(self.shifts):
                from_row, from_col = row - down, col - right
                inside = (from_row >= 0) & (from_row <= last[0]) & (from_col >= 0) & (from_col <= last[1])
                number = np.where(inside, self.number[from_row * inside, from_col * inside], len(self.cells))
                for which, end in enumerate(ends):
                    column = end[number]
                    values[:, 2 * place + which] = column
                    totals[which, place] += column.sum()
            return values

        sums = column_sums(packed, shifted, self.progress)[: len(signs)]
        level = totals[0] / totals[1]
        scores = (sums[:, ::2] - sums[:, 1::2] * level) * signs[:, None]
        scores /= np.sqrt(totals[1] / totals[1, 0])  # as much information in all
        spread = np.sqrt((scores[:, 1:] ** 2).mean(axis=1, keepdims=True))
        return np.divide(scores, spread, out=np.zeros_like(scores), where=spread > _NO_PRICE * np.abs(scores).max())

    def of_all(self, family: str) -> np.ndarray:
        """(variables, 1 + shifts) compared scores where no factor is in the model of a family."""
        data = GroupedCounts.from_cells(self.given.T, self.counts, self.offset)
        b = fit_counts("poisson", data).coefficients[0]
        mean = np.exp(product(b[None], self.given)[0] + self.offset)
        alike = self._alike(mean, family)
        solved = alike.solve(mean, np.concatenate([self.given * mean, (self.counts - mean)[None]]), self.progress)
        residual = _beside(mean * solved[:-1], self.given, mean * solved[-1])
        return self.compared(self.packed, self.candidates.signs, residual, mean * solved[0])

    def _alike(self, mean: np.ndarray, family: str) -> AlikeCells:
        found = likeness(self.grid, self.cells, self.counts, mean, family, self.progress)
        return AlikeCells(self.grid, self.cells, found)

    def of_each(self, chosen: np.ndarray, coefficients: np.ndarray, family: str) -> list[tuple[float, int]]:
        """For each of the chosen variables, its compared score beside the others, and how many shifts did as well with
        any of its factor's variables.

        ``coefficients`` are those of the model, (1 + q + k,): intercept, what is given, the chosen variables.
        """
        signs = self.candidates.signs
        design = np.concatenate([self.given, unpack(self.packed, chosen) * signs[chosen, None]])
        mean = np.exp(product(coefficients[None], design)[0] + self.offset)
        alike = self._alike(mean, family)
        solved = alike.solve(mean, np.concatenate([design * mean, (self.counts - mean)[None]]), self.progress)
        fields = mean * solved
        found = []
        for place, index in enumerate(chosen):
            column = len(self.given) + place
            others = np.arange(len(design)) != column
            # what is left if this variable is out: to first order, its own part comes back
            residual = fields[-1] + coefficients[column] * fields[column]
            residual = _beside(fields[:-1][others], design[others], residual)
            mine = np.flatnonzero(self.factors == self.factors[index])
            scores = self.compared(repack(self.packed, mine), signs[mine], residual, fields[0])
            observed = float(scores[mine == index, 0][0])
            found.append((observed, shifts_as_high(scores, observed)))
        return found


def shifts_as_high(scores: np.ndarray, observed: float) -> int:
    """In how many shifts any of the variables did as well: scores (variables, 1 + shifts), unshifted first."""
    return int((scores[:, 1:].max(axis=0) >= observed).sum())


def _beside(fields: np.ndarray, design: np.ndarray, residual: np.ndarray) -> np.ndarray:
    """A residual (m,) after the columns of a design (k, m) have been fitted to it; fields (k, m) are their own."""
    information = product(fields, design.T)
    score = product(design, residual[:, None])[:, 0]
    return residual - product(np.linalg.solve(information, score)[None], fields)[0]
