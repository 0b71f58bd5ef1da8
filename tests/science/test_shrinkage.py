"""The estimate of an effect that had to be large to be found."""

import numpy as np
import pytest
from scipy.stats import norm

from risk_terrain_modelling.rtm_plugin.trust.shrinkage import shrunken

N = 2304
LIMIT = np.sqrt(np.log(N))


@pytest.mark.parametrize("z", [2.8, 3.0, 3.5, 5.0])
def test_it_is_the_most_likely_of_a_truncated_normal(z):
    se = 0.2
    tried = np.linspace(0.0, z * se, 200_001)
    likely = norm.logpdf(z * se, tried, se) - norm.logsf(LIMIT * se, tried, se)
    assert shrunken(z * se, se, LIMIT * se) == pytest.approx(tried[np.argmax(likely)], abs=1e-5)


def test_what_stands_far_out_stays_and_what_only_just_did_goes():
    assert shrunken(2.0, 0.1, LIMIT * 0.1) == pytest.approx(2.0, rel=1e-6)
    assert shrunken(LIMIT * 0.1, 0.1, LIMIT * 0.1) < 0.01
    assert shrunken(0.1, 0.1, LIMIT * 0.1) < 0.01  # selected by something else than its own error
    values = [shrunken(z * 0.1, 0.1, LIMIT * 0.1) for z in np.linspace(2.8, 8, 30)]
    assert (np.diff(values) > 0).all() and shrunken(0.4, 0.0, 0.0) == 0.4
