"""A draft of an Algorithmic Transparency Record (ATRS) of a model, in version 3.0 or 4.0 of the standard.

The fields of version 3.0 (March 2024) were read in the standard's own template. Those of version 4.0 were put together
from its change log, its guidance and what stayed of 3.0, for its template was not at hand: what could not be verified
is marked in the draft, field by field.
"""

from __future__ import annotations

from dataclasses import replace

from ...names import listed
from ...translation import tr
from . import facts as told
from .document import EVERY, NUMBER, PRESENCE, Document, Entry, Part
from .facts import Facts

VERSIONS = ("4.0", "3.0")

_N, _P = NUMBER, PRESENCE
# number, key of the content, what is not verified
_V4 = {
    "metadata": (
        ("0.1", "title", _N), ("0.2", "organisation", _N), ("0.3", "phase", _N), ("0.4", "region", _N),
        ("0.5", "one_sentence", _N),
    ),
    "tier_1": (("1.1", "name", ""), ("1.2", "description", ""), ("1.3", "website", ""), ("1.4", "contact", "")),
    "owner": (
        ("2.1.1", "department", ""), ("2.1.2", "team", ""), ("2.1.3", "senior_role", ""),
        ("2.1.4", "third_party_involvement", ""), ("2.1.4.1", "third_party", ""), ("2.1.4.2", "company_number", ""),
        ("2.1.4.3", "third_party_role", ""), ("2.1.4.4", "procurement", ""), ("2.1.4.5", "third_party_access", ""),
    ),
    "rationale": (
        ("2.2.1", "detailed_with_scope", ""), ("2.2.2", "benefits", _N), ("2.2.3", "previous", _N),
        ("2.2.4", "alternatives", _N),
    ),
    "deployment": (
        ("2.3.1", "integration_and_information", ""), ("2.3.2", "human_review", _N), ("2.3.3", "frequency", _P),
        ("2.3.4", "training", _N), ("2.3.5", "appeals", _N),
    ),
    "tool": (
        ("2.4.1.1", "architecture", ""), ("2.4.1.2", "system_input", ""), ("2.4.1.3", "system_output", ""),
        ("2.4.1.4", "maintenance", _N), ("2.4.1.5", "models", _N),
    ),
    "model": (
        ("2.4.2.1", "model_name", ""), ("2.4.2.2", "model_version", ""), ("2.4.2.3", "model_task", ""),
        ("2.4.2.4", "model_input", ""), ("2.4.2.5", "model_output", ""), ("2.4.2.6", "model_architecture", ""),
        ("2.4.2.7", "performance", ""), ("2.4.2.8", "datasets_and_purposes", ""),
    ),
    "development_data": (
        ("2.4.3.1", "development_data", _N), ("2.4.3.2", "modality", _N), ("2.4.3.3", "quantities", _N),
        ("2.4.3.4", "sensitive", _N), ("2.4.3.5", "completeness", _N), ("2.4.3", "cleaning", _P),
        ("2.4.3", "collection", _P), ("2.4.3", "access", _P), ("2.4.3", "sharing", _P), ("2.4.3", "data_url", _P),
    ),
    "operational_data": (
        ("2.4.4.1", "operational_sources", _P), ("2.4.4.2", "operational_sensitive", ""),
        ("2.4.4", "operational_processing", _P), ("2.4.4", "access", _P), ("2.4.4", "sharing", _P),
    ),
    "risks": (("2.5.1", "assessments", ""), ("2.5.2", "risks", "")),
}  # fmt: skip
_V3 = {
    "metadata": (
        ("0.1", "record_id", ""), ("0.2", "standard_version", ""), ("0.3", "organisation_type", ""),
        ("0.4", "function", ""), ("0.5", "capability", ""), ("0.6", "task", ""), ("0.7", "tags", ""),
        ("0.8", "date_completed", ""), ("0.9", "date_updated", ""), ("0.10", "date_archived", ""),
        ("0.11", "title", ""), ("0.12", "organisation", ""), ("0.13", "phase", ""), ("0.14", "region", ""),
        ("0.15", "one_sentence", ""),
    ),
    "tier_1": (("1.1", "name", ""), ("1.2", "description", ""), ("1.3", "website", ""), ("1.4", "contact", "")),
    "owner": (
        ("2.1.1", "department", ""), ("2.1.2", "team", ""), ("2.1.3", "senior_owner", ""),
        ("2.1.4", "supplier_involvement", ""), ("2.1.4.1", "supplier", ""), ("2.1.4.2", "company_number", ""),
        ("2.1.4.3", "supplier_role", ""), ("2.1.4.4", "procurement", ""), ("2.1.4.5", "data_access_terms", ""),
    ),
    "rationale": (
        ("2.2.1", "detailed", ""), ("2.2.2", "scope", ""), ("2.2.3", "benefit", ""), ("2.2.4", "previous", ""),
        ("2.2.5", "alternatives", ""),
    ),
    "decisions": (
        ("2.3.1", "integration", ""), ("2.3.2", "information", ""), ("2.3.3", "frequency", ""),
        ("2.3.4", "human_decisions", ""), ("2.3.5", "training", ""), ("2.3.6", "appeals", ""),
    ),
    "tool": (
        ("2.4.1.1", "architecture", ""), ("2.4.1.2", "phase", ""), ("2.4.1.3", "maintenance", ""),
        ("2.4.1.4", "models", ""),
    ),
    "model": (
        ("2.4.2.1", "model_name", ""), ("2.4.2.2", "model_version", ""), ("2.4.2.3", "model_task", ""),
        ("2.4.2.4", "model_input", ""), ("2.4.2.5", "model_output", ""), ("2.4.2.6", "model_architecture", ""),
        ("2.4.2.7", "performance", ""), ("2.4.2.8", "datasets", ""), ("2.4.2.9", "dataset_purposes", ""),
    ),
    "data": (
        ("2.4.3.1", "data_name", ""), ("2.4.3.2", "modality", ""), ("2.4.3.3", "data_description", ""),
        ("2.4.3.4", "quantities", ""), ("2.4.3.5", "sensitive", ""), ("2.4.3.6", "completeness", ""),
        ("2.4.3.7", "data_url", ""), ("2.4.3.8", "collection", ""), ("2.4.3.9", "cleaning", ""),
        ("2.4.3.10", "sharing", ""), ("2.4.3.11", "access", ""),
    ),
    "risks": (("2.5.1", "assessment", ""), ("2.5.2", "risks", "")),
}  # fmt: skip

