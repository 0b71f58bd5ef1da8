"""Pieces of work: the same wherever they are made, kept while a run is unfinished, and taken up again."""

import numpy as np
import pytest

from risk_terrain_modelling.rtm_plugin import engine as engine_module
from risk_terrain_modelling.rtm_plugin.engine import Engine
from risk_terrain_modelling.rtm_plugin.errors import Cancelled, SettingsError
from risk_terrain_modelling.rtm_plugin.model.settings import Settings
from risk_terrain_modelling.rtm_plugin.pipeline import fit, in_order
from risk_terrain_modelling.rtm_plugin.progress import Progress
from risk_terrain_modelling.rtm_plugin.space.grid import lay_grid
from risk_terrain_modelling.rtm_plugin.variables.candidates import make_candidates

SETTINGS = Settings(100.0, 50.0)
MADE = []
OTHERS_WARNINGS = pytest.mark.filterwarnings("ignore")  # those of distributed itself


def squares(piece, power, progress=None):
    MADE.append(piece)
    if piece == 13:
        raise ZeroDivisionError
    return np.arange(piece) ** power, np.array([float(piece)])


def run(engine, pieces, power=2):
    MADE.clear()
    return list(engine.each(squares, pieces, (power,), Progress()))


def test_a_run_that_was_killed_is_taken_up_again(tmp_path, monkeypatch):
    folder = str(tmp_path / "new")
    with pytest.raises(ZeroDivisionError):
        run(Engine(folder=folder), [3, 5, 13, 7])
    again = Engine(folder=folder)
    found = run(again, [7, 5, 3])
    assert MADE == [7], "only what was not finished is made"
    assert [arrays[0].tolist() for arrays in found] == [[n * n for n in range(size)] for size in (7, 5, 3)]
    with monkeypatch.context() as changed:
        changed.setattr(engine_module, "science_hash", lambda: "other code")
        assert run(Engine(folder=folder), [3]) and MADE == [3], "what other code has made is not taken up"
    run(Engine(folder=folder), [3], power=3)
    assert MADE == [3], "nor those made from something else"
    again.forget()
    assert run(Engine(folder=folder), [3, 5, 7]) and MADE == [3, 5, 7]


def test_a_damaged_piece_is_made_again(tmp_path):
    run(Engine(folder=str(tmp_path)), [3, 5])
    paths = sorted(tmp_path.iterdir())
    paths[0].write_bytes(paths[0].read_bytes()[:100])
    paths[1].write_bytes(b"nothing of the kind")
    engine = Engine(folder=str(tmp_path))
    assert [arrays[1].tolist() for arrays in run(engine, [3, 5])] == [[3.0], [5.0]] and MADE == [3, 5]
    (tmp_path / f"{paths[0].name}.1234").write_bytes(b"left by a run that was killed")
    engine.forget()
    assert not list(tmp_path.iterdir())


def test_no_bit_of_a_piece_can_change_unseen(tmp_path):
    wanted = [arrays[0].tolist() for arrays in run(Engine(folder=str(tmp_path)), [300])]
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        assert [arrays[0].tolist() for arrays in run(Engine(folder=str(tmp_path)), [300])] == wanted and MADE == [300]
    path.write_bytes(whole)
    run(Engine(folder=str(tmp_path)), [5])
    (other,) = set(tmp_path.iterdir()) - {path}
    other.write_bytes(whole)  # another piece, whole as it is
    assert run(Engine(folder=str(tmp_path)), [5])[0][1].tolist() == [5.0] and MADE == [5]


def test_what_was_taken_up_is_told(tmp_path):
    run(Engine(folder=str(tmp_path)), [3, 5])
    said = []
    list(Engine(folder=str(tmp_path)).each(squares, [3, 5, 7], (2,), Progress(say=said.append)))
    assert said == ["Taken up from the working folder: 2 of 3 pieces."]


def test_two_runs_that_share_a_folder_do_not_hinder_each_other(tmp_path):
    one, other = Engine(folder=str(tmp_path)), Engine(folder=str(tmp_path))
    run(one, [3, 5])
    unfinished = other.each(squares, [3, 5], (2,), Progress())
    next(unfinished)
    one.forget()
    assert next(unfinished)[1].tolist() == [5.0]


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    for folder in (tmp_path / "file", "/proc/nothere"):
        with pytest.raises(SettingsError, match=r"working folder '.*' cannot be written"):
            run(Engine(folder=str(folder)), [3])
        with pytest.raises(SettingsError, match=r"working folder '.*' cannot be written"):
            Engine(folder=str(folder)).check()
    Engine(folder=str(tmp_path / "new" / "folder")).check()
    assert not list((tmp_path / "new" / "folder").iterdir())


