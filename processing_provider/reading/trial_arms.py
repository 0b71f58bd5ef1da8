"""Who was treated, and how that was decided: from the layer of a trial, from drawn polygons, from a calendar."""

import datetime
from dataclasses import dataclass
from operator import itemgetter
from typing import Optional

import numpy as np
from qgis.core import NULL, QgsFeatureRequest

from ...rtm_plugin.errors import RtmError, SettingsError
from ...rtm_plugin.files.dates import read_limit
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.randomisation import Design
from ...rtm_plugin.use.trial import design_of_days
from .incident_dates import moment_of
from .trial_places import is_treated, number_of

ARM, BLOCK, WAVE, STARTS, ENDS, MONTHS, PLACE = "arm", "block", "wave", "starts", "ends", "months", "place"
BASELINE_FROM, BASELINE_TO, LEVEL = "base_from", "base_to", "level"
LOWEST, SMALLEST = "min_count", "smallest"


@dataclass(frozen=True)
class Arms:
    """The places (n) that take part.

    Attributes
    ----------
    places : list of TrialPlace
    numbers : list of int
    labels : list of str
    names : list of str
        Of the arms, as the layer has them.
    treated : (n,) bool
        Whether a place is treated at all; in waves all are.
    blocks : list
        As the layer has them; None where there are none.
    design : Design or None
        How lots were drawn.
    starts : tuple of datetime.date
        First days of the waves, the first one first; of the treatment; or none.
    ends : datetime.date or None
        Last day of the trial.
    baseline : tuple of datetime.date
        First and last day of the time before, which the lots know; empty where the places do not tell one in common.
    """

    places: list
    numbers: list
    labels: list
    names: list
    treated: np.ndarray
    blocks: list
    design: Design = None
    starts: tuple = ()
    ends: Optional[datetime.date] = None
    baseline: tuple = ()

    @property
    def in_waves(self):
        return self.design is not None and self.design.treated.shape[1] > 1

    def lots(self):
        """What the seal is made of: a row for each place."""
        own = [
            (
                *(_written(place.get(key)) for key in (STARTS, ENDS)),
                *(_numbers(place, MONTHS) or (None,)),
                *baseline_dates(place),
                *_numbers(place, LEVEL),
                place.outline,
            )
            for place in self.places
        ]
        blocks = [  # a Shapefile holds whole numbers as 3.0
            int(block) if isinstance(block, float) and block.is_integer() else block for block in self.blocks
        ]
        rows = zip(self.numbers, self.names, blocks, own)
        return [(*row, *rest) for *row, rest in sorted(rows, key=itemgetter(0))]

    def outlines(self):
        """What the seal of a crossover is made of, beside its calendar."""
        return sorted(
            (number, *baseline_dates(place), *_numbers(place, LEVEL), place.outline)
            for number, place in zip(self.numbers, self.places)
        )

    @property
    def levels(self):
        """Confidences (percent) at which the trial is to be judged, one; none where the places do not tell it."""
        return sorted({level for place in self.places for level in _numbers(place, LEVEL)})

    @property
    def lowest(self):
        """That no place's count before is below it is what the trial tells; 0 where the places do not."""
        told = [_numbers(place, LOWEST) for place in self.places]
        return int(min(number for (number,) in told)) if all(told) else 0

    @property
    def smallest(self):
        """The smallest count that the trial's protocol prints; 0 where the places do not tell it."""
        return int(max((number for place in self.places for number in _numbers(place, SMALLEST)), default=0))


def baseline_dates(place):
    """First and last day of the time before, as they are sealed; none where the layer does not tell them."""
    return tuple(_written(place.get(key)) for key in (BASELINE_FROM, BASELINE_TO) if place.get(key))


def _numbers(place, field):
    """The number of a field as it is sealed; none where the layer does not tell it, or not as a number."""
    try:
        return (tidy_number(float(place.get(field))),)
    except (TypeError, ValueError):
        return ()


