"""All layers of one run in one group of the layer tree, the one to look at first on top."""

from datetime import datetime

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsProject

_SORT_KEY = "rtm_sort_key"

_kept = []  # QGIS keeps no reference to a post-processor: without one here it is gone before it is called


def run_name(*words):
    """Name of a run's group: what it is about, and the time, which tells runs from each other."""
    return f"{' · '.join(word for word in words if word)}, {datetime.now():%H:%M}"


class GroupedResult(QgsProcessingLayerPostProcessorInterface):
    """Puts a loaded layer into its run's group. One object for each layer; called in the main thread.

    Parameters
    ----------
    group : str
        Name of the group; '' for none.
    sort_key : int
        Layers with a greater one lie above those with a smaller one.
    """

    def __init__(self, group="", sort_key=0):
        super().__init__()
        self.group, self.sort_key = group, sort_key
        self.is_grouped = not group  # by QGIS itself, or not at all

    def postProcessLayer(self, layer, context, feedback):
        if not self.is_grouped:
            move_into_group(layer, context.project() or QgsProject.instance(), self.group, self.sort_key)


def attach(details, result):
    """Have a layer that will be loaded go through a :class:`GroupedResult` then."""
    if result.group and hasattr(details, "groupName"):  # since QGIS 3.32
        details.groupName = result.group
        result.is_grouped = True
        if hasattr(details, "layerSortKey"):
            details.layerSortKey = result.sort_key
    _kept.append(result)
    details.setPostProcessor(result)


def move_into_group(layer, project, name, sort_key):
    """Move a layer of the layer tree into a group beside it, which is made where it is missing.

    A group that somebody else has put layers into stays as it is: ours go where their sort keys belong.
    """
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is None:
        return
    parent = node.parent()
    group = next((one for one in parent.findGroups() if one.name() == name), None)
    if group is None:
        group = parent.insertGroup(0, name)
    moved = node.clone()
    moved.setCustomProperty(_SORT_KEY, sort_key)
    above = sum(int(child.customProperty(_SORT_KEY, sort_key - 1)) >= sort_key for child in group.children())
    group.insertChildNode(above, moved)
    parent.removeChildNode(node)
