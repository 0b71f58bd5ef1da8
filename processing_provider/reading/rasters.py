"""Reading risk terrains from rasters."""

from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameters,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.space.grid import StudyGrid
from ...rtm_plugin.translation import tr
from .sources import check_projected

MEAN_ITEM, SD_ITEM = "RTM_MEAN", "RTM_SD"  # metadata of the first band


@dataclass(frozen=True)
class TerrainRaster:
    """A risk terrain as it was read from a raster.

    Attributes
    ----------
    name : str
    crs : QgsCoordinateReferenceSystem
    grid : StudyGrid
        Its cells with a value are the model cells.
    scores : (n_cells,) float64
        Relative risk scores, band 1.
    expected : (n_cells,) float64 or None
        Expected incidents, band 2; None in a raster that other software has made.
    mean, sd : float
        Of the scores, as the raster says; otherwise those of its cells.
    """

    name: str
    crs: QgsCoordinateReferenceSystem
    grid: StudyGrid
    scores: np.ndarray
    expected: np.ndarray
    mean: float
    sd: float


def check_risk_terrain(layer):
    """Raise :class:`RtmError` where a raster layer is no risk terrain that can be read."""
    check_projected("Risk terrain", layer.name(), layer.crs(), layer.extent())
    dataset = _opened(layer)
    step = dataset.GetGeoTransform()
    if step[2] or step[4] or step[5] >= 0 or abs(step[1] / -step[5] - 1) > 1e-6:
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
    """A risk terrain that :func:`check_risk_terrain` has passed; raises :class:`RtmError` where it is "
    "empty."""
    dataset = _opened(layer)
    band = dataset.GetRasterBand(1)
    scores = band.ReadAsArray().astype(np.float64)
    mask = np.isfinite(scores)
    if band.GetNoDataValue() is not None:
        mask &= scores != band.GetNoDataValue()
    if not mask.any():
        raise RtmError(
            tr("Risk terrain '{layer}' has no cell with a value: use another raster.").format(layer=layer.name())
        )
    x_min, size, _, y_max, _, _ = dataset.GetGeoTransform()
    expected = None
    if dataset.GetMetadataItem("RTM_ALGORITHM") and dataset.RasterCount > 1:
        expected = dataset.GetRasterBand(2).ReadAsArray().astype(np.float64)[mask]
    scores = scores[mask]
    items = [band.GetMetadataItem(item) for item in (MEAN_ITEM, SD_ITEM)]
    if None in items:
        mean, sd = float(scores.mean()), float(scores.std(ddof=1)) if len(scores) > 1 else 0.0
    else:
        mean, sd = map(float, items)
    grid = StudyGrid(x_min, y_max, size, mask)
    return TerrainRaster(layer.name(), layer.crs(), grid, scores, expected, mean, sd)


def _opened(layer):
    try:
        dataset = gdal.Open(layer.source())
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        dataset = None
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
