"""The dialogs: words for code words, a table of factors that fits, and the designer's own widgets in models."""

import pytest
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm
from qgis.gui import (
    QgsProcessingModelerParameterWidget,
)
from qgis.PyQt.QtWidgets import QComboBox, QPushButton, QTableWidget

ALGORITHM = "rtm:riskterrainmodel"


@pytest.fixture
def dialog(provider, monkeypatch):
    """The dialog of the main algorithm as the toolbox opens it."""
    from processing.gui import ParametersPanel
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    monkeypatch.setattr(ParametersPanel, "iface", None)  # there is no window
    dialog = AlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM), False, None)
    yield dialog
    dialog.close()
    dialog.deleteLater()


def test_choices_are_shown_in_words_and_given_as_codes(dialog):
    panel = dialog.mainWidget()
    shown = {}
    for key in ("OPERATIONALISATION", "INCREMENT", "DIRECTION", "FAMILIES", "CELL_RULE", "FOLD_KIND"):
        wrapper = panel.wrappers[key]
        assert isinstance(wrapper.widget, QComboBox)
        options = wrapper.parameterDefinition().options()
        assert [wrapper.widget.itemData(row) for row in range(wrapper.widget.count())] == options
        assert all(" " in wrapper.widget.itemText(row) for row in range(wrapper.widget.count()))
        shown[key] = wrapper.value()
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
    table = wrapper.widget.findChild(QTableWidget)
    assert [table.horizontalHeaderItem(column).text() for column in range(5)] == [
        "Risk factor", "Acts", "Blocks", "Step", "Direction",
    ]  # fmt: skip
    assert wrapper.value() == []
    add, remove = wrapper.widget.findChildren(QPushButton)
    add.click()
    table.cellWidget(0, 0).setText("bars")
    table.cellWidget(0, 1).setCurrentIndex(table.cellWidget(0, 1).findText("By being concentrated (density)"))
    table.cellWidget(0, 2).setText("4")
    assert wrapper.value() == ["bars", "density", "4", "", ""]
    rows = ["bars", "density", 4, "", "", "parks", "nonsense", "", "whole", "protective"]
    wrapper.setParameterValue(rows, panel.processing_context)
    assert wrapper.value() == [str(cell) for cell in rows], "what cannot be chosen is kept, for the run to refuse"
    table.selectRow(0)
    remove.click()
    assert wrapper.value() == ["parks", "nonsense", "", "whole", "protective"]


def test_in_a_model_parameters_have_the_designers_own_widgets(provider):
    from processing.gui.wrappers import WidgetWrapperFactory
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(ALGORITHM)
    dialog = ModelerParametersDialog(algorithm, QgsProcessingModelAlgorithm())
    for key in ("FAMILIES", "FACTOR_SETTINGS"):
        wrapper = WidgetWrapperFactory.create_wrapper(algorithm.parameterDefinition(key), dialog)
        assert isinstance(wrapper, QgsProcessingModelerParameterWidget)
    dialog.deleteLater()
