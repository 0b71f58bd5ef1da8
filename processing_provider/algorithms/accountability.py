"""``rtm:accountability``: what a saved model can say for itself, in the forms that public bodies answer in."""

import hashlib
from pathlib import Path

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.translation import tr
from .. import units
from ..base import RtmAlgorithm
from ..packages import versions
from ..parameters import saved_model
from ..parameters.values import is_set, source_of
from ..reading.model_file import read_model
from ..reading.titles import model_title
from ..staging import staged, write_text
from ..writing import report as report_parts


class Accountability(RtmAlgorithm):
    """Reads a model and the tables beside it, writes three documents, each as a page and as Markdown."""

    PACKAGES = ("scipy", *report_parts.PACKAGES)
    MODEL, VALIDATION, EXPOSURE = saved_model.MODEL, "VALIDATION", "EXPOSURE"
    STANDARD, TITLE, DATE = "STANDARD", "TITLE", "DATE"
    MODEL_CARD, ASSESSMENT, RECORD = "MODEL_CARD", "ASSESSMENT", "RECORD"
    MARKDOWN = "_MD"  # the end of the keys of what is Markdown

    def name(self):
        return "accountability"

    def displayName(self):
        return tr("Accountability file")

    def tags(self):
        return tr(
            "risk,crime,RTM,accountability,model card,DPIA,data protection,equality,ATRS,transparency,governance,audit"
        ).split(",")

    def about(self):
        return "\n\n".join(
            [
                tr(
                    "Turns a saved model into a model card, a support sheet for the data-protection and equality "
                    "assessment, and the draft of a UK Algorithmic Transparency Record."
                ),
                tr(
                    "What the model file tells stands in them: purpose, data and dates, what is not used, method, "
                    "factors found and dropped, warnings, settings, versions, seed and hashes. With the table of a "
                    "validation they tell how good it is beside simpler ways (“Alternatives considered”), with that of "
                    "“Who is exposed” who lives in or near flagged places. Nothing is claimed that was not computed; "
                    "what only the organisation can answer is a marked blank."
                ),
                tr(
                    "The record has the fields of version 3.0 of the Algorithmic Transparency Recording Standard, or "
                    "those of version 4.0 as far as they are known: fields whose number or presence is not verified "
                    "are marked. Publishing a record binds central government; for police forces it is voluntary."
                ),
                tr(
                    "The assessment sheet follows the seven steps of the ICO's sample, which is made for the UK GDPR "
                    "(Part 2 of the Data Protection Act 2018). Processing for law-enforcement purposes by a police "
                    "force falls under Part 3 of the Act, whose own duty to assess is in section 64: ask the data "
                    "protection officer which form is wanted. The sheet supports an assessment; it is none."
                ),
                tr(
                    "Each document is a page and, where asked for, Markdown with the same words; word processors open "
                    "both. (QGIS brings no library that writes DOCX.)"
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_model(self, tr("The JSON file that the risk terrain model has written."))
        self.add_source(
            self.VALIDATION,
            tr("Validation"),
            tr(
                "The table that the algorithm “Validate a risk terrain” has written. Empty: only what the model file "
                "remembers of its own validation."
            ),
            "table",
            optional=True,
        )
        self.add_source(
            self.EXPOSURE,
            tr("Exposure"),
            tr("The table that the algorithm “Who is exposed” has written. Empty: that it was not counted."),
            "table",
            optional=True,
        )
        self.add_choice(
            self.STANDARD,
            tr("Version of the transparency standard"),
            tr("4.0: the current one, with what is not verified marked. 3.0: of March 2024, complete."),
            {"4.0": tr("4.0 (unverified fields are marked)"), "3.0": tr("3.0 (complete)")},
        )
        self.add_text(self.TITLE, tr("Title"), tr("The heading. Empty: incidents, study area and dates."))
        self.add_text(
            self.DATE,
            tr("Date or author"),
            tr("A line near the top, as you like it. Empty: none, and the same model gives the same files."),
        )
        for key, label, help_text in self._documents():
            self.add_file_output(key, label, help_text, "HTML (*.html)", optional=True)
        for key, label, _ in self._documents():
            self.add_file_output(
                f"{key}{self.MARKDOWN}",
                tr("{document} as Markdown").format(document=label),
                tr("The same words, to be completed in any editor."),
                "Markdown (*.md)",
                skipped=True,
            )
        self.add_numbers(
            {
                "N_FIELDS": tr("Number of fields of the transparency record"),
                "N_KNOWN": tr("Number of these that hold what the model file and the tables tell"),
                "N_BLANKS": tr("Number of these in which something is left to say"),
            }
        )
        self.add_texts({"MODEL_SHA256": tr("SHA-256 of the model file")})

    def _documents(self):
        """Key, label and help of each document."""
        return (
            (self.MODEL_CARD, tr("Model card"), tr("What the model is for, made from, how good it is, where it ends.")),
            (
                self.ASSESSMENT,
                tr("Assessment support sheet"),
                tr("For the data-protection impact assessment and the public sector equality duty."),
            ),
            (self.RECORD, tr("Transparency record"), tr("Draft of an Algorithmic Transparency Record.")),
        )

    def check(self, parameters, context):
        report_parts.check_title(self.parameterAsString(parameters, self.TITLE, context))
        keys = [f"{key}{end}" for key, _, _ in self._documents() for end in ("", self.MARKDOWN)]
        if not any(is_set(parameters, key) for key in keys):
            raise RtmError(tr("No document is asked for: name a file for one of them."))

    def compute(self, parameters, context, progress):
        from ...rtm_plugin.report.accountability.assessment import assessment
        from ...rtm_plugin.report.accountability.document import to_html, to_markdown
        from ...rtm_plugin.report.accountability.model_card import model_card
        from ...rtm_plugin.report.accountability.transparency import transparency_record

        facts = self._facts(parameters, context)
        progress(0.3)
        record = transparency_record(facts, self.parameterAsEnumString(parameters, self.STANDARD, context))
        made = {self.MODEL_CARD: model_card(facts), self.ASSESSMENT: assessment(facts), self.RECORD: record}
        written = {}
        with staged() as stage:
            for number, (key, document) in enumerate(made.items()):
                for end, write in (("", to_html), (self.MARKDOWN, to_markdown)):
                    path = self.parameterAsFileOutput(parameters, f"{key}{end}", context)
                    if path:
                        write_text(stage(path), write(document))
                        written[f"{key}{end}"] = path
                progress.info(f"{document.kind}: {document.count()}")
                progress(0.3 + 0.7 * (number + 1) / len(made))
        entries = list(record.entries)
        return {
            **written,
            "N_FIELDS": len(entries),
            "N_KNOWN": sum(entry.is_known for entry in entries),
            "N_BLANKS": sum(bool(entry.asked) for entry in entries),
            "MODEL_SHA256": facts.sha256,
        }

    def _facts(self, parameters, context):
        from ...rtm_plugin.report import Units
        from ...rtm_plugin.report.accountability.facts import Facts
        from ..reading.accountability_tables import read_exposed, read_judged

        path = self.parameterAsFile(parameters, self.MODEL, context)
        saved = read_model(path)
        title = report_parts.check_title(self.parameterAsString(parameters, self.TITLE, context))
        tables, names = {}, {}
        for key, read in ((self.VALIDATION, read_judged), (self.EXPOSURE, read_exposed)):
            tables[key], names[key] = (), ""
            if is_set(parameters, key):
                source, names[key] = source_of(parameters, key, context)
                tables[key] = read(source, names[key])
        return Facts(
            model=saved.model,
            title=title or model_title(saved.model),
            units=Units() if saved.crs is None else units.units_of(saved.crs),
            sources=report_parts.sources(saved.model),
            file=saved.name,
            sha256=hashlib.sha256(Path(path).read_bytes()).hexdigest(),
            versions=tuple(versions()),
            command=report_parts.refit_command(saved.model),
            judged=tables[self.VALIDATION],
            exposed=tables[self.EXPOSURE],
            judged_from=names[self.VALIDATION],
            exposed_from=names[self.EXPOSURE],
            created=self.parameterAsString(parameters, self.DATE, context).strip(),
        )
