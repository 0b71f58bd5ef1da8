"""Runs inside the QGIS that ``tools/pictures.sh`` starts: goes the README's first run and takes pictures on the way."""

import os
import sys
import traceback
from pathlib import Path

from processing.gui.AlgorithmDialog import AlgorithmDialog
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar, QTreeView
from qgis.utils import iface, plugins

SCRATCH, PICTURES = Path(os.environ["RTM_SCRATCH"]), Path(os.environ["RTM_PICTURES"])
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


def main():
    """The steps in turn, each after the events of the one before; QGIS ends with the last, or where one fails."""
    steps = story()

    def next_step():
        try:
            wait = next(steps, None)
        except Exception:  # the window would stay for ever
            traceback.print_exc()
            os._exit(1)
        if wait is None:
            sys.stdout.flush()
            os._exit(0)  # without the question whether to save the project
        QTimer.singleShot(wait, next_step)

    QTimer.singleShot(2000, next_step)


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
    panel.city.click()
    while not panel.city.isEnabled():
        yield 200
    panel.steps.open(1)
    settle_map()
    yield 3000
    take("panel_factors", window)
    panel.start_button.click()
    while panel.run is not None:
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


def settle_map():
    iface.messageBar().clearWidgets()
    iface.mapCanvas().zoomToFullExtent()


def take(name, widget):
    QApplication.processEvents()
    path = PICTURES / f"{name}.png"
    widget.grab().save(str(path))
    print(path)


main()