# fields whose content holds for every risk terrain, or is of the form itself
_OF_EVERY_MODEL = (
    *("standard_version", "information", "integration_and_information", "human_review", "human_decisions"),
    *("architecture", "system_output", "models", "model_output", "modality"),
)


def transparency_record(facts: Facts, version: str = VERSIONS[0]) -> Document:
    """The draft of a record in one of :data:`VERSIONS`."""
    content, headings = _content(facts, version), _headings()
    about = [
        tr(
            "Draft of a record in version {version} of the Algorithmic Transparency Recording Standard. Before it is "
            "published, the team that runs it, the senior responsible owner and the press office have to clear it."
        ).format(version=version),
    ]
    if version == "4.0":
        about.append(
            tr(
                "The template of version 4.0 was not at hand when this draft was designed: its fields were put "
                "together from its change log, its guidance and version 3.0. Fields whose number or presence is not "
                "verified are marked; check them against the official template before calling this a faithful draft."
            )
        )
    about.append(
        tr(
            "The record is binding on central government; for police forces it is voluntary. It asks for one model "
            "specification for each model: this draft is of one saved model."
        )
    )
    fields = _V4 if version == "4.0" else _V3
    parts = tuple(
        Part(headings[section], tuple(_numbered(content[key], number, doubt) for number, key, doubt in entries))
        for section, entries in fields.items()
    )
    return Document(
        tr("Algorithmic Transparency Record, version {version}: draft").format(version=version),
        facts.title,
        tuple(filter(None, (*about, facts.created))),
        parts,
        told.tables_given(facts),
    )


