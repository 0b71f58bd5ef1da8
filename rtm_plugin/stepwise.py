"""Selection: bidirectional stepwise search by BIC, one variable per factor.

At each step every addition, every removal and, if asked for, every swap (another operationalisation or distance of
a factor that is in) is fitted in full; the valid candidate with the lowest BIC is taken, and the search ends when
none lowers it. All additions to a model share that model's groups of cells, so one call fits them all, and the
swaps of a factor together with its removal are additions to the model without it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from .candidates import Candidates, distinct_rows, unpack
from .count_models import CountFits, GroupedCounts, fit_counts
from .progress import Progress

_MIN_GAIN = 1e-7  # a change of BIC below this is rounding, not a better model


@dataclass(frozen=True)
class CountTable:
    """The cells, reduced to what a likelihood can ask about a set of variables.

    Attributes
    ----------
    bits : (m, s) float64
        0/1 variables of each distinct row.
    block : (m,) int64
        Which row of ``always`` and ``offset`` a distinct row has.
    always : (b, q) float64; offset : (b,) float64
        Adjustment columns and log exposure.
    cells, events : (m,) float64
    hit_row : (h,) int64; hit_count, hit_cells : (h,) float64
        How many cells of a row have a given count, for counts above 0.
    """

    bits: np.ndarray
    block: np.ndarray
    always: np.ndarray
    offset: np.ndarray
    cells: np.ndarray
    events: np.ndarray
    hit_row: np.ndarray
    hit_count: np.ndarray
    hit_cells: np.ndarray

    @classmethod
    def of(cls, candidates: Candidates, chosen, counts, offset=None, always=None, weights=None):
        """Reduce cells with counts (n,) to the ``chosen`` variables.

        Log offset (n,) and always-in columns (n, q) are those of the model; ``weights`` (n,) tells how often each
        cell counts, 0 leaves it out.
        """
        n_cells = len(counts)
        weights = np.ones(n_cells) if weights is None else np.asarray(weights, dtype=np.float64)
        counts = np.asarray(counts, dtype=np.float64)
        offset = np.zeros(n_cells) if offset is None else np.asarray(offset, dtype=np.float64)
        always = np.empty((n_cells, 0)) if always is None else np.asarray(always, dtype=np.float64)
        packed = np.packbits(candidates.flags(chosen), axis=0)
        rows = distinct_rows(packed, np.column_stack([always, offset]))
        levels, block = np.unique(rows.always, axis=0, return_inverse=True)
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
    def n_cells(self):
        return self.cells.sum()

    def grouped(self, base, additions):
        """Groups of the model with variables ``base``, and how each of ``additions`` would split them.

        The last column of the design is the added variable; case c adds variable ``additions[c]``. A final case
        adds nothing: its last column is 0 wherever there are cells.
        """
        group, first = self._groups(base)
        n_groups = len(first)
        bits = self.bits[:, additions]
        n_cases = len(additions) + 1

        rows = np.arange(len(group))
        shape = (n_groups, len(group))

        def by_group(weights):
            total = np.bincount(group, weights=weights, minlength=n_groups)
            added = np.zeros((n_cases, n_groups))
            added[:-1] = (csr_matrix((weights, (group, rows)), shape=shape) @ bits).T
            return np.concatenate([total - added, added], axis=1)

        pairs, pair_of = np.unique(
            np.column_stack([group[self.hit_row], self.hit_count]), axis=0, return_inverse=True
        )
        pair_of = pair_of.ravel()
        hits = csr_matrix((self.hit_cells, (pair_of, self.hit_row)), shape=(len(pairs), len(group)))
        total = np.bincount(pair_of, weights=self.hit_cells, minlength=len(pairs))
        added = np.zeros((n_cases, len(pairs)))
        added[:-1] = (hits @ bits).T
        hit_cells = np.concatenate([total - added, added], axis=1)
        hit_case, slot = np.nonzero(hit_cells > 0.5)
        hit_group = pairs[:, 0].astype(np.int64)

        base_design = np.column_stack([np.ones(n_groups), self.always[self.block[first]], self.bits[first][:, base]])
        design = np.column_stack(
            [np.concatenate([base_design, base_design]), np.repeat([0.0, 1.0], n_groups)]
        )
        return GroupedCounts(
            design,
            np.tile(self.offset[self.block[first]], 2),
            by_group(self.cells),
            by_group(self.events),
            hit_case,
            np.concatenate([hit_group, hit_group + n_groups])[slot],
            np.tile(pairs[:, 1], 2)[slot],
            hit_cells[hit_case, slot],
        )

    def _groups(self, columns):
        """Group of each distinct row by its values in ``columns`` (and its block), and a row of each group."""
        key = self.block
        for column in columns:
            _, key = np.unique(key * 2 + self.bits[:, column].astype(np.int64), return_inverse=True)
            key = key.ravel()
        _, first, group = np.unique(key, return_index=True, return_inverse=True)
        return group.ravel(), first


@dataclass(frozen=True)
class Step:
    """One step of a search: "add" or "remove" a variable (index), or "swap" ``other`` for it; the BIC after it."""

    action: str
    variable: int
    bic: float
    other: int | None = None


@dataclass(frozen=True)
class Search:
    """Result of the search under one family.

    ``selected`` are indices among the searched variables in the order of entry; ``coefficients``, ``std_errors``
    and ``p_values`` are (1 + q + k,): intercept, always-in columns, then the selected variables, signed so that a
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
    def std_errors(self):
        return np.sqrt(self.covariance.diagonal())


