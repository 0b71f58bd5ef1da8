"""What algorithms that use a saved model ask for."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...rtm_plugin.translation import tr
from . import model_inputs

MODEL, RISK_TERRAIN, NAME_FIELDS = "MODEL", "RISK_TERRAIN", "NAME_FIELDS"


def add_model(algorithm, help_text, optional=False):
    algorithm.add(
        QgsProcessingParameterFile(
            MODEL, tr("Model file"), QgsProcessingParameterFile.Behavior.File, "json", None, optional
        ),
        help_text,
    )


def add_model_factors(algorithm, help_text, optional=False):
    algorithm.add(
        QgsProcessingParameterMultipleLayers(
            model_inputs.FACTORS,
            tr("Risk factors"),
            QgsProcessing.SourceType.TypeVectorAnyGeometry,
            None,
            optional,
        ),
        help_text,
    )
    algorithm.add(
        QgsProcessingParameterString(model_inputs.FACTOR_FIELD, tr("Factor field"), "", False, True),
        tr("As in the risk terrain model: a layer that has this field holds one factor for each value."),
    )


def add_name_fields(algorithm):
    algorithm.add(
        QgsProcessingParameterString(NAME_FIELDS, tr("Name fields"), "name", False, True),
        tr(
            "Fields of the factor layers that hold the features' names, separated by semicolons: the first "
            "that a layer has is used, upper or lower case. Empty: no names."
        ),
        advanced=True,
    )


def add_risk_terrain(algorithm, help_text, optional=False, key=RISK_TERRAIN, label=None):
    parameter = QgsProcessingParameterRasterLayer(key, label or tr("Risk terrain"), None, optional)
    algorithm.add(parameter, help_text)


def add_area(algorithm, help_text):
    """Declare an optional study area, and what is excluded from it."""
    polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(model_inputs.STUDY_AREA, tr("Study area"), polygons, None, True),
        help_text,
    )
    algorithm.add(
        QgsProcessingParameterFeatureSource(model_inputs.EXCLUDE, tr("Excluded areas"), polygons, None, True),
        tr("With a study area: as in the risk terrain model, polygons where no incident can be."),
        advanced=True,
    )
