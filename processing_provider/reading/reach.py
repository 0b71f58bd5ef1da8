"""Which features are within reach of a study area."""

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
)

from .geometry import dissolved

_ROUND = 1.02  # a buffer's arcs are polylines, which fall short of its radius by up to a hundredth


class Reach:
    """Whether a geometry is within reach of the study area; an empty one is not."""

    def __init__(self, study_area, reach, crs, context):
        self._zone = dissolved(study_area.shapes).buffer(reach * _ROUND, 16)
        self._engine = QgsGeometry.createGeometryEngine(self._zone.constGet())
        self._engine.prepareGeometry()
        self._transform = QgsCoordinateTransform(crs, study_area.crs, context.transformContext())

    def __call__(self, geometry):
        moved = reprojected(geometry, self._transform)
        return moved is not None and self._engine.intersects(moved.constGet())


def reprojected(geometry, transform):
    """A copy of the geometry in another CRS, None where there is none or it cannot be reprojected."""
    if geometry.isNull() or geometry.isEmpty():
        return None
    moved = QgsGeometry(geometry)
    try:
        done = moved.transform(transform) == QgsGeometry.OperationResult.Success
    except QgsCsException:
        return None
    return moved if done else None
