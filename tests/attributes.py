"""What a layer or table holds, as plain dictionaries."""

from qgis.core import QgsVectorLayer


def rows(source):
    """The attributes of each feature by name, of a layer or of what a file or sink is called."""
    layer = source if isinstance(source, QgsVectorLayer) else QgsVectorLayer(source, "table", "ogr")
    names = layer.fields().names()
    return [dict(zip(names, feature.attributes())) for feature in layer.getFeatures()]
