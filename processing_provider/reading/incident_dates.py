"""When an incident was, as the fields of its layer have it."""

import datetime

from qgis.PyQt.QtCore import QDate, QDateTime, QTime

from ...rtm_plugin.errors import IncidentError
from ...rtm_plugin.files.dates import read_hour
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.time_pattern import UNKNOWN


def column_of(source, name, field):
    """The index of a field of incidents. Raises :class:`IncidentError` where they do not have it."""
    index = source.fields().lookupField(field)
    if index < 0:
        raise IncidentError(
            tr("Incidents '{name}' have no field '{field}': choose one of {names}.").format(
                name=name, field=field, names=", ".join(source.fields().names())
            )
        )
    return index


def moment_of(value):
    """A field's value as a date, a date with time, a text or None."""
    if isinstance(value, QDateTime):
        day, clock = value.date(), value.time()
        if not day.isValid():
            return None
        return datetime.datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())
    if isinstance(value, QDate):
        return datetime.date(value.year(), value.month(), value.day()) if value.isValid() else None
    return value if isinstance(value, str) else None


def hour_of(value):
    """The hour, 0 to 23, of a field's value: a time, an hour, or a text such as 21:57; -1 where it is none."""
    if isinstance(value, QDateTime):
        value = value.time()
    if isinstance(value, QTime):
        return value.hour() if value.isValid() else UNKNOWN
    if isinstance(value, (int, float)):
        return int(value) if 0 <= value < 24 else UNKNOWN
    found = read_hour(value) if isinstance(value, str) else None
    return UNKNOWN if found is None else found
