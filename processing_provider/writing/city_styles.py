"""How the sample city looks: incidents as dots, a shape and a colour for each kind of place, streets and outline below.

The colours are those of Okabe and Ito, which are told apart with any colour vision; no two kinds share a shape either.
"""

from functools import partial

from qgis.core import (
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
)

from ...rtm_plugin.translation import tr
from .trial_styles import paint_trial

_VERMILION, _ORANGE, _YELLOW, _GREEN, _SKY, _BLUE, _PURPLE = (
    "#d55e00",
    "#e69f00",
    "#f0e442",
    "#009e73",
    "#56b4e9",
    "#0072b2",
    "#cc79a7",
)
_GREY = "#404040"
_PLACES = {
    "bars": ("triangle", _VERMILION, 2.6),
    "takeaways": ("square", _ORANGE, 2.0),
    "convenience_stores": ("diamond", _PURPLE, 2.8),
    "bus_stops": ("circle", _SKY, 1.9),
    "community_centres": ("star", _GREEN, 3.6),
    "churches": ("cross_fill", _YELLOW, 2.8),
    "post_boxes": ("pentagon", "#ffffff", 1.8),
}


def look_of(name):
    """What paints a layer of the sample city by its name, a callable(QgsVectorLayer)."""
    if name == "streets":
        return _paint_streets
    if name == "trial_places":
        return paint_trial
    return partial(_paint, symbol=_symbol(name))


def _symbol(name):
    if name in _PLACES:
        shape, colour, size = _PLACES[name]
        look = {"name": shape, "color": colour, "size": str(size), "outline_color": _GREY, "outline_width": "0.15"}
        return QgsMarkerSymbol.createSimple(look)
    if name == "canal":
        return QgsLineSymbol.createSimple({"line_color": _BLUE, "line_width": "1.2", "capstyle": "round"})
    if name == "parks":
        return QgsFillSymbol.createSimple({"color": "#cdebd9", "outline_color": _GREEN, "outline_width": "0.3"})
    if name == "study_area":
        return QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": _GREY, "outline_width": "0.5", "outline_style": "dash"}
        )
    return QgsMarkerSymbol.createSimple({"name": "circle", "color": "#000000", "size": "0.6", "outline_style": "no"})


def _paint(layer, symbol):
    layer.setRenderer(QgsSingleSymbolRenderer(symbol.clone()))


def _paint_streets(layer):
    """Grey, the main roads wider."""
    root = QgsRuleBasedRenderer.Rule(None)
    for words, rule, width in (
        (tr("Main road"), "\"kind\" = 'main road'", "0.9"),
        (tr("Street"), "ELSE", "0.35"),
    ):
        symbol = QgsLineSymbol.createSimple({"line_color": "#d2d2d2", "line_width": width})
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, 0, 0, rule, words))
    layer.setRenderer(QgsRuleBasedRenderer(root))
