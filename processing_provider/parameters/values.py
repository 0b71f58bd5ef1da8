"""What the parameters of a run hold, as far as several algorithms ask for it."""

from ...rtm_plugin.errors import SettingsError
from ...rtm_plugin.files.numbers import number_in
from ...rtm_plugin.translation import tr
from ..reading import rasters
from ..reading.model_factors import FactorLayers, read_without
from ..reading.sources import open_layers, open_source


def is_set(parameters, key):
    return parameters.get(key) not in (None, "")


def numbers_in(algorithm, parameters, key, context):
    """Numbers above 0 of a text such as 1,5,10. Raises :class:`SettingsError`."""
    found = []
    for word in algorithm.parameterAsString(parameters, key, context).replace(";", ",").split(","):
        number = number_in(word) if word.strip() else 1.0
        if number is None or number <= 0:
            raise SettingsError(
                tr("'{word}' of {key} is no number above 0: write for example 1,5,10.").format(
                    word=word.strip(), key=key
                )
            )
        found += [number] if word.strip() else []
    return found


def source_of(parameters, key, context):
    """The feature source of a parameter and its name. Raises ``RtmError`` where it cannot be read."""
    return open_source(key, parameters.get(key), context)


def terrain_of(parameters, key, context):
    """The risk terrain of a parameter. Raises ``RtmError`` where it cannot be read."""
    return rasters.read_risk_terrain(rasters.open_terrain(key, parameters.get(key), context))


def check_terrain(parameters, key, context):
    """Raise ``RtmError`` where the raster of a parameter is no risk terrain."""
    rasters.check_risk_terrain(rasters.open_terrain(key, parameters.get(key), context))


def factor_layers_of(algorithm, parameters, context):
    """The layers of the factors of a saved model, and how they are to be read."""

    def text(key):
        asked = algorithm.parameterDefinition(key) is not None
        return algorithm.parameterAsString(parameters, key, context).strip() if asked else ""

    names = [name.strip() for name in text("NAME_FIELDS").split(";") if name.strip()]
    layers = open_layers(parameters.get("FACTORS"), context)
    return FactorLayers(layers, text("FACTOR_FIELD"), names, read_without(text("WITHOUT")))
