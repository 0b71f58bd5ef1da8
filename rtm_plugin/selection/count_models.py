"""Poisson and negative binomial regression by maximum likelihood on grouped counts.

Cells with the same row of 0/1 variables have the same expected count, so the likelihood of a million cells is
*exactly* that of the few groups they form. A model with k variables has at most 2^k groups, which makes a refit
cost microseconds; and because all candidates for one step of the search share the same groups and differ only in
how many cells fall in each, one Newton iteration serves all of them at once (the "cases" below).

Parameterisation, with mu = exp(eta), eta = offset + design @ beta:

- ``poisson``: Var = mu
- ``nb1``: Var = mu (1 + sigma), dispersion = sigma (gamlss calls it NBII; the one RTMDx reports)
- ``nb2``: Var = mu + mu^2 / theta, dispersion = theta (the one of MASS::glm.nb)

Sources: Hilbe (2011), Negative Binomial Regression; Lawless (1987) for the information of NB2; derivatives are
written out in the functions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.linalg.lapack import dposv
from scipy.special import digamma, gammaln, ndtr

from ..blas import product
from ..progress import Progress
from ..variables.candidates import distinct_rows

_LOG_DISPERSION_LIMIT = np.log(1e6)  # beyond it a negative binomial cannot be told from a Poisson
_MAX_ITERATIONS = 100
_MAX_DAMPING = 1e12
_SETTLED = 1e-7
PORTION = 1 << 20  # numbers in one array of a fit
_APPROACHES = 12  # steps with the curvature of another model before it is computed anew
_FAR = 5.0  # times the Newton decrement: no likelihood rises by more than that, see :func:`approach`


@dataclass(frozen=True)
class GroupedCounts:
    """Counts of cells grouped by equal rows of the design, for one or several cases that share the groups.

    Attributes
    ----------
    design : (g, k) float64
        One row per group; its first column is the intercept.
    offset : (g,) float64
        Log exposure of a cell of the group.
    cells, events : (c, g) float64
        Cells, and sum of their counts, in every group of every case.
    hit_case, hit_group : (h,) int64; hit_count, hit_cells : (h,) float64
        How many cells of a case's group have a given count, for counts above 0; in the order of cases and groups.
    """

    design: np.ndarray
    offset: np.ndarray
    cells: np.ndarray
    events: np.ndarray
    hit_case: np.ndarray
    hit_group: np.ndarray
    hit_count: np.ndarray
    hit_cells: np.ndarray

    @property
    def n_cases(self) -> int:
        return self.cells.shape[0]

    def of_cases(self, cases: np.ndarray) -> GroupedCounts:
        """Some of the cases (rising indices)."""
        place = np.full(self.n_cases, -1)
        place[cases] = np.arange(len(cases))
        hits = place[self.hit_case] >= 0
        return GroupedCounts(
            self.design,
            self.offset,
            self.cells[cases],
            self.events[cases],
            place[self.hit_case[hits]],
            self.hit_group[hits],
            self.hit_count[hits],
            self.hit_cells[hits],
        )

    def portion(self, start: int, stop: int) -> GroupedCounts:
        """Cases ``start`` to ``stop``, which must have come in order."""
        hits = slice(*np.searchsorted(self.hit_case, [start, stop]))
        return GroupedCounts(
            self.design,
            self.offset,
            self.cells[start:stop],
            self.events[start:stop],
            self.hit_case[hits] - start,
            self.hit_group[hits],
            self.hit_count[hits],
            self.hit_cells[hits],
        )

    @classmethod
    def from_cells(cls, design: np.ndarray, counts: np.ndarray, offset: np.ndarray | None = None) -> GroupedCounts:
        """One case from cells as they are: design (n, k) with the intercept, counts (n,), log offset (n,)."""
        design = np.asarray(design, dtype=np.float64)
        counts = np.asarray(counts, dtype=np.float64)
        offset = np.zeros(len(counts)) if offset is None else np.asarray(offset, dtype=np.float64)
        found = distinct_rows(np.empty((0, len(counts)), dtype=np.uint8), np.column_stack([design, offset]))
        return cls.from_rows(found.unpenalised[:, :-1], found.unpenalised[:, -1], found.row_of, counts)

    @classmethod
    def from_rows(cls, design: np.ndarray, offset: np.ndarray, group: np.ndarray, counts: np.ndarray) -> GroupedCounts:
        """One case from the distinct rows (g, k) and (g,) of cells, the row of each cell, and its count, both (n,)."""
        n_groups = len(design)
        hit = counts > 0
        pairs, weight = np.unique(np.column_stack([group[hit], counts[hit]]), axis=0, return_counts=True)
        return cls(
            design,
            offset,
            np.bincount(group, minlength=n_groups).astype(np.float64)[None],
            np.bincount(group, weights=counts, minlength=n_groups)[None],
            np.zeros(len(pairs), dtype=np.int64),
            pairs[:, 0].astype(np.int64),
            pairs[:, 1],
            weight.astype(np.float64),
        )


@dataclass(frozen=True)
class CountFits:
    """Maximum likelihood fits of every case of a :class:`GroupedCounts`.

    ``coefficients`` and ``std_errors`` are (c, k); ``dispersion`` (c,) is sigma of NB1, theta of NB2, NaN for
    Poisson; ``log_likelihood`` (c,) has all constants; ``covariance`` is (c, k, k). Standard errors come from the
    expected information with the dispersion taken as known for Poisson and NB2 (as ``summary.glm`` and
    ``summary.negbin`` in R), and from the joint observed information for NB1.
    """

    family: str
    coefficients: np.ndarray
    covariance: np.ndarray
    dispersion: np.ndarray
    log_likelihood: np.ndarray
    converged: np.ndarray

    @property
    def std_errors(self) -> np.ndarray:
        return np.sqrt(np.maximum(np.einsum("cii->ci", self.covariance), 0.0))

    @property
    def p_values(self) -> np.ndarray:
        """(c, k) two-sided Wald p-values from the normal distribution."""
        with np.errstate(divide="ignore", invalid="ignore"):
            return 2.0 * ndtr(-np.abs(self.coefficients / self.std_errors))

    @property
    def n_parameters(self) -> int:
        return self.coefficients.shape[1] + (self.family != "poisson")

    def bic(self, n_cells: float) -> np.ndarray:
        """(c,) BIC = -2 log L + k ln(n cells), where k counts the dispersion parameter (Schwarz 1978)."""
        return -2.0 * self.log_likelihood + self.n_parameters * np.log(n_cells)


def fit_counts(
    family: str,
    data: GroupedCounts,
    start: np.ndarray | None = None,
    tolerance: float = 1e-10,
    progress: Progress | None = None,
) -> CountFits:
    """Fit every case of ``data`` by damped Newton steps on (beta, log dispersion) jointly.

    Many cases with many groups are worked on in portions, so that memory stays bounded.

    Parameters
    ----------
    family : {"poisson", "nb1", "nb2"}
    data : GroupedCounts
    start : (k,) float64, optional
        Coefficients to start from; the mean rate otherwise.
    tolerance : float
        A case has converged when its Newton decrement, twice the gain in log-likelihood that is left, is below it.

    Returns
    -------
    CountFits
        A column that is 0 in all groups with cells keeps its starting coefficient and gets infinite variance.

    Raises
    ------
    Cancelled
    """
    progress = progress or Progress()
    size = max(1, PORTION // len(data.design))
    portions = range(0, data.n_cases, size) if data.n_cases > size else [0]
    fits = [
        _newton(_LIKELIHOODS[family](data.portion(first, first + size)), start, tolerance, progress)
        for first in portions
    ]
    if len(fits) == 1:
        return fits[0]
    names = ("coefficients", "covariance", "dispersion", "log_likelihood", "converged")
    return CountFits(family, *(np.concatenate([getattr(fit, name) for fit in fits]) for name in names))


def approach(
    family: str,
    data: GroupedCounts,
    start: np.ndarray,
    curvature: np.ndarray,
    wanted: float,
    signs: np.ndarray,
    progress: Progress | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Log-likelihoods of cases that differ in the last column of the design, as far as they may be the highest.

    All columns but the last are those of one model, of which the curvature is known: it stands for that of every
    case, so that a step costs no more than the gradient. A case is given up once what is left to gain, by
    ``_FAR`` times its Newton decrement (which is twice the gain of a quadratic), leaves it below what is wanted, or
    below another case. What comes out is good to 1e-6 for those that are not given up: enough to tell which to fit.

    Parameters
    ----------
    family : {"poisson", "nb1", "nb2"}
    data : GroupedCounts whose last g / 2 groups have the last column 1, the others 0
    start : (p,) float64
        Coefficients to start from and, of a negative binomial, the logarithm of the dispersion.
    curvature : (k - 1, k - 1) float64
        Negative second derivatives by the other coefficients.
    wanted : float
        A log-likelihood below it is of no interest.
    signs : (c, k) float64
        The sign that each coefficient is to have, 0 where it may have any: a case with other ones is nothing that the
        others could be below of.

    Returns
    -------
    values : (c,) float64
        -inf for the cases that were given up.
    valid : (c,) bool
        Which of them have the signs that they are to have.
    """
    progress = progress or Progress()
    size = data.design.shape[1]
    found, valid = np.full(data.n_cases, -np.inf), np.zeros(data.n_cases, dtype=bool)
    whole, cases, astray = data, np.arange(data.n_cases), []
    likelihood = _LIKELIHOODS[family](data)
    likelihood.known = curvature
    parameters = np.tile(start, (data.n_cases, 1))
    value, gradient, information = likelihood.derivatives(parameters)
    for _ in range(_APPROACHES):
        progress(0.0)
        step = _solve(information, gradient, np.zeros(len(cases)))
        decrement = np.abs(np.einsum("ci,ci->c", step, gradient))
        counts = _have(parameters[:, :size], signs[cases])
        wanted = max(wanted, value[counts].max(initial=-np.inf))
        settled = decrement < _SETTLED
        found[cases[settled]], valid[cases[settled]] = value[settled], counts[settled]
        left = np.flatnonzero(~settled & (value + _FAR * decrement > wanted))
        if len(left) < len(cases):
            cases, data, likelihood = _fewer(likelihood, data, cases, left)
            parameters, step, value = parameters[left], step[left], value[left]
        if not len(cases):
            break
        trial = likelihood.clip(parameters + step)
        with np.errstate(all="ignore"):
            trial_value, gradient, information = likelihood.derivatives(trial)
        better = trial_value >= value - 1e-9 * (1.0 + np.abs(value))
        parameters, value = trial, trial_value
        if not better.all():  # too far for a curvature that is not its own
            left = np.flatnonzero(better)
            astray.append(cases[~better])
            cases, data, likelihood = _fewer(likelihood, data, cases, left)
            parameters, value, gradient, information = (one[left] for one in (parameters, value, gradient, information))
            if not len(cases):
                break
    astray = np.sort(np.concatenate([cases, *astray]))
    if len(astray):
        fits = fit_counts(family, whole.of_cases(astray), start[:size], progress=progress)
        found[astray], valid[astray] = fits.log_likelihood, _have(fits.coefficients, signs[astray])
    return found, valid


