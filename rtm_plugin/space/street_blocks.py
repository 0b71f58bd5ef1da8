"""Blocks of a street network: the stretches of street from one junction to the next, and how long they are."""

from __future__ import annotations

import numpy as np

from .shapes import Shapes, contains

_SAME_PLACE = 3  # decimals of map units: ends of streets that are no farther apart meet
_AT_A_JUNCTION = 3  # streets; where two meet, one goes on


def block_lengths(streets: Shapes, study_area: Shapes) -> np.ndarray:
    """Lengths of the blocks of which at least half lies in the study area, in no particular order.

    A junction is a vertex in which three stretches of street or more meet; streets that cross without sharing a
    vertex (a bridge) do not meet. What ends in a dead end is no block, and a stretch that is drawn twice counts once.

    Parameters
    ----------
    streets : Shapes of kind "line"
    study_area : Shapes of kind "polygon", in the same map units

    Returns
    -------
    (b,) float64, in map units
    """
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    ends = np.round(streets.segments, _SAME_PLACE).reshape(-1, 2)
    _, node = np.unique(ends, axis=0, return_inverse=True)
    pairs = np.sort(node.reshape(-1, 2), axis=1)
    _, once = np.unique(pairs, axis=0, return_index=True)
    once = once[pairs[once, 0] != pairs[once, 1]]
    pairs, segments = pairs[once], streets.segments[once]
    degree = np.bincount(pairs.ravel(), minlength=1)

    # the two segments that meet where a street only goes on are parts of one stretch
    number = np.repeat(np.arange(len(pairs)), 2)
    by_node = np.argsort(pairs.ravel(), kind="stable")
    goes_on = by_node[degree[pairs.ravel()[by_node]] == 2]
    joined = number[goes_on].reshape(-1, 2)
    links = coo_matrix((np.ones(len(joined)), joined.T), shape=(len(pairs), len(pairs)))
    n_stretches, stretch = connected_components(links, directed=False)

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(stretch, weights=values, minlength=n_stretches)

    lengths = np.hypot(*(segments[:, 2:] - segments[:, :2]).T)
    inside = contains(study_area, (segments[:, :2] + segments[:, 2:]) / 2)
    is_block = total((degree[pairs] >= _AT_A_JUNCTION).sum(axis=1)) == 2
    is_block &= total(lengths * inside) >= total(lengths) / 2
    return total(lengths)[is_block]
