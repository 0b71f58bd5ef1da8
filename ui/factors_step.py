"""Step 2 of the panel: the risk factors, each with its settings in a row."""

from dataclasses import dataclass, field

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.parameters.factor_settings import directions, increments, operationalisations
from ..processing_provider.reading.factor_layers import HEADERS, settings_of
from ..processing_provider.reading.sources import layer_name
from ..rtm_plugin.errors import FactorError
from ..rtm_plugin.translation import tr
from ..rtm_plugin.variables.factors import FactorSpec
from .runs import Run
from .words import Words

NAME, CHECK, FEATURES, ACTS, BLOCKS, STEP, DIRECTION, SHOWN = range(8)
_MARGIN, _WIDEST_NAME = 8, 170  # pixels
_LOOKS = {"fine": "/mIconSuccess.svg", "doubtful": "/mIconWarning.svg", "unusable": "/mIconCritical.svg"}
_DEFAULTS = {
    ACTS: FactorSpec.operationalisation,
    BLOCKS: f"{FactorSpec.max_blocks:g}",
    STEP: FactorSpec.increment,
    DIRECTION: FactorSpec.direction,
    SHOWN: "",
}


def choices():
    """Codes and words of the columns that are chosen from."""
    return {ACTS: operationalisations(), STEP: increments(), DIRECTION: directions()}


def _short_words():
    """What the cells show of their codes; a choice is made among the words of :func:`choices`."""
    return {
        ACTS: {"auto": tr("auto"), "proximity": tr("near"), "density": tr("dense"), "both": tr("both")},
        STEP: {"half": tr("½"), "whole": tr("1")},
        DIRECTION: {"aggravating": tr("raises"), "protective": tr("lowers")},
    }


@dataclass(frozen=True)
class Checked:
    """What the check of the inputs says of a layer."""

    looks: str  # one of _LOOKS
    text: str
    suggested: str = ""


@dataclass
class FactorRow:
    """A layer that may be a factor: whether it is one, its settings by column, and what a check has found."""

    layer: str  # its id
    name: str
    n_features: int
    ticked: bool = False
    settings: dict = field(default_factory=lambda: dict(_DEFAULTS))
    checked: Checked = None