def _have(coefficients: np.ndarray, signs: np.ndarray) -> np.ndarray:
    """(c,) whether the coefficients (c, k) have the signs that they are to have."""
    return ((coefficients * signs > 0) | (signs == 0)).all(axis=1)


def _fewer(
    likelihood: _NB2 | _Poisson | _NB1, data: GroupedCounts, cases: np.ndarray, left: np.ndarray
) -> tuple[np.ndarray, GroupedCounts, _NB2 | _Poisson | _NB1]:
    """Those that are left (their places) of the cases, of their data, and the likelihood of these."""
    data = data.of_cases(left)
    fewer = type(likelihood)(data)
    fewer.known = likelihood.known
    return cases[left], data, fewer


def parameters_of(fits: CountFits) -> np.ndarray:
    """(p,) parameters of the first case: coefficients and, of a negative binomial, the logarithm of the dispersion."""
    last = [] if fits.family == "poisson" else np.log(fits.dispersion[:1])
    return np.concatenate([fits.coefficients[0], last])


def curvature_of(data: GroupedCounts, fits: CountFits) -> np.ndarray:
    """(k, k) negative second derivatives by the coefficients of the one case, at its fit."""
    size = data.design.shape[1]
    _, _, information = _LIKELIHOODS[fits.family](data).derivatives(parameters_of(fits)[None])
    return information[0, :size, :size]


