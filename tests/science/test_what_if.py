"""What if: scores and expected incidents before and after, with and without a denominator."""

from math import exp
from types import SimpleNamespace

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin.use.what_if import NEGLIGIBLE, what_if

RATES = np.array([0.5, 1.0, 4.0])
PLAIN = SimpleNamespace(lowest=0.5, denominator=None)
PER_HEAD = SimpleNamespace(lowest=0.5, denominator="residents")


def test_without_anything_before_there_is_no_change():
    found = what_if(PLAIN, RATES)
    np.testing.assert_array_equal(found.scores, [1.0, 2.0, 8.0])
    np.testing.assert_array_equal(found.expected, RATES)
    assert found.change is None and found.expected_change is None and found.expected_before is None


def test_expected_incidents_of_before_follow_from_the_scores():
    found = what_if(PLAIN, RATES, np.array([1.0, 4.0, 2.0]))
    np.testing.assert_array_equal(found.expected_before, [0.5, 2.0, 1.0])
    np.testing.assert_array_equal(found.change, [0.0, -2.0, 6.0])
    np.testing.assert_array_equal(found.expected_change, [0.0, -1.0, 3.0])


def test_expected_incidents_of_before_that_are_known_are_taken():
    found = what_if(PLAIN, RATES, np.array([1.0, 4.0, 2.0]), np.array([0.6, 2.1, 1.2]))
    np.testing.assert_allclose(found.expected_change, [-0.1, -1.1, 2.8])


def test_with_a_denominator_expected_incidents_change_as_the_scores_do():
    found = what_if(PER_HEAD, RATES, np.array([1.0, 4.0, 2.0]), np.array([30.0, 40.0, 5.0]))
    np.testing.assert_array_equal(found.expected, [30.0, 20.0, 20.0])
    np.testing.assert_array_equal(found.expected_change, [0.0, -20.0, 15.0])


@pytest.mark.parametrize("before", (None, np.array([1.0, 4.0, 2.0])))
def test_with_a_denominator_that_is_not_known_nothing_is_expected(before):
    found = what_if(PER_HEAD, RATES, before)
    assert found.expected is None and found.expected_before is None and found.expected_change is None
    assert (found.change is None) == (before is None)


def test_rounding_is_no_change():
    before = RATES / 0.5 * np.array([1.0, exp(0.9 * NEGLIGIBLE), exp(-1.1 * NEGLIGIBLE)])
    change = what_if(PLAIN, RATES, before).change
    assert (change != 0).tolist() == [False, False, True]
    assert change[2] == pytest.approx(8 * 1.1e-6, rel=1e-3)
