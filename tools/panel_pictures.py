"""Runs inside the QGIS that ``tools/panel_pictures.sh`` starts: goes through the panel's steps on a city's layers."""

import os

from picture_story import settle_map, take, tell
from qgis.core import QgsApplication, QgsFeatureRequest, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar
from qgis.utils import iface, plugins

CITY, THEME = os.environ["RTM_CITY"], os.environ.get("RTM_THEME", "")
PREFIX = os.environ.get("RTM_PREFIX", "light")
WIDTH, HEIGHT, WIDE = 1366, 768, 430
AREA, INCIDENTS = "study_area", "violence_2022"
LEFT_OUT = (
    *("wards_2014", "lsoa_2011", "crimes_2022_all", "robbery_2022", "burglary_2022", "theft_from_person_2022"),
    *("violence_2022", "poi_osm_2019_all", "boroughs"),
)


def load_city():
    """The layers of the city, those that are no factor hidden or left out."""
    project = QgsProject.instance()
    city = QgsVectorLayer(CITY, "city", "ogr")
    for sublayer in city.dataProvider().subLayers():
        name = sublayer.split("!!::!!")[1]
        if name in LEFT_OUT and name != INCIDENTS:
            continue
        layer = QgsVectorLayer(f"{CITY}|layername={name}", name, "ogr")
        project.addMapLayer(layer)
        if name == AREA:
            layer.renderer().symbol().setOpacity(0.2)
            project.setCrs(layer.crs())
            area = layer
        else:
            project.layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(False)
    iface.mapCanvas().setExtent(area.extent())
    return area


def story():
    """Does what a user does; yields the milliseconds that QGIS needs to draw it."""
    if THEME:
        QgsApplication.setUITheme(THEME)
    window = iface.mainWindow()
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    for dock in docks.values():
        dock.setVisible(dock is docks["Layers"])
    for bar in window.findChildren(QToolBar):
        bar.setVisible(bar.objectName() in ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar"))
    plugins["risk_terrain_modelling"].action.trigger()
    yield 500
    panel = plugins["risk_terrain_modelling"].panel
    window.resizeDocks([docks["Layers"], panel], [230, WIDE], Qt.Orientation.Horizontal)
    area = load_city()
    layers = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    panel.area.study_area.setLayer(area)
    panel.area.incidents.setLayer(layers[INCIDENTS])
    yield 500
    if "month" in layers[INCIDENTS].fields().names():
        panel.area.dates.setField("month")
    while panel.area.is_counting():
        yield 200
    settle_map()
    yield 2500
    take(f"{PREFIX}_1_area", window)

    panel.steps.open(1)
    panel.factors.all_points.click()
    panel.factors.check.click()
    while panel.factors.checking is not None:
        yield 200
    panel.factors.table.selectRow(2)
    yield 1500
    take(f"{PREFIX}_2_factors", window)

    panel.steps.open(2)
    while panel.area.is_counting():
        yield 200
    yield 1000
    take(f"{PREFIX}_3_settings", window)

    panel.steps.open(3)
    panel.running.start.click()
    while panel.running.run is not None and panel.running.bar.value() < 30:
        yield 50
    take(f"{PREFIX}_4_run", window)
    while panel.running.run is not None:
        yield 200
    yield 3000
    take(f"{PREFIX}_5_results", window)

    panel.results.what_if.parentWidget().setCollapsed(False)
    tree = panel.results.what_if.tree
    tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Unchecked)
    panel.results.what_if.show_button.click()
    while panel.results.what_if.run is not None:
        yield 200
    tree.expandItem(tree.topLevelItem(1))
    yield 3000
    panel.steps.ensureWidgetVisible(panel.results.what_if.said)
    yield 500
    take(f"{PREFIX}_what_if", window)
    panel.results.what_if.parentWidget().setCollapsed(True)
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.name() in ("Difference", "New risk terrain"):
            node.setItemVisibilityChecked(False)
    for tick in panel.results.layers.ticks.values():
        if tick.isChecked() != (tick.text() == "Risk terrain"):
            tick.click()
    terrain = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "Risk terrain")
    where = layers["bars"] if "bars" in layers else next(iter(layers.values()))
    bars = [feature.geometry() for feature in where.getFeatures(QgsFeatureRequest().setFilterRect(terrain.extent()))]
    centre = QgsGeometry.fromPointXY(area.extent().center())
    iface.mapCanvas().setCenter(min(bars, key=centre.distance).centroid().asPoint())
    iface.mapCanvas().zoomScale(6000)
    yield 2500
    panel.results.why_button.click()
    panel.results.tool.canvasClicked.emit(iface.mapCanvas().center(), Qt.MouseButton.LeftButton)
    while panel.results.question is not None:
        yield 200
    yield 2000
    take(f"{PREFIX}_why_here", window)


tell(story)
