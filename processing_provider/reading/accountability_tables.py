"""Tables that other algorithms have written, for the accountability file: of a validation, of who is exposed."""

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.report.accountability.facts import Exposed, Judged
from ...rtm_plugin.translation import tr
from .exposure_layers import number_of
from .priority_places import value_of

_JUDGED = ("surface", "minus", "measure", "level", "value", "low", "high")
_EXPOSED = ("group", "people", "people_there", "share_percent", "ratio", "ratio_low", "ratio_high", "outcome")
_WHERE = ("areas", "area_percent", "area_near_percent", "flagged", "near")
_MOST = 5000  # rows: a validation of many terrains has a few hundred


def read_judged(source, name):
    """The figures of a table of ``rtm:validate``. Raises :class:`RtmError` where it is none."""
    rows = _rows(source, name, _JUDGED, tr("Validate a risk terrain"))
    return tuple(Judged(*map(_text, row[:4]), *map(_number, row[4:])) for row in rows)


def read_exposed(source, name):
    """The groups of a table of ``rtm:exposure``. Raises :class:`RtmError` where it is none."""
    rows = _rows(source, name, _EXPOSED, tr("Who is exposed"), _WHERE)
    return tuple(
        Exposed(
            _text(row[0]),
            *map(_number, row[1:7]),
            _text(row[7]),
            place > 0,
            *map(_number, row[8:11]),
            *map(_text, row[11:]),
        )
        for place, row in enumerate(rows)
    )


def check_columns(source, name, columns, made_by):
    """Raise :class:`RtmError` where a table lacks columns."""
    missing = [one for one in columns if source.fields().lookupField(one) < 0]
    if missing:
        raise RtmError(
            tr(
                "Table '{name}' has no column '{column}': use the one that the algorithm “{made_by}” has written."
            ).format(name=name, column=missing[0], made_by=made_by)
        )


def _rows(source, name, columns, made_by, more=()):
    """Values of columns, and of ``more`` that tables of earlier versions lack: None there."""
    check_columns(source, name, columns, made_by)
    has = {one for one in more if source.fields().lookupField(one) >= 0}
    rows = []
    for feature in source.getFeatures():
        rows.append([value_of(feature, one) for one in columns])
        rows[-1] += [value_of(feature, one) if one in has else None for one in more]
        if len(rows) > _MOST:
            raise RtmError(
                tr("Table '{name}' has more than {most:,} rows: use the one of a single run.").format(
                    name=name, most=_MOST
                )
            )
    if not rows:
        raise RtmError(tr("Table '{name}' has no rows: use one that has, or none.").format(name=name))
    return rows


def _text(value):
    return "" if value is None else str(value)


def _number(value):
    return None if value is None else number_of(value)
