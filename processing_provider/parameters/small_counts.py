"""Below which number people, or incidents of a place, are not told."""

from ...rtm_plugin.translation import tr

SMALLEST_COUNT = "SMALLEST_COUNT"
_MOST = 1_000_000


def add_smallest_count(algorithm, help_text, default):
    algorithm.add_number(
        SMALLEST_COUNT, tr("Smallest count"), help_text, default, whole=True, limits=(0, _MOST), advanced=True
    )


def add_smallest_of_places(algorithm):
    """For what is handed on: 0 by default, for who works with the places may know their numbers."""
    help_text = tr(
        "For what is shared: of a place with fewer recorded incidents neither their number is told nor what would give "
        "it away, for single people could be recognised. 10 is usual; 0 tells all."
    )
    add_smallest_count(algorithm, help_text, 0)


def smallest_count(algorithm, parameters, context):
    return algorithm.parameterAsInt(parameters, SMALLEST_COUNT, context)