def _newton(
    likelihood: _NB2 | _Poisson | _NB1, start: np.ndarray | None, tolerance: float, progress: Progress
) -> CountFits:
    parameters = likelihood.start(start)
    n_cases = len(parameters)
    value, gradient, information = likelihood.derivatives(parameters)
    damping = np.zeros(n_cases)
    converged = np.zeros(n_cases, dtype=bool)
    for _ in range(_MAX_ITERATIONS):
        progress(0.0)
        step = _solve(information, gradient, damping)
        decrement = np.einsum("ci,ci->c", step, gradient)
        converged |= (np.abs(decrement) < tolerance) & (damping <= 1e-3)
        if converged.all():
            break
        trial = np.where(converged[:, None], parameters, likelihood.clip(parameters + step))
        with np.errstate(all="ignore"):  # a step too far has no likelihood, and is taken back
            trial_value, trial_gradient, trial_information = likelihood.derivatives(trial)
            better = trial_value >= value - 1e-9 * (1.0 + np.abs(value))
        better &= np.isfinite(trial_value)
        damping = np.where(better, np.where(damping > 1e-3, damping / 10.0, 0.0), np.maximum(damping * 10.0, 1e-2))
        accept = better & ~converged
        parameters = np.where(accept[:, None], trial, parameters)
        value = np.where(accept, trial_value, value)
        gradient = np.where(accept[:, None], trial_gradient, gradient)
        information = np.where(accept[:, None, None], trial_information, information)
        if (damping[~converged] > _MAX_DAMPING).all():
            break
    return likelihood.summary(parameters, value, information, converged)


