"""A country of London's: its layers laid out many times with jitter, and the whole job on them in one command."""

import json
import math
import os
import subprocess
import time

import numpy as np
from harness import OUT, ROOT, SHARED, SkippedError, table
from problems import FACTOR_LAYERS

HEADING = "A country"
CELL_SIZE, BLOCK_LENGTH = 100, 100
_JITTER = 200.0  # metres, either way and in both directions
_INCIDENTS = 31_000  # a tile: 2.5 million in all of 81
_CAMDEN_MB = 325  # most of it QGIS, numpy and scipy themselves
_SIDES = (3, 9)  # tiles along each side of the countries that are measured


def run(options):
    source = SHARED / "data" / "greater_london.gpkg"
    if not source.is_file():
        raise SkippedError(f"the file ../shared/data/{source.name} beside the repository is absent")
    rows = []
    for side in _SIDES[:1] if options.quick else _SIDES:
        print(f"  {side} x {side}", flush=True)
        country = lay_out(source, side)
        rows.append(_row(side, measure(country)))
        print("   ", *rows[-1], flush=True)
    header = (
        "tiles",
        "cells",
        "incidents",
        "minutes",
        "processor minutes",
        "peak MB",
        "bytes a cell",
        "stages, seconds",
    )
    return "\n\n".join(
        [
            f"Greater London's study area, {len(FACTOR_LAYERS)} factor layers and {_INCIDENTS:,} of its incidents, "
            f"laid out side by side, every feature moved by up to {_JITTER:.0f} m: no two tiles are alike. "
            f"`rtm:riskterrainmodel` with its defaults on cells of {CELL_SIZE} m, from the start of qgis_process to "
            "its end; seconds of the stages. Bytes a cell are what the peak is above that of the same job on Camden's "
            f"9,051 cells, {_CAMDEN_MB} MB.",
            table(header, rows),
        ]
    )


def _row(side, found):
    stages = ", ".join(f"{stage} {seconds:.0f}" for stage, seconds in found["stages"].items() if seconds >= 1)
    return (
        f"{side} x {side}",
        f"{found['N_CELLS']:,.0f}",
        f"{found['N_INCIDENTS']:,.0f}",
        f"{found['seconds'] / 60:.1f}",
        f"{found['processor'] / 60:.1f}",
        f"{found['megabytes']:,.0f}",
        f"{(found['megabytes'] - _CAMDEN_MB) * 2**20 / found['N_CELLS']:.0f}",
        stages,
    )


def lay_out(source, side):
    """A GeoPackage of ``side`` x ``side`` Londons; made once."""
    from osgeo import gdal, ogr

    path = OUT / f"country_{side}_{_INCIDENTS}_{_JITTER:.0f}.gpkg"
    if path.is_file():
        return path
    gdal.UseExceptions()
    OUT.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".part.gpkg")
    unfinished.unlink(missing_ok=True)
    random = np.random.RandomState(side)
    london = gdal.OpenEx(str(source))
    area = london.GetLayerByName("study_area")
    west, east, south, north = area.GetExtent()
    step = [math.ceil((high - low) / CELL_SIZE + 1) * CELL_SIZE for low, high in ((west, east), (south, north))]
    shifts = [(column * step[0], row * step[1]) for row in range(side) for column in range(side)]
    made = gdal.GetDriverByName("GPKG").Create(str(unfinished), 0, 0, 0, gdal.GDT_Unknown)
    for name in ("study_area", "violence_2022", *FACTOR_LAYERS):
        layer = london.GetLayerByName(name)
        new = made.CreateLayer(name, layer.GetSpatialRef(), layer.GetGeomType())
        geometries = [feature.GetGeometryRef().Clone() for feature in layer]
        made.StartTransaction()
        for shift in shifts:
            chosen = geometries
            if name == "violence_2022":
                chosen = [geometries[one] for one in random.choice(len(geometries), _INCIDENTS, replace=False)]
            jitter = _JITTER * (0 if name == "study_area" else 1)
            moves = np.asarray(shift) + random.uniform(-jitter, jitter, (len(chosen), 2))
            for geometry, move in zip(chosen, moves.tolist()):
                feature = ogr.Feature(new.GetLayerDefn())
                feature.SetGeometry(_moved(geometry, *move))
                new.CreateFeature(feature)
        made.CommitTransaction()
    del new, made
    unfinished.rename(path)
    return path


def _moved(geometry, dx, dy):
    from osgeo import ogr

    if geometry.GetGeometryType() == ogr.wkbPoint:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(geometry.GetX() + dx, geometry.GetY() + dy)
        return point
    moved = geometry.Clone()
    for ring in _rings(moved):
        for place in range(ring.GetPointCount()):
            x, y, *_ = ring.GetPoint(place)
            ring.SetPoint_2D(place, x + dx, y + dy)
    return moved


def _rings(geometry):
    if geometry.GetGeometryCount():
        for place in range(geometry.GetGeometryCount()):
            yield from _rings(geometry.GetGeometryRef(place))
    else:
        yield geometry


def measure(country, **more):
    """One run of the whole job: what it reports, seconds, memory and the stages of its run file."""
    parameters = {
        "STUDY_AREA": [f"{country}|layername=study_area"],
        "INCIDENTS": [f"{country}|layername=violence_2022"],
        "FACTORS": [f"{country}|layername={name}" for name in FACTOR_LAYERS],
        "BLOCK_LENGTH": [BLOCK_LENGTH],
        "CELL_SIZE": [CELL_SIZE],
        "RISK_TERRAIN": [OUT / "country.tif"],
        "MODEL": [OUT / "country.json"],
        **{key: [value] for key, value in more.items()},
    }
    options = [f"--{key}={value}" for key, values in parameters.items() for value in values]
    began = time.perf_counter()
    with open(OUT / "country.log", "w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [ROOT / "tools" / "qgis_process.sh", "run", "rtm:riskterrainmodel", *options],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env={**os.environ, "RTM_PROFILE": str(OUT / "profile")},
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"qgis_process ended with {process.returncode}: see {OUT / 'country.log'}")
    model = json.loads((OUT / "country.json").read_text(encoding="utf-8"))
    return {
        "seconds": time.perf_counter() - began,
        "processor": usage.ru_utime + usage.ru_stime,
        "megabytes": usage.ru_maxrss / 1024,
        "stages": json.loads((OUT / "country.run.json").read_text(encoding="utf-8"))["seconds"],
        "N_CELLS": model["frame"]["n_cells"],
        "N_INCIDENTS": model["n_incidents"],
    }
