"""The model in plain sentences. The numbers are the model's own, to two digits."""

from .content import rounded

NOT_A_CAUSE = "this is a correlation, not a cause"
_FAMILY_NAMES = {
    "poisson": "Poisson",
    "nb1": "negative binomial, variance proportional to the mean (NB1)",
    "nb2": "negative binomial, variance growing with the square of the mean (NB2)",
}
_SYMBOLS = {"nb1": "σ", "nb2": "θ"}
FEW_INCIDENTS = 100

CAUTIONS = (
    "The report shows what goes together with incidents. It does not show what causes them, and a place "
    "is not to blame for what happens near it.",
    "The factors were picked because they fit these incidents, so their values tend to be too high and "
    "their p-values too low. They say more about the order of the factors than about their exact size.",
    "Scores are relative to the least risky cell of this study area. They cannot be compared with those "
    "of another area, or of the same area with other limits.",
    "“Highest risk” means a score above the mean plus two standard deviations: a convention, not a natural border.",
    "A risk terrain tells where conditions are risky, not when, and nothing about any person.",
)

GLOSSARY = (
    (
        "Relative risk value (RRV)",
        "How many times the expected incidents of an otherwise equal cell a factor goes with.",
    ),
    (
        "Relative risk score (RRS)",
        "Expected incidents of a cell over those of the least risky cell, which has 1.",
    ),
    ("Proximity", "A factor acts in the cells whose centre lies within a distance of one of its features."),
    (
        "Density",
        "A factor acts where its features are concentrated: where their kernel density is at least the "
        "mean plus two standard deviations over all cells.",
    ),
    (
        "Block",
        "The typical distance from one junction to the next: the step in which a factor's reach is tried.",
    ),
    (
        "Culling",
        "A first sift of all variables by penalised regression, judged on cells that were held back.",
    ),
    ("BIC", "A score of fit that charges for every factor; the lower, the better."),
)


