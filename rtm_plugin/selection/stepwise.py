"""Selection: bidirectional stepwise search by BIC, one variable per factor.

At each step every addition, every removal and, if asked for, every swap (another operationalisation or distance of
a factor that is in) is looked at; the valid candidate with the lowest BIC is taken, and the search ends when
none lowers it. Swaps come last, when no addition or removal helps any more, so that a search with swaps never ends
with a worse model than one without. All additions to a model share that model's groups of cells, so that they are
approached side by side (see :func:`.count_models.approach`) and only what comes first is fitted in full; the swaps of
a factor are additions to the model without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..progress import Progress
from ..variables.candidates import Candidates, distinct_rows, repack, unpack
from .count_models import PORTION, CountFits, GroupedCounts, approach, curvature_of, fit_counts, parameters_of
from .observations import Observations

_KEY_BITS = 3  # the table in which groups of rows are ticked off has so many times as many places, as a power of 2
_ALIKE = 1e-5  # log-likelihoods that differ by less are told apart by full fits
_SURE = 5.0  # times the price of a parameter: a variable with such a Wald statistic is not tried without
_MIN_GAIN = 1e-7  # a change of BIC below this is rounding, not a better model


@dataclass(frozen=True)
class CountTable:
    """The cells, reduced to what a likelihood can ask about a set of variables.

    Attributes
    ----------
    packed : (ceil(s / 8), m) uint8
        0/1 variables of each distinct row, eight to a byte.
    block : (m,) int64
        Which row of ``unpenalised`` and ``offset`` a distinct row has.
    unpenalised : (b, q) float64; offset : (b,) float64
        Adjustment columns and log exposure.
    cells, events : (m,) float64
    hit_row : (h,) int64; hit_count, hit_cells : (h,) float64
        How many cells of a row have a given count, for counts above 0.
    """

    packed: np.ndarray
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
        counts, weights = observations.counts, observations.times
        given = [] if observations.unpenalised is None else [observations.unpenalised]
        given += [] if observations.offset is None else [observations.offset]
        rows = distinct_rows(repack(candidates.packed, chosen), np.column_stack(given) if given else None)
        if given:
            levels, block = np.unique(rows.unpenalised, axis=0, return_inverse=True)
        else:
            levels, block = np.zeros((1, 0)), np.zeros(rows.n_rows, dtype=np.int64)
        if observations.offset is None:
            levels = np.column_stack([levels, np.zeros(len(levels))])
        hit = np.flatnonzero((counts > 0) & (weights > 0))
        sizes, size = np.unique(counts[hit], return_inverse=True)
        pairs, pair_of = np.unique(rows.row_of[hit] * np.int64(len(sizes)) + size.ravel(), return_inverse=True)
        return cls(
            rows.packed,
            block.ravel(),
            levels[:, :-1],
            levels[:, -1],
            rows.sum(weights),
            rows.sum(weights * counts),
            pairs // max(1, len(sizes)),
            sizes[pairs % max(1, len(sizes))].astype(np.float64),
            np.bincount(pair_of.ravel(), weights=weights[hit], minlength=len(pairs)),
        )

    @property
    def n_cells(self) -> float:
        return self.cells.sum()

    @property
    def n_variables(self) -> int:
        return 8 * len(self.packed)  # with those that pad the last byte

    def flags(self, variable: int) -> np.ndarray:
        """(m,) uint8: where a variable is 1."""
        return unpack(self.packed, [variable])[0]

    @cached_property
    def rows_with(self) -> list[np.ndarray]:
        """For each variable the distinct rows (their indices) in which it is 1."""
        return [np.flatnonzero(self.flags(one)).astype(np.int32) for one in range(self.n_variables)]

    @cached_property
    def hits_with(self) -> list[np.ndarray]:
        """For each variable the hits (their indices) in whose rows it is 1."""
        return [np.flatnonzero(self.flags(one)[self.hit_row]).astype(np.int32) for one in range(self.n_variables)]

    @cached_property
    def levels(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Counts that occur (l,), which of them each hit has (h,), and the cells that have each (l,)."""
        levels, level = np.unique(self.hit_count, return_inverse=True)
        return levels, level.ravel(), np.bincount(level.ravel(), weights=self.hit_cells, minlength=len(levels))

    def groups(self, base: list) -> _Groups:
        """Which cells are alike in the variables ``base`` and all that is given."""
        group, n_groups, place = self.block, int(self.block.max(initial=0)) + 1, 0
        while place < len(base):
            # as many variables at once as leave few enough keys to tick off in a table, without sorting
            width = max(1, len(group).bit_length() + _KEY_BITS - n_groups.bit_length())
            some = base[place : place + width]
            key = group << len(some)
            for shift, variable in enumerate(some):
                key += self.flags(variable).astype(np.int64) << shift
            is_there = np.zeros(n_groups << len(some), dtype=bool)
            is_there[key] = True
            number = np.cumsum(is_there) - 1
            group, n_groups, place = number[key], int(number[-1]) + 1, place + width
        first = np.empty(n_groups, dtype=np.int64)
        first[group[::-1]] = np.arange(len(group))[::-1]
        alike = unpack(self.packed[:, first], base).T
        design = np.column_stack([np.ones(n_groups), self.unpenalised[self.block[first]], alike])
        return _Groups(group, design, self.offset[self.block[first]])

    def split(self, groups: _Groups, variable: int) -> _Groups:
        """The groups when one more variable tells cells apart."""
        key = 2 * groups.group + self.flags(variable)
        is_there = np.zeros(2 * len(groups.design), dtype=bool)
        is_there[key] = True
        number = np.cumsum(is_there) - 1
        old, flag = np.divmod(np.flatnonzero(is_there), 2)
        return _Groups(number[key], np.column_stack([groups.design[old], flag]), groups.offset[old])

    def merged(self, groups: _Groups, column: int) -> _Groups:
        """The groups when a column of their design does not tell cells apart any more."""
        design = np.delete(groups.design, column, axis=1)
        n_given = 1 + self.unpenalised.shape[1]
        given = np.column_stack([design[:, 1:n_given], groups.offset]) if len(self.offset) > 1 else None
        rows = distinct_rows(np.packbits(design[:, n_given:].astype(bool), axis=1).T, given)
        first = np.empty(rows.n_rows, dtype=np.int64)
        first[rows.row_of] = np.arange(len(design))
        return _Groups(rows.row_of[groups.group], design[first], groups.offset[first])

    def grouped(self, groups: _Groups, additions: np.ndarray | None = None, by_group: bool = True) -> GroupedCounts:
        """The counts in :meth:`groups`, as the count models want them.

        With ``additions``, the design gets a last column for an added variable: the groups with and without it are
        the same for all, and case c has the cells as variable ``additions[c]`` would split them. Without, there is
        one case and no such column. Unless the counts are wanted ``by_group``, they are all put down to the first:
        of Poisson and NB2 only the counts of all cells together matter.
        """
        group, design, offset = groups.group, groups.design, groups.offset
        n_groups, split_by = len(design), None
        if additions is not None:
            split_by = [self.rows_with[addition] for addition in additions]
            design = np.column_stack([np.concatenate([design, design]), np.repeat([0.0, 1.0], n_groups)])
            offset = np.tile(offset, 2)
        cells, events = (_split(weights, group, n_groups, split_by) for weights in (self.cells, self.events))
        hits = self._hits_by_group(group, n_groups, additions) if by_group else self._hits(len(cells))
        return GroupedCounts(design, offset, cells, events, *hits)

    def _hits(self, n_cases: int) -> tuple[np.ndarray, ...]:
        """Case, group, count and cells of the counts of all cells together, the same for every case."""
        levels, _, cells = self.levels
        n_levels = len(levels)
        case = np.repeat(np.arange(n_cases), n_levels)
        return case, np.zeros(len(case), dtype=np.int64), np.tile(levels, n_cases), np.tile(cells, n_cases)

    def _hits_by_group(self, group: np.ndarray, n_groups: int, additions: np.ndarray | None) -> tuple[np.ndarray, ...]:
        """Case, group, count and cells of the counts in each group of each case."""
        levels, level, _ = self.levels
        n_levels = max(1, len(levels))
        pairs, pair_of = np.unique(group[self.hit_row] * n_levels + level, return_inverse=True)
        pair_of = pair_of.ravel()
        hit_group, hit_count = pairs // n_levels, levels[pairs % n_levels]
        split_by = None
        if additions is not None:
            split_by = [self.hits_with[addition] for addition in additions]
            hit_group = np.concatenate([hit_group, hit_group + n_groups])
            hit_count = np.tile(hit_count, 2)
        hits = _split(self.hit_cells, pair_of, len(pairs), split_by)
        case, slot = np.nonzero(hits > 0.5)
        return case, hit_group[slot], hit_count[slot], hits[case, slot]


