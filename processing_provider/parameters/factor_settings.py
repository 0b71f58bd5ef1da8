"""The settings of a risk factor: of one in its own algorithm, of those without settings of their own in a model."""

from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import FactorSpec
from ..reading.factor_layers import AUTO

OPERATIONALISATION, MAX_BLOCKS, INCREMENT, DIRECTION = "OPERATIONALISATION", "MAX_BLOCKS", "INCREMENT", "DIRECTION"


def operationalisations():
    """Codes and words of :data:`~..reading.factor_layers.CHOICES`."""
    return {
        AUTO: tr("As its points suggest"),
        "proximity": tr("By being near (proximity)"),
        "density": tr("By being concentrated (density)"),
        "both": tr("Try both"),
    }


def increments():
    return {"half": tr("Half a block"), "whole": tr("A whole block")}


def directions():
    return {"aggravating": tr("Raises the risk (aggravating)"), "protective": tr("Lowers the risk (protective)")}


def columns():
    """Words and choices of the table of single factors' settings, in the order of its headers."""
    return [
        (tr("Risk factor"), ()),
        (tr("Acts"), tuple(operationalisations().items())),
        (tr("Blocks"), ()),
        (tr("Step"), tuple(increments().items())),
        (tr("Direction"), tuple(directions().items())),
    ]


def add_factor_settings(algorithm, default, advanced=False):
    """Declare how a factor is operationalised; ``default`` is an operationalisation."""
    algorithm.add_choice(
        OPERATIONALISATION,
        tr("Operationalisation"),
        tr(
            "How a factor raises risk: by being near (proximity), by being concentrated (density), or try both. auto "
            "decides by how clustered its points are. Lines and polygons have proximity only."
        ),
        operationalisations(),
        default,
        advanced,
    )
    algorithm.add_number(
        MAX_BLOCKS,
        tr("Maximum influence (blocks)"),
        tr("The farthest that a factor may reach, in block lengths; usually 3, sometimes 4."),
        FactorSpec.max_blocks,
        advanced=advanced,
    )
    algorithm.add_choice(
        INCREMENT,
        tr("Increment"),
        tr("Distances are tried in steps of half a block or of a whole block, up to the maximum influence."),
        increments(),
        advanced=advanced,
    )
    algorithm.add_choice(
        DIRECTION,
        tr("Direction"),
        tr("Whether a factor is expected to raise the risk (aggravating) or to lower it (protective)."),
        directions(),
        advanced=advanced,
    )
