"""Writing results: whole or not at all, and the same bytes for the same result."""

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsProcessingOutputLayerDefinition,
)

from ...rtm_plugin.errors import RtmError

NO_DATA = -9999.0
RASTER_SUFFIXES = (".tif", ".tiff")
_DIGITS = 10  # significant ones: what two machines' linear algebra agrees on
_FLUSH_EVERY = 5000
_COMPANIONS = ("-journal", "-wal", "-shm")
_COUNTED = (".csv", ".gpkg", ".shp")  # formats that give back each feature that was put in
_SPECIAL = ("memory:", "TEMPORARY_OUTPUT", "postgres:", "ogr:")


def tidy(values):
    """Numbers rounded to 10 significant digits: (n,) float64, just what those digits written out would be."""
    distinct, place = np.unique(np.asarray(values, dtype=np.float64), return_inverse=True)
    return np.array([float(f"{value:.{_DIGITS}g}") for value in distinct.tolist()])[place.ravel()]


def tidy_number(value):
    """One number rounded to 10 significant digits; None where it is missing."""
    return None if value is None or not np.isfinite(value) else float(f"{value:.{_DIGITS}g}")


def tidy_json(value):
    """A structure for JSON with all its floats rounded to 10 significant digits, NaN as null."""
    if isinstance(value, dict):
        return {str(key): tidy_json(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [tidy_json(item) for item in value]
    return tidy_number(value) if isinstance(value, float) else value


# Destinations


def check_writable(value, suffixes=None):
    """Raise :class:`RtmError` where a destination parameter's raw value is a file that cannot be written.

    With suffixes, also where its name has another one.
    """
    path = _file_of(value)
    if path is None:
        return
    if suffixes and path.suffix.lower() not in suffixes:
        raise RtmError(f"Output '{path}' has a format that is not written here: let its name end in {suffixes[0]}.")
    if path.exists() and not path.is_file():
        raise RtmError(f"Output '{path}' is a folder or a device, not a file: give the name of a file.")
    folder = path.absolute().parent
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent  # what is missing is made when it is needed
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
        if path.is_file():
            with path.open("ab"):
                pass
    except OSError as error:
        raise RtmError(
            f"Output '{path}' cannot be written ({error.strerror}): choose another folder, or close the "
            "file where it is open."
        ) from error


def make_folder(value):
    """Make the folder of the file that a destination parameter's raw value names, where it is missing."""
    path = _file_of(value)
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)


def _file_of(value):
    """The file that a destination parameter's raw value names, or None where it names no file."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str) or not value or value.startswith(_SPECIAL):
        return None
    return Path(value.split("|")[0])


@contextmanager
def staged():
    """Files that appear together at the end, or not at all.

    Gives a function from a file's final path to the path to write it to, a hidden one in the same folder.
    They are renamed when the block ends well, and removed when it does not.
    """
    moves = []

    def stage(path):
        path = Path(path)
        if path in (final for _, final in moves):
            raise RtmError(f"Two outputs would be the same file '{path}': give each a name of its own.")
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
        moves.append((temporary, path))
        return temporary

    try:
        yield stage
        for temporary, path in moves:
            _move(temporary, path)
    finally:
        for temporary, _ in moves:
            temporary.unlink(missing_ok=True)


def _move(temporary, path):
    try:
        os.replace(temporary, path)
        Path(f"{path}.aux.xml").unlink(missing_ok=True)  # statistics of the file that was there before
    except OSError as error:
        raise RtmError(
            f"Output '{path}' cannot be replaced ({error.strerror}): close it where it is open, or choose another name."
        ) from error


# Rasters


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
            dataset.SetGeoTransform((grid.x_min, grid.cell_size, 0.0, grid.y_max, 0.0, -grid.cell_size))
            dataset.SetProjection(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL))
            dataset.SetMetadata(items)
            for number, (description, values, band_items) in enumerate(bands, start=1):
                _write_band(dataset.GetRasterBand(number), grid, description, tidy(values), band_items)
            dataset = None  # closes it
        failed = gdal.GetLastErrorType() >= gdal.CE_Failure
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:  # how GDAL says it in QGIS 3.38 and later
        failed, reason = True, str(error)
    if failed:
        raise RtmError(f"The raster '{path}' cannot be written ({reason}): choose another folder.")


def _write_band(band, grid, description, values, items):
    finite = values[np.isfinite(values)]
    band.SetDescription(description)
    band.SetNoDataValue(NO_DATA)
    band.SetMetadata(items)
    band.WriteArray(grid.raster(np.where(np.isfinite(values), values, NO_DATA), fill=NO_DATA))
    if len(finite):  # given, so that nobody has to compute them and leave a file beside ours
        numbers = (finite.min(), finite.max(), finite.mean(), finite.std())
        band.SetStatistics(*(tidy_number(number) for number in numbers))


def write_text(path, text):
    """Write UTF-8 text with the same line ends everywhere."""
    with Path(path).open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)


# Tables


def fill(sink, fields, rows, progress, geometries=None):
    """Write rows of values into a sink, with one geometry each where given.

    Raises :class:`RtmError` where the sink refuses.
    """
    features = []
    for number, row in enumerate(rows):
        feature = QgsFeature(fields)
        feature.setAttributes(list(row))
        if geometries is not None:
            feature.setGeometry(geometries(number))
        features.append(feature)
        if len(features) == _FLUSH_EVERY:
            progress(number / len(rows))
            _add(sink, features)
            features = []
    progress(1.0)
    _add(sink, features)


def discard(destination):
    """Remove the file of a sink that was not filled to the end; other kinds of sinks are left alone."""
    path = Path(destination.split("|")[0])
    if path.is_file() or Path(f"{path}{_COMPANIONS[0]}").is_file():
        remove(path)


def remove(path):
    """Remove a file, and what SQLite leaves beside it where it could not finish."""
    for companion in ("", *_COMPANIONS):
        Path(f"{path}{companion}").unlink(missing_ok=True)


def check_complete(destination, n_features):
    """Raise :class:`RtmError` where a closed table does not hold what was written: its end may be missing."""
    path, _, inner = destination.partition("|layername=")
    if not path.lower().endswith(_COUNTED):
        return
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        table = None if dataset is None else dataset.GetLayerByName(inner) if inner else dataset.GetLayer(0)
        n_found = -1 if table is None else table.GetFeatureCount()
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        n_found = -1
    if n_found != n_features:
        raise RtmError(f"Table '{path}' cannot be written to its end: check the space that is left on the disk.")


def _add(sink, features):
    if features and not sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert):
        raise RtmError(f"A table cannot be written ({sink.lastError()}): choose another file or folder.")
