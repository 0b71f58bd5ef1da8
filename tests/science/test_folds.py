"""Dealing cells into folds."""

import numpy as np

from risk_terrain_modelling.rtm_plugin.selection.folds import spatial_blocks, spatial_folds, stratified_folds
from risk_terrain_modelling.rtm_plugin.space.grid import StudyGrid


def test_stratified_folds_share_the_busy_cells():
    rng = np.random.RandomState(0)
    counts = np.concatenate([np.full(5, 40), np.full(5, 9), rng.poisson(0.3, 503)])
    rng.shuffle(counts)
    folds = stratified_folds(counts, 5, np.random.RandomState(7))
    assert sorted(folds[counts == 40]) == sorted(folds[counts == 9]) == [0, 1, 2, 3, 4]
    sizes, busy = np.bincount(folds), np.bincount(folds, weights=counts > 0)
    assert np.ptp(sizes) <= 1 and np.ptp(busy) <= 1
    assert np.array_equal(folds, stratified_folds(counts, 5, np.random.RandomState(7)))
    assert not np.array_equal(folds, stratified_folds(counts, 5, np.random.RandomState(8)))


def test_spatial_folds_keep_blocks_together():
    rng = np.random.RandomState(1)
    mask = rng.rand(40, 55) < 0.8
    grid = StudyGrid(1000.0, 9000.0, 50.0, mask)
    block = spatial_blocks(grid, 310.0)  # 7 cells
    row, col = np.divmod(grid.cells, 55)
    assert block.max() + 1 == len(np.unique(np.column_stack([row // 7, col // 7]), axis=0))
    for number in range(block.max() + 1):
        here = block == number
        assert np.ptp(row[here]) < 7 and np.ptp(col[here]) < 7
    counts = rng.poisson(0.5, grid.n_cells)
    folds = spatial_folds(grid, counts, 4, 310.0, np.random.RandomState(2))
    assert set(folds) == {0, 1, 2, 3}
    assert all(len(set(folds[block == number])) == 1 for number in range(block.max() + 1))
