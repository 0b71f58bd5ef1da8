"""Below which number people, or incidents of a place, are not told."""

from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.small_counts import SMALLEST

SMALLEST_COUNT = "SMALLEST_COUNT"
_MOST = 1_000_000


def add_smallest_count(algorithm, help_text, default=SMALLEST, optional=False):
    algorithm.add_number(
        SMALLEST_COUNT,
        tr("Smallest count"),
        help_text,
        default,
        whole=True,
        limits=(0, _MOST),
        optional=optional,
        advanced=True,
    )


def add_smallest_of_places(algorithm):
    help_text = tr(
        "Of what is made to be shared: of a place, or near a factor's features, with fewer recorded incidents neither "
        "their number is told nor what would give it away, for single people could be recognised. 0 tells all."
    )
    add_smallest_count(algorithm, help_text, optional=True)


def smallest_count(algorithm, parameters, context):
    return algorithm.parameterAsInt(parameters, SMALLEST_COUNT, context)
