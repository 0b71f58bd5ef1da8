"""Privacy by default: nothing goes over a network, and incidents appear as points in no output."""

import _socket
import ctypes
import os
import platform
import signal
import socket
import struct
import sys

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsApplication, QgsNetworkAccessManager

from . import test_bad_input
from .test_bad_input import WORKING, Listener, run_with

shelf, parameters = test_bad_input.shelf, test_bad_input.parameters  # fixtures

IS_ITS_JOB = {
    "rtm:importincidents": "makes the layer of incidents from the user's own file",
    "rtm:samplecity": "makes incidents up",
}
ASKS_FOR_PRINTERS = {  # in QGIS: whoever makes a PDF with Qt asks this machine's print service for its printers
    "rtm:mapsheet",
    "rtm:placesheets",
}
STARTS_QGIS = {
    "rtm:batch"
}  # which asks at every start for the machine's network cards; its runs are tested by themselves
TEXTS = (".csv", ".json", ".html", ".md", ".geojson", ".kml", ".qml")

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06  # of the filter's machine
_FIRST_ARGUMENT = 16  # its place in what the filter is told; of a 64-bit number the lower half comes first
_KILL, _ALLOW = 0x80000000, 0x7FFF0000
_SOCKET = {"x86_64": 41, "aarch64": 198}.get(platform.machine())  # number of the system call
_ALL_WELL, _FAILED, _TRIED, _NO_FILTER = 0, 1, 2, 3  # how a child ends

_attempts, _watched = [], [False]


def _watch(event, arguments):
    """Python tells of every socket and every look-up, whatever the library."""
    if _watched[0] and event.startswith("socket.") and event != "socket.gethostname":
        _attempts.append((event, arguments))


sys.addaudithook(_watch)  # for good: it cannot be taken away again


@pytest.fixture
def no_sockets(monkeypatch):
    """Sockets fail, in Python; who tried nevertheless, and what QGIS asked of the network, is in the list."""

    def refuse(*_, **__):
        raise OSError("no socket may be opened here")

    asked = QgsNetworkAccessManager.instance().requestAboutToBeCreated
    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    asked.connect(_attempts.append)
    _attempts.clear()
    _watched[0] = True
    yield _attempts
    _watched[0] = False
    asked.disconnect(_attempts.append)


def refuse_sockets():
    """From here on the kernel kills this process when it asks for a socket, in whatever language; False: it cannot."""

    class Program(ctypes.Structure):
        _fields_ = [("length", ctypes.c_ushort), ("code", ctypes.c_char_p)]

    if sys.platform != "linux" or _SOCKET is None:
        return False
    steps = [
        (_LOAD, 0, 0, 0),  # the number of the system call
        (_JUMP_IF_EQUAL, 0, 3, _SOCKET),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),  # the family of addresses
        (_JUMP_IF_EQUAL, 1, 0, socket.AF_UNIX),  # which never leaves the machine
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    program = Program(len(steps), b"".join(struct.pack("HBBI", *step) for step in steps))
    libc = ctypes.CDLL(None, use_errno=True)
    return not libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) and not libc.prctl(
        _PR_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0
    )


def under_the_kernels_eyes(work):
    """How a forked process ends that does some work: what the work returns, _NO_FILTER, or minus a signal."""
    child = os.fork()
    if child == 0:
        signal.alarm(60)
        os._exit(work() if refuse_sockets() else _NO_FILTER)
    _, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


TO_WRITE_ALL = {"rtm:trialdesign": {"PLAN": "crossover", "START": "2025-03-01"}}  # which alone has a calendar


def everything(algorithm, parameters):
    """Parameters of a run with every output that it has, and incidents where it takes some."""
    made = QgsApplication.processingRegistry().algorithmById(algorithm)
    changes = dict(TO_WRITE_ALL.get(algorithm, {}))
    for definition in made.parameterDefinitions():
        key = definition.name()
        if key in WORKING[algorithm] or definition.type() == "folderDestination":
            continue
        if key == "INCIDENTS":
            changes[key] = "@incidents"
        elif definition.isDestination():
            ends = {"sink": "gpkg", "rasterDestination": "tif"}
            changes[key] = f"{{out}}/{key.lower()}.{ends.get(definition.type()) or definition.defaultFileExtension()}"
    return parameters(algorithm, changes)


