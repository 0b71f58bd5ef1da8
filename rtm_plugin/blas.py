"""Matrix products by scipy's BLAS."""

from __future__ import annotations

import ctypes
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import product as product_of
from pathlib import Path

import numpy as np
import scipy
from scipy.linalg.blas import dgemm

_LOCK = threading.Lock()
_ours: list[bool] = []  # one for each that is inside
_before: list[tuple[int, Callable[[int], None]]] = []  # how many threads there were, and how to have them again
_PREFIXES, _SUFFIXES = ("openblas", "scipy_openblas"), ("", "64_")  # of what builds of OpenBLAS export


def product(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """``a @ b`` for float64 matrices.

    Programs that link another BLAS-like library (QGIS on Debian and Ubuntu links GSL's, which is not optimised) lend
    it to numpy unawares, which makes ``@`` eight times slower there. What scipy exports is its own.
    """
    # BLAS thinks in columns: a row-major matrix is its own transpose there, so nothing is copied
    right, flip_right = (b.T, False) if b.flags.c_contiguous else (b, True)
    left, flip_left = (a.T, False) if a.flags.c_contiguous else (a, True)
    return dgemm(1.0, right, left, trans_a=flip_right, trans_b=flip_left).T


@contextmanager
def one_thread() -> Iterator[None]:
    """Have scipy's BLAS work in one thread, and in as many as before afterwards, where it is an OpenBLAS.

    The products of this plugin are small and many: in two threads they take longer, since each waits for the other,
    and sums may end in another last digit.
    """
    with _LOCK:
        if not _ours:
            _before.extend((get(), set_) for get, set_ in _thread_counts())
            for _, set_ in _before:
                set_(1)
        _ours.append(True)
    try:
        yield
    finally:
        with _LOCK:  # runs may overlap: the last to leave restores
            _ours.pop()
            while not _ours and _before:
                count, set_ = _before.pop()
                set_(count)


@cache
def _thread_counts() -> tuple:
    """For each OpenBLAS that scipy has loaded, the functions that get and set how many threads it uses."""
    package = Path(scipy.__file__).parent
    bundled = [*package.parent.glob("scipy.libs/*openblas*"), *package.glob(".dylibs/*openblas*")]
    found = []
    for name in (*map(str, bundled), "libopenblas.so.0"):
        with suppress(OSError):  # where it is not there already
            library = ctypes.CDLL(name, mode=getattr(os, "RTLD_NOLOAD", 0) | getattr(os, "RTLD_LAZY", 0))
            for prefix, suffix in product_of(_PREFIXES, _SUFFIXES):
                names = [f"{prefix}_{verb}_num_threads{suffix}" for verb in ("get", "set")]
                if all(hasattr(library, one) for one in names):
                    found.append(tuple(getattr(library, one) for one in names))
    return tuple(found)
