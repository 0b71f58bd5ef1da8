"""Step 5 of the panel: what was found, why a place is risky, and what comes next."""

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsVectorLayer, QgsWkbTypes
from qgis.PyQt.QtWidgets import QGridLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ..processing_provider.reading.model_file import read_model
from ..processing_provider.reading.scored_terrain import TERRAIN_AND_HISTORY
from ..processing_provider.reading.sources import layer_name
from ..processing_provider.reading.trial_arms import ARM
from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .found import Found, show_answer, show_model
from .result_layers import ResultLayers
from .runs import Run
from .steps import foldable
from .what_if import WhatIf
from .why_here import WhyHere

_KEPT = ("MODEL", "RISK_TERRAIN", "FACTORS", "FACTOR_FIELD", "STUDY_AREA", "INCIDENTS")
_TALL = 260  # pixels at least for what was found, which has a chart
_WITHOUT_MODEL = ("rtm:trialdesign", "rtm:impact")  # that take places and incidents, whatever they are from


@dataclass(frozen=True)
class Answer:
    """Why a place has its score: sentences, the score where nothing acts, what multiplies it, and its history.

    ``steps`` are ((factor, operationalisation, distance), multiplier) of what acts; ``parts`` what landscape,
    around and here add to the incidents to be expected.
    """

    sentences: str
    base: float
    steps: tuple
    parts: tuple = None


