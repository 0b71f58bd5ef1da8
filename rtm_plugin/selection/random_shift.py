"""Do the factors go together with the incidents by more than the patchiness of both? Random shifts tell.

Two maps that are each patchy look alike somewhere by chance. So what a model leaves of the incidents is shifted as a
whole against the factors: both keep their pattern, only their tie is broken (Mrkvicka, Dvorak, Gonzalez & Mateu 2021,
Spatial Statistics). Cells of the shifted map that leave the study area are lost, and what is compared is divided by
the square root of the information that is left (their variance correction): no torus, and any shape of area.

What is shifted is the residual after the likeness of neighbours has been taken out (see :mod:`..space.likeness`): it
has more power, and the shifts make up for what the likeness gets wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import fft

from ..blas import product
from ..errors import GridError
from ..progress import Progress
from ..space.likeness import AlikeCells, likeness
from ..translation import tr
from ..variables.candidates import unpack
from .count_models import GroupedCounts, fit_counts

if TYPE_CHECKING:
    from ..space.grid import StudyGrid
    from ..variables.candidates import Candidates
    from .observations import Observations


LEVEL = 0.05
_OVERLAP = 0.5  # of the most that any shift leaves inside
_NOTHING = 1e-9  # of what could be: less is rounding
_NO_VARIANCE = 1e-300
_FEWEST = round(1.0 / LEVEL) - 1  # of which none may do as well


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
        Shifts in which the best of all variables did as well as the best does unshifted, where nothing is in the model.
        Where they are too many there is nothing to find, and all factors are taken out, whatever each is worth alone.
    factors : tuple of FactorShift
        Of the model, each beside the others, against its own variables.
    dropped : tuple of FactorShift
        Those taken out, in that order.
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

    @property
    def p_values(self) -> dict[str, float]:
        """Of the factors in the model and of those taken out, by factor."""
        return {one.factor: self.p_value(one.as_high) for one in (*self.factors, *self.dropped)}

    def p_value(self, as_high: int) -> float:
        return (1.0 + as_high) / (1.0 + self.n_shifts)

    def stands(self, as_high: int) -> bool:
        return self.p_value(as_high) <= LEVEL * (1.0 + 1e-9)


class RandomShifts:
    """The shifts of one map of cells, and what they make of residuals.

    All shifts are had at once, as products of Fourier transforms (a score at every shift is the correlation of the
    variable's map with that of the residuals), so that there is no need to draw some of them.

    Parameters
    ----------
    grid : StudyGrid
    candidates : Candidates over all model cells
    observations : Observations of them; cells without weight take no part
    n_drawn, seed : int
        How many shifts are drawn from those that are possible; 0 takes all of them.

    Raises
    ------
    GridError
        Where the cells cannot be shifted often enough to tell 5%.
    """

    def __init__(
        self,
        grid: StudyGrid,
        candidates: Candidates,
        observations: Observations,
        n_drawn: int,
        seed: int,
        progress: Progress | None = None,
    ) -> None:
        self.grid, self.candidates = grid, candidates
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
        self.place = np.divmod(grid.cells[self.cells], grid.cols)
        near = max(variable.distance for variable in candidates.variables) / grid.cell_size
        down, right = self._possible(near)
        if n_drawn and n_drawn < len(down):
            drawn = np.sort(np.random.RandomState(seed).choice(len(down), n_drawn, replace=False))
            down, right = down[drawn], right[drawn]
        self.n_shifts = len(down)
        if self.n_shifts < _FEWEST:
            raise GridError(
                tr(
                    "The {n_cells:,} cells can be shifted in {n_shifts:,} ways only, too few for the spatial test; use "
                    "a larger study area or smaller cells, or no spatial test."
                ).format(n_cells=len(self.cells), n_shifts=self.n_shifts)
            )
        farthest = int(np.abs(down).max()), int(np.abs(right).max())
        self.shape = [fft.next_fast_len(size + far, real=True) for size, far in zip((grid.rows, grid.cols), farthest)]
        self.shifts = np.append(0, down), np.append(0, right)  # no shift first
        self.inside = self._transformed(np.ones(len(self.cells)))

    def _possible(self, near: float) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the shifts that go beyond ``near`` and leave at least half as many cells inside as the
        one that leaves most."""
        mask = np.zeros((self.grid.rows, self.grid.cols))
        mask[self.place] = 1.0
        shape = [fft.next_fast_len(2 * size, real=True) for size in mask.shape]
        overlap = np.rint(fft.irfft2(np.abs(fft.rfft2(mask, shape)) ** 2, shape))
        down, right = (np.where(np.arange(size) > size // 2, np.arange(size) - size, np.arange(size)) for size in shape)
        distance = np.hypot(down[:, None], right)
        beyond = (distance > near) & (overlap > 0)
        if beyond.sum() < _FEWEST:  # a small area: what is nearer is better than nothing
            beyond = (distance > 0) & (overlap > 0)
        most = overlap.max(where=beyond, initial=0.0)
        rows, cols = np.nonzero(beyond & (overlap >= _OVERLAP * most))
        return down[rows], right[cols]

    def _transformed(self, values: np.ndarray) -> np.ndarray:
        """Fourier transform of a map of values (m,)."""
        raster = np.zeros((self.grid.rows, self.grid.cols))
        raster[self.place] = values
        return fft.rfft2(raster, self.shape)

    def _shifted(self, still: np.ndarray, moved: np.ndarray) -> np.ndarray:
        """(1 + shifts,) sums of products of one map and another one that is shifted, from their transforms."""
        return fft.irfft2(still * moved, self.shape)[self.shifts]

    def compared(self, variables: np.ndarray, residual: np.ndarray, weight: np.ndarray) -> Iterator[np.ndarray]:
        """For each of some variables, (1 + shifts,) scores of a residual (m,), unshifted first, over their root mean
        square in the shifts; ``weight`` (m,), above 0, is what is known of the whole residual's level."""
        moved, level = (self._transformed(values).conj() for values in (residual, weight))
        known = self._shifted(self.inside, level)
        height = self._shifted(self.inside, moved) / known
        information = np.sqrt(known / known[0])  # as much in all
        least = _NOTHING * np.abs(residual).sum()
        for index in variables:
            self.progress(0.0)
            still = self._transformed(unpack(self.packed, np.array([index]))[0])
            scores = self._shifted(still, moved) - self._shifted(still, level) * height
            scores *= self.candidates.signs[index] / information
            spread = np.sqrt((scores[1:] ** 2).mean())
            yield scores / spread if spread > least else np.zeros_like(scores)

    def of_all(self, family: str) -> int:
        """In how many shifts the best of all variables did as well as the best does unshifted, where no factor is in
        the model of a family."""
        data = GroupedCounts.from_cells(self.given.T, self.counts, self.offset)
        b = fit_counts("poisson", data).coefficients[0]
        mean = np.exp(product(b[None], self.given)[0] + self.offset)
        alike = self._alike(mean, family)
        solved = alike.solve(mean, np.concatenate([self.given * mean, (self.counts - mean)[None]]), self.progress)
        residual = _beside(mean * solved[:-1], self.given, mean * solved[-1])
        best = np.full(1 + self.n_shifts, -np.inf)
        for scores in self.compared(np.arange(len(self.factors)), residual, alike.information(mean)):
            np.maximum(best, scores, out=best)
        return shifts_as_high(best, best[0])

    def _alike(self, mean: np.ndarray, family: str) -> AlikeCells:
        found = likeness(self.grid, self.cells, self.counts, mean, family, self.progress)
        return AlikeCells(self.grid, self.cells, found)

    def of_each(self, chosen: np.ndarray, coefficients: np.ndarray, family: str) -> Iterator[tuple[int, int]]:
        """The chosen variables, weakest first, each with how many shifts did as well beside the others with any of its
        factor's variables.

        Weakest is the one with the least effect over its standard error, the likeness being allowed for: a caller that
        looks for one that does not stand need not wait for the strong ones.

        Parameters
        ----------
        chosen : (k,) int64
        coefficients : (1 + q + k,) float64, of the model: intercept, what is given, the chosen variables
        """
        design = np.concatenate([self.given, unpack(self.packed, chosen) * self.candidates.signs[chosen, None]])
        mean = np.exp(product(coefficients[None], design)[0] + self.offset)
        alike = self._alike(mean, family)
        solved = alike.solve(mean, np.concatenate([design * mean, (self.counts - mean)[None]]), self.progress)
        fields, weight, first = mean * solved, alike.information(mean), len(self.given)
        covariance = np.linalg.pinv(product(fields[:-1], design.T), hermitian=True)
        effects = coefficients + product(covariance, product(design, fields[-1][:, None]))[:, 0]
        strength = (effects / np.sqrt(np.maximum(covariance.diagonal(), _NO_VARIANCE)))[first:]
        for place in np.lexsort((self.factors[chosen], strength)):
            index, column = chosen[place], first + place
            others = np.arange(len(design)) != column
            # what is left if this variable is out: to first order, its own part comes back
            residual = fields[-1] + coefficients[column] * fields[column]
            residual = _beside(fields[:-1][others], design[others], residual)
            best, observed = np.full(1 + self.n_shifts, -np.inf), 0.0
            mine = np.flatnonzero(self.factors == self.factors[index])
            for variable, scores in zip(mine, self.compared(mine, residual, weight)):
                np.maximum(best, scores, out=best)
                if variable == index:
                    observed = float(scores[0])
            yield int(index), shifts_as_high(best, observed)


def shifts_as_high(best: np.ndarray, observed: float) -> int:
    """In how many shifts the best score (1 + shifts,), unshifted first, is as high as one observed."""
    return int((best[1:] >= observed - _NOTHING * abs(observed)).sum())


def _beside(fields: np.ndarray, design: np.ndarray, residual: np.ndarray) -> np.ndarray:
    """A residual (m,) after the columns of a design (k, m) have been fitted to it; fields (k, m) are their own."""
    information = product(fields, design.T)
    score = product(design, residual[:, None])[:, 0]
    return residual - product(np.linalg.lstsq(information, score, rcond=None)[0][None], fields)[0]
