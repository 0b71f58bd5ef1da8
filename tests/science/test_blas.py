"""How many threads the BLAS has while it is ours."""

import pytest

from risk_terrain_modelling.rtm_plugin import blas


def test_one_thread_inside_and_as_before_outside():
    counts = blas._thread_counts()
    if not counts:
        pytest.skip("this machine's BLAS is no OpenBLAS")
    get, set_ = counts[0]
    before = get()
    set_(2)
    try:
        with pytest.raises(ZeroDivisionError), blas.one_thread():
            assert get() == 1
            raise ZeroDivisionError
        assert get() == 2
    finally:
        set_(before)


def test_runs_that_overlap_leave_what_was_there(monkeypatch):
    threads = [4]
    monkeypatch.setattr(blas, "_thread_counts", lambda: ((lambda: threads[-1], threads.append),))
    one, other = blas.one_thread(), blas.one_thread()
    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert threads[-1] == 1
    other.__exit__(None, None, None)
    assert threads[-1] == 4


def test_without_an_openblas_nothing_happens(monkeypatch):
    monkeypatch.setattr(blas, "_thread_counts", lambda: ())
    with blas.one_thread():
        pass
