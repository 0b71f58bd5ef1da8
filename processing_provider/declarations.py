"""The vocabulary in which an algorithm declares what it asks for and what it gives back: a line for each.

Every parameter has a key, a label and a help text; what it may be left without is ``optional``; what is seldom
changed is ``advanced``. Outputs that are ``skipped`` are written only where they are asked for.
"""

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputHtml,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

SOURCE_TYPES = {
    "point": QgsProcessing.SourceType.TypeVectorPoint,
    "line": QgsProcessing.SourceType.TypeVectorLine,
    "polygon": QgsProcessing.SourceType.TypeVectorPolygon,
    "geometry": QgsProcessing.SourceType.TypeVectorAnyGeometry,
    "table": QgsProcessing.SourceType.TypeVector,
    "raster": QgsProcessing.SourceType.TypeRaster,
    "file": QgsProcessing.SourceType.TypeFile,
    "any": QgsProcessing.SourceType.TypeMapLayer,
}


_WIDGETS = __name__.rsplit(".", 2)[0] + ".ui.parameter_widgets"  # imported by QGIS, where there is a dialog


def _widget(kind, **settings):
    """Metadata of a parameter that has a widget of its own, ``choice``, ``choices`` or ``rows``."""
    maker = {"class": f"{_WIDGETS}.{kind.title()}FromClass", "widget_type": f"rtm_{kind}"}
    return {"widget_wrapper": {**maker, **settings}}


