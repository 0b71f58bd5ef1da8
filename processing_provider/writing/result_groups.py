"""All layers of one run in one group at the top of the layer tree, the one to look at first on top.

QGIS puts a layer that it loads into the current group, and since 3.32 into one that it finds by its name, wherever that
is and whoever made it. Neither keeps runs apart, so a run makes its group itself, after QGIS has put the layers down.
"""

from datetime import datetime

from qgis.core import QgsLayerTreeGroup, QgsProcessingLayerPostProcessorInterface, QgsProject, QgsSettings
from qgis.PyQt.QtGui import QPainter

from .provenance import is_result

_IS_RUN = "rtm_run"
_LETS_THROUGH = QPainter.CompositionMode.CompositionMode_Multiply

_kept = []  # QGIS keeps no reference to a post-processor: without one here it is gone before it is called


class RunGroup:
    """The group of one run, made when the first of its layers is loaded.

    Its name says what the run is about, and the time, which tells runs from each other.
    """

    def __init__(self, *words):
        self.name = f"{' · '.join(word for word in words if word)}, {datetime.now():%H:%M}"
        self._sort_keys = {}  # by the ids of its layers: the group is where they are

    def take(self, node, root, sort_key):
        """Move a layer's node into the group: below those of greater sort keys."""
        moved = node.clone()
        found = map(root.findLayer, self._sort_keys)
        group = next((one.parent() for one in found if one is not None), None)
        if group is None:
            group = QgsLayerTreeGroup(self.name)
            group.setCustomProperty(_IS_RUN, True)
            group.addChildNode(moved)
            group.setExpanded(False)
            _place_of_results(root).insertChildNode(0, group)
            group.setExpanded(True)  # a view opens what it sees opening
        else:
            children = group.children()  # the layer itself may be among them: QGIS puts it into the current group
            below = (i for i, one in enumerate(children) if self._sort_keys.get(one.layerId(), sort_key) < sort_key)
            group.insertChildNode(next(below, len(children)), moved)
        self._sort_keys[moved.layerId()] = sort_key
        _remove(node)


class GroupedResult(QgsProcessingLayerPostProcessorInterface):
    """Puts a loaded layer into its run's group. One object for each layer; called in the main thread.

    Parameters
    ----------
    group : RunGroup, optional
        The same for all layers of a run. A layer without one lies at the top of the tree.
    sort_key : int
        Layers with a greater one lie above those with a smaller one.
    is_shown : bool
        Whether the layer is switched on.
    paint : callable(layer), optional
        Gives it its look.
    """

    def __init__(self, group=None, sort_key=0, is_shown=True, paint=None):
        super().__init__()
        self.group, self.sort_key, self.is_shown, self.paint = group, sort_key, is_shown, paint

    def postProcessLayer(self, layer, context, feedback):
        root = (context.project() or QgsProject.instance()).layerTreeRoot()
        node = root.findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityChecked(self.is_shown)
            if not self._is_grouped_by_a_model(context):
                self._put_in_place(node, root)
        if self.paint is not None:
            self.paint(layer)
            layer.emitStyleChanged()
            layer.triggerRepaint()
            _show_one_surface(root)

    def _put_in_place(self, node, root):
        if self.group is not None:
            self.group.take(node, root, self.sort_key)
        else:
            _place_of_results(root).insertChildNode(0, node.clone())
            _remove(node)

    def _is_grouped_by_a_model(self, context):
        """Whether a model that the run is part of names a group for its results (since QGIS 3.32)."""
        return any(
            getattr(details, "groupName", "") and details.postProcessor() is self
            for details in context.layersToLoadOnCompletion().values()
        )


def _place_of_results(root):
    """The top of the tree, or of the group that somebody has chosen in QGIS's options for all results."""
    name = QgsSettings().value("Processing/Configuration/RESULTS_GROUP_NAME", "")
    return (root.findGroup(name) if name else None) or root


def _remove(node):
    """Remove a node. The group of an earlier run goes with its last layer, whose file a later run has replaced."""
    group = node.parent()
    group.removeChildNode(node)
    if group.customProperty(_IS_RUN) and not group.children():
        group.parent().removeChildNode(group)


def let_through(layer):
    """Have the map beneath a coloured surface seen through it: streets stay legible, white is the legend's colour."""
    layer.setBlendMode(_LETS_THROUGH)


def _show_one_surface(root):
    """Switch off all surfaces of runs but the uppermost: seen through each other, they would show a risk of no run."""
    surfaces = [
        node
        for node in root.findLayers()
        if node.layer() is not None and node.layer().blendMode() == _LETS_THROUGH and is_result(node.layer())
    ]
    for place, node in enumerate(surfaces):
        node.setExpanded(False)
        if place == 0:
            node.setExpanded(True)  # its legend
        else:
            node.setItemVisibilityChecked(False)


def attach(details, result):
    """Have a layer that will be loaded go through a :class:`GroupedResult` then."""
    _kept.append(result)
    details.setPostProcessor(result)
