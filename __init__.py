"""Risk Terrain Modelling: a QGIS plugin that models where incidents are likelier, from what is near them."""


def classFactory(iface):
    """Give QGIS the plugin; ``iface`` is None where there is no window (``qgis_process``)."""
    from .ui.plugin import RiskTerrainPlugin

    return RiskTerrainPlugin(iface)
