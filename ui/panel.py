"""The panel: from layers to a map of risk and back to "why here?", in five steps.

It is a view of one :class:`ModelRequest`, the plain object that algorithm, command line and batch share: the steps show
its fields and read them back. Whatever is computed is a run of Processing.
"""

from dataclasses import replace
from html import escape
from pathlib import Path

from qgis.core import Qgis, QgsApplication, QgsProcessingContext, QgsProcessingUtils, QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..processing_provider.model_request import ModelRequest
from ..processing_provider.reading.layer_records import layer_uri
from ..rtm_plugin.errors import RtmError
from ..rtm_plugin.translation import tr
from .area_step import AreaStep
from .factors_step import FactorsStep
from .results_step import ResultsStep
from .runs import Run
from .settings_step import SettingsStep
from .steps import Steps

MODEL = "rtm:riskterrainmodel"
_ENTRY = "RiskTerrainModelling"
_AREA, _FACTORS, _SETTINGS, _RUN, _RESULTS = range(5)
_FILES = {"RISK_TERRAIN": "risk_terrain.tif", "MODEL": "model.json", "MODEL_TABLE": "factors.gpkg"}


class Panel(QgsDockWidget):
    """Holds the steps, runs what they ask for, and keeps the setup with the project."""

    def __init__(self, iface):
        super().__init__(tr("Risk Terrain Modelling"), iface.mainWindow())
        self.setObjectName("RiskTerrainModellingPanel")
        self.iface = iface
        self.run = None
        self._is_restoring = False
        selected_layers = lambda: iface.layerTreeView().selectedLayersRecursive()  # noqa: E731
        self.area, self.factors, self.settings = AreaStep(), FactorsStep(selected_layers), SettingsStep()
        self.results = ResultsStep(iface.mapCanvas())
        self.factors.split.clicked.connect(lambda: self.results.open_dialog("rtm:splitfactors"))
        self.steps = Steps()
        for title, page in (
            (tr("1  Study area and incidents"), self.area),
            (tr("2  Risk factors"), self.factors),
            (tr("3  Settings"), self.settings),
            (tr("4  Run"), self._run_page()),
            (tr("5  Results"), self.results),
        ):
            self.steps.add(title, page)
        self.steps.open(_AREA)
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.addLayout(self._setup_buttons())
        layout.addWidget(self.steps)
        self.setWidget(body)
        for step in (self.area, self.factors, self.settings):
            step.changed.connect(self._changed)
        QgsProject.instance().readProject.connect(self.restore)
        QgsProject.instance().cleared.connect(self.results.forget)
        self.restore()

    # its parts

    def _setup_buttons(self):
        self.city = QPushButton(tr("Sample city"))
        self.city.setToolTip(tr("Load a made-up city whose risk is known, and set everything up for it"))
        self.city.clicked.connect(self.load_sample_city)
        setup = QToolButton()
        setup.setText(tr("Setup"))
        setup.setToolTip(tr("Save or load what is set here, or copy it as a command"))
        setup.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(setup)
        menu.addAction(tr("Save…"), self._save_setup)
        menu.addAction(tr("Load…"), self._load_setup)
        menu.addSeparator()
        menu.addAction(tr("Copy as qgis_process command"), lambda: self._copy(self.command()))
        menu.addAction(tr("Copy as Python"), lambda: self._copy(self.python()))
        setup.setMenu(menu)
        row = QHBoxLayout()
        row.addWidget(self.city)
        row.addWidget(setup)
        row.addStretch()
        return row

    def _run_page(self):
        self.ready = QLabel()
        self.ready.setWordWrap(True)
        self.start_button = QPushButton(tr("Run"))
        self.start_button.setToolTip(tr("Fit the model in the background; you can go on working"))
        self.start_button.clicked.connect(self.start)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip(tr("End the run; nothing of it is left"))
        self.cancel_button.setEnabled(False)
        self.cancel_button.clicked.connect(self.cancel)
        self.stage = QLabel()
        self.bar = QProgressBar()
        self.log = QTextBrowser()
        self.log.setToolTip(tr("What the run says"))
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addWidget(self.ready)
        row = QHBoxLayout()
        row.addWidget(self.start_button)
        row.addWidget(self.cancel_button)
        layout.addLayout(row)
        layout.addWidget(self.stage)
        layout.addWidget(self.bar)
        layout.addWidget(self.log)
        return page

    # the setup

    def request(self):
        """What is asked for, layers by their ids."""
        return ModelRequest(**self.area.read(), **self.factors.read(), **self.settings.read())

    def show_request(self, request):
        self._is_restoring = True
        try:
            self.area.show_request(request)
            self.factors.leave_out([request.study_area, request.incidents])
            self.factors.show_request(request)
            self.settings.show_request(request)
        finally:
            self._is_restoring = False
        self._changed()

    def _changed(self):
        if self._is_restoring:
            return
        request = self.request()
        self.factors.leave_out([one for one in (request.study_area, request.incidents) if one])
        n_factors = len(request.factors)
        self.settings.show_area(QgsProject.instance().mapLayer(request.study_area or ""), n_factors)
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
        self.ready.setText(
            tr("Still to be chosen: {missing}.").format(missing=", ".join(missing)) if missing else ready
        )
        self.start_button.setEnabled(not missing and self.run is None)
        if any((request.study_area, request.incidents, request.factors)):
            QgsProject.instance().writeEntry(_ENTRY, "setup", request.to_json())

    def restore(self, *_):
        """Show the setup that the project keeps."""
        text, found = QgsProject.instance().readEntry(_ENTRY, "setup", "")
        try:
            self.show_request(ModelRequest.from_json(text) if found and text else ModelRequest())
        except RtmError as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)

    def addressed(self):
        """The request with layers by their addresses, as other programs know them."""

        def address(layer_id):
            layer = QgsProject.instance().mapLayer(layer_id or "")
            return None if layer is None else layer_uri(layer, with_folder=True) or layer.source()

        asked = self.request()
        return replace(
            asked,
            study_area=address(asked.study_area),
            incidents=address(asked.incidents),
            factors=[address(one) for one in asked.factors],
        )

    def command(self):
        return self.addressed().command(RISK_TERRAIN=_FILES["RISK_TERRAIN"], MODEL=_FILES["MODEL"])

    def python(self):
        parameters = {**self.addressed().parameters(), "RISK_TERRAIN": _FILES["RISK_TERRAIN"], "MODEL": _FILES["MODEL"]}
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
        path = path if path.lower().endswith(".json") else f"{path}.json"
        try:
            Path(path).write_text(self.addressed().to_json(), encoding="utf-8")
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
            asked = ModelRequest.from_json(Path(path).read_text(encoding="utf-8"))
        except (RtmError, OSError, UnicodeDecodeError) as error:
            self._tell(str(error), Qgis.MessageLevel.Warning)
            return
        known = {
            layer_uri(one, with_folder=True) or one.source(): one.id()
            for one in QgsProject.instance().mapLayers().values()
        }
        wanted = [asked.study_area, asked.incidents, *asked.factors]
        missing = [one for one in wanted if one and one not in known]
        self.show_request(
            replace(
                asked,
                study_area=known.get(asked.study_area),
                incidents=known.get(asked.incidents),
                factors=[known[one] for one in asked.factors if one in known],
            )
        )
        if missing:
            self._tell(
                tr("Not in the project: {missing}").format(missing=", ".join(missing)), Qgis.MessageLevel.Warning
            )

    # running

    def outputs(self):
        """Where the results of the next run go."""
        folder = self.settings.folder.filePath().strip()
        where = {
            key: str(Path(folder) / name) if folder else QgsProcessingUtils.generateTempFilename(name)
            for key, name in _FILES.items()
        }
        if self.settings.report.isChecked():
            name = "report.html"
            where["REPORT"] = str(Path(folder) / name) if folder else QgsProcessingUtils.generateTempFilename(name)
        return where

    def start(self):
        """Fit the model in the background."""
        self.log.clear()
        self.bar.setValue(0)
        run = Run(MODEL, {**self.request().parameters(), **self.outputs()}, parent=self)
        run.feedback.said.connect(self._say)
        run.feedback.stage.connect(self.stage.setText)
        run.feedback.progressChanged.connect(lambda percent: self.bar.setValue(int(percent)))
        run.ended.connect(self._end)
        reason = run.start()
        if reason:
            self._say(reason, True)
            return
        self.run = run
        self.start_button.setEnabled(False)
        self.cancel_button.setEnabled(True)

    def cancel(self):
        if self.run is not None:
            self.run.cancel()
            self.stage.setText(tr("Ending…"))

    def _end(self, successful, results):
        self.run = None
        self.stage.setText(tr("Done") if successful else tr("Ended without a result"))
        self.cancel_button.setEnabled(False)
        if successful:
            asked = self.request()
            known = {"FACTORS": asked.factors, "STUDY_AREA": asked.study_area, "INCIDENTS": asked.incidents}
            self.results.show_results({**results, **known})
            self.steps.open(_RESULTS)
        self._changed()

    def _say(self, text, is_warning):
        words = escape(text).replace("\n", "<br>")
        self.log.append(f"<b>{words}</b>" if is_warning else f"<span>{words}</span>")

    def _tell(self, text, level=Qgis.MessageLevel.Info):
        self.iface.messageBar().pushMessage(tr("Risk Terrain Modelling"), text, level)

    def load_sample_city(self):
        """Make the sample city in a temporary file, load it, and set everything up for it."""
        path = QgsProcessingUtils.generateTempFilename("sample_city.gpkg")
        run = Run("rtm:samplecity", {"OUTPUT": path}, parent=self)
        run.ended.connect(self._set_up_city)
        reason = run.start()
        self.city.setEnabled(bool(reason))
        self._city_run = run
        if reason:
            self._tell(reason, Qgis.MessageLevel.Warning)

    def _set_up_city(self, successful, results):
        self.city.setEnabled(True)
        if not successful:
            return
        ids = {layer_uri(one, with_folder=True): one.id() for one in QgsProject.instance().mapLayers().values()}
        self.show_request(
            ModelRequest(
                study_area=ids.get(results["STUDY_AREA"]),
                incidents=ids.get(results["INCIDENTS_PERIOD_1"]),
                factors=[ids[one] for one in results["FACTORS"] if one in ids],
                factor_settings=results["FACTOR_SETTINGS"].split(","),
            )
        )
        self.steps.open(_RUN)

    def end(self):
        """Let go of the project and the map, when the plugin is unloaded."""
        for run in (self.run, self.area.counting):
            if run is not None:
                run.stop()
        self.results.end()
        project = QgsProject.instance()
        project.readProject.disconnect(self.restore)
        project.cleared.disconnect(self.results.forget)
