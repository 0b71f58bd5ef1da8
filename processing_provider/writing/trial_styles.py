"""How the places of a trial look: treatment filled, control hatched, waves ever paler, a thin outline for the rest."""

from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

from ...rtm_plugin.translation import tr
from .place_styles import label_ranks

# What stands in the field of the arms; waves are "wave 1" and so on.
TREATMENT, CONTROL, BY_DAY, LEFT_OUT = ("treatment", "control", "by day", "left out")
WAVE = "wave {n}"
_BLUE, _ORANGE = "#0072b2", "#e69f00"  # of Okabe and Ito: told apart with any colour vision
_PALEST = 60  # of 255


def paint_trial(layer):
    """By arm, with the rank as a label."""
    arms = layer.uniqueValues(layer.fields().indexOf("arm"))
    waves = sorted((arm for arm in arms if str(arm).startswith(WAVE.format(n=""))), key=lambda arm: int(arm.split()[1]))
    looks = {
        TREATMENT: (_fill(_BLUE, 190), tr("Treatment")),
        CONTROL: (_hatched(_ORANGE), tr("Control")),
        BY_DAY: (_fill(_BLUE, 190), tr("Treated by day, as the calendar says")),
        LEFT_OUT: (_outline(), tr("Left out")),
    }
    for number, wave in enumerate(waves):
        opacity = 220 - (220 - _PALEST) * number // max(len(waves) - 1, 1)
        looks[wave] = (_fill(_BLUE, opacity), tr("Wave {n}").format(n=wave.split()[1]))
    shown = [arm for arm in (TREATMENT, CONTROL, *waves, BY_DAY, LEFT_OUT) if arm in arms]
    layer.setRenderer(QgsCategorizedSymbolRenderer("arm", [QgsRendererCategory(arm, *looks[arm]) for arm in shown]))
    label_ranks(layer)
    layer.setDisplayExpression("label")


def _fill(colour, opacity):
    rgba = ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return QgsFillSymbol.createSimple(
        {"color": f"{rgba},{opacity}", "outline_color": "#000000", "outline_width": "0.5"}
    )


def _hatched(colour):
    return QgsFillSymbol.createSimple(
        {"color": colour, "style": "b_diagonal", "outline_color": "#000000", "outline_width": "0.5"}
    )


def _outline():
    return QgsFillSymbol.createSimple(
        {"style": "no", "outline_color": "#767676", "outline_width": "0.3", "outline_style": "dot"}
    )
