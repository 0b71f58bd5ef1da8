"""Points that lie on top of each other."""

from __future__ import annotations

import numpy as np

SAME_PLACE = 1e-3  # map units


def stacks(points: np.ndarray) -> np.ndarray:
    """(m,) int64: the number 0.. of the stack that each point belongs to.

    Points no farther apart than :data:`SAME_PLACE` are in one stack, and so are those that such points link.

    Parameters
    ----------
    points : (m, 2) float64
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    distinct, which = np.unique(np.asarray(points, dtype=np.float64), axis=0, return_inverse=True)
    if not len(distinct):
        return np.empty(0, dtype=np.int64)
    pairs = cKDTree(distinct).query_pairs(SAME_PLACE, output_type="ndarray")
    linked = coo_matrix((np.ones(len(pairs)), pairs.T), shape=(len(distinct),) * 2)
    return connected_components(linked, directed=False)[1][which.ravel()].astype(np.int64)
