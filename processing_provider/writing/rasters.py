"""Writing rasters: the same bytes for the same result."""

import numpy as np
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.rounding import tidy, tidy_number
from ...rtm_plugin.translation import tr
from ..reading.rasters import JOINED_ITEM, MEAN_ITEM, PART_ITEM, PARTS, SD_ITEM
from ..reading.titles import TITLE_ITEM, model_title
from .provenance import ALGORITHM_ITEM

NO_DATA = -9999.0


def write_raster(path, grid, crs, bands, items):
    """Write a tiled GeoTIFF of doubles.

    Parameters
    ----------
    path : Path
    grid : StudyGrid
    crs : QgsCoordinateReferenceSystem
    bands : list of (description, values, items)
        Values (n,) of the model cells, NaN where there is none; ``items`` is the band's metadata.
    items : dict
        Metadata of the file, text by key.

    Raises
    ------
    RtmError
        The file cannot be written.
    """
    gdal.ErrorReset()
    try:
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(path),
            grid.cols,
            grid.rows,
            len(bands),
            gdal.GDT_Float64,
            ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"],
        )
        if dataset is not None:
            try:
                dataset.SetGeoTransform((grid.x_min, grid.cell_size, 0.0, grid.y_max, 0.0, -grid.cell_size))
                dataset.SetProjection(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
                dataset.SetMetadata(items)
                for number, (description, values, band_items) in enumerate(bands, start=1):
                    _write_band(dataset.GetRasterBand(number), grid, description, tidy(values), band_items)
            finally:
                if hasattr(dataset, "Close"):  # from GDAL 3.8 on, whose destructor cannot say what went wrong
                    dataset.Close()
                dataset = None
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:  # how GDAL says it in QGIS 3.38 and later
        failed, reason = True, str(error)
    if failed:
        raise RtmError(
            tr("The raster '{path}' cannot be written ({reason}): choose another folder.").format(
                path=path, reason=reason
            )
        )


def is_ours(path):
    """Whether a file is a raster that this plugin has written."""
    try:
        dataset = gdal.Open(str(path))
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        dataset = None
    return dataset is not None and dataset.GetMetadataItem(ALGORITHM_ITEM) is not None


def _write_band(band, grid, description, values, items):
    finite = values[np.isfinite(values)]
    band.SetDescription(description)
    band.SetNoDataValue(NO_DATA)
    band.SetMetadata(items)
    band.WriteArray(grid.raster(np.where(np.isfinite(values), values, NO_DATA), fill=NO_DATA))
    if len(finite):  # given, so that nobody has to compute them and leave a file beside ours
        numbers = (finite.min(), finite.max(), finite.mean(), finite.std())
        band.SetStatistics(*(tidy_number(number) for number in numbers))


def write_risk_terrain(path, terrain, joined, crs, provenance):
    """GeoTIFF of relative risk score and expected incidents, with the numbers that its style needs.

    Band 3 joins the terrain with the incidents that it was fitted to: what to expect next, not why.
    """
    model = terrain.model
    items = {MEAN_ITEM: str(tidy_number(model.rrs_mean)), SD_ITEM: str(tidy_number(model.rrs_sd))}
    joined_items = {JOINED_ITEM: str(tidy_number(joined.own_weight))}
    bands = [
        (tr("Relative risk score"), terrain.rrs, items),
        (tr("Expected incidents"), terrain.expected, {}),
        (tr("Expected incidents given terrain and history"), joined.expected, joined_items),
        (tr("Part of the cells around in it"), joined.neighbours, {PART_ITEM: PARTS[0]}),
        (tr("Part of the cell's own count in it"), joined.own, {PART_ITEM: PARTS[1]}),
    ]
    write_raster(path, terrain.grid, crs, bands, {**provenance.items(), TITLE_ITEM: model_title(model)})
