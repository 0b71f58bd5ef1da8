"""Culling: which variables survive a cross-validated, non-negative elastic net for Poisson counts.

For every sample (all cells, and all cells without one fold) and every penalty (alpha, lambda) this solves

    min over b0, g, b >= 0 of  -(1/n) sum_i [ y_i eta_i - exp(eta_i) ] + lambda [ (1-alpha)/2 |b|^2 + alpha |b|_1 ],
    eta = o + b0 + Z g + X b,

with the columns of X scaled to unit population SD within the sample, which is glmnet's form (Friedman, Hastie &
Tibshirani 2010, J. Stat. Software 33(1)). Z are adjustment columns: never penalised, free in sign.

How it is solved. Because b >= 0 the L1 penalty is linear, so each Newton step is a small non-negative quadratic
problem, solved exactly by block principal pivoting. All samples and both alphas go along the path side by side, as
columns of the same matrix products, over the distinct rows of the variables that look like mattering at that
stretch of the path (in the spirit of the strong rules: Tibshirani et al. 2012, JRSS B 74(2)). The gradient of *all*
variables is then checked for the stretch; where one was left out wrongly, it is taken in and the stretch redone. A
solution is accepted when every optimality (KKT) condition holds to ``TOLERANCE`` on the standardised scale, so the
survivors depend on the data, not on where a solver happened to stop.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg.lapack import dposv

from .candidates import Candidates, DistinctRows, column_sums, distinct_rows, unpack
from .progress import Progress

ALPHAS = (0.8, 0.95)
N_LAMBDAS = 100
LAMBDA_RATIO = 1e-4
TOLERANCE = 1e-9

_STRETCH = 5  # penalties solved between two checks of all variables
_MAX_NEWTON = 200
_MAX_HALVINGS = 40
_SLOW = 0.1  # a step that leaves more than this share of the residual calls for a fresh curvature
_NEAR = 0.1  # variables within this share of the penalty of coming in are moved along


@dataclass(frozen=True)
class Samples:
    """Counts on distinct rows, dealt into folds.

    Attributes
    ----------
    rows : DistinctRows
    signs : (p,) float64
        +1 or -1 of each packed variable.
    cells, exposure, events : (m, k) float64
        Cells, summed exp(offset) and summed counts in each row and fold.
    """

    rows: DistinctRows
    signs: np.ndarray
    cells: np.ndarray
    exposure: np.ndarray
    events: np.ndarray

    @classmethod
    def of(cls, candidates: Candidates, counts, folds, offset=None, always=None):
        """From cells: counts (n,), fold of each cell 0..k-1 (n,), log offset (n,), always-in columns (n, q)."""
        rows = distinct_rows(candidates.packed, always)
        exposure = np.ones(len(counts)) if offset is None else np.exp(offset)
        n_folds = int(folds.max()) + 1
        slot = rows.row_of * n_folds + folds

        def total(weights):
            return np.bincount(slot, weights=weights, minlength=rows.n_rows * n_folds).reshape(-1, n_folds)

        return cls(rows, candidates.signs, total(None).astype(np.float64), total(exposure), total(counts))

    @property
    def n_folds(self):
        return self.cells.shape[1]

    def without_each_fold(self, weights):
        """(m, k) by fold -> (m, 1 + k): everything, then everything but each fold."""
        total = weights.sum(1, keepdims=True)
        return np.concatenate([total, total - weights], axis=1)


@dataclass(frozen=True)
class Path:
    """Solutions along the path.

    Attributes
    ----------
    alphas : (a,) float64
    lambdas : (a, l) float64
    always : (a, 1 + k, l, 1 + q) float64
        Intercept and adjustment coefficients; sample 0 is all cells, sample j all but fold j - 1.
    coefficients : (a, 1 + k, l, p) float64
        On the raw 0/1 (or 0/-1) scale.
    held_out : (a, k, l) float64
        Sum over the held-out cells of -2 (y eta - mu), that is their Poisson deviance up to a constant.
    residual : float
        Largest violation of an optimality condition over all solutions.
    """

    alphas: np.ndarray
    lambdas: np.ndarray
    always: np.ndarray
    coefficients: np.ndarray
    held_out: np.ndarray
    residual: float


def fit_path(samples: Samples, alphas=ALPHAS, lambdas=None, n_lambdas=N_LAMBDAS, progress=None):
    """Elastic net solutions for every alpha, lambda, and sample.

    Parameters
    ----------
    lambdas : (a, l) array, optional
        Descending penalties of each alpha; by default ``n_lambdas`` of them, log-spaced from the smallest that
        keeps every variable out (judged by the absolute gradient, as glmnet does) down to ``LAMBDA_RATIO`` of it.

    Returns
    -------
    Path
    """
    solver = _PathSolver(samples, np.asarray(alphas, dtype=np.float64))
    solver.start()
    if lambdas is None:
        lambdas = solver.largest_lambda()[:, None] * np.geomspace(1.0, LAMBDA_RATIO, n_lambdas)
    return solver.run(np.asarray(lambdas, dtype=np.float64), progress or Progress())


class _PathSolver:
    """State of the solutions as the penalty falls. Problems are (alpha, sample) pairs, alpha-major."""

    def __init__(self, samples, alphas):
        self.samples = samples
        self.alphas = alphas
        self.n_samples = samples.n_folds + 1
        self.alpha_of = np.repeat(alphas, self.n_samples)
        self.sample_of = np.tile(np.arange(self.n_samples), len(alphas))
        self.n_always = 1 + samples.rows.always.shape[1]
        self.n_variables = len(samples.signs)

        cells = samples.without_each_fold(samples.cells)
        self.n_cells = cells.sum(0)
        share = column_sums(samples.rows.packed, cells)[: self.n_variables] / self.n_cells
        sd = np.sqrt(np.maximum(share * (1.0 - share), 0.0))
        # a variable that is constant in a sample has no scale and stays out of it
        self.scale = np.divide(samples.signs[:, None], sd, out=np.zeros_like(sd), where=sd > 1e-12)
        self.exposure = samples.without_each_fold(samples.exposure)
        events = samples.without_each_fold(samples.events)
        self.event_sums = column_sums(samples.rows.packed, events)[: self.n_variables]
        always = np.column_stack([np.ones(samples.rows.n_rows), samples.rows.always])
        centred = always - (self.samples.cells.sum(1) @ always) / self.n_cells[0] * (np.arange(self.n_always) > 0)
        spread = np.sqrt(samples.cells.sum(1) @ centred**2 / self.n_cells[0])
        self.always_scale = np.where(spread > 0, 1.0 / np.where(spread > 0, spread, 1.0), 0.0)

    def start(self):
        """The solutions with no variable in: intercept and adjustment only."""
        n_problems = len(self.alpha_of)
        self.beta = np.zeros((n_problems, self.n_always + self.n_variables))
        mean = self.samples.without_each_fold(self.samples.events).sum(0) / self.exposure.sum(0)
        self.beta[:, 0] = np.log(mean)[self.sample_of]
        self.work = _WorkingSet(self, np.empty(0, dtype=np.int64))
        self.work.solve(self, np.zeros(n_problems), np.zeros(n_problems))
        self.pull = self.all_pulls([self.work.mean])[0]

    def largest_lambda(self):
        """(a,) smallest lambda at which the model of all cells is empty."""
        at_start = np.abs(self.pull[self.sample_of == 0]).max(axis=1, initial=0.0)
        return np.maximum(at_start, 1e-12) / self.alphas

    def all_pulls(self, means, progress=None):
        """Minus the gradient of every variable, standardised, for means on the working rows: (len, problems, p)."""
        packed, row_of = self.samples.rows.packed, self.work.rows.row_of
        block = max(1024, (1 << 21) // max(1, 8 * packed.shape[0]))
        n_problems = len(self.alpha_of)
        sums = np.zeros((8 * packed.shape[0], len(means) * n_problems))
        for start in range(0, self.samples.rows.n_rows, block):
            span = slice(start, start + block)
            bits = unpack(packed, rows=span).astype(np.float64)
            exposure = self.exposure[span][:, self.sample_of]
            expected = np.concatenate([exposure * mean[row_of[span]] for mean in means], axis=1)
            sums += bits @ expected
            if progress:
                progress(min(1.0, span.stop / self.samples.rows.n_rows))
        expected = sums[: self.n_variables].T.reshape(len(means), n_problems, self.n_variables)
        scale = (self.scale / self.n_cells).T[self.sample_of]
        return (self.event_sums.T[self.sample_of] - expected) * scale

    def run(self, lambdas, progress):
        n_alphas, n_lambdas = lambdas.shape
        by_problem = np.repeat(lambdas, self.n_samples, axis=0)
        n_problems = len(by_problem)
        solutions = np.zeros((n_lambdas, n_problems, self.n_always + self.n_variables))
        held_out = np.zeros((n_lambdas, n_problems))
        worst = 0.0
        begin = 0
        while begin < n_lambdas:
            stretch = range(begin, min(begin + _STRETCH, n_lambdas))
            last = by_problem[:, stretch[-1]]
            wanted = self.pull >= (self.alpha_of * last)[:, None]
            wanted |= self.beta[:, self.n_always :] != 0
            self.work_on(np.flatnonzero(wanted.any(axis=0)))
            at_begin = self.beta.copy()
            while True:
                means = []
                for index in stretch:
                    penalty = by_problem[:, index]
                    residual = self.work.solve(
                        self, penalty * (1 - self.alpha_of), penalty * self.alpha_of, progress.part(
                            index / n_lambdas, (index + 1) / n_lambdas)
                    )
                    worst = max(worst, residual)
                    solutions[index] = self.beta
                    held_out[index] = self.work.held_out_deviance()
                    means.append(self.work.mean)
                pulls = self.all_pulls(means, progress.part(index / n_lambdas, (index + 1) / n_lambdas))
                limits = (by_problem[:, stretch] * self.alpha_of[:, None]).T[:, :, None]
                outside = np.ones(self.n_variables, dtype=bool)
                outside[self.work.columns] = False
                excess = np.where(outside, pulls - limits, 0.0)
                worst = max(worst, np.where(excess <= TOLERANCE, excess, 0.0).max(initial=0.0))
                missed = (excess > TOLERANCE).any(axis=(0, 1))
                if not missed.any():
                    break
                self.beta = at_begin.copy()
                self.work_on(np.union1d(self.work.columns, np.flatnonzero(missed)))
            self.pull = pulls[-1]
            begin = stretch[-1] + 1
        return self.unscale(lambdas, solutions, held_out, worst)

    def work_on(self, columns):
        """Make these the working set, unless the present one holds them and is hardly larger."""
        present = self.work.columns
        if len(present) > 1.2 * len(columns) or not np.isin(columns, present).all():
            self.work = _WorkingSet(self, columns)

    def unscale(self, lambdas, solutions, held_out, worst):
        shape = (lambdas.shape[1], len(self.alphas), self.n_samples)
        always = solutions[:, :, : self.n_always] * self.raw_always()
        raw = solutions[:, :, self.n_always :] * np.abs(self.scale.T[self.sample_of])
        return Path(
            self.alphas,
            lambdas,
            np.moveaxis(always.reshape(*shape, -1), 0, 2),
            np.moveaxis(raw.reshape(*shape, -1), 0, 2),
            np.moveaxis(held_out.reshape(shape), 0, 2)[:, 1:],
            worst,
        )

    def raw_always(self):
        return np.concatenate([[1.0], self.always_scale[1:]])


class _WorkingSet:
    """The variables that matter at this stretch of the path, on the distinct rows they leave."""

    def __init__(self, solver, columns):
        samples = solver.samples
        self.columns = columns
        bits = unpack(samples.rows.packed, columns)
        self.rows = distinct_rows(np.packbits(bits, axis=0), samples.rows.always if solver.n_always > 1 else None)
        first = np.zeros(self.rows.n_rows, dtype=np.int64)
        first[self.rows.row_of] = np.arange(samples.rows.n_rows)
        self.design = np.column_stack(
            [np.ones(len(first)), samples.rows.always[first], bits[:, first].T.astype(np.float64)]
        )
        self.scale = np.concatenate(
            [np.tile(solver.raw_always()[:, None], solver.n_samples), solver.scale[columns]]
        ).T[solver.sample_of]
        self.free = np.arange(self.design.shape[1]) < solver.n_always
        self.position = np.concatenate([np.arange(solver.n_always), solver.n_always + columns])
        self.n_cells = solver.n_cells[solver.sample_of]

        def by_sample(weights):
            summed = np.column_stack([self.rows.sum(column) for column in weights.T])
            return summed, samples.without_each_fold(summed)[:, solver.sample_of]

        self.fold_exposure, self.exposure = by_sample(samples.exposure)
        self.fold_events, self.events = by_sample(samples.events)
        self.sample_of = solver.sample_of
        self.mean = self.eta = self.hot = None

    def solve(self, solver, ridge, lasso, progress=None):
        """Newton steps for all problems at one penalty each, from and into ``solver.beta``; the worst residual.

        A step only moves the variables that are in or about to come in; its curvature is that of the sample at a
        recent solution, renewed when the residual stops falling fast. The gradient is always exact.
        """
        beta = solver.beta[:, self.position]
        eta = self.design @ (beta * self.scale).T
        mean = np.exp(np.minimum(eta, 50.0))
        value, pull = self.evaluate(slice(None), beta, eta, mean, ridge, lasso)
        slack = self.slack(slice(None), beta, pull, ridge, lasso)
        residual = self.residual(beta, slack)
        for _ in range(_MAX_NEWTON):
            if progress:
                progress(0.0)
            open_ = np.flatnonzero(residual > TOLERANCE)
            if not len(open_):
                break
            self.warm_up(beta, slack, lasso, mean)
            step = np.zeros((len(open_), beta.shape[1]))
            step[:, self.hot] = self.newton_step(open_, beta, pull, ridge, lasso)
            before = residual.copy()
            size = np.ones(len(open_))
            pending = np.arange(len(open_))
            for _ in range(_MAX_HALVINGS):
                chosen = open_[pending]
                trial = beta[chosen] + size[pending, None] * step[pending]
                trial_eta = self.design @ (trial * self.scale[chosen]).T
                trial_mean = np.exp(np.minimum(trial_eta, 50.0))
                trial_value, trial_pull = self.evaluate(chosen, trial, trial_eta, trial_mean, ridge, lasso)
                fine = trial_value <= value[chosen] + 1e-12 * (1.0 + np.abs(value[chosen]))
                good = chosen[fine]
                beta[good], value[good], pull[good] = trial[fine], trial_value[fine], trial_pull[fine]
                mean[:, good], eta[:, good] = trial_mean[:, fine], trial_eta[:, fine]
                pending = pending[~fine]
                if not len(pending):
                    break
                size[pending] *= 0.5
            slack[open_] = self.slack(open_, beta[open_], pull[open_], ridge, lasso)
            residual[open_] = self.residual(beta[open_], slack[open_])
            slow = open_[residual[open_] > np.maximum(_SLOW * before[open_], TOLERANCE)]
            for sample in np.unique(self.sample_of[slow]):
                self.renew(sample, mean)
        solver.beta[:, self.position] = beta
        self.mean, self.eta = mean, eta
        return residual.max()

    def warm_up(self, beta, slack, lasso, mean):
        """Widen the set of variables that steps may move, if one outside it wants in, and renew the curvature."""
        wants_in = self.free | ((beta > 0) | (slack > 0)).any(axis=0)
        if self.hot is None or not wants_in[self.hot].sum() == wants_in.sum():
            near = ((beta > 0) | (slack > -_NEAR * lasso[:, None])).any(axis=0)
            self.hot = np.flatnonzero(self.free | near)
            self.hot_design = np.ascontiguousarray(self.design[:, self.hot])
            self.curvature = np.empty((self.sample_of.max() + 1, len(self.hot), len(self.hot)))
            for sample in range(len(self.curvature)):
                self.renew(sample, mean)

    def renew(self, sample, mean):
        """The curvature X'WX / n of a sample at its present means (averaged over the alphas)."""
        of_sample = np.flatnonzero(self.sample_of == sample)
        first = of_sample[0]
        weights = self.exposure[:, first] * mean[:, of_sample].mean(axis=1) / self.n_cells[first]
        self.curvature[sample] = (self.hot_design * weights[:, None]).T @ self.hot_design

    def newton_step(self, chosen, beta, pull, ridge, lasso):
        """(c, hot) change of the chosen problems' hot coefficients that minimises their quadratic model."""
        free = self.free[self.hot]
        scale, present = self.scale[chosen][:, self.hot], beta[chosen][:, self.hot]
        matrix = self.curvature[self.sample_of[chosen]] * scale[:, :, None] * scale[:, None, :]
        linear = np.einsum("jab,jb->ja", matrix, present) + pull[chosen][:, self.hot]
        linear -= np.where(free, 0.0, lasso[chosen, None])
        each = np.arange(len(free))
        matrix[:, each, each] += np.where(free, 0.0, ridge[chosen, None]) + (scale == 0)
        return nonnegative_quadratic(matrix, linear, free, present > 0) - present

    def evaluate(self, chosen, beta, eta, mean, ridge, lasso):
        """Objective (c,) and minus the gradient of its smooth, unpenalised part (c, d) of chosen problems."""
        n_cells = self.n_cells[chosen]
        expected = self.exposure[:, chosen] * mean
        events = self.events[:, chosen]
        penalised = beta[:, ~self.free]
        value = (expected.sum(0) - np.einsum("mj,mj->j", events, eta)) / n_cells
        value += 0.5 * ridge[chosen] * (penalised**2).sum(1) + lasso[chosen] * penalised.sum(1)
        pull = ((events - expected).T @ self.design) * self.scale[chosen] / n_cells[:, None]
        return value, pull

    def slack(self, chosen, beta, pull, ridge, lasso):
        """(c, d) pull on each coefficient beyond what the penalty holds; 0 where it is in and at its optimum."""
        slack = np.where(self.free, pull, pull - lasso[chosen, None] - ridge[chosen, None] * beta)
        return np.where(self.scale[chosen] == 0, 0.0, slack)

    def residual(self, beta, slack):
        """(c,) largest violation of the optimality conditions, standardised."""
        return np.where(self.free | (beta > 0), np.abs(slack), np.maximum(slack, 0.0)).max(axis=1)

    def held_out_deviance(self):
        """(problems,) -2 sum (y eta - mu) over the cells of the fold each problem was not fitted to; 0 for all cells."""
        fold = self.sample_of - 1
        events, exposure = self.fold_events[:, fold], self.fold_exposure[:, fold]
        value = -2.0 * (np.einsum("mj,mj->j", events, self.eta) - np.einsum("mj,mj->j", exposure, self.mean))
        return np.where(fold < 0, 0.0, value)


