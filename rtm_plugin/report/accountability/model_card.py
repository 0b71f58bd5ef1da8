"""The model card: what a model is for, what it was made from, how good it is, and where it ends."""

from __future__ import annotations

from ...translation import tr
from ..content import ReportTable
from . import facts as told
from .document import EVERY, Document, Entry, Part
from .facts import Facts


def model_card(facts: Facts) -> Document:
    """A saved model on a card."""
    performance, judged = told.performance(facts)
    compared, differences = told.baselines(facts)
    steady, steadiness = told.stability(facts)
    exposed, exposure = told.exposure(facts)
    layers = told.source_table(facts)
    return Document(
        tr("Model card"),
        facts.title,
        tuple(
            filter(
                None,
                (
                    told.in_one_sentence(facts),
                    told.where_from(facts),
                    facts.created,
                ),
            )
        ),
        (
            Part(
                tr("What it is for"),
                (
                    Entry(tr("Question"), (told.purpose(facts), told.about_places(facts))),
                    Entry(
                        tr("Intended use"),
                        asked=tr("what the map is to be used for, by whom, and in which decisions."),
                    ),
                    Entry(tr("What it does not tell"), items=tuple(told.limits()), knows=EVERY),
                    Entry(tr("Where people decide"), items=tuple(told.decision_points()), knows=EVERY),
                ),
            ),
            Part(
                tr("What it was made from"),
                (
                    Entry(
                        tr("Layers and dates"),
                        (told.period(facts), told.quantities(facts)),
                        tables=() if layers is None else (layers,),
                    ),
                    Entry(tr("What is not used"), items=tuple(told.not_used(facts))),
                    Entry(tr("What may be about people"), items=tuple(told.personal_layers(facts))),
                    Entry(tr("Where the data go"), (told.network(), told.outputs_of_places()), knows=EVERY),
                ),
            ),
            Part(
                tr("How it was made"),
                (
                    Entry(tr("Method"), tuple(told.method(facts))),
                    Entry(
                        tr("What was found"),
                        items=tuple(told.factors_found(facts)),
                        tables=(told.factor_table(facts),) if facts.model.selected else (),
                    ),
                    Entry(
                        tr("Factors that were dropped"),
                        () if told.dropped_factors(facts) else (tr("None: every factor that was offered is in it."),),
                        tuple(told.dropped_factors(facts)),
                    ),
                ),
            ),
            Part(
                tr("How good it is"),
                (
                    Entry(
                        tr("Performance"),
                        tuple(performance),
                        tables=judged,
                        knows=told.knows(told.is_judged(facts)),
                    ),
                    Entry(
                        tr("Beside simpler ways"),
                        tuple(compared),
                        tables=differences,
                        knows=told.knows(told.is_compared(facts)),
                    ),
                    Entry(
                        tr("How stable it is"),
                        tuple(steady),
                        tables=steadiness,
                        knows=told.knows(facts.inputs.get("stability") or facts.inputs.get("displacement")),
                    ),
                    Entry(tr("Warnings"), items=tuple(told.warnings(facts))),
                    Entry(
                        tr("Who is exposed"),
                        tuple(exposed),
                        tables=exposure,
                        knows=told.knows(told.tells_of_groups(facts)),
                    ),
                ),
            ),
            Part(
                tr("How to repeat it"),
                (
                    Entry(tr("Settings"), tables=(settings_table(facts),)),
                    Entry(tr("Versions and seed"), items=tuple(told.versions(facts))),
                    Entry(tr("Hashes"), items=tuple(told.hashes(facts))),
                    Entry(
                        tr("Command"),
                        () if facts.command else (tr("Not known."),),
                        code=facts.command,
                        knows=told.knows(facts.command),
                    ),
                ),
            ),
        ),
        told.tables_given(facts),
    )


def settings_table(facts: Facts) -> ReportTable:
    """The settings of the fit."""
    settings, units = facts.model.settings, facts.units
    rows = (
        (tr("Block length"), units.length(settings.block_length)),
        (tr("Cell size"), units.length(settings.cell_size)),
        (tr("Cells"), settings.cell_rule),
        (tr("Count models"), ", ".join(settings.families)),
        (tr("Folds"), f"{settings.folds} ({settings.fold_kind}), × {settings.cv_repeats}"),
        (tr("Largest p-value"), f"{settings.p_limit:g}"),
        (tr("Spatial test"), settings.spatial_test),
        (tr("Seed"), str(settings.seed)),
    )
    return ReportTable("", (tr("Setting"), tr("Value")), rows)
