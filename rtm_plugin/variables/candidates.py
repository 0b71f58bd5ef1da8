"""The candidate variables of all cells: 0/1, packed eight to a byte, and the rows that are left when equal cells
are counted instead of repeated.

Everything after this step works on distinct rows with weights. That is exact, not an approximation: the
likelihoods of the count models and the elastic net's objective only ask how many cells share a row, and how many
incidents fell in them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from ..blas import product
from ..engine import Engine
from ..progress import Progress
from .factors import Variable
from .operationalisations import KINDS

if TYPE_CHECKING:
    from ..space.grid import StudyGrid
    from ..space.shapes import Shapes
    from .factors import Factor


_UNPACK_CELLS = 1 << 14
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 over the golden ratio: mixes the bits of a hash


def unpack(packed: np.ndarray, columns: Any = None, rows: Any = slice(None)) -> np.ndarray:
    """Columns of packed bytes as uint8 0/1 of shape (n_columns, n_rows); all bits, padding too, without ``columns``."""
    if columns is None:
        return np.unpackbits(packed[:, rows], axis=0)
    columns = np.asarray(columns, dtype=np.int64)
    return (packed[columns >> 3, rows] >> (7 - (columns & 7)).astype(np.uint8)[:, None]) & np.uint8(1)


def repack(packed: np.ndarray, columns: Any) -> np.ndarray:
    """Some columns of packed bytes as packed bytes, without unpacking all of them at once."""
    columns = np.asarray(columns, dtype=np.int64)
    found = np.zeros((-(-len(columns) // 8), packed.shape[1]), dtype=np.uint8)
    for place in range(len(found)):
        found[place] = np.packbits(unpack(packed, columns[8 * place : 8 * place + 8]), axis=0)[0]
    return found


@dataclass(frozen=True)
class Candidates:
    """The 0/1 variables over the model cells.

    Attributes
    ----------
    variables : tuple of Variable, length p
    packed : (ceil(p / 8), n_cells) uint8
        Bit ``7 - j % 8`` of byte ``j // 8`` is variable j, *before* its sign: protective variables are stored as
        0/1 as well and negated where they enter a model.
    thresholds : (p,) float64
        Kernel density from which a density variable is 1; NaN for proximity.
    constant : tuple of Variable
        Variables left out because they are the same in every cell.
    """

    variables: tuple[Variable, ...]
    packed: np.ndarray
    thresholds: np.ndarray
    constant: tuple[Variable, ...] = ()

    @classmethod
    def from_columns(
        cls, n_cells: int, columns: Iterable[tuple[Variable, np.ndarray, float]], most: int | None = None
    ) -> Candidates:
        """Build from (Variable, flags (n_cells,) bool, threshold) triples; constant columns are set apart.

        Of a generator, ``most`` says how many columns it has at most, so that they are packed in their place.
        """
        if most is None:
            columns = list(columns)
            most = len(columns)
        kept: list[Variable] = []
        thresholds, constant = [], []
        packed = np.zeros((-(-most // 8), n_cells), dtype=np.uint8)
        for variable, flags, threshold in columns:
            if flags.all() or not flags.any():
                constant.append(variable)
                continue
            packed[len(kept) // 8] |= flags.view(np.uint8) << np.uint8(7 - len(kept) % 8)
            kept.append(variable)
            thresholds.append(threshold)
        return cls(tuple(kept), packed[: -(-len(kept) // 8)], np.array(thresholds, dtype=np.float64), tuple(constant))

    @property
    def n_cells(self) -> int:
        return self.packed.shape[1]

    @property
    def signs(self) -> np.ndarray:
        """(p,) float64: +1 aggravating, -1 protective."""
        return np.array([variable.sign for variable in self.variables], dtype=np.float64)

    def flags(self, indices: Any) -> np.ndarray:
        """Chosen variables as uint8 0/1 (n_chosen, n_cells), unsigned."""
        return unpack(self.packed, indices)

    def sums(self, weights: Callable[[slice], np.ndarray], progress: Progress | None = None) -> np.ndarray:
        """Sum of each (n_cells, c) weight column over the cells where each variable is 1; (p, c) float64.

        The weights are asked for in blocks of cells.
        """
        return column_sums(self.packed, weights, progress)[: len(self.variables)]


def column_sums(
    packed: np.ndarray, weights: Callable[[slice], np.ndarray], progress: Progress | None = None
) -> np.ndarray:
    """X'w for packed 0/1 columns X (n_bytes, n) and weights (n, c), asked for in blocks of rows: (8 n_bytes, c)."""
    n_rows = packed.shape[1]
    total = np.zeros((8 * packed.shape[0], weights(slice(0)).shape[1]))
    for start in range(0, n_rows, _UNPACK_CELLS):
        block = slice(start, start + _UNPACK_CELLS)
        total += product(unpack(packed, rows=block).astype(np.float64), weights(block))
        if progress:
            progress(min(1.0, block.stop / n_rows))
    return total


def operationalise(
    grid: StudyGrid,
    shapes: Shapes,
    variables: Sequence[Variable],
    thresholds: list[float] | None = None,
    progress: Progress | None = None,
) -> list[tuple[np.ndarray, float]]:
    """Flags of one factor's variables over the model cells, without the sign of a protective one.

    Parameters
    ----------
    grid : StudyGrid
    shapes : Shapes of the factor
    variables : sequence of Variable, all of this factor
    thresholds : (v,) float64, optional
        Kernel densities from which a density variable is 1, where they come from an earlier model; otherwise mean
        + 2 SD (n - 1) over the model cells, and a constant surface is 0 everywhere.

    Returns
    -------
    list of (flags (n_cells,) bool, threshold), in the order of the variables; the threshold is NaN for proximity
    """
    found: list = [None] * len(variables)
    for place, flags, cut in _operationalised(grid, shapes, variables, thresholds, progress or Progress()):
        found[place] = (flags, cut)
    return found


