"""How a long computation tells how far it is, and learns that nobody wants its result any more."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .errors import Cancelled


class Progress:
    """Report of one computation: call it with the fraction done.

    The computation only knows fractions between 0 and 1 and calls often; who started it decides what becomes
    of them. Without arguments it is silent and is never cancelled.

    Parameters
    ----------
    report : callable(float), optional
        Receives the fraction of the whole that is done, 0 to 1.
    cancelled : callable() -> bool, optional
        Asked at every call.
    say, alert : callable(str), optional
        Receive plain information and warnings.
    """

    def __init__(
        self,
        report: Callable[[float], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
        say: Callable[[str], None] | None = None,
        alert: Callable[[str], None] | None = None,
    ) -> None:
        self._report = report or (lambda fraction: None)
        self._cancelled = cancelled or (lambda: False)
        self._say = say or (lambda text: None)
        self._alert = alert or (lambda text: None)
        self.warnings = []
        self.seconds = {}

    def __call__(self, fraction: float) -> None:
        """Tell the fraction done. Raises :class:`Cancelled` once the user has cancelled."""
        if self._cancelled():
            raise Cancelled()
        self._report(min(max(fraction, 0.0), 1.0))

    def info(self, text: str) -> None:
        self._say(text)

    def warn(self, text: str) -> None:
        """Tell the user something to know; it is kept for the report too."""
        self.warnings.append(text)
        self._alert(text)

    def part(self, start: float, stop: float) -> Progress:
        """Progress of a step that covers the fractions ``start`` to ``stop`` of this one."""
        step = Progress(
            lambda fraction: self._report(start + fraction * (stop - start)), self._cancelled, self._say, self._alert
        )
        step.warnings = self.warnings
        step.seconds = self.seconds
        return step

    @contextmanager
    def stage(self, name: str, start: float, stop: float) -> Iterator[Progress]:
        """A named step of the method: announced, timed in :attr:`seconds`, and given its part of the bar."""
        self(start)
        self._say(name)
        began = time.perf_counter()
        yield self.part(start, stop)
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began
        self(stop)
