"""Ranks on maps: however close the places are, no number lies on another, and the first are all there."""

import itertools

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

from risk_terrain_modelling.processing_provider.writing import map_layers
from risk_terrain_modelling.processing_provider.writing.map_layers import places_layer

MOST = 10


def placed(layer, extent, size, dpi):
    """What the labelling engine has put where: {text: rectangle in millimetres}."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(extent)
    settings.setOutputSize(size)
    settings.setOutputDpi(dpi)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    scale = 25.4 / dpi / settings.mapUnitsPerPixel()
    found = {}
    for label in results.labelsWithinRect(settings.visibleExtent()):
        box = label.labelRect
        found[label.labelText.strip()] = tuple(
            scale * one for one in (box.center().x(), box.center().y(), box.width(), box.height())
        )
    return found


@pytest.mark.parametrize("apart", (200.0, 260.0, 900.0))
@pytest.mark.parametrize("area", (4000.0, 12000.0))
def test_numbers_never_hide_each_other(provider, apart, area):
    """Twelve places of 200 m, touching or apart, in a city of 4 or 12 km: as in the report, 178 mm wide."""
    squares = [
        QgsGeometry.fromRect(
            QgsRectangle(
                1000 + apart * (i % 4), 1000 + apart * (i // 4), 1200 + apart * (i % 4), 1200 + apart * (i // 4)
            )
        )
        for i in range(12)
    ]
    layer = places_layer(range(1, 13), squares, QgsCoordinateReferenceSystem("EPSG:27700"), MOST)
    found = placed(layer, QgsRectangle(0, 0, area, area), QSize(1400, 1400), 200)
    assert "1" in found and set(found) <= {str(rank) for rank in range(1, MOST + 1)}
    if apart > 800:
        assert len(found) == MOST
    circle = map_layers.circle_radius(1.0)
    for (one, (x, y, *_)), (other, (u, v, *_)) in itertools.combinations(found.items(), 2):
        assert ((x - u) ** 2 + (y - v) ** 2) ** 0.5 >= 2 * circle - 0.2, (one, other)
