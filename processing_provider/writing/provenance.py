"""Where a result comes from: written into every output, so that it can be made again."""

import json
from dataclasses import dataclass

from qgis.core import QgsLayerMetadata

from ...rtm_plugin.translation import tr
from ..about import metadata, version

ALGORITHM_ITEM = "RTM_ALGORITHM"


@dataclass(frozen=True)
class Provenance:
    """One run of an algorithm. ``parameters`` are those that decide the result; dates and paths do not."""

    algorithm: str
    parameters: dict
    seed: int = None  # None where nothing is drawn

    def items(self):
        """As text by key, for a file's own metadata."""
        items = {
            "RTM_PLUGIN_VERSION": version(),
            ALGORITHM_ITEM: self.algorithm,
            "RTM_PARAMETERS": json.dumps(self.parameters, sort_keys=True, ensure_ascii=False),
        }
        return items if self.seed is None else {**items, "RTM_SEED": str(self.seed)}

    def describe(self, layer, title, abstract):
        """Write layer metadata and custom properties."""
        items = self.items()
        about = QgsLayerMetadata()
        about.setType("dataset")
        about.setLanguage("en")
        about.setTitle(title)
        about.setAbstract(f"{abstract} {tr('The analysis shows correlation, never cause.')}")
        about.setCrs(layer.crs())
        about.setHistory(
            [
                f"{metadata('name')} {items['RTM_PLUGIN_VERSION']}, {self.algorithm}"
                + ("" if self.seed is None else tr(", seed {seed}").format(seed=self.seed)),
                tr("Parameters: {parameters}").format(parameters=items["RTM_PARAMETERS"]),
            ]
        )
        layer.setMetadata(about)
        for key, value in items.items():
            layer.setCustomProperty(_property(key), value)


def is_result(layer):
    """Whether a layer has been described as a result of this plugin."""
    return layer.customProperty(_property(ALGORITHM_ITEM)) is not None


def _property(key):
    return key.lower().replace("_", "/", 1)
