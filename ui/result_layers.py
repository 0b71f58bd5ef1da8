"""The layers of a run, to show on the map and to hide."""

from functools import partial

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ..rtm_plugin.translation import tr


class ResultLayers(QWidget):
    """A tick for each layer of a run that the map can show."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.ticks = {}  # by the layer's id
        self._root = QgsProject.instance().layerTreeRoot()
        self._root.visibilityChanged.connect(self._follow)
        QgsProject.instance().layersRemoved.connect(self._forget)

    def show_group_of(self, source):
        """Offer the layers of the group that holds the layer of a file."""
        self._forget(list(self.ticks))
        layers = [one for one in self._root.findLayers() if one.layer() and one.layer().source() == source]
        group = layers[-1].parent() if layers else None
        for node in group.findLayers() if group is not None else ():
            layer = node.layer()
            if layer is None or not layer.isSpatial():
                continue
            tick = QCheckBox(layer.name())
            tick.setToolTip(tr("Show the layer on the map, or hide it"))
            tick.setChecked(node.isVisible())
            tick.clicked.connect(partial(self._show, layer.id()))
            self._layout.addWidget(tick)
            self.ticks[layer.id()] = tick

    def _show(self, layer_id, wanted):
        node = self._root.findLayer(layer_id)
        if node is not None and wanted:
            node.setItemVisibilityCheckedParentRecursive(True)
        elif node is not None:
            node.setItemVisibilityChecked(False)

    def _follow(self, *_):
        for layer_id, tick in self.ticks.items():
            node = self._root.findLayer(layer_id)
            if node is not None:
                tick.setChecked(node.isVisible())

    def _forget(self, ids):
        for one in set(ids) & set(self.ticks):
            tick = self.ticks.pop(one)
            self._layout.removeWidget(tick)
            tick.deleteLater()

    def end(self):
        self._root.visibilityChanged.disconnect(self._follow)
        QgsProject.instance().layersRemoved.disconnect(self._forget)
