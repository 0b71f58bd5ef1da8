"""The map sheet: a print layout of a risk terrain, built in code, that looks the same on A4 and A3."""

from dataclasses import dataclass

from qgis.core import QgsLayoutItemPage, QgsPrintLayout, QgsRectangle

from .layout_items import PAGES, PDF_DPI, Drawing
from .rank_numbers import number_places

MOST_NUMBERS = 20
_MARGIN, _GAP, _TITLE_HEIGHT = 12.0, 4.0, 14.0
_PANEL_WIDTH, _PANEL_HEIGHT, _FOOT = 78.0, 46.0, 10.0  # beside or below the map; of the caveat
_NOTES_HEIGHT = 45.0  # of notes and scale bar beneath the legend
_MOST_PANEL_HEIGHT = 80.0
_TITLE_SIZES = (20, 18, 16, 14, 12, 10, 8)


@dataclass(frozen=True)
class Sheet:
    """What a sheet shows; ``layers`` from the top, ``extent`` in ``crs``."""

    title: str
    layers: list
    extent: QgsRectangle
    crs: object
    legend_title: str
    notes: tuple  # short lines beside the legend: date, source, reference system
    caveat: str
    page: str = "A4"
    orientation: str = "auto"
    places: object = None  # one of the layers, whose first ranks are numbered


def page_scale(page):
    """How many times as large a page is as A4, along one side."""
    return PAGES[page][0] / PAGES["A4"][0]


def build_layout(project, name, sheet):
    """The sheet as a QgsPrintLayout of a project, which need not hold the layers. For the main thread."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(name)
    landscape = _is_landscape(sheet)
    orientation = QgsLayoutItemPage.Orientation.Landscape if landscape else QgsLayoutItemPage.Orientation.Portrait
    layout.pageCollection().page(0).setPageSize(sheet.page, orientation)
    layout.renderContext().setDpi(PDF_DPI)
    width, height = sorted(PAGES["A4"], reverse=landscape)
    draw = Drawing(layout, page_scale(sheet.page))

    inner = width - 2 * _MARGIN
    draw.label(sheet.title, (_MARGIN, _MARGIN - 3, inner, _TITLE_HEIGHT), _TITLE_SIZES, bold=True)
    top = _MARGIN + _TITLE_HEIGHT - 1
    below = height - _MARGIN - _FOOT
    draw.label(sheet.caveat, (_MARGIN, below + 2, inner, _FOOT - 2), sizes=(8, 7.5, 7, 6.5, 6))
    legend, legend_height = draw.legend(
        sheet.layers, sheet.legend_title, below - top - _NOTES_HEIGHT if landscape else _MOST_PANEL_HEIGHT
    )
    if landscape:
        map_box = (_MARGIN, top, inner - _PANEL_WIDTH - _GAP, below - top)
        panel = (width - _MARGIN - _PANEL_WIDTH, top, _PANEL_WIDTH, below - top)
    else:
        panel_height = max(_PANEL_HEIGHT, legend_height)
        map_box = (_MARGIN, top, inner, below - top - panel_height - _GAP)
        panel = (_MARGIN, below - panel_height, inner, panel_height)
    map_item = draw.map(sheet.layers, sheet.extent, sheet.crs, map_box)
    if sheet.places is not None:
        extent = map_item.extent()
        per_mm = extent.width() / map_item.rect().width()
        number_places(sheet.places, MOST_NUMBERS, extent, sheet.crs, per_mm, draw.scale)
    left, panel_top, panel_width, panel_height = panel
    draw.place(legend, (left, panel_top))
    legend.setLinkedMap(map_item)
    side_top = panel_top + panel_height - 14
    if landscape:
        side_left, side_width = left, panel_width
        notes_top = legend_height + _GAP
        notes_box = (left, panel_top + notes_top, panel_width, panel_height - notes_top - 20)
    else:
        side_left, side_width = left + 92, panel_width - 92
        notes_box = (side_left, panel_top, side_width, panel_height - 20)
    draw.label("\n".join(sheet.notes), notes_box, sizes=(9, 8.5, 8, 7.5, 7, 6))
    draw.scale_bar(map_item, (side_left, side_top), 0.62 * side_width)
    draw.north((side_left + side_width - 14, side_top - 5, 12, 18))
    return layout


def _is_landscape(sheet):
    if sheet.orientation != "auto":
        return sheet.orientation == "landscape"
    return sheet.extent.width() > sheet.extent.height()
