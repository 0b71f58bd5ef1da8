"""A model asked for without Processing's parameters, as a notebook or a batch does."""

from dataclasses import fields
from pathlib import Path

from qgis.core import QgsApplication

from risk_terrain_modelling.processing_provider.model_request import ModelRequest, request_of
from risk_terrain_modelling.processing_provider.model_run import run_model
from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import RiskTerrainModel


def test_a_function_gives_the_algorithms_model(provider, town, fitted):
    factors = list(fitted.factors.values())
    run = run_model(ModelRequest(study_area=town.area, incidents=town.incidents, factors=factors))
    assert run.terrain.model.to_json() + "\n" == Path(fitted.model).read_text(encoding="utf-8")
    assert run.judged is None and run.study_area.name == "Town"


def test_the_fields_are_the_parameters_of_the_algorithm(provider):
    algorithm = QgsApplication.processingRegistry().algorithmById("rtm:riskterrainmodel")
    destinations = {one.name() for one in algorithm.destinationParameterDefinitions()}
    keys = {one.name() for one in algorithm.parameterDefinitions()} - destinations
    how = {"WORKING_FOLDER", "SCHEDULER"}  # of no effect on the result, and so not part of what is asked
    assert {field.name.upper() for field in fields(ModelRequest)} == keys - how
    for field in fields(ModelRequest):
        default = algorithm.parameterDefinition(field.name.upper()).defaultValue()
        if default not in (None, "") and field.default not in (None, ()):
            assert default == field.default, field.name


def test_a_model_tells_the_request_that_gives_it_again(provider, town, fitted):
    model = RiskTerrainModel.from_json(Path(fitted.model).read_text(encoding="utf-8"))
    again = request_of(model)
    layers = {"study_area": town.area, "incidents": town.incidents, "factors": list(fitted.factors.values())}
    asked = {field.name: getattr(again, field.name) for field in fields(ModelRequest)}
    rebuilt = run_model(ModelRequest(**{**asked, **layers, "max_blocks": 3.0}))
    assert rebuilt.terrain.model.to_json() == model.to_json()
