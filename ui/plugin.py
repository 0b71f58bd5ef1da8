"""The plugin as QGIS sees it: registers the algorithms, and takes them away again."""

from qgis.core import QgsApplication


class RiskTerrainPlugin:
    """Its life: QGIS calls ``initGui`` where there is a window, and ``initProcessing`` alone where not."""

    def __init__(self, iface=None):
        self.iface = iface
        self.provider = None

    def initProcessing(self):
        """Register the provider ``rtm``; a registry that refuses it (its id is taken) deletes the object."""
        from ..processing_provider.provider import RiskTerrainProvider

        provider = RiskTerrainProvider()
        self.provider = provider if QgsApplication.processingRegistry().addProvider(provider) else None

    def initGui(self):
        self.initProcessing()

    def unload(self):
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