def _numbered(entry: Entry, number: str, doubt: str) -> Entry:
    return replace(entry, number=number, doubt=doubt)


def _headings() -> dict[str, str]:
    return {
        "metadata": tr("Metadata and title"),
        "tier_1": tr("Tier 1: summary information"),
        "owner": tr("Tier 2: owner and responsibility"),
        "rationale": tr("Tier 2: description and rationale"),
        "deployment": tr("Tier 2: deployment context"),
        "decisions": tr("Tier 2: decision-making process"),
        "tool": tr("Tier 2: tool specification"),
        "model": tr("Tier 2: model specification"),
        "development_data": tr("Tier 2: development data specification"),
        "operational_data": tr("Tier 2: operational data specification"),
        "data": tr("Tier 2: data specification"),
        "risks": tr("Tier 2: risks, mitigations and impact assessments"),
    }


def _content(facts: Facts, version: str) -> dict[str, Entry]:
    """What stands in each field, by key."""
    found = {**_asked(), **_known(facts), **_data(facts)}
    found["standard_version"] = Entry(tr("Standard version"), (version,))
    for key in _OF_EVERY_MODEL:
        found[key] = replace(found[key], knows=EVERY)
    found["alternatives"] = replace(found["alternatives"], knows=told.knows(told.is_compared(facts)))
    told_how_good = told.is_judged(facts) or facts.exposed or facts.inputs.keys() & {"stability", "displacement"}
    found["performance"] = replace(found["performance"], knows=told.knows(told_how_good))
    for key in ("datasets", "data_name"):
        found[key] = replace(found[key], knows=told.knows(found[key].tables))
    return found


def _asked() -> dict[str, Entry]:
    """Fields that only the organisation can fill."""
    names = {
        "record_id": (tr("ID"), tr("given with the publication.")),
        "organisation_type": (tr("Organisation type"), tr("the type of organisation.")),
        "function": (tr("Function"), tr("the function that the tool serves.")),
        "capability": (tr("Capability"), tr("the capability of the tool, in the standard's words.")),
        "task": (tr("Task"), tr("the task, in the standard's words.")),
        "tags": (tr("Tags"), tr("words to find the record by.")),
        "date_completed": (tr("Date of completion"), tr("the date.")),
        "date_updated": (tr("Date updated"), tr("the date.")),
        "date_archived": (tr("Date archived"), tr("the date, once the tool is no longer used.")),
        "organisation": (tr("Organisation name"), tr("the name.")),
        "phase": (tr("Phase"), tr("the phase that the tool is in.")),
        "region": (tr("Region"), tr("where it is used.")),
        "website": (tr("Website URL"), tr("a public page about the tool and its use.")),
        "contact": (tr("Contact email"), tr("the address of a team, not of a person.")),
        "department": (tr("Organisation or department"), tr("the full name of who carries responsibility.")),
        "team": (tr("Team"), tr("the full name of the team.")),
        "senior_role": (tr("Senior responsible owner"), tr("a role, not the name of a person.")),
        "senior_owner": (tr("Senior responsible owner"), tr("the role; version 3.0 asks for the name, too.")),
        "third_party_involvement": (tr("Third party involvement"), tr("whether others take part.")),
        "third_party": (tr("Third party"), tr("who they are, or N/A.")),
        "third_party_role": (tr("Third party role"), tr("what they do, or N/A.")),
        "third_party_access": (tr("Third party data access terms"), tr("the terms, or N/A.")),
        "supplier_involvement": (tr("External supplier involvement"), tr("whether there are any.")),
        "supplier": (tr("External supplier"), tr("who they are, or N/A.")),
        "supplier_role": (tr("External supplier role"), tr("what they do, or N/A.")),
        "company_number": (tr("Companies House Number"), tr("the number, or N/A.")),
        "procurement": (tr("Procurement procedure type"), tr("the procedure, or N/A.")),
        "data_access_terms": (tr("Data access terms"), tr("the terms, or N/A.")),
        "benefits": (tr("Benefits"), tr("what the tool is expected to bring, and the evidence for it.")),
        "benefit": (tr("Benefit"), tr("what the tool is expected to bring, and the evidence for it.")),
        "previous": (tr("Previous process"), tr("how places were chosen before.")),
        "frequency": (tr("Frequency and scale of usage"), tr("how often the map is used, and for how many decisions.")),
        "training": (tr("Required training"), tr("what who uses the map has to learn first.")),
        "appeals": (tr("Appeals and review"), tr("how the public can question what is done in a place.")),
        "assessments": (tr("Impact assessments"), tr("which were made, when, and where they can be read.")),
        "assessment": (tr("Impact assessment"), tr("which were made, when, and where they can be read.")),
        "sharing": (tr("Data sharing agreements"), tr("the agreements, or N/A.")),
        "access": (tr("Data access and storage"), tr("who has access, how the data are kept, and for how long.")),
    }
    return {key: Entry(name, asked=asked) for key, (name, asked) in names.items()}


