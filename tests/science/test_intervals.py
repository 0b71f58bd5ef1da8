"""Which intervals are quoted: those that allow for likeness, for all of a model's variables or for none."""

from math import exp
from types import SimpleNamespace

import pytest

from risk_terrain_modelling.rtm_plugin.model.risk_terrain_model import Z_95, SelectedVariable
from risk_terrain_modelling.rtm_plugin.trust.intervals import quoted_intervals
from risk_terrain_modelling.rtm_plugin.variables.factors import Variable

CHOSEN = tuple(
    SelectedVariable(Variable(name, "proximity", 100.0), 0.7, 0.1, 0.001, None) for name in ("bars", "shops")
)
OWN = (exp(0.7 - Z_95 * 0.1), exp(0.7 + Z_95 * 0.1))


def model(names=("bars", "shops"), key="alike_std_error"):
    rows = [{"variable": f"{name}_proximity_100", key: 0.2, "rrv_low": 1.4, "rrv_high": 2.9} for name in names]
    findings = [{"values": {"variables": [{"variable": "bars_proximity_100", "rrv": 2.0}]}}]
    findings.append({"values": {"variables": rows}})
    return SimpleNamespace(selected=CHOSEN, inputs={"diagnostics": findings})


def test_those_that_allow_for_likeness_are_quoted():
    quoted = quoted_intervals(model())
    assert quoted.alike and set(quoted.limits) == {"bars_proximity_100", "shops_proximity_100"}
    assert quoted.beside == {}
    for limits in quoted.limits.values():
        assert limits == pytest.approx((1.4, 2.9))


def test_values_beside_a_surface_come_along():
    found = model()
    beside = {"variable": "bars_proximity_100", "rrv_beside": 1.2}
    found.inputs["diagnostics"].append({"values": {"variables": [beside]}})
    assert quoted_intervals(found).beside == {"bars_proximity_100": beside}


@pytest.mark.parametrize("other", [{"names": ("bars",)}, {"names": ("bars", "parks")}, {"key": "std_error"}])
def test_where_one_has_none_all_are_the_models_own(other):
    quoted = quoted_intervals(model(**other))
    assert not quoted.alike and quoted.limits["shops_proximity_100"] == pytest.approx(OWN)


def test_more_rows_than_variables_do_no_harm():
    assert quoted_intervals(model(names=("bars", "shops", "parks"))).alike


def test_a_model_without_factors_has_none():
    empty = quoted_intervals(SimpleNamespace(selected=(), inputs=model().inputs))
    assert empty.limits == {} and not empty.alike
    bare = quoted_intervals(SimpleNamespace(selected=CHOSEN, inputs={}))
    assert bare.limits["bars_proximity_100"] == pytest.approx(OWN)