class ResultsStep(QWidget):
    """Shows the results of the last run, and asks about them."""

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self.results, self.saved = {}, None  # of the last run, and its model
        self.answer, self.question = None, None  # to the last question, and the run of one that is asked
        self.found = Found()
        self.found.setMinimumHeight(_TALL)
        self.found.setToolTip(tr("What was found, and why a place is risky"))
        self.layers = ResultLayers()
        self.why_button = QPushButton(tr("Why here?"))
        self.why_button.setCheckable(True)
        self.why_button.setToolTip(
            tr("Click a place on the map, or press Enter for its middle: its score, and what each factor does to it")
        )
        self.why_button.toggled.connect(self._take_tool)
        self.again = QPushButton(tr("What was found"))
        self.again.setToolTip(tr("Show again what the model has found"))
        self.again.clicked.connect(self._show_model)
        self.what_if = WhatIf()
        layout = QVBoxLayout(self)
        layout.addWidget(self.found, 1)
        layout.addWidget(self.layers)
        grid = QGridLayout()
        grid.addWidget(self.why_button, 0, 0)
        grid.addWidget(self.again, 0, 1)
        layout.addLayout(grid)
        self.next_buttons = []
        for words, algorithm, tip in (
            (
                tr("Priority places…"),
                "rtm:priorityplaces",
                tr("The places of highest risk, ranked, with their reasons"),
            ),
            (tr("Place sheets…"), "rtm:placesheets", tr("A page for each place, to take along")),
            (tr("Map sheet…"), "rtm:mapsheet", tr("The terrain on an A4 or A3 page")),
            (tr("Report…"), "rtm:report", tr("All that was found, with places of your choice")),
            (tr("Validate…"), "rtm:validate", tr("Judge the terrain by later incidents")),
            (tr("Other layers…"), "rtm:applymodel", tr("The same model with layers of other features: a new station")),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, one=algorithm: self.open_dialog(one))
            grid.addWidget(button, *divmod(len(self.next_buttons) + 2, 3))
            self.next_buttons.append(button)
        self.use = self._use_button()
        grid.addWidget(self.use, *divmod(len(self.next_buttons) + 2, 3))
        folded = foldable(tr("What if…"), tr("See what would change without a risk factor, or without some features"))
        QVBoxLayout(folded).addWidget(self.what_if)
        folded.setCollapsed(True)
        layout.addWidget(folded)
        self.tool = WhyHere(canvas)
        self.tool.asked.connect(self.ask_why)
        self.what_if.ended.connect(lambda *_: self._show_layers())
        self.forget()

    def _use_button(self):
        """A button with a menu of what answers for the use of the map."""
        button = QPushButton(tr("Accountable use"))
        button.setToolTip(tr("Who is exposed, whether what is done works, and what has to be told of it"))
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        for words, algorithm, tip in (
            (tr("Who lives there…"), "rtm:exposure", tr("Groups of residents in or near the riskiest places")),
            (tr("Plan a trial…"), "rtm:trialdesign", tr("Lots for priority places, power, and a protocol")),
            (tr("Measure impact…"), "rtm:impact", tr("What became of treated places, set against others")),
            (
                tr("Accountability file…"),
                "rtm:accountability",
                tr("Model card, assessment support sheet and transparency record"),
            ),
        ):
            action = menu.addAction(words)
            action.setToolTip(tip)
            action.setData(algorithm)
            action.triggered.connect(lambda _=False, one=algorithm: self.open_dialog(one, **self._places_for(one)))
        button.setMenu(menu)
        return button

    def _places_for(self, algorithm):
        """The uppermost layer of the project that looks like the places an algorithm asks for."""
        asked = {"rtm:trialdesign": ("rank", "rrs_mean"), "rtm:impact": (ARM,)}.get(algorithm)
        for layer in QgsProject.instance().layerTreeRoot().layerOrder() if asked else ():
            if (
                not isinstance(layer, QgsVectorLayer)
                or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry
            ):
                continue
            names = layer.fields().names()
            if set(asked) <= set(names) and (ARM in asked or ARM not in names):
                return {"PLACES": layer.id()}
        return {}

    def show_results(self, results):
        """Show what a run of the model has written, together with what it was asked."""
        self.results = {key: results[key] for key in _KEPT if results.get(key)}
        self.answer = None
        try:
            self.saved = read_model(self.results["MODEL"])
        except RtmError as error:
            self.forget()
            self.found.setPlainText(str(error))
            return
        self._show_model()
        self._show_layers()
        layers = {layer_name(one.name(), one.source()): one.id() for one in self._factor_layers()}
        known = {key: self.results[key] for key in ("MODEL", "FACTORS", "FACTOR_FIELD") if key in self.results}
        known["RISK_TERRAIN_BEFORE"] = self.results["RISK_TERRAIN"]
        factors = {one.variable.factor: one.variable.shown for one in self.saved.model.selected}
        self.what_if.show_factors(factors, layers, known)
        self._enable()

    def _show_layers(self):
        self.layers.show_group_of(self.results.get("RISK_TERRAIN", ""))
        order = [self.found, *self.layers.ticks.values(), self.why_button]
        for before, after in zip(order, order[1:]):
            QWidget.setTabOrder(before, after)

    def text(self):
        """The results as a text that a project can keep."""
        return json.dumps(self.results)

    def show_text(self, text):
        """Show the results that a project has kept, as far as their files are still there."""
        try:
            results = json.loads(text)
            gone = [results[key] for key in ("MODEL", "RISK_TERRAIN") if not Path(results[key]).is_file()]
        except (ValueError, KeyError, TypeError):
            self.forget()
            return
        if gone:
            self.forget()
            self.found.setPlainText(
                tr("The results of the last run are gone ({path}): run it again, into a folder.").format(path=gone[0])
            )
        else:
            self.show_results(results)

    def _factor_layers(self):
        layers = map(QgsProject.instance().mapLayer, self.results.get("FACTORS", ()))
        return [layer for layer in layers if layer is not None]

    def _show_model(self):
        self.answer = None
        self.tool.forget()
        show_model(self.found, self.saved)

    def _enable(self):
        has_model = self.saved is not None
        of_model = (action for action in self.use.menu().actions() if action.data() not in _WITHOUT_MODEL)
        for widget in (self.why_button, self.again, self.what_if, *self.next_buttons, *of_model):
            widget.setEnabled(has_model)
        if not has_model:
            self.why_button.setChecked(False)
            self.found.setPlainText(tr("Nothing has been run yet."))

    def forget(self):
        self.results, self.answer, self.saved = {}, None, None
        self.tool.forget()
        self.what_if.show_factors({}, {}, {})
        self._enable()

    def open_dialog(self, algorithm, **known_too):
        """Open the dialog of another algorithm, filled with the last results and what else is known."""
        from qgis import processing

        asked = QgsApplication.processingRegistry().algorithmById(algorithm)
        terrain = self.results.get("RISK_TERRAIN")
        known = {**self.results, "RISK_TERRAINS": [terrain], "RISK_TERRAIN_BEFORE": terrain} if terrain else {}
        if algorithm == "rtm:applymodel":
            known.pop("RISK_TERRAIN", None)
        if algorithm == "rtm:impact":  # what the model was made from was before
            known["EARLIER_INCIDENTS"] = known.pop("INCIDENTS", None)
        keys = {one.name() for one in asked.parameterDefinitions()}
        known = {key: one for key, one in {**known, **known_too}.items() if key in keys and one}
        dialog = processing.createAlgorithmDialog(algorithm, known)
        dialog.show()
        return dialog

    def _take_tool(self, wanted):
        canvas = self._canvas
        if wanted:
            canvas.setMapTool(self.tool)
            self.tool.deactivated.connect(self._put_tool_down)
        elif canvas.mapTool() is self.tool:
            canvas.unsetMapTool(self.tool)
            self.tool.forget()

    def _put_tool_down(self):
        self.tool.deactivated.disconnect(self._put_tool_down)
        self.why_button.setChecked(False)

    def ask_why(self, point):
        """Explain a place, ``x,y [EPSG:27700]``, in the results."""
        if self.question is not None:
            return
        keys = ("MODEL", "RISK_TERRAIN", "FACTORS", "FACTOR_FIELD")
        parameters = {key: self.results[key] for key in keys if key in self.results}
        parameters["FACTORS"] = [layer.id() for layer in self._factor_layers()]
        parameters |= {"POINT": point, "RISK": TERRAIN_AND_HISTORY, "OUTPUT": "memory:", "PLACES": "memory:"}
        run = Run("rtm:explainplace", parameters, load=False, parent=self)
        run.feedback.said.connect(lambda text, is_warning: is_warning and self.found.append(f"<b>{escape(text)}</b>"))
        run.ended.connect(self._answer)
        reason = run.start()
        if reason:
            self.found.setPlainText(reason)
        else:
            self.question = run

    def _answer(self, successful, results):
        run, self.question = self.question, None
        if not successful or self.saved is None:
            return
        table, places = (run.context.getMapLayer(results[key]) for key in ("OUTPUT", "PLACES"))
        rows = list(table.getFeatures())
        acting = [row for row in rows if row["acts_percent"] > 0]
        steps = tuple(
            ((row["factor"], row["operationalisation"], row["influence"]), row["multiplier"]) for row in acting
        )
        (place,) = places.getFeatures()
        base = rows[0]["base"] if rows else place["rrs"]
        answer = Answer(
            results["SENTENCES"], base, steps, tuple(place[name] for name in ("landscape", "around", "here"))
        )
        show_answer(self.found, answer, self.saved, self.answer)
        self.answer = answer
        self._lead_to_features(acting)

    def _lead_to_features(self, rows):
        """Show on the map which features make the score that the rows of a table explain."""
        names = {layer_name(one.name(), one.source()): one for one in self._factor_layers()}
        shown = {one.variable.factor: one.variable.shown for one in self.saved.model.selected}
        reaches = [
            (names[row["factor"]], shown[row["factor"]], row["influence"]) for row in rows if row["factor"] in names
        ]
        self.tool.lead_to(reaches, QgsRasterLayer(self.results["RISK_TERRAIN"], ""))

    def end(self):
        """Let go of the map and of what runs."""
        if self.question is not None:
            self.question.stop()
        self.what_if.end()
        self.layers.end()
        self._canvas.unsetMapTool(self.tool)
        self.tool.forget()
