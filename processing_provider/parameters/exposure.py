"""The layers that incidents are in proportion to, or that are allowed for: declared, and remembered."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...rtm_plugin.translation import tr
from ..reading.sources import layer_name

DENOMINATOR, DENOMINATOR_FIELD = "DENOMINATOR", "DENOMINATOR_FIELD"


ADJUSTMENTS, ADJUSTMENT_FIELD = "ADJUSTMENTS", "ADJUSTMENT_FIELD"


def add_exposure(algorithm):
    """Declare denominator and adjustments."""
    kinds = QgsProcessing.SourceType
    algorithm.add(
        QgsProcessingParameterMapLayer(
            DENOMINATOR,
            tr("Denominator"),
            None,
            True,
            [kinds.TypeVectorPoint, kinds.TypeVectorPolygon, kinds.TypeRaster],
        ),
        tr(
            "What incidents are in proportion to, such as residents or footfall: points (each counts one), "
            "polygons with a number (spread by area) or a raster of amounts per pixel. The model is then one "
            "of rates. Cells without any are left out of the fit, and scored."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(DENOMINATOR_FIELD, tr("Field of the denominator"), "", False, True),
        tr("Field of a polygon denominator with the number of each polygon."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterMultipleLayers(ADJUSTMENTS, tr("Adjustments"), kinds.TypeMapLayer, None, True),
        tr(
            "Rasters, or polygon layers with a number: covariates that are in every model, raise or lower "
            "the risk as they may, and take no part in the selection."
        ),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(ADJUSTMENT_FIELD, tr("Field of the adjustments"), "", False, True),
        tr("Field of polygon adjustments with the number of each polygon."),
        advanced=True,
    )


def recipe(algorithm, parameters, context):
    """What the model remembers of them: the parameters, with layers by name."""
    found = {}
    layer = algorithm.parameterAsLayer(parameters, DENOMINATOR, context)
    if layer is not None:
        found[DENOMINATOR] = layer_name(layer.name(), layer.source())
    others = algorithm.parameterAsLayerList(parameters, ADJUSTMENTS, context)
    if others:
        found[ADJUSTMENTS] = sorted(layer_name(other.name(), other.source()) for other in others)
    for key in (DENOMINATOR_FIELD, ADJUSTMENT_FIELD):
        field = algorithm.parameterAsString(parameters, key, context).strip()
        if field:
            found[key] = field
    return {"exposure": found} if found else {}


def parameters_of(model):
    """The parameters that a model remembers, with layers by name."""
    return model.inputs.get("exposure", {})
