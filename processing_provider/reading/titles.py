"""What a risk terrain is about, as a heading: incidents, area and dates."""

import json
from datetime import date, timedelta

from ...rtm_plugin.names import incidents_words, readable
from .layer_records import dates_of

TITLE_ITEM = "RTM_TITLE"  # metadata of a risk terrain's file


def model_title(model):
    """Names of the incidents and of the study area, and the days that the incidents are of, where they are known."""
    inputs = model.inputs
    return _joined(incidents_words(inputs), readable(inputs.get("study_area", "")), _days(inputs))


def raster_title(dataset, name):
    """The title that a risk terrain's file carries, from earlier versions without the days; else its layer's name."""
    title = dataset.GetMetadataItem(TITLE_ITEM)
    if title:
        return title
    parameters = json.loads(dataset.GetMetadataItem("RTM_PARAMETERS") or "{}")
    names = (parameters.get("INCIDENTS", ""), parameters.get("STUDY_AREA", ""))
    return _joined(*map(readable, names)) or readable(name)


def incidents_title(name, layer):
    """Incidents by the name of their layer, with their days; ``layer`` may be None."""
    return _joined(readable(name), layer and dates_of(layer))


def _joined(*words):
    return " · ".join(word for word in words if word)


def _days(inputs):
    dates = next((layer["dates"] for layer in inputs.get("layers", ()) if layer["role"] == "INCIDENTS"), "")
    if not dates:
        return ""
    first, last = dates.split(" – ")
    first, last = max(first, inputs.get("date_from", "")), min(last, inputs.get("date_to", last))
    if inputs.get("later_from"):  # the model is made from those before
        last = (date.fromisoformat(inputs["later_from"]) - timedelta(days=1)).isoformat()
    return f"{first} – {last[: len(first)]}"  # as exact as the dates are: days or months
