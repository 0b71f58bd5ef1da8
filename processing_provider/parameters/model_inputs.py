"""The inputs that algorithms share: the study area and its grid, the risk factors and their settings."""

import math
from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...rtm_plugin.errors import GridError, RtmError, SettingsError
from ...rtm_plugin.space.grid import CELL_RULES
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.factors import DIRECTIONS, INCREMENTS, FactorSpec, plain_number
from ..reading.factor_layers import CHOICES, HEADERS, read_factors, settings_rows
from ..reading.sources import check_projected, read_exclusion, read_study_area, source_name
from ..units import default_block

STUDY_AREA, EXCLUDE = "STUDY_AREA", "EXCLUDE"
BLOCK_LENGTH, CELL_SIZE, CELL_RULE = "BLOCK_LENGTH", "CELL_SIZE", "CELL_RULE"
FACTORS, FACTOR_FIELD, FACTOR_SETTINGS = "FACTORS", "FACTOR_FIELD", "FACTOR_SETTINGS"
OPERATIONALISATION, MAX_BLOCKS = "OPERATIONALISATION", "MAX_BLOCKS"
INCREMENT, DIRECTION = "INCREMENT", "DIRECTION"


@dataclass(frozen=True)
class Lengths:
    """Block length and cell size in map units."""

    block: float
    cell: float


def add_study_area(algorithm):
    algorithm.add(
        QgsProcessingParameterFeatureSource(STUDY_AREA, tr("Study area"), [QgsProcessing.SourceType.TypeVectorPolygon]),
        tr(
            "Polygons of the area to model, in a projected CRS: everything is computed in that CRS, and "
            "all other layers are reprojected to it."
        ),
    )


def add_factors(algorithm, default_operationalisation="both"):
    """Declare the risk factors and all their settings."""
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            FACTORS, tr("Risk factors"), QgsProcessing.SourceType.TypeVectorAnyGeometry
        ),
        tr(
            "One layer of points, lines or polygons for each risk factor, named after it. Features outside "
            "the study area count as far as their influence reaches."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(FACTOR_FIELD, tr("Factor field"), "", False, True),
        tr(
            "A layer that has this field is split into one risk factor for each of its values, such as the "
            "class of points of interest."
        ),
    )
    algorithm.add(
        QgsProcessingParameterMatrix(
            FACTOR_SETTINGS, tr("Settings of single factors"), 0, False, list(HEADERS), None, True
        ),
        tr(
            "A row for each factor that differs from the defaults below: its name, operationalisation, "
            "maximum influence in blocks, increment and direction. An empty cell means the default."
        ),
    )
    algorithm.add_choice(
        OPERATIONALISATION,
        tr("Operationalisation"),
        tr(
            "How a factor raises risk: by being near (proximity), by being concentrated (density), or try "
            "both. auto decides by how clustered its points are. Lines and polygons have proximity only."
        ),
        CHOICES,
        default_operationalisation,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            MAX_BLOCKS, tr("Maximum influence (blocks)"), QgsProcessingParameterNumber.Type.Double, 3.0
        ),
        tr("The farthest that a factor may reach, in block lengths; usually 3, sometimes 4."),
    )
    algorithm.add_choice(
        INCREMENT,
        tr("Increment"),
        tr("Distances are tried in steps of half a block or of a whole block, up to the maximum influence."),
        INCREMENTS,
    )
    algorithm.add_choice(
        DIRECTION,
        tr("Direction"),
        tr("Whether a factor is expected to raise the risk (aggravating) or to lower it (protective)."),
        DIRECTIONS,
    )


def add_lengths(algorithm):
    algorithm.add(
        QgsProcessingParameterDistance(BLOCK_LENGTH, tr("Block length"), None, STUDY_AREA, True),
        tr(
            "A typical length of a street block or, where there are no blocks, distance between junctions: "
            "the unit of spatial influence. Empty: 100 metres, in the study area's map units."
        ),
    )
    algorithm.add(
        QgsProcessingParameterDistance(CELL_SIZE, tr("Cell size"), None, STUDY_AREA, True),
        tr("Side of the square cells. Empty: half the block length, which is what is recommended."),
    )


