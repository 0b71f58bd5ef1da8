"""The classes of the map: limits belong to the class below, and nothing is highest where all scores are the same."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.model.risk_classes import (
    CLASSES,
    NO_DIFFERENCE,
    class_limits,
    classify,
    highest_risk_threshold,
    n_highest_risk,
)

MEAN, SD = 5.0, 2.0


def test_limits_are_the_mean_and_one_and_two_sds_above():
    assert class_limits(MEAN, SD) == (5.0, 7.0, 9.0)
    assert highest_risk_threshold(MEAN, SD) == 9.0
    assert class_limits(MEAN, 0.0) == ()
    assert class_limits(MEAN, 0.5) == (5.0, 5.5, 6.0), "a small SD is one"


@pytest.mark.parametrize(
    ("score", "number"), [(1.0, 0), (5.0, 0), (5.1, 1), (7.0, 1), (7.1, 2), (9.0, 2), (9.1, 3), (50.0, 3)]
)
def test_a_score_on_a_limit_is_in_the_class_below(score, number):
    assert classify([score], MEAN, SD).tolist() == [CLASSES[number]]
    assert n_highest_risk(np.array([score, 1.0]), MEAN, SD) == (number == 3)


def test_where_all_scores_are_the_same_there_is_no_difference():
    assert classify(np.full(3, 1.0), 1.0, 0.0).tolist() == [NO_DIFFERENCE] * 3
    assert n_highest_risk(np.array([1.0, 1.0 + 1e-15]), 1.0, 0.0) == 0
    assert n_highest_risk(np.array([5.2, 6.1]), MEAN, 0.5) == 1
