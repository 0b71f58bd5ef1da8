"""The look of a result, saved with its file: whoever opens that in another project sees the same map."""

from pathlib import Path

from qgis.core import QgsMapLayer, QgsReadWriteContext
from qgis.PyQt.QtXml import QDomDocument

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from ..staging import MARK
from .map_layers import raster_layer, terrain_layer
from .ordered_xml import ordered_xml
from .result_groups import let_through


def raster_style(path, paint=None):
    """A raster's style as text of the ``.qml`` file that QGIS looks for beside it.

    ``paint`` is a callable(QgsRasterLayer); without it the raster is a risk terrain.
    """
    if paint is None:
        layer = terrain_layer(path, "")
    else:
        layer = raster_layer(path, "")
        paint(layer)
    let_through(layer)
    document = QDomDocument()
    problem = layer.exportNamedStyle(document, QgsReadWriteContext(), QgsMapLayer.StyleCategory.Symbology)
    if problem:
        raise RtmError(
            tr("The style of '{path}' cannot be saved ({problem}): choose another folder.").format(
                path=path, problem=problem
            )
        )
    # QGIS drops the comment when somebody saves another style here: that one is theirs
    return ordered_xml(document.toString()).replace("<qgis ", f"<!-- {MARK} -->\n<qgis ", 1)


def style_path(raster):
    return Path(raster).with_suffix(".qml")
