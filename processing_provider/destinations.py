"""Where outputs are to go: what the value of an output says, and whether it is something that is written here."""

import os
import re
from pathlib import Path

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProperty,
    QgsVectorFileWriter,
)

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr

TEMPORARY = "TEMPORARY_OUTPUT"
_DATABASES = ("postgres:", "mssql:", "oracle:")
_NO_FILES = ("memory:", TEMPORARY, *_DATABASES)
RASTER_SUFFIXES = (".tif", ".tiff")
_ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]+:/|/vsi")  # an address, or one of GDAL's own file systems
_CODED = re.compile(r"%[0-9a-fA-F]{2}")  # which QGIS would read as a character when it opens the file
_NAMED = re.compile(r"\*(\.\w+)")
_NEEDS_GEOMETRY = ("ESRI Shapefile", "MapInfo File", "MapInfo MIF")
_DROPS_GEOMETRY = ("CSV", "ODS", "XLSX")


def destination_of(value, context):
    """What the value of a destination parameter says, as text: a path, ``ogr:...``, ``memory:`` or ''."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    return value if isinstance(value, str) else ""


def file_of(destination):
    """(path, name of the layer in it or '') of a destination that is a file; (None, '') of any other."""
    if not destination or destination.startswith(_NO_FILES):
        return None, ""
    if destination.startswith("ogr:"):
        uri = QgsDataSourceUri(destination[4:])
        path = uri.database() or destination[4:].partition("|")[0]
        return Path(path), uri.table()
    path, _, more = destination.partition("|")
    return Path(path), next((part[10:] for part in more.split("|") if part.startswith("layername=")), "")


def real_path(path):
    """A path as it is on the disk: a link is written through, and what is missing on the way is not made."""
    return Path(os.path.realpath(path))


def check_destination(definition, destination):
    """Raise :class:`RtmError` for what is not written here; what it would become is not for QGIS to decide.

    QGIS puts an ending of its own behind a name that has none, or one that belongs to another file: what is there
    under that name is then replaced, whatever it is.
    """
    if not destination or destination == TEMPORARY:
        return
    is_sink, label = definition.type() == "sink", definition.description()
    if is_sink and destination.startswith(_NO_FILES):
        return
    path, _ = file_of(destination)
    if path is None or _ELSEWHERE.match(str(path)):
        raise RtmError(
            tr("'{label}' is '{destination}', which is no file on this machine: give the path of a file.").format(
                label=label, destination=destination
            )
        )
    if _CODED.search(str(path)):
        raise RtmError(
            tr("'{label}' is '{path}', where QGIS reads the % as part of a code: use a name without it.").format(
                label=label, path=path
            )
        )
    is_no_file = path.exists() and not path.is_file()
    if definition.type() == "folderDestination" or is_no_file or path.name == f".{path.suffix or path.name[1:]}":
        return  # what is wrong with these is said where it is tried to write there
    suffixes = _suffixes(definition, path)
    if path.suffix.lower() not in suffixes:
        raise RtmError(
            tr("Output '{path}' has a format that is not written here: let its name end in {suffix}.").format(
                path=path, suffix=suffixes[0]
            )
        )
    if is_sink and _is_table(definition) and driver_of(path) in _NEEDS_GEOMETRY:
        raise RtmError(
            tr("Output '{path}' is a table, which its format cannot hold: let its name end in .gpkg or .csv.").format(
                path=path
            )
        )


def _suffixes(definition, path):
    """Endings, in small letters, that an output may have."""
    if definition.type() == "rasterDestination":
        return RASTER_SUFFIXES
    if definition.type() == "fileDestination":
        return [suffix.lower() for suffix in _NAMED.findall(definition.fileFilter())]
    about, driver = QgsVectorFileWriter.MetaData(), driver_of(path)
    if driver and QgsVectorFileWriter.driverMetadata(driver, about):
        return (".gpkg", *(f".{end.lower()}" for end in about.ext.split()))
    return (".gpkg", path.suffix.lower()) if driver else (".gpkg",)


def driver_of(path):
    """The driver of a vector file by its ending; '' for none."""
    return QgsVectorFileWriter.driverForExtension(Path(path).suffix.lstrip(".")) if Path(path).suffix else ""


def _is_table(definition):
    return definition.dataType() == QgsProcessing.SourceType.TypeVector


def loses_geometry(definition, destination):
    """Whether an output has a geometry, and the format of its file has none."""
    path, _ = file_of(destination)
    return (
        path is not None
        and definition.type() == "sink"
        and not _is_table(definition)
        and driver_of(path) in _DROPS_GEOMETRY
    )
