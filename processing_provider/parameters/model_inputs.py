"""What a risk terrain model is made from: study area, risk factors and their settings, lengths, rules of the grid."""

from dataclasses import fields

from qgis.core import QgsProcessingParameterNumber

from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.operationalisations import BOTH
from ..model_request import ModelRequest
from ..reading.factor_layers import HEADERS
from .factor_settings import add_factor_settings, columns
from .values import is_set

STUDY_AREA, EXCLUDE, FACTORS, FACTOR_FIELD = "STUDY_AREA", "EXCLUDE", "FACTORS", "FACTOR_FIELD"
BLOCK_LENGTH, CELL_SIZE, CELL_RULE = "BLOCK_LENGTH", "CELL_SIZE", "CELL_RULE"


def add_study_area(algorithm):
    algorithm.add_source(
        STUDY_AREA,
        tr("Study area"),
        tr(
            "Polygons of the area to model, in a projected CRS: everything is computed in that CRS, and "
            "all other layers are reprojected to it."
        ),
        "polygon",
    )


def add_factors(algorithm, optional=False):
    """Declare the risk factors and all their settings."""
    algorithm.add_layers(
        FACTORS,
        tr("Risk factors"),
        tr(
            "One layer of points, lines or polygons for each risk factor, named after it. Features outside "
            "the study area count as far as their influence reaches."
        ),
        optional=optional,
    )
    algorithm.add_text(
        FACTOR_FIELD,
        tr("Factor field"),
        tr(
            "A layer that has this field is split into one risk factor for each of its values, such as the "
            "class of points of interest."
        ),
        advanced=True,
    )
    algorithm.add_rows(
        "FACTOR_SETTINGS",
        tr("Settings of single factors"),
        tr(
            "A row for each factor that differs from the defaults below: its name, operationalisation, "
            "maximum influence in blocks, increment and direction. An empty cell means the default, which is under "
            "“Advanced parameters”."
        ),
        HEADERS,
        columns(),
    )
    algorithm.add_text(
        "FACTOR_LABELS",
        tr("Names to show"),
        tr(
            "What factors are called in charts, sentences and tables, one in a line or between semicolons: "
            "bars_2023 = Bars and pubs. Others go by their own names, without underscores."
        ),
        advanced=True,
        lines=True,
    )
    add_factor_settings(algorithm, BOTH, advanced=True)


def add_lengths(algorithm):
    algorithm.add_distance(
        BLOCK_LENGTH,
        tr("Block length"),
        tr(
            "A typical length of a street block or, where there are no blocks, distance between junctions: "
            "the unit of spatial influence. Empty: 100 metres, in the study area's map units."
        ),
        STUDY_AREA,
    )
    algorithm.add_distance(
        CELL_SIZE,
        tr("Cell size"),
        tr("Side of the square cells. Empty: half the block length, which is what is recommended."),
        STUDY_AREA,
        advanced=True,
    )


def add_grid_rules(algorithm):
    """Declare the exclusion and the cell rule."""
    algorithm.add_source(
        EXCLUDE,
        tr("Excluded areas"),
        tr(
            "Polygons where no incident can be, such as water or an airfield: cells that lie fully inside "
            "are not modelled. Incidents there are counted and left out."
        ),
        "polygon",
        optional=True,
        advanced=True,
    )
    algorithm.add_choice(
        CELL_RULE,
        tr("Cells of the model"),
        tr("Cells that overlap the study area, or only those whose centroid is inside it."),
        {"overlap": tr("All that overlap the study area"), "centroid": tr("Those whose centroid is inside it")},
        advanced=True,
    )


def read_request(algorithm, parameters, context):
    """What the parameters of a run ask for, as far as the algorithm declares them: a :class:`ModelRequest`."""
    read = {
        "string": lambda key: algorithm.parameterAsString(parameters, key, context).strip(),
        "expression": lambda key: algorithm.parameterAsString(parameters, key, context).strip(),
        "field": lambda key: algorithm.parameterAsString(parameters, key, context).strip(),
        "enum": lambda key: algorithm.parameterAsEnumString(parameters, key, context),
        "boolean": lambda key: algorithm.parameterAsBoolean(parameters, key, context),
        "matrix": lambda key: algorithm.parameterAsMatrix(parameters, key, context),
        "distance": lambda key: (
            algorithm.parameterAsDouble(parameters, key, context) if is_set(parameters, key) else None
        ),
        "number": lambda key: (
            algorithm.parameterAsInt(parameters, key, context)
            if algorithm.parameterDefinition(key).dataType() == QgsProcessingParameterNumber.Type.Integer
            else algorithm.parameterAsDouble(parameters, key, context)
        ),
    }
    asked = {}
    for field in fields(ModelRequest):
        definition = algorithm.parameterDefinition(field.name.upper())
        if definition is not None:
            take = read.get(definition.type(), parameters.get)  # layers are opened where they are read
            asked[field.name] = take(definition.name())
    return ModelRequest(**asked)
