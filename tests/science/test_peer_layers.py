"""Distances, densities and 0/1 variables of real layers against another program's, on its own cells.

The other program measures geometry to geometry (GEOS) and sums the kernel over all pairs; its results were
written with 15 digits. Every number is compared.
"""

import csv
import gzip
import json
import re

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid
from risk_terrain_modelling.rtm_plugin.space.influence import distance_to, kernel_density
from risk_terrain_modelling.rtm_plugin.space.shapes import Shapes
from risk_terrain_modelling.rtm_plugin.variables.factors import FactorSpec

LAYER_OF = {  # where the other program used a shorter name
    "convenience": "convenience_stores",
    "stations": "rail_tube_stations",
    "reg_parks": "registered_parks",
    "abandoned_buildings": "abandoned_buildings_2017",
    "liquor": "liquor_retail",
    "sanitation": "sanitation_2017",
    "street_lights": "street_lights_out_2017",
}


def parts_of(geometry):
    return [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]


def read_shapes(path, layer_name):
    ogr = pytest.importorskip("osgeo.ogr", reason="GDAL's Python package reads the layers")
    ogr.UseExceptions()
    dataset = ogr.Open(str(path))
    points, polygons = [], []
    for feature in dataset.GetLayer(layer_name):
        geometry = feature.GetGeometryRef()
        parts = parts_of(geometry) if geometry.GetGeometryName().startswith("MULTI") else [geometry]
        for part in parts:
            if part.GetGeometryName() == "POINT":
                points.append(part.GetPoint_2D())
            else:
                polygons.append([ring.GetPoints() for ring in parts_of(part)])
    rings = [[np.array(ring)[:, :2] for ring in polygon] for polygon in polygons]
    return Shapes.polygons(rings) if polygons else Shapes.points(points)


def read_table(path):
    with gzip.open(path, "rt") as file:
        header = next(csv.reader(file))
        return dict(zip(header, np.loadtxt(file, delimiter=",", ndmin=2).T))


def peers_grid(settings, cells):
    """The other program's cells as a grid, and the place among ours of each of its rows."""
    cell_size = settings["cell_size"]
    west, south = settings["grid_bbox"]["xmin"], settings["grid_bbox"]["ymin"]
    rows, cols = settings["grid_ny"], settings["grid_nx"]
    col = np.rint((cells["x"] - west) / cell_size - 0.5).astype(int)
    row = rows - 1 - np.rint((cells["y"] - south) / cell_size - 0.5).astype(int)
    mask = np.zeros((rows, cols), dtype=bool)
    mask[row, col] = True
    grid = StudyGrid(west, south + rows * cell_size, cell_size, mask)
    place = np.searchsorted(grid.cells, row * cols + col)
    np.testing.assert_allclose(grid.centroids[place], np.column_stack([cells["x"], cells["y"]]), atol=1e-6)
    return grid, place


@pytest.fixture(scope="module", params=["camden_violence", "chicago_burglary"])
def peer(request, peers, shared_data):
    settings = json.loads((peers / f"{request.param}.json").read_text())
    tables = {name: read_table(peers / f"{request.param}_{name}.csv.gz") for name in
              ("cells", "X", "raw_distance_kde")}  # fmt: skip
    grid, place = peers_grid(settings, tables["cells"])
    return settings, tables, shared_data / settings["gpkg"].split("/")[-1], grid, place


def test_counts(peer):
    settings, tables, gpkg, grid, place = peer
    count = grid.count(read_shapes(gpkg, settings["outcome"]).vertices)[place]
    assert count.sum() == settings["n_events_counted"]
    assert (count != tables["cells"]["count"]).sum() == 0


def test_distances_densities_and_variables(peer, record_property):
    settings, tables, gpkg, grid, place = peer
    raw, binary = tables["raw_distance_kde"], tables["X"]
    n_distances = n_densities = n_entries = n_different = 0
    for name, n_features in settings["factors"].items():
        shapes = read_shapes(gpkg, LAYER_OF.get(name, name))
        assert shapes.kind != "point" or shapes.n_features == n_features
        ladder = FactorSpec(name, increment=settings["increment"]).distances(settings["block_length"])

        theirs = raw[f"{name}_distance"]
        limit = ladder[-1]
        ours = distance_to(grid, shapes, limit)[place]
        within = theirs <= limit
        assert np.array_equal(np.isfinite(ours), within)
        np.testing.assert_allclose(ours[within], theirs[within], rtol=1e-9, atol=1e-8)
        np.testing.assert_allclose(distance_to(grid, shapes, np.inf)[place], theirs, rtol=1e-9, atol=1e-8)
        n_distances += len(theirs)
        for d in ladder:
            n_different += ((ours <= d) != binary[f"{name}_prox_{d:.0f}"]).sum()
            n_entries += len(ours)

        if not any(re.fullmatch(f"{name}_kde_.*", column) for column in raw):
            continue
        for h, density in zip(ladder, kernel_density(grid, shapes.vertices, ladder)):
            density = density[place]
            # A centroid is known to 1e-9 units (15 digits), by which a point's kernel changes by this at most
            noise = 2 / (np.pi * h**2) * 2e-9 / h
            np.testing.assert_allclose(density, raw[f"{name}_kde_{h:.0f}"], rtol=1e-9, atol=noise)
            n_densities += len(density)
            high = density >= density.mean() + 2 * density.std(ddof=1)
            n_different += (high != binary[f"{name}_dens_{h:.0f}"]).sum()
            n_entries += len(high)

    assert n_entries == grid.n_cells * len(binary), "every variable of the other program was compared"
    record_property("compared", f"{n_distances} distances, {n_densities} densities, {n_entries} 0/1 entries")
    assert n_different == 0, f"{n_different} of {n_entries} 0/1 entries differ"
