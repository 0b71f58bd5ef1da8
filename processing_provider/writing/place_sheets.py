"""One page for each place, as an atlas: detail map, reasons, numbers, when it happens, and lines to fill in."""

from dataclasses import dataclass

import numpy as np
from qgis.core import (
    QgsConditionalStyle,
    QgsFillSymbol,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemPolyline,
    QgsLayoutItemShape,
    QgsLayoutTable,
    QgsLayoutTableColumn,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPrintLayout,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPolygonF

from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.time_pattern import BAND_HOURS, N_BANDS, time_pattern
from ..fields import INTEGER, TEXT, make_fields
from ..reading.priority_places import RANK, value_of
from . import map_layers
from .layout_items import PDF_DPI, Drawing
from .place_files import DEVICE_COLUMNS, device_row, multi_polygon
from .place_styles import number_all_but
from .tables import Table

_LEFT, _WIDTH, _MAP, _SIDE = 12.0, 186.0, 120.0, 62.0  # millimetres of an A4 page
_TOP, _BELOW_MAP, _BELOW_REASONS, _FOOT = 31.0, 155.0, 222.0, 283.0
_LEGEND = 80.0  # millimetres that the legend may be high
_ROUND_IT = 1.4  # what is shown around a place, in sizes of the place
_LINES = 3  # to write on, for each step of problem solving
_SHADES = ((0.25, "#e6e6e6"), (0.5, "#c8c8c8"), (0.75, "#a0a0a0"))  # from a share of the place's highest number on
_MOST = "most"  # field: the highest number of a place
_SHAPES = ("circle", "square", "triangle", "diamond", "star", "pentagon", "cross_fill", "equilateral_triangle")
_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#e69f00", "#56b4e9", "#cc79a7", "#f0e442", "#404040")


@dataclass(frozen=True)
class PlaceSheets:
    """What the sheets show.

    Attributes
    ----------
    title, notes, caveat : str
        What the places are of; source and date; what the sheets do not say.
    made : dict of QgsVectorLayer
        "places", of :func:`places_table`, and perhaps "times", of :func:`times_table`.
    tells_when : bool
        Whether there are incidents.
    factors, beneath : list of QgsMapLayer
        Drawn over and beneath the outlines of the places, the top one first.
    """

    title: str
    notes: str
    caveat: str
    made: dict
    tells_when: bool
    factors: list
    beneath: list

    @property
    def places(self):
        return self.made["places"]

    @property
    def layers(self):
        """All layers of the map, the top one first."""
        return [*self.factors, self.places, *self.beneath]


def places_table(places, crs, moments):
    """The places of a PlacesRead as the atlas goes through them: what is printed of a place is in its fields.

    ``moments`` are the Moments of each place's incidents, or None.
    """
    columns = [*DEVICE_COLUMNS, *((name, TEXT) for name in ("numbers", "reasons", "when_known"))]
    rows = [
        (
            *device_row(feature),
            "\n".join(_numbers(feature, places.smallest if feature[RANK] in places.few else 0)),
            "\n".join(_reasons(feature)),
            "" if moments is None else _when(time_pattern(moments[number]), places.smallest),
        )
        for number, feature in enumerate(places.features)
    ]
    shapes = [multi_polygon(feature) for feature in places.features]
    return Table(make_fields(columns), rows, shapes.__getitem__, crs, QgsWkbTypes.Type.MultiPolygon, paint_sheet_places)


def paint_sheet_places(layer):
    """Outlines, the page's own place bolder than the others, which have their ranks."""
    map_layers.paint_places(layer)
    number_all_but(layer, "$id = @atlas_featureid")
    for outline in layer.renderer().symbol().symbolLayers():
        wide = QgsProperty.fromExpression(f"if($id = @atlas_featureid, 2, 1) * {outline.strokeWidth()}")
        outline.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyStrokeWidth, wide)


