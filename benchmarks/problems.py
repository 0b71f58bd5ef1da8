"""The problems both sides are given, written once as plain numbers: nothing of either side's own preparation.

A problem is a folder with ``shape.txt`` (cells, variables), ``columns.u8`` (0/1, variable by variable),
``counts.f64``, ``folds.i32`` (1..5), ``factors.txt`` (a number per variable) and ``variables.json``.
"""

import gzip
import json
from collections import namedtuple

import numpy as np
from harness import OUT, SHARED, SkippedError, load_package

BLOCK_LENGTH = 100.0
CELL_SIZE = 50.0
N_FOLDS = 5

Problem = namedtuple("Problem", "folder columns counts folds variables")  # columns is (p, n) uint8


def _variable_class():
    load_package()
    from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

    return Variable


def write(name, columns, counts, folds, variables):
    """Keep a problem for both sides; ``variables`` are (factor, operationalisation, distance)."""
    folder = OUT / name
    folder.mkdir(parents=True, exist_ok=True)
    columns = np.ascontiguousarray(columns, dtype=np.uint8)
    (folder / "shape.txt").write_text(f"{columns.shape[1]} {columns.shape[0]}\n", encoding="utf-8")
    columns.tofile(folder / "columns.u8")
    np.asarray(counts, dtype=np.float64).tofile(folder / "counts.f64")
    np.asarray(folds, dtype=np.int32).tofile(folder / "folds.i32")
    names = sorted({factor for factor, _, _ in variables})
    numbers = "\n".join(str(names.index(factor) + 1) for factor, _, _ in variables)
    (folder / "factors.txt").write_text(numbers + "\n", encoding="utf-8")
    (folder / "variables.json").write_text(json.dumps(variables), encoding="utf-8")
    return read(name)


def read(name):
    folder = OUT / name
    n, p = map(int, (folder / "shape.txt").read_text(encoding="utf-8").split())
    variable = _variable_class()
    return Problem(
        folder,
        np.fromfile(folder / "columns.u8", dtype=np.uint8).reshape(p, n),
        np.fromfile(folder / "counts.f64"),
        np.fromfile(folder / "folds.i32", dtype=np.int32).astype(np.int64) - 1,
        tuple(variable(*words) for words in json.loads((folder / "variables.json").read_text(encoding="utf-8"))),
    )


def survivors(problem):
    """Numbers (from 0) of the variables that our culling kept, which both sides' searches start from."""
    return [int(line) - 1 for line in (problem.folder / "survivors.txt").read_text(encoding="utf-8").split()]