def _known(facts: Facts) -> dict[str, Entry]:
    """Fields about the tool and its model."""
    model = facts.model
    performance, judged = told.performance(facts)
    compared, differences = told.baselines(facts)
    exposed, exposure = told.exposure(facts)
    detailed = (*told.method(facts), told.about_places(facts))
    scope = (told.purpose(facts),)
    scope_asked = tr("the situations in which the map is to be used, and those in which it is not.")
    integration_asked = tr("how the map enters decisions, and what weight it has beside other knowledge.")
    information = (told.outputs_of_places(),)
    review = tuple(told.decision_points())
    review_asked = tr("who decides at each of these points, and how a decision is reviewed.")
    factors = listed([one.variable.shown for one in model.selected]) or tr("none")
    risks = tuple(f"{source} {measure}" for source, measure in told.risks(facts))
    dropped = tuple(tr("Dropped factor: {factor}").format(factor=one) for one in told.dropped_factors(facts))
    return {
        "title": Entry(tr("Title"), (facts.title,)),
        "one_sentence": Entry(tr("One sentence description"), (told.in_one_sentence(facts),)),
        "name": Entry(
            tr("Name"), (tr("Risk terrain model: {title}").format(title=facts.title),), asked=tr("the name in use.")
        ),
        "description": Entry(
            tr("Description"),
            (told.in_one_sentence(facts), told.purpose(facts), told.about_places(facts)),
            asked=tr("why the tool is used, and by whom."),
        ),
        "detailed": Entry(tr("Detailed description"), detailed),
        "detailed_with_scope": Entry(
            tr("Detailed description"), (*detailed, *scope), tuple(told.limits()), asked=scope_asked
        ),
        "scope": Entry(tr("Scope"), scope, tuple(told.limits()), asked=scope_asked),
        "alternatives": Entry(
            tr("Alternatives considered"),
            tuple(compared),
            tables=differences,
            asked=tr("other ways that were considered, those without an algorithm included."),
        ),
        "integration": Entry(tr("Process integration"), asked=integration_asked),
        "information": Entry(tr("Provided information"), information, asked=tr("what decision makers are shown.")),
        "integration_and_information": Entry(
            tr("Integration into broader operational process"), information, asked=integration_asked
        ),
        "human_review": Entry(tr("Human review"), items=review, asked=review_asked),
        "human_decisions": Entry(tr("Human decisions and review"), items=review, asked=review_asked),
        "architecture": Entry(
            tr("System architecture"),
            (
                tr("A plugin for the desktop program QGIS, which runs on the machine of the analyst."),
                told.network(),
            ),
        ),
        "system_input": Entry(
            tr("System-level input"),
            (
                tr(
                    "Recorded incidents as points, the study area, and layers of features: {factors} in this model."
                ).format(factors=factors),
                *told.rate_sentences(facts),
            ),
        ),
        "system_output": Entry(
            tr("System-level output"),
            (tr("A map of relative risk scores of cells, and tables and pages about it."), told.outputs_of_places()),
        ),
        "maintenance": Entry(
            tr("Maintenance"),
            asked=tr("how often the model is fitted anew and validated, and who looks after it."),
        ),
        "models": Entry(tr("Models"), (tr("One risk terrain model, a statistical model of counts."),)),
        "model_name": Entry(tr("Model name"), (facts.title,)),
        "model_version": Entry(tr("Model version"), items=(*told.versions(facts), *told.hashes(facts))),
        "model_task": Entry(tr("Model task"), (told.purpose(facts),)),
        "model_input": Entry(
            tr("Model input"),
            (
                tr("For each cell, whether features lie within a distance of it, or are dense there."),
                *told.rate_sentences(facts),
                told.about_places(facts),
            ),
        ),
        "model_output": Entry(
            tr("Model output"), (tr("The expected number of incidents of each cell, and its relative risk score."),)
        ),
        "model_architecture": Entry(
            tr("Model architecture"),
            tuple(told.method(facts)),
            tuple(told.factors_found(facts)),
            (told.factor_table(facts),) if model.selected else (),
        ),
        "performance": Entry(
            tr("Model performance"),
            (*performance, *told.stability(facts)[0], *exposed),
            tables=(*judged, *told.stability(facts)[1], *exposure),
        ),
        "risks": Entry(
            tr("Risks and mitigations"),
            items=(*risks, *told.warnings(facts), *dropped),
            asked=tr(
                "risks to the organisation and to public trust, the weight of each risk, and what is done about it."
            ),
        ),
    }


