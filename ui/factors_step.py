"""Step 2 of the panel: the risk factors, each with its settings in a row."""

from dataclasses import dataclass, field

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.parameters.factor_settings import directions, increments, operationalisations
from ..processing_provider.reading.factor_layers import settings_rows
from ..rtm_plugin.errors import FactorError
from ..rtm_plugin.translation import tr
from ..rtm_plugin.variables.factors import FactorSpec

NAME, FEATURES, ACTS, BLOCKS, STEP, DIRECTION, SHOWN = range(7)
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


@dataclass
class FactorRow:
    """A layer that may be a factor: whether it is one, and its settings by column."""

    layer: str  # its id
    name: str
    n_features: int
    ticked: bool = False
    settings: dict = field(default_factory=lambda: dict(_DEFAULTS))


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
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() != FEATURES else flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == NAME:
            return Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.EditRole and column >= ACTS:
            return row.settings[column]
        if role == Qt.ItemDataRole.DisplayRole:
            if column <= FEATURES:
                return row.name if column == NAME else f"{row.n_features:,}"
            return choices().get(column, {}).get(row.settings[column], row.settings[column])
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.data(index, Qt.ItemDataRole.DisplayRole)
        return None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME:
            row.ticked = value in (Qt.CheckState.Checked, 2)  # as an enumeration, or as the number that views send
        elif role == Qt.ItemDataRole.EditRole and index.column() >= ACTS:
            row.settings[index.column()] = str(value).strip()
        else:
            return False
        self.dataChanged.emit(index, index)
        return True

    def follow(self, layers):
        """Have a row for each of these vector layers, keeping what was set for those that stay."""
        known = {row.layer: row for row in self.rows}
        rows = [known.get(one.id()) or FactorRow(one.id(), one.name(), one.featureCount()) for one in layers]
        for row, layer in zip(rows, layers):
            row.name, row.n_features = layer.name(), layer.featureCount()
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


class FactorsStep(QWidget):
    """All vector layers of the project; those that are ticked are the factors."""

    changed = pyqtSignal()

    def __init__(self, selected_layers, parent=None):
        """``selected_layers`` gives the layers that are selected in the layer tree, those of groups included."""
        super().__init__(parent)
        self._selected_layers = selected_layers
        self.model = FactorModel(self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegate(ChoiceDelegate(self.table))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.all_points = QPushButton(tr("Tick all point layers"))
        self.all_points.setToolTip(tr("All but the incidents"))
        self.selected = QPushButton(tr("Tick the selected"))
        self.selected.setToolTip(tr("The layers and groups that are selected in the layer tree"))
        self.none = QPushButton(tr("Tick none"))
        self.none.setToolTip(tr("Begin again"))
        self.split = QPushButton(tr("Split…"))
        self.split.setToolTip(tr("Make a layer of each class of points of interest"))
        self.all_points.clicked.connect(self._tick_points)
        self.selected.clicked.connect(self._tick_selected)
        self.none.clicked.connect(lambda: self._tick(lambda layer: False))
        buttons = QHBoxLayout()
        buttons.addWidget(self.all_points)
        buttons.addWidget(self.selected)
        buttons.addWidget(self.none)
        buttons.addWidget(self.split)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addLayout(buttons)
        self.left_out = set()  # ids of the layers of step 1
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved, project.layerTreeRoot().nameChanged):
            signal.connect(self.follow_project)
        self.model.dataChanged.connect(lambda *_: self.changed.emit())
        self.follow_project()

    def follow_project(self, *_):
        layers = [one for one in QgsProject.instance().mapLayers().values() if isinstance(one, QgsVectorLayer)]
        layers = [one for one in layers if one.isSpatial() and one.id() not in self.left_out]
        self.model.follow(sorted(layers, key=lambda one: one.name().casefold()))
        self.changed.emit()

    def leave_out(self, ids):
        """Offer no row for the layers of study area and incidents."""
        if set(ids) != self.left_out:
            self.left_out = set(ids)
            self.follow_project()

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
        found = {"factors": [row.layer for row in ticked]}
        return (
            found
            | ({"factor_settings": cells} if cells else {})
            | ({"factor_labels": "; ".join(labels)} if labels else {})
        )

    def show_request(self, request):
        """Tick the factors of a request, as far as they are in the project, and show their settings."""
        try:
            rows = settings_rows(request.factor_settings)
        except FactorError:
            rows = {}
        labels = dict(one.split(" = ", 1) for one in request.factor_labels.split("; ") if " = " in one)
        names = ("operationalisation", "max_blocks", "increment", "direction")
        self.model.beginResetModel()
        for row in self.model.rows:
            row.ticked = row.layer in request.factors
            own = rows.get(row.name, {})
            row.settings = {
                ACTS + place: str(own.get(name, _DEFAULTS[ACTS + place])) for place, name in enumerate(names)
            }
            row.settings[BLOCKS] = f"{own['max_blocks']:g}" if "max_blocks" in own else _DEFAULTS[BLOCKS]
            row.settings[SHOWN] = labels.get(row.name, "")
        self.model.endResetModel()
        self.changed.emit()