class FactorModel(QAbstractTableModel):
    """The rows of the table; the first column has the ticks."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.rows = []

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=QModelIndex()):  # noqa: B008
        return 0 if parent.isValid() else SHOWN + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        titles = (
            (tr("Risk factor"), tr("The layer: tick it to make it a risk factor")),
            (tr("Check"), tr("What the last check has found: choose a row to read it")),
            (tr("Features"), tr("How many the layer has")),
            (tr("Acts"), tr("By being near, by being concentrated, or try both")),
            (tr("Blocks"), tr("The farthest that it may reach, in block lengths")),
            (tr("Step"), tr("Distances are tried in steps of half a block or a whole one")),
            (tr("Direction"), tr("Whether it is expected to raise the risk or to lower it")),
            (tr("Name to show"), tr("In charts, sentences and tables; empty: the layer's name")),
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return titles[section][0]
        return titles[section][1] if role == Qt.ItemDataRole.ToolTipRole else None

    def flags(self, index):
        flags = super().flags(index)
        if index.column() == NAME:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() >= ACTS else flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column >= ACTS:
            return row.settings[column]
        if column == CHECK:
            return self._check_data(row.checked, role)
        if role == Qt.ItemDataRole.DisplayRole:
            if column <= FEATURES:
                return row.name if column == NAME else f"{row.n_features:,}"
            return _short_words().get(column, {}).get(row.settings[column], row.settings[column])
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            if column in choices():
                return choices()[column][row.settings[column]]
            return self.data(index, Qt.ItemDataRole.DisplayRole)
        return None

    def _check_data(self, checked, role):
        if checked is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole:
            return QgsApplication.getThemeIcon(_LOOKS[checked.looks])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = {"fine": tr("fine"), "doubtful": tr("look at it"), "unusable": tr("cannot be used")}
            return words[checked.looks]
        return checked.text if role == Qt.ItemDataRole.ToolTipRole else None

    def show_checks(self, checks):
        """Show what was found, {name of a layer: Checked}."""
        for row in self.rows:
            row.checked = checks.get(row.name)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, CHECK, CHECK)
        if self.rows:
            self.dataChanged.emit(self.index(0, CHECK), self.index(len(self.rows) - 1, CHECK))

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            row.ticked = value in (Qt.CheckState.Checked, 2)  # as an enumeration, or as the number that views send
        elif role == Qt.ItemDataRole.EditRole and index.column() >= ACTS:
            row.settings[index.column()] = str(value).strip().replace(";", ",")  # which parts the names to show
        else:
            return False
        self.dataChanged.emit(index, index)
        return True

    def follow(self, layers):
        """Have a row for each of these vector layers, keeping what was set for those that stay."""
        known = {row.layer: row for row in self.rows}
        rows = [known.get(one.id()) or FactorRow(one.id(), "", 0) for one in layers]
        for row, layer in zip(rows, layers):
            row.name, row.n_features = layer_name(layer.name(), layer.source()), layer.featureCount()
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()


class ChoiceDelegate(QStyledItemDelegate):
    """Edits codes by a choice among their words."""

    def createEditor(self, parent, option, index):
        words = choices().get(index.column())
        if words is None:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for code, shown in words.items():
            box.addItem(shown, code)
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + _MARGIN)
        box.activated.connect(lambda *_: (self.commitData.emit(box), self.closeEditor.emit(box)))
        return box

    def setEditorData(self, editor, index):
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor, model, index):
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)


def _checked(rows):
    """What the rows of a check say of one layer: one row, or one for each factor that it holds."""
    texts, level = [], 0
    for row in rows:
        problem, warnings = row["problem"] or "", row["warnings"] or ""
        level = max(level, 2 if problem else int(bool(warnings)))
        suggestion = ""
        if row["suggested"]:
            suggestion = tr("Suggested: {operationalisation}, because {why}.").format(
                operationalisation=operationalisations()[row["suggested"]], why=row["why"]
            )
        texts.append(" ".join(filter(None, (problem, warnings, row["features"] or "", suggestion))))
    return Checked(tuple(_LOOKS)[level], "\n".join(texts), rows[0]["suggested"] or "" if len(rows) == 1 else "")


class FactorsStep(QWidget):
    """All vector layers of the project; those that are ticked are the factors."""

    changed = pyqtSignal()

    def __init__(self, selected_layers, request, parent=None):
        """``selected_layers`` gives the layers that are selected in the layer tree, those of groups included;
        ``request`` what is asked for in all steps together."""
        super().__init__(parent)
        self._selected_layers, self._request = selected_layers, request
        self.checking, self._without_row = None, []  # the run that checks, and cells of factors that a field makes
        self.model = FactorModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChoiceDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        # a click edits, arrows only go about: otherwise they would change what they come across
        edited_by = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(edited_by.EditKeyPressed | edited_by.AnyKeyPressed)
        self.table.clicked.connect(lambda index: index.column() >= ACTS and self.table.edit(index))
        self.table.setTabKeyNavigation(False)
        self.table.setToolTip(tr("Tick what may matter: the model finds out what does"))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # names often begin alike
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + _MARGIN)
        self.about = Words()  # the chosen row
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.all_points = self._button(tr("Tick all points"), tr("All layers of points but the incidents"))
        self.selected = self._button(tr("Tick selected"), tr("The layers and groups selected in the layer tree"))
        self.none = self._button(tr("Tick none"), tr("Begin again"))
        self.check = self._button(tr("Check"), tr("What is doubtful about the ticked layers, and what cannot be used"))
        self.suggest = self._button(
            tr("Suggest"), tr("Let the points of the ticked layers, or of those chosen here, decide how they act")
        )
        self.split = self._button(tr("Split…"), tr("Make a layer of each class of points of interest"))
        self.all_points.clicked.connect(self._tick_points)
        self.selected.clicked.connect(self._tick_selected)
        self.none.clicked.connect(lambda: self._tick(lambda layer: False))
        self.check.clicked.connect(lambda: self._check())
        self.suggest.clicked.connect(lambda: self._check(self._apply_suggestions))
        buttons = QGridLayout()
        for place, button in enumerate(
            (self.all_points, self.selected, self.none, self.check, self.suggest, self.split)
        ):
            buttons.addWidget(button, place // 3, place % 3)
        layout = QVBoxLayout(self)
        layout.addLayout(buttons)
        layout.addWidget(self.table)
        layout.addWidget(self.about)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        self.left_out = set()  # ids of the layers of step 1
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved, project.layerTreeRoot().nameChanged):
            signal.connect(self.follow_project)
        self.model.dataChanged.connect(lambda *_: self.changed.emit())
        self.follow_project()

    def _button(self, words, tip):
        button = QPushButton(words)
        button.setToolTip(tip)
        return button

    def follow_project(self, *_):
        layers = [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)]
        layers = [one for one in layers if one.isSpatial() and one.id() not in self.left_out]
        self.model.follow(sorted(layers, key=lambda one: one.name().casefold()))
        self.table.setColumnWidth(NAME, min(self.table.sizeHintForColumn(NAME) + _MARGIN, _WIDEST_NAME))
        self.changed.emit()

    def leave_out(self, ids):
        """Offer no row for the layers of study area and incidents."""
        if set(ids) != self.left_out:
            self.left_out = set(ids)
            self.follow_project()

    def current_layer(self):
        """The id of the layer whose row is chosen, None without one."""
        place = self.table.currentIndex().row()
        return self.model.rows[place].layer if 0 <= place < len(self.model.rows) else None

    def _show_row(self):
        place = self.table.currentIndex().row()
        checked = self.model.rows[place].checked if 0 <= place < len(self.model.rows) else None
        self.about.say("" if checked is None else checked.text)

    def _check(self, then=None):
        """Check the ticked layers in the background, and show what was found in their rows."""
        if self.checking is not None:
            return
        if not any(row.ticked for row in self.model.rows):
            self.about.say(tr("No layer is ticked: tick some, which are then looked at."))
            return
        asked = {**self._request().parameters(), "OUTPUT": "memory:"}
        asked.pop("PERIOD_SPLIT", None)
        run = Run("rtm:checkinputs", asked, load=False, remember=False, parent=self)
        said = []
        run.feedback.said.connect(lambda text, is_warning: said.append(text) if is_warning else None)
        run.ended.connect(lambda successful, results: self._show_checks(successful, results, said, then))
        reason = run.start()
        self.about.say(reason or tr("Looking at the layers…"))
        if not reason:
            self.checking = run
            self.check.setEnabled(False)
            self.suggest.setEnabled(False)

    def _show_checks(self, successful, results, said, then):
        run, self.checking = self.checking, None
        self.check.setEnabled(True)
        self.suggest.setEnabled(True)
        if not successful:
            self.about.say(" ".join(said))
            return
        table = run.context.getMapLayer(results["OUTPUT"])
        checks = {}
        for row in table.getFeatures():
            checks.setdefault(row["layer"], []).append(row)
        self.model.show_checks({layer: _checked(rows) for layer, rows in checks.items()})
        self.about.say(
            tr("{n} risk factors can be used, {bad} cannot. Choose a row to read what was found.").format(
                n=results["N_FACTORS"], bad=results["N_PROBLEMS"]
            )
        )
        if then is not None:
            then()

    def _apply_suggestions(self):
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        places = [place for place, row in enumerate(self.model.rows) if row.ticked and row.checked]
        for place in [one for one in places if one in chosen] if chosen & set(places) else places:
            suggested = self.model.rows[place].checked.suggested
            if suggested:
                self.model.setData(self.model.index(place, ACTS), suggested)

    def _tick_points(self):
        self._tick(lambda layer: layer is not None and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry)

    def _tick_selected(self):
        selected = {layer.id() for layer in self._selected_layers()}
        ticked = {row.layer for row in self.model.rows if row.ticked}
        self._tick(lambda layer: layer is not None and layer.id() in selected | ticked)

    def _tick(self, is_wanted):
        for number, row in enumerate(self.model.rows):
            state = (
                Qt.CheckState.Checked
                if is_wanted(QgsProject.instance().mapLayer(row.layer))
                else Qt.CheckState.Unchecked
            )
            self.model.setData(self.model.index(number, NAME), state, Qt.ItemDataRole.CheckStateRole)

    def read(self):
        """The fields of a request that this step holds: layers by their ids, rows of what is not as by default."""
        ticked = [row for row in self.model.rows if row.ticked]
        cells, labels = [], []
        for row in ticked:
            asked = ["" if row.settings[one] == _DEFAULTS[one] else row.settings[one] for one in range(ACTS, SHOWN)]
            if any(asked):
                cells += [row.name, *asked]
            if row.settings[SHOWN]:
                labels.append(f"{row.name} = {row.settings[SHOWN]}")
        return {
            "factors": [row.layer for row in ticked],
            "factor_settings": [*cells, *self._without_row],
            "factor_labels": "; ".join(labels),
        }

    def show_request(self, request):
        """Tick the factors of a request, as far as they are in the project, and show their settings."""
        try:
            known = settings_of(request)
        except FactorError:
            known = {}
        names = {ACTS: "operationalisation", BLOCKS: "max_blocks", STEP: "increment", DIRECTION: "direction"}
        self.model.beginResetModel()
        for row in self.model.rows:
            own = known.pop(row.name, {})
            row.ticked = row.layer in request.factors
            row.settings = {column: str(own.get(name, _DEFAULTS[column])) for column, name in names.items()}
            row.settings[BLOCKS] = f"{own['max_blocks']:g}" if "max_blocks" in own else _DEFAULTS[BLOCKS]
            row.settings[SHOWN] = own.get("label", "")
        self.model.endResetModel()
        # settings of factors that a field makes have no row here: they stay as they are
        cells = list(request.factor_settings) if request.factor_field else []
        rows = [cells[start : start + len(HEADERS)] for start in range(0, len(cells), len(HEADERS))]
        self._without_row = [cell for row in rows if row[0] in known for cell in row]
        self.changed.emit()

    def end(self):
        """End what runs, when the plugin is unloaded."""
        if self.checking is not None:
            self.checking.stop()