def _reasons(feature):
    """Lines of what makes a place risky, and of the features that are nearest."""
    yield from (f"• {one}" for one in (value_of(feature, "factors") or "").split("; ") if one)
    nearest = value_of(feature, "features")
    if nearest:
        yield ""
        yield from nearest.split("; ")


def _numbers(feature, fewer_than):
    """Lines of numbers, of what is known of a place; ``fewer_than`` is 0 where its incidents are told."""

    def number(name):
        return f"{value_of(feature, name):,.3g}"

    def known(*names):
        return all(value_of(feature, name) is not None for name in names)

    if known("area_ha"):
        yield tr("Area: {area} ha").format(area=number("area_ha"))
    if known("rrs_mean", "rrs_max"):
        yield tr("Relative risk score: mean {mean}, highest {highest}").format(
            mean=number("rrs_mean"), highest=number("rrs_max")
        )
    if known("expected", "expected_percent"):
        yield tr("Expected incidents: {n} ({percent}% of all)").format(
            n=number("expected"), percent=number("expected_percent")
        )
    if known("landscape", "around", "here"):
        yield tr("of these by the landscape {landscape}, by what happens around {around}, here {here}").format(
            **{part: number(part) for part in ("landscape", "around", "here")}
        )
    if known("observed", "observed_percent"):
        yield tr("Recorded incidents: {n:,} ({percent}% of all)").format(
            n=value_of(feature, "observed"), percent=number("observed_percent")
        )
    if fewer_than:
        yield tr("Recorded incidents: fewer than {n}").format(n=fewer_than)


def _when(pattern, smallest):
    """How much the table of weekdays and hours knows."""
    n_days, n_hours = int(pattern.days.sum()), int(pattern.counts.sum())
    if pattern.n < smallest:
        return tr("Of fewer than {n} incidents days and hours are not told.").format(n=smallest)
    if smallest and (n_days or n_hours):
        return tr("Numbers below {n}, and what would tell them, are left out.").format(n=smallest)
    if not pattern.n:
        return tr("No incident was recorded here.")
    if not n_days:
        return tr("The day is known of none of {n:,} incidents.").format(n=pattern.n)
    if not n_hours:
        return tr("{n_days:,} of {n:,} incidents; their hours are not known.").format(n_days=n_days, n=pattern.n)
    return tr("{n_hours:,} of {n:,} incidents, by the hour at which each band begins.").format(
        n_hours=n_hours, n=pattern.n
    )


def times_table(places, moments):
    """Numbers of incidents by place, weekday and band of hours: one row for each place and weekday.

    The bands are left out where no hour is known at all; where no day is, there is no table.
    """
    patterns = [time_pattern(one) for one in moments or ()]
    if not any(pattern.days.any() for pattern in patterns):
        return None
    has_hours = any(pattern.counts.any() for pattern in patterns)
    bands = [_band(number) for number in range(N_BANDS)] if has_hours else []
    secret = [pattern.hidden(places.smallest) for pattern in patterns]
    days = (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))
    columns = [(RANK, INTEGER), (_MOST, INTEGER), ("day", TEXT), *((one, INTEGER) for one in (*bands, "all"))]
    rows = [
        (
            feature[RANK],
            int(np.where(cells, 0, pattern.counts).max()),
            days[day],
            *_told(pattern, cells, sums, day, bands),
        )
        for feature, pattern, (cells, sums, _) in zip(places.features, patterns, secret)
        for day in range(len(days))
    ]
    return Table(make_fields(columns), rows)


def _told(pattern, cells, sums, day, bands):
    """The counts of a weekday by bands, and all of it; None for those that are hidden."""
    values = [*zip(pattern.counts[day].tolist(), cells[day].tolist())][: len(bands)]
    values.append((int(pattern.days[day]), bool(sums[day])))
    return [None if is_hidden else value for value, is_hidden in values]


def _band(number):
    return f"{BAND_HOURS * number:02d}"


