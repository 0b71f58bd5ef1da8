"""Report and map sheet through the real qgis_process, without a window and without a project."""

import pytest
from osgeo import gdal


def test_a_run_leaves_a_report_and_a_sheet(qgis_process, town, tmp_path):
    done = qgis_process(
        "rtm:riskterrainmodel",
        STUDY_AREA=town("town"),
        INCIDENTS=town("thefts"),
        FACTORS=[town("bars"), town("shops")],
        RISK_TERRAIN=tmp_path / "risk.tif",
        MODEL=tmp_path / "model.json",
        REPORT=tmp_path / "report.html",
    )
    assert done.returncode == 0, done.stderr
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "<h1>thefts · town</h1>" in html
    assert 'src="data:image/png;base64,' in html
    assert html.count('role="img"') == 4  # the factors on the first page and all, a ladder of each that was offered
    assert (tmp_path / "risk.qml").read_text(encoding="utf-8").startswith("<!DOCTYPE qgis")

    places = qgis_process("rtm:priorityplaces", RISK_TERRAIN=tmp_path / "risk.tif", PLACES=tmp_path / "places.gpkg")
    assert places.returncode == 0, places.stderr
    saved = {"RISK_TERRAIN": tmp_path / "risk.tif", "PLACES": tmp_path / "places.gpkg"}
    again = qgis_process(
        "rtm:report",
        **saved,
        MODEL=tmp_path / "model.json",
        TITLE="Thefts & <bars>",
        REPORT=tmp_path / "again.html",
    )
    assert again.returncode == 0, again.stderr
    assert "<h1>Thefts &amp; &lt;bars&gt;</h1>" in (tmp_path / "again.html").read_text(encoding="utf-8")

    sheet = qgis_process(
        "rtm:mapsheet", **saved, TITLE="Thefts", PDF=tmp_path / "sheet.pdf", PNG=tmp_path / "sheet.png"
    )
    assert sheet.returncode == 0, sheet.stderr
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    picture = gdal.Open(str(tmp_path / "sheet.png"))
    assert sorted((picture.RasterXSize, picture.RasterYSize)) == pytest.approx([1654, 2339], abs=1)
