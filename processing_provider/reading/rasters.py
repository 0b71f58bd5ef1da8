"""Reading risk terrains from rasters."""

import json
import math
from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameters,
    QgsRasterLayer,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.lengths import FARTHEST, LONGEST, SHORTEST
from ...rtm_plugin.space.grid import StudyGrid
from ...rtm_plugin.translation import tr
from ...rtm_plugin.trust.validation import MODEL, Surface
from ..units import crs_words
from .sources import check_projected, layer_name
from .titles import raster_title

MEAN_ITEM, SD_ITEM = "RTM_MEAN", "RTM_SD"  # metadata of the first band
PART_ITEM, PARTS = "RTM_PART", ("around", "here")  # metadata of the bands that are parts of it
JOINED_ITEM = "RTM_OWN_COUNT_WEIGHT"  # metadata of the band that joins terrain and history


@dataclass(frozen=True)
class TerrainRaster:
    """A risk terrain as it was read from a raster.

    Attributes
    ----------
    name : str
    title : str
        What it is about.
    crs : QgsCoordinateReferenceSystem
    grid : StudyGrid
        Its cells with a value are the model cells.
    scores : (n_cells,) float64
        Relative risk scores, band 1.
    expected : (n_cells,) float64 or None
        Expected incidents, band 2; None in a raster that other software has made.
    mean, sd : float
        Of the scores, as the raster says; otherwise those of its cells.
    joined : (n_cells,) float64 or None
        Expected incidents given terrain and history, where the raster has them.
    parts : tuple of two (n_cells,) float64, or None
        What the cells around, and a cell's own count, add to them; the rest is the landscape's.
    """

    name: str
    title: str
    crs: QgsCoordinateReferenceSystem
    grid: StudyGrid
    scores: np.ndarray
    expected: np.ndarray
    mean: float
    sd: float
    joined: np.ndarray = None
    parts: tuple = None


def check_risk_terrain(layer):
    """Raise :class:`RtmError` where a raster layer is no risk terrain that can be read."""
    dataset = _opened(layer)
    check_projected(tr("Risk terrain"), layer.name(), layer.crs(), layer.extent())
    x_min, width, shear_x, y_max, shear_y, height = dataset.GetGeoTransform()
    is_somewhere = abs(x_min) < FARTHEST and abs(y_max) < FARTHEST
    if not (is_somewhere and SHORTEST <= width < LONGEST and abs(width + height) <= 1e-6 * width) or shear_x or shear_y:
        raise RtmError(
            tr(
                "Risk terrain '{layer}' has no square cells with north at the top: use the raster that the "
                "risk terrain model has written."
            ).format(layer=layer.name())
        )
    made_by = dataset.GetMetadataItem("RTM_ALGORITHM")
    if made_by and dataset.GetRasterBand(1).GetMetadataItem(MEAN_ITEM) is None:
        raise RtmError(
            tr(
                "Raster '{layer}' is no risk terrain ({made_by} has made it): use the raster that the risk "
                "terrain model has written."
            ).format(layer=layer.name(), made_by=made_by)
        )


def read_risk_terrain(layer):
    """A risk terrain that :func:`check_risk_terrain` has passed; raises :class:`RtmError` where it is
    empty."""
    dataset = _opened(layer)
    band = dataset.GetRasterBand(1)
    scores = band_values(band, layer.name())
    mask = np.isfinite(scores)
    if not mask.any():
        raise RtmError(
            tr("Risk terrain '{layer}' has no cell with a value: use another raster.").format(layer=layer.name())
        )
    x_min, size, _, y_max, _, _ = dataset.GetGeoTransform()
    expected = None
    if dataset.GetMetadataItem("RTM_ALGORITHM") and dataset.RasterCount > 1:
        expected = band_values(dataset.GetRasterBand(2), layer.name())[mask]
    scores = scores[mask]
    items = [band.GetMetadataItem(item) for item in (MEAN_ITEM, SD_ITEM)]
    if None in items:
        with np.errstate(all="ignore"):  # of numbers so large that their squares are none: it is looked at below
            items = scores.mean(), scores.std(ddof=1) if len(scores) > 1 else 0.0
    mean, sd = map(_number, items)
    if not (math.isfinite(mean) and 0 <= sd < math.inf):
        raise RtmError(
            tr(
                "Risk terrain '{layer}' has scores of mean {mean} and standard deviation {sd}, which cannot be: use "
                "the raster that the risk terrain model has written."
            ).format(layer=layer.name(), mean=items[0], sd=items[1])
        )
    grid = StudyGrid(x_min, y_max, size, mask)
    title = raster_title(dataset, layer_name(layer.name(), layer.source()))
    joined, parts = _history(dataset, layer.name(), mask)
    return TerrainRaster(layer.name(), title, layer.crs(), grid, scores, expected, mean, sd, joined, parts)


def _history(dataset, name, mask):
    """Terrain and history together (n,), and the parts around and here; None for what the raster does not have."""
    number = joined_band(dataset)
    if number is None:
        return None, None
    bands = [dataset.GetRasterBand(other) for other in range(1, dataset.RasterCount + 1)]
    parts = [band for part in PARTS for band in bands if band.GetMetadataItem(PART_ITEM) == part]
    values = [band_values(band, name)[mask] for band in (bands[number - 1], *parts)]
    return values[0], tuple(values[1:]) if len(parts) == len(PARTS) else None


def joined_band(dataset):
    """Number of the first band that joins terrain and history, or None."""
    numbers = range(1, dataset.RasterCount + 1)
    return next((one for one in numbers if dataset.GetRasterBand(one).GetMetadataItem(JOINED_ITEM)), None)


def _number(value):
    """A number, also of metadata, where it is text; NaN for what is none."""
    try:
        return float(value)
    except ValueError:
        return math.nan


