"""Layers in GeoPackages: ours is added or replaced, the others in the file stay; the same bytes for the same layers."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from osgeo import gdal, ogr
from qgis.core import QgsFeatureSink, QgsMapLayer, QgsVectorFileWriter, QgsVectorLayer

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from .ordered_xml import ordered_xml

SUFFIX = ".gpkg"
_TABLE = "waiting"
_ITS_OWN = ("gpkg_", "sqlite_", "rtree_", "layer_styles")  # how the names of its own tables begin
_SOME_DAY = "1970-01-01T00:00:00.000Z"  # instead of the time of writing, which would make every file differ


def layers_in(path):
    """Names of the layers that a GeoPackage holds; none where it is no GeoPackage, or not there."""
    if not Path(path).is_file():
        return []
    try:
        dataset = ogr.GetDriverByName("GPKG").Open(str(path))
    except RuntimeError:  # how GDAL says it in QGIS 3.38 and later
        dataset = None
    if dataset is None:
        return []
    names = [dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())]
    return [name for name in names if name != "layer_styles"]


def keep_others(final, waiting, layers):
    """Copy what a GeoPackage holds besides some layers to where these are being written; True where it did.

    That may be other layers, pictures in tiles, a project, or a table that only its owner understands.
    """
    if Path(waiting).exists():
        return True
    if not _tables_in(final) - {layer.casefold() for layer in layers}:
        return False
    shutil.copyfile(final, waiting)
    return True


def _tables_in(path):
    """Names, in small letters, of all tables but a GeoPackage's own; none where it is no database, or not there."""
    return {name for name in _all_tables(path) if not name.startswith(_ITS_OWN)}


def _all_tables(path):
    if not Path(path).is_file():
        return set()
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    except sqlite3.Error:
        return set()
    return {name.casefold() for (name,) in found}


def is_kept(layer):
    """Whether a GeoPackage keeps the name of a layer for itself."""
    return layer.casefold().startswith(_ITS_OWN)


def check_name(layer):
    """Raise :class:`RtmError` where a GeoPackage keeps the name of a layer for itself."""
    if is_kept(layer):
        raise RtmError(
            tr(
                "A layer of a GeoPackage cannot be called '{layer}': choose another name; a class gets one with a "
                "merge table."
            ).format(layer=layer)
        )


def add_layers(path, layers, context, look_of=None):
    """Write QgsVectorLayers into a GeoPackage under their names. Raises :class:`RtmError` where that fails.

    ``look_of`` gives what paints a layer of a name, a callable(QgsVectorLayer): that look is saved with it.
    """
    counts = {}
    for layer in layers:
        _add_layer(path, layer, context)
        if look_of is not None:
            save_default_style(path, layer.name(), look_of(layer.name()))
        counts[layer.name()] = layer.featureCount()
    settle(path, counts)


def add_layers_alike(path, layers, context):
    """As :func:`add_layers`, for any number of layers that have their fields, kind of geometry and CRS in common.

    QGIS opens the file anew for each layer, which takes longer with each that is in it. So only the first is its
    work; the features of the others wait in one table, from which GDAL makes layers of the same bytes in one go.
    """
    counts, waiting, writer = {}, [], None
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        table = str(Path(folder) / f"waiting{SUFFIX}")
        for layer in layers:
            if not counts:
                _add_layer(path, layer, context)
            else:
                writer = writer or _open_table(table, layer, context)
                if not writer.addFeatures(layer.getFeatures(), QgsFeatureSink.Flag.FastInsert):
                    raise _not_written(layer.name(), writer.errorMessage())
                waiting.append((layer.name(), layer.featureCount()))
            counts[layer.name()] = layer.featureCount()
        del writer  # which closes the table
        if waiting:
            _split_table(table, path, waiting)
    settle(path, counts)


def _open_table(path, like, context):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = _TABLE
    options.layerOptions = ["SPATIAL_INDEX=NO"]
    return QgsVectorFileWriter.create(
        path, like.fields(), like.wkbType(), like.crs(), context.transformContext(), options
    )


def _split_table(table, path, layers):
    """Make layers, (name, number of features), of the rows of a table, which are in their order."""
    name = layers[0][0]
    try:
        source, target = gdal.OpenEx(table), gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        if source is None or target is None:
            raise _not_written(name, gdal.GetLastErrorMsg())
        first = 1
        for name, number in layers:
            for at in reversed(range(target.GetLayerCount())):
                if target.GetLayer(at).GetName() == name:
                    target.DeleteLayer(at)
            made = gdal.VectorTranslate(
                target,
                source,
                options=["-unsetFid"],
                accessMode="update",
                layers=[_TABLE],
                layerName=name,
                where=f"(fid>={first})AND(fid<{first + number})",
                layerCreationOptions=["GEOMETRY_NAME=geom", "FID=fid"],
            )
            if not made:
                raise _not_written(name, gdal.GetLastErrorMsg())
            target.GetLayerByName(name).SyncToDisk()  # its spatial index comes before the next layer, as with QGIS
            first += number
    except RuntimeError as error:  # how GDAL says it in QGIS 3.38 and later
        raise _not_written(name, error) from error


