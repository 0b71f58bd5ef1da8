"""The path of a cross-validated, non-negative elastic net for Poisson counts.

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
solution is accepted when every optimality (KKT) condition holds to a tolerance on the standardised scale, so the
survivors depend on the data, not on where a solver happened to stop.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.linalg.blas import ssyrk

from ..blas import product
from ..progress import Progress
from ..variables.byte_products import ByteProducts
from ..variables.candidates import Candidates, DistinctRows, column_sums, distinct_rows, unpack
from .observations import Observations
from .quadratic import nonnegative_quadratic

ALPHAS = (0.8, 0.95)
N_LAMBDAS = 100
LAMBDA_RATIO = 1e-4
TOLERANCE = 1e-9
PATIENCE, HURRIED_PATIENCE = 20, 10  # penalties behind the lowest deviance: a factor of 6 or 2.5, on the usual path
HURRIED_TOLERANCE = 1e-6  # where the same fit is repeated very often
FOLD_TOLERANCE = 1e-7  # where the folds only tell which penalty to take: their deviance is good to 1e-7 of itself

_STRETCH = 5  # penalties solved between two checks of all variables
_LIKELY = 0.85  # share of the penalty that a score must be heading for, for its variable to be in the working set
_MAX_ETA = 50.0
_MAX_NEWTON = 200
_MAX_HALVINGS = 40
_SLOW = 0.2  # a step that leaves more than this share of the residual calls for a fresh curvature
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
    def of(cls, candidates: Candidates, observations: Observations, folds: np.ndarray) -> Samples:
        """From cells, with the fold 0..k-1 of each (n,)."""
        weights, offset = observations.times, observations.offset
        rows = distinct_rows(candidates.packed, observations.unpenalised)
        exposure = weights if offset is None else weights * np.exp(offset)
        n_folds = int(folds.max()) + 1
        slot = rows.row_of * n_folds + folds

        def total(weights: np.ndarray) -> np.ndarray:
            return np.bincount(slot, weights=weights, minlength=rows.n_rows * n_folds).reshape(-1, n_folds)

        return cls(rows, candidates.signs, total(weights), total(exposure), total(weights * observations.counts))

    @property
    def n_folds(self) -> int:
        return self.cells.shape[1]

    def without_each_fold(self, weights: np.ndarray) -> np.ndarray:
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
    unpenalised : (a, 1 + k, l, 1 + q) float64
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
    unpenalised: np.ndarray
    coefficients: np.ndarray
    held_out: np.ndarray
    residual: float


def fit_path(
    samples: Samples,
    alphas: tuple[float, float] = ALPHAS,
    lambdas: np.ndarray | None = None,
    n_lambdas: int = N_LAMBDAS,
    patience: int | None = None,
    tolerance: float = TOLERANCE,
    fold_tolerance: float = TOLERANCE,
    progress: Progress | None = None,
) -> Path:
    """Elastic net solutions for every alpha, lambda, and sample.

    Parameters
    ----------
    lambdas : (a, l) array, optional
        Descending penalties of each alpha; by default ``n_lambdas`` of them, log-spaced from the smallest that
        keeps every variable out (judged by the absolute gradient, as glmnet does) down to ``LAMBDA_RATIO`` of it.
    patience : int, optional
        End the path so many penalties after the lowest held-out deviance of every alpha. The choice is that of the
        whole path, unless its deviance falls again, below what it was, further on.
    tolerance, fold_tolerance : float
        Up to which the solutions of all cells, and those without a fold, may violate an optimality condition.

    Returns
    -------
    Path
    """
    progress = progress or Progress()
    alphas = np.asarray(alphas, dtype=np.float64)
    solver = _PathSolver(samples, alphas, tolerance, fold_tolerance, progress.part(0.0, 0.0))
    solver.start()
    if lambdas is None:
        lambdas = solver.largest_lambda()[:, None] * np.geomspace(1.0, LAMBDA_RATIO, n_lambdas)
    return solver.run(np.asarray(lambdas, dtype=np.float64), patience, progress)


class _PathSolver:
    """State of the solutions as the penalty falls. Problems are (alpha, sample) pairs, alpha-major.

    Arrays by problem have the problems first, so that taking a few of them copies whole rows.
    """

    def __init__(
        self, samples: Samples, alphas: np.ndarray, tolerance: float, fold_tolerance: float, progress: Progress
    ) -> None:
        self.samples = samples
        self.products = ByteProducts(samples.rows.packed, len(samples.signs))
        self.alphas = alphas
        self.n_samples = samples.n_folds + 1
        self.alpha_of = np.repeat(alphas, self.n_samples)
        self.sample_of = np.tile(np.arange(self.n_samples), len(alphas))
        self.tolerance = np.where(self.sample_of == 0, tolerance, max(tolerance, fold_tolerance))
        self.n_unpenalised = 1 + samples.rows.unpenalised.shape[1]
        self.n_variables = len(samples.signs)

        cells = samples.without_each_fold(samples.cells)
        self.n_cells = cells.sum(axis=0)
        share = column_sums(samples.rows.packed, cells, progress)[: self.n_variables] / self.n_cells
        sd = np.sqrt(np.maximum(share * (1.0 - share), 0.0))
        # a variable that is constant in a sample has no scale and stays out of it
        self.scale = np.divide(samples.signs[:, None], sd, out=np.zeros_like(sd), where=sd > 1e-12).T
        self.exposure = np.ascontiguousarray(samples.without_each_fold(samples.exposure).T)
        events = samples.without_each_fold(samples.events)
        self.event_sums = column_sums(samples.rows.packed, events, progress)[: self.n_variables].T
        self.n_events = events.sum(axis=0)
        self.unpenalised_scale = self._unpenalised_scale()

    def _unpenalised_scale(self) -> np.ndarray:
        """(1 + q,) 1 for the intercept, 1 / SD over the cells for adjustment columns, 0 for a constant one."""
        weights = self.samples.cells.sum(axis=1) / self.n_cells[0]
        unpenalised = self.samples.rows.unpenalised
        sd = np.sqrt(np.maximum(weights @ (unpenalised - weights @ unpenalised) ** 2, 0.0))
        return np.concatenate([[1.0], np.divide(1.0, sd, out=np.zeros_like(sd), where=sd > 0)])

    def start(self) -> None:
        """The solutions with no variable in: intercept and adjustment only."""
        n_problems = len(self.alpha_of)
        self.beta = np.zeros((n_problems, self.n_unpenalised + self.n_variables))
        self.beta[:, 0] = np.log(self.n_events / self.exposure.sum(axis=1))[self.sample_of]
        self.working = _WorkingSet(self, np.empty(0, dtype=np.int64))
        self.solve(np.zeros(n_problems), np.zeros(n_problems))
        self.at_start = self.beta.copy()
        self.score = self.scores(np.arange(self.n_variables), [self.working.mean])[0]

    def solve(self, ridge: np.ndarray, lasso: np.ndarray, progress: Progress | None = None) -> float:
        """Bring the solutions to a penalty for each problem; the largest violation of an optimality condition."""
        found, residual = self.working.solve(self.beta, ridge, lasso, self.tolerance, progress)
        self.beta[:, self.working.position] = found
        return residual

    def largest_lambda(self) -> np.ndarray:
        """(a,) smallest lambda at which the model of all cells is empty."""
        at_start = np.abs(self.score[self.sample_of == 0]).max(axis=1, initial=0.0)
        return np.maximum(at_start, 1e-12) / self.alphas

    def scores(self, columns: np.ndarray, means: list[np.ndarray], progress: Progress | None = None) -> np.ndarray:
        """Minus the gradient of chosen variables, standardised: (len(means), problems, len(columns)).

        ``means`` are (problems, working rows): exp(eta) of each problem, at several penalties.
        """
        row_of, found = self.working.rows.row_of, []
        scale = (self.scale[:, columns] / self.n_cells[:, None])[self.sample_of]
        events, exposure = self.event_sums[:, columns][self.sample_of], self.exposure[self.sample_of].T
        for mean in means:
            if progress:
                progress(1.0)
            expected = self.products.sums(mean.T[row_of] * exposure)[:, columns]
            found.append((events - expected) * scale)
        return np.array(found)

    def run(self, lambdas: np.ndarray, patience: int | None, progress: Progress) -> Path:
        n_lambdas = lambdas.shape[1]
        penalties = np.repeat(lambdas, self.n_samples, axis=0).T
        limits = penalties * self.alpha_of
        solutions = np.zeros((n_lambdas, *self.beta.shape))
        held_out = np.zeros((n_lambdas, len(self.alpha_of)))
        score, trend = self.score, np.zeros_like(self.score)
        worst, furthest, begin, missed = 0.0, 0.0, 0, np.empty(0, dtype=np.int64)
        while begin < n_lambdas:
            stretch = np.arange(begin, min(begin + _STRETCH, n_lambdas))
            # a variable is worth having in the working set if it is in, or its score is heading beyond the penalty
            wanted = score + len(stretch) * trend >= _LIKELY * limits[stretch[-1]][:, None]
            wanted |= self.beta[:, self.n_unpenalised :] != 0
            self.work_on(np.union1d(np.flatnonzero(wanted.any(axis=0)), missed))
            outside = np.setdiff1d(np.arange(self.n_variables), self.working.columns)
            scores = np.empty((len(stretch), *score.shape))
            means, residuals = [], []
            for place, index in enumerate(stretch):
                furthest = max(furthest, index / n_lambdas)  # a stretch that is redone does not move the bar back
                step = progress.part(furthest, furthest)
                ridge, lasso = penalties[index] * (1 - self.alpha_of), limits[index]
                residuals.append(self.solve(ridge, lasso, step))
                solutions[index] = self.beta
                held_out[index] = self.working.held_out_deviance()
                scores[place][:, self.working.columns] = self.working.score[:, self.n_unpenalised :]
                means.append(self.working.mean)
            scores[:, :, outside] = self.scores(outside, means, step)
            excess = (scores - limits[stretch][:, :, None])[:, :, outside].max(axis=1, initial=0.0)
            wrong = excess > self.tolerance[0]
            missed = outside[wrong.any(axis=0)]
            # solutions stand up to the first penalty at which a variable outside wanted in
            accepted = int(np.argmax(wrong.any(axis=1))) if len(missed) else len(stretch)
            worst = max([worst, *residuals[:accepted], excess[:accepted].max(initial=0.0)])
            if accepted:
                trend = scores[accepted - 1] - (scores[accepted - 2] if accepted > 1 else score)
                score = scores[accepted - 1]
                begin += accepted
            self.beta = solutions[begin - 1].copy() if begin else self.at_start.copy()
            if patience is not None and begin and self.is_past_lowest(held_out[:begin], patience):
                break
        return self.unscale(lambdas[:, :begin], solutions[:begin], held_out[:begin], worst)

    def is_past_lowest(self, held_out: np.ndarray, patience: int) -> bool:
        """Whether every alpha's deviance over all folds was lowest at least so many penalties ago."""
        curves = held_out.reshape(len(held_out), len(self.alphas), self.n_samples)[:, :, 1:].sum(axis=2)
        return (len(curves) - 1 - curves.argmin(axis=0) >= patience).all()

    def work_on(self, columns: np.ndarray) -> None:
        """Make these the working set, unless the present one holds them and is hardly larger."""
        present = self.working.columns
        if len(present) > 1.2 * len(columns) or not np.isin(columns, present).all():
            self.working = _WorkingSet(self, columns)

    def unscale(self, lambdas: np.ndarray, solutions: np.ndarray, held_out: np.ndarray, worst: float) -> Path:
        shape = (lambdas.shape[1], len(self.alphas), self.n_samples)
        unpenalised = solutions[:, :, : self.n_unpenalised] * self.unpenalised_scale
        raw = solutions[:, :, self.n_unpenalised :] * np.abs(self.scale[self.sample_of])
        return Path(
            self.alphas,
            lambdas,
            np.moveaxis(unpenalised.reshape(*shape, -1), 0, 2),
            np.moveaxis(raw.reshape(*shape, -1), 0, 2),
            np.moveaxis(held_out.reshape(shape), 0, 2)[:, 1:],
            worst,
        )


