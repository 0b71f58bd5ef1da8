"""No output is a file that the run reads, and no two outputs are one file: looked at before anything is written."""

import os
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QUrl

from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .destinations import destination_of, file_of
from .entries import READ

# What formats put beside the named file
_PARTS = {
    ".shp": (".shx", ".dbf", ".prj", ".cpg"),
    ".tab": (".dat", ".map", ".id"),
    ".mif": (".mid",),
    ".gml": (".xsd",),
}


def check_clashes(algorithm, parameters, context):
    """Raise :class:`RtmError`, naming both, where an output would replace an input or another output."""
    written = []
    for definition in algorithm.destinationParameterDefinitions():
        path, layer = file_of(destination_of(parameters.get(definition.name()), context))
        if path is None or definition.type() == "folderDestination":
            continue
        label = definition.description()
        parts = [path.with_suffix(end) for end in _PARTS.get(path.suffix.lower(), ())]
        _check_theirs(path, parts)
        files = (path, *algorithm.side_files(definition.name(), path), *parts)
        for one in files:
            for other, other_layer, other_label in written:
                if _is_same(one, other) and (layer == other_layer or not layer or not other_layer):
                    raise RtmError(
                        tr(
                            "'{output}' and '{other}' would be the same file '{path}': give each a name of its own."
                        ).format(output=label, other=other_label, path=one)
                    )
        written += [(one, layer, label) for one in files]
    written = [one for one in written if one[0].exists()]
    if not written:
        return
    for definition in algorithm.parameterDefinitions():
        if definition.type() not in READ:
            continue
        for read in _files(parameters.get(definition.name()), context):
            for path, _, label in written:
                if _is_same(path, read):
                    raise RtmError(
                        tr(
                            "'{output}' would replace the file '{path}', which is read as '{input}': "
                            "give the output another name."
                        ).format(output=label, path=path, input=definition.description())
                    )


def _check_theirs(path, parts):
    """Raise :class:`RtmError` where a part of an output that is not there yet belongs to something else."""
    theirs = [part for part in parts if part.exists()]
    if theirs and not path.exists():
        raise RtmError(
            tr(
                "Output '{path}' would replace the file '{part}', which belongs to something else: give the output "
                "another name."
            ).format(path=path, part=theirs[0])
        )


def _is_same(path, other):
    """Whether two paths are one file, however they are spelt; what does not exist yet is compared by its name."""
    if path.exists() and other.exists():
        return os.path.samefile(path, other)
    if path.exists() or other.exists():
        return False
    folders = [Path(os.path.realpath(one.parent)) for one in (path, other)]
    names = [one.name for one in (path, other)]
    if _ignores_case(folders[0]):
        folders, names = [str(one).casefold() for one in folders], [name.casefold() for name in names]
    return folders[0] == folders[1] and names[0] == names[1]


def _ignores_case(folder):
    """Whether a folder's file system takes capitals and small letters for the same."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    turned = folder.with_name(folder.name.swapcase()) if folder.name else folder
    return turned != folder and turned.exists() and os.path.samefile(folder, turned)


def _files(value, context):
    """All files that the value of a parameter reads, those beside the named one included."""
    if isinstance(value, (list, tuple)):
        return [path for one in value for path in _files(one, context)]
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext(), "")[0]
    if isinstance(value, str) and context.project() is not None:
        found = context.project().mapLayer(value) or next(iter(context.project().mapLayersByName(value)), None)
        value = value if found is None else found
    if isinstance(value, QgsVectorLayer):
        behind = [path for one in _layers_behind(value, context) for path in _files(one, context)]
        if behind:
            return behind + _files(value.source() if value.vectorJoins() else "", context)
    if isinstance(value, QgsMapLayer):
        parts = QgsProviderRegistry.instance().decodeUri(value.providerType(), value.source())
        value = parts.get("path") or ""
    if not isinstance(value, str) or not value:
        return []
    path, _ = file_of(value)
    if path is None or not path.exists():
        return []
    if path.is_dir():
        return [one for one in path.rglob("*") if one.is_file()]
    return [path, *(Path(name) for name in _beside(path))]


def _layers_behind(layer, context):
    """The layers that a virtual layer asks, and those that are joined to a layer: layers, or addresses."""
    found = [join.joinLayer() for join in layer.vectorJoins()]
    if layer.providerType() == "virtual":
        project = context.project() or QgsProject.instance()
        asked = QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(layer.source().encode()))
        named = [one.reference() if one.isReferenced() else one.source() for one in asked.sourceLayers()]
        known = [one for one in project.mapLayers().values() if one is not layer]
        found += [one for one in known if one.name() in asked.query() or one.id() in asked.query()]
        found += [project.mapLayer(one) or one for one in named]
    return [one for one in found if one is not None]


def _beside(path):
    """The files that belong to a data set, as GDAL knows them; a pipe, from which it would wait for ever, has none."""
    if not path.is_file():
        return []
    try:
        dataset = gdal.OpenEx(str(path))
    except RuntimeError:  # how GDAL says in QGIS 3.38 and later that it is no data
        dataset = None
    return [] if dataset is None else dataset.GetFileList() or []