class Declarations:
    """Mixed into the base of the algorithms; ``kinds`` and ``kind`` are of :data:`SOURCE_TYPES`."""

    def add(self, parameter, help_text, advanced=False):
        """Declare one parameter with its help."""
        parameter.setHelp(" ".join(help_text.split()))
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    # layers

    def add_source(self, key, label, help_text, *kinds, optional=False, advanced=False):
        types = [SOURCE_TYPES[kind] for kind in kinds]
        self.add(QgsProcessingParameterFeatureSource(key, label, types, None, optional), help_text, advanced)

    def add_layers(self, key, label, help_text, kind="geometry", optional=False, advanced=False):
        self.add(
            QgsProcessingParameterMultipleLayers(key, label, SOURCE_TYPES[kind], None, optional),
            help_text,
            advanced,
        )

    def add_layer(self, key, label, help_text, *kinds, optional=False, advanced=False):
        types = [SOURCE_TYPES[kind] for kind in kinds]
        self.add(QgsProcessingParameterMapLayer(key, label, None, optional, types), help_text, advanced)

    def add_raster(self, key, label, help_text, optional=False):
        self.add(QgsProcessingParameterRasterLayer(key, label, None, optional), help_text)

    def add_field(self, key, label, help_text, of, advanced=False):
        """A field of the source with key ``of``; it may be left empty."""
        any_type = QgsProcessingParameterField.DataType.Any
        self.add(QgsProcessingParameterField(key, label, None, of, any_type, False, True), help_text, advanced)

    def add_number_fields(self, key, label, help_text, of):
        """Any number of fields of numbers of the source with key ``of``, none by default."""
        numbers = QgsProcessingParameterField.DataType.Numeric
        self.add(QgsProcessingParameterField(key, label, None, of, numbers, True, True), help_text)

    # values

    def add_number(self, key, label, help_text, default, whole=False, optional=False, advanced=False, limits=()):
        """A number; ``limits`` are the lowest and highest that the dialog offers."""
        kind = QgsProcessingParameterNumber.Type.Integer if whole else QgsProcessingParameterNumber.Type.Double
        self.add(QgsProcessingParameterNumber(key, label, kind, default, optional, *limits), help_text, advanced)

    def add_distance(self, key, label, help_text, of, advanced=False):
        """A length in the map units of the layer with key ``of``; it may be left empty."""
        self.add(QgsProcessingParameterDistance(key, label, None, of, True), help_text, advanced)

    def add_flag(self, key, label, help_text, default, advanced=False):
        self.add(QgsProcessingParameterBoolean(key, label, default), help_text, advanced)

    def add_text(self, key, label, help_text, default="", advanced=False, lines=False, optional=True):
        """A text, of several ``lines`` or one."""
        self.add(QgsProcessingParameterString(key, label, default, lines, optional), help_text, advanced)

    def add_choice(self, key, label, help_text, options, default=None, advanced=False, optional=False):
        """A choice among fixed codes, the first by default; where they are a dictionary, its values are the words that
        dialogs show for them. Models and the command line use the codes."""
        codes = list(options)
        parameter = QgsProcessingParameterEnum(key, label, codes, False, default or codes[0], optional, True)
        if isinstance(options, dict):
            parameter.setMetadata(_widget("choice", labels=list(options.values())))
        self.add(parameter, help_text, advanced)

    def add_choices(self, key, label, help_text, options, default=None, advanced=False):
        """Any number of fixed codes, none by default; words of a dictionary as in :meth:`add_choice`."""
        parameter = QgsProcessingParameterEnum(key, label, list(options), True, default, True, True)
        if isinstance(options, dict):
            parameter.setMetadata(_widget("choices", labels=list(options.values())))
        self.add(parameter, help_text, advanced)

    def add_rows(self, key, label, help_text, headers, columns):
        """A table to be filled in; it may be left empty.

        ``columns`` are what dialogs show: for each of the headers its words, and the (code, words) to choose from.
        """
        parameter = QgsProcessingParameterMatrix(key, label, 0, False, list(headers), None, True)
        parameter.setMetadata(_widget("rows", columns=columns))
        self.add(parameter, help_text)

    def add_expression(self, key, label, help_text, of, advanced=False):
        """An expression on the fields of the source with key ``of``; it may be left empty."""
        self.add(QgsProcessingParameterExpression(key, label, "", of, True), help_text, advanced)

    def add_crs(self, key, label, help_text, advanced=False):
        self.add(QgsProcessingParameterCrs(key, label, None, True), help_text, advanced)

    def add_point(self, key, label, help_text):
        self.add(QgsProcessingParameterPoint(key, label, None, True), help_text)

    def add_file(self, key, label, help_text, suffix="", files="", optional=False, advanced=False):
        """A file to read, of a suffix (``json``) or of a filter such as ``Text (*.csv *.txt)``."""
        kind = QgsProcessingParameterFile.Behavior.File
        self.add(
            QgsProcessingParameterFile(key, label, kind, suffix, None, optional, files),
            help_text,
            advanced,
        )

    def add_folder(self, key, label, help_text, advanced=False):
        """A folder that is there, or may be made; it may be left empty."""
        kind = QgsProcessingParameterFile.Behavior.Folder
        self.add(QgsProcessingParameterFile(key, label, kind, "", None, True), help_text, advanced)

    # what is written

    def add_table(self, key, label, help_text, kind="table", optional=False, skipped=False):
        """A sink of features of a kind; what may be left out is ``skipped`` unless it is asked for."""
        self.add(
            QgsProcessingParameterFeatureSink(key, label, SOURCE_TYPES[kind], None, optional or skipped, not skipped),
            help_text,
        )

    def add_raster_output(self, key, label, help_text, optional=False):
        self.add(QgsProcessingParameterRasterDestination(key, label, None, optional, True), help_text)

    def add_file_output(self, key, label, help_text, files, optional=False, skipped=False):
        """A file to write, of a filter such as ``JSON (*.json)``."""
        self.add(
            QgsProcessingParameterFileDestination(key, label, files, None, optional or skipped, not skipped),
            help_text,
        )

    def add_folder_output(self, key, label, help_text):
        self.add(QgsProcessingParameterFolderDestination(key, label), help_text)

    # what is given back besides

    def add_numbers(self, labels):
        """Numbers, from a dictionary of key: label."""
        for key, label in labels.items():
            self.addOutput(QgsProcessingOutputNumber(key, label))

    def add_texts(self, labels):
        """Texts, from a dictionary of key: label."""
        for key, label in labels.items():
            self.addOutput(QgsProcessingOutputString(key, label))

    def add_page_result(self, key, label):
        """A page in a file, which QGIS shows among its results."""
        self.addOutput(QgsProcessingOutputHtml(key, label))

    def add_layer_result(self, key, label):
        self.addOutput(QgsProcessingOutputVectorLayer(key, label))

    def add_layers_result(self, key, label):
        self.addOutput(QgsProcessingOutputMultipleLayers(key, label))
