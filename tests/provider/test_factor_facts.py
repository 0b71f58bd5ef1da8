"""What factor layers tell beside their geometry, and what of it is said before a fit."""

from datetime import date

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource, QgsVectorLayer

from risk_terrain_modelling.processing_provider.reading import factor_facts
from risk_terrain_modelling.processing_provider.reading.geometry import SHAPE_NAMES
from risk_terrain_modelling.processing_provider.reading.sources import collect, read_study_area
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.stacking import stacks
from risk_terrain_modelling.rtm_plugin.variables.factors import Factor, FactorSpec

pytestmark = pytest.mark.usefixtures("provider")


@pytest.mark.parametrize(
    ("field", "values", "first", "last"),
    [
        ("opened:date", ["2019-05-01", "2018-02-03"], date(2018, 2, 3), date(2019, 5, 1)),
        ("seen:datetime", ["2019-05-01T10:00:00", "2018-02-03T23:59:00"], date(2018, 2, 3), date(2019, 5, 1)),
        ("month:string", ["2019-05", "2018-02"], date(2018, 2, 1), date(2019, 5, 1)),
        ("month:string", ["May", "June"], None, None),
        ("name:string", ["2019-05-01", "2018-02-03"], None, None),
        ("month:string", [None, None], None, None),
    ],
)
def test_dates_are_known_by_type_or_name(make_layer, field, values, first, last):
    rows = [(value,) for value in values]
    layer = make_layer("pubs", "Point", ["Point(1 1)", "Point(2 2)"], fields=(field,), rows=rows)
    context = QgsProcessingContext()
    assert factor_facts.first_date(QgsProcessingFeatureSource(layer, context)) == first
    assert factor_facts.layer_facts([layer])["pubs"].last_date == last


def test_facts_go_to_the_factors_that_a_field_makes(make_layer):
    split = make_layer("poi", "Point", ["Point(1 1)", "Point(2 2)"], fields=("kind:string",), rows=[("pub",), ("bar",)])
    stamped = make_layer("x", "Point", ["Point(1 1)"], fields=("rtm_factor:string",), rows=[("clubs",)])
    facts = factor_facts.layer_facts([split, stamped], "kind")
    assert {name: known.layer for name, known in facts.items()} == {"pub": "poi", "bar": "poi", "clubs": "x"}


def test_camden_is_told_nothing_that_is_wrong(shared_data):
    context, progress = QgsProcessingContext(), Progress()
    names = ("study_area", "violence_2022", "pubs", "bus_stops", "registered_parks")
    layers = {name: QgsVectorLayer(f"{shared_data / 'london_camden.gpkg'}|layername={name}", name) for name in names}
    sources = {name: QgsProcessingFeatureSource(layer, context) for name, layer in layers.items()}
    area = read_study_area(sources["study_area"], "Camden", context, progress)
    shapes = {
        name: collect(source, SHAPE_NAMES[layers[name].geometryType()], area.crs, context, progress).shapes()
        for name, source in sources.items()
    }
    incidents = shapes["violence_2022"].vertices
    factors = [Factor(FactorSpec(name, "proximity"), shapes[name]) for name in names[2:]]
    findings = factor_facts.tell_about_factors(
        area, factors, 100.0, sources["violence_2022"], list(layers.values())[2:], "", progress
    )
    _, which, times = np.unique(incidents, axis=0, return_inverse=True, return_counts=True)
    share = np.mean(times[which.ravel()] > 1)
    sizes = np.bincount(stacks(incidents))
    assert sizes[sizes > 1].sum() / len(incidents) == pytest.approx(share)  # no two are close without being equal
    assert [finding.factor for finding in findings if finding.kind == "features"] == list(names[2:])
    assert {finding.kind for finding in findings} <= {"stacked", "features"}
