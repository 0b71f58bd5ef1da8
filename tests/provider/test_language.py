"""Names and help in QGIS's language, from when the plugin is there until it is taken away."""

from types import SimpleNamespace

import pytest
import translations
from checkout import load_package
from qgis.core import QgsApplication, QgsSettings
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QMainWindow

from risk_terrain_modelling.ui.panel import Panel

KEYS = ("locale/overrideFlag", "locale/userLocale")


@pytest.fixture
def plugin_in(provider):
    """A function that gives the plugin as it is made in a QGIS of a language; it is unloaded at the end."""
    translations.build()
    settings, made = QgsSettings(), []
    before = {key: settings.value(key) for key in KEYS}

    def make(locale):
        for key, value in zip(KEYS, (True, locale)):
            settings.setValue(key, value)
        made.append(load_package().classFactory(None))
        return made[-1]

    yield make
    for plugin in made:
        plugin.unload()
    for key, value in before.items():
        settings.remove(key) if value is None else settings.setValue(key, value)


def the_model():
    return QgsApplication.processingRegistry().createAlgorithmById("rtm:riskterrainmodel")


@pytest.mark.parametrize("locale", ["de", "de_AT", "de_CH"])
def test_german_is_spoken_wherever_german_is(plugin_in, locale):
    assert the_model().displayName() == "Risk terrain model"
    plugin = plugin_in(locale)
    model = the_model()
    assert model.displayName() == "RTM-Modell"
    assert model.parameterDefinition("STUDY_AREA").description() == "Untersuchungsgebiet"
    assert "Vorfälle" in model.shortHelpString()
    assert model.name() == "riskterrainmodel"
    plugin.unload()
    assert the_model().displayName() == "Risk terrain model"


@pytest.mark.parametrize("locale", ["en_GB", "fr", "C", "xx"])
def test_other_languages_read_english(plugin_in, locale):
    plugin_in(locale)
    assert the_model().displayName() == "Risk terrain model"


def test_example_models_are_in_german_with_the_same_keys(plugin_in):
    english = QgsApplication.processingRegistry().createAlgorithmById("rtm:example_places_and_report")
    plugin_in("de")
    german = QgsApplication.processingRegistry().createAlgorithmById("rtm:example_places_and_report")
    assert german.displayName() == "Risikoterrain, Schwerpunktorte und Bericht"
    assert german.group() == "Beispielmodelle"
    assert german.parameterDefinition("BLOCK_LENGTH").description() == "Blocklänge"
    assert german.parameterDefinition("places:Priority places").description() == "Schwerpunktorte"
    assert {step.description() for step in german.childAlgorithms().values()} >= {"Bericht schreiben"}
    assert "Vorfälle" in german.shortHelpString() and german.validate()[0]
    copy = german.own_copy()
    assert copy.validate()[0] and copy.group() == "Beispielmodelle"
    results = [one.name() for one in copy.destinationParameterDefinitions()]
    assert sorted(results) == sorted(
        ["model:Risikoterrain", "model:Modelltabelle", "model:Modelldatei", "places:Schwerpunktorte", "report:Bericht"]
    )
    assert set(results) <= set(copy.helpContent())
    again = german.create()
    assert again.displayName() == german.displayName()
    assert [one.name() for one in again.parameterDefinitions()] == [
        one.name() for one in english.parameterDefinitions()
    ]
    for model in (english, again):
        assert not any(model.helpContent()[key] == "" for key in model.helpContent())
    assert not set(english.helpContent().values()) & set(german.helpContent().values())


def test_the_panel_fits_430_pixels_in_german(plugin_in):
    """As wide as beside a map on a screen of 1366 pixels: German words are longer, and no step is cut off."""
    plugin_in("de")
    usual, font = QApplication.font(), QApplication.font()
    font.setPointSize(9)  # as on a desktop
    QApplication.setFont(font)
    window = QMainWindow()
    window.setCentralWidget(QgsMapCanvas(window))
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=window.centralWidget)
    iface.layerTreeView = lambda: SimpleNamespace(selectedLayersRecursive=list)
    panel = Panel(iface)
    try:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, panel)
        window.resize(1366, 768)
        window.show()
        window.resizeDocks([panel], [430], Qt.Orientation.Horizontal)
        for number, page in enumerate(panel.steps.pages):
            panel.steps.open(number)
            QTest.qWait(50)
            assert panel.width() == 430
            right = page.mapTo(panel.steps.viewport(), page.rect().topRight()).x()
            assert right <= panel.steps.viewport().width() and page.width() >= page.minimumSizeHint().width(), number
    finally:
        panel.end()
        window.deleteLater()
        QApplication.setFont(usual)


def test_what_is_no_word_is_the_same_in_german(plugin_in):
    """Ids, keys, codes of choices and defaults: a German model or command line runs in any QGIS."""

    def codes():
        for algorithm in QgsApplication.processingRegistry().providerById("rtm").algorithms():
            again = algorithm.create()
            yield again.id(), again.groupId(), [one.name() for one in again.outputDefinitions()]
            for one in again.parameterDefinitions():
                choices = one.options() if one.type() == "enum" else None
                yield one.name(), one.type(), one.defaultValue(), int(one.flags()), choices

    english = list(codes())
    plugin_in("de")
    assert list(codes()) == english
