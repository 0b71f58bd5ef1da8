"""Step 5 of the panel: what was found, why a place is risky, and what comes next."""

from html import escape

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from ..processing_provider.reading.scored_terrain import TERRAIN_AND_HISTORY
from ..rtm_plugin.translation import tr
from .found import show_model
from .runs import Run
from .why_here import WhyHere


class ResultsStep(QWidget):
    """Shows the results of the last run, and asks about them."""

    def __init__(self, canvas, parent=None):
        super().__init__(parent)
        self._canvas = canvas
        self.results = {}  # of the last run
        self.answer, self.question = "", None  # to the last question, and the run of one that is asked
        self.found = QTextBrowser()
        self.found.setToolTip(tr("What was found, and why a place is risky"))
        self.why_button = QPushButton(tr("Why here?"))
        self.why_button.setCheckable(True)
        self.why_button.setToolTip(tr("Click a place on the map: its score, and what each factor multiplies it by"))
        self.why_button.toggled.connect(self._take_tool)
        self.next_buttons = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.found)
        layout.addWidget(self.why_button)
        grid = QGridLayout()
        layout.addLayout(grid)
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
            (tr("What if…"), "rtm:applymodel", tr("The same model with other features: closed bars, a new stop")),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, one=algorithm: self.open_dialog(one))
            grid.addWidget(button, len(self.next_buttons) // 2, len(self.next_buttons) % 2)
            self.next_buttons.append(button)
        self.tool = WhyHere(canvas)
        self.tool.asked.connect(self.ask_why)
        self._enable()

    def show_results(self, results):
        """Show what a run of the model has written, together with what it was asked."""
        self.results = results
        show_model(self.found, results["MODEL"])
        self._enable()

    def _enable(self):
        has_model = bool(self.results.get("MODEL"))
        for button in (self.why_button, *self.next_buttons):
            button.setEnabled(has_model)
        if not has_model:
            self.why_button.setChecked(False)
            self.found.setPlainText(tr("Nothing has been run yet."))

    def forget(self):
        self.results, self.answer = {}, ""
        self.tool.forget()
        self._enable()

    def open_dialog(self, algorithm):
        """Open the dialog of another algorithm, filled with the last results."""
        from qgis import processing

        asked = QgsApplication.processingRegistry().algorithmById(algorithm)
        terrain = self.results.get("RISK_TERRAIN")
        known = {**self.results, "RISK_TERRAINS": [terrain], "RISK_TERRAIN_BEFORE": terrain} if terrain else {}
        known.pop("REPORT", None)
        if algorithm == "rtm:applymodel":
            known.pop("RISK_TERRAIN", None)
        keys = {one.name() for one in asked.parameterDefinitions()}
        dialog = processing.createAlgorithmDialog(algorithm, {key: one for key, one in known.items() if key in keys})
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
        parameters = {key: self.results[key] for key in ("MODEL", "RISK_TERRAIN", "FACTORS") if key in self.results}
        parameters |= {"POINT": point, "RISK": TERRAIN_AND_HISTORY, "OUTPUT": "memory:"}
        run = Run("rtm:explainplace", parameters, load=False, parent=self)
        run.feedback.said.connect(lambda text, is_warning: is_warning and self.found.append(f"<b>{escape(text)}</b>"))
        run.ended.connect(self._answer)
        before, self.answer = self.answer, ""
        self.found.setPlainText(before)
        reason = run.start()
        if reason:
            self.found.setPlainText(reason)
        else:
            self.question = run

    def _answer(self, successful, results):
        run, self.question = self.question, None
        if successful:
            self.answer = results["SENTENCES"]
            before = self.found.toPlainText()
            told = self.answer
            if before:
                told = tr("{answer}\n\nThe place before, to compare:\n{before}").format(answer=told, before=before)
            self.found.setPlainText(told)
            self._lead_to_features(run.context.getMapLayer(results["OUTPUT"]))

    def _lead_to_features(self, table):
        """Show on the map which features make the score that a table explains."""
        names = {layer.name(): layer for layer in map(QgsProject.instance().mapLayer, self.results["FACTORS"]) if layer}
        rows = [row for row in table.getFeatures() if row["factor"] in names and row["acts_percent"] > 0]
        terrain = QgsRasterLayer(self.results["RISK_TERRAIN"], "")
        cell = terrain.rasterUnitsPerPixelX()  # what acts is measured from the cell's middle, not from the click
        self.tool.lead_to([(names[row["factor"]], row["influence"] + cell) for row in rows], terrain.crs())

    def end(self):
        """Let go of the map."""
        if self.question is not None:
            self.question.stop()
        self._canvas.unsetMapTool(self.tool)
        self.tool.forget()