def _solve(information: np.ndarray, gradient: np.ndarray, damping: np.ndarray) -> np.ndarray:
    """Newton steps (c, p); parameters without information stay where they are.

    LAPACK's Cholesky is called case by case: at this size numpy's stacked ``solve`` loses more in BLAS threads than
    the loop costs. Where the information is not positive definite, its diagonal is raised until it is.
    """
    root, scaled = _scaled(information, 1e-11 + damping)
    step = np.empty_like(gradient)
    for case, matrix in enumerate(scaled):
        shift = 1e-3
        _, solution, failed = dposv(matrix, gradient[case] / root[case])
        while failed:
            matrix.flat[:: len(matrix) + 1] += shift
            shift *= 10.0
            _, solution, failed = dposv(matrix, gradient[case] / root[case])
        step[case] = solution / root[case]
    return step


def _invert(information: np.ndarray) -> np.ndarray:
    """Inverse (c, k, k); infinite variance for parameters that the data say nothing about, or not alone."""
    root, scaled = _scaled(information, np.full(len(information), 1e-13))
    unknown = np.einsum("cii->ci", information) <= 0
    inverse = np.empty_like(scaled)
    identity = np.eye(scaled.shape[1])
    for case, matrix in enumerate(scaled):
        _, solution, failed = dposv(matrix, identity)
        inverse[case] = np.diag(np.full(len(identity), np.inf)) if failed else solution
    inverse = inverse / root[:, :, None] / root[:, None, :]
    inverse[:, np.arange(len(identity)), np.arange(len(identity))] += np.where(unknown, np.inf, 0.0)
    return inverse