def _data(facts: Facts) -> dict[str, Entry]:
    """Fields about the data."""
    layers = told.source_table(facts)
    tables = () if layers is None else (layers,)
    incidents = told.incidents_words(facts)
    described = (
        tr("Recorded incidents (‘{incidents}’) and layers of features of the landscape.").format(incidents=incidents),
        told.period(facts),
    )
    purposes = (
        tr("The model was fitted to the incidents and chooses among the layers of features."),
        *told.rate_sentences(facts),
    )
    sensitive = tuple(told.personal_layers(facts))
    sensitive_asked = tr(
        "which personal data the recorded incidents hold, and which of the layers stand for protected characteristics."
    )
    return {
        "datasets": Entry(tr("Datasets"), tables=tables),
        "dataset_purposes": Entry(tr("Dataset purposes"), purposes),
        "datasets_and_purposes": Entry(tr("Datasets and their purposes"), purposes, tables=tables),
        "data_name": Entry(tr("Source data name"), tables=tables),
        "data_description": Entry(tr("Data description"), described),
        "development_data": Entry(tr("Development data description"), described, tables=tables),
        "modality": Entry(tr("Data modality"), (tr("Geospatial: points, lines and polygons, with dates."),)),
        "quantities": Entry(tr("Data quantities"), (told.quantities(facts),)),
        "sensitive": Entry(tr("Sensitive attributes"), sensitive, asked=sensitive_asked),
        "completeness": Entry(
            tr("Data completeness and representativeness"),
            (told.left_out_incidents(facts),),
            tuple(told.warnings(facts)),
            asked=tr("what is not reported or not recorded, and how places and groups differ in that."),
        ),
        "data_url": Entry(tr("Source data URL"), asked=tr("where the data can be had, if anywhere.")),
        "collection": Entry(
            tr("Data collection"),
            asked=tr("why and how the incidents and the layers were collected in the first place."),
        ),
        "cleaning": Entry(
            tr("Data cleaning"),
            (told.cleaning(facts),),
            asked=tr("what was done to the data before the model read them."),
        ),
        "operational_sources": Entry(
            tr("Data sources"),
            asked=tr("what the map is read with when it is used: the model itself needs no more data."),
        ),
        "operational_sensitive": Entry(
            tr("Sensitive attributes"), asked=tr("those of the data that the map is used with.")
        ),
        "operational_processing": Entry(tr("Data processing methods"), asked=tr("how these data are processed.")),
    }