def stratified_folds(random, counts):
    """Folds 1..5: cells by falling count, each five of them dealt in random order."""
    order = np.lexsort((random.random_sample(len(counts)), -counts))
    n_groups = -(-len(counts) // N_FOLDS)
    dealt = np.argsort(random.random_sample((n_groups, N_FOLDS)), axis=1).ravel()[: len(counts)] + 1
    folds = np.empty(len(counts), dtype=np.int64)
    folds[order] = dealt
    return folds


def camden():
    """A real matrix: Camden, violence, 9,050 cells of 50 m, 114 variables, with another program's folds."""
    folder = SHARED / "peers"
    if not folder.is_dir():
        raise SkippedError("the folder ../shared/peers beside the repository is absent")
    with gzip.open(folder / "camden_violence_X.csv.gz", "rt") as lines:
        names = [name.strip('"') for name in lines.readline().strip().split(",")]
        columns = np.loadtxt(lines, delimiter=",", dtype=np.uint8).T
    with gzip.open(folder / "camden_violence_cells.csv.gz") as lines:
        cells = np.genfromtxt(lines, delimiter=",", names=True)
    kinds = {"prox": "proximity", "dens": "density"}
    variables = []
    for name in names:
        factor, kind, distance = name.rsplit("_", 2)
        variables.append((factor, kinds[kind], float(distance)))
    return write("camden", columns, cells["count"], cells["foldid"], variables)


FACTOR_LAYERS = """
    pubs bars nightclubs fast_food restaurants cafes convenience_stores supermarkets off_licences atms banks
    hotels_hostels clothes_shops pharmacies phone_boxes cctv public_toilets playgrounds cycle_hire
    libraries_community theatres_cinemas bus_stops rail_tube_stations schools registered_parks
""".split()  # noqa: SIM905


def camden_all():
    """Camden as the whole algorithm sees it: every point factor of the data set, proximity and density."""
    load_package()
    from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid

    path = SHARED / "data" / "london_camden.gpkg"
    if not path.is_file():
        raise SkippedError("the file ../shared/data/london_camden.gpkg beside the repository is absent")
    grid = lay_grid(layer_shapes(path, "study_area"), CELL_SIZE)
    counts = grid.count(layer_shapes(path, "violence_2022").vertices)
    factors = {name: layer_shapes(path, name).vertices for name in FACTOR_LAYERS if name != "registered_parks"}
    columns, variables = _ladders(grid, factors)
    folds = stratified_folds(np.random.RandomState(7), counts)
    return write("camden_all", columns, counts, folds, variables)


def layer_features(path, name):
    """The features of a layer that have a geometry."""
    from osgeo import ogr

    ogr.UseExceptions()
    source = ogr.Open(str(path))
    for feature in source.GetLayerByName(name):
        if feature.GetGeometryRef() is not None:
            yield feature


def layer_shapes(path, name):
    """A point or polygon layer as Shapes."""
    from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes

    points, polygons = [], []
    for feature in layer_features(path, name):
        geometry = feature.GetGeometryRef()
        for part in geometry if geometry.GetGeometryName().startswith("MULTI") else [geometry]:
            if part.GetGeometryName() == "POINT":
                points.append(part.GetPoint_2D())
            else:
                polygons.append([np.array(ring.GetPoints())[:, :2] for ring in part])
    return Shapes.polygons(polygons) if polygons else Shapes.points(points)


def _ladders(grid, factors):
    """Columns (p, n), and what each is: (factor, operationalisation, distance)."""
    from risk_terrain_modelling.rtm_plugin.space.influence import distance_to, kernel_density
    from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
    from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec

    columns, variables = [], []
    for name, places in factors.items():
        distances = FactorSpec(name).distances(BLOCK_LENGTH)
        nearest = distance_to(grid, Shapes.points(places), distances[-1])
        for distance in distances:
            columns.append(nearest <= distance)
            variables.append((name, "proximity", distance))
        for distance, density in zip(distances, kernel_density(grid, places, distances)):
            columns.append(density >= density.mean() + 2 * density.std(ddof=1))
            variables.append((name, "density", distance))
    varied = [k for k, flags in enumerate(columns) if flags.any() and not flags.all()]
    return np.array([columns[k] for k in varied], dtype=np.uint8), [variables[k] for k in varied]


def town(rows=445, cols=450, n_factors=14, n_variables=160, seed=7):
    """A made-up town of 200,250 cells: clustered factors, proximity and density, NB2 counts."""
    load_package()
    from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
    from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes

    random = np.random.RandomState(seed)
    x, y = 100_000.0, 200_000.0
    east, north = x + cols * CELL_SIZE, y + rows * CELL_SIZE
    outline = [np.array([[x, y], [east, y], [east, north], [x, north], [x, y]])]
    grid = lay_grid(Shapes.polygons([outline]), CELL_SIZE)
    sizes = np.geomspace(150, 6_000, n_factors).astype(int)
    names = [f"factor{k + 1:02d}" for k in range(n_factors)]
    factors = {name: clustered(random, size, (x, y, east, north)) for name, size in zip(names, sizes)}
    columns, variables = _ladders(grid, factors)
    columns, variables = columns[:n_variables], variables[:n_variables]
    log_mean = np.full(grid.n_cells, -1.5)
    for factor, log_rrv in zip(range(0, n_factors, 2), (1.2, 0.9, 0.8, 0.7, 0.6, 0.6, 0.5)):
        planted = [k for k, words in enumerate(variables) if words[0] == f"factor{factor + 1:02d}"]
        log_mean += log_rrv * columns[planted[random.randint(len(planted))]]
    counts = random.negative_binomial(1.5, 1.5 / (1.5 + np.exp(log_mean)))
    return write("town", columns, counts, stratified_folds(random, counts), variables)


def layers(n_cells, n_factors=25, seed=7):
    """A square study area of so many cells, and clustered factors, as many to the area as in a city."""
    load_package()
    from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
    from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

    random = np.random.RandomState(seed)
    x, y = 100_000.0, 200_000.0
    side = round(n_cells**0.5) * CELL_SIZE
    outline = np.array([[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]])
    sizes = np.maximum(np.geomspace(300, 20_000, n_factors) * n_cells / 1e6, 10).astype(int)
    factors = [
        Factor(
            FactorSpec(f"factor{k + 1:02d}"),
            Shapes.points(clustered(random, size, (x, y, x + side, y + side))),
        )
        for k, size in enumerate(sizes)
    ]
    return Shapes.polygons([[outline]]), factors


def clustered(random, n, bounds, share=0.6, spread=250.0):
    """Points, a share of them in clusters, the rest anywhere in (x_min, y_min, x_max, y_max)."""
    low, high = np.array(bounds[:2]), np.array(bounds[2:])
    centres = random.uniform(low, high, (max(3, n // 25), 2))
    n_clustered = int(share * n)
    near = centres[random.randint(len(centres), size=n_clustered)] + random.normal(0, spread, (n_clustered, 2))
    return np.vstack([near, random.uniform(low, high, (n - n_clustered, 2))])


def bernoulli(n=200_000, p=160, seed=7):
    """The worst case for us: independent columns, so that hardly two rows are alike."""
    random = np.random.RandomState(seed)
    columns = np.array([random.random_sample(n) < share for share in random.uniform(0.02, 0.3, p)], dtype=np.uint8)
    log_mean = -1.5 + columns[:8].T @ np.linspace(1.0, 0.3, 8)
    counts = random.negative_binomial(1.5, 1.5 / (1.5 + np.exp(log_mean)))
    variables = [(f"factor{k + 1:03d}", "proximity", 100.0) for k in range(p)]
    return write("bernoulli", columns, counts, stratified_folds(random, counts), variables)
