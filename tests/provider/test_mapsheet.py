"""The map sheet: files of the right size, texts as they were typed, and a layout left for the user."""

import shutil
import subprocess

import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsLayoutItemLabel,
    QgsLineSymbol,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from risk_terrain_modelling.processing_provider.writing.layout_items import literal
from risk_terrain_modelling.processing_provider.writing.map_picture import round_length, scale_words

NASTY = "<script>alert(1)</script> [% 1 + 1 %] $x_1$"
CAFE = 'Café "O\'Neill"'
A3_PIXELS = (round(297 / 25.4 * 200), round(420 / 25.4 * 200))


@pytest.fixture
def terrain(run_alone, town, tmp_path):
    """A risk terrain in a file of a name that tempts."""
    path = str(tmp_path / "Café O'Neill.tif")
    run_alone(
        "rtm:riskterrainmodel",
        STUDY_AREA=town.area,
        INCIDENTS=town.incidents,
        FACTORS=[town.bars, town.shops],
        RISK_TERRAIN=path,
    )
    return path


@pytest.fixture
def places(make_layer):
    x, y = 530000, 180000
    squares = [
        f"Polygon(({x + d} {y + d}, {x + d + 200} {y + d}, {x + d + 200} {y + d + 200}, {x + d} {y + d}))"
        for d in (100, 900, 1500)
    ]
    return make_layer(NASTY, "Polygon", squares, fields=["rank:integer"], rows=[[1], [2], [3]])


def _texts(pdf):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext to read the PDF with")
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_the_files_have_everything_that_a_map_needs(run_alone, terrain, places, tmp_path):
    pdf, png = str(tmp_path / "sheet.pdf"), str(tmp_path / "sheet.png")
    results, project = run_alone(
        "rtm:mapsheet",
        RISK_TERRAIN=terrain,
        PLACES=places,
        TITLE=f"{NASTY} {CAFE}",
        SOURCE=f"Source of {CAFE}",
        DATE="1 June 2024",
        PAGE="A3",
        ORIENTATION="portrait",
        PDF=pdf,
        PNG=png,
    )
    assert (results["PDF"], results["PNG"]) == (pdf, png)
    image = QImage(png)
    assert (image.width(), image.height()) == pytest.approx(A3_PIXELS, abs=1)
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert {"#fef0d9", "#d7301f", "#ffffff"} <= colours
    texts = _texts(pdf)
    for words in (
        NASTY,
        CAFE,
        "1 June 2024",
        f"Source of {CAFE}",
        "Highest risk: above mean + 2 SD",
        "Below the mean",
        "Priority place, with its rank",
        "Study area",
        "a correlation, not a cause",
        "Cells of 50 m; EPSG:27700",
        "500 m",
    ):
        assert words in texts
    project.clear()


