"""Runs inside the QGIS that ``tools/pictures.sh`` starts: goes the way of docs/first_map.md, with pictures."""

import os
from pathlib import Path

from picture_story import settle_map, take, tell
from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar, QTreeView
from qgis.utils import iface, plugins

SCRATCH = Path(os.environ["RTM_SCRATCH"])
WIDTH, HEIGHT = 1366, 768
FACTORS = (
    "bars",
    "takeaways",
    "convenience_stores",
    "bus_stops",
    "canal",
    "parks",
    "community_centres",
    "churches",
    "post_boxes",
)
HIDING_THE_TERRAIN = {"incidents_period_1", *FACTORS}


def story():
    """Does what a user does; yields the milliseconds that QGIS needs to draw it."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    layers, toolbox = docks["Layers"], docks["ProcessingToolbox"]
    for dock in docks.values():
        dock.setVisible(dock in (layers, toolbox))
    for bar in window.findChildren(QToolBar):
        bar.setVisible(bar.objectName() in ("mFileToolBar", "mMapNavToolBar", "mAttributesToolBar"))
    yield 500
    window.resizeDocks([layers, toolbox], [250, 340], Qt.Orientation.Horizontal)
    yield from run("rtm:samplecity", {"SEED": 1, "OUTPUT": str(SCRATCH / "sample_city.gpkg")})
    settle_map()
    yield from open_provider(toolbox.findChild(QTreeView))
    yield 4000
    take("toolbox", window)

    toolbox.hide()
    window.resizeDocks([layers], [380], Qt.Orientation.Horizontal)
    dialog = AlgorithmDialog(
        QgsApplication.processingRegistry().createAlgorithmById("rtm:riskterrainmodel"), False, window
    )
    dialog.setParameters(model_parameters())
    dialog.show()
    yield 500
    dialog.resize(1000, 700)
    yield 1000
    take("dialog", dialog)
    dialog.close()
    outputs = {"RISK_TERRAIN": str(SCRATCH / "Risk terrain.tif"), "MODEL_TABLE": str(SCRATCH / "Model table.gpkg")}
    yield from run("rtm:riskterrainmodel", {**model_parameters(), **outputs})
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.layer().name() in HIDING_THE_TERRAIN:
            node.setItemVisibilityChecked(False)
    settle_map()
    yield 4000
    take("risk_terrain", window)

    QgsProject.instance().clear()
    window.resizeDocks([layers], [250], Qt.Orientation.Horizontal)
    plugin = plugins["risk_terrain_modelling"]
    plugin.action.trigger()
    yield 500
    panel = plugin.panel
    window.resizeDocks([panel], [430], Qt.Orientation.Horizontal)
    panel.tour.click()
    while not panel.city.isEnabled():
        yield 200
    settle_map()
    yield 3000
    take("panel_tour", window)
    panel.guide.hide()
    panel.steps.open(1)
    panel.factors.check.click()
    while panel.factors.checking is not None:
        yield 200
    yield 500
    take("panel_factors", window)
    panel.running.start.click()
    while panel.running.run is not None:
        yield 200
    for node in QgsProject.instance().layerTreeRoot().findLayers():
        if node.layer().name() == "incidents_period_1":
            node.setItemVisibilityChecked(False)
    settle_map()
    iface.mapCanvas().zoomScale(5000)
    yield 3000
    panel.results.why_button.click()
    panel.results.tool.canvasClicked.emit(iface.mapCanvas().center(), Qt.MouseButton.LeftButton)
    while panel.results.question is not None:
        yield 200
    yield 1500
    take("panel_why", window)


def run(algorithm, parameters):
    """Run an algorithm from its dialog, as from the toolbox."""
    dialog = AlgorithmDialog(
        QgsApplication.processingRegistry().createAlgorithmById(algorithm), False, iface.mainWindow()
    )
    ended = []
    dialog.algorithmFinished.connect(lambda successful, results: ended.append(successful))
    dialog.setParameters(parameters)
    dialog.show()
    dialog.runAlgorithm()
    while not ended:
        yield 200
    if not ended[0]:
        raise RuntimeError(f"{algorithm} failed")
    yield 300
    dialog.close()


def model_parameters():
    layers = {layer.name(): layer.id() for layer in QgsProject.instance().mapLayers().values()}
    return {
        "STUDY_AREA": layers["study_area"],
        "INCIDENTS": layers["incidents_period_1"],
        "FACTORS": [layers[name] for name in FACTORS],
        "FACTOR_SETTINGS": ["community_centres", "both", "3", "half", "protective"],
    }


def open_provider(tree):
    """Open the provider and its groups in the toolbox, all others closed."""
    tree.collapseAll()
    model = tree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data() == "Risk Terrain Modelling":
            tree.expandRecursively(index)
            yield 1000
            tree.scrollToBottom()  # it is the last
            yield 500


tell(story)
