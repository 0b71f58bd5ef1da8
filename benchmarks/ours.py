"""Our side, one task per process: ``ours.py culling PROBLEM``. Prints ``key=value`` lines."""

import sys

import numpy as np
import problems
from harness import Stopwatch, load_package

load_package()


def _candidates(problem):
    from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates

    nan = float("nan")
    made = Candidates.from_columns(
        len(problem.counts),
        ((variable, flags != 0, nan) for variable, flags in zip(problem.variables, problem.columns)),
        len(problem.variables),
    )
    if made.constant:
        raise SystemExit("the problem has constant columns, which shifts the numbers of the others")
    return made


def culling(name):
    """Time the culling as the algorithm runs it."""
    from risk_terrain_modelling.rtm_plugin.selection.culling import cull
    from risk_terrain_modelling.rtm_plugin.selection.observations import Observations

    problem = problems.read(name)
    candidates = _candidates(problem)
    problem = problem._replace(columns=None)
    watch = Stopwatch()
    chosen = cull(candidates, Observations(problem.counts), problem.folds)
    took = watch.read()
    index = int(np.argmin(np.abs(chosen.lambdas[list(chosen.alphas).index(chosen.alpha)] - chosen.penalty)))
    (problem.folder / "survivors.txt").write_text(
        "\n".join(str(k + 1) for k in chosen.survivors) + "\n", encoding="utf-8"
    )
    report(
        **took,
        alpha=chosen.alpha,
        **{"lambda": chosen.penalty},
        index=index,
        survivors=len(chosen.survivors),
        deviance=chosen.deviance.min(),
        residual=chosen.residual,
    )


def path(name):
    """Leave every solution of the path for the comparison of the answers; not timed."""
    from risk_terrain_modelling.rtm_plugin.selection.elastic_net import Samples, fit_path
    from risk_terrain_modelling.rtm_plugin.selection.observations import Observations

    problem = problems.read(name)
    candidates = _candidates(problem)
    samples = Samples.of(candidates, Observations(problem.counts), problem.folds)
    solutions = fit_path(samples)
    np.savez(
        problem.folder / "our_path.npz",
        lambdas=solutions.lambdas,
        intercepts=solutions.unpenalised[:, 0, :, 0],
        coefficients=solutions.coefficients[:, 0],
        distinct=samples.rows.n_rows,
    )


def search(name, family, swaps):
    """Time the selection among the survivors of the culling, the reduction of the cells included."""
    from risk_terrain_modelling.rtm_plugin.selection.observations import Observations
    from risk_terrain_modelling.rtm_plugin.selection.stepwise import CountTable
    from risk_terrain_modelling.rtm_plugin.selection.stepwise import search as select

    problem = problems.read(name)
    candidates = _candidates(problem)
    survivors = problems.survivors(problem)
    watch = Stopwatch()
    table = CountTable.of(candidates, survivors, Observations(problem.counts))
    found = select(table, [problem.variables[k] for k in survivors], family, swaps=swaps == "swaps")
    took = watch.read()
    selected = np.array([survivors[k] for k in found.selected], dtype=np.int64)
    np.savez(problem.folder / f"our_{family}_{swaps}.npz", selected=selected, coefficients=found.coefficients)
    report(**took, bic=found.bic, selected=len(selected), fits=found.n_fits)


def variables(n_cells):
    """Time the making of all candidate variables."""
    from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
    from risk_terrain_modelling.rtm_plugin.variables.candidates import make_candidates

    study_area, factors = problems.layers(int(n_cells))
    watch = Stopwatch()
    made = make_candidates(lay_grid(study_area, problems.CELL_SIZE), factors, problems.BLOCK_LENGTH)
    report(**watch.read(), variables=len(made.variables))


def report(**values):
    for key, value in values.items():
        sys.stdout.write(f"{key}={value:.12g}\n")


TASKS = {"culling": culling, "path": path, "search": search, "variables": variables}

if __name__ == "__main__":
    TASKS[sys.argv[1]](*sys.argv[2:])