def add_grid_rules(algorithm):
    """Declare the exclusion and the cell rule."""
    algorithm.add(
        QgsProcessingParameterFeatureSource(
            EXCLUDE, tr("Excluded areas"), [QgsProcessing.SourceType.TypeVectorPolygon], None, True
        ),
        tr(
            "Polygons where no incident can be, such as water or an airfield: cells that lie fully inside "
            "are not modelled. Incidents there are counted and left out."
        ),
        advanced=True,
    )
    algorithm.add_choice(
        CELL_RULE,
        tr("Cells of the model"),
        tr("Cells that overlap the study area, or only those whose centroid is inside it."),
        CELL_RULES,
        advanced=True,
    )


def source_of(algorithm, parameters, key, context):
    """A required feature source and its name. Raises :class:`RtmError` where it cannot be read."""
    source = algorithm.parameterAsSource(parameters, key, context)
    if source is None:
        raise RtmError(algorithm.invalidSourceError(parameters, key))
    return source, source_name(source, parameters.get(key))


def is_set(parameters, key):
    return parameters.get(key) not in (None, "")


def check_inputs(algorithm, parameters, context):
    """Everything about the shared inputs that can be said without reading features. Raises ``RtmError``."""
    source, name = source_of(algorithm, parameters, STUDY_AREA, context)
    check_projected("Study area", name, source.sourceCrs(), source.sourceExtent())
    lengths(algorithm, parameters, context)
    settings_rows(algorithm.parameterAsMatrix(parameters, FACTOR_SETTINGS, context))
    if not algorithm.parameterAsLayerList(parameters, FACTORS, context):
        raise RtmError("No risk-factor layer could be read: choose at least one, and check its path.")


def lengths(algorithm, parameters, context):
    """Block length and cell size, or their defaults. Raises :class:`RtmError` for what is no length."""
    source, _ = source_of(algorithm, parameters, STUDY_AREA, context)
    block = default_block(source.sourceCrs())
    if is_set(parameters, BLOCK_LENGTH):
        block = algorithm.parameterAsDouble(parameters, BLOCK_LENGTH, context)
        if not 0 < block < math.inf:
            raise SettingsError(
                f"A block length of {plain_number(block)} is not a length: use a number above 0, or leave "
                "it empty for 100 metres."
            )
    cell = block / 2
    if is_set(parameters, CELL_SIZE):
        cell = algorithm.parameterAsDouble(parameters, CELL_SIZE, context)
        if not 0 < cell < math.inf:
            raise GridError(
                f"A cell size of {plain_number(cell)} is not a length: use a number above 0, or leave it "
                f"empty for half the block length ({plain_number(block / 2)})."
            )
        if block < cell:
            raise GridError(
                f"The block length of {plain_number(block)} is smaller than the cell size of "
                f"{plain_number(cell)}: use cells of {plain_number(block / 2)}, half the block length, or "
                "longer blocks."
            )
    return Lengths(block, cell)


def read_area(algorithm, parameters, context, progress):
    """The study area and the excluded Shapes (None without any)."""
    source, name = source_of(algorithm, parameters, STUDY_AREA, context)
    study_area = read_study_area(source, name, context, progress)
    exclude = None
    if is_set(parameters, EXCLUDE):
        source, name = source_of(algorithm, parameters, EXCLUDE, context)
        exclude = read_exclusion(source, name, study_area, context, progress)
    return study_area, exclude


def read_factor_inputs(algorithm, parameters, study_area, context, progress):
    """The factors with their settings, and the names of those out of reach."""
    sizes = lengths(algorithm, parameters, context)
    defaults = FactorSpec(
        "",
        algorithm.parameterAsEnumString(parameters, OPERATIONALISATION, context),
        algorithm.parameterAsDouble(parameters, MAX_BLOCKS, context),
        algorithm.parameterAsEnumString(parameters, INCREMENT, context),
        algorithm.parameterAsEnumString(parameters, DIRECTION, context),
    )
    return read_factors(
        algorithm.parameterAsLayerList(parameters, FACTORS, context),
        algorithm.parameterAsString(parameters, FACTOR_FIELD, context).strip(),
        settings_rows(algorithm.parameterAsMatrix(parameters, FACTOR_SETTINGS, context)),
        defaults,
        sizes.block,
        sizes.cell,
        study_area,
        context,
        progress,
    )
