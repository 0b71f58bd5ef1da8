"""The user's language: QGIS's translator for the texts of all three rings."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from ..rtm_plugin.translation import lend_translator

FOLDER = Path(__file__).resolve().parent.parent / "i18n"


def install_translator():
    """Have the texts in QGIS's language from now on, as far as there is a translation: returns the translator,
    which ``remove_translator`` wants back, or None where the texts stay English."""
    lend_translator(lambda text: QCoreApplication.translate("RiskTerrainModelling", text))
    translator = QTranslator()
    # for de_AT Qt looks for …_de_AT.qm and then for …_de.qm
    if not translator.load(QLocale(QgsApplication.locale()), "risk_terrain_modelling", "_", str(FOLDER), ".qm"):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translator(translator):
    """Have the texts in English again."""
    lend_translator(None)
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
