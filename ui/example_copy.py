"""The toolbox's entry for an example model: a copy of it, opened in the model designer."""

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from ..processing_provider.example_models import ExampleModel
from ..rtm_plugin.translation import tr


class OpenCopy:
    """An entry of the context menu, as the toolbox of Processing wants it."""

    is_separator = False

    def __init__(self):
        self.name = tr("Open a copy in the model designer…")

    def setData(self, item, toolbox):
        self.item = item

    def icon(self):
        return QIcon(QgsApplication.iconPath("processingModel.svg"))

    def isEnabled(self):
        return isinstance(self.item, ExampleModel)

    def execute(self):
        """It knows no file: saved, it becomes a model of the user's own."""
        from processing.modeler.ModelerDialog import ModelerDialog

        designer = ModelerDialog.create(self.item.own_copy())
        designer.update_model.connect(QgsApplication.processingRegistry().providerById("model").refreshAlgorithms)
        designer.show()
        designer.activate()


def add_entry():
    """Add the entry to the toolbox; returns what removes it."""
    try:
        from processing.gui.ProviderActions import ProviderContextMenuActions
    except ImportError:  # a QGIS whose toolbox takes no entries from Python: the models are there without it
        return lambda: None
    entries = [OpenCopy()]
    ProviderContextMenuActions.registerProviderContextMenuActions(entries)
    return lambda: ProviderContextMenuActions.deregisterProviderContextMenuActions(entries)
