"""What a batch is made from: its study areas, its types of incidents, and layers as other processes can read them."""

import hashlib
import os
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from qgis.core import NULL, QgsGeometry, QgsVectorLayer

from ...rtm_plugin.errors import IncidentError, RtmError
from ...rtm_plugin.translation import tr
from .factor_layers import SETTING_FIELDS, attribute_text
from .layer_records import layer_uri
from .sources import features_of, layer_name, open_layer, request_in

_SETTINGS = ("rtm_", *(field[:10] for field in SETTING_FIELDS.values()))  # how names of fields that decide begin


@dataclass(frozen=True)
class NamedArea:
    """A study area: its name, and the geometries (a tuple of QgsGeometry) of the features that have it."""

    name: str
    geometries: tuple

    def digest(self):
        return _digest(bytes(one.asWkb()) for one in self.geometries)


def read_named_areas(source, layer, field, context, progress):
    """The :class:`NamedArea` of each value of a field, in the order of the layer; features of one name are one area.

    Without a field each feature is one, called by its number. Raises :class:`RtmError` where there is no such field,
    or no area.
    """
    column = source.fields().lookupField(field) if field else -1
    if field and column < 0:
        raise RtmError(
            tr("Study areas '{layer}' have no field '{field}': choose one of {names}.").format(
                layer=layer, field=field, names=", ".join(source.fields().names())
            )
        )
    found, n_unnamed = {}, 0
    request = request_in(source.sourceCrs(), context, [column] if field else [])
    for number, feature in enumerate(features_of(source, request, progress), 1):
        name = attribute_text(feature.attribute(column)) if field else tr("Area {0}").format(number)
        geometry = feature.geometry()
        if not name:
            n_unnamed += 1
        elif not geometry.isNull() and not geometry.isEmpty():
            found.setdefault(name, []).append(QgsGeometry(geometry))
    if n_unnamed:
        said = (
            tr("1 feature of '{layer}' has no name in '{field}' and is left out.")
            if n_unnamed == 1
            else tr("{n} features of '{layer}' have no name in '{field}' and are left out.")
        )
        progress.warn(said.format(n=n_unnamed, layer=layer, field=field))
    if not found:
        raise RtmError(
            tr("Study areas '{layer}' have no polygon with a name: choose another layer or field.").format(layer=layer)
        )
    return [NamedArea(name, tuple(geometries)) for name, geometries in found.items()]


def read_types(layer, field, wanted):
    """The types of incidents of a layer, in the order of their names, or those of them that are wanted.

    Those that are wanted are named as of the import: capitals do not matter, and ``*`` stands for any text.

    Raises :class:`IncidentError` where there is no such field, or no such type.
    """
    name = layer_name(layer.name(), layer.source())
    column = layer.fields().lookupField(field)
    if column < 0:
        raise IncidentError(
            tr("Incidents '{name}' have no field '{field}': choose one of {names}.").format(
                name=name, field=field, names=", ".join(layer.fields().names())
            )
        )
    there = sorted({attribute_text(value) for value in layer.uniqueValues(column) if value not in (None, NULL)} - {""})
    found = {one: [name for name in there if fnmatchcase(name.casefold(), one.casefold())] for one in wanted}
    unknown = [one for one, names in found.items() if not names]
    if unknown or not there:
        raise IncidentError(
            tr("Incidents '{name}' have no type '{type}' in '{field}': choose among {types}.").format(
                name=name, type="; ".join(unknown), field=field, types="; ".join(there) or tr("none")
            )
        )
    return list(dict.fromkeys(name for names in found.values() for name in names)) or there


def address_of(value, context):
    """The address at which another process finds a layer as it is here; None where there is none.

    A layer has none that lies in memory, is being edited, has joins or fields of its own, another CRS or another name
    than its file gives it.
    """
    layer = open_layer(value, context)
    if layer is None:
        return value if isinstance(value, str) else None
    address = layer_uri(layer, with_folder=True)
    if not isinstance(layer, QgsVectorLayer):
        return _whole(address) if address else layer.source()
    if layer.providerType() != "ogr" or not Path(address.partition("|")[0]).is_file():
        return None
    provider = layer.dataProvider()
    is_changed = layer.isEditable() or layer.fields().count() != provider.fields().count()
    if is_changed or layer.crs() != provider.crs():
        return None
    return _whole(address) if layer_name(layer.name(), layer.source()) == _name_at(address) else None


def _whole(address):
    """An address that is the same from every folder."""
    path, bar, layer = address.partition("|")
    return f"{os.path.abspath(path)}{bar}{layer}"


def _name_at(address):
    """The name that a layer has when it is opened by its address alone."""
    _, _, inner = address.partition("|layername=")
    return inner.partition("|")[0] or Path(address.partition("|")[0]).stem


def content_of(layer, columns, context, progress):
    """Tells one state of a layer from another: its name, CRS and features, and the values of some columns of it.

    Parameters
    ----------
    layer : QgsMapLayer
        Of a raster, all of its file counts.
    columns : collection of str or None
        Names of fields, whatever their case; None for all. Fields that carry settings of a risk factor always count.
    """
    name = layer_name(layer.name(), layer.source())
    head = (name, layer_uri(layer, with_folder=False), layer.crs().toWkt())
    if not isinstance(layer, QgsVectorLayer):
        path = Path(layer_uri(layer, with_folder=True).partition("|")[0])
        return _digest([*(one.encode() for one in head), path.read_bytes() if path.is_file() else b""])
    names = layer.fields().names()
    wanted = names if columns is None else [one for one in names if _decides(one, columns)]
    indices = [layer.fields().indexFromName(one) for one in wanted]

    def parts():
        yield "\n".join((*head, *names)).encode()
        for feature in features_of(layer, request_in(layer.crs(), context, indices), progress):
            yield bytes(feature.geometry().asWkb())
            yield "\n".join(repr(attribute_text(feature.attribute(index))) for index in indices).encode()

    return _digest(parts())


def _decides(name, columns):
    return name.startswith(_SETTINGS) or name.casefold() in {one.casefold() for one in columns}


def _digest(parts):
    found = hashlib.sha256()
    for one in parts:
        found.update(len(one).to_bytes(8, "little"))
        found.update(one)
    return found.hexdigest()
