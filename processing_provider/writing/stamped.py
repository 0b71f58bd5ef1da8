"""The fields of a layer that carries the settings of a factor."""

from ..fields import REAL, TEXT, copied_fields, make_fields
from ..reading.factor_layers import NAME_FIELD, SETTING_FIELDS


def stamped_fields(fields, progress):
    """The fields of the copy, the settings last, and the columns of the layer that it keeps."""
    settings = make_fields(
        [(NAME_FIELD, TEXT)]
        + [(name, REAL if name == SETTING_FIELDS["max_blocks"] else TEXT) for name in SETTING_FIELDS.values()]
    )
    stamped, columns = copied_fields(fields, settings.names(), progress)
    for field in settings:
        stamped.append(field)
    return stamped, columns
