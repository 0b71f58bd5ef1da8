"""What was entered, before anything makes use of it: texts that can be written down, numbers that are numbers."""

import math

from qgis.core import QgsProcessingParameterNumber

from ..rtm_plugin.errors import SettingsError
from ..rtm_plugin.translation import tr

_MOST = 2**31 - 1  # whole numbers of Processing have 32 bits; what is beyond would become another number in silence


def check_entries(algorithm, parameters):
    """Raise :class:`SettingsError`, naming the parameter, for what cannot be meant."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        for text in _texts(value):
            if printable(text) != text:
                raise SettingsError(
                    tr("'{label}' has a character that no name and no text may have ({text}): type it again.").format(
                        label=definition.description(), text=printable(text)
                    )
                )
        if definition.type() in ("number", "distance") and isinstance(value, (str, int, float)) and value != "":
            _check_number(definition, value)


def printable(text):
    """A text as files and windows take it: without NUL, and without halves of characters."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")


def _texts(value):
    if isinstance(value, str):
        return [value]
    return [text for one in value for text in _texts(one)] if isinstance(value, (list, tuple)) else []


def _check_number(definition, value):
    try:
        number = float(value)
    except ValueError:
        number = None
    whole = definition.type() == "number" and definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    if number is None:
        problem = tr("is no number")
    elif whole and not (math.isfinite(number) and number == round(number)):
        problem = tr("is no whole number")
    elif whole and abs(number) > _MOST:
        problem = tr("is too large a number; the largest is {most}").format(most=_MOST)
    else:
        return
    raise SettingsError(
        tr("'{label}' is {value}, which {problem}: correct it.").format(
            label=definition.description(), value=value, problem=problem
        )
    )
