"""Writing tables and layers: whole, or not at all."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Optional

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingException,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..files import discard

_FLUSH_EVERY = 5000
_COUNTED = (".csv", ".gpkg", ".shp")  # formats that give back each feature that was put in


@dataclass(frozen=True)
class Table:
    """What a table or layer is to hold.

    Attributes
    ----------
    fields : QgsFields
    rows : sequence of tuples of values
    geometries : callable(int) -> QgsGeometry, optional
        The geometry of each row; without it the table has none.
    crs : QgsCoordinateReferenceSystem, optional
    kind : QgsWkbTypes.Type
        Of the geometries.
    """

    fields: QgsFields
    rows: Sequence
    geometries: Optional[Callable] = None
    crs: Optional[QgsCoordinateReferenceSystem] = None
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.Polygon


class Sink:
    """An open sink: features go in by the thousand, and are counted."""

    def __init__(self, sink, destination):
        self.destination = destination
        self.n_features = 0
        self._sink = sink
        self._waiting = []

    def add(self, feature):
        self._waiting.append(feature)
        if len(self._waiting) == _FLUSH_EVERY:
            self.flush()

    def flush(self):
        """Raises :class:`RtmError` where the sink refuses what is waiting."""
        if self._waiting and not self._sink.addFeatures(self._waiting, QgsFeatureSink.Flag.FastInsert):
            raise RtmError(
                tr("A table cannot be written ({reason}): choose another file or folder.").format(
                    reason=self._sink.lastError()
                )
            )
        self.n_features += len(self._waiting)
        self._waiting = []

    def close(self):
        self._sink = None


@contextmanager
def open_sink(algorithm, parameters, key, context, fields, kind, crs):
    """A :class:`Sink` that holds all its features in the end, or is gone; None where it was not asked for."""
    sink, destination = algorithm.parameterAsSink(parameters, key, context, fields, kind, crs)
    if sink is None:
        if parameters.get(key) in (None, ""):
            yield None
            return
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, key))
    opened = Sink(sink, destination)
    del sink
    try:
        try:
            yield opened
            opened.flush()
        finally:
            opened.close()
        check_complete(destination, opened.n_features)
    except BaseException:
        discard(destination)
        raise


def write_table(algorithm, parameters, key, context, table, progress):
    """Write a :class:`Table` to the sink of a parameter; its id, or None where it was not asked for."""
    kind = QgsWkbTypes.Type.NoGeometry if table.geometries is None else table.kind
    crs = table.crs or QgsCoordinateReferenceSystem()
    with open_sink(algorithm, parameters, key, context, table.fields, kind, crs) as sink:
        if sink is None:
            return None
        fill(sink, table, progress)
    return sink.destination


def fill(sink, table, progress):
    """Put the rows of a table into an open :class:`Sink`."""
    for number, row in enumerate(table.rows):
        feature = QgsFeature(table.fields)
        feature.setAttributes(list(row))
        if table.geometries is not None:
            feature.setGeometry(table.geometries(number))
        sink.add(feature)
        if number % _FLUSH_EVERY == 0:
            progress(number / len(table.rows))
    progress(1.0)


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
        raise RtmError(
            tr("Table '{path}' cannot be written to its end: check the space that is left on the disk.").format(
                path=path
            )
        )
