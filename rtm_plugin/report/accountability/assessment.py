"""The support sheet for a data-protection impact assessment, in the ICO's seven steps, and for the equality duty.

The steps and their headings are those of the Information Commissioner's Office's sample assessment for the UK GDPR
(Part 2 of the Data Protection Act 2018). What the law asks of police is in Part 3 of the Act, and the sheet says so.
"""

from __future__ import annotations

from ...translation import tr
from ..content import ReportTable
from . import facts as told
from .document import EVERY, Document, Entry, Part
from .facts import Facts


def law_enforcement_note() -> str:
    """Which law a police force falls under."""
    return tr(
        "The seven steps are those of the ICO's sample assessment, which is made for the UK GDPR (Part 2 of the Data "
        "Protection Act 2018). Processing for law-enforcement purposes by a police force or another competent "
        "authority falls under Part 3 of the Act, whose own duty to assess is in section 64. Ask the data protection "
        "officer which form is wanted, and whether recorded incidents are personal data in the force's hands."
    )


def assessment(facts: Facts) -> Document:
    """Both assessments, filled as far as the model file goes."""
    return Document(
        tr("Data-protection and equality assessment: support sheet"),
        facts.title,
        tuple(
            filter(
                None,
                (
                    tr(
                        "This sheet supports an assessment; it is none. What a risk terrain model knows of itself "
                        "stands in it; everything else is left to the controller."
                    ),
                    law_enforcement_note(),
                    facts.created,
                ),
            )
        ),
        (
            Part(
                tr("Submitting controller"),
                (
                    _blank(tr("Controller"), tr("name of the controller.")),
                    _blank(tr("Title"), tr("subject of the assessment, or title of the data protection officer.")),
                    _blank(tr("Contact"), tr("controller's contact, or data protection officer.")),
                ),
            ),
            _need(facts),
            _processing(facts),
            Part(
                tr("Step 3: Consultation process"),
                (
                    _blank(
                        tr("Views"),
                        tr(
                            "when and how the views of residents of flagged places and others are sought, or why not; "
                            "who else inside, which processors, which experts."
                        ),
                    ),
                ),
            ),
            _necessity(facts),
            _risks(facts),
            _measures(facts),
            _sign_off(),
            _equality(facts),
        ),
        told.tables_given(facts),
    )


def _blank(name: str, asked: str) -> Entry:
    return Entry(name, asked=asked)


def _need(facts: Facts) -> Part:
    return Part(
        tr("Step 1: Identify the need"),
        (
            Entry(
                tr("What the project aims to achieve"),
                (told.in_one_sentence(facts), told.purpose(facts)),
                asked=tr("the aim of the organisation, links to other documents, and why the need was identified."),
            ),
            Entry(tr("Type of processing"), tuple(told.method(facts))),
        ),
    )


def _processing(facts: Facts) -> Part:
    layers = told.source_table(facts)
    return Part(
        tr("Step 2: Describe the processing"),
        (
            Entry(
                tr("Nature of the processing"),
                (told.about_places(facts), told.network(), told.outputs_of_places(), told.cleaning(facts)),
                asked=tr(
                    "how the data are collected, stored and deleted, who they are shared with, and which of it is "
                    "likely to be high risk."
                ),
            ),
            Entry(
                tr("Scope of the processing"),
                (told.period(facts), told.quantities(facts), *told.not_used(facts)),
                tuple(told.personal_layers(facts)),
                () if layers is None else (layers,),
                asked=tr(
                    "whether the data include special categories or criminal offence data, how often they are "
                    "processed, how long they are kept, how many individuals they concern."
                ),
            ),
            _blank(
                tr("Context of the processing"),
                tr(
                    "relationship with the individuals, their control and expectation; children and other vulnerable "
                    "groups; earlier concerns; novelty; public concern; codes of conduct."
                ),
            ),
            Entry(
                tr("Purposes of the processing"),
                (
                    tr(
                        "To rank places by what goes together with the recorded incidents, and to show why they "
                        "rank as they do."
                    ),
                    told.purpose(facts),
                    tr("What is done in a place, and to what end, is no part of the processing by the software."),
                ),
                asked=tr("what is to be achieved, the intended effect on individuals, the benefits."),
            ),
        ),
    )


