"""The layers that went into a model, as it remembers them: names, sources, numbers of features, dates."""

import re
from pathlib import Path

from qgis.core import (
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameters,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...rtm_plugin.variables.factor_check import personal_fields
from .sources import layer_name, open_layer, open_layers, open_source

_RATES = ("DENOMINATOR", "ADJUSTMENTS")  # which may be rasters
_DATE_FIELDS = ("date", "month")  # text fields that may hold dates as 2024-05 or 2024-05-17
_DATE_TEXT = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def describe_layers(request, context):
    """The layers of a :class:`ModelRequest` for the model's own record (a list of dicts), and the full address of each.

    Both in the order of role, name and source. The record is without folders, which decide nothing and differ
    between machines; an address is '' where the layer is no file.
    """
    from ...rtm_plugin.model.schema import ROLES  # needs scipy

    found = []
    for place, role in enumerate(ROLES):
        value = getattr(request, role.lower())
        for layer in _layers(role, value, context):
            record = {
                "role": role,
                "name": layer_name(layer.name(), layer.source()),
                "source": layer_uri(layer, with_folder=False),
                "features": _known(layer.featureCount()) if isinstance(layer, QgsVectorLayer) else None,
                "dates": dates_of(layer) if role == "INCIDENTS" else "",
            }
            if role == "FACTORS":
                record["personal_fields"] = list(personal_fields(layer.fields().names()))
            elif role not in _RATES:  # may be a selection of the layer
                record["features"] = _known(open_source(role, value, context)[0].featureCount())
                personal = personal_fields(layer.fields().names(), of_incidents=True) if role == "INCIDENTS" else ()
                if personal:
                    record["personal_fields"] = list(personal)
            found.append(((place, record["name"], record["source"]), record, layer_uri(layer, with_folder=True)))
    found.sort(key=lambda one: one[0])
    return [record for _, record, _ in found], [address for _, _, address in found]


def _known(n_features):
    """A number of features; None where QGIS cannot tell it without counting them, as in a database."""
    return int(n_features) if n_features >= 0 else None


def _layers(role, value, context):
    if role in ("FACTORS", "ADJUSTMENTS"):
        return open_layers(value, context)
    if role in _RATES:
        layer = open_layer(value, context)
        return [] if layer is None else [layer]
    definition = QgsProcessingParameterVectorLayer(role)
    layer = QgsProcessingParameters.parameterAsVectorLayer(definition, {role: value}, context)
    return [] if layer is None else [layer]


def layer_uri(layer, with_folder):
    """A file layer's path with the layer in it. Other sources may hold passwords: they are not shown."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = parts.get("path")
    if layer.providerType() not in ("ogr", "delimitedtext", "gdal", "spatialite") or not path:
        return ""
    uri = path if with_folder else Path(path).name
    if parts.get("layerName"):
        uri += f"|layername={parts['layerName']}"
    if parts.get("subset"):
        uri += f"|subset={parts['subset']}"
    return uri


def sources_of(value, context):
    """What is typed for the layers that a parameter's value names, without folders: a list, '' for what is no file."""
    if isinstance(value, (list, tuple)):
        layers = open_layers(value, context)
    else:
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source.staticValue()
        layer = open_layer(value, context)
        layers = [] if layer is None else [layer]
    return [layer_uri(layer, with_folder=False) for layer in layers]


def dates_of(layer):
    """First and last date of a layer's first field of dates, '' where it has none; no date of birth is one."""
    personal = personal_fields(layer.fields().names(), of_incidents=True)
    for index, field in enumerate(layer.fields()):
        if field.name() in personal:
            continue
        has_dates = "date" in field.typeName().lower()
        if not has_dates and field.name().lower() not in _DATE_FIELDS:
            continue
        first, last = (_date_text(value) for value in (layer.minimumValue(index), layer.maximumValue(index)))
        if first and last:
            return f"{first} – {last}"
    return ""


def _date_text(value):
    """A date as 2024-05-17, or 2024-05 where it is such a text; '' for what is no date."""
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value if isinstance(value, str) and _DATE_TEXT.fullmatch(value) else ""
