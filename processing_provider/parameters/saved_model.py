"""What algorithms that use a saved model ask for."""

from ...rtm_plugin.translation import tr
from ..reading.scored_terrain import TERRAIN, TERRAIN_AND_HISTORY
from . import model_inputs

MODEL, RISK_TERRAIN, NAME_FIELDS = "MODEL", "RISK_TERRAIN", "NAME_FIELDS"
BASE_LAYERS = "BASE_LAYERS"


def add_model(algorithm, help_text, optional=False):
    algorithm.add_file(MODEL, tr("Model file"), help_text, suffix="json", optional=optional)


def add_model_factors(algorithm, help_text, optional=False):
    algorithm.add_layers(model_inputs.FACTORS, tr("Risk factors"), help_text, optional=optional)
    algorithm.add_text(
        model_inputs.FACTOR_FIELD,
        tr("Factor field"),
        tr("As in the risk terrain model: a layer that has this field holds one factor for each value."),
    )


def add_name_fields(algorithm):
    algorithm.add_text(
        NAME_FIELDS,
        tr("Name fields"),
        tr(
            "Fields of the factor layers that hold the features' names, separated by semicolons: the first "
            "that a layer has is used, upper or lower case. Empty: no names."
        ),
        "name",
        advanced=True,
    )


def add_risk_terrain(algorithm, help_text, optional=False, key=RISK_TERRAIN, label=None):
    algorithm.add_raster(key, label or tr("Risk terrain"), help_text, optional)


def add_base_layers(algorithm):
    algorithm.add_layers(
        BASE_LAYERS,
        tr("Base layers"),
        tr("What is drawn beneath the risk terrain, as it looks in the project: streets, names, an aerial picture."),
        "any",
        optional=True,
        advanced=True,
    )


def risks():
    """Codes and words of what places may be cut from."""
    return {TERRAIN: tr("The terrain: prevention"), TERRAIN_AND_HISTORY: tr("Terrain and history: patrols")}


def add_area(algorithm, help_text):
    """Declare an optional study area, and what is excluded from it."""
    algorithm.add_source(model_inputs.STUDY_AREA, tr("Study area"), help_text, "polygon", optional=True)
    algorithm.add_source(
        model_inputs.EXCLUDE,
        tr("Excluded areas"),
        tr("With a study area: as in the risk terrain model, polygons where no incident can be."),
        "polygon",
        optional=True,
        advanced=True,
    )