def drawn_arms(treated, control):
    """The :class:`Arms` of two layers of drawn polygons, of treated and of control places."""
    places = [*treated, *control]
    names = ["treatment"] * len(treated) + ["control"] * len(control)
    numbers = list(range(1, len(places) + 1))
    is_one = np.arange(len(places)) < len(treated)
    return Arms(places, numbers, _labels(places, numbers), names, is_one, [None] * len(places))


def arms_of(places, name, arm_field, block_field, by_day=False):
    """The :class:`Arms` that the fields of a layer tell; places that are in no arm are left out.

    ``by_day``: the places of a calendar, whatever their arm. Raises :class:`RtmError` where no place has an arm.
    """
    numbered = [(_number(place, number), place) for number, place in enumerate(places, 1)]
    if by_day:
        chosen = [(number, place) for number, place in numbered if not _is_left_out(place.get(arm_field))]
        names = [str(place.get(arm_field) or tr("by day")) for _, place in chosen]
        return _arms(chosen, names, np.ones(len(chosen), dtype=bool), "")
    waves = [(number, place) for number, place in numbered if place.get(WAVE) is not None]
    if waves:
        return _in_waves(waves, name, arm_field, block_field)
    chosen = [(number, place) for number, place in numbered if is_treated(place.get(arm_field)) is not None]
    if not chosen:
        raise RtmError(
            tr(
                "Places '{name}' have no value 'treatment' or 'control' in the field '{field}': choose the field that "
                "tells who was treated, or give control places as a layer of their own."
            ).format(name=name, field=arm_field)
        )
    treated = np.array([is_treated(place.get(arm_field)) for _, place in chosen])
    blocks = _blocks(chosen, name, block_field)
    starts = [_day(place.get(STARTS), name) for (_, place), one in zip(chosen, treated) if one]
    known = sorted({day for day in starts if day is not None})
    design = None if blocks is None else Design.parallel(treated.astype(np.int64), blocks)
    return _arms(
        chosen, [str(place.get(arm_field)) for _, place in chosen], treated, block_field, design, tuple(known[:1])
    )


def _in_waves(chosen, name, arm_field, block_field):
    waves = np.array([int(number_of(place, WAVE, name)) for _, place in chosen])
    distinct = np.unique(waves)
    days = [_day(place.get(STARTS), name) for _, place in chosen]
    starts = []
    for wave in distinct:
        own = {day for day, one in zip(days, waves.tolist()) if one == wave}
        if len(own) != 1 or None in own:
            raise RtmError(
                tr(
                    "Places '{name}': those of wave {wave} have no first day in common in the field 'starts': correct "
                    "it."
                ).format(name=name, wave=wave)
            )
        starts += own
    if starts != sorted(set(starts)):
        raise RtmError(
            tr("Places '{name}': the waves do not begin one after the other in the field 'starts': correct it.").format(
                name=name
            )
        )
    blocks = _blocks(chosen, name, block_field)
    blocks = np.zeros(len(chosen), dtype=np.int64) if blocks is None else blocks
    design = Design.stepped(np.searchsorted(distinct, waves), blocks)
    names = [str(place.get(arm_field) or wave) for (_, place), wave in zip(chosen, waves.tolist())]
    return _arms(chosen, names, np.ones(len(chosen), dtype=bool), block_field, design, tuple(starts))


def _arms(chosen, names, treated, block_field, design=None, starts=()):
    numbers = [number for number, _ in chosen]
    places = [place for _, place in chosen]
    blocks = [place.get(block_field) if block_field else None for place in places]
    ends = sorted({day for day in (_day(place.get(ENDS), "") for place in places) if day is not None})
    return Arms(
        places,
        numbers,
        _labels(places, numbers),
        names,
        treated,
        blocks,
        design,
        starts,
        ends[-1] if ends else None,
        _baseline_of(places),
    )


def _baseline_of(places):
    """First and last day of the time before; empty where places do not tell one in common, as a trial's do."""
    told = {tuple(_day(place.get(key), "") for key in (BASELINE_FROM, BASELINE_TO)) for place in places}
    days = told.pop()
    return () if told or None in days else days


def _labels(places, numbers):
    return [str(place.get("label") or tr("Place {0}").format(number)) for place, number in zip(places, numbers)]


def _number(place, otherwise):
    value = place.get(PLACE)
    return int(value) if isinstance(value, (int, float)) else otherwise