@dataclass(frozen=True)
class _Groups:
    """Group (m,) of each distinct row; design (g, k) and offset (g,) of the groups."""

    group: np.ndarray
    design: np.ndarray
    offset: np.ndarray


def _split(weights: np.ndarray, owner: np.ndarray, n_owners: int, members: list | None) -> np.ndarray:
    """Sums of weights by owner, in the rows where an added variable is 0, then where it is 1: (cases, 2 owners).

    ``members`` are the rows (indices) where each of the added variables is 1; without them it is the plain sums,
    (1, owners).
    """
    total = np.bincount(owner, weights=weights, minlength=n_owners)
    if members is None:
        return total[None]
    split = np.empty((len(members), 2 * n_owners))
    for case, rows in enumerate(members):
        split[case, n_owners:] = np.bincount(owner[rows], weights=weights[rows], minlength=n_owners)
    split[:, :n_owners] = total - split[:, n_owners:]
    return split


@dataclass(frozen=True)
class Step:
    """One step of a search: "add" or "remove" a variable (index), or "swap" it in for ``instead_of``; BIC after it."""

    action: str
    variable: int
    bic: float
    instead_of: int | None = None


@dataclass(frozen=True)
class _Model:
    """A model of the ``chosen`` variables: its groups, its data, its fit, and its BIC, infinite if it is not valid."""

    chosen: tuple[int, ...]
    groups: _Groups
    data: GroupedCounts
    fits: CountFits
    bic: float

    @cached_property
    def curvature(self) -> np.ndarray:
        return curvature_of(self.data, self.fits)


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
    by_group = family == "nb1"
    price = np.log(table.n_cells)  # of a parameter
    n_fits = 1  # the model without any

    def part() -> Progress:
        done = len(steps) / (len(steps) + 3.0)  # how many steps there will be nobody knows
        return progress.part(done, done)

    def fit(chosen: list, groups: _Groups, start: np.ndarray | None, tolerance: float = 1e-10) -> _Model:
        data = table.grouped(groups, by_group=by_group)
        fits = fit_counts(family, data, start, tolerance, part())
        valid = fits.converged[0] and (fits.coefficients[0, n_unpenalised:] * signs[chosen] > 0).all()
        valid = valid and (fits.p_values[0, n_unpenalised:] <= p_limit).all()
        return _Model(tuple(chosen), groups, data, fits, float(fits.bic(table.n_cells)[0]) if valid else np.inf)

    def best_of(
        base: list, groups: _Groups, others: np.ndarray, start: np.ndarray, curvature: np.ndarray, limit: float
    ) -> _Model | None:
        """The valid model of ``base`` and one of the others with the lowest BIC, if that is below ``limit``."""
        nonlocal n_fits
        n_fits += len(others)
        wanted = (len(start) * price - limit) / 2.0
        size = max(1, PORTION // (2 * len(groups.design)))
        while len(others):
            sign = np.zeros((len(others), n_unpenalised + len(base) + 1))
            sign[:, n_unpenalised:] = np.column_stack([np.tile(signs[base], (len(others), 1)), signs[others]])
            values, least = np.empty(len(others)), wanted
            for first in range(0, len(others), size):
                some = slice(first, first + size)
                data = table.grouped(groups, others[some], by_group)
                values[some], valid = approach(family, data, start, curvature, least, sign[some], part())
                least = max(least, values[some][valid].max(initial=-np.inf))
            if not np.isfinite(values).any():
                break
            # what comes first is fitted in full, together with what cannot be told from it
            first = np.flatnonzero(values >= values.max() - _ALIKE)
            start_of = start[: sign.shape[1]]
            models = [fit([*base, other], table.split(groups, other), start_of) for other in others[first].tolist()]
            best = min(models, key=lambda model: model.bic)
            if best.bic < limit:
                return best
            if np.isfinite(best.bic):
                break
            others = np.delete(others, first)
        return None

    def additions_and_removals(model: _Model) -> Iterator[tuple[_Model, Step]]:
        nonlocal n_fits
        free = np.flatnonzero(~np.isin(factors, factors[list(model.chosen)]))
        start = np.insert(parameters_of(model.fits), n_unpenalised + len(model.chosen), 0.0)
        found = best_of(list(model.chosen), model.groups, free, start, model.curvature, model.bic)
        if found is not None:
            yield found, Step("add", found.chosen[-1], found.bic)
        n_fits += len(model.chosen)
        if found is not None and found.bic <= model.bic - price:
            return  # a variable less can lower the BIC by its price at most
        fits = model.fits
        for place, variable in enumerate(model.chosen):
            column = n_unpenalised + place
            if fits.coefficients[0, column] ** 2 > _SURE * price * fits.covariance[0, column, column]:
                continue
            left = [*model.chosen[:place], *model.chosen[place + 1 :]]
            less = fit(left, table.merged(model.groups, column), np.delete(fits.coefficients[0], column))
            yield less, Step("remove", variable, less.bic)

    def exchanges(model: _Model) -> Iterator[tuple[_Model, Step]]:
        limit, end = model.bic, n_unpenalised + len(model.chosen)
        for place, variable in enumerate(model.chosen):
            base = [*model.chosen[:place], *model.chosen[place + 1 :]]
            others = np.flatnonzero((factors == factors[variable]) & (np.arange(len(factors)) != variable))
            column = n_unpenalised + place
            start = parameters_of(model.fits)
            start = np.concatenate([np.delete(start[:end], column), start[[column]], start[end:]])
            curvature = np.delete(np.delete(model.curvature, column, axis=0), column, axis=1)
            found = best_of(base, table.merged(model.groups, column), others, start, curvature, limit)
            if found is not None:
                limit = found.bic
                yield found, Step("swap", found.chosen[-1], found.bic, variable)

    steps: list[Step] = []
    model = fit([], table.groups([]), None)
    while True:
        for moves in (additions_and_removals, exchanges) if swaps else (additions_and_removals,):
            best, step = min(moves(model), key=lambda option: option[0].bic, default=(None, None))
            if best is not None and best.bic < model.bic - _MIN_GAIN:
                break
        else:
            break
        model = best
        steps.append(step)
    selected = list(model.chosen)
    fits = fit(selected, table.groups(selected), model.fits.coefficients[0], tolerance=1e-16).fits
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
