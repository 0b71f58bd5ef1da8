"""What the science tests share: matrices and results of another program, and a small made-up town."""

import csv
import gzip
import json
from dataclasses import dataclass

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables.candidates import Candidates
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec, Variable

ALPHAS = ("0.80", "0.95")
KINDS = {"prox": "proximity", "dens": "density"}


def read_rows(path):
    """Header and rows of a zipped CSV file, as text."""
    with gzip.open(path, "rt") as file:
        header, *rows = csv.reader(file)
    return header, rows


@dataclass
class Peer:
    """One of the other program's cases, its cells in the order of our grid.

    ``lambdas`` (2, l) and ``paths`` (2, 1 + p, l) are those of glmnet at thresh 1e-14, intercept first.
    """

    results: dict
    names: list
    columns: np.ndarray
    counts: np.ndarray
    folds: np.ndarray
    grid: StudyGrid
    candidates: Candidates
    lambdas: np.ndarray
    paths: np.ndarray

    def index(self, names):
        return [self.names.index(name) for name in names]


@pytest.fixture(scope="session", params=["camden_violence", "chicago_burglary"])
def peer(request, peers):
    results = json.loads((peers / f"{request.param}.json").read_text())
    names, rows = read_rows(peers / f"{request.param}_X.csv.gz")
    columns = np.array(rows, dtype=float).astype(bool)
    header, rows = read_rows(peers / f"{request.param}_cells.csv.gz")
    cells = dict(zip(header, np.array(rows, dtype=float).T))

    size, box = results["cell_size"], results["grid_bbox"]
    mask = np.zeros((results["grid_ny"], results["grid_nx"]), dtype=bool)
    col = np.rint((cells["x"] - box["xmin"]) / size - 0.5).astype(int)
    row = len(mask) - 1 - np.rint((cells["y"] - box["ymin"]) / size - 0.5).astype(int)
    mask[row, col] = True
    grid = StudyGrid(box["xmin"], box["ymin"] + len(mask) * size, size, mask)
    order = np.argsort(row * mask.shape[1] + col)

    variables = []
    for name in names:
        factor, kind, distance = name.rsplit("_", 2)
        variables.append(Variable(factor, KINDS[kind], float(distance)))
    columns = columns[order]
    candidates = Candidates.from_columns(
        len(order), [(variable, columns[:, j], np.nan) for j, variable in enumerate(variables)]
    )
    lambdas, paths = [], []
    for alpha in ALPHAS:
        _, rows = read_rows(peers / f"{request.param}_glmnet_cv_alpha{alpha}.csv.gz")
        lambdas.append([float(row[1]) for row in rows])
        _, rows = read_rows(peers / f"{request.param}_glmnet_path_tight_alpha{alpha}.csv.gz")
        paths.append([row[1:] for row in rows])
    return Peer(
        results,
        names,
        columns,
        cells["count"][order].astype(int),
        cells["foldid"][order].astype(int) - 1,
        grid,
        candidates,
        np.array(lambdas),
        np.array(paths, dtype=float),
    )


@dataclass
class Town:
    """A square of 2 km whose incidents gather around bars, shun police boxes and ignore trees."""

    area: Shapes
    factors: list
    incidents: np.ndarray

    def shapes(self):
        return {factor.spec.name: factor.shapes for factor in self.factors}


@pytest.fixture(scope="session")
def town():
    rng = np.random.RandomState(11)
    side = 2000.0

    def square(x0, y0, x1, y1):
        return np.array([[x0, y0], [x1, y0], [x1, y1], [x0, y1], [x0, y0]], dtype=float)

    bars, trees, boxes = rng.rand(25, 2) * side, rng.rand(60, 2) * side, rng.rand(12, 2) * side
    near_bars = np.repeat(bars, 14, axis=0) + rng.uniform(-90, 90, (len(bars) * 14, 2))
    everywhere = rng.rand(500, 2) * side
    near_box = (np.hypot(*(everywhere[:, None] - boxes).transpose(2, 0, 1)) < 200).any(axis=1)
    incidents = np.concatenate([near_bars, everywhere[~near_box]])
    park = Shapes.polygons([[square(100, 100, 700, 500)]])
    factors = [
        Factor(FactorSpec("bars"), Shapes.points(bars)),
        Factor(FactorSpec("trees"), Shapes.points(trees)),
        Factor(FactorSpec("boxes", "proximity", direction="protective"), Shapes.points(boxes)),
        Factor(FactorSpec("park", "proximity", 2.0, "whole"), park),
    ]
    return Town(Shapes.polygons([[square(0, 0, side, side)]]), factors, incidents)
