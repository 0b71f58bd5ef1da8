"""What trials are asked for, and their judgement: confidence, lots, small counts, dates."""

import math

from ...rtm_plugin.errors import SettingsError, TableError
from ...rtm_plugin.files.dates import read_limit
from ...rtm_plugin.translation import tr
from .values import is_set

LEVEL, SEED, SMALLEST_COUNT = "LEVEL", "SEED", "SMALLEST_COUNT"


def add_level(algorithm):
    algorithm.add_number(
        LEVEL,
        tr("Confidence (percent)"),
        tr("Of intervals; and 100 minus it is the largest p-value, in percent, that counts as evidence."),
        95.0,
        limits=(50.0, 99.999),
        advanced=True,
    )


def add_seed(algorithm, help_text):
    algorithm.add_number(SEED, tr("Seed"), help_text, 1, whole=True, limits=(0, 2**31 - 2))


def add_smallest_count(algorithm, more=""):
    """Declare below which number counts are not told; ``more`` is what else there is to say of it."""
    help_text = tr(
        "Counts of places below it are not told, nor what would give them away, so that the page can be shared; "
        "the layer of the places has them all. 0: every count is told."
    )
    algorithm.add_number(
        SMALLEST_COUNT,
        tr("Smallest count to print"),
        f"{help_text} {more}".strip(),
        10,
        whole=True,
        limits=(0, 1_000_000),
    )


def level_of(algorithm, parameters, context):
    return number_of(algorithm, parameters, LEVEL, context) / 100


def day_of(algorithm, parameters, key, context, end=False):
    """The day that a parameter holds (a month stands for its first or last one), or None where it is empty.

    Raises :class:`SettingsError` where it is no date.
    """
    if not is_set(parameters, key):
        return None
    text = algorithm.parameterAsString(parameters, key, context)
    if not text.strip():
        return None
    try:
        return read_limit(text, end)
    except TableError as error:
        label = algorithm.parameterDefinition(key).description()
        raise SettingsError(tr("{label}: {problem}").format(label=label, problem=error)) from error


def number_of(algorithm, parameters, key, context):
    """A number of a parameter. Raises :class:`SettingsError` where it is none, which the limits of QGIS let through."""
    number = algorithm.parameterAsDouble(parameters, key, context)
    if not math.isfinite(number):
        label = algorithm.parameterDefinition(key).description()
        raise SettingsError(
            tr("'{label}' is {number}, which is no number: correct it.").format(label=label, number=number)
        )
    return number
