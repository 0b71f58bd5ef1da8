"""The example models that come with the plugin: in the toolbox, on the command line and as parts of other models."""

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm

from ..rtm_plugin import translation
from ..rtm_plugin.translation import tr
from .about import metadata
from .base import check_outputs, sentence_of
from .entries import check_entries

FILES = tuple(sorted((Path(__file__).resolve().parent / "examples").glob("*.model3")))
GROUP = "examples"
# What people read of a model, by its keys in the file; tools/translations.py collects it from there
_TEXTS = {"model_name", "help", "description", "component_description"}


class ExampleModel(QgsProcessingModelAlgorithm):
    """The model of one of the files, called ``rtm:`` and the name of the file.

    It can only be made while the algorithms that it consists of are in QGIS's registry. Opened in the model designer
    it knows no file: what is changed there is saved as a model of the user's own.
    """

    def __init__(self, path):
        super().__init__()
        self._path = path
        self.fromFile(str(path))
        self.loadVariant(_in_words(self.toVariant()))

    def createInstance(self):
        return ExampleModel(self._path)

    def name(self):
        return self._path.stem

    def group(self):
        return tr("Example models")

    def groupId(self):
        return GROUP

    def about(self):
        return self.helpContent()["ALG_DESC"]

    def shortDescription(self):
        return self.about()

    def tags(self):
        return tr("risk,crime,RTM,example,model designer").split(",")

    def helpUrl(self):
        return metadata("homepage")

    def own_copy(self):
        """A model for the designer, which becomes the user's own: there, names of results are words, too."""
        model = QgsProcessingModelAlgorithm()
        model.loadVariant(self.toVariant())
        model.setGroup(self.group())
        texts = model.helpContent()
        for step, child in model.childAlgorithms().items():
            results = {}
            for label, result in child.modelOutputs().items():
                shown = translation.tr(label)
                result.setName(shown)
                results[shown] = result
                if f"{step}:{label}" in texts:
                    texts[f"{step}:{shown}"] = texts.pop(f"{step}:{label}")
            child.setModelOutputs(results)
            model.setChildAlgorithm(child)
        model.setHelpContent(texts)
        model.updateDestinationParameters()
        return model

    def side_files(self, key, path):
        """Paths of the files that the step with this result, ``step:label``, writes beside it."""
        step, _, label = key.partition(":")
        child = self.childAlgorithm(step)
        return child.algorithm().side_files(child.modelOutputs()[label].childOutputName(), path)

    def checkParameterValues(self, parameters, context):
        """All outputs against all inputs, before the first step: no step knows what a later one reads."""
        try:
            check_entries(self, parameters)
            ok, message = super().checkParameterValues(parameters, context)
            if ok:
                check_outputs(self, parameters, context)
        except Exception as error:  # whatever it is: QGIS ends with an error that comes out of here
            ok, message = False, sentence_of(error)
        return ok, message


def _in_words(part, is_text=False):
    """A part of a model as it is kept, with its texts in the user's language; keys and values stay."""
    if isinstance(part, dict):
        return {key: _in_words(one, is_text or key in _TEXTS) for key, one in part.items()}
    if isinstance(part, list):
        return [_in_words(one, is_text) for one in part]
    return translation.tr(part) if is_text and isinstance(part, str) and part else part
