"""What if? Risk factors, and single features of them, are unticked; a run shows what that would change."""

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProcessingUtils,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ..rtm_plugin.translation import tr
from .runs import Run
from .words import Words

_MOST_LISTED = 2000  # features of a factor; others are unticked by selecting them on the map
_ID = Qt.ItemDataRole.UserRole


class WhatIf(QWidget):
    """The factors of a model with ticks, their features below them once they are opened."""

    ended = pyqtSignal(bool)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._known = {}  # parameters of the run
        self._layers = {}  # their ids, by the factor's name
        self.run = None
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setToolTip(tr("Untick risk factors, or single features below them, to see what that would change"))
        self.tree.itemExpanded.connect(self._list_features)
        self.selected = QPushButton(tr("Untick selected"))
        self.selected.setToolTip(tr("Leave out the features that are selected on the map"))
        self.selected.clicked.connect(self._untick_selected)
        self.all = QPushButton(tr("Tick all"))
        self.all.setToolTip(tr("Leave out nothing"))
        self.all.clicked.connect(lambda: self.show_factors(self._factors, self._layers, self._known))
        self.show_button = QPushButton(tr("Show the difference"))
        self.show_button.setToolTip(tr("Score the model without what is unticked, and put the change on the map"))
        self.show_button.clicked.connect(self.start)
        self.said = Words()
        buttons = QHBoxLayout()
        for button in (self.selected, self.all, self.show_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tree)
        layout.addLayout(buttons)
        layout.addWidget(self.said)
        self._factors = {}

    def show_factors(self, factors, layers, known):
        """Offer the factors {name: shown name} of a model; ``layers`` are the ids of those that hold one factor."""
        self._factors, self._layers, self._known = dict(factors), dict(layers), dict(known)
        self.tree.clear()
        self.said.say("")
        for name, shown in self._factors.items():
            item = QTreeWidgetItem(self.tree, [shown])
            item.setData(0, _ID, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            item.setCheckState(0, Qt.CheckState.Checked)
            if name in self._layers:
                item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def _layer(self, item):
        """The layer of a factor, None where it has none of its own, or has left the project."""
        return QgsProject.instance().mapLayer(self._layers.get(item.data(0, _ID), ""))

    def _list_features(self, item):
        """Put the features of a factor below it, by their names."""
        layer = self._layer(item)
        if layer is None or item.childCount():
            return
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setLimit(_MOST_LISTED)
        self._add(item, layer, request)
        more = layer.featureCount() - item.childCount()
        if more > 0:
            note = QTreeWidgetItem(item, [tr("{n:,} more: select them on the map").format(n=more)])
            note.setFlags(Qt.ItemFlag.ItemIsEnabled)

    def _add(self, item, layer, request):
        name = QgsExpression(layer.displayExpression())
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        features = []
        for feature in layer.getFeatures(request):
            context.setFeature(feature)
            shown = name.evaluate(context)
            features.append((str(shown) if shown else tr("number {id}").format(id=feature.id()), feature.id()))
        state = item.checkState(0)
        for shown, number in sorted(features):
            child = QTreeWidgetItem(item, [shown])
            child.setData(0, _ID, number)
            child.setFlags(child.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            child.setCheckState(0, state)

    def _untick_selected(self):
        n_unticked = 0
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            layer = self._layer(item)
            wanted = set() if layer is None else set(layer.selectedFeatureIds())
            if not wanted:
                continue
            self._list_features(item)
            listed = {item.child(row).data(0, _ID) for row in range(item.childCount())}
            if wanted - listed:
                self._add(item, layer, QgsFeatureRequest().setFilterFids(list(wanted - listed)))
            for row in range(item.childCount()):
                if item.child(row).data(0, _ID) in wanted:
                    item.child(row).setCheckState(0, Qt.CheckState.Unchecked)
            n_unticked += len(wanted)
        self.said.say(
            tr("{n:,} features are unticked.").format(n=n_unticked)
            if n_unticked
            else tr("No feature of these layers is selected on the map.")
        )

    def without(self):
        """What is unticked, as ``rtm:applymodel`` takes it."""
        lines = []
        for item, numbers in self._unticked():
            which = f" = $id in ({', '.join(map(str, numbers))})" if numbers else ""
            lines.append(item.data(0, _ID) + which)
        return "\n".join(lines)

    def _words_without(self):
        """What is unticked, for people."""
        parts = []
        for item, numbers in self._unticked():
            factor = item.text(0)
            parts.append(tr("{n:,} of {factor}").format(n=len(numbers), factor=factor) if numbers else factor)
        return tr("Left out: {names}.").format(names=", ".join(parts))

    def _unticked(self):
        """(item of a factor, ids of its features that are unticked: none where the whole factor is)."""
        for place in range(self.tree.topLevelItemCount()):
            item = self.tree.topLevelItem(place)
            children = [item.child(row) for row in range(item.childCount())]
            out = [one.data(0, _ID) for one in children if one.checkState(0) == Qt.CheckState.Unchecked]
            out = sorted(one for one in out if one is not None)
            if item.checkState(0) == Qt.CheckState.Unchecked:
                yield item, []
            elif out:
                yield item, out

    def start(self):
        """Score the model without what is unticked, in the background."""
        without = self.without()
        if self.run is not None:
            return
        if not without:
            self.said.say(tr("Everything is ticked: untick a risk factor or a feature first."))
            return
        known = [one for one in self._known["FACTORS"] if QgsProject.instance().mapLayer(one)]
        asked = {**self._known, "FACTORS": known, "WITHOUT": without}
        asked["RISK_TERRAIN"] = QgsProcessingUtils.generateTempFilename("what_if.tif")
        asked["DIFFERENCE"] = QgsProcessingUtils.generateTempFilename("difference.tif")
        run = Run("rtm:applymodel", asked, parent=self)
        left_out, said = self._words_without(), []
        run.feedback.said.connect(lambda text, is_warning: said.append(text) if is_warning else None)
        run.ended.connect(lambda successful, results: self._end(successful, results, left_out, said))
        reason = run.start()
        self.said.say(reason or tr("Scoring…"))
        if not reason:
            self.run = run
            self.show_button.setEnabled(False)

    def _end(self, successful, results, left_out, said):
        self.run = None
        self.show_button.setEnabled(True)
        if successful and "EXPECTED_CHANGE_PERCENT" in results:
            said = [
                left_out,
                tr(
                    "Expected incidents: {before:,.4g} before, {after:,.4g} after ({percent:+.2g}%); highest-risk "
                    "cells: {highest_before:,} before, {highest_after:,} after. This is correlation: it does not "
                    "say that the change would lower the risk."
                ).format(
                    before=results["EXPECTED_BEFORE"],
                    after=results["EXPECTED_AFTER"],
                    percent=results["EXPECTED_CHANGE_PERCENT"],
                    highest_before=results["N_HIGHEST_BEFORE"],
                    highest_after=results["N_HIGHEST_AFTER"],
                ),
                *said,
            ]
        self.said.say(" ".join(said))
        self.ended.emit(successful)

    def end(self):
        if self.run is not None:
            self.run.stop()
