"""Widgets of the algorithms' dialogs where QGIS's own would show code words: the values stay the codes.

Processing makes them from the ``widget_wrapper`` of a parameter's metadata, in the dialog of an algorithm and in its
batch table. In the model designer a parameter keeps QGIS's own widget, which also takes values from elsewhere.
"""

from processing.gui.wrappers import WidgetWrapper, dialogTypes
from qgis.core import NULL
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..rtm_plugin.translation import tr

MODELER = "ModelerParametersDialog"
_VISIBLE_ROWS = 4
_SCROLL_BAR = 24  # pixels that the list of a choice needs beside its words


class _OutsideModels(WidgetWrapper):
    """A wrapper that steps aside for QGIS's own in the model designer."""

    def __new__(cls, parameter, dialog, row=0, column=0, **settings):
        kind = dialog.__class__.__name__
        if kind != MODELER:
            return super().__new__(cls, parameter, dialogTypes.get(kind, QgsProcessingGui.WidgetType.Standard))
        wrapper = QgsGui.processingGuiRegistry().createModelerParameterWidget(
            dialog.model, dialog.childId, parameter, dialog.context
        )
        wrapper.setDialog(dialog)
        return wrapper


class ChoiceWrapper(_OutsideModels):
    """A choice among codes, shown in words."""

    def createWidget(self, labels):
        widget = QComboBox()
        for code, label in zip(self.parameterDefinition().options(), labels):
            widget.addItem(label, code)
        widget.setToolTip(self.parameterDefinition().help())
        widget.currentIndexChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
        return widget

    def setValue(self, value):
        place = self.widget.findData(str(value))
        if place >= 0:
            self.widget.setCurrentIndex(place)

    def value(self):
        return self.widget.currentData()


class RowsWrapper(_OutsideModels):
    """A table whose columns are free texts or choices among codes, shown in words; empty cells are empty texts."""

    def createWidget(self, columns):
        self._columns = columns
        self._table = QTableWidget(0, len(columns))
        self._table.setHorizontalHeaderLabels([title for title, _ in columns])
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.verticalHeader().hide()
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)  # all in sight, however narrow the dialog is
        for column, (_, choices) in enumerate(columns[1:], 1):
            if not choices:  # a number
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
                header.resizeSection(column, header.sectionSizeHint(column))
        self._table.setMinimumHeight(header.sizeHint().height() + _VISIBLE_ROWS * 30)
        self._table.setToolTip(self.parameterDefinition().help())
        add, remove = QPushButton(tr("Add a row")), QPushButton(tr("Remove the selected rows"))
        add.clicked.connect(lambda: self._add([""] * len(columns)))
        remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(remove)
        buttons.addStretch()
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)
        layout.addLayout(buttons)
        return widget

    def setValue(self, value):
        cells = ["" if cell is None or cell == NULL else str(cell) for cell in value or []]
        self._table.setRowCount(0)
        width = len(self._columns)
        for start in range(0, len(cells) - width + 1, width):
            self._add(cells[start : start + width])

    def value(self):
        return [
            self._cell(row, column) for row in range(self._table.rowCount()) for column in range(len(self._columns))
        ]

    def _cell(self, row, column):
        widget = self._table.cellWidget(row, column)
        return widget.currentData() if isinstance(widget, QComboBox) else widget.text().strip()

    def _add(self, cells):
        row = self._table.rowCount()
        self._table.insertRow(row)
        for column, ((title, choices), text) in enumerate(zip(self._columns, cells)):
            self._table.setItem(row, column, QTableWidgetItem())
            self._table.setCellWidget(row, column, self._editor(title, choices, text))
        self.widgetValueHasChanged.emit(self)

    def _editor(self, title, choices, text):
        if not choices:
            editor = QLineEdit(text)
            editor.setPlaceholderText(title)
            editor.textChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
            return editor
        editor = QComboBox()
        editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.setMinimumContentsLength(6)
        editor.addItem(tr("as below"), "")
        for code, label in choices:
            editor.addItem(label, code)
        place = editor.findData(text.lower())
        if place < 0:  # nothing that somebody typed is lost: the run says what is wrong with it
            editor.addItem(text, text)
            place = editor.count() - 1
        editor.setCurrentIndex(place)
        editor.view().setMinimumWidth(editor.view().sizeHintForColumn(0) + _SCROLL_BAR)
        editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the dialog
        editor.currentIndexChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
        return editor

    def _remove(self):
        for row in sorted({index.row() for index in self._table.selectedIndexes()}, reverse=True):
            self._table.removeRow(row)
        self.widgetValueHasChanged.emit(self)
