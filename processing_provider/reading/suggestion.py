"""Which operationalisation suits the features of a layer."""

from dataclasses import replace

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
)

from ...rtm_plugin.errors import FactorError
from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.clustering import Suggestion, suggest_operationalisation
from .factor_layers import AUTO
from .geometry import GeometryCollector
from .reach import reprojected


def suggestion_for(kind, features, crs, study_area, influence, context):
    """What the nearest-neighbour test says of the features; of points alone there is a choice."""
    if kind != "point":
        return Suggestion(
            "proximity", tr("density is defined for points only, and these are {kind}s").format(kind=kind), 0
        )
    area_crs = study_area.crs if study_area else crs
    if area_crs.isGeographic():
        return Suggestion("proximity", tr("in degrees nothing can be measured: give a study area to have it tested"), 0)
    transform = QgsCoordinateTransform(crs, area_crs, context.transformContext())
    collector = GeometryCollector("point")
    for feature in features:
        moved = reprojected(feature.geometry(), transform)
        if moved is not None:
            collector.add(moved)
    points = collector.shapes().vertices
    if study_area:
        return suggest_operationalisation(points[contains(study_area.shapes, points)], study_area.area, influence)
    width, height = np.ptp(points, axis=0) if len(points) else (0.0, 0.0)
    if not width * height:
        return Suggestion(
            "proximity", tr("its points are too few, or in one line, to test for clustering"), len(points)
        )
    suggestion = suggest_operationalisation(points, width * height, influence)
    return replace(suggestion, why=tr("{why}, within its own extent").format(why=suggestion.why))


def operationalisation_used(spec, kind, suggestion):
    """The operationalisation to stamp. Raises :class:`FactorError` for the density of lines or polygons."""
    if spec.operationalisation == AUTO:
        return suggestion.operationalisation
    if kind == "point" or spec.operationalisation == "proximity":
        return spec.operationalisation
    if spec.operationalisation == "both":
        return "proximity"
    raise FactorError(
        tr(
            "Risk factor '{name}' has {kind}s: density is defined for points only; set its "
            "operationalisation to proximity."
        ).format(name=spec.name, kind=kind)
    )
