"""Products of a matrix of 0/1 columns, packed into bytes, with a few vectors.

Eight neighbouring columns are one byte, and where it is 0 there is nothing to add; elsewhere the sum of eight
coefficients is looked up among 256. That is one addition where a plain product has eight multiplications: rows of a map
have most bytes 0, since they are near few things (the "method of four Russians": Arlazarov et al. 1970, for bits).
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from ..blas import product

_VALUES = 256
_BITS = np.unpackbits(np.arange(_VALUES, dtype=np.uint8)[:, None], axis=1).astype(np.float64)  # (256, 8)


class ByteProducts:
    """Both products with m rows of 0/1 columns packed as (n_bytes, m) uint8, of which the first d columns count."""

    def __init__(self, packed: np.ndarray, n_columns: int) -> None:
        self.n_columns, self.n_bytes = n_columns, len(packed)
        rows, places = np.nonzero(packed.T)
        entries = places * _VALUES + packed[places, rows]
        ends = np.cumsum(np.bincount(rows, minlength=packed.shape[1]))
        shape = (packed.shape[1], self.n_bytes * _VALUES)
        starts = np.concatenate([[0], ends]).astype(np.int32)
        self.lookups = csr_matrix((np.ones(len(entries)), entries.astype(np.int32), starts), shape=shape)

    def times(self, coefficients: np.ndarray) -> np.ndarray:
        """(m, c) sums over the columns: of coefficients (c, d) where a row's column is 1."""
        if not self.n_columns:
            return np.zeros((self.lookups.shape[0], len(coefficients)))
        padded = np.zeros((len(coefficients), self.n_bytes * 8))
        padded[:, : self.n_columns] = coefficients
        by_byte = product(padded.reshape(-1, 8), _BITS.T)  # (c n_bytes, 256)
        table = by_byte.reshape(len(coefficients), -1).T
        return self.lookups @ np.ascontiguousarray(table)

    def sums(self, weights: np.ndarray) -> np.ndarray:
        """(c, d) sums over the rows: of weights (m, c) where a row's column is 1."""
        n_vectors = weights.shape[1]
        if not self.n_columns:
            return np.zeros((n_vectors, 0))
        by_value = (self.lookups.T @ np.ascontiguousarray(weights)).reshape(-1, _VALUES, n_vectors)
        sums = product(np.ascontiguousarray(by_value.transpose(2, 0, 1)).reshape(-1, _VALUES), _BITS)
        return sums.reshape(n_vectors, -1)[:, : self.n_columns]
