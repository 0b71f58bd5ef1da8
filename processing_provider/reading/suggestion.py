"""Which operationalisation suits the features of a layer."""

from dataclasses import replace

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
)

from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.clustering import Suggestion, suggest_operationalisation
from ...rtm_plugin.variables.operationalisations import BOTH, KINDS, check_shape, kinds_for, only_words
from .factor_layers import AUTO
from .geometry import GeometryCollector
from .reach import reprojected


def suggestion_for(kind, features, crs, study_area, influence, context):
    """What the nearest-neighbour test says of the features; of points alone there is a choice."""
    usable = kinds_for(BOTH, kind)
    if len(usable) == 1:
        (other, *_) = (name for name in KINDS if name not in usable)
        return Suggestion(usable[0], tr("{only}, and these are {kind}s").format(only=only_words(other), kind=kind), 0)
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
    check_shape(spec.name, spec.operationalisation, kind)
    usable = kinds_for(spec.operationalisation, kind)
    return usable[0] if len(usable) == 1 else spec.operationalisation
