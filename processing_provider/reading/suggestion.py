"""Which operationalisation suits the features of a layer."""

from dataclasses import replace

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
)

from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.variables.clustering import Suggestion, suggest_operationalisation
from ...rtm_plugin.variables.operationalisations import BOTH, KINDS, check_shape, kinds_for, only_words, shape_words
from .geometry import GeometryCollector
from .reach import reprojected

AUTO = "auto"  # an operationalisation that is decided by the test


def suggestion_of(shapes, study_area, influence):
    """What the nearest-neighbour test says of a factor's Shapes in a study area, in its units."""
    without_choice = _no_choice(shapes.kind)
    if without_choice:
        return without_choice
    inside = shapes.vertices[contains(study_area.shapes, shapes.vertices)]
    return suggest_operationalisation(inside, study_area.area, influence)


def _no_choice(kind):
    """The suggestion for shapes that can act in one way only; of points there is a choice, and None."""
    usable = kinds_for(BOTH, kind)
    if len(usable) > 1:
        return None
    (other, *_) = (name for name in KINDS if name not in usable)
    return Suggestion(
        usable[0], tr("{only}, and these are {shapes}").format(only=only_words(other), shapes=shape_words(kind)), 0
    )


def suggestion_for(kind, features, crs, study_area, influence, context):
    """What the nearest-neighbour test says of features in any CRS, of a study area or (None) by themselves."""
    without_choice = _no_choice(kind)
    if without_choice:
        return without_choice
    area_crs = study_area.crs if study_area else crs
    if area_crs.isGeographic():
        return Suggestion("proximity", tr("in degrees nothing can be measured: give a study area to have it tested"), 0)
    transform = QgsCoordinateTransform(crs, area_crs, context.transformContext())
    collector = GeometryCollector("point")
    for feature in features:
        moved = reprojected(feature.geometry(), transform)
        if moved is not None:
            collector.add(moved)
    if study_area:
        return suggestion_of(collector.shapes(), study_area, influence)
    points = collector.shapes().vertices
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
