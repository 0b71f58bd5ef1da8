"""The dialogs: words for code words, a table of factors that fits, and the designer's own widgets in models."""

import gc

import pytest
from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingModelAlgorithm
from qgis.gui import QgsGui, QgsProcessingGui, QgsProcessingModelerParameterWidget
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QPushButton, QTableWidget

from risk_terrain_modelling.processing_provider.batch.folder import FILES
from risk_terrain_modelling.processing_provider.writing.layout_items import PAGES
from risk_terrain_modelling.ui.parameter_widgets import add_widgets

ALGORITHM = "rtm:riskterrainmodel"


def end(widget):
    """Delete a widget here and now: not in another test, after what Python knows of it has gone."""
    widget.deleteLater()
    QgsApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def widgets():
    """They are known as in a QGIS with a window."""
    remove = add_widgets()
    yield
    remove()


@pytest.fixture
def dialog(provider, monkeypatch):
    """The dialog of the main algorithm as the toolbox opens it."""
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)  # there is no window
    dialog = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM), False, None)
    yield dialog
    dialog.close()
    end(dialog)


def test_choices_are_shown_in_words_and_given_as_codes(dialog):
    panel = dialog.mainWidget()
    shown = {}
    for key in ("OPERATIONALISATION", "INCREMENT", "DIRECTION", "FAMILIES", "CELL_RULE", "FOLD_KIND"):
        wrapper = panel.wrappers[key]
        box = wrapper.wrappedWidget().findChild(QComboBox)
        options = wrapper.parameterDefinition().options()
        assert [box.itemData(row) for row in range(box.count())] == options
        assert all(" " in box.itemText(row) for row in range(box.count()))
        shown[key] = wrapper.parameterValue()
    assert shown == {
        "OPERATIONALISATION": "both",
        "INCREMENT": "half",
        "DIRECTION": "aggravating",
        "FAMILIES": "poisson+nb1+nb2",
        "CELL_RULE": "overlap",
        "FOLD_KIND": "stratified",
    }
    panel.wrappers["FAMILIES"].setParameterValue("nb1", panel.processing_context)
    assert panel.wrappers["FAMILIES"].parameterValue() == "nb1"


def test_no_dialog_shows_a_code_word(provider):
    for algorithm in provider.algorithms():
        for one in algorithm.parameterDefinitions():
            if one.type() != "enum" or one.options() == list(PAGES):
                continue
            labels = one.metadata().get("widget_wrapper", {}).get("labels", [])
            assert len(labels) == len(one.options()), (algorithm.id(), one.name())
            assert not {label for label in labels if not label[0].isupper() and not label[0].isdigit()}, algorithm.id()
            assert not set(labels) & set(one.options()), (algorithm.id(), one.name())


def test_few_parameters_stand_before_the_advanced_ones(provider):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    advanced = algorithm.parameterDefinition("SEED").flags() & ~algorithm.parameterDefinition("INCIDENTS").flags()
    first = [
        one.name() for one in algorithm.parameterDefinitions() if not one.isDestination() and not one.flags() & advanced
    ]
    assert first == ["STUDY_AREA", "INCIDENTS", "FACTORS", "FACTOR_SETTINGS", "BLOCK_LENGTH", "PERIOD_FIELD"]
    assert algorithm.parameterDefinition("MODEL").createByDefault()


def test_the_table_of_factors_is_filled_in_by_choosing(dialog):
    panel = dialog.mainWidget()
    wrapper = panel.wrappers["FACTOR_SETTINGS"]
    table = wrapper.wrappedWidget().findChild(QTableWidget)
    assert [table.horizontalHeaderItem(column).text() for column in range(5)] == [
        "Risk factor", "Acts", "Blocks", "Step", "Direction",
    ]  # fmt: skip
    assert wrapper.parameterValue() == []
    add, remove = wrapper.wrappedWidget().findChildren(QPushButton)
    add.click()
    table.cellWidget(0, 0).setText("bars")
    table.cellWidget(0, 1).setCurrentIndex(table.cellWidget(0, 1).findText("By being concentrated (density)"))
    table.cellWidget(0, 2).setText("4")
    assert wrapper.parameterValue() == ["bars", "density", "4", "", ""]
    rows = ["bars", "density", 4, "", "", "parks", "nonsense", "", "whole", "protective"]
    wrapper.setParameterValue(rows, panel.processing_context)
    # what cannot be chosen is kept, for the run to refuse
    assert wrapper.parameterValue() == [str(cell) for cell in rows]
    table.selectRow(0)
    remove.click()
    assert wrapper.parameterValue() == ["parks", "nonsense", "", "whole", "protective"]


def test_in_a_model_parameters_have_the_designers_own_widgets(provider):
    from processing.gui.wrappers import WidgetWrapperFactory
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm())
    for key in ("FAMILIES", "FACTOR_SETTINGS"):
        wrapper = WidgetWrapperFactory.create_wrapper(algorithm.parameterDefinition(key), dialog)
        assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    end(dialog)


def test_several_choices_are_ticked_by_their_words(provider, monkeypatch):
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)
    dialog = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById("rtm:batch"), False, None)
    panel = dialog.mainWidget()
    wrapper = panel.wrappers["LEAVES"]
    boxes = wrapper.wrappedWidget().findChildren(QCheckBox)
    assert wrapper.parameterDefinition().options() == list(FILES)
    assert [box.text() for box in boxes][:3] == ["Risk terrain", "Model table", "Report"] and len(boxes) == 5
    assert wrapper.parameterValue() == ["risk_terrain", "model_table", "report"]
    for box in boxes[:3]:
        box.click()
    assert wrapper.parameterValue() == []
    boxes[4].click()
    assert wrapper.parameterValue() == ["cells"]
    wrapper.setParameterValue("report,candidates", panel.processing_context)
    assert wrapper.parameterValue() == ["report", "candidates"]
    dialog.close()
    end(dialog)


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT < 34000, reason="QGIS before 3.40 looks for no widgets by name")
def test_qgis_finds_them_by_name(provider):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    registry, context = QgsGui.processingGuiRegistry(), QgsProcessingContext()
    made, widgets = {}, {}
    for key in ("FAMILIES", "FACTOR_SETTINGS"):
        parameter = algorithm.parameterDefinition(key)
        made[key] = registry.createParameterWidgetWrapper(parameter, QgsProcessingGui.WidgetType.Standard)
        widgets[key] = made[key].createWrappedWidget(context)
    gc.collect()
    assert made["FAMILIES"].parameterValue() == "poisson+nb1+nb2"
    made["FAMILIES"].setParameterValue("nb1", context)
    assert made["FAMILIES"].parameterValue() == "nb1"
    add, _ = widgets["FACTOR_SETTINGS"].findChildren(QPushButton)
    add.click()
    assert made["FACTOR_SETTINGS"].parameterValue() == [""] * 5
    for widget in widgets.values():
        end(widget)
