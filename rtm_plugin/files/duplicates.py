"""Which keys came before, in a few bytes a key, so that files of any length can be checked for duplicates."""

from __future__ import annotations

from hashlib import blake2b

import numpy as np


class SeenKeys:
    """The keys seen so far, kept as sorted 64-bit hashes.

    Two different keys are taken for one with a probability of n²/2^65: one in a million for five million
    keys.
    """

    def __init__(self) -> None:
        self._runs = []  # sorted arrays, each longer than the next: few to look through, cheap to merge

    def first(self, keys: list) -> np.ndarray:
        """Which of these texts appear for the first time, in this call or in any before it.

        Parameters
        ----------
        keys : sequence of str, length n

        Returns
        -------
        (n,) bool
        """
        digests = b"".join(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest() for key in keys)
        hashes = np.frombuffer(digests, dtype=np.uint64)
        distinct, where = np.unique(hashes, return_index=True)
        new = np.ones(distinct.size, dtype=bool)
        for run in self._runs:
            place = np.minimum(np.searchsorted(run, distinct), run.size - 1)
            new &= run[place] != distinct
        self._add(distinct[new])
        result = np.zeros(hashes.size, dtype=bool)
        result[where[new]] = True
        return result

    def _add(self, run: np.ndarray) -> None:
        if not run.size:
            return
        while self._runs and self._runs[-1].size < 2 * run.size:
            run = np.sort(np.concatenate((self._runs.pop(), run)))
        self._runs.append(run)