def _add_layer(path, layer, context):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = layer.name()
    actions = QgsVectorFileWriter.ActionOnExistingFile
    is_there = Path(path).exists()
    options.actionOnExistingFile = actions.CreateOrOverwriteLayer if is_there else actions.CreateOrOverwriteFile
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), context.transformContext(), options
    )
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise _not_written(layer.name(), message)


def _not_written(layer, message):
    return RtmError(
        tr("Layer '{layer}' cannot be written ({message}): choose another file.").format(layer=layer, message=message)
    )


def save_default_style(path, layer, paint):
    """Store a look as the default one of a layer in a GeoPackage.

    Parameters
    ----------
    path : str
    layer : str
    paint : callable(QgsVectorLayer)
    """
    painted = QgsVectorLayer(f"{path}|layername={layer}", layer, "ogr")
    if painted.isValid():
        paint(painted)
        _drop_style(path, layer)
        problem = _keep_style(painted, layer)
        if problem:
            raise RtmError(
                tr(
                    "The style of '{path}' cannot be saved ({problem}): close it where it is open, or check the "
                    "space that is left on the disk."
                ).format(path=path, problem=problem)
            )


def _keep_style(painted, name):
    """Save a layer's look beside its data, as the default one; gives back what went wrong, nothing if all is well."""
    arguments = (name, name, True, "")  # without a description QGIS writes the time
    if not hasattr(painted, "saveStyleToDatabaseV2"):  # older than QGIS 3.44
        return painted.saveStyleToDatabase(*arguments)
    outcome, problem = painted.saveStyleToDatabaseV2(*arguments)
    kinds = QgsMapLayer.SaveStyleResult
    failed = outcome & kinds.QmlGenerationFailed or outcome & kinds.DatabaseWriteFailed  # SLD cannot say all of a look
    return (problem or "QGIS") if failed else ""


def _drop_style(path, layer):
    """Remove the style that a layer of this name had before it was replaced: else QGIS asks in a box, and waits."""
    if "layer_styles" not in _all_tables(path):
        return
    with closing(sqlite3.connect(path)) as database:
        database.execute("DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = ?", (layer, layer))
        database.commit()


def settle(path, counts):
    """Make a GeoPackage one file for good, and raise :class:`RtmError` unless it holds some layers whole.

    ``counts`` are their numbers of features by name. A whole layer has them all, each in the spatial index; times of
    writing are replaced by a fixed one. What SQLite keeps beside the file is written into it, in the order that any
    other run gives too.
    """
    settled = Path(f"{path}.settled")
    try:
        with closing(sqlite3.connect(path)) as database:
            ours = "UPDATE gpkg_contents SET last_change = ? WHERE table_name = ?"
            database.executemany(ours, [(_SOME_DAY, layer) for layer in (*counts, "layer_styles")])
            tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if "layer_styles" in tables:
                _order_styles(database)
                styles = "UPDATE layer_styles SET update_time = ? WHERE f_table_name = ?"
                database.executemany(styles, [(_SOME_DAY, layer) for layer in counts])
            database.commit()
            missing = [layer for layer, number in counts.items() if not _is_whole(database, layer, number, tables)]
            database.execute("VACUUM INTO ?", (str(settled),))
        with closing(sqlite3.connect(settled)) as database:
            if database.execute("PRAGMA quick_check").fetchone() != ("ok",):
                missing = list(counts)
    except sqlite3.Error:
        missing = list(counts)
    if missing:
        raise RtmError(
            tr("Layer '{layer}' cannot be written to its end: check the space that is left on the disk.").format(
                layer=missing[0]
            )
        )
    for companion in ("-wal", "-shm", "-journal"):
        Path(f"{path}{companion}").unlink(missing_ok=True)
    os.replace(settled, path)


def _order_styles(database):
    for number, *texts in database.execute("SELECT id, styleQML, styleSLD FROM layer_styles").fetchall():
        texts = [text and ordered_xml(text) for text in texts]
        database.execute("UPDATE layer_styles SET styleQML = ?, styleSLD = ? WHERE id = ?", (*texts, number))


def _is_whole(database, layer, n_features, tables):
    """Whether a layer has so many features, and its spatial index those of them that have a geometry."""

    def count(table, where=""):
        return database.execute(f"SELECT count(*) FROM {_quoted(table)} {where}").fetchone()[0]  # noqa: S608  # nosec B608

    if count(layer) != n_features:
        return False
    columns = "SELECT column_name FROM gpkg_geometry_columns WHERE table_name = ?"
    column = database.execute(columns, (layer,)).fetchone() if "gpkg_geometry_columns" in tables else None
    if column is None:
        return True
    index, geometry = f"rtree_{layer}_{column[0]}", _quoted(column[0])
    # the fourth byte of a GeoPackage's geometry tells that it is empty: an odd first digit of two
    nowhere = count(layer, f"WHERE {geometry} IS NULL OR hex(substr({geometry}, 4, 1)) >= '10'")
    return index in tables and count(index) == n_features - nowhere


def _quoted(name):
    return '"{}"'.format(name.replace('"', '""'))