def _operationalised(
    grid: StudyGrid,
    shapes: Shapes,
    variables: Sequence[Variable],
    thresholds: list[float] | None,
    progress: Progress,
) -> Iterator[tuple[int, np.ndarray, float]]:
    """(place among the variables, flags, threshold) of each, one kind after the other."""
    for number, (name, kind) in enumerate(KINDS.items()):
        places = [place for place, variable in enumerate(variables) if variable.operationalisation == name]
        if not places:
            continue
        step = progress.part(number / len(KINDS), (number + 1) / len(KINDS))
        distances = [variables[place].distance for place in places]
        for place, distance, measured in zip(places, distances, kind.measure(grid, shapes, distances, step)):
            cut = kind.threshold(measured) if thresholds is None else thresholds[place]
            yield place, kind.acts(measured, distance, cut), cut


def variables_of(
    factor: Factor, grid: StudyGrid, block_length: float, progress: Progress | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Flags of one factor's variables, packed as (n_bytes, n_cells), and their thresholds (v,): a piece of work."""
    variables = factor.spec.variables(block_length, factor.shapes.kind)
    packed = np.zeros((-(-len(variables) // 8), grid.n_cells), dtype=np.uint8)
    cuts = np.empty(len(variables))
    for place, flags, cut in _operationalised(grid, factor.shapes, variables, None, progress or Progress()):
        packed[place // 8] |= flags.view(np.uint8) << np.uint8(7 - place % 8)
        cuts[place] = cut
    return packed, cuts


def make_candidates(
    grid: StudyGrid,
    factors: list[Factor],
    block_length: float,
    progress: Progress | None = None,
    engine: Engine | None = None,
) -> Candidates:
    """The candidate variables of all factors (Factor objects) over the model cells, in the order given."""
    variables = [factor.spec.variables(block_length, factor.shapes.kind) for factor in factors]
    made = (engine or Engine()).each(variables_of, factors, (grid, block_length), progress or Progress())

    def columns() -> Iterator[tuple[Variable, np.ndarray, float]]:
        for ours, (packed, cuts) in zip(variables, made):
            for place, (variable, cut) in enumerate(zip(ours, cuts.tolist())):
                yield variable, unpack(packed, [place])[0].view(bool), cut

    return Candidates.from_columns(grid.n_cells, columns(), sum(map(len, variables)))


@dataclass(frozen=True)
class DistinctRows:
    """Rows that differ, among cells described by packed variables and unpenalised columns.

    Attributes
    ----------
    packed : (n_bytes, m) uint8
    unpenalised : (m, q) float64
        Adjustment columns; q is usually 0.
    row_of : (n,) int64
        Distinct row of each original row.
    """

    packed: np.ndarray
    unpenalised: np.ndarray
    row_of: np.ndarray = field(repr=False)

    @property
    def n_rows(self) -> int:
        return self.packed.shape[1]

    def sum(self, weights: np.ndarray) -> np.ndarray:
        """Sum of (n,) weights over the original rows of each distinct row: (m,) float64."""
        return np.bincount(self.row_of, weights=weights, minlength=self.n_rows)


def distinct_rows(packed: np.ndarray, unpenalised: np.ndarray | None = None) -> DistinctRows:
    """Distinct rows of packed 0/1 columns (n_bytes, n) and, if given, of (n, q) float columns beside them."""
    if unpenalised is None:
        unpenalised = np.empty((packed.shape[1], 0))
    first, row_of = _group_words(packed, unpenalised)
    return DistinctRows(packed[:, first], unpenalised[first], row_of)


def _words(packed: np.ndarray, unpenalised: np.ndarray) -> Iterator[np.ndarray]:
    """Eight bytes, or one double, of all rows after the other, as 64-bit words (n,); one is made at a time."""
    n_bytes, n_rows = packed.shape
    for start in range(0, n_bytes, 8):
        eight = packed[start : start + 8]
        padded = np.zeros((n_rows, 8), dtype=np.uint8)
        padded[:, : len(eight)] = eight.T
        yield padded.view(np.uint64)[:, 0]
    for column in unpenalised.T:
        yield np.ascontiguousarray(column + 0.0).view(np.uint64)


def _group_words(packed: np.ndarray, unpenalised: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First index and group number of equal rows.

    Rows are grouped by a 64-bit hash, which sorts much faster than the rows themselves; the grouping is then
    verified against the words, and done the slow way in the (practically impossible) case of a collision.
    """
    key = np.zeros(packed.shape[1], dtype=np.uint64)
    for word in _words(packed, unpenalised):
        key ^= word
        key *= _ODD
        key ^= key >> np.uint64(29)
    _, first, group = np.unique(key, return_index=True, return_inverse=True)
    if any((word[first][group] != word).any() for word in _words(packed, unpenalised)):
        words = np.stack(list(_words(packed, unpenalised)))
        _, first, group = np.unique(words, axis=1, return_index=True, return_inverse=True)
        group = group.ravel()
    return first, group