def test_a_fit_that_takes_up_its_pieces_is_the_same(tmp_path, town):
    plain = fit(town.area, town.incidents, town.factors, SETTINGS)

    def stop_in_the_search(fraction):
        if fraction > 0.8:
            raise Cancelled

    with pytest.raises(Cancelled):
        engine = Engine(folder=str(tmp_path))
        fit(town.area, town.incidents, town.factors, SETTINGS, progress=Progress(stop_in_the_search), engine=engine)
    kept = sorted(path.name for path in tmp_path.iterdir())
    assert len(kept) == len(town.factors) + 1, "each factor's variables, and the culling"
    engine = Engine(folder=str(tmp_path))
    resumed = fit(town.area, town.incidents, town.factors, SETTINGS, engine=engine)
    assert resumed.model.to_json() == plain.model.to_json()
    assert resumed.rrs.tobytes() == plain.rrs.tobytes()
    engine.forget()
    assert not list(tmp_path.iterdir())


@OTHERS_WARNINGS
def test_workers_of_a_scheduler_make_the_same_variables(town):
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = Engine(scheduler=cluster.scheduler_address)
        there = make_candidates(lay_grid(town.area, 50.0), in_order(town.factors), 100.0, engine=engine)

        def stop(fraction):
            raise Cancelled

        with pytest.raises(Cancelled):
            make_candidates(lay_grid(town.area, 50.0), in_order(town.factors), 100.0, Progress(stop), engine)
    here = make_candidates(lay_grid(town.area, 50.0), in_order(town.factors), 100.0)
    assert there.packed.tobytes() == here.packed.tobytes()
    assert there.thresholds.tobytes() == here.thresholds.tobytes()
    assert there.variables == here.variables


@OTHERS_WARNINGS
def test_independent_pieces_come_as_they_are_finished_and_one_that_fails_stops_no_other():
    distributed = pytest.importorskip("distributed")

    def halved(piece):
        if piece == 13:
            raise ZeroDivisionError("thirteen")
        return piece / 2

    def stop(fraction):
        raise Cancelled

    with distributed.LocalCluster(n_workers=1, threads_per_worker=2, dashboard_address=None) as cluster:
        engine = Engine(scheduler=cluster.scheduler_address)
        found = dict(engine.as_finished(halved, [3, 13, 8], Progress()))
        with pytest.raises(Cancelled):
            list(engine.as_finished(halved, [3, 8], Progress(stop)))
    assert (found[0], found[2]) == (1.5, 4.0) and str(found[1]) == "thirteen"
    assert list(Engine(scheduler="tcp://127.0.0.1:9").as_finished(halved, [], Progress())) == []


@OTHERS_WARNINGS
def test_a_scheduler_that_is_not_there_is_named(monkeypatch, town):
    pytest.importorskip("distributed")
    monkeypatch.setattr(engine_module, "_PATIENCE", 1.0)
    with pytest.raises(SettingsError, match=r"tcp://127\.0\.0\.1:9' does not answer"):
        make_candidates(
            lay_grid(town.area, 50.0), in_order(town.factors), 100.0, engine=Engine(scheduler="tcp://127.0.0.1:9")
        )


@OTHERS_WARNINGS
def test_workers_do_not_go_on_with_the_code_of_an_earlier_run(monkeypatch, town):
    distributed = pytest.importorskip("distributed")
    grid, factors = lay_grid(town.area, 50.0), in_order(town.factors)
    with distributed.LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster:
        engine = Engine(scheduler=cluster.scheduler_address)
        make_candidates(grid, factors, 100.0, engine=engine)
        science = engine_module._science()
        # it fails where it is called: newer workers do not outlive code that cannot be imported
        new_code = b"\ndef variables_of(*_):\n    raise RuntimeError('new code')\n"
        broken = [(name, content + new_code * name.endswith("/candidates.py")) for name, content in science]
        with monkeypatch.context() as changed:
            changed.setattr(engine_module, "_science", lambda: tuple(broken))
            changed.setattr(engine_module, "science_hash", lambda: "new")
            with pytest.raises(SettingsError, match="new code"):
                make_candidates(grid, factors, 100.0, engine=engine)
        again = make_candidates(grid, factors, 100.0, engine=engine)
        cluster.scale(0)
        cluster.scale(1)  # a worker that has never seen a run
        assert make_candidates(grid, factors, 100.0, engine=engine).packed.tobytes() == again.packed.tobytes()


@OTHERS_WARNINGS
def test_a_scheduler_without_workers_is_named(monkeypatch, town):
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr(engine_module, "_PATIENCE", 2.0)
    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=None) as cluster,
        pytest.raises(SettingsError, match="has no workers: start some"),
    ):
        make_candidates(
            lay_grid(town.area, 50.0),
            in_order(town.factors),
            100.0,
            engine=Engine(scheduler=cluster.scheduler_address),
        )
