"""Selection: bidirectional stepwise search by BIC, one variable per factor.

At each step every addition, every removal and, if asked for, every swap (another operationalisation or distance of
a factor that is in) is fitted in full; the valid candidate with the lowest BIC is taken, and the search ends when
none lowers it. Swaps come last, when no addition or removal helps any more, so that a search with swaps never ends
with a worse model than one without. All additions to a model share that model's groups of cells, so that one call
fits them all; the swaps of a factor are additions to the model without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

from ..progress import Progress
from ..variables.candidates import Candidates, distinct_rows, unpack
from .count_models import GroupedCounts, fit_counts
from .observations import Observations

_KEY_BITS = 32  # variables that share one integer when rows are grouped
_MIN_GAIN = 1e-7  # a change of BIC below this is rounding, not a better model


@dataclass(frozen=True)
class CountTable:
    """The cells, reduced to what a likelihood can ask about a set of variables.

    Attributes
    ----------
    bits : (m, s) float64
        0/1 variables of each distinct row.
    block : (m,) int64
        Which row of ``unpenalised`` and ``offset`` a distinct row has.
    unpenalised : (b, q) float64; offset : (b,) float64
        Adjustment columns and log exposure.
    cells, events : (m,) float64
    hit_row : (h,) int64; hit_count, hit_cells : (h,) float64
        How many cells of a row have a given count, for counts above 0.
    """

    bits: np.ndarray
    block: np.ndarray
    unpenalised: np.ndarray
    offset: np.ndarray
    cells: np.ndarray
    events: np.ndarray
    hit_row: np.ndarray
    hit_count: np.ndarray
    hit_cells: np.ndarray

    @classmethod
    def of(cls, candidates: Candidates, chosen: np.ndarray, observations: Observations) -> CountTable:
        """Reduce the observations to the ``chosen`` variables."""
        n_cells, weights = len(observations.counts), observations.times
        counts = np.asarray(observations.counts, dtype=np.float64)
        offset = np.zeros(n_cells) if observations.offset is None else observations.offset
        unpenalised = np.empty((n_cells, 0)) if observations.unpenalised is None else observations.unpenalised
        packed = np.packbits(candidates.flags(chosen), axis=0)
        rows = distinct_rows(packed, np.column_stack([unpenalised, offset]))
        levels, block = np.unique(rows.unpenalised, axis=0, return_inverse=True)
        hit = np.flatnonzero((counts > 0) & (weights > 0))
        pairs, pair_of = np.unique(np.column_stack([rows.row_of[hit], counts[hit]]), axis=0, return_inverse=True)
        return cls(
            unpack(rows.packed, np.arange(len(chosen))).T.astype(np.float64),
            block.ravel(),
            levels[:, :-1],
            levels[:, -1],
            rows.sum(weights),
            rows.sum(weights * counts),
            pairs[:, 0].astype(np.int64),
            pairs[:, 1],
            np.bincount(pair_of.ravel(), weights=weights[hit], minlength=len(pairs)),
        )

    @property
    def n_cells(self) -> float:
        return self.cells.sum()

    def grouped(self, base: list, additions: np.ndarray | None = None) -> GroupedCounts:
        """Groups of cells that are alike in the variables ``base``, as the count models want them.

        With ``additions``, the design gets a last column for an added variable: the groups with and without it are
        the same for all, and case c has the cells as variable ``additions[c]`` would split them. Without, there is
        one case and no such column.
        """
        group, first = self._groups(base)
        n_groups = len(first)
        levels, level = np.unique(self.hit_count, return_inverse=True)
        pairs, pair_of = np.unique(group[self.hit_row] * len(levels) + level.ravel(), return_inverse=True)
        pair_of = pair_of.ravel()
        design = np.column_stack([np.ones(n_groups), self.unpenalised[self.block[first]], self.bits[first][:, base]])
        offset = self.offset[self.block[first]]
        hit_group, hit_count = pairs // max(1, len(levels)), levels[pairs % max(1, len(levels))]
        bits = None
        if additions is not None:
            bits = self.bits[:, additions]
            design = np.column_stack([np.concatenate([design, design]), np.repeat([0.0, 1.0], n_groups)])
            offset = np.tile(offset, 2)
            hit_group = np.concatenate([hit_group, hit_group + n_groups])
            hit_count = np.tile(hit_count, 2)
        hits = _split(self.hit_cells, pair_of, len(pairs), bits if bits is None else bits[self.hit_row])
        case, slot = np.nonzero(hits > 0.5)
        return GroupedCounts(
            design,
            offset,
            _split(self.cells, group, n_groups, bits),
            _split(self.events, group, n_groups, bits),
            case,
            hit_group[slot],
            hit_count[slot],
            hits[case, slot],
        )

    def _groups(self, columns: list) -> tuple[np.ndarray, np.ndarray]:
        """Group of each distinct row by its values in ``columns`` (and its block), and a row of each group."""
        key = self.block
        for begin in range(0, len(columns), _KEY_BITS):
            some = self.bits[:, columns[begin : begin + _KEY_BITS]]
            _, key = np.unique(key, return_inverse=True)
            key = (key.ravel() << some.shape[1]) + (some @ 2.0 ** np.arange(some.shape[1])).astype(np.int64)
        _, first, group = np.unique(key, return_index=True, return_inverse=True)
        return group.ravel(), first


def _split(weights: np.ndarray, owner: np.ndarray, n_owners: int, bits: np.ndarray | None) -> np.ndarray:
    """Sums of weights by owner, in the rows where an added variable is 0, then where it is 1: (cases, 2 owners).

    ``bits`` (rows, cases) are the added variables; without them it is the plain sums, (1, owners).
    """
    total = np.bincount(owner, weights=weights, minlength=n_owners)
    if bits is None:
        return total[None]
    rows = np.arange(len(owner))
    added = (csr_matrix((weights, (owner, rows)), shape=(n_owners, len(rows))) @ bits).T
    return np.concatenate([total - added, added], axis=1)


@dataclass(frozen=True)
class Step:
    """One step of a search: "add" or "remove" a variable (index), or "swap" it in for ``instead_of``; BIC after it."""

    action: str
    variable: int
    bic: float
    instead_of: int | None = None


@dataclass(frozen=True)
class Search:
    """Result of the search under one family.

    ``selected`` are indices among the searched variables in the order of entry; ``coefficients``, ``std_errors``
    and ``p_values`` are (1 + q + k,): intercept, unpenalised columns, then the selected variables, signed so that a
    protective variable (coded 0/-1) has a positive coefficient when it protects.
    """

    family: str
    selected: tuple[int, ...]
    coefficients: np.ndarray
    covariance: np.ndarray
    p_values: np.ndarray
    dispersion: float
    log_likelihood: float
    bic: float
    steps: tuple[Step, ...]
    n_fits: int

    @property
    def std_errors(self) -> np.ndarray:
        return np.sqrt(self.covariance.diagonal())


def search(
    table: CountTable,
    variables: Sequence,
    family: str,
    p_limit: float = 0.05,
    swaps: bool = True,
    progress: Progress | None = None,
) -> Search:
    """Stepwise search from the null model.

    Parameters
    ----------
    table : CountTable of the variables
    variables : sequence of Variable, length s
    family : {"poisson", "nb1", "nb2"}
    p_limit : float
        Largest Wald p-value of a variable in a valid model.
    swaps : bool
        Also try another variable of a factor that is in.

    Returns
    -------
    Search
        A model is valid when every variable in it has a coefficient above 0 (given its coding) and a Wald p-value
        of at most ``p_limit``. The intercept and the unpenalised columns are exempt. Ties go to the earlier variable.
    """
    progress = progress or Progress()
    signs = np.array([variable.sign for variable in variables], dtype=np.float64)
    factors = np.array([variable.factor for variable in variables])
    n_unpenalised = 1 + table.unpenalised.shape[1]
    n_fits = 0

    def fit(base: Any, additions: Any, start: Any) -> Any:
        """Fits, and their BICs (infinite where a model is not valid), of ``base`` with each addition or as it is."""
        nonlocal n_fits
        done = len(steps) / (len(steps) + 3.0)  # how many steps there will be nobody knows
        fits = fit_counts(family, table.grouped(base, additions), start, progress=progress.part(done, done))
        n_fits += len(fits.coefficients)
        sign = np.tile(signs[base], (len(fits.coefficients), 1))
        if additions is not None:
            sign = np.column_stack([sign, signs[additions]])
        valid = fits.converged & (fits.coefficients[:, n_unpenalised:] * sign > 0).all(axis=1)
        valid &= (fits.p_values[:, n_unpenalised:] <= p_limit).all(axis=1)
        return fits, np.where(valid, fits.bic(table.n_cells), np.inf)

    def additions() -> Iterator[Any]:
        free = np.flatnonzero(~np.isin(factors, factors[selected]))
        if not len(free):
            return
        fits, bics = fit(selected, free, np.append(beta, 0.0))
        for variable, bic, coefficients in zip(free.tolist(), bics, fits.coefficients):
            yield bic, Step("add", variable, float(bic)), [*selected, variable], coefficients

    def removals() -> Iterator[Any]:
        for place, variable in enumerate(selected):
            base = selected[:place] + selected[place + 1 :]
            fits, bics = fit(base, None, np.delete(beta, n_unpenalised + place))
            yield bics[0], Step("remove", variable, float(bics[0])), base, fits.coefficients[0]

    def exchanges() -> Iterator[Any]:
        for place, variable in enumerate(selected):
            base = selected[:place] + selected[place + 1 :]
            others = np.flatnonzero((factors == factors[variable]) & (np.arange(len(factors)) != variable))
            if not len(others):
                continue
            fits, bics = fit(base, others, np.append(np.delete(beta, n_unpenalised + place), 0.0))
            for other, bic, coefficients in zip(others.tolist(), bics, fits.coefficients):
                yield bic, Step("swap", other, float(bic), variable), [*base, other], coefficients

    selected, steps = [], []
    null, _ = fit([], None, None)
    beta, bic = null.coefficients[0], null.bic(table.n_cells)[0]
    while True:
        for moves in ((additions, removals), (exchanges,)) if swaps else ((additions, removals),):
            options = [option for move in moves for option in move()]
            best = min(options, key=lambda option: option[0], default=(np.inf, None, [], beta))
            if best[0] < bic - _MIN_GAIN:
                break
        else:
            break
        bic, step, selected, beta = best
        steps.append(step)
    fits = fit_counts(family, table.grouped(selected), beta, tolerance=1e-16)
    sign = np.concatenate([np.ones(n_unpenalised), signs[selected]])
    return Search(
        family,
        tuple(selected),
        fits.coefficients[0] * sign,
        fits.covariance[0] * sign[:, None] * sign,
        fits.p_values[0],
        float(fits.dispersion[0]),
        float(fits.log_likelihood[0]),
        float(fits.bic(table.n_cells)[0]),
        tuple(steps),
        n_fits,
    )