def nonnegative_quadratic(matrix, linear, free, passive):
    """Minimise x'Ax/2 - c'x with x >= 0 except where ``free``, for several small problems at once.

    Block principal pivoting (Portugal, Judice & Vicente 1994; Kim & Park 2011): all infeasible variables change
    sides at once, and single ones (Murty's rule, which cannot cycle) when that stops helping.

    Parameters
    ----------
    matrix : (j, d, d) float64, positive definite
    linear : (j, d) float64
    free : (d,) bool
    passive : (j, d) bool
        Variables expected to be positive.

    Returns
    -------
    (j, d) float64, with exact zeros at the bound.
    """
    n_problems, size = linear.shape
    solution = np.zeros_like(linear)
    for matrix_, linear_, passive_, solution_ in zip(matrix, linear, passive | free, solution, strict=True):
        small = 1e-13 * np.abs(linear_).max()
        fewest, patience = len(linear_) + 1, 3
        while True:
            inside = np.flatnonzero(passive_)
            solution_[:] = 0.0
            # Cholesky by LAPACK itself: at this size, what numpy wraps around it costs more than the work
            _, solution_[inside], _ = dposv(matrix_[inside[:, None], inside], linear_[inside])
            slope = matrix_ @ solution_ - linear_
            infeasible = np.flatnonzero(
                np.where(passive_, ~free & (solution_ * matrix_.diagonal() < -small), slope < -small)
            )
            if not len(infeasible):
                break
            patience = 3 if len(infeasible) < fewest else patience - 1
            fewest = min(fewest, len(infeasible))
            flip = infeasible if patience >= 0 else infeasible[-1:]
            passive_[flip] = ~passive_[flip]
    return np.where(free, solution, np.maximum(solution, 0.0))


