"""The variables made with QGIS's own tools, one after the other: ``by_hand.py N_CELLS NUMBER ...``.

Per factor: rasterise and proximity once, a raster calculator for each distance; a heatmap, its statistics and
a raster calculator for each bandwidth. Prints the seconds, and in how many cells the result is not ours.
"""

import sys
import tempfile
from collections import Counter
from pathlib import Path

import numpy as np
import problems
from harness import Stopwatch, load_package

sys.path += ["/usr/share/qgis/python", "/usr/share/qgis/python/plugins"]

EPANECHNIKOV = 4  # in the heatmap's list of kernels


def main(n_cells, numbers):
    from processing.core.Processing import Processing
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    Processing.initialize()
    load_package()
    study_area, factors = problems.layers(n_cells)
    total, wrong = Counter(), {"proximity": [], "density": []}
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            took, rasters = one_factor(study_area, factors[number], Path(folder))
            total.update(took)
            for kind, share in compare(study_area, factors[number], rasters):
                wrong[kind].append(share)
    for key, value in {
        **total,
        "factors": len(numbers),
        "proximity_differs": np.mean(wrong["proximity"]),
        "density_differs": np.mean(wrong["density"]),
    }.items():
        sys.stdout.write(f"{key}={value:.8g}\n")
    application.exitQgis()


def one_factor(study_area, factor, folder):
    """Wall and processor seconds, and the rasters of all variables as {(kind, distance): path}."""
    import processing

    points = folder / f"{factor.spec.name}.gpkg"
    _save(factor.shapes.vertices, points)
    x_min, y_min, x_max, y_max = study_area.bounds
    extent = f"{x_min},{x_max},{y_min},{y_max} [EPSG:27700]"
    rasters = {}

    def threshold(raster, comparison, target):
        processing.run(
            "qgis:rastercalculator",
            {
                "EXPRESSION": f'"{raster}@1" {comparison}',
                "LAYERS": [str(raster)],
                "CELLSIZE": problems.CELL_SIZE,
                "EXTENT": extent,
                "OUTPUT": str(target),
            },
        )
        return target

    watch = Stopwatch()
    burnt = processing.run(
        "gdal:rasterize",
        {
            "INPUT": str(points),
            "BURN": 1,
            "UNITS": 1,
            "WIDTH": problems.CELL_SIZE,
            "HEIGHT": problems.CELL_SIZE,
            "EXTENT": extent,
            "INIT": 0,
            "DATA_TYPE": 0,
            "OUTPUT": str(folder / "burnt.tif"),
        },
    )["OUTPUT"]
    near = processing.run(
        "gdal:proximity",
        {"INPUT": burnt, "BAND": 1, "VALUES": "1", "UNITS": 0, "OUTPUT": str(folder / "near.tif")},
    )["OUTPUT"]
    for distance in factor.spec.distances(problems.BLOCK_LENGTH):
        target = folder / f"{factor.spec.name}_near_{distance:g}.tif"
        rasters["proximity", distance] = threshold(near, f"<= {distance}", target)
        heat = processing.run(
            "qgis:heatmapkerneldensityestimation",
            {
                "INPUT": str(points),
                "RADIUS": distance,
                "PIXEL_SIZE": problems.CELL_SIZE,
                "KERNEL": EPANECHNIKOV,
                "OUTPUT_VALUE": 0,
                "OUTPUT": str(folder / f"heat_{distance:g}.tif"),
            },
        )["OUTPUT"]
        numbers = processing.run("native:rasterlayerstatistics", {"INPUT": heat, "BAND": 1})
        target = folder / f"{factor.spec.name}_dense_{distance:g}.tif"
        cut = numbers["MEAN"] + 2 * numbers["STD_DEV"]
        rasters["density", distance] = threshold(heat, f">= {cut}", target)
    return watch.read(), rasters


def compare(study_area, factor, rasters):
    """(kind, share of the cells where the raster is not our variable) of every variable."""
    from osgeo import gdal

    from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
    from risk_terrain_modelling.rtm_plugin.variables.candidates import operationalise

    gdal.UseExceptions()
    variables = factor.spec.variables(problems.BLOCK_LENGTH)
    flags = operationalise(lay_grid(study_area, problems.CELL_SIZE), factor.shapes, variables)
    for variable, (ours, _) in zip(variables, flags):
        dataset = gdal.Open(str(rasters[variable.operationalisation, variable.distance]))
        theirs = dataset.ReadAsArray().ravel() == 1
        yield variable.operationalisation, float(np.mean(theirs != ours))


def _save(xy, path):
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(27700)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("points", reference, ogr.wkbPoint)
    layer.StartTransaction()
    for x, y in xy.tolist():
        feature = ogr.Feature(layer.GetLayerDefn())
        geometry = ogr.Geometry(ogr.wkbPoint)
        geometry.AddPoint_2D(x, y)
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    layer.CommitTransaction()


if __name__ == "__main__":
    main(int(sys.argv[1]), [int(number) for number in sys.argv[2:]])
