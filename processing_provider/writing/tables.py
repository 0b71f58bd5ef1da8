"""Writing tables and layers: whole, or not at all."""

import re
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.files.numbers import number_in
from ...rtm_plugin.translation import tr
from ..destinations import destination_of, driver_of, file_of, real_path
from ..staging import staged
from . import geopackage

_TELL_EVERY = 5000
_CACHE, _CACHE_MB = "OGR_SQLITE_CACHE", "24"
# What a spreadsheet takes for the beginning of a formula, in text that was only to be read: by driver
_FORMULA = {"CSV": re.compile(r"[=+\-@\t\r\n＝＋－＠]"), "ODS": re.compile("of:=")}


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
    paint : callable(QgsVectorLayer), optional
        Gives it its look, which a GeoPackage keeps.
    """

    fields: QgsFields
    rows: Sequence
    geometries: Optional[Callable] = None
    crs: Optional[QgsCoordinateReferenceSystem] = None
    kind: QgsWkbTypes.Type = QgsWkbTypes.Type.Polygon
    paint: Optional[Callable] = None


def memory_layer(name, table):
    """A temporary QgsVectorLayer that holds a table."""
    kind = "None" if table.geometries is None else QgsWkbTypes.displayString(table.kind)
    layer = QgsVectorLayer(kind, name, "memory")
    if table.crs is not None:
        layer.setCrs(table.crs)
    layer.dataProvider().addAttributes(table.fields.toList())
    layer.updateFields()
    layer.dataProvider().addFeatures([_feature(table, number) for number in range(len(table.rows))])
    layer.updateExtents()
    return layer


class Sink:
    """An open sink: features go in and are counted; text in them passes through ``plain``."""

    def __init__(self, sink, destination, plain=None):
        self.destination = destination
        self.n_features = 0
        self._sink = sink
        self._plain = plain

    def add(self, feature):
        """One at a time: QGIS takes lists apart again, and features that wait take time and memory.

        Raises :class:`RtmError` where the sink refuses it.
        """
        if self._plain is not None:
            feature.setAttributes([self._plain(value) for value in feature.attributes()])
        if not self._sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise RtmError(
                tr("A table cannot be written ({reason}): choose another file or folder.").format(
                    reason=self._sink.lastError()
                )
            )
        self.n_features += 1

    def close(self):
        self._sink = None


@contextmanager
def open_sink(algorithm, parameters, key, context, table, stage=None):
    """A :class:`Sink` for a table's features, which holds them all in the end, or is gone; None if not asked for.

    Files wait in a :class:`Stage` until all outputs of a run are complete; without one they appear at the end of
    the block. A layer of a GeoPackage that is there is added or replaced.
    """
    if stage is None:
        with staged() as own, open_sink(algorithm, parameters, key, context, table, own) as sink:
            yield sink
        return
    value = parameters.get(key)
    final, layer = file_of(destination_of(value, context))
    waiting = None
    if final is not None:
        final = real_path(final)
        waiting = stage(final)
        value = _redirected(value, _where_to_wait(final, waiting, layer or final.name.partition(".")[0], bool(layer)))
        parameters = {**parameters, key: value}
    kind = QgsWkbTypes.Type.NoGeometry if table.geometries is None else table.kind
    crs = table.crs or QgsCoordinateReferenceSystem()
    plain = None if final is None else no_formulas(final)
    fields = table.fields if plain is None else _renamed(table.fields, plain)
    with _room_for_index():
        sink, destination = algorithm.parameterAsSink(parameters, key, context, fields, kind, crs)
    if sink is None:
        if parameters.get(key) in (None, ""):
            yield None
            return
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, key))
    opened = Sink(sink, destination, plain)
    del sink
    try:
        yield opened
    finally:
        opened.close()
    if waiting is not None:
        opened.destination = destination.replace(str(waiting.parent), str(final.parent), 1)
        _check_complete(destination, opened.n_features, table.paint)
        layers = context.layersToLoadOnCompletion()
        if destination in layers:
            layers[opened.destination] = layers.pop(destination)
            context.setLayersToLoadOnCompletion(layers)


@contextmanager
def _room_for_index():
    """SQLite keeps more pages of what is opened here, unless the user has said how many.

    The spatial index of a million points is made in any order: with the 2 MB that SQLite keeps by itself it writes
    most pages to the disk and reads them again, many times.
    """
    given = gdal.GetConfigOption(_CACHE)
    if given is None:
        gdal.SetThreadLocalConfigOption(_CACHE, _CACHE_MB)
    try:
        yield
    finally:
        if given is None:
            gdal.SetThreadLocalConfigOption(_CACHE, None)


def no_formulas(path):
    """A function that puts a quote before text that a spreadsheet would run as a formula; None where it would not.

    Names of layers and features come from anybody, and a formula can send away what stands beside it.
    """
    formula = _FORMULA.get(driver_of(path))
    if formula is None:
        return None

    def plain(value):
        is_formula = isinstance(value, str) and formula.match(value) and number_in(value) is None
        return f"'{value}" if is_formula else value

    return plain


def _renamed(fields, rename):
    """A copy of fields with other names."""
    renamed = QgsFields()
    for field in fields:
        field = QgsField(field)
        field.setName(rename(field.name()))
        renamed.append(field)
    return renamed


def _where_to_wait(final, waiting, layer, is_named):
    """The destination to write to instead: the same file in the hidden folder, and what else a GeoPackage holds."""
    if waiting.suffix.lower() == geopackage.SUFFIX:
        geopackage.check_name(layer)
        others = geopackage.keep_others(final, waiting, [layer])
        if others or is_named:
            uri = QgsDataSourceUri()
            uri.setDatabase(str(waiting))
            uri.setDataSource("", layer, "geom")
            return f"ogr:{uri.uri()}"
    return str(waiting)


def _redirected(value, destination):
    """The value of a destination parameter with another destination, all else about it the same."""
    if not isinstance(value, QgsProcessingOutputLayerDefinition):
        return destination
    value = QgsProcessingOutputLayerDefinition(value)
    value.sink = QgsProperty.fromValue(destination)
    return value


def write_table(algorithm, parameters, key, context, table, progress, stage=None):
    """Write a :class:`Table` to the sink of a parameter; its id, or None where it was not asked for."""
    with open_sink(algorithm, parameters, key, context, table, stage) as sink:
        if sink is None:
            return None
        fill(sink, table, progress)
    return sink.destination


def fill(sink, table, progress):
    """Put the rows of a table into an open :class:`Sink`."""
    for number in range(len(table.rows)):
        sink.add(_feature(table, number))
        if number % _TELL_EVERY == 0:
            progress(number / len(table.rows))
    progress(1.0)


def _feature(table, number):
    feature = QgsFeature(table.fields)
    feature.setAttributes(list(table.rows[number]))
    if table.geometries is not None:
        feature.setGeometry(table.geometries(number))
    return feature


def _check_complete(destination, n_features, paint):
    """Raise :class:`RtmError` where a closed table does not hold what was written: its end may be missing."""
    path, _, layer = destination.partition("|layername=")
    if path.lower().endswith(geopackage.SUFFIX):
        layer = layer.partition("|")[0] or next(iter(geopackage.layers_in(path)), Path(path).stem)
        if paint is not None:
            geopackage.save_default_style(path, layer, paint)
        geopackage.settle(path, {layer: n_features})
        return
    gdal.ErrorReset()
    try:
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = None if dataset is None else dataset.GetLayer(0)
        n_found = -1 if layer is None else sum(1 for _ in layer)  # read: what was to be there is in many heads
        n_found = -1 if gdal.GetLastErrorType() >= gdal.CE_Failure else n_found
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        n_found = -1
    if path.lower().endswith(".shp") and not _is_whole_shapefile(Path(path), n_features):
        n_found = -1
    if n_found != n_features:
        raise RtmError(
            tr("Table '{path}' cannot be written to its end: check the space that is left on the disk.").format(
                path=Path(path).name
            )
        )


def _is_whole_shapefile(path, n_features):
    """Whether shapes and attributes are as long as their heads say: GDAL reads what is missing as empty."""
    shapes, table = path.read_bytes()[:100], path.with_suffix(".dbf")
    n_words = int.from_bytes(shapes[24:28], "big")
    head = table.read_bytes()[:32] if table.exists() else b""
    n_rows, n_head, n_row = (int.from_bytes(head[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    if not n_row or n_rows != n_features or table.stat().st_size < n_head + n_rows * n_row:
        return False
    return path.stat().st_size >= 2 * n_words
