"""The panel: from layers to a map of risk and back to "why here?", in five steps.

It is a view of one :class:`ModelRequest`, the plain object that algorithm, command line and batch share: the steps show
its fields and read them back. Whatever is computed is a run of Processing.
"""

from dataclasses import fields, replace
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.model_request import ModelRequest
from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from . import setup
from .area_step import AreaStep
from .factors_step import FactorsStep
from .guide import Guide
from .results_step import ResultsStep
from .run_step import RunStep
from .runs import Run
from .settings_step import SettingsStep
from .steps import Steps

MODEL = "rtm:riskterrainmodel"
_AREA, _FACTORS, _SETTINGS, _RUN, _RESULTS = range(5)
_FILES = {"RISK_TERRAIN": "risk_terrain.tif", "MODEL": "model.json", "MODEL_TABLE": "factors.gpkg"}
_REPORT = {"REPORT": "report.html"}


class Panel(QgsDockWidget):
    """Holds the steps, runs what they ask for, and keeps setup and results with the project."""

    def __init__(self, iface):
        super().__init__(tr("Risk Terrain Modelling"), iface.mainWindow())
        self.setObjectName("RiskTerrainModellingPanel")
        self.iface = iface
        self._is_restoring = False
        self._loaded = ModelRequest()  # what the steps do not show stays as it was loaded
        self._city_run = None
        selected_layers = lambda: iface.layerTreeView().selectedLayersRecursive()  # noqa: E731
        self.area, self.factors = AreaStep(), FactorsStep(selected_layers, self.request)
        self.settings, self.running = SettingsStep(), RunStep(MODEL)
        self.results = ResultsStep(iface.mapCanvas())
        self.guide = Guide()
        self.steps = Steps()
        for title, page in (
            (tr("1  Study area and incidents"), self.area),
            (tr("2  Risk factors"), self.factors),
            (tr("3  Settings"), self.settings),
            (tr("4  Run"), self.running),
            (tr("5  Results"), self.results),
        ):
            self.steps.add(title, page)
        self.steps.open(_AREA)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(self._buttons())
        layout.addWidget(self.guide)
        layout.addWidget(self.steps)
        self.setWidget(body)
        self._connect()
        self.restore()

    def _buttons(self):
        self.city = QPushButton(tr("Sample city"))
        self.city.setToolTip(tr("Load a made-up city whose risk is known, and set everything up for it"))
        self.city.clicked.connect(self.load_sample_city)
        self.tour = QPushButton(tr("First run…"))
        self.tour.setToolTip(tr("Be led through the steps in two minutes, with the sample city"))
        self.tour.clicked.connect(lambda: self.load_sample_city(then=lambda: self.guide.go(0)))
        setup_button = QToolButton()
        setup_button.setText(tr("Setup"))
        setup_button.setToolTip(tr("Save or load what is set here, or copy it as a command"))
        setup_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(setup_button)
        menu.addAction(tr("Save…"), self._save_setup)
        menu.addAction(tr("Load…"), self._load_setup)
        menu.addSeparator()
        menu.addAction(tr("Copy as qgis_process command"), lambda: self._copy(self.command()))
        menu.addAction(tr("Copy as Python"), lambda: self._copy(self.python()))
        setup_button.setMenu(menu)
        row = QHBoxLayout()
        for button in (self.city, self.tour, setup_button):
            row.addWidget(button)
        row.addStretch()
        return row

    def _connect(self):
        for step in (self.area, self.factors, self.settings):
            step.changed.connect(self._changed)
        self.area.counted.connect(self.settings.show_counted)
        self.factors.split.clicked.connect(
            lambda: self.results.open_dialog("rtm:splitfactors", INPUT=self.factors.current_layer())
        )
        self.running.asked.connect(self.start)
        self.running.ended.connect(self._end)
        self.guide.shown.connect(self.steps.open)
        QgsProject.instance().readProject.connect(self.restore)
        QgsProject.instance().cleared.connect(self._forget)

    # the setup

    def request(self):
        """What is asked for, layers by their ids."""
        return replace(self._loaded, **self.area.read(), **self.factors.read(), **self.settings.read())

    def show_request(self, request):
        self._loaded = request
        self._is_restoring = True
        try:
            self.area.show_request(request)
            self.factors.leave_out([request.study_area, request.incidents])
            self.factors.show_request(request)
            self.settings.show_request(request)
        finally:
            self._is_restoring = False
        shown = {*self.area.read(), *self.factors.read(), *self.settings.read()}
        self.settings.show_kept(
            {
                field.name.upper(): getattr(request, field.name)
                for field in fields(request)
                if field.name not in shown and getattr(request, field.name) != getattr(ModelRequest(), field.name)
            }
        )
        self._changed()

    def _changed(self):
        if self._is_restoring:
            return
        request = self.request()
        self.factors.leave_out([one for one in (request.study_area, request.incidents) if one])
        n_factors = len(request.factors)
        self.settings.show_area(QgsProject.instance().mapLayer(request.study_area or ""), n_factors)
        self.area.count_soon(request)
        missing = [
            words
            for words, value in (
                (tr("a study area"), request.study_area),
                (tr("incidents"), request.incidents),
                (tr("risk factors"), request.factors),
            )
            if not value
        ]
        ready = tr("{n} risk factors are ticked.").format(n=n_factors)
        words = tr("Still to be chosen: {missing}.").format(missing=", ".join(missing)) if missing else ready
        self.running.show_ready(words, not missing)
        if any((request.study_area, request.incidents, request.factors)):
            setup.keep("setup", request.to_json())

    def restore(self, *_):
        """Show the setup and the results that the project keeps."""
        text = setup.kept("setup")
        try:
            self.show_request(ModelRequest.from_json(text) if text else ModelRequest())
        except RtmError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
        text = setup.kept("results")
        if text:
            self.results.show_text(text)
            self.steps.open(_RESULTS if self.results.saved is not None else _AREA)

    def _forget(self):
        """The project has been closed."""
        self._loaded = ModelRequest()
        self.results.forget()
        self.guide.hide()

    def command(self):
        asked = setup.addressed(self.request())
        return asked.command(RISK_TERRAIN=_FILES["RISK_TERRAIN"], MODEL=_FILES["MODEL"])

    def python(self):
        parameters = {**setup.addressed(self.request()).parameters(), **_FILES}
        algorithm = QgsApplication.processingRegistry().algorithmById(MODEL)
        return algorithm.asPythonCommand(parameters, QgsProcessingContext())

    def _copy(self, text):
        QApplication.clipboard().setText(text)
        self._tell(tr("Copied."))

    def _save_setup(self):
        path, _ = QFileDialog.getSaveFileName(self, tr("Save the setup"), "", "JSON (*.json)")
        if path:
            self.save_setup(path)

    def save_setup(self, path):
        try:
            setup.save(self.request(), path)
        except OSError as error:
            self._tell(
                tr("'{path}' cannot be written: {reason}.").format(path=path, reason=error.strerror),
                Qgis.MessageLevel.Warning,
            )

    def _load_setup(self):
        path, _ = QFileDialog.getOpenFileName(self, tr("Load a setup"), "", "JSON (*.json)")
        if path:
            self.load_setup(path)

    def load_setup(self, path):
        """Show a saved setup; layers that are not in the project stay empty, and are named."""
        try:
            request, missing = setup.load(path)
        except (RtmError, OSError, UnicodeDecodeError) as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
            return
        self.show_request(request)
        if missing:
            self._tell(
                tr("Not in the project: {missing}").format(missing=", ".join(missing)), Qgis.MessageLevel.Warning
            )

    # running

    def outputs(self):
        """Where the results of the next run go."""
        folder = self.settings.folder.filePath().strip()
        files = {**_FILES, **(_REPORT if self.settings.report.isChecked() else {})}
        return {
            key: str(Path(folder) / name) if folder else QgsProcessingUtils.generateTempFilename(name)
            for key, name in files.items()
        }

    def start(self):
        """Fit the model in the background."""
        self.running.begin({**self.request().parameters(), **self.outputs()})

    def _end(self, successful, results):
        if not successful:
            return
        self.steps.open(_RESULTS)
        self.results.show_results({**self.running.parameters, **results})
        setup.keep("results", self.results.text())
        self.guide.follow_run()

    def _tell(self, text, level=Qgis.MessageLevel.Info):
        self.iface.messageBar().pushMessage(tr("Risk Terrain Modelling"), text, level)

    def load_sample_city(self, _=False, then=None):
        """Make the sample city in a temporary file, load it, and set everything up for it."""
        path = QgsProcessingUtils.generateTempFilename("sample_city.gpkg")
        run = Run("rtm:samplecity", {"OUTPUT": path}, parent=self)
        run.ended.connect(lambda successful, results: self._set_up_city(successful, results, then))
        reason = run.start()
        for button in (self.city, self.tour):
            button.setEnabled(bool(reason))
        self._city_run = run
        if reason:
            self._tell(reason, Qgis.MessageLevel.Warning)

    def _set_up_city(self, successful, results, then):
        for button in (self.city, self.tour):
            button.setEnabled(True)
        if not successful:
            return
        asked = ModelRequest(
            study_area=results["STUDY_AREA"],
            incidents=results["INCIDENTS_PERIOD_1"],
            factors=results["FACTORS"],
            factor_settings=results["FACTOR_SETTINGS"].split(","),
        )
        self.show_request(setup.in_project(asked)[0])
        self.steps.open(_RUN)
        if then is not None:
            then()

    def end(self):
        """Let go of the project and the map, when the plugin is unloaded."""
        for step in (self.area, self.factors, self.settings, self.running, self.results):
            step.end()
        if self._city_run is not None:
            self._city_run.stop()
        project = QgsProject.instance()
        project.readProject.disconnect(self.restore)
        project.cleared.disconnect(self._forget)
