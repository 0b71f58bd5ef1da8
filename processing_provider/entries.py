"""What was entered, before anything makes use of it: texts that can be written down, files, numbers."""

import math
import os
from difflib import get_close_matches

from qgis.core import QgsProcessingParameterNumber

from ..rtm_plugin.errors import SettingsError
from ..rtm_plugin.files.encodings import check_is_file
from ..rtm_plugin.translation import tr

READ = ("source", "vector", "raster", "layer", "multilayer", "file")  # types of what is read from a file
_MOST = 2**31 - 1  # whole numbers of Processing have 32 bits; what is beyond would become another number in silence


def check_entries(algorithm, parameters):
    """Raise :class:`RtmError`, naming the parameter, for what cannot be meant, and for what QGIS would hang on."""
    for definition in algorithm.parameterDefinitions():
        value = parameters.get(definition.name())
        for text in _texts(value):
            if printable(text) != text:
                raise SettingsError(
                    tr("'{label}' has a character that no name and no text may have ({text}): type it again.").format(
                        label=definition.description(), text=printable(text)
                    )
                )
            path = text.partition("|")[0]
            if definition.type() in READ and os.path.exists(path) and not os.path.isdir(path):
                check_is_file(path)  # QGIS would wait for a pipe
        if definition.type() in ("number", "distance") and isinstance(value, (str, int, float)) and value != "":
            _check_number(definition, value)
        if definition.type() == "enum" and isinstance(value, (str, int, float)) and value != "":
            _check_choice(definition, value)


def unknown_keys(algorithm, parameters):
    """A sentence for each key that no parameter has: QGIS passes it over in silence, and takes the default."""
    known = [definition.name() for definition in algorithm.parameterDefinitions()]
    said = []
    for key in parameters:
        if key not in known:
            alike = get_close_matches(key, known, 1)
            said.append(
                tr("There is no parameter '{key}', '{alike}' may be meant.").format(key=printable(key), alike=alike[0])
                if alike
                else tr("There is no parameter '{key}'.").format(key=printable(key))
            )
    return said


def printable(text):
    """A text as files and windows take it: without NUL, and without halves of characters."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\0")


def _texts(value):
    if isinstance(value, str):
        return [value]
    return [text for one in value for text in _texts(one)] if isinstance(value, (list, tuple)) else []


def _check_choice(definition, value):
    """A choice is one of its words; a number, as other algorithms take it, would mean another one by and by."""
    if definition.usesStaticStrings() and not definition.allowMultiple() and str(value) not in definition.options():
        raise SettingsError(
            tr("'{label}' ({key}) is {value}, which is no choice: use {words}.").format(
                label=definition.description(),
                key=definition.name(),
                value=value,
                words=", ".join(definition.options()),
            )
        )


def _check_number(definition, value):
    try:
        number = float(value)
    except ValueError:
        number = None
    lowest, highest = definition.minimum(), definition.maximum()
    whole = definition.type() == "number" and definition.dataType() == QgsProcessingParameterNumber.Type.Integer
    if whole:
        lowest, highest = int(max(lowest, -_MOST)), int(min(highest, _MOST))
    if number is None:
        problem = tr("is no number")
    elif whole and not number.is_integer():
        problem = tr("is no whole number")
    elif number < lowest:
        problem = tr("is too small a number; the smallest is {lowest}").format(lowest=lowest)
    elif highest < number < math.inf:
        problem = tr("is too large a number; the largest is {highest}").format(highest=highest)
    else:
        return
    raise SettingsError(
        tr("'{label}' is {value}, which {problem}: correct it.").format(
            label=definition.description(), value=value, problem=problem
        )
    )
