"""Which intervals are quoted: the cluster-robust ones from 30 blocks on, for all of a model's variables or for none."""

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


def model(n_blocks, names=("bars", "shops"), key="robust_std_error"):
    rows = [{"variable": f"{name}_proximity_100", key: 0.2, "rrv_low": 1.4, "rrv_high": 2.9} for name in names]
    findings = [{"values": {"variables": [{"variable": "bars_proximity_100", "rrv": 2.0}]}}]
    findings.append({"values": {"n_blocks": n_blocks, "variables": rows}})
    return SimpleNamespace(selected=CHOSEN, inputs={"diagnostics": findings})


@pytest.mark.parametrize(("n_blocks", "robust"), [(29, False), (30, True), (500, True)])
def test_from_thirty_blocks_on_they_are_robust(n_blocks, robust):
    quoted = quoted_intervals(model(n_blocks))
    assert quoted.robust == robust
    assert set(quoted.limits) == {"bars_proximity_100", "shops_proximity_100"}
    for limits in quoted.limits.values():
        assert limits == pytest.approx((1.4, 2.9) if robust else OWN)


@pytest.mark.parametrize("other", [{"names": ("bars",)}, {"names": ("bars", "parks")}, {"key": "std_error"}])
def test_where_one_has_none_all_are_the_models_own(other):
    quoted = quoted_intervals(model(100, **other))
    assert not quoted.robust and quoted.limits["shops_proximity_100"] == pytest.approx(OWN)


def test_more_rows_than_variables_do_no_harm():
    assert quoted_intervals(model(100, names=("bars", "shops", "parks"))).robust


def test_a_model_without_factors_has_none():
    empty = quoted_intervals(SimpleNamespace(selected=(), inputs=model(100).inputs))
    assert empty.limits == {} and not empty.robust
    bare = quoted_intervals(SimpleNamespace(selected=CHOSEN, inputs={}))
    assert bare.limits["bars_proximity_100"] == pytest.approx(OWN)
