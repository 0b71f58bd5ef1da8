"""Dealing cells into folds for cross-validation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ..space.grid import StudyGrid


FOLD_KINDS = ("stratified", "spatial")


def stratified_folds(counts: np.ndarray, n_folds: int, rng: np.random.RandomState) -> np.ndarray:
    """Folds that each get their share of the busy cells.

    Cells are sorted from the highest count to the lowest, ties at random, and each consecutive block of ``n_folds``
    cells is dealt to the folds in random order.

    Parameters
    ----------
    counts : (n,) incidents per cell
    n_folds : int
    rng : numpy.random.RandomState

    Returns
    -------
    (n,) int64, 0 .. n_folds - 1
    """
    return _deal(np.lexsort((rng.random_sample(len(counts)), -np.asarray(counts))), n_folds, rng)


def spatial_folds(
    grid: StudyGrid, counts: np.ndarray, n_folds: int, block_size: float, rng: np.random.RandomState
) -> np.ndarray:
    """Folds of whole square blocks of cells, so that neighbours do not leak between folds.

    Blocks are dealt like the cells of :func:`stratified_folds`, by their total count.

    Parameters
    ----------
    grid : StudyGrid
    counts : (n_cells,)
    block_size : float
        Side of a block in map units; at least the largest spatial influence makes sense.
    """
    block = spatial_blocks(grid, block_size)
    totals = np.bincount(block, weights=counts)
    return stratified_folds(totals, n_folds, rng)[block]


def spatial_blocks(grid: StudyGrid, block_size: float) -> np.ndarray:
    """(n_cells,) number 0.. of the square block of cells, ``block_size`` map units a side, that each cell lies in."""
    side = max(1, int(np.ceil(block_size / grid.cell_size - 1e-9)))
    row, column = np.divmod(grid.cells, grid.mask.shape[1])
    _, block = np.unique((row // side) * grid.mask.shape[1] + column // side, return_inverse=True)
    return block


def _deal(order: np.ndarray, n_folds: int, rng: np.random.RandomState) -> np.ndarray:
    n_blocks = -(-len(order) // n_folds)
    hands = np.argsort(rng.random_sample((n_blocks, n_folds)), axis=1).ravel()[: len(order)]
    folds = np.empty(len(order), dtype=np.int64)
    folds[order] = hands
    return folds
