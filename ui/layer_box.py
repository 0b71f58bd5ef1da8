"""A choice among the layers of the project."""

from qgis.gui import QgsMapLayerComboBox


def layer_box(kinds, tip):
    """A QgsMapLayerComboBox of some kinds of layers, empty at first, that does not grow with their names."""
    box = QgsMapLayerComboBox()
    box.setFilters(kinds)
    box.setAllowEmptyLayer(True)
    box.setLayer(None)
    box.setMinimumContentsLength(12)
    box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setToolTip(tip)
    return box