def shade_times(layer):
    """The more incidents, compared with the place's highest number, the darker the cell of a table."""
    for number in range(N_BANDS):
        shades = []
        for share, colour in _SHADES:
            shade = QgsConditionalStyle(f'@value >= max(1, {share} * "{_MOST}")')
            shade.setBackgroundColor(QColor(colour))
            shades.append(shade)
        layer.conditionalStyles().setFieldStyles(_band(number), shades)


LOOKS = {"places": paint_sheet_places, "times": shade_times}


def paint_factor(layer, number):
    """A look for a layer of features that has none: a shape and a colour that the layers beside it do not have."""
    colour = _COLOURS[(number + number // len(_SHAPES)) % len(_COLOURS)]  # of one shape, another one each time
    symbols = {
        QgsWkbTypes.GeometryType.PointGeometry: lambda: QgsMarkerSymbol.createSimple(
            {"name": _SHAPES[number % len(_SHAPES)], "color": colour, "size": "3", "outline_color": "#000000"}
        ),
        QgsWkbTypes.GeometryType.LineGeometry: lambda: QgsLineSymbol.createSimple(
            {"line_color": colour, "line_width": "0.8"}
        ),
        QgsWkbTypes.GeometryType.PolygonGeometry: lambda: QgsFillSymbol.createSimple(
            {"style": "b_diagonal", "color": colour, "outline_color": colour}
        ),
    }
    make = symbols.get(layer.geometryType())
    if make is not None:
        layer.setRenderer(QgsSingleSymbolRenderer(make()))


def build_atlas(project, name, sheets):
    """The sheets as a QgsPrintLayout of a project, whose atlas goes through the places by rank. For the main thread."""
    for kind, layer in sheets.made.items():
        LOOKS[kind](layer)
        layer.setName(map_layers.place_words() if kind == "places" else tr("Incidents by weekday and hour"))
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
    layout.renderContext().setDpi(PDF_DPI)
    _set_atlas(layout.atlas(), sheets.places)
    draw = Drawing(layout, 1.0)
    draw.atlas_label(f'[% "{RANK}" %]. [% "label" %]', (_LEFT, 9, _WIDTH, 14), 15, bold=True)
    draw.label(sheets.title, (_LEFT, 23.5, _WIDTH, 6), (9, 8, 7, 6))
    map_item = draw.map(sheets.layers, sheets.places.extent(), sheets.places.crs(), (_LEFT, _TOP, _MAP, _MAP))
    map_item.setAtlasDriven(True)
    map_item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    map_item.setAtlasMargin(_ROUND_IT)
    side = _LEFT + _WIDTH - _SIDE
    draw.atlas_label('[% "numbers" %]', (side, _TOP, _SIDE, 42), 9)
    shown = [sheets.places, *sheets.factors, *sheets.beneath]
    legend, height = draw.legend(shown, "", most_height=1e9, size=7)
    for size in (6, 5) if height > _LEGEND else ():  # letters: with very many layers, the lowest have no entry
        layout.removeLayoutItem(legend)
        legend, height = draw.legend(shown, "", most_height=_LEGEND if size == 5 else 1e9, size=size)
        if height <= _LEGEND:
            break
    legend.setLinkedMap(map_item)
    legend.setLegendFilterByMapEnabled(True)
    draw.place(legend, (side, _TOP + 40))
    draw.fitting_scale_bar(map_item, (_LEFT, _TOP + _MAP - 9), (20, 45))
    draw.north((_LEFT + _MAP - 10, _TOP + 2, 8, 12))
    _add_reasons(draw)
    if sheets.tells_when:
        _add_times(draw, sheets.made.get("times"))
    _add_problem_solving(draw)
    draw.label(f"{sheets.caveat} {sheets.notes}", (_LEFT, _FOOT, _WIDTH, 8), (7.5, 7, 6.5, 6))
    return layout


def _set_atlas(atlas, places):
    atlas.setEnabled(True)
    atlas.setCoverageLayer(places)
    atlas.setSortFeatures(True)
    atlas.setSortExpression(f'"{RANK}"')
    atlas.setPageNameExpression(f'"{RANK}"')


def _add_reasons(draw):
    half = 92.0
    draw.label(tr("What makes it risky"), (_LEFT, _BELOW_MAP, half, 5), (10,), bold=True)
    draw.atlas_label('[% "reasons" %]', (_LEFT, _BELOW_MAP + 6, half, _BELOW_REASONS - _BELOW_MAP - 8), 7.5)


def _add_times(draw, times):
    left, width = _LEFT + 97, 89.0
    draw.label(tr("When incidents were recorded here"), (left, _BELOW_MAP, width, 5), (10,), bold=True)
    draw.atlas_label('[% "when_known" %]', (left, _BELOW_MAP + (44 if times else 6), width, 8), 7)
    if times is None:
        return
    table = QgsLayoutItemAttributeTable.create(draw.layout)
    draw.layout.addMultiFrame(table)
    table.setVectorLayer(times)
    names = [field.name() for field in times.fields() if field.name() not in ("fid", RANK, _MOST)]
    columns = []
    for name in names:
        column = QgsLayoutTableColumn(tr("all") if name == "all" else "" if name == "day" else name)
        column.setAttribute(name)
        column.setWidth(8.5 if name == "day" else 7.1)  # and the margins beside it
        if name != "day":
            column.setHAlignment(Qt.AlignmentFlag.AlignRight)
        columns.append(column)
    table.setColumns(columns)
    table.setMaximumNumberOfFeatures(len("MTWTFSS"))
    table.setFilterFeatures(True)
    table.setFeatureFilter(f"\"{RANK}\" = attribute(@atlas_feature, '{RANK}')")
    table.setUseConditionalStyling(True)
    table.setCellMargin(0.7)
    table.setGridColor(QColor("#b0b0b0"))
    table.setGridStrokeWidth(0.15)
    table.setEmptyTableBehavior(QgsLayoutTable.EmptyTableMode.HeadersOnly)
    for set_format, bold in ((table.setHeaderTextFormat, True), (table.setContentTextFormat, False)):
        set_format(draw.text_format(7.5, bold))
    frame = QgsLayoutFrame(draw.layout, table)
    frame.attemptSetSceneRect(QRectF(left, _BELOW_MAP + 6, width, 37))
    table.addFrame(frame)


def _add_problem_solving(draw):
    """Four boxes with lines: scanning, analysis, response, assessment."""
    width, height = (_WIDTH - 4) / 2, (_FOOT - _BELOW_REASONS - 4) / 2
    steps = (
        (tr("Scanning"), tr("what happens here, to whom, since when")),
        (tr("Analysis"), tr("why here; who owns, runs and uses the place")),
        (tr("Response"), tr("what was tried, by whom, until when")),
        (tr("Assessment"), tr("what came of it, and how that is known")),
    )
    for number, (step, hint) in enumerate(steps):
        left = _LEFT + number % 2 * (width + 4)
        top = _BELOW_REASONS + number // 2 * (height + 2)
        box = QgsLayoutItemShape(draw.layout)
        box.setShapeType(QgsLayoutItemShape.Shape.Rectangle)
        box.setSymbol(QgsFillSymbol.createSimple({"style": "no", "outline_color": "#808080", "outline_width": "0.2"}))
        draw.place(box, (left, top, width, height))
        draw.label(step, (left + 2, top + 1, 26, 5), (9, 8, 7), bold=True)
        draw.label(hint, (left + 28, top + 1.7, width - 30, 4), (7, 6.5, 6, 5))
        for line in range(_LINES):
            y = top + height - 3 - line * (height - 10) / (_LINES - 1)
            rule = QgsLayoutItemPolyline(QPolygonF([QPointF(left + 2, y), QPointF(left + width - 2, y)]), draw.layout)
            rule.setSymbol(QgsLineSymbol.createSimple({"line_color": "#a0a0a0", "line_width": "0.15"}))
            draw.layout.addLayoutItem(rule)
