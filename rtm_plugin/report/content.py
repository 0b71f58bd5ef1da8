"""What a report is made of: plain values, no layers and no markup."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model.risk_terrain_model import RiskTerrainModel
from ..rounding import plain_number, rounded
from ..translation import tr

_SQUARE_METRES = {"ha": 10_000.0, "acres": 4_046.8564224}


@dataclass(frozen=True)
class Units:
    """Map units: how they are written, and how many metres one is."""

    name: str = "m"
    metres: float = 1.0

    def length(self, value: float) -> str:
        """A length in map units, to a tenth of one: ``300 m``."""
        return f"{plain_number(round(value, 1))} {self.name}"

    def area(self, value: float) -> str:
        """An area in square map units, in hectares, or in acres where lengths are in feet."""
        name = "ha" if self.metres == 1.0 else "acres"
        return f"{rounded(value * self.metres**2 / _SQUARE_METRES[name])} {name}"


@dataclass(frozen=True)
class MapPicture:
    """The risk terrain as a PNG, with its legend: (colour, words) of each class, lowest first; ``note`` says what else
    than scores it shows."""

    png: bytes
    legend: tuple[tuple[str, str], ...]
    caption: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReportPlace:
    """One of the highest-risk places. Shares are 0 to 1; ``area`` in square map units.

    ``note`` is a sentence on it alone. ``parts`` is what landscape, cells around and recorded incidents add to
    ``expected``, given terrain and history. ``fewer_than`` says that there are fewer recorded incidents, whose number
    is not told.
    """

    rank: int
    label: str
    n_cells: int
    area: float
    mean_rrs: float
    max_rrs: float
    expected: float
    expected_share: float
    observed: int = None
    observed_share: float = None
    factors: str = ""
    parts: tuple[float, float, float] | None = None
    note: str = ""
    fewer_than: int | None = None

    def without_few(self, smallest: int) -> ReportPlace:
        """The same, where fewer incidents than ``smallest`` were recorded without their number and what tells it.

        What recorded incidents add to the expected ones tells it too: where the number is not known, it goes as well.
        """
        if not smallest or (self.observed is not None and self.observed >= smallest):
            return self
        few = None if self.observed is None else smallest
        return replace(self, observed=None, observed_share=None, parts=None, fewer_than=few)


@dataclass(frozen=True)
class Source:
    """A layer that went in: what it stands for, its name and source, its features, the dates it spans."""

    role: str
    name: str
    source: str = ""
    features: int = None
    dates: str = ""
    note: str = ""


@dataclass(frozen=True)
class ReportTable:
    """A table of texts; columns whose number is in ``numeric`` are set to the right."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True)
class Section:
    """A further part of "How far to trust it": paragraphs, then tables."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    tables: tuple[ReportTable, ...] = ()


@dataclass(frozen=True)
class Report:
    """All that :func:`render_report` needs.

    Attributes
    ----------
    model : RiskTerrainModel
    title : str
    units : Units
    picture : MapPicture, optional
    n_highest : int, optional
        Model cells above the highest-risk threshold.
    places : tuple of ReportPlace, by rank
    n_places : int
        How many there are, where not all are listed.
    sources : tuple of Source
    command : str
        What to type to make the same result again.
    versions : tuple of (name, version)
    verdict : str
        How well it foretold later incidents, in one sentence; empty where that was not tested.
    recorded : str
        Which incidents the places' recorded ones are, in one sentence.
    cut_from : str
        What the places were cut from and what that is good for, in one sentence.
    created : str
        A date to print; empty for none, so that the same input gives the same bytes.
    sections : tuple of Section
        Diagnostics, stability, validation: what was computed.
    smallest : int
        Of fewer incidents near a factor's features neither number nor ratio is printed; 0 prints all.
    """

    model: RiskTerrainModel
    title: str
    units: Units = Units()
    picture: MapPicture = None
    n_highest: int = None
    places: tuple[ReportPlace, ...] = ()
    n_places: int = 0
    sources: tuple[Source, ...] = ()
    command: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    verdict: str = ""
    recorded: str = ""
    cut_from: str = ""
    created: str = ""
    sections: tuple[Section, ...] = ()
    smallest: int = 0


def with_limits(value: str, low: str, high: str) -> str:
    """A figure with its interval: ``2.2 (1.9 to 2.5)``."""
    return tr("{value} ({low} to {high})").format(value=value, low=low, high=high)