@dataclass(frozen=True)
class Culling:
    """What the cross-validation chose.

    ``deviance`` (a, l) is the mean cross-validated Poisson deviance of a cell, averaged over the repeats, and
    ``deviance_se`` its standard error over the folds; ``coefficients`` (p,) belong to the chosen penalty on all
    cells; survivors are the non-zero ones.
    """

    alphas: np.ndarray
    lambdas: np.ndarray
    deviance: np.ndarray
    deviance_se: np.ndarray
    alpha: float
    penalty: float
    coefficients: np.ndarray
    residual: float

    @property
    def survivors(self):
        return np.flatnonzero(self.coefficients > 0)


def cull(candidates: Candidates, counts, folds, offset=None, always=None, alphas=ALPHAS, lambdas=None, progress=None):
    """Cross-validate the elastic net and keep the variables of the (alpha, lambda) with the lowest mean deviance.

    Parameters
    ----------
    candidates : Candidates over n cells
    counts : (n,) incidents per cell
    folds : (r, n) int
        Fold 0..k-1 of every cell, for each of r repeats.
    offset : (n,) float64, optional
        Log exposure.
    always : (n, q) float64, optional
        Adjustment columns that are always in.

    Returns
    -------
    Culling
        On ties the larger alpha loses and the larger lambda wins, as in ``cv.glmnet``'s ``lambda.min``.
    """
    progress = progress or Progress()
    folds = np.atleast_2d(folds)
    constant = _deviance_constant(counts, offset)
    curves, spreads, residual = [], [], 0.0
    for repeat, deal in enumerate(folds):
        samples = Samples.of(candidates, counts, deal, offset, always)
        path = fit_path(
            samples, alphas, lambdas, progress=progress.part(repeat / len(folds), (repeat + 1) / len(folds))
        )
        lambdas = path.lambdas
        sizes = samples.cells.sum(0)
        by_fold = path.held_out + np.bincount(deal, weights=constant, minlength=samples.n_folds)[:, None]
        curves.append(by_fold.sum(axis=1) / len(counts))
        means = by_fold / sizes[:, None]
        spread = (means - curves[-1][:, None, :]) ** 2
        spreads.append(np.sqrt((spread * sizes[:, None]).sum(axis=1) / len(counts) / (samples.n_folds - 1)))
        residual = max(residual, path.residual)
    deviance = np.mean(curves, axis=0)
    row, column = np.unravel_index(np.argmin(deviance), deviance.shape)
    return Culling(
        path.alphas,
        path.lambdas,
        deviance,
        np.mean(spreads, axis=0),
        float(path.alphas[row]),
        float(path.lambdas[row, column]),
        path.coefficients[row, 0, column],
        residual,
    )


def _deviance_constant(counts, offset):
    """(n,) what turns -2 (y (eta - offset) - mu) into the Poisson deviance of a cell."""
    y = np.asarray(counts, dtype=np.float64)
    constant = 2.0 * (np.where(y > 0, y * np.log(np.where(y > 0, y, 1.0)), 0.0) - y)
    return constant if offset is None else constant - 2.0 * y * offset
