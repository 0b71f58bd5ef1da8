"""What a batch has found: the comparison table, the study areas with their factors, the overview."""

import csv
import re

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsGeometry, QgsRendererCategory, QgsWkbTypes

from ...rtm_plugin.names import listed
from ...rtm_plugin.rounding import tidy_number
from ...rtm_plugin.translation import tr
from ..fields import INTEGER, REAL, TEXT, make_fields
from . import geopackage
from .model_results import MODEL_FIELDS, model_rows
from .tables import Table, memory_layer, no_formulas

SELECTED, NOT_SELECTED, OUT_OF_REACH = "selected", "not_selected", "out_of_reach"
FINISHED, FAILED = "finished", "failed"
TABLE = "comparison"  # the name of the table in the GeoPackage
_HEAD = [("area", TEXT), ("incidents", TEXT), ("n_incidents", INTEGER), ("fate", TEXT), ("in_doubt", INTEGER)]
COMPARISON_FIELDS = make_fields([*_HEAD, *((field.name(), field.type()) for field in MODEL_FIELDS)])
_AREA_HEAD = [
    *(("area", TEXT), ("incidents", TEXT), ("state", TEXT), ("problem", TEXT), ("n_incidents", INTEGER)),
    *(("n_cells", INTEGER), ("n_factors", INTEGER), ("strongest", TEXT), ("strongest_rrv", REAL)),
]
# Told apart with any colour vision; the strongest factors of most areas come first
_COLOURS = ("#e69f00", "#56b4e9", "#009e73", "#f0e442", "#0072b2", "#d55e00", "#cc79a7", "#999999")
_OTHER, _NONE = "#d9d9d9", "#ffffff"


def comparison_rows(found, model):
    """Rows of :data:`COMPARISON_FIELDS` of one run: its factors as in its own model table, then the others by name.

    ``found`` is the :class:`AreaRun`, ``model`` its model.
    """
    head = (found.area, found.incidents, found.n_incidents)
    doubts = [int(found.quoted.is_in_doubt(chosen)) for chosen in model.selected]
    rows = [(*head, SELECTED, doubt, *row) for doubt, row in zip(doubts, model_rows(model))]
    taken = found.by_factor
    empty = (None,) * (len(MODEL_FIELDS) - 1)
    rows += [(*head, NOT_SELECTED, None, name, *empty) for name in sorted(set(found.tried) - set(taken))]
    return [*rows, *((*head, OUT_OF_REACH, None, name, *empty) for name in sorted(found.absent))]


def failed_row(found):
    """The one row of a run that has failed, without a factor."""
    return (found.area, found.incidents, None, FAILED, None, *(None for _ in MODEL_FIELDS))


def write_csv(path, fields, rows):
    """A table for any program, with quotes before what a spreadsheet would run as a formula."""
    plain = no_formulas(path)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(fields.names())
        writer.writerows([["" if value is None else plain(value) for value in row] for row in rows])


def area_tables(areas, runs, kind, crs):
    """{type of incidents: :class:`Table` of its areas}, with what was found in each.

    Parameters
    ----------
    areas : dict of name: NamedArea
    runs : sequence of AreaRun
    kind : QgsWkbTypes.Type
        Of the areas.
    crs : QgsCoordinateReferenceSystem
    """
    factors = sorted({name for run in runs for name in (*run.tried, *run.absent)})
    columns, taken = [], {name for name, _ in _AREA_HEAD}
    for factor in factors:
        stem, number = factor, 1
        while f"{stem}_rrv".casefold() in taken:
            number += 1
            stem = f"{factor}_{number}"
        names = [
            *((f"{stem}_rrv", REAL), (f"{stem}_shrunk", REAL), (f"{stem}_doubt", INTEGER)),
            *((f"{stem}_acts", TEXT), (f"{stem}_within", REAL)),
        ]
        taken.update(name.casefold() for name, _ in names)
        columns += names
    fields = make_fields([*_AREA_HEAD, *columns])
    found = {}
    for run in runs:
        rows, shapes = found.setdefault(run.incidents, ([], []))
        rows.append(_area_row(run, factors))
        shapes.append(_many(QgsGeometry.collectGeometry(list(areas[run.area].geometries))))
    return {
        name: Table(fields, rows, shapes.__getitem__, crs, QgsWkbTypes.multiType(kind))
        for name, (rows, shapes) in found.items()
    }


def _area_row(run, factors):
    strongest = run.strongest
    values = []
    for factor in factors:
        one = run.by_factor.get(factor)
        variable = one and one.variable
        values += [
            one and tidy_number(one.rrv),
            one and tidy_number(run.quoted.left_of(one)),
            one and int(run.quoted.is_in_doubt(one)),
            one and variable.operationalisation,
            one and tidy_number(variable.distance),
        ]
    return (
        *(run.area, run.incidents, FAILED if run.problem else FINISHED, run.problem or None),
        *(run.n_incidents, run.n_cells, None if run.problem else len(run.chosen)),
        *(strongest and strongest.variable.shown, strongest and tidy_number(strongest.rrv)),
        *values,
    )


def write_area(path, area, kind, crs, context):
    """Write the features of a :class:`NamedArea`, which are of a kind, to a GeoPackage; the name of the layer."""
    name = re.sub(r'[|"]', "_", area.name)
    name = f"_{name}" if geopackage.is_kept(name) else name
    rows = [(area.name,) for _ in area.geometries]
    table = Table(
        make_fields([("name", TEXT)]), rows, lambda i: _many(area.geometries[i]), crs, QgsWkbTypes.multiType(kind)
    )
    geopackage.add_layers(path, [memory_layer(name, table)], context)
    return name


def _many(geometry):
    shape = QgsGeometry(geometry)
    shape.convertToMultiType()
    return shape


def write_areas(path, layers, comparison, context):
    """Write the areas of each type, and the comparison table, into one GeoPackage.

    ``layers`` is {name of the layer: :class:`Table`}.
    """
    made = [memory_layer(name, table) for name, table in layers.items()]
    made.append(memory_layer(TABLE, Table(COMPARISON_FIELDS, comparison)))
    looks = dict.fromkeys(layers, paint_strongest)
    geopackage.add_layers(path, made, context, lambda name: looks.get(name, lambda layer: None))


def paint_strongest(layer):
    """Areas by their strongest factor, the commonest ones in colours of their own."""
    column = layer.fields().indexOf("strongest")
    counted = {}
    for feature in layer.getFeatures():
        value = feature.attribute(column)
        if isinstance(value, str) and value:
            counted[value] = counted.get(value, 0) + 1
    order = sorted(counted, key=lambda one: (-counted[one], one))
    categories = [
        QgsRendererCategory(name, _filled(colour), f"{name} ({counted[name]})") for name, colour in zip(order, _COLOURS)
    ]
    others = order[len(_COLOURS) :]
    if others:
        label = tr("others ({n}): {names}").format(n=sum(map(counted.get, others)), names=listed(others))
        categories.append(QgsRendererCategory(others, _filled(_OTHER), label))
    nothing = QgsFillSymbol.createSimple({"color": _NONE, "outline_color": "#777777", "outline_width": "0.2"})
    categories.append(QgsRendererCategory("", nothing, tr("No factor, or the run failed")))
    layer.setRenderer(QgsCategorizedSymbolRenderer("strongest", categories))
    layer.setDisplayExpression('"area"')


def _filled(colour):
    return QgsFillSymbol.createSimple({"color": colour, "outline_color": "#444444", "outline_width": "0.2"})
