"""Widgets of the algorithms' dialogs where QGIS's own would show code words: the values stay the codes.

The ``widget_wrapper`` of a parameter's metadata says which, and what it needs: a class, from which Processing's Python
makes it, and a name, by which QGIS since 3.40 finds it among the factories of :func:`add_widgets` once that Python
makes no more. The base classes there go away during QGIS 4; none is used here.
"""

from qgis.core import NULL
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingGui,
    QgsProcessingParameterWidgetFactoryInterface,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
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

_VISIBLE_ROWS = 4
_SCROLL_BAR = 24  # pixels that the list of a choice needs beside its words


class _Wrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """Of what Processing asks for: the widget of a parameter, and its value in and out.

    What Python makes for QGIS, QGIS takes away from it, until this was mended during QGIS 4: Python can use neither
    the widget that ``createWidget`` returns, nor a wrapper from a factory, though QGIS goes on calling its methods. So
    these ask nothing of the wrapper itself, and what they work with lies inside the widget that is given away.
    """

    def __init__(self, parameter, kind):
        super().__init__(parameter, kind)
        self._settings = parameter.metadata()["widget_wrapper"]
        self._help = parameter.help()

    def _fill(self, layout):
        """Put the widgets of the parameter into the layout."""
        raise NotImplementedError

    def createWidget(self):
        widget = QWidget()
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        self._fill(layout)
        return widget

    def _changed(self, *_):
        if not sip.isdeleted(self):
            self.widgetValueHasChanged.emit(self)


class ChoiceWrapper(_Wrapper):
    """A choice among codes, shown in words."""

    def __init__(self, parameter, kind):
        super().__init__(parameter, kind)
        self._codes = parameter.options()

    def _fill(self, layout):
        self._box = QComboBox()
        for code, label in zip(self._codes, self._settings["labels"]):
            self._box.addItem(label, code)
        self._box.setToolTip(self._help)
        self._box.currentIndexChanged.connect(self._changed)
        layout.addWidget(self._box)

    def setWidgetValue(self, value, context):
        place = self._box.findData(str(value))
        if place >= 0:
            self._box.setCurrentIndex(place)

    def widgetValue(self):
        return self._box.currentData()


class ChoicesWrapper(_Wrapper):
    """Any number of codes, each with its words to be ticked."""

    def __init__(self, parameter, kind):
        super().__init__(parameter, kind)
        self._codes = parameter.options()

    def _fill(self, layout):
        self._boxes = [QCheckBox(label) for label in self._settings["labels"]]
        for box in self._boxes:
            box.setToolTip(self._help)
            box.toggled.connect(self._changed)
            layout.addWidget(box)

    def setWidgetValue(self, value, context):
        if isinstance(value, str):
            value = value.split(",")
        given = set() if value is None or value == NULL else set(map(str, value))
        for number, (code, box) in enumerate(zip(self._codes, self._boxes)):
            box.setChecked(code in given or str(number) in given)

    def widgetValue(self):
        return [code for code, box in zip(self._codes, self._boxes) if box.isChecked()]


class RowsWrapper(_Wrapper):
    """A table whose columns are free texts or choices among codes, shown in words; empty cells are empty texts."""

    def _fill(self, layout):
        self._columns = columns = self._settings["columns"]
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
        self._table.setToolTip(self._help)
        add, remove = QPushButton(tr("Add a row")), QPushButton(tr("Remove the selected rows"))
        add.clicked.connect(lambda: self._add([""] * len(columns)))
        remove.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(remove)
        buttons.addStretch()
        layout.addWidget(self._table)
        layout.addLayout(buttons)

    def setWidgetValue(self, value, context):
        cells = ["" if cell is None or cell == NULL else str(cell) for cell in value or []]
        self._table.setRowCount(0)
        width = len(self._columns)
        for start in range(0, len(cells) - width + 1, width):
            self._add(cells[start : start + width])

    def widgetValue(self):
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
        self._changed()

    def _editor(self, title, choices, text):
        if not choices:
            editor = QLineEdit(text)
            editor.setPlaceholderText(title)
            editor.textChanged.connect(self._changed)
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
        editor.currentIndexChanged.connect(self._changed)
        return editor

    def _remove(self):
        for row in sorted({index.row() for index in self._table.selectedIndexes()}, reverse=True):
            self._table.removeRow(row)
        self._changed()


class _Factory(QgsProcessingParameterWidgetFactoryInterface):
    """Makes the wrappers of one class, under a name that parameters ask for."""

    def __init__(self, name, wrapper):
        super().__init__()
        self._name, self._wrapper = name, wrapper
        self._made = {}  # QGIS keeps no reference to what is Python's of them

    def parameterType(self):
        return self._name

    def createWidgetWrapper(self, parameter, kind):
        made = self._wrapper(parameter, kind)
        number = id(made)
        self._made[number] = made
        made.destroyed.connect(lambda: self._made.pop(number, None))
        return made


def add_widgets():
    """Have QGIS know the widgets; returns what makes it forget them."""
    registry = QgsGui.processingGuiRegistry()
    wrappers = {"rtm_choice": ChoiceWrapper, "rtm_choices": ChoicesWrapper, "rtm_rows": RowsWrapper}
    factories = [_Factory(name, wrapper) for name, wrapper in wrappers.items()]
    for factory in factories:
        registry.addParameterWidgetFactory(factory)
    return lambda: [registry.removeParameterWidgetFactory(factory) for factory in factories]


class _FromClass:
    """What Processing in Python takes for a class of wrappers: it gives the one that belongs to the dialog."""

    wrapper = None

    def __new__(cls, parameter, dialog, row=0, column=0, **settings):
        kind = type(dialog).__name__
        if kind == "ModelerParametersDialog":
            made = QgsGui.processingGuiRegistry().createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
            made.setDialog(dialog)
            return made
        types = QgsProcessingGui.WidgetType
        return cls.wrapper(parameter, types.Batch if kind == "BatchAlgorithmDialog" else types.Standard)


class ChoiceFromClass(_FromClass):
    wrapper = ChoiceWrapper


class ChoicesFromClass(_FromClass):
    wrapper = ChoicesWrapper


class RowsFromClass(_FromClass):
    wrapper = RowsWrapper
