"""Write docs/examples/two_factors.model3: two factors, each with its own settings, in one model.

Run it with QGIS 3.22, whose models have the same command line under every later QGIS:

    QT_QPA_PLATFORM=offscreen .venv/bin/python tools/example_model.py
"""

import sys

sys.path.insert(0, "/usr/share/qgis/python/plugins")  # Processing is a plugin itself

from checkout import ROOT, load_package
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QPointF

MODEL = ROOT / "docs" / "examples" / "two_factors.model3"

FACTORS = {  # how each of them is stamped by its own step
    "bars": {
        "NAME": "bars",
        "OPERATIONALISATION": "density",
        "MAX_BLOCKS": 2.0,
        "INCREMENT": "half",
        "DIRECTION": "aggravating",
    },
    "bus_stops": {
        "NAME": "bus stops",
        "OPERATIONALISATION": "proximity",
        "MAX_BLOCKS": 3.0,
        "INCREMENT": "whole",
        "DIRECTION": "aggravating",
    },
}


def build():
    """The model as a QgsProcessingModelAlgorithm; the provider has to be registered."""
    model = QgsProcessingModelAlgorithm("Two factors, each with its own settings", "Risk terrain", "")
    source = QgsProcessing.SourceType
    _add_input(model, "study_area", "Study area", source.TypeVectorPolygon, 0)
    _add_input(model, "incidents", "Incidents", source.TypeVectorPoint, 1)
    factors = []
    for number, (name, settings) in enumerate(FACTORS.items()):
        _add_input(model, name, name.replace("_", " ").capitalize(), source.TypeVectorPoint, 2 + number)
        model.addChildAlgorithm(_stamp(name, settings, number))
        factors.append(QgsProcessingModelChildParameterSource.fromChildOutput(f"stamp_{name}", "OUTPUT"))

    child = QgsProcessingModelChildAlgorithm("rtm:riskterrainmodel")
    child.setChildId("model")
    child.setDescription("Risk terrain model")
    child.setPosition(QPointF(600, 250))
    from_input = QgsProcessingModelChildParameterSource.fromModelParameter
    child.addParameterSources("STUDY_AREA", [from_input("study_area")])
    child.addParameterSources("INCIDENTS", [from_input("incidents")])
    child.addParameterSources("FACTORS", factors)
    _add_values(child, {})
    child.setModelOutputs(
        {
            name: _output(name, "model", key, position)
            for position, (name, key) in enumerate(
                {"Risk terrain": "RISK_TERRAIN", "Model table": "MODEL_TABLE"}.items()
            )
        }
    )
    model.addChildAlgorithm(child)
    model.updateDestinationParameters()
    return model


def _add_input(model, name, description, kind, place):
    parameter = QgsProcessingModelParameter(name)
    parameter.setPosition(QPointF(100 + 220 * place, 60))
    model.addModelParameter(QgsProcessingParameterFeatureSource(name, description, [kind]), parameter)


def _stamp(name, settings, place):
    """A step that stamps a layer with the settings of its factor."""
    child = QgsProcessingModelChildAlgorithm("rtm:riskfactor")
    child.setChildId(f"stamp_{name}")
    child.setDescription(f"Settings of {settings['NAME']}")
    child.setPosition(QPointF(540 + 220 * place, 150))
    child.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
    _add_values(child, settings)
    return child


def _add_values(child, values):
    """Give a step fixed values, and its defaults for what has neither a value nor another source."""
    for parameter in child.algorithm().parameterDefinitions():
        name = parameter.name()
        if parameter.isDestination() or name in child.parameterSources():
            continue
        value = values.get(name, parameter.defaultValue())
        if value is not None:
            child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])


def _output(name, child, key, place):
    output = QgsProcessingModelOutput(name, name)
    output.setChildId(child)
    output.setChildOutputName(key)
    output.setPosition(QPointF(540 + 220 * place, 350))
    return output


def main():
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = load_package().classFactory(None)
    plugin.initProcessing()
    model = build()
    valid, problems = model.validate()
    if not valid:
        raise SystemExit("\n".join(problems))
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    model.toFile(str(MODEL))
    print(f"{MODEL} written")
    application.exitQgis()


if __name__ == "__main__":
    main()
