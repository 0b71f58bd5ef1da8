"""The selection by BIC: ours against refits with R's glm and MASS's glm.nb, from the same survivors."""

import numpy as np
import problems
from harness import COMPARISON_HEADER, Side, alternate, comparison, ours, rscript, table

HEADING = "Selection"
_FAMILIES = ("poisson", "nb2")
_AFFORDABLE = 300.0  # seconds: beyond, R's search is estimated from single refits


def run(options):
    times, answers, notes = [], [], []
    for name, make in {"camden": problems.camden, "town": problems.town}.items():
        try:
            problem = make()
        except problems.SkippedError as why:
            notes.append(f"{name}: skipped, {why}.")
            continue
        ours("culling", name)  # leaves the survivors
        survivors = problems.survivors(problem)
        for family in _FAMILIES:
            label = f"{name}, {family}, {len(problem.counts):,} cells, {len(survivors)} survivors"
            print(f"  {label}", flush=True)
            mine = Side("ours", lambda name=name, family=family: ours("search", name, family, "plain"))
            with_swaps = Side("ours with swaps", lambda name=name, family=family: ours("search", name, family, "swaps"))
            mine.turn()
            n_fits = _fits_needed(problem, survivors, family)
            refit = _refit(problem, family)
            estimate = refit["seconds"] * n_fits
            if estimate > _AFFORDABLE or (options.quick and estimate > 30):
                alternate([mine, with_swaps], options.repeats)
                times += comparison(label, mine, [with_swaps])
                times.append(_estimated(refit, n_fits, estimate, mine))
                notes.append(
                    f"{label}: R's whole search was not run. {refit['seconds']:.2f} processor seconds "
                    "are the median of "
                    f"{refit['turns']} refits of a model half as large as the final one, {n_fits} the number "
                    "of models that the search has to fit."
                )
            else:
                theirs = Side(
                    "R",
                    lambda problem=problem, family=family: rscript("search.R", problem.folder, family, "full"),
                )
                alternate([mine, theirs, with_swaps], options.repeats)
                times += comparison(label, mine, [theirs, with_swaps])
                answers.append((label, *_agreement(problem, family, mine, theirs)))
            answers.append(
                (
                    label,
                    "ours, swaps off and on",
                    f"{mine.turns[-1]['bic']:.4f}",
                    f"{with_swaps.turns[-1]['bic']:.4f}",
                    *_compare_selected(problem, family),
                )
            )
    return "\n\n".join(
        [
            "From the survivors of our culling to the model with the lowest BIC; one variable per factor, "
            "additions and removals as in R, and, in a row of its own, with swaps too, which R's "
            "side does not "
            "do. The cells' reduction to distinct rows is in our time. One thread a side.",
            table(COMPARISON_HEADER, times),
            "How the answers agree (largest difference between coefficients of the same model):",
            table(("problem", "compared", "BIC", "BIC of the other", "same variables", "difference"), answers),
            "\n".join(f"- {note}" for note in notes),
        ]
    )


def _fits_needed(problem, survivors, family):
    """Models that additions and removals have to fit to reach our model, if every step is an addition."""
    owner = {k: problem.variables[k].factor for k in survivors}
    chosen = np.load(problem.folder / f"our_{family}_plain.npz")["selected"]
    n_fits, taken = 1, set()
    for size, variable in enumerate([*chosen, None]):
        n_fits += sum(factor not in taken for factor in owner.values()) + size
        if variable is not None:
            taken.add(owner[int(variable)])
    return n_fits


def _refit(problem, family):
    """R's median processor seconds for a model half as large as our final one: the average of a search."""
    chosen = np.load(problem.folder / f"our_{family}_plain.npz")["selected"] + 1
    chosen = chosen[: -(-len(chosen) // 2)]
    side = Side("R, one refit", lambda: rscript("search.R", problem.folder, family, "refit", *chosen))
    n_turns = 3
    for _ in range(n_turns):
        side.turn()
    return {"seconds": side.median("processor"), "megabytes": side.median("megabytes"), "turns": n_turns}


def _estimated(refit, n_fits, estimate, mine):
    return (
        "",
        f"R, estimated: {n_fits} fits x {refit['seconds']:.2f} s",
        "",
        f"{estimate:.0f}",
        "",
        f"{refit['megabytes']:.0f}",
        f"{estimate / mine.median('processor'):.0f}",
        f"{refit['megabytes'] / mine.median('megabytes'):.1f}",
    )


def _agreement(problem, family, mine, theirs):
    saved = np.load(problem.folder / f"our_{family}_plain.npz")
    r_selected = np.loadtxt(problem.folder / "r_selected.txt", dtype=np.int64, ndmin=1) - 1
    r_coefficients = np.fromfile(problem.folder / "r_coefficients.f64")
    same, difference = _difference(saved["selected"], saved["coefficients"], r_selected, r_coefficients)
    return "ours and R", f"{mine.turns[-1]['bic']:.4f}", f"{theirs.turns[-1]['bic']:.4f}", same, difference


def _compare_selected(problem, family):
    plain, swaps = (np.load(problem.folder / f"our_{family}_{mode}.npz") for mode in ("plain", "swaps"))
    return _difference(plain["selected"], plain["coefficients"], swaps["selected"], swaps["coefficients"])


def _difference(selected, coefficients, other_selected, other_coefficients):
    """Whether two models have the same variables, and if so how far their coefficients are apart."""
    if set(selected.tolist()) != set(other_selected.tolist()):
        shared = len(set(selected.tolist()) & set(other_selected.tolist()))
        return f"no ({shared} of {len(selected)} and {len(other_selected)})", ""
    order, other_order = np.argsort(selected), np.argsort(other_selected)
    first = np.append(coefficients[0], coefficients[1:][order])
    second = np.append(other_coefficients[0], other_coefficients[1:][other_order])
    return "yes", f"{np.abs(first - second).max():.1e}"
