"""All layers of one run in one group at the top of the layer tree, the one to look at first on top.

QGIS puts a layer that it loads into the current group, and since 3.32 into one that it finds by its name, wherever that
is and whoever made it. Neither keeps runs apart, so a run makes its group itself, after QGIS has put the layers down.
"""

from datetime import datetime

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsProject, QgsSettings

_IS_RUN = "rtm_run"

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
        found = map(root.findLayer, self._sort_keys)
        group = next((one.parent() for one in found if one is not None), None)
        if group is None:
            group = _place_of_results(root).insertGroup(0, self.name)
            group.setCustomProperty(_IS_RUN, True)
        children = group.children()  # QGIS may have put the layer itself among them, as the group is the current one
        below = (i for i, one in enumerate(children) if self._sort_keys.get(one.layerId(), sort_key) < sort_key)
        place = next(below, len(children))
        self._sort_keys[node.layerId()] = sort_key
        _move(node, group, place)


class GroupedResult(QgsProcessingLayerPostProcessorInterface):
    """Puts a loaded layer into its run's group. One object for each layer; called in the main thread.

    Parameters
    ----------
    group : RunGroup, optional
        The same for all layers of a run. A layer without one lies at the top of the tree.
    sort_key : int
        Layers with a greater one lie above those with a smaller one.
    """

    def __init__(self, group=None, sort_key=0):
        super().__init__()
        self.group, self.sort_key = group, sort_key

    def postProcessLayer(self, layer, context, feedback):
        root = (context.project() or QgsProject.instance()).layerTreeRoot()
        node = root.findLayer(layer.id())
        if node is None or self._is_grouped_by_a_model(context):
            return
        if self.group is None:
            _move(node, _place_of_results(root), 0)
        else:
            self.group.take(node, root, self.sort_key)

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


def _move(node, group, index):
    """Move a node. The group of an earlier run goes with its last layer, whose file a later run has replaced."""
    left = node.parent()
    group.insertChildNode(index, node.clone())
    left.removeChildNode(node)
    if left.customProperty(_IS_RUN) and not left.children():
        left.parent().removeChildNode(left)


def attach(details, result):
    """Have a layer that will be loaded go through a :class:`GroupedResult` then."""
    _kept.append(result)
    details.setPostProcessor(result)
