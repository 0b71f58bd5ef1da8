"""Culling: cross-validated non-negative elastic net, ours against R's glmnet on the same cells and folds."""

import numpy as np
import problems
from harness import COMPARISON_HEADER, Side, alternate, comparison, ours, rscript, table

HEADING = "Culling"
_ALPHAS = (0.8, 0.95)
_BLOCK = 16_384


def run(options):
    cases = {"camden": problems.camden, "camden_all": problems.camden_all, "town": problems.town}
    if not options.quick:
        cases["bernoulli"] = problems.bernoulli
    times, answers, notes = [], [], []
    for name, make in cases.items():
        try:
            problem = make()
        except problems.SkippedError as why:
            notes.append(f"{name}: skipped, {why}.")
            continue
        n_cells, n_variables = len(problem.counts), len(problem.columns)
        label = f"{name}, {n_cells:,} cells x {n_variables} variables"
        print(f"  {label}", flush=True)
        mine = Side("ours", lambda name=name: ours("culling", name))
        dense = Side("glmnet", lambda problem=problem: rscript("culling.R", problem.folder, "cv", "dense"))
        sparse = Side("glmnet, sparse", lambda problem=problem: rscript("culling.R", problem.folder, "cv", "sparse"))
        repeats = 1 if name == "bernoulli" else options.repeats
        alternate([mine, dense, sparse], repeats)
        times += comparison(label, mine, [dense, sparse])
        agreement, note = _agreement(problem, mine.turns[-1], dense.turns[-1], tight=name != "bernoulli")
        answers += [(name, *row) for row in agreement]
        notes.append(f"{name}: {note}")
    return "\n\n".join(
        [
            "Both alphas (0.8, 0.95), 100 penalties, 5 given folds, coefficients at or above 0; one thread a "
            "side. Seconds are those of the cross-validation alone, peak memory that of the whole "
            "process with "
            "its data. *camden* is a real matrix from 10 factors and *camden_all* one from 24; "
            "*town* is made up "
            "by our own influence functions from 14 factors; *bernoulli* has independent columns, "
            "which no map "
            "has, and shows what is left when rows do not repeat.",
            table(COMPARISON_HEADER, times),
            "How the answers agree. KKT residual: the largest violation of an optimality condition over the "
            "whole path, on the standardised scale (0 is exact). Difference: largest between two "
            "coefficients of "
            "one variable at the same penalty, against glmnet with its tolerance lowered to 1e-14 "
            "(1e-12 above "
            "50,000 cells), down to the chosen penalty.",
            table(
                (
                    "problem",
                    "side",
                    "alpha",
                    "lambda, number",
                    "lambda",
                    "CV deviance",
                    "survivors",
                    "KKT residual",
                    "difference to tight glmnet",
                ),
                answers,
            ),
            "\n".join(f"- {note}" for note in notes),
        ]
    )


def _agreement(problem, mine, theirs, tight):
    """Rows of the table of answers, and a sentence about the problem."""
    name = problem.folder.name
    ours("path", name)
    path = np.load(problem.folder / "our_path.npz")
    ours_paths = [
        (lambdas, np.column_stack([intercepts, coefficients]))
        for lambdas, intercepts, coefficients in zip(path["lambdas"], path["intercepts"], path["coefficients"])
    ]
    their_paths = []
    for k in (1, 2):
        lambdas = np.fromfile(problem.folder / f"glmnet_lambda_{k}.f64")
        solutions = np.fromfile(problem.folder / f"glmnet_path_{k}.f64").reshape(len(lambdas), -1)
        their_paths.append((lambdas, solutions))
    differences = _differences(problem, ours_paths, their_paths, mine) if tight else ("", "")
    rows = []
    for side, turn, paths, difference in zip(
        ("ours", "glmnet"), (mine, theirs), (ours_paths, their_paths), differences
    ):
        residual = max(kkt_residual(problem, alpha, *path) for alpha, path in zip(_ALPHAS, paths))
        rows.append(
            (
                side,
                f"{turn['alpha']:g}",
                f"{turn['index'] + 1:.0f}",
                f"{turn['lambda']:.6g}",
                f"{turn['deviance']:.6f}",
                f"{turn['survivors']:.0f}",
                f"{residual:.1e}",
                difference,
            )
        )
    steps = len(their_paths[0][0]), len(their_paths[1][0])
    note = f"{int(path['distinct']):,} of {len(problem.counts):,} rows are distinct."
    if min(steps) < len(path["lambdas"][0]):
        note += f" glmnet ended its paths early, after {steps[0]} and {steps[1]} of 100 penalties."
    return rows, note


def _differences(problem, ours_paths, their_paths, mine):
    """Largest coefficient differences of both sides to a tight path down to the chosen penalty."""
    which = _ALPHAS.index(mine["alpha"])
    lambdas, solutions = ours_paths[which]
    n_steps = min(int(mine["index"]) + 1, len(their_paths[which][0]))
    lambdas[:n_steps].tofile(problem.folder / "lambdas.f64")
    tolerance = "1e-14" if len(problem.counts) < 50_000 else "1e-12"
    rscript("culling.R", problem.folder, "tight", tolerance, f"{mine['alpha']}", problem.folder / "lambdas.f64")
    tight = np.fromfile(problem.folder / "glmnet_tight.f64").reshape(n_steps, -1)
    return [f"{np.abs(path[:n_steps] - tight)[:, 1:].max():.1e}" for path in (solutions, their_paths[which][1])]


def kkt_residual(problem, alpha, lambdas, solutions):
    """Largest violation of the optimality conditions by raw-scale solutions (l, 1 + p), from the cells."""
    n = len(problem.counts)
    gradient = np.zeros_like(solutions)
    for start in range(0, n, _BLOCK):
        span = slice(start, start + _BLOCK)
        bits = problem.columns[:, span].astype(np.float64)
        mean = np.exp(solutions[:, :1] + solutions[:, 1:] @ bits)
        excess = problem.counts[span] - mean
        gradient[:, 0] += excess.sum(axis=1)
        gradient[:, 1:] += excess @ bits.T
    gradient /= n
    share = problem.columns.mean(axis=1)
    sd = np.sqrt(share * (1 - share))
    b = solutions[:, 1:] * sd
    slack = gradient[:, 1:] / sd - lambdas[:, None] * (alpha + (1 - alpha) * b)
    violation = np.where(b > 0, np.abs(slack), np.maximum(slack, 0.0))
    return max(violation.max(), np.abs(gradient[:, 0]).max())