def test_both_watches_see_a_socket(no_sockets):
    with pytest.raises(OSError, match="no socket"):
        socket.socket()
    with pytest.raises(OSError, match="no socket"):
        socket.create_connection(("localhost", 9))
    _socket.socket().close()  # past what is patched
    assert [event for event, _ in no_sockets] == ["socket.__new__"]
    no_sockets.clear()
    assert under_the_kernels_eyes(lambda: bool(_socket.socket())) in (-signal.SIGSYS, _NO_FILTER)


@pytest.mark.parametrize("algorithm", WORKING)
def test_no_algorithm_opens_a_socket_or_gives_the_incidents_away(algorithm, parameters, shelf, no_sockets):
    """Neither Python nor, where the kernel can tell, anything beneath it: Qt, GDAL, PROJ. With every output."""
    given = everything(algorithm, parameters)

    def work():
        ok, _ = run_with(algorithm, given, Listener())
        return _TRIED if no_sockets else _ALL_WELL if ok else _FAILED

    is_watched = algorithm not in ASKS_FOR_PRINTERS | STARTS_QGIS
    ended = under_the_kernels_eyes(work) if is_watched else _NO_FILTER
    assert (work() if ended == _NO_FILTER else ended) == _ALL_WELL
    written = [path for path in parameters.out.rglob("*") if path.is_file()]
    assert written or algorithm == "rtm:blocklength"  # which only gives a number back
    if algorithm in IS_ITS_JOB:
        return
    incidents = {tuple(np.round(xy, 3)) for xy in shelf.thefts.tolist()}
    places = [f"{x:.3f}" for x, _ in incidents]
    for path in written:
        if path.suffix in TEXTS:
            content = path.read_text(encoding="utf-8")
            assert not [one for one in places if one in content], path.name
        assert not points_in(path) & incidents, path.name


def takes_incidents():
    """(algorithm, key) of every parameter that is a layer of incidents."""
    made = {name: QgsApplication.processingRegistry().algorithmById(name) for name in WORKING}
    return [
        (name, definition.name())
        for name, one in made.items()
        for definition in one.parameterDefinitions()
        if definition.type() == "source" and definition.name() in ("INCIDENTS", "EARLIER_INCIDENTS")
    ]


def test_whoever_reads_incidents_tells_of_personal_fields(parameters, shelf):
    """The same warning, once for each layer, whatever else the algorithm reads of it."""
    keys = takes_incidents()
    assert len(keys) > len({algorithm for algorithm, _ in keys}) >= 8
    for algorithm, key in keys:
        dates = ("", "when") if algorithm == "rtm:trialdesign" else (WORKING[algorithm].get("DATE_FIELD"),)
        for date_field in dates:
            listener = Listener()
            changes = {key: "@of persons", "DATE_FIELD": date_field}
            if (algorithm, key) == (
                "rtm:impact",
                "EARLIER_INCIDENTS",
            ):  # without dates it need not end before the other
                changes["DATE_FIELD"] = None
            ok, _ = run_with(algorithm, parameters(algorithm, changes), listener)
            told = [text for text in listener.warnings if "look like personal data ('offender_name')" in text]
            assert ok and len(told) == 1, (algorithm, key, date_field)


def points_in(path):
    """The points of all layers of points in a file, to a millimetre."""
    try:
        dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:  # no vector file, where GDAL raises errors
        return set()
    found = set()
    for number in range(dataset.GetLayerCount() if dataset else 0):
        layer = dataset.GetLayer(number)
        if ogr.GT_Flatten(layer.GetGeomType()) in (ogr.wkbPoint, ogr.wkbMultiPoint):
            for feature in layer:
                shape = feature.GetGeometryRef()
                parts = [shape.GetGeometryRef(part) for part in range(shape.GetGeometryCount())] or [shape]
                found |= {tuple(np.round(part.GetPoint_2D(0), 3)) for part in parts}
    return found
