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
from ..variables.candidates import Candidates, DistinctRows, column_sums, distinct_rows, repack, unpack
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
    exposure : (m, 1 + k) float32 or float64
        Summed exp(offset) of the cells in each row: of all, then of all but each fold; in half the memory where that
        holds it exactly.
    cells, events : (k,) float64
        Cells, and the sum of their counts, in each fold.
    cells_with, events_with : (p, k) float64
        The same where a variable is 1.
    events_beside : (q, k) float64
        Sums of the adjustment columns, each cell as often as it has incidents.
    unpenalised_sd : (q,) float64
        Standard deviation of the adjustment columns over all cells.
    """

    rows: DistinctRows
    signs: np.ndarray
    exposure: np.ndarray
    cells: np.ndarray
    events: np.ndarray
    cells_with: np.ndarray
    events_with: np.ndarray
    events_beside: np.ndarray
    unpenalised_sd: np.ndarray

    @classmethod
    def of(
        cls, candidates: Candidates, observations: Observations, folds: np.ndarray, progress: Progress | None = None
    ) -> Samples:
        """From cells, with the fold 0..k-1 of each (n,)."""
        weights, offset = observations.times, observations.offset
        n_folds = int(folds.max()) + 1
        counts = weights * observations.counts
        rows = distinct_rows(candidates.packed, observations.unpenalised)
        exposure = weights if offset is None else weights * np.exp(offset)
        slot = rows.row_of * np.int64(n_folds) + folds
        exposure = np.bincount(slot, weights=exposure, minlength=rows.n_rows * n_folds).reshape(-1, n_folds)

        def dealt(block: slice) -> np.ndarray:
            mine = folds[block, None] == np.arange(n_folds)
            return np.concatenate([mine * weights[block, None], mine * counts[block, None]], axis=1)

        with_each = column_sums(candidates.packed, dealt, progress)[: len(candidates.signs)]
        beside = np.empty((len(weights), 0)) if observations.unpenalised is None else observations.unpenalised
        share = weights / weights.sum()
        return cls(
            rows,
            candidates.signs,
            _halved_where_exact(cls.without_each_fold(exposure)),
            np.bincount(folds, weights=weights, minlength=n_folds),
            np.bincount(folds, weights=counts, minlength=n_folds),
            with_each[:, :n_folds],
            with_each[:, n_folds:],
            np.array([np.bincount(folds, counts * column, n_folds) for column in beside.T]).reshape(-1, n_folds),
            np.sqrt(np.maximum(share @ (beside - share @ beside) ** 2, 0.0)),
        )

    @property
    def n_folds(self) -> int:
        return len(self.cells)

    @staticmethod
    def without_each_fold(sums: np.ndarray) -> np.ndarray:
        """(.., k) by fold -> (.., 1 + k): everything, then everything but each fold."""
        total = sums.sum(axis=-1, keepdims=True)
        return np.concatenate([total, total - sums], axis=-1)


def _halved_where_exact(values: np.ndarray) -> np.ndarray:
    """The same numbers in single precision if that is exact, as counts of cells are."""
    single = values.astype(np.float32)
    return single if (single == values).all() else values


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
        self.progress = progress

        self.n_cells = samples.without_each_fold(samples.cells)
        share = samples.without_each_fold(samples.cells_with) / self.n_cells
        sd = np.sqrt(np.maximum(share * (1.0 - share), 0.0))
        # a variable that is constant in a sample has no scale and stays out of it
        self.scale = np.divide(samples.signs[:, None], sd, out=np.zeros_like(sd), where=sd > 1e-12).T
        sums = [samples.events[None], samples.events_beside, samples.events_with]
        self.event_sums = samples.without_each_fold(np.concatenate(sums)).T  # (samples, 1 + q + p)
        sd = samples.unpenalised_sd
        # 1 for the intercept, 1 / SD over the cells for adjustment columns, 0 for a constant one
        self.unpenalised_scale = np.concatenate([[1.0], np.divide(1.0, sd, out=np.zeros_like(sd), where=sd > 0)])

    def start(self) -> None:
        """The solutions with no variable in: intercept and adjustment only."""
        n_problems = len(self.alpha_of)
        self.beta = np.zeros((n_problems, self.n_unpenalised + self.n_variables))
        exposure = self.samples.exposure.sum(axis=0, dtype=np.float64)
        self.beta[:, 0] = np.log(self.event_sums[:, 0] / exposure)[self.sample_of]
        self.working = _WorkingSet(self, np.empty(0, dtype=np.int64))
        self.solve(np.zeros(n_problems), np.zeros(n_problems), self.progress)
        self.at_start = self.beta.copy()
        self.score = self.scores(np.arange(self.n_variables), self.beta, self.progress)

    def solve(self, ridge: np.ndarray, lasso: np.ndarray, progress: Progress) -> float:
        """Bring the solutions to a penalty for each problem; the largest violation of an optimality condition."""
        found, residual = self.working.solve(self.beta, ridge, lasso, self.tolerance, progress)
        self.beta[:, self.working.position] = found
        return residual

    def largest_lambda(self) -> np.ndarray:
        """(a,) smallest lambda at which the model of all cells is empty."""
        at_start = np.abs(self.score[self.sample_of == 0]).max(axis=1, initial=0.0)
        return np.maximum(at_start, 1e-12) / self.alphas

    def scores(self, columns: np.ndarray, beta: np.ndarray, progress: Progress) -> np.ndarray:
        """Minus the gradient of chosen variables, standardised, at what the working set solves: (problems, columns)."""
        mean, row_of = self.working.means(beta[:, self.working.position]), self.working.rows.row_of
        total = np.zeros((256 * self.products.n_bytes, len(beta)))
        for number, block in enumerate(self.products.blocks):
            progress(0.0)
            exposure = self.samples.exposure[block][:, self.sample_of]
            total += self.products.by_value(mean[row_of[block]] * exposure, number)
        expected = self.products.sums(total)[:, columns]
        events = self.event_sums[:, self.n_unpenalised + columns][self.sample_of]
        return (events - expected) * (self.scale[:, columns] / self.n_cells[:, None])[self.sample_of]

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
            residuals = []
            for place, index in enumerate(stretch):
                furthest = max(furthest, index / n_lambdas)  # a stretch that is redone does not move the bar back
                step = progress.part(furthest, furthest)
                ridge, lasso = penalties[index] * (1 - self.alpha_of), limits[index]
                residuals.append(self.solve(ridge, lasso, step))
                solutions[index] = self.beta
                held_out[index] = self.working.held_out
                scores[place][:, self.working.columns] = self.working.score[:, self.n_unpenalised :]
                scores[place][:, outside] = self.scores(outside, self.beta, step)
            excess = (scores - limits[stretch][:, :, None])[:, :, outside].max(axis=1, initial=0.0)
            wrong = excess > self.tolerance[0]
            left_out = outside[wrong.any(axis=0)]
            # solutions stand up to the first penalty at which a variable outside wanted in
            accepted = int(np.argmax(wrong.any(axis=1))) if len(left_out) else len(stretch)
            # until one does, what was missed before stays in: two that want in by turns would go on for ever
            missed = left_out if accepted else np.union1d(missed, left_out)
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
    """The variables that matter at this stretch of the path, on the distinct rows they leave.

    What is known of each row for each problem is computed block by block when it is needed, and not kept: twelve
    problems side by side would need many times the memory of all the rest.
    """

    def __init__(self, solver: _PathSolver, columns: np.ndarray) -> None:
        samples = solver.samples
        self.columns = columns
        self.rows = distinct_rows(
            repack(samples.rows.packed, columns), samples.rows.unpenalised if solver.n_unpenalised > 1 else None
        )
        self.n_unpenalised = solver.n_unpenalised
        self.unpenalised = None
        if solver.n_unpenalised > 1:
            first = np.zeros(self.rows.n_rows, dtype=np.int64)
            first[self.rows.row_of] = np.arange(samples.rows.n_rows)
            self.unpenalised = samples.rows.unpenalised[first]
        self.products = ByteProducts(self.rows.packed, len(columns))
        self.scale = np.concatenate(
            [np.tile(solver.unpenalised_scale, (solver.n_samples, 1)), solver.scale[:, columns]], axis=1
        )[solver.sample_of]
        self.free = np.arange(solver.n_unpenalised + len(columns)) < solver.n_unpenalised
        self.position = np.concatenate([np.arange(solver.n_unpenalised), solver.n_unpenalised + columns])
        self.n_cells = solver.n_cells[solver.sample_of]
        self.sample_of = solver.sample_of
        self.event_sums = solver.event_sums[:, self.position][solver.sample_of]
        self.exposure = np.column_stack([self.rows.sum(by_fold) for by_fold in samples.exposure.T])
        self.exposure = self.exposure.astype(samples.exposure.dtype)
        self.beta: np.ndarray | None = None  # where these belong to; None before the first solution
        self.loss: np.ndarray = None
        self.score: np.ndarray = None
        self.held_out: np.ndarray = None
        self.active: np.ndarray | None = None

    def solve(
        self,
        beta: np.ndarray,
        ridge: np.ndarray,
        lasso: np.ndarray,
        tolerance: np.ndarray,
        progress: Progress,
    ) -> tuple[np.ndarray, float]:
        """Newton steps for all problems at one penalty each, from ``beta``: the solutions, and the worst residual.

        A step only moves the variables that are in or about to come in; its curvature is that of the sample at a
        recent solution, renewed when the residual stops falling fast. The gradient is always exact.
        """
        beta = beta[:, self.position]
        everyone = np.arange(len(beta))
        if self.beta is None or not np.array_equal(beta, self.beta):
            self.loss, self.score, self.held_out = self.evaluate(everyone, beta, progress)
        loss, score, held_out = (array.copy() for array in (self.loss, self.score, self.held_out))
        value = loss + self.penalty(beta, ridge, lasso)
        slack = self.slack(everyone, beta, score, ridge, lasso)
        residual = self.residual(beta, slack)
        for _ in range(_MAX_NEWTON):
            open_ = np.flatnonzero(residual > tolerance)
            if not len(open_):
                break
            self.update_active_set(beta, slack, lasso, progress)
            step = np.zeros((len(open_), beta.shape[1]))
            step[:, self.active] = self.newton_step(open_, beta, score, ridge, lasso)
            before = residual.copy()
            for _ in range(_MAX_HALVINGS):
                trial = beta[open_] + step
                trial_loss, trial_score, trial_held_out = self.evaluate(open_, trial, progress)
                trial_value = trial_loss + self.penalty(trial, ridge[open_], lasso[open_])
                fine = trial_value <= value[open_] + 1e-12 * (1.0 + np.abs(value[open_]))
                done = open_[fine]
                beta[done], value[done], score[done] = trial[fine], trial_value[fine], trial_score[fine]
                loss[done], held_out[done] = trial_loss[fine], trial_held_out[fine]
                slack[done] = self.slack(done, beta[done], score[done], ridge, lasso)
                residual[done] = self.residual(beta[done], slack[done])
                open_, step = open_[~fine], step[~fine] * 0.5
                if not len(open_):
                    break
            slow = np.flatnonzero(residual > np.maximum(_SLOW * before, tolerance))
            if len(slow):
                self.update_curvature(np.unique(self.sample_of[slow]), beta, progress)
        self.beta, self.loss, self.score, self.held_out = beta, loss, score, held_out
        return beta, residual.max()

    def penalty(self, beta: np.ndarray, ridge: np.ndarray, lasso: np.ndarray) -> np.ndarray:
        penalised = beta[:, ~self.free]
        return 0.5 * ridge * (penalised**2).sum(axis=1) + lasso * penalised.sum(axis=1)

    def eta(self, table: np.ndarray, unpenalised: np.ndarray, number: int) -> np.ndarray:
        """(rows, c) log expected count at an exposure of 1 in a block, of unpenalised coefficients (c, 1 + q)."""
        eta = self.products.times(table, number)
        eta += unpenalised[:, 0]
        if self.unpenalised is not None:
            eta += product(self.unpenalised[self.products.blocks[number]], unpenalised[:, 1:].T)
        return np.minimum(eta, _MAX_ETA, out=eta)

    def means(self, beta: np.ndarray) -> np.ndarray:
        """(m, problems) expected counts of all rows at an exposure of 1."""
        scaled = beta * self.scale
        free, table = scaled[:, : self.n_unpenalised], self.products.table(scaled[:, self.n_unpenalised :])
        mean = np.empty((self.rows.n_rows, len(beta)))
        for number, block in enumerate(self.products.blocks):
            np.exp(self.eta(table, free, number), out=mean[block])
        return mean

    def evaluate(self, chosen: np.ndarray, beta: np.ndarray, progress: Progress) -> tuple[np.ndarray, ...]:
        """Of chosen problems: the unpenalised objective (c,), minus its gradient (c, d), the held-out deviance (c,).

        That is -2 sum (y eta - mu) over the cells of the fold that a problem leaves out; 0 for all cells.
        """
        n_cells, samples, events = self.n_cells[chosen], self.sample_of[chosen], self.event_sums[chosen]
        scaled = beta * self.scale[chosen]
        free, table = scaled[:, : self.n_unpenalised], self.products.table(scaled[:, self.n_unpenalised :])
        everywhere, beside = np.zeros(len(chosen)), np.zeros(free.shape)
        ones = np.ones((1, self.rows.n_rows if len(self.products.blocks) < 2 else self.products.blocks[0].stop))
        by_value = np.zeros((self.products.n_bytes * 256, len(chosen)))
        for number, block in enumerate(self.products.blocks):
            progress(0.0)
            mean = self.eta(table, free, number)
            np.exp(mean, out=mean)
            exposure = self.exposure[block].astype(np.float64)
            everywhere += product(exposure[:, :1].T, mean)[0]
            mean *= exposure[:, samples]
            beside[:, 0] += product(ones[:, : len(mean)], mean)[0]
            if self.unpenalised is not None:
                beside[:, 1:] += product(mean.T, self.unpenalised[block])
            by_value += self.products.by_value(mean, number)
        total = beside[:, 0]
        expected = np.concatenate([beside, self.products.sums(by_value)], axis=1)
        observed = (events * scaled).sum(axis=1)
        loss = (total - observed) / n_cells
        score = (events - expected) * self.scale[chosen] / n_cells[:, None]
        left_out = (self.event_sums[0] - events) * scaled
        held_out = 2.0 * (everywhere - total - left_out.sum(axis=1))
        return loss, score, np.where(samples == 0, 0.0, held_out)

    def slack(
        self, chosen: np.ndarray, beta: np.ndarray, score: np.ndarray, ridge: np.ndarray, lasso: np.ndarray
    ) -> np.ndarray:
        """(c, d) score of each coefficient beyond what the penalty holds; 0 where it is in and at its optimum."""
        slack = np.where(self.free, score, score - lasso[chosen, None] - ridge[chosen, None] * beta)
        return np.where(self.scale[chosen] == 0, 0.0, slack)

    def residual(self, beta: np.ndarray, slack: np.ndarray) -> np.ndarray:
        """(c,) largest violation of the optimality conditions, standardised."""
        return np.where(self.free | (beta > 0), np.abs(slack), np.maximum(slack, 0.0)).max(axis=1)

    def update_active_set(self, beta: np.ndarray, slack: np.ndarray, lasso: np.ndarray, progress: Progress) -> None:
        """Widen the set of variables that steps may move, if one outside it wants in, and renew the curvature."""
        wants_in = self.free | ((beta > 0) | (slack > 0)).any(axis=0)
        if self.active is not None and wants_in[self.active].sum() == wants_in.sum():
            return
        near = (slack > -_NEAR * lasso[:, None]).any(axis=0)
        self.active = np.flatnonzero(wants_in | near)
        self.curvature = np.empty((self.sample_of.max() + 1, len(self.active), len(self.active)))
        self.update_curvature(np.arange(len(self.curvature)), beta, progress)

    def update_curvature(self, samples: np.ndarray, beta: np.ndarray, progress: Progress) -> None:
        """The curvature X'WX / n of some samples at the present means (averaged over the alphas).

        It decides how steps go, not where they end: single precision is enough.
        """
        problems = np.flatnonzero(np.isin(self.sample_of, samples))
        scaled = beta[problems] * self.scale[problems]
        free, table = scaled[:, : self.n_unpenalised], self.products.table(scaled[:, self.n_unpenalised :])
        n_alphas, n_free = len(problems) // len(samples), int((self.active < self.n_unpenalised).sum())
        penalised = self.active[n_free:] - self.n_unpenalised
        upper = np.zeros((len(samples), len(self.active), len(self.active)))
        for number, block in enumerate(self.products.blocks):
            progress(0.0)
            mean = self.eta(table, free, number)
            np.exp(mean, out=mean)
            weights = mean.reshape(len(mean), n_alphas, len(samples)).mean(axis=1)
            weights *= self.exposure[block][:, samples]
            roots = np.sqrt(weights.T).astype(np.float32)
            design = np.ones((len(self.active), len(mean)), dtype=np.float32)
            if self.unpenalised is not None:
                design[1:n_free] = self.unpenalised[block].T[self.active[1:n_free] - 1]
            design[n_free:] = unpack(self.rows.packed, penalised, block)
            for place, root in enumerate(roots):
                upper[place] += ssyrk(1.0, (design * root).T, trans=1)  # half the work of a plain product
        n_cells = self.n_cells[: len(self.curvature)][samples]
        self.curvature[samples] = (upper + np.triu(upper, 1).transpose(0, 2, 1)) / n_cells[:, None, None]

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
