"""The setup: a request whose layers are ids in the project, or addresses in a file that other programs read."""

from pathlib import Path

from qgis.core import QgsProject

from ..processing_provider.model_request import ModelRequest
from ..processing_provider.reading.layer_records import layer_uri

_ENTRY = "RiskTerrainModelling"


def address_of(layer):
    """Where a layer is, as other programs know it."""
    return layer_uri(layer, with_folder=True) or layer.source()


def addressed(request):
    """A request with layers by their addresses; those that are not in the project are left out."""

    def address(layer_id):
        layer = QgsProject.instance().mapLayer(layer_id)
        return None if layer is None else address_of(layer)

    return request.with_layers(address)


def in_project(request):
    """A request with layers by their ids in the project, and the addresses of those that it does not have."""
    ids = {address_of(one): one.id() for one in QgsProject.instance().mapLayers().values()}
    missing = [one for one in request.layers() if one not in ids]
    return request.with_layers(ids.get), missing


def load(path):
    """The request in a file. Raises ``RtmError``, OSError or UnicodeDecodeError where it cannot be read."""
    return in_project(ModelRequest.from_json(Path(path).read_text(encoding="utf-8")))


def save(request, path):
    """Write a request to a file. Raises OSError."""
    path = path if path.lower().endswith(".json") else f"{path}.json"
    Path(path).write_text(addressed(request).to_json(), encoding="utf-8")


def keep(key, text):
    """Keep a text with the project."""
    QgsProject.instance().writeEntry(_ENTRY, key, text)


def kept(key):
    """A text that the project keeps, or ''."""
    text, _ = QgsProject.instance().readEntry(_ENTRY, key, "")
    return text
