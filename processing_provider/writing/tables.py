"""Writing tables and layers."""

from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureSink, QgsProcessingException, QgsWkbTypes

from ...rtm_plugin.errors import Cancelled, RtmError
from ..files import discard

_FLUSH_EVERY = 5000


_COUNTED = (".csv", ".gpkg", ".shp")  # formats that give back each feature that was put in


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


def write_table(
    algorithm,
    parameters,
    key,
    context,
    progress,
    fields,
    rows,
    geometries=None,
    crs=None,
    kind=QgsWkbTypes.Type.Polygon,
):
    """Fill a sink with rows, with a geometry each where given; its id, or None where it was not asked for.

    What was written is discarded where the writing fails or is cancelled.
    """
    kind = QgsWkbTypes.Type.NoGeometry if geometries is None else kind
    sink, destination = algorithm.parameterAsSink(
        parameters, key, context, fields, kind, crs or QgsCoordinateReferenceSystem()
    )
    if sink is None:
        if parameters.get(key) in (None, ""):
            return None
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, key))
    try:
        try:
            fill(sink, fields, rows, progress, geometries)
        finally:
            del sink  # closes the file
        check_complete(destination, len(rows))
    except (Cancelled, RtmError):
        discard(destination)
        raise
    return destination