def open_raster(path):
    """GDAL's data set of a raster, or None where it is none."""
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER)
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        return None


def band_values(band, name, window=()):
    """What the numbers of a band, or of a window (column, row, columns, rows), stand for: scaled, NaN where masked.

    Raises :class:`RtmError` where the file's end is missing or damaged, or its numbers are complex.
    """
    if gdal.DataTypeIsComplex(band.DataType):
        raise RtmError(
            tr("Raster '{name}' has complex numbers ({kind}), which have no order: use one of plain numbers.").format(
                name=name, kind=gdal.GetDataTypeName(band.DataType)
            )
        )
    gdal.ErrorReset()
    try:
        values, known = band.ReadAsArray(*window), band.GetMaskBand().ReadAsArray(*window)
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:  # how GDAL says it in QGIS 3.38 and later
        values, known, reason = None, None, str(error)
    if values is None or known is None:
        raise RtmError(
            tr(
                "Raster '{name}' cannot be read to its end ({reason}): its file is cut or damaged; copy or make it "
                "again."
            ).format(name=name, reason=" ".join(reason.split()))
        )
    values = values.astype(np.float64)
    values = values * (band.GetScale() or 1.0) + (band.GetOffset() or 0.0)
    values[(known == 0) | ~np.isfinite(values)] = np.nan
    return values


def _opened(layer):
    dataset = open_raster(layer.source()) if isinstance(layer, QgsRasterLayer) else None
    if dataset is None:
        raise RtmError(
            tr("Risk terrain '{layer}' is no file that can be read: save it as a GeoTIFF first.").format(
                layer=layer.name()
            )
        )
    return dataset


def open_terrain(key, value, context):
    """The raster layer that a parameter's value names. Raises :class:`RtmError` where it cannot be read."""
    layer = QgsProcessingParameters.parameterAsRasterLayer(
        QgsProcessingParameterRasterLayer(key), {key: value}, context
    )
    if layer is None or not layer.isValid():
        raise RtmError(QgsProcessingAlgorithm.invalidRasterError({key: value}, key))
    return layer


@dataclass(frozen=True)
class Judged:
    """The grid of the first raster, cells that every raster has a value for, and the scores there."""

    title: str
    crs: object
    grid: StudyGrid
    surfaces: list
    left_out: int


def read_terrains(layers, progress):
    """All rasters on the cells of the first; cells that any of them has no value for are left out."""
    first = read_risk_terrain(layers[0])
    several = len(layers) > 1
    scores = []
    for layer in layers:
        name = layer_name(layer.name(), layer.source())
        if layer.crs() != first.crs:
            raise RtmError(
                tr(
                    "Risk terrain '{name}' is in {crs}, and '{first}' in {wanted}: reproject it to the CRS of "
                    "the first."
                ).format(name=name, crs=crs_words(layer.crs()), first=first.name, wanted=crs_words(first.crs))
            )
        dataset = _opened(layer)
        terrain = tr("risk terrain '{name}'").format(name=name) if several else tr("the risk terrain")
        scores.append((terrain, _values_at(dataset, 1, first.grid.centroids, name)))
        for number in range(2, dataset.RasterCount + 1):
            if dataset.GetRasterBand(number).GetMetadataItem(JOINED_ITEM):
                joined = (
                    tr("terrain and history of '{name}'").format(name=name) if several else tr("terrain and history")
                )
                scores.append((joined, _values_at(dataset, number, first.grid.centroids, name)))
    known = np.isfinite(np.array([values for _, values in scores])).all(axis=0)
    left_out = int((~known).sum())
    if not known.any():
        raise RtmError(tr("The risk terrains have no cell in common: choose rasters of the same place."))
    if left_out:
        progress.warn(
            tr("{left_out:,} of {n_known:,} cells have no value in every risk terrain and are left out.").format(
                left_out=left_out, n_known=len(known)
            )
        )
    mask = np.zeros(first.grid.mask.shape, dtype=bool)
    mask.ravel()[first.grid.cells[known]] = True
    grid = StudyGrid(first.grid.x_min, first.grid.y_max, first.grid.cell_size, mask)
    surfaces = [Surface(name, values[known], MODEL) for name, values in scores]
    return Judged(first.title, first.crs, grid, surfaces, left_out)


def _values_at(dataset, number, points, name):
    """Values of a band at points, NaN outside it and where there is none."""
    band = dataset.GetRasterBand(number)
    x_min, width, _, y_max, _, height = dataset.GetGeoTransform()
    col = np.floor((points[:, 0] - x_min) / width).astype(np.int64)
    row = np.floor((points[:, 1] - y_max) / height).astype(np.int64)
    inside = (col >= 0) & (col < band.XSize) & (row >= 0) & (row < band.YSize)
    found = np.full(len(points), np.nan)
    values = band_values(band, name)
    found[inside] = values[row[inside], col[inside]]
    return found


def _parameters_of(layer):
    """What the algorithm that has written a raster was asked for; nothing where it does not say."""
    try:
        parameters = json.loads(_opened(layer).GetMetadataItem("RTM_PARAMETERS") or "{}")
    except ValueError:
        parameters = None
    return parameters if isinstance(parameters, dict) else {}


def warn_of_same(layer, later, later_name, earlier, progress):
    """Warn where the model seems to have been made from the incidents that it is to be judged by."""
    if earlier is None:
        same = _parameters_of(layer).get("INCIDENTS") == later_name
    else:
        same = later.shape == earlier.shape and (np.sort(later, axis=0) == np.sort(earlier, axis=0)).all()
    if same:
        progress.warn(
            tr(
                "The later incidents '{later_name}' seem to be those that the model was made from: this is "
                "no validation. Give incidents of another period."
            ).format(later_name=later_name)
        )