def _necessity(facts: Facts) -> Part:
    compared, differences = told.baselines(facts)
    return Part(
        tr("Step 4: Assess necessity and proportionality"),
        (
            _blank(tr("Lawful basis"), tr("the basis in law, and how function creep is prevented.")),
            Entry(
                tr("Another way to the same outcome"),
                tuple(compared),
                tables=differences,
                knows=told.knows(told.is_compared(facts)),
                asked=tr("other ways that were considered, and why this one is needed."),
            ),
            Entry(
                tr("Data quality and minimisation"),
                (told.left_out_incidents(facts),),
                tuple(told.warnings(facts)),
                asked=tr("how quality is kept up, and what could be left out."),
            ),
            _blank(
                tr("Individuals' rights"),
                tr("what individuals are told, how their rights are supported, processors, international transfers."),
            ),
        ),
    )


def _risks(facts: Facts) -> Part:
    headers = (
        *(tr("Source of risk and nature of potential impact on individuals"), tr("Likelihood of harm")),
        *(tr("Severity of harm"), tr("Overall risk")),
    )
    rows = tuple((source, "…", "…", "…") for source, _ in told.risks(facts))
    return Part(
        tr("Step 5: Identify and assess risks"),
        (
            Entry(
                tr("Candidate risks"),
                tables=(ReportTable("", headers, rows),),
                asked=tr(
                    "likelihood (remote, possible or probable), severity (minimal, significant or severe) and overall "
                    "risk (low, medium or high) of each, and risks that are missing."
                ),
            ),
        ),
    )


def _measures(facts: Facts) -> Part:
    headers = (
        *(tr("Risk"), tr("What was done against it, and what was not")),
        *(tr("Effect on risk"), tr("Residual risk"), tr("Measure approved")),
    )
    rows = tuple((source, measure, "…", "…", "…") for source, measure in told.risks(facts))
    return Part(
        tr("Step 6: Identify measures to reduce risk"),
        (
            Entry(tr("Where people decide"), items=tuple(told.decision_points()), knows=EVERY),
            Entry(
                tr("Candidate measures"),
                (tr("The words that the form allows for the effect and the residual risk were not verified."),),
                tables=(ReportTable("", headers, rows),),
                asked=tr("measures of the organisation, their effect, what risk remains, and whether it is approved."),
            ),
        ),
    )


def _sign_off() -> Part:
    rows = (
        (tr("Measures approved by"), tr("Put the actions into the project's plan, with date and responsibility.")),
        (tr("Residual risks approved by"), tr("Where a high risk remains, consult the ICO before going ahead.")),
        (tr("DPO advice provided"), tr("On compliance, the measures of step 6, and whether to go ahead.")),
        (tr("Summary of DPO advice"), ""),
        (tr("DPO advice accepted or overruled by"), tr("Where it is overruled, give the reasons.")),
        (tr("Consultation responses reviewed by"), tr("Where the decision departs from them, give the reasons.")),
        (tr("Kept under review by"), tr("The DPO should look at ongoing compliance, too.")),
    )
    table = ReportTable(
        "",
        (tr("Item"), tr("Name, position, date"), tr("Notes")),
        tuple((item, "…", note) for item, note in rows),
    )
    return Part(
        tr("Step 7: Sign off and record outcomes"),
        (Entry(tr("Outcomes"), tables=(table,), asked=tr("everything in this table."), knows=EVERY),),
    )


def _equality(facts: Facts) -> Part:
    exposed, tables = told.exposure(facts)
    return Part(
        tr("Equality: what the public sector equality duty asks"),
        (
            Entry(
                tr("The duty"),
                (
                    tr(
                        "Section 149 of the Equality Act 2010 asks public authorities to have due regard to the need "
                        "to end discrimination, advance equality of opportunity and foster good relations. It is a "
                        "duty of process: reasonable steps to find effects that are not known."
                    ),
                ),
                asked=tr("what was considered, when, and by whom."),
                knows=EVERY,
            ),
            Entry(
                tr("Who is exposed"),
                tuple(exposed),
                tables=tables,
                knows=told.knows(told.tells_of_groups(facts)),
                asked=tr("what the shares mean for the people concerned, in the light of what is done in the places."),
            ),
            _blank(
                tr("Protected characteristics"),
                tr(
                    "effects by age, disability, gender reassignment, marriage and civil partnership, pregnancy and "
                    "maternity, race, religion or belief, sex and sexual orientation; for which of them there are no "
                    "data."
                ),
            ),
            Entry(
                tr("Proxies"),
                tuple(told.personal_layers(facts)),
                tables=(told.factor_table(facts),) if facts.model.selected else (),
                asked=tr(
                    "which of the factors, denominators and adjustments stand for protected characteristics: places of "
                    "worship, hostels, clinics, schools, and shops or venues of one community."
                ),
            ),
            _blank(tr("Monitoring"), tr("how effects are watched, and what ends the use of the map.")),
        ),
    )
