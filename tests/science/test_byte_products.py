"""Products by bytes against plain products of the unpacked columns."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from risk_terrain_modelling.rtm_plugin.variables.byte_products import ByteProducts

N_ROWS = 20_000  # three blocks


def _times(products, coefficients):
    table = products.table(coefficients)
    return np.concatenate([products.times(table, number) for number in range(len(products.blocks))])


def _sums(products, weights):
    blocks = enumerate(products.blocks)
    return products.sums(sum(products.by_value(weights[block], number) for number, block in blocks))


@pytest.mark.parametrize("n_columns", (0, 1, 7, 8, 9, 30, 64))
@pytest.mark.parametrize("density", (0.0, 0.05, 0.5, 1.0))
def test_both_products_are_those_of_the_columns(n_columns, density):
    random = np.random.RandomState(n_columns)
    columns = (random.rand(n_columns, N_ROWS) < density).astype(np.uint8)
    products = ByteProducts(np.packbits(columns, axis=0) if n_columns else np.empty((0, N_ROWS), np.uint8), n_columns)
    coefficients, weights = random.randn(3, n_columns), random.randn(N_ROWS, 4)
    assert_allclose(_times(products, coefficients), columns.T @ coefficients.T, atol=1e-12)
    assert_allclose(_sums(products, weights), weights.T @ columns.T, atol=1e-12)


def test_bits_behind_the_last_column_do_not_count():
    packed = np.full((1, 5), 255, dtype=np.uint8)
    products = ByteProducts(packed, 3)
    assert _times(products, np.ones((1, 3))).tolist() == [[3.0]] * 5
    assert _sums(products, np.ones((5, 1))).tolist() == [[5.0, 5.0, 5.0]]