def search(table: CountTable, variables, family, p_limit=0.05, swaps=True, progress=None):
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
        of at most ``p_limit``. The intercept and the always-in columns are exempt. Ties go to the earlier variable.
    """
    progress = progress or Progress()
    signs = np.array([variable.sign for variable in variables], dtype=np.float64)
    factors = np.array([variable.factor for variable in variables])
    n_always = 1 + table.always.shape[1]
    n_fits = 0

    def fit(base, additions, start=None):
        nonlocal n_fits
        n_fits += len(additions) + 1
        return fit_counts(family, table.grouped(base, additions), start)

    def judge(fits, base, additions):
        """BIC of each case of ``fits``; infinite where the model is not valid."""
        sign = np.column_stack([np.tile(signs[base], (len(additions), 1)), signs[additions]])
        effects = fits.coefficients[:-1, n_always:] * sign
        valid = fits.converged[:-1] & (effects > 0).all(axis=1)
        valid &= (fits.p_values[:-1, n_always:] <= p_limit).all(axis=1)
        with_all = np.where(valid, fits.bic(table.n_cells)[:-1], np.inf)
        removed_valid = fits.converged[-1] and (fits.coefficients[-1, n_always:-1] * signs[base] > 0).all()
        removed_valid &= (fits.p_values[-1, n_always:-1] <= p_limit).all()
        without = fits.bic(table.n_cells)[-1] - np.log(table.n_cells)
        return with_all, without if removed_valid else np.inf

    selected, steps = [], []
    null = fit([], [])
    beta = null.coefficients[0, :n_always]
    bic = null.bic(table.n_cells)[0] - np.log(table.n_cells)
    while True:
        progress(len(selected) / (len(selected) + 3.0))
        options = []
        additions = np.flatnonzero(~np.isin(factors, factors[selected]))
        if len(additions):
            fits = fit(selected, additions, np.append(beta, 0.0))
            bics, _ = judge(fits, selected, additions)
            best = int(np.argmin(bics))
            options.append((bics[best], "add", int(additions[best]), None, fits.coefficients[best]))
        for place, variable in enumerate(selected):
            progress(len(selected) / (len(selected) + 3.0))
            base = selected[:place] + selected[place + 1 :]
            others = np.flatnonzero(factors == factors[variable]) if swaps else np.empty(0, dtype=np.int64)
            others = others[others != variable]
            fits = fit(base, others, np.append(np.delete(beta, n_always + place), 0.0))
            bics, without = judge(fits, base, others)
            options.append((without, "remove", variable, None, fits.coefficients[-1, :-1]))
            if len(others):
                best = int(np.argmin(bics))
                options.append((bics[best], "swap", variable, int(others[best]), fits.coefficients[best]))
        if not options:
            break
        lowest = min(options, key=lambda option: option[0])
        if not lowest[0] < bic - _MIN_GAIN:
            break
        bic, action, variable, other, beta = lowest
        if action == "add":
            selected = [*selected, variable]
        else:
            selected = [kept for kept in selected if kept != variable] + ([other] if action == "swap" else [])
        steps.append(Step(action, variable, float(bic), other))
    fits = fit_model(table, selected, family, beta)
    sign = np.concatenate([np.ones(n_always), signs[selected]])
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


def fit_model(table: CountTable, selected, family, start=None) -> CountFits:
    """Fit one model of a table's variables, unsigned: coefficients (1, 1 + q + k)."""
    groups = table.grouped(list(selected), [])
    half = len(groups.design) // 2
    return fit_counts(
        family,
        GroupedCounts(
            groups.design[:half, :-1],
            groups.offset[:half],
            groups.cells[:, :half],
            groups.events[:, :half],
            groups.hit_case,
            groups.hit_group,
            groups.hit_count,
            groups.hit_cells,
        ),
        start,
        tolerance=1e-16,
    )