def _scaled(information: np.ndarray, ridge: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Roots of the diagonals (c, p), and the matrices (c, p, p) scaled by them, with ``ridge`` (c,) added."""
    diagonal = np.einsum("cii->ci", information)
    root = np.sqrt(np.where(diagonal != 0, np.abs(diagonal), 1.0))
    scaled = information / root[:, :, None] / root[:, None, :]
    each = np.arange(information.shape[1])
    scaled[:, each, each] += ridge[:, None] + (diagonal == 0)
    return root, scaled


class _Poisson:
    """log L = sum_g [ s eta - n mu ] + constant, with n cells and s events in a group."""

    family = "poisson"

    def __init__(self, data: GroupedCounts) -> None:
        self.data = data
        self.products = None
        self.known: np.ndarray | None = (
            None  # (k - 1, k - 1): what stands for the curvature of all columns but the last
        )
        self.constant = (
            -np.bincount(data.hit_case, weights=data.hit_cells * gammaln(data.hit_count + 1.0), minlength=data.n_cases)
            + data.events @ data.offset
        )

    def start(self, start: np.ndarray | None) -> np.ndarray:
        if start is not None:
            return np.array(np.broadcast_to(start, (self.data.n_cases, self.data.design.shape[1])), dtype=np.float64)
        beta = np.zeros((self.data.n_cases, self.data.design.shape[1]))
        with np.errstate(divide="ignore"):
            beta[:, 0] = np.log(self.data.events.sum(1) / (self.data.cells @ np.exp(self.data.offset)))
        return np.maximum(beta, -50.0)

    def clip(self, parameters: np.ndarray) -> np.ndarray:
        return parameters

    def linear(self, beta: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """x'beta (c, g), and mu, both kept from overflowing: one alone would make a likelihood above 1."""
        linear = np.minimum(product(beta, self.data.design.T), 50.0 - self.data.offset)
        return linear, np.exp(linear + self.data.offset)

    def weigh(self, weights: np.ndarray) -> np.ndarray:
        """sum_g w_g x_g x_g' for weights (c, g): (c, k, k)."""
        design = self.data.design
        if self.known is not None:
            half, size = len(design) // 2, design.shape[1]
            weighed = np.empty((len(weights), size, size))
            weighed[:, :-1, :-1] = self.known
            weighed[:, -1, :] = weighed[:, :, -1] = product(np.ascontiguousarray(weights[:, half:]), design[half:])
            return weighed
        if design.size * design.shape[1] > PORTION:
            return np.stack([product(design.T * weight, design) for weight in weights])
        if self.products is None:
            self.products = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
        return product(weights, self.products).reshape(len(weights), design.shape[1], design.shape[1])

    def derivatives(self, beta: np.ndarray) -> tuple[np.ndarray, ...]:
        data = self.data
        linear, mean = self.linear(beta)
        expected = data.cells * mean
        value = (data.events * linear - expected).sum(1) + self.constant
        return value, product(data.events - expected, data.design), self.weigh(expected)

    def summary(self, beta: np.ndarray, value: np.ndarray, information: np.ndarray, converged: np.ndarray) -> CountFits:
        return CountFits(self.family, beta, _invert(information), np.full(len(beta), np.nan), value, converged)


class _NegativeBinomial(_Poisson):
    """What NB1 and NB2 share: the last parameter is the logarithm of the dispersion."""

    def moment_start(self, mean: np.ndarray) -> np.ndarray:
        """(c,) where the search for the last parameter starts."""
        raise NotImplementedError

    def start(self, start: np.ndarray | None) -> np.ndarray:
        beta = super().start(start)
        _, mean = self.linear(beta)
        return np.column_stack([beta, self.moment_start(mean)])

    def clip(self, parameters: np.ndarray) -> np.ndarray:
        clipped = parameters.copy()
        clipped[:, -1] = np.clip(clipped[:, -1], -_LOG_DISPERSION_LIMIT, _LOG_DISPERSION_LIMIT)
        return clipped

    def excess(self, mean: np.ndarray) -> tuple[np.ndarray, ...]:
        """Sum over the cells of (y - mu)^2 - mu, and of mu and of mu^2; each (c,)."""
        data = self.data
        squares = np.bincount(data.hit_case, weights=data.hit_cells * data.hit_count**2, minlength=data.n_cases)
        squares = squares - 2 * (data.events * mean).sum(1) + (data.cells * mean**2).sum(1)
        total = (data.cells * mean).sum(1)
        return squares - total, total, (data.cells * mean**2).sum(1)

    def assemble(
        self,
        score: np.ndarray,
        curvature: np.ndarray,
        cross: np.ndarray,
        last_gradient: np.ndarray,
        last_curvature: np.ndarray,
    ) -> tuple[np.ndarray, np.ndarray]:
        """Gradient and negative Hessian of all parameters from those by group (c, g) and of log dispersion (c,)."""
        design = self.data.design
        size = design.shape[1]
        gradient = np.column_stack([product(score, design), last_gradient])
        information = np.empty((len(score), size + 1, size + 1))
        information[:, :size, :size] = self.weigh(-curvature)
        information[:, :size, size] = information[:, size, :size] = -product(cross, design)
        information[:, size, size] = -last_curvature
        return gradient, information

    def hold_at_limit(
        self, parameters: np.ndarray, gradient: np.ndarray, information: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray]:
        """At its limit the log dispersion stays there, unless the likelihood draws it back."""
        last = parameters[:, -1]
        held = (np.abs(last) >= _LOG_DISPERSION_LIMIT) & (np.sign(last) == np.sign(gradient[:, -1]))
        gradient[held, -1] = 0.0
        information[held, -1, :] = 0.0
        information[held, :, -1] = 0.0
        return gradient, information


class _NB2(_NegativeBinomial):
    """log L = sum_y n_y [lgamma(y + t) - lgamma(t)] + sum_g [ s eta + n t log t - (s + n t) log(t + mu) ].

    The first sum does not depend on the groups: the histogram of the counts is enough.
    """

    family = "nb2"

    def __init__(self, data: GroupedCounts) -> None:
        super().__init__(data)
        self.counts, which = np.unique(data.hit_count, return_inverse=True)
        self.histogram = np.bincount(
            data.hit_case * len(self.counts) + which.ravel(),
            weights=data.hit_cells,
            minlength=data.n_cases * len(self.counts),
        ).reshape(data.n_cases, len(self.counts))

    def moment_start(self, mean: np.ndarray) -> np.ndarray:
        excess, _, squares = self.excess(mean)
        return np.log(np.clip(squares / np.maximum(excess, 1e-12 * squares), 1e-2, 1e3))

    def derivatives(self, parameters: np.ndarray) -> tuple[np.ndarray, ...]:
        data = self.data
        linear, mean = self.linear(parameters[:, :-1])
        theta = np.exp(parameters[:, -1])[:, None]
        y, n, s = self.counts, data.cells, data.events
        total = theta + mean
        exposure = s + n * theta
        log_ratio = np.log(theta) - np.log(total)
        value = (
            (self.histogram * (gammaln(y + theta) - gammaln(theta))).sum(1)
            + (s * linear - s * np.log(total) + n * theta * log_ratio).sum(1)
            + self.constant
        )
        score = theta * (s - n * mean) / total
        curvature = -theta * mean * exposure / total**2
        by_theta = (self.histogram * (digamma(y + theta) - digamma(theta))).sum(1) + (
            n * log_ratio + n - exposure / total
        ).sum(1)
        by_theta_twice = (self.histogram * (trigamma(y + theta) - trigamma(theta))).sum(1) + (
            n / theta - 2 * n / total + exposure / total**2
        ).sum(1)
        cross = (s - n * mean) * mean / total**2 * theta
        t = theta[:, 0]
        gradient, information = self.assemble(
            score, curvature, cross, t * by_theta, t * t * by_theta_twice + t * by_theta
        )
        return value, *self.hold_at_limit(parameters, gradient, information)

    def summary(
        self, parameters: np.ndarray, value: np.ndarray, information: np.ndarray, converged: np.ndarray
    ) -> CountFits:
        beta, theta = parameters[:, :-1], np.exp(parameters[:, -1])
        _, mean = self.linear(beta)
        expected = self.weigh(self.data.cells * mean * theta[:, None] / (theta[:, None] + mean))
        return CountFits(self.family, beta, _invert(expected), theta, value, converged)


class _NB1(_NegativeBinomial):
    """log L = sum_{g, y > 0} n_gy [lgamma(y + r) - lgamma(r)] + S log(v / (1 + v)) - sum_g n r log(1 + v), r = mu / v.

    Here v is sigma. The size r differs between groups, so counts are needed by group.
    """

    family = "nb1"

    def __init__(self, data: GroupedCounts) -> None:
        super().__init__(data)
        # s*eta of the Poisson constant is not part of this likelihood
        self.constant = self.constant - data.events @ data.offset
        slot = data.hit_case * data.design.shape[0] + data.hit_group
        self.starts = np.flatnonzero(np.diff(slot, prepend=-1))  # hits come by case and group
        self.slot = slot[self.starts]
        self.hits = np.diff(np.append(self.starts, len(slot)))
        self.slot_cells = self.summed(data.hit_cells)

    def moment_start(self, mean: np.ndarray) -> np.ndarray:
        excess, total, _ = self.excess(mean)
        return np.log(np.clip(excess / total, 1e-3, 1e3))

    def summed(self, hits: np.ndarray) -> np.ndarray:
        """Sums over the hits of each case's group that has any."""
        return np.add.reduceat(hits, self.starts) if len(hits) else hits

    def by_group(self, top: np.ndarray, bottom: np.ndarray) -> np.ndarray:
        """(c, g) sums of what is above the size of a hit, less what the size itself has, once for each of its cells."""
        total = np.zeros(self.data.cells.size)
        total[self.slot] = self.summed(self.data.hit_cells * top) - self.slot_cells * bottom
        return total.reshape(self.data.cells.shape)

    def derivatives(self, parameters: np.ndarray) -> tuple[np.ndarray, ...]:
        data = self.data
        _, mean = self.linear(parameters[:, :-1])
        sigma = np.exp(parameters[:, -1])
        size = mean / sigma[:, None]
        bottom = size.ravel()[self.slot]
        top = np.repeat(bottom, self.hits) + data.hit_count
        rise = self.by_group(gammaln(top), gammaln(bottom)).sum(axis=1)
        u = self.by_group(digamma(top), digamma(bottom))
        v = self.by_group(trigamma(top), trigamma(bottom))
        events = data.events.sum(1)
        score, curvature, drift, share = nb1_terms(u, v, data.cells * size, size, sigma[:, None])
        share, log_one, cells_size = share[:, 0], np.log1p(sigma), data.cells * size
        value = rise + events * np.log(share) - cells_size.sum(1) * log_one + self.constant
        last_gradient = -score.sum(1) + events / (1.0 + sigma) - drift.sum(1)
        last_curvature = curvature.sum(1) + drift.sum(1) * (2.0 - 1.0 / (1.0 + sigma)) - events * share / (1.0 + sigma)
        gradient, information = self.assemble(score, curvature, -curvature - drift, last_gradient, last_curvature)
        return value, *self.hold_at_limit(parameters, gradient, information)

    def summary(
        self, parameters: np.ndarray, value: np.ndarray, information: np.ndarray, converged: np.ndarray
    ) -> CountFits:
        covariance = _invert(information)[:, :-1, :-1]
        return CountFits(self.family, parameters[:, :-1], covariance, np.exp(parameters[:, -1]), value, converged)


def nb1_terms(
    first: np.ndarray, second: np.ndarray, cells_size: np.ndarray, size: np.ndarray, sigma: np.ndarray | float
) -> tuple[np.ndarray, np.ndarray, np.ndarray, Any]:
    """What the derivatives of NB1's log-likelihood are made of, by group of cells.

    Parameters
    ----------
    first, second : float64
        Sums over the group's cells of digamma(y + r) - digamma(r), and of the same with trigamma.
    cells_size, size : float64
        Sizes r = mu / sigma of the cells, summed over the group, and of one cell.

    Returns
    -------
    score, curvature : float64
        First and second derivative by the linear predictor.
    drift : float64
        The rest of the derivative by log sigma: it is -score - drift + events / (1 + sigma).
    share : float64
        sigma / (1 + sigma).
    """
    share = sigma / (1.0 + sigma)
    score = size * first - cells_size * np.log1p(sigma)
    return score, score + size**2 * second, cells_size * share, share


_LIKELIHOODS = {"poisson": _Poisson, "nb1": _NB1, "nb2": _NB2}


def trigamma(x: np.ndarray) -> np.ndarray:
    """Second derivative of log gamma for x > 0, to 1e-12 relative; scipy's, the general zeta function, takes ten
    times as long.

    Recurrence up to x + 12, then the asymptotic series (Abramowitz & Stegun 6.4.6, 6.4.12).
    """
    total = np.zeros_like(x)
    for shift in range(12):
        total += 1.0 / (x + shift) ** 2
    inverse = 1.0 / (x + 12)
    square = inverse * inverse
    series = 1 / 6 - square * (1 / 30 - square * (1 / 42 - square * (1 / 30 - square * 5 / 66)))
    return total + inverse * (1.0 + inverse * (0.5 + inverse * series))


def log_pmf(family: str, counts: np.ndarray, mean: np.ndarray | float, dispersion: float = np.nan) -> np.ndarray:
    """Log probability of counts under a family, elementwise; ``mean`` in events per cell."""
    y, mean = np.asarray(counts, dtype=np.float64), np.asarray(mean, dtype=np.float64)
    if family == "poisson":
        return y * np.log(mean) - mean - gammaln(y + 1.0)
    size = mean / dispersion if family == "nb1" else dispersion
    return (
        gammaln(y + size)
        - gammaln(size)
        - gammaln(y + 1.0)
        + y * np.log(mean / (mean + size))
        + size * np.log(size / (mean + size))
    )
