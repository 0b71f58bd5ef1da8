"""People by polygons: the counts of each group, from fields or from the classes of areas."""

import numpy as np

from ...rtm_plugin.errors import ExposureError
from ...rtm_plugin.names import readable
from ...rtm_plugin.space.shapes import Shapes
from ...rtm_plugin.translation import tr
from .exposure_layers import number_of, polygons_with
from .sources import check_has_crs, request_in

_MOST_CLASSES = 50


class PeopleRead:
    """What a population layer holds: ``shapes`` of polygons, the ``feature`` of each, ``counts`` (f, 1 + g) of all
    people and of each group, the groups' ``names``."""

    def __init__(self, shapes, feature, counts, names):
        self.shapes, self.feature, self.counts, self.names = shapes, feature, counts, names


def check_population(source, name, groups, everybody, class_field):
    """Raise :class:`ExposureError` where fields are missing, or there is nothing to count by."""
    check_has_crs(tr("Population"), name, source.sourceCrs())
    for field in filter(None, (*groups, everybody, class_field)):
        if source.fields().lookupField(field) < 0:
            raise ExposureError(
                tr("Population '{name}' has no field '{field}': choose one of its own ({fields}).").format(
                    name=name, field=field, fields=", ".join(source.fields().names())
                )
            )
    if not groups and not class_field:
        raise ExposureError(
            tr("Population '{name}': no group is chosen; choose fields of groups, or a field of classes.").format(
                name=name
            )
        )
    if not groups and not everybody:
        raise ExposureError(
            tr("Population '{name}': with classes of areas alone, choose the field that counts all people.").format(
                name=name
            )
        )


def read_population(source, name, groups, everybody, class_field, crs, context, progress):
    """The people of a source in a CRS, a :class:`PeopleRead`.

    Parameters
    ----------
    source : QgsFeatureSource
    name : str
    groups : list of str
        Fields that count the people of a group each.
    everybody : str
        The field that counts all people; '' for the sum of the groups.
    class_field : str
        Each of its values is a group, too: all people of the areas that have it. '' for none.
    crs : QgsCoordinateReferenceSystem
    context, progress

    Raises
    ------
    ExposureError
        There is no polygon with numbers, or there are more classes than groups can be.
    """
    check_population(source, name, groups, everybody, class_field)
    fields = source.fields()
    counted = [fields.lookupField(field) for field in ([everybody] if everybody else []) + list(groups)]
    class_at = fields.lookupField(class_field) if class_field else -1
    columns = [*counted, class_at] if class_at >= 0 else counted

    def people_of(feature):
        numbers = [number_of(feature.attribute(index)) for index in counted]
        if None in numbers:
            return None
        return numbers, _class_of(feature.attribute(class_at)) if class_at >= 0 else ""

    polygons, owners, rows, n_without = polygons_with(
        source, request_in(crs, context, columns), people_of, tr("Population"), name, progress
    )
    if n_without:
        progress.warn(
            tr("Population '{name}': {n:,} areas without a number in every field that counts are left out.").format(
                name=name, n=n_without
            )
        )
    if not polygons:
        raise ExposureError(
            tr("Population '{name}' has no polygon with numbers of people: choose another layer, or fields.").format(
                name=name
            )
        )
    counts = np.array([numbers for numbers, _ in rows], dtype=np.float64).reshape(len(rows), len(counted))
    classes = [one for _, one in rows]
    if not everybody:
        counts = np.column_stack([counts.sum(axis=1), counts])
    names = [fields.at(fields.lookupField(field)).alias() or readable(field) for field in groups]
    for one in _in_order(name, class_field, classes):
        counts = np.column_stack([counts, counts[:, 0] * np.array([this == one for this in classes])])
        names.append(f"{readable(class_field)} {one}")
    return PeopleRead(Shapes.polygons(polygons), np.array(owners, dtype=np.int64), counts, names)


def _class_of(value):
    """A class as text; '' for none. A whole number is written as one, whatever type its field has."""
    number = number_of(value)
    if number is not None:
        return f"{number:.9g}"
    return str(value).strip() if isinstance(value, str) else ""


def _in_order(name, field, classes):
    """The classes that there are, numbers by size. Raises :class:`ExposureError` where they are no classes."""
    found = sorted({one for one in classes if one}, key=lambda one: (number_of(one) is None, number_of(one) or 0, one))
    if len(found) > _MOST_CLASSES:
        raise ExposureError(
            tr("Field '{field}' of population '{name}' has {n:,} values: choose one of at most {most} classes.").format(
                field=field, name=name, n=len(found), most=_MOST_CLASSES
            )
        )
    return found
