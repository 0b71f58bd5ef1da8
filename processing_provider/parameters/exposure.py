"""The layers that incidents are in proportion to, or that are allowed for."""

from ...rtm_plugin.translation import tr


def add_exposure(algorithm):
    """Declare denominator and adjustments."""
    algorithm.add_layer(
        "DENOMINATOR",
        tr("Denominator"),
        tr(
            "What incidents are in proportion to, such as residents or footfall: points (each counts one), "
            "polygons with a number (spread by area) or a raster of amounts per pixel. The model is then one "
            "of rates. Cells without any are left out of the fit, and scored."
        ),
        "point",
        "polygon",
        "raster",
        optional=True,
        advanced=True,
    )
    algorithm.add_text(
        "DENOMINATOR_FIELD",
        tr("Field of the denominator"),
        tr("Field of a polygon denominator with the number of each polygon."),
        advanced=True,
    )
    algorithm.add_layers(
        "ADJUSTMENTS",
        tr("Adjustments"),
        tr(
            "Rasters, or polygon layers with a number: covariates that are in every model, raise or lower "
            "the risk as they may, and take no part in the selection."
        ),
        "any",
        optional=True,
        advanced=True,
    )
    algorithm.add_text(
        "ADJUSTMENT_FIELD",
        tr("Field of the adjustments"),
        tr("Field of polygon adjustments with the number of each polygon."),
        advanced=True,
    )