def count(number, singular, plural=None):
    """``1 cell``, ``9,644 cells``."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def percent(share):
    return f"{rounded(100 * share)}%"


def where(variable, units):
    """How a variable acts, in three words: ``within 300 m``."""
    reach = units.length(variable.distance)
    return f"within {reach}" if variable.operationalisation == "proximity" else f"dense within {reach}"


def ratio(chosen):
    """Ratio of expected incidents where a variable acts, and its 95% interval; below 1 where it protects."""
    low, high = chosen.rrv_interval
    if chosen.variable.sign > 0:
        return chosen.rrv, low, high
    return 1 / chosen.rrv, 1 / high, 1 / low


def factor_sentence(chosen, units):
    """What one selected variable means for a cell, as a sentence that can be quoted alone."""
    variable = chosen.variable
    reach = units.length(variable.distance)
    if variable.operationalisation == "proximity":
        cell = f"A cell within {reach} of ‘{variable.factor}’"
    else:
        cell = f"A cell where ‘{variable.factor}’ are concentrated (density within {reach})"
    times, low, high = ratio(chosen)
    return (
        f"{cell} has {rounded(times)} times the expected incidents of an otherwise equal cell "
        f"(95% interval {rounded(low)} to {rounded(high)}); {NOT_A_CAUSE}."
    )


def question(model, units):
    """What was asked, in one sentence."""
    what, place = (
        model.inputs.get("incidents", "the incidents"),
        model.inputs.get("study_area", "the study area"),
    )
    return (
        f"Which features of the landscape go together with ‘{what}’ in ‘{place}’, how strongly, and in "
        f"which places of about {units.length(model.frame.cell_size)} do they come together?"
    )


def in_short(report):
    """The findings in a few sentences, most important first."""
    model = report.model
    if not model.selected:
        return [
            f"None of the {len(model.specs)} risk factors met the criteria: the "
            f"{count(model.n_incidents, 'incident')} do not follow them in a way that this method can "
            "tell from chance.",
            "Every cell has the same expected number of incidents, so this model names no priority places.",
        ]
    strongest = ", ".join(_with_times(chosen) for chosen in model.selected[:3])
    said = [
        f"{len(model.selected)} of {count(len(model.specs), 'risk factor')} go together with the "
        f"{count(model.n_incidents, 'incident')}. The strongest: {strongest}.",
        f"The riskiest cell has {rounded(model.rrs_max)} times the expected incidents of the least risky one.",
    ]
    if report.n_highest is not None:
        said.append(
            f"{count(report.n_highest, 'cell')} ({percent(report.n_highest / model.frame.n_cells)} of "
            "the study area) are highest-risk places."
        )
    if report.places:
        area = sum(place.n_cells for place in report.places) / model.frame.n_cells
        share = sum(place.expected_share for place in report.places)
        said.append(
            f"The {count(len(report.places), 'priority place')} listed below cover {percent(area)} of "
            f"the area and hold {percent(share)} of all expected incidents."
        )
    if warnings(model):
        said.append(f"{count(len(warnings(model)), 'warning')} to read before use: see “How far to trust it”.")
    return said


def _with_times(chosen):
    sign = "×" if chosen.variable.sign > 0 else "÷"
    return f"{chosen.variable.factor} ({sign}{rounded(chosen.rrv)})"


def warnings(model):
    """What the fit warned of, and what the diagnostics found to be worth a warning."""
    found = [finding for finding in model.inputs.get("diagnostics", ()) if finding["level"] == "warning"]
    said = [f"{finding['name']}: {finding['verdict']} {finding['advice']}".strip() for finding in found]
    return [*model.warnings, *said]


def trust(model):
    """How much there was to learn from, and how well the count model fits, in sentences."""
    said = [
        f"{count(model.n_incidents, 'incident')} in {count(model.n_cells_with_incidents, 'cell')} "
        f"({percent(model.n_cells_with_incidents / model.frame.n_cells)} of all cells)."
    ]
    if model.n_incidents < FEW_INCIDENTS:
        said.append(
            f"That is few: with less than {FEW_INCIDENTS} incidents the factors found may be others next "
            "time. Use a longer period where there is one."
        )
    lost = model.n_incidents_outside + model.n_incidents_excluded
    if lost:
        verb = "was" if lost == 1 else "were"
        said.append(f"{count(lost, 'incident')} outside the study area or in excluded cells {verb} left out.")
    said.append(f"The count model with the best BIC is the {_FAMILY_NAMES[model.family]}.")
    said.append(_dispersion(model))
    return said


def dispersion(fit):
    """The dispersion of a family's fit with its symbol: it means something else in each."""
    return "1" if fit.dispersion is None else f"{_SYMBOLS[fit.family]} = {rounded(fit.dispersion, 4)}"


def _dispersion(model):
    """Dispersion as the variance over the mean, in a cell with the average count."""
    if model.family == "poisson" and len(model.fits) == 1:
        return (
            "It takes the counts to vary no more than chance alone makes them, and no model that allows "
            "more was tried: the intervals in this report may be too narrow."
        )
    if model.family == "poisson":
        return (
            "It takes the counts to vary no more than chance alone makes them (dispersion 1); models "
            "that allow more fit no better."
        )
    if model.family == "nb1":
        ratio = 1 + model.dispersion
    else:
        ratio = 1 + model.n_incidents / model.frame.n_cells / model.dispersion
    return (
        f"Counts vary {rounded(ratio)} times as much as chance alone would make them in a cell of "
        f"average count (dispersion {_SYMBOLS[model.family]} = {rounded(model.dispersion, 3)}): the "
        "intervals in this report allow for that."
    )


def fate(records):
    """What became of a factor, from the records of all its variables: (short, sentence)."""
    chosen = [record for record in records if record.selected]
    survivors = sum(record.survived for record in records)
    tried = count(len(records), "variable")
    if chosen:
        return "In the model", f"{tried} tried, {survivors} left after culling, the best one kept."
    if survivors:
        return (
            "Dropped in the search",
            f"{tried} tried, {survivors} left after culling, none improved the model.",
        )
    return "Dropped in the culling", f"{tried} tried, none left after culling."