def test_the_layout_stays_in_the_project_with_its_layers(run_alone, terrain, places, tmp_path):
    results, project = run_alone("rtm:mapsheet", RISK_TERRAIN=terrain, PLACES=places, TITLE=CAFE)
    assert [layout.name() for layout in project.layoutManager().layouts()] == [CAFE] == [results["LAYOUT"]]
    layout = project.layoutManager().layoutByName(CAFE)
    shown = layout.itemById("map").layers()
    assert {layer.id() for layer in shown} == set(project.mapLayers())
    assert [layer.name() for layer in shown] == [
        "Priority place, with its rank",
        "Study area",
        "Café O'Neill",
    ]
    group = project.layerTreeRoot().findGroup(CAFE)
    assert [node.name() for node in group.findLayers()] == [layer.name() for layer in shown]
    assert not group.isVisible()
    assert project.write(str(tmp_path / "project.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "project.qgz"))
    assert again.layoutManager().layoutByName(CAFE) is not None
    again.clear()
    project.clear()


def test_base_layers_lie_beneath_as_their_files_say_or_else_grey(run_alone, terrain, town, tmp_path):
    """Named after their table, the same at each run, and the notes leave room for their legend."""
    import processing

    styled, plain = (str(tmp_path / f"{name}.gpkg") for name in ("styled", "plain"))
    for path in (styled, plain):
        processing.run("native:savefeatures", {"INPUT": town.road, "OUTPUT": path, "LAYER_NAME": "road"})
    loaded = QgsVectorLayer(styled, "road", "ogr")
    loaded.setRenderer(QgsSingleSymbolRenderer(QgsLineSymbol.createSimple({"line_color": "#0000ff"})))
    loaded.saveNamedStyle(str(tmp_path / "styled.qml"))
    pictures = []
    for name in ("first.png", "second.png"):
        base = [f"{styled}|layername=road", f"{plain}|layername=road"]
        _, project = run_alone("rtm:mapsheet", RISK_TERRAIN=terrain, BASE_LAYERS=base, PNG=str(tmp_path / name))
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    layout = project.layoutManager().layouts()[0]
    *_, over, under = layout.itemById("map").layers()
    assert [one.renderer().symbol().color().name() for one in (over, under)] == ["#0000ff", "#a0a0a0"]
    assert over.name() == under.name() == "road"
    (notes,) = (one for one in layout.items() if isinstance(one, QgsLayoutItemLabel) and "Cells of" in one.text())
    legend = layout.itemById("legend")
    assert not legend.sceneBoundingRect().intersects(notes.sceneBoundingRect())
    assert len(legend.model().rootGroup().findLayers()) == 4
    project.clear()


def test_nothing_is_left_in_the_project_where_that_is_not_wanted(run_alone, terrain, tmp_path):
    results, project = run_alone(
        "rtm:mapsheet", RISK_TERRAIN=terrain, KEEP_LAYOUT=False, PDF=str(tmp_path / "sheet.pdf"), PAGE="A4"
    )
    assert "LAYOUT" not in results
    assert not project.mapLayers()
    assert not project.layoutManager().layouts()
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_what_cannot_be_drawn_is_said_with_the_remedy(provider, terrain, town):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rtm:mapsheet")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    _, ok = algorithm.run({"RISK_TERRAIN": terrain, "PLACES": town.park}, context, feedback)
    assert not ok
    assert "Priority places 'park' have no field 'rank': use the layer" in feedback.textLog()
    ok, message = algorithm.checkParameterValues({"RISK_TERRAIN": terrain, "TITLE": "x" * 500}, context)
    assert not ok
    assert "The title has 500 characters" in message


@pytest.mark.parametrize(
    ("most", "length"), [(1, 1), (1.9, 1), (2, 2), (4.9, 2), (5, 5), (999, 500), (1000, 1000), (0.3, 0.2)]
)
def test_lengths_of_scale_bars_are_round(most, length):
    assert round_length(most) == pytest.approx(length)


@pytest.mark.parametrize(
    ("crs", "most", "words"),
    [
        ("EPSG:27700", 730, "500 m"),
        ("EPSG:27700", 3100, "2 km"),
        ("EPSG:2263", 3000, "2000 ft"),
        ("EPSG:2263", 12000, "2 miles"),
    ],
)
def test_scale_bars_speak_the_units_of_the_map(provider, crs, most, words):
    from qgis.core import QgsCoordinateReferenceSystem

    length, said = scale_words(QgsCoordinateReferenceSystem(crs), most)
    assert said == words
    assert length <= most * 1.0001
    factor = {"m": 1, "km": 1000, "ft": 1, "miles": 5280}[words.split()[1]]
    assert length == pytest.approx(float(words.split()[0]) * factor, rel=1e-5)


def test_an_expression_in_a_text_is_a_text(provider):
    from qgis.core import QgsExpression, QgsExpressionContext

    for text in ("[% 1 + 1 %]", "[%[%", "a [% b", "%] [% '%]' %]", "plain"):
        assert QgsExpression.replaceExpressionText(literal(text), QgsExpressionContext()) == text


def test_a_sheet_of_terrain_and_history_shows_what_is_expected(run_alone, terrain, tmp_path):
    """Its classes are those of band 3; places that are cut from that do not go with the terrain unsaid."""
    data = gdal.Open(terrain)
    band = data.GetRasterBand(3)
    joined = band.ReadAsArray()
    joined = joined[joined != band.GetNoDataValue()]
    places, pdf = str(tmp_path / "places.gpkg"), str(tmp_path / "sheet.pdf")
    run_alone("rtm:priorityplaces", RISK_TERRAIN=terrain, RISK="terrain_and_history", N_PLACES=3, PLACES=places)
    asked = {"RISK_TERRAIN": terrain, "PLACES": places, "PDF": pdf}
    _, project = run_alone("rtm:mapsheet", **asked, RISK="terrain_and_history")
    shown = project.layoutManager().layouts()[0].itemById("map").layers()[-1].renderer()
    assert shown.usesBands() == [3]
    limits = [item.value for item in shown.shader().rasterShaderFunction().colorRampItemList()[:3]]
    assert limits == pytest.approx([joined.mean() + n * joined.std(ddof=1) for n in range(3)])
    texts = _texts(pdf)
    for words in ("Terrain and history: ", "Expected incidents of a cell", "Expected in a cell: mean"):
        assert words in texts
    assert "let its risk be terrain and history" not in run_alone.log()
    run_alone("rtm:mapsheet", **asked)
    assert "let its risk be terrain and history" in run_alone.log()
