"""What a model from the model designer gives: the same styled and described risk terrain as the toolbox."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "docs" / "examples"


def test_the_risk_terrain_of_a_model_arrives_styled(provider, town, load_results, tmp_path):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(EXAMPLES / "two_factors.model3"))
    project = QgsProject()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(project)
    context.setFeedback(feedback)
    for made in (town.area, town.incidents, town.bars, town.shops):
        project.addMapLayer(made.clone())
    by_name = {made.name(): made.id() for made in project.mapLayers().values()}
    outputs = {
        name: QgsProcessingOutputLayerDefinition(str(tmp_path / file), project)
        for name, file in (("model:Risk terrain", "risk.tif"), ("model:Model table", "model.csv"))
    }
    inputs = {"study_area": "Town", "incidents": "thefts", "bars": "bars", "bus_stops": "shops"}
    parameters = {**{key: by_name[name] for key, name in inputs.items()}, **outputs}
    results, ok = model.run(parameters, context, feedback)
    assert ok, feedback.textLog()
    load_results(model, context, feedback)
    (terrain,) = (one for one in project.mapLayers().values() if isinstance(one, QgsRasterLayer))
    assert terrain.name() == "Risk terrain"
    labels = [label for label, _ in terrain.renderer().legendSymbologyItems()]
    assert len(labels) == 4
    assert "rtm:riskterrainmodel, seed 1" in terrain.metadata().history()[0]
    assert results["CHILD_RESULTS"]["model"]["N_CELLS"] == 1600
    project.clear()


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.model3")), ids=lambda path: path.name)
def test_example_models_are_valid(provider, path):
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(path))
    valid, problems = model.validate()
    assert valid, problems
