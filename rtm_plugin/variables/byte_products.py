"""Products of a matrix of 0/1 columns, packed into bytes, with a few vectors.

Eight neighbouring columns are one byte, and where it is 0 there is nothing to add; elsewhere the sum of eight
coefficients is looked up among 256. That is one addition where a plain product has eight multiplications: rows of a map
have most bytes 0, since they are near few things (the "method of four Russians": Arlazarov et al. 1970, for bits).

Rows are worked on in blocks that stay near the processor, so that nothing has to be kept of a row but where its bytes
are not 0.
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from ..blas import product

_VALUES = 256
_BITS = np.unpackbits(np.arange(_VALUES, dtype=np.uint8)[:, None], axis=1).astype(np.float64)  # (256, 8)
_BLOCK = 1 << 13  # rows


class ByteProducts:
    """Both products with m rows of 0/1 columns packed as (n_bytes, m) uint8, of which the first d columns count.

    ``blocks`` are slices of the rows, in order.
    """

    def __init__(self, packed: np.ndarray, n_columns: int) -> None:
        self.n_columns, self.n_bytes = n_columns, len(packed)
        n_rows = packed.shape[1]
        self.blocks = [slice(start, min(start + _BLOCK, n_rows)) for start in range(0, n_rows, _BLOCK)]
        pieces = [self._entries(packed[:, block]) for block in self.blocks]
        ones = np.ones(max((len(entries) for entries, _ in pieces), default=0))  # all lookups share them
        width = self.n_bytes * _VALUES
        self._lookups = [
            csr_matrix((ones[: len(entries)], entries, starts), shape=(len(starts) - 1, width))
            for entries, starts in pieces
        ]

    @staticmethod
    def _entries(packed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Places in a table of all values of all bytes that a block's rows look up, and where each row's begin."""
        rows, places = np.nonzero(packed.T)
        entries = places * _VALUES + packed[places, rows]
        ends = np.cumsum(np.bincount(rows, minlength=packed.shape[1]))
        return entries.astype(np.int32), np.concatenate([[0], ends]).astype(np.int32)

    def table(self, coefficients: np.ndarray) -> np.ndarray:
        """(256 n_bytes, c) what each value of each byte adds up to, of coefficients (c, d)."""
        padded = np.zeros((len(coefficients), self.n_bytes * 8))
        padded[:, : self.n_columns] = coefficients
        by_byte = product(padded.reshape(-1, 8), _BITS.T)  # (c n_bytes, 256)
        return np.ascontiguousarray(by_byte.reshape(len(coefficients), -1).T)

    def times(self, table: np.ndarray, number: int) -> np.ndarray:
        """(rows, c) sums over the columns: of the coefficients in a :meth:`table` where a row of a block has 1."""
        return self._lookups[number] @ table

    def by_value(self, weights: np.ndarray, number: int) -> np.ndarray:
        """(256 n_bytes, c) sums of weights (rows, c) of a block by the values of its bytes."""
        return self._lookups[number].T @ weights

    def sums(self, by_value: np.ndarray) -> np.ndarray:
        """(c, d) sums of weights over the rows where a column is 1, from those :meth:`by_value` of all blocks."""
        n_vectors = by_value.shape[1]
        each = np.ascontiguousarray(by_value.reshape(-1, _VALUES, n_vectors).transpose(2, 0, 1))
        return product(each.reshape(-1, _VALUES), _BITS).reshape(n_vectors, -1)[:, : self.n_columns]
