"""Ranks on maps: however close the places are, all numbers are there, none hides another, each shows its place."""

import itertools

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from risk_terrain_modelling.processing_provider.writing.map_layers import places_layer
from risk_terrain_modelling.processing_provider.writing.rank_numbers import circle_centres, number_places

MOST, DPI, PIXELS = 10, 200, 1400  # as in the report, 178 mm wide
RADIUS = 2.3  # millimetres of paper
BRITISH = QgsCoordinateReferenceSystem("EPSG:27700")


def squares(apart, n=12):
    """Places of 200 m, four in a row."""
    corners = [(1000 + apart * (i % 4), 1000 + apart * (i // 4)) for i in range(n)]
    return [QgsGeometry.fromRect(QgsRectangle(x, y, x + 200, y + 200)) for x, y in corners]


def drawn(layer, extent):
    """What QGIS has drawn where: ({number: middle}, [(start, end) of each line], map units in a millimetre)."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(BRITISH)
    settings.setExtent(extent)
    settings.setOutputSize(QSize(PIXELS, PIXELS))
    settings.setOutputDpi(DPI)
    per_mm = settings.mapUnitsPerPixel() * DPI / 25.4
    number_places(layer, MOST, settings.visibleExtent(), BRITISH, per_mm)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    results = job.takeLabelingResults()
    numbers = [(one.labelText, one.labelRect) for one in results.labelsWithinRect(settings.visibleExtent())]
    assert len(numbers) == len(dict(numbers))
    lines = [
        (QgsPointXY(one.origin()), QgsPointXY(one.destination()))
        for one in results.calloutsWithinRectangle(settings.visibleExtent())
    ]
    return {text: box.center() for text, box in numbers}, lines, per_mm


@pytest.mark.parametrize("apart", (200.0, 260.0, 900.0))
@pytest.mark.parametrize("area", (4000.0, 12000.0, 40000.0))
def test_numbers_never_hide_each_other(provider, apart, area):
    places = squares(apart)
    layer = places_layer(range(1, 13), places, BRITISH)
    numbers, lines, per_mm = drawn(layer, QgsRectangle(0, 0, area, area))
    assert set(numbers) == {str(rank) for rank in range(1, MOST + 1)}
    for one, other in itertools.combinations(numbers.values(), 2):
        assert one.distance(other) >= 2.05 * RADIUS * per_mm
    everything = QgsGeometry.collectGeometry(places)
    for text, middle in numbers.items():
        assert QgsGeometry.fromPointXY(middle).distance(everything) >= RADIUS * per_mm
        (end,) = (end for start, end in lines if start.distance(middle) < 0.1 * RADIUS * per_mm)
        away = [place.distance(QgsGeometry.fromPointXY(end)) for place in places]
        assert away[int(text) - 1] < 0.1 * per_mm, "the line ends at the number's own place"
        if (apart - 200) / per_mm > 0.5:  # where places touch, on paper, some have no way out
            line = QgsGeometry.fromPolylineXY([middle, end])
            others = [one for other, one in numbers.items() if other != text]
            assert all(line.distance(QgsGeometry.fromPointXY(one)) > RADIUS * per_mm for one in others)


def test_numbers_keep_to_the_map_and_to_the_ranks(provider):
    """Places in any order, in another CRS, some at the map's edge, one without a rank."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700&field=rank:integer", "places", "memory")
    features = []
    for rank, (x, y) in ((3, (0, 0)), (1, (3900, 3900)), (None, (2000, 2000)), (11, (0, 2000)), (2, (3900, 0))):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + 100, y + 100)))
        feature.setAttributes([rank])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    extent = QgsRectangle(0, 0, 4000, 4000)
    numbers, lines, per_mm = drawn(layer, extent)
    assert set(numbers) == {"1", "2", "3"} and len(lines) == 3
    room = extent.buffered(-RADIUS * per_mm)
    assert all(room.contains(middle) for middle in numbers.values())
    assert numbers["1"].x() > 3000 < numbers["1"].y() and numbers["2"].x() > 3000 > numbers["2"].y()


def test_a_map_that_is_full_has_no_circle_but_the_first():
    extent = QgsRectangle(0, 0, 100, 100)
    places = [QgsGeometry.fromRect(QgsRectangle(0, 0, 10, 10)), QgsGeometry.fromRect(QgsRectangle(90, 90, 100, 100))]
    first, second = circle_centres(places, 2, extent, 30.0)
    assert extent.buffered(-30.0).contains(first)
    assert second is None