class _WorkingSet:
    """The variables that matter at this stretch of the path, on the distinct rows they leave."""

    def __init__(self, solver: _PathSolver, columns: np.ndarray) -> None:
        samples = solver.samples
        self.columns = columns
        bits = unpack(samples.rows.packed, columns)
        self.rows = distinct_rows(
            np.packbits(bits, axis=0), samples.rows.unpenalised if solver.n_unpenalised > 1 else None
        )
        first = np.zeros(self.rows.n_rows, dtype=np.int64)
        first[self.rows.row_of] = np.arange(samples.rows.n_rows)
        unpenalised = np.column_stack([np.ones(len(first)), samples.rows.unpenalised[first]])
        self.n_unpenalised, self.unpenalised = solver.n_unpenalised, unpenalised.T.copy()
        self.products = ByteProducts(self.rows.packed, len(columns))
        self.scale = np.concatenate(
            [np.tile(solver.unpenalised_scale, (solver.n_samples, 1)), solver.scale[:, columns]], axis=1
        )[solver.sample_of]
        self.free = np.arange(solver.n_unpenalised + len(columns)) < solver.n_unpenalised
        self.position = np.concatenate([np.arange(solver.n_unpenalised), solver.n_unpenalised + columns])
        self.n_cells = solver.n_cells[solver.sample_of]
        self.sample_of = solver.sample_of
        self.fold_exposure, self.exposure = self._by_sample(samples, samples.exposure)
        self.fold_events, self.events = self._by_sample(samples, samples.events)
        self.beta: np.ndarray | None = None  # where these belong to; None before the first solution
        self.eta: np.ndarray = None
        self.mean: np.ndarray = None
        self.loss: np.ndarray = None
        self.score: np.ndarray = None
        self.active: np.ndarray | None = None

    def _by_sample(self, samples: Samples, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Sums over the working rows: (folds, rows), and (problems, rows) without the problem's fold."""
        summed = np.column_stack([self.rows.sum(column) for column in weights.T])
        return summed.T.copy(), samples.without_each_fold(summed).T[self.sample_of]

    def solve(
        self,
        beta: np.ndarray,
        ridge: np.ndarray,
        lasso: np.ndarray,
        tolerance: np.ndarray,
        progress: Progress | None = None,
    ) -> tuple[np.ndarray, float]:
        """Newton steps for all problems at one penalty each, from ``beta``: the solutions, and the worst residual.

        A step only moves the variables that are in or about to come in; its curvature is that of the sample at a
        recent solution, renewed when the residual stops falling fast. The gradient is always exact.
        """
        beta = beta[:, self.position]
        everyone = np.arange(len(beta))
        if self.beta is None or not np.array_equal(beta, self.beta):
            self.eta, self.mean, self.loss, self.score = self.evaluate(everyone, beta)
        eta, mean, loss, score = (array.copy() for array in (self.eta, self.mean, self.loss, self.score))
        value = loss + self.penalty(beta, ridge, lasso)
        slack = self.slack(everyone, beta, score, ridge, lasso)
        residual = self.residual(beta, slack)
        for _ in range(_MAX_NEWTON):
            if progress:
                progress(0.0)
            open_ = np.flatnonzero(residual > tolerance)
            if not len(open_):
                break
            self.update_active_set(beta, slack, lasso, mean, progress)
            step = np.zeros((len(open_), beta.shape[1]))
            step[:, self.active] = self.newton_step(open_, beta, score, ridge, lasso)
            before = residual.copy()
            for _ in range(_MAX_HALVINGS):
                trial = beta[open_] + step
                trial_eta, trial_mean, trial_loss, trial_score = self.evaluate(open_, trial)
                trial_value = trial_loss + self.penalty(trial, ridge[open_], lasso[open_])
                fine = trial_value <= value[open_] + 1e-12 * (1.0 + np.abs(value[open_]))
                done = open_[fine]
                beta[done], value[done], score[done] = trial[fine], trial_value[fine], trial_score[fine]
                mean[done], eta[done], loss[done] = trial_mean[fine], trial_eta[fine], trial_loss[fine]
                slack[done] = self.slack(done, beta[done], score[done], ridge, lasso)
                residual[done] = self.residual(beta[done], slack[done])
                open_, step = open_[~fine], step[~fine] * 0.5
                if not len(open_):
                    break
            slow = np.flatnonzero(residual > np.maximum(_SLOW * before, tolerance))
            for sample in np.unique(self.sample_of[slow]):
                self.update_curvature(sample, mean)
        self.beta, self.eta, self.mean, self.loss, self.score = beta, eta, mean, loss, score
        return beta, residual.max()

    def penalty(self, beta: np.ndarray, ridge: np.ndarray, lasso: np.ndarray) -> np.ndarray:
        penalised = beta[:, ~self.free]
        return 0.5 * ridge * (penalised**2).sum(axis=1) + lasso * penalised.sum(axis=1)

    def evaluate(self, chosen: np.ndarray, beta: np.ndarray) -> tuple[np.ndarray, ...]:
        """Of chosen problems: eta and exp(eta) (c, rows), the unpenalised objective (c,), minus its gradient (c, d)."""
        n_cells = self.n_cells[chosen]
        scaled = beta * self.scale[chosen]
        eta = np.ascontiguousarray(self.products.times(scaled[:, self.n_unpenalised :]).T)
        eta += product(scaled[:, : self.n_unpenalised], self.unpenalised)
        mean = np.exp(np.minimum(eta, _MAX_ETA))
        expected = self.exposure[chosen] * mean
        events = self.events[chosen]
        loss = (expected.sum(axis=1) - np.einsum("jm,jm->j", events, eta)) / n_cells
        left = events - expected
        sums = [product(left, self.unpenalised.T), self.products.sums(left.T)]
        score = np.concatenate(sums, axis=1) * self.scale[chosen] / n_cells[:, None]
        return eta, mean, loss, score

    def slack(
        self, chosen: np.ndarray, beta: np.ndarray, score: np.ndarray, ridge: np.ndarray, lasso: np.ndarray
    ) -> np.ndarray:
        """(c, d) score of each coefficient beyond what the penalty holds; 0 where it is in and at its optimum."""
        slack = np.where(self.free, score, score - lasso[chosen, None] - ridge[chosen, None] * beta)
        return np.where(self.scale[chosen] == 0, 0.0, slack)

    def residual(self, beta: np.ndarray, slack: np.ndarray) -> np.ndarray:
        """(c,) largest violation of the optimality conditions, standardised."""
        return np.where(self.free | (beta > 0), np.abs(slack), np.maximum(slack, 0.0)).max(axis=1)

    def update_active_set(
        self, beta: np.ndarray, slack: np.ndarray, lasso: np.ndarray, mean: np.ndarray, progress: Progress | None = None
    ) -> None:
        """Widen the set of variables that steps may move, if one outside it wants in, and renew the curvature."""
        wants_in = self.free | ((beta > 0) | (slack > 0)).any(axis=0)
        if self.active is not None and wants_in[self.active].sum() == wants_in.sum():
            return
        near = (slack > -_NEAR * lasso[:, None]).any(axis=0)
        self.active = np.flatnonzero(wants_in | near)
        unpenalised = self.active[self.active < self.n_unpenalised]
        bits = unpack(self.rows.packed, self.active[len(unpenalised) :] - self.n_unpenalised)
        self.active_design = np.concatenate([self.unpenalised[unpenalised], bits]).astype(np.float32)
        self.curvature = np.empty((self.sample_of.max() + 1, len(self.active), len(self.active)))
        for sample in range(len(self.curvature)):
            if progress:
                progress(0.0)
            self.update_curvature(sample, mean)

    def update_curvature(self, sample: int, mean: np.ndarray) -> None:
        """The curvature X'WX / n of a sample at its present means (averaged over the alphas).

        It decides how steps go, not where they end: single precision is enough.
        """
        of_sample = np.flatnonzero(self.sample_of == sample)
        first = of_sample[0]
        weights = self.exposure[first] * mean[of_sample].mean(axis=0) / self.n_cells[first]
        weighed = self.active_design * np.sqrt(weights).astype(np.float32)
        upper = ssyrk(1.0, weighed.T, trans=1)  # half the work of a plain product
        self.curvature[sample] = upper + np.triu(upper, 1).T

    def newton_step(
        self, chosen: np.ndarray, beta: np.ndarray, score: np.ndarray, ridge: np.ndarray, lasso: np.ndarray
    ) -> np.ndarray:
        """(c, active) change of the chosen problems' active coefficients that minimises their quadratic model."""
        free = self.free[self.active]
        scale, present = self.scale[chosen][:, self.active], beta[chosen][:, self.active]
        matrix = self.curvature[self.sample_of[chosen]] * scale[:, :, None] * scale[:, None, :]
        linear = np.einsum("jab,jb->ja", matrix, present) + score[chosen][:, self.active]
        linear -= np.where(free, 0.0, lasso[chosen, None])
        each = np.arange(len(free))
        matrix[:, each, each] += np.where(free, 0.0, ridge[chosen, None]) + (scale == 0)
        return nonnegative_quadratic(matrix, linear, free, present > 0) - present

    def held_out_deviance(self) -> np.ndarray:
        """(problems,) -2 sum (y eta - mu) over the cells of the fold that a problem leaves out; 0 for all cells."""
        fold = self.sample_of - 1
        value = 2.0 * (
            np.einsum("jm,jm->j", self.fold_exposure[fold], self.mean)
            - np.einsum("jm,jm->j", self.fold_events[fold], self.eta)
        )
        return np.where(fold < 0, 0.0, value)
