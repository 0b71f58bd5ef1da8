"""The settings of one risk factor."""

from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import DIRECTIONS, INCREMENTS
from ..reading.factor_layers import AUTO, CHOICES


def add_factor_settings(algorithm):
    algorithm.add_choice(
        algorithm.OPERATIONALISATION,
        tr("Operationalisation"),
        tr(
            "How the factor raises risk: by being near (proximity), by being concentrated (density), or "
            "try both. auto takes what is suggested. Lines and polygons have proximity only."
        ),
        CHOICES,
        AUTO,
    )
    algorithm.add_number(
        algorithm.MAX_BLOCKS,
        tr("Maximum influence (blocks)"),
        tr("The farthest that the factor may reach, in block lengths; usually 3, sometimes 4."),
        3.0,
    )
    algorithm.add_choice(
        algorithm.INCREMENT,
        tr("Increment"),
        tr("Distances are tried in steps of half a block or of a whole block."),
        INCREMENTS,
    )
    algorithm.add_choice(
        algorithm.DIRECTION,
        tr("Direction"),
        tr("Whether the factor is expected to raise the risk (aggravating) or to lower it (protective)."),
        DIRECTIONS,
    )
    algorithm.add_distance(
        algorithm.BLOCK_LENGTH,
        tr("Block length"),
        tr(
            "As in the model: it turns the maximum influence into a distance, for the suggestion and the "
            "reach. Empty: 100 metres."
        ),
        algorithm.STUDY_AREA,
    )