def _is_left_out(value):
    return str(value).strip().casefold() == "left out"


def _blocks(chosen, name, block_field):
    """(n,) the block of each place; None where one has none, so that no lots were drawn."""
    if not block_field or any(place.get(block_field) is None for _, place in chosen):
        return None
    return np.unique([str(place.get(block_field)) for _, place in chosen], return_inverse=True)[1].ravel()


def _written(value):
    """A day as it is sealed; a date is as good as a text."""
    moment = moment_of(value)
    return moment.isoformat()[:10] if isinstance(moment, datetime.date) else str(value or "")


def _day(value, name):
    """A first or last day as a date; None where it is NULL. Raises :class:`RtmError` where it is no date."""
    if value is None or str(value).strip() == "":
        return None
    moment = moment_of(value)
    if isinstance(moment, datetime.datetime):
        return moment.date()
    if isinstance(moment, datetime.date):
        return moment
    try:
        return read_limit(str(value))
    except RtmError as error:
        raise RtmError(
            tr("Places '{name}', field of a first or last day: {problem}").format(name=name, problem=error)
        ) from error


@dataclass(frozen=True)
class Calendar:
    """The days of a crossover that are over.

    Attributes
    ----------
    places, days : (m,) int64
        Positions among the places, and ordinals.
    treated : (m,) bool
    design : Design
        Of these days.
    rows : list of (place, date, treated)
        Of the whole calendar, for its seal.
    """

    places: np.ndarray
    days: np.ndarray
    treated: np.ndarray
    design: Design
    rows: list

    @property
    def first(self):
        return datetime.date.fromordinal(int(self.days.min()))

    @property
    def last(self):
        return datetime.date.fromordinal(int(self.days.max()))

    @property
    def end(self):
        """The last day of the whole calendar, as text."""
        return max(date for _, date, _ in self.rows)

    @property
    def is_cut(self):
        """Whether some of its days are not over."""
        return len(self.days) < len(self.rows)


def read_calendar(source, name, numbers, last):
    """The :class:`Calendar` of places with these numbers, up to the day (ordinal) that ``last`` makes of its own last.

    Raises :class:`RtmError` where it lacks a field, names a place that is not there, or no day is over.
    """
    columns = [source.fields().lookupField(field) for field in (PLACE, "date", "treated")]
    if min(columns) < 0:
        raise RtmError(
            tr(
                "Calendar '{name}' lacks one of the fields place, date and treated: use the one that the algorithm "
                "“Trial design” has written."
            ).format(name=name)
        )
    rows = [_calendar_row(feature, columns, name) for feature in source.getFeatures(QgsFeatureRequest())]
    position = {number: at for at, number in enumerate(numbers)}
    strange = sorted({row[0] for row in rows} - set(position))
    if strange:
        raise RtmError(
            tr("Calendar '{name}' has place {place}, which the places do not: choose the layers of one trial.").format(
                name=name, place=strange[0]
            )
        )
    days = np.array([datetime.date.fromisoformat(date).toordinal() for _, date, _ in rows], dtype=np.int64)
    is_over = days <= last(int(days.max()))
    if not is_over.any():
        raise SettingsError(tr("No day of the calendar is over: give a later last day, or wait."))
    places = np.array([position[place] for place, _, _ in rows], dtype=np.int64)[is_over]
    treated = np.array([bool(one) for _, _, one in rows])[is_over]
    design = design_of_days(places, days[is_over], treated, int(days.min()))
    return Calendar(places, days[is_over], treated, design, rows)


def _calendar_row(feature, columns, name):
    """(place, date, treated). Raises :class:`RtmError` where one is missing."""
    place, date, treated = (feature.attribute(column) for column in columns)
    day = None if date == NULL else _day(date, name)
    treated = is_treated(treated)
    try:
        number = int(place)
    except (TypeError, ValueError):
        number = None
    if None in (number, day, treated):
        raise RtmError(
            tr("Calendar '{name}' has a row without place, date or 0 or 1 in 'treated': correct it.").format(name=name)
        )
    return number, day.isoformat(), int(treated)
