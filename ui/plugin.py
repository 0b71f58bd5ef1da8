"""The plugin as QGIS sees it: registers the algorithms and the panel, and takes them away again."""

from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..processing_provider.language import install_translator, remove_translator
from ..rtm_plugin.translation import tr

_WIDTH = "risk_terrain_modelling/panel_width"  # pixels, as the user has left it


class RiskTerrainPlugin:
    """Its life: QGIS calls ``initGui`` where there is a window, and ``initProcessing`` alone where not."""

    def __init__(self, iface=None):
        self.iface = iface
        self.translator = install_translator()
        self.provider = None
        self.action = None
        self.panel = None  # made when it is first shown
        self.removals = []  # of what else is added to Processing's windows

    def initProcessing(self):
        """Register the provider ``rtm``; a registry that refuses it (its id is taken) deletes the object."""
        from ..processing_provider.provider import RiskTerrainProvider

        provider = RiskTerrainProvider()
        self.provider = provider if QgsApplication.processingRegistry().addProvider(provider) else None
        if self.provider is not None:
            self.provider.refreshAlgorithms()  # now that it is in the registry, with the example models

    def initGui(self):
        from ..processing_provider.base import ICON
        from .example_copy import add_entry
        from .parameter_widgets import add_widgets

        self.initProcessing()
        self.removals = [add_widgets(), add_entry()]
        self.action = QAction(QIcon(str(ICON)), tr("Risk Terrain Modelling"), self.iface.mainWindow())
        self.action.setObjectName("RiskTerrainModelling")
        self.action.setToolTip(tr("Show the panel that leads from layers to a map of risk"))
        self.action.setCheckable(True)
        self.action.triggered.connect(self.show_panel)
        self.iface.addPluginToMenu(tr("Risk Terrain Modelling"), self.action)
        self.iface.addToolBarIcon(self.action)

    def show_panel(self, visible=True):
        if self.panel is None:
            from .panel import Panel

            self.panel = Panel(self.iface)
            self.panel.visibilityChanged.connect(self.action.setChecked)
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
            self._make_room()
        self.panel.setVisible(visible)

    def _make_room(self):
        """Let the panel be as wide as it was left, or else as its steps, when it is first shown."""
        window = self.iface.mainWindow()
        window.layout().activate()
        kept = QgsSettings().value(_WIDTH, 0, type=int)
        wanted = kept or max(self.panel.width(), self.panel.sizeHint().width())
        window.resizeDocks([self.panel], [wanted], Qt.Orientation.Horizontal)

    def unload(self):
        if self.panel is not None:
            QgsSettings().setValue(_WIDTH, self.panel.width())
            self.panel.end()
            self.iface.removeDockWidget(self.panel)
            self.panel.deleteLater()
            self.panel = None
        if self.action is not None:
            self.iface.removePluginMenu(tr("Risk Terrain Modelling"), self.action)
            self.iface.removeToolBarIcon(self.action)
            self.action = None
        for remove in self.removals:
            remove()
        self.removals = []
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translator(self.translator)
        self.translator = None
