"""Features by whose names places are called: streets, wards, a gazetteer."""

from qgis.core import QgsWkbTypes

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from .factor_layers import attribute_text
from .geometry import SHAPE_NAMES
from .model_factors import ModelFactor
from .sources import features_of, request_in

_USUAL = "name"


def field_of(source, layer, asked):
    """Index of the field that holds the names: the one asked for, or ``name``. Raises :class:`RtmError`: none."""
    index = source.fields().lookupField(asked or _USUAL)
    if index < 0:
        raise RtmError(
            tr("Names '{layer}' have no field '{field}': choose the field that holds the names.").format(
                layer=layer, field=asked or _USUAL
            )
        )
    return index


def read_names(source, layer, field, crs, context, progress):
    """A :class:`ModelFactor` of the features that have a name. Raises :class:`RtmError` where none has."""
    found = ModelFactor(layer, SHAPE_NAMES.get(QgsWkbTypes.geometryType(source.wkbType()), "point"))
    n_named = 0
    for feature in features_of(source, request_in(crs, context, [field]), progress):
        name = attribute_text(feature.attribute(field))
        if name and not feature.geometry().isEmpty():
            found.add(feature.geometry(), name)
            n_named += 1
    if not n_named:
        raise RtmError(
            tr("Names '{layer}' hold no feature with a name: choose another layer, or none.").format(layer=layer)
        )
    return found
