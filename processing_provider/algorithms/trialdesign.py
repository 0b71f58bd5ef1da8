"""``rtm:trialdesign``: from places with counts to a trial: eligible, apart, alike, drawn by lot, and sealed."""

import datetime

import numpy as np

from ...rtm_plugin.errors import RtmError, SettingsError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.names import readable
from ...rtm_plugin.rounding import plain_number, tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use.power import dispersion, dispersion_of_places, power
from ...rtm_plugin.use.small_counts import fewest_values, is_narrow_below
from ...rtm_plugin.use.trial import CROSSOVER, FATES, TOO_FEW, steps_of
from ..base import RtmAlgorithm
from ..packages import require_packages
from ..parameters import trial_rules, trials
from ..parameters.values import is_set, source_of
from ..reading import trial_places
from ..reading.geometry import extent_of
from ..reading.incident_dates import column_of
from ..reading.sources import check_has_crs, check_projected
from ..reading.trial_baseline import TrialTime, counted_before, read_baseline
from ..staging import staged, write_text
from ..units import length_words, metres_per_unit, square_units_per_hectare
from ..writing import tables, trial_tables
from ..writing.laid_trial import LaidTrial
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.report import check_title
from ..writing.styles import ResultStyler, style_on_load
from ..writing.trial_styles import paint_trial
from ..writing.typed_command import command_of

_COUNTS = "observed"  # the usual field of them
_BUFFER_METRES = 200.0


def _check_left_out(laid):
    """Raises :class:`SettingsError` where the protocol, which has to state who was eligible, would tell the small
    counts of those who were not."""
    least = laid.rules.min_count
    if FATES.index(TOO_FEW) not in laid.fates or not is_narrow_below(least, laid.smallest):
        return
    raise SettingsError(
        tr(
            "The protocol would give small counts away, for it has to say that places were left out because they had "
            "fewer than {least}: set 'Fewest incidents' to 0 or to at least {enough}, or the smallest count to print "
            "to 0."
        ).format(least=least, enough=fewest_values(laid.smallest))
    )


class TrialDesign(RtmAlgorithm):
    """Reads places and counts, draws lots, simulates, and writes layer, tables and protocol."""

    PLACES, INCIDENTS, DATE_FIELD = trial_rules.PLACES, trial_rules.INCIDENTS, trial_rules.DATE_FIELD
    TITLE, TREATMENT, OUTCOME = "TITLE", "TREATMENT", "OUTCOME"
    TRIAL, BALANCE, CALENDAR, PROTOCOL = "TRIAL", "BALANCE", "CALENDAR", "PROTOCOL"

    def name(self):
        return "trialdesign"

    def displayName(self):
        return tr("Trial design")

    def tags(self):
        return tr("trial,experiment,RCT,randomise,power,control,patrol,calendar,protocol,evaluation,crime").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Makes a fair trial of places: lots decide who is treated, and what the trial can tell is known."),
                tr(
                    "Give priority places, or any polygons, and the incidents before. Places that are too small or "
                    "have too few incidents are left out, and so is what lies nearer than the buffer to a place of "
                    "higher priority. The rest are put into pairs or blocks that are alike in relative risk and "
                    "incidents, and lots are drawn within each, by a recorded seed: the same layers and seed give the "
                    "same lots."
                ),
                tr(
                    "parallel: half are treated, half left as they are. stepped: all are treated, one wave after the "
                    "other, and those that wait are the control. crossover: every place is treated on days that are "
                    "drawn by lot, a few in every week, with visits of 15 minutes; its other days are its control, so "
                    "that few places suffice."
                ),
                tr(
                    "The power is found by simulation: trials with these lots and negative binomial counts, as "
                    "dispersed as those before, judged as the real one will be. The protocol is a page to be "
                    "registered before the trial begins; its seal shows later whether the lots are still those that "
                    "were drawn."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        trial_rules.add_places(self)
        trial_rules.add_rules(self)
        trial_rules.add_power(self)
        self.add_text(self.TITLE, tr("Title"), tr("Of the protocol. Empty: after the places."))
        self.add_text(
            self.TREATMENT,
            tr("Treatment"),
            tr("What is done in treated places, for the protocol. Empty: a blank to be filled in."),
            lines=True,
        )
        self.add_text(
            self.OUTCOME,
            tr("Incidents that count"),
            tr("Offence types and their source, for the protocol. Empty: a blank to be filled in."),
            lines=True,
        )
        trials.add_smallest_count(self)
        self._add_outputs()

    def _add_outputs(self):
        self.add_table(
            self.TRIAL,
            tr("Trial"),
            tr(
                "One polygon per place: place, rank, label, arm, block, wave, first and last day, those of the time "
                "before, confidence, fewest incidents and smallest count to print, and why others were left out."
            ),
            "polygon",
        )
        self.add_table(
            self.BALANCE,
            tr("Balance"),
            tr("One row per measure and arm: mean, SD and standardised difference."),
            skipped=True,
        )
        self.add_table(
            self.CALENDAR,
            tr("Patrol calendar"),
            tr(
                "For a crossover: one row per place and day, treated (1) or not (0), and minutes of the visit. Keep "
                "it from whoever records incidents."
            ),
            skipped=True,
        )
        self.add_file_output(
            self.PROTOCOL,
            tr("Protocol"),
            tr("One page to be registered: units, lots, outcome, analysis, power, seed and seal."),
            "HTML (*.html)",
            skipped=True,
        )
        self.add_numbers(
            {
                "N_GIVEN": tr("Number of places given"),
                "N_IN_TRIAL": tr("Number of places in the trial"),
                "N_TREATMENT": tr("Number of treated places"),
                "N_CONTROL": tr("Number of control places"),
                "N_BLOCKS": tr("Number of pairs or blocks"),
                "N_INCIDENTS": tr("Number of incidents before, in places of the trial"),
                "LARGEST_DIFFERENCE": tr("Largest standardised difference"),
                "DISPERSION_USED": tr("Dispersion"),
                "POWER": tr("Power for the effect"),
                "POWER_ERROR": tr("Monte-Carlo standard error of the power"),
                "DETECTABLE": tr("Smallest effect detected with 80% (percent)"),
                "SEED_USED": tr("Seed used"),
            }
        )
        self.add_texts({"SEAL": tr("Seal of the lots (SHA-256)"), "SUMMARY": tr("The trial in short")})

    # reading

    def check(self, parameters, context):
        source, name = source_of(parameters, self.PLACES, context)
        check_projected(tr("Places"), name, source.sourceCrs(), extent_of(source))
        for key in (trial_rules.RISK_FIELD, trial_rules.PRIORITY_FIELD):
            self._field(source, name, key, parameters, context)
        if is_set(parameters, self.INCIDENTS):
            incidents, incidents_name = source_of(parameters, self.INCIDENTS, context)
            check_has_crs(tr("Incidents"), incidents_name, incidents.sourceCrs())
            field = self.parameterAsString(parameters, self.DATE_FIELD, context)
            if field:
                column_of(incidents, incidents_name, field)
        elif not self._field(source, name, trial_rules.COUNT_FIELD, parameters, context):
            raise RtmError(
                tr(
                    "Places '{name}' have no field 'observed' and no incidents are given: add the incidents before, or "
                    "choose the field that holds the counts."
                ).format(name=name)
            )
        rules = trial_rules.rules_of(self, parameters, context, 1.0)
        for key, end in ((trial_rules.DATE_FROM, False), (trial_rules.DATE_TO, True)):
            trials.day_of(self, parameters, key, context, end)
        start = trials.day_of(self, parameters, trial_rules.START, context)
        if start is None and rules.plan == CROSSOVER:
            raise SettingsError(tr("A crossover needs its first day, for the calendar: give it, such as 2025-03-01."))
        if start is not None and start > datetime.date.max - trial_rules.duration_of(self, parameters, context):
            raise SettingsError(tr("The trial would end after the year 9999: check its first day and its months."))
        if is_set(parameters, self.PROTOCOL):
            require_packages(PAGE_PACKAGES)

    def _field(self, source, name, key, parameters, context):
        """The name of a field of the places: the one asked for or the usual one; '' where there is none."""
        usual = {
            trial_rules.RISK_FIELD: "rrs_mean",
            trial_rules.PRIORITY_FIELD: "rank",
            trial_rules.COUNT_FIELD: _COUNTS,
        }
        return trial_places.field_of(source, name, self.parameterAsString(parameters, key, context), usual[key])

    def _priority(self, parameters, context):
        """The name of the field of the priority; '' where that is the number of incidents."""
        source, name = source_of(parameters, self.PLACES, context)
        return self._field(source, name, trial_rules.PRIORITY_FIELD, parameters, context)

    def _baseline(self, places, source, name, parameters, context, progress):
        months = trials.number_of(self, parameters, trial_rules.BASELINE_MONTHS, context)
        if not is_set(parameters, self.INCIDENTS):
            field = self._field(source, name, trial_rules.COUNT_FIELD, parameters, context)
            return counted_before(places, name, field, months)
        return read_baseline(
            places,
            parameters[self.INCIDENTS],
            self.parameterAsString(parameters, self.DATE_FIELD, context),
            trials.day_of(self, parameters, trial_rules.DATE_FROM, context),
            trials.day_of(self, parameters, trial_rules.DATE_TO, context, end=True),
            months,
            source.sourceCrs(),
            context,
            progress,
            self._time_of(source, parameters, context),
        )

    def _time_of(self, source, parameters, context):
        """The :class:`TrialTime`, as far as it is known."""
        rules = trial_rules.rules_of(self, parameters, context, square_units_per_hectare(source.sourceCrs()))
        start = trials.day_of(self, parameters, trial_rules.START, context)
        months = trials.number_of(self, parameters, trial_rules.MONTHS, context)
        return TrialTime(() if start is None else steps_of(rules, start, months), rules.plan == CROSSOVER)

    def _buffer(self, crs, parameters, context):
        if not is_set(parameters, trial_rules.BUFFER):
            return _BUFFER_METRES / metres_per_unit(crs)
        buffer = trials.number_of(self, parameters, trial_rules.BUFFER, context)
        return check_length(tr("buffer"), buffer) if buffer else 0.0

    # running

    def compute(self, parameters, context, progress):
        source, name = source_of(parameters, self.PLACES, context)
        crs = source.sourceCrs()
        rules = trial_rules.rules_of(self, parameters, context, square_units_per_hectare(crs))
        if is_set(parameters, self.CALENDAR) and rules.plan != CROSSOVER:
            raise SettingsError(tr("Only a crossover has a calendar: choose that design, or no calendar."))
        buffer = self._buffer(crs, parameters, context)
        with progress.stage(tr("Reading"), 0.0, 0.3) as step:
            places = trial_places.read_trial_places(source, name, crs, context, step.part(0.0, 0.3))
            baseline = self._baseline(places, source, name, parameters, context, step.part(0.3, 1.0))
        with progress.stage(tr("Lots"), 0.3, 0.4):
            laid = self._lay(places, baseline, source, name, rules, buffer, parameters, context)
            if is_set(parameters, self.PROTOCOL):
                _check_left_out(laid)
        with progress.stage(tr("Power"), 0.4, 0.9) as step:
            spread, *whence = self._dispersion(laid, parameters, context)
            found = power(
                laid.plan(spread),
                trials.number_of(self, parameters, trial_rules.EFFECT, context) / 100,
                laid.level,
                self.parameterAsInt(parameters, trial_rules.SIMULATIONS, context),
                laid.seed,
                step,
            )
        with progress.stage(tr("Writing"), 0.9, 1.0) as step:
            return self._write(laid, found, whence, buffer, name, crs, parameters, context, step)

    def _lay(self, places, baseline, source, name, rules, buffer, parameters, context):
        """The :class:`LaidTrial`: the places, those that are taken, and their lots.

        Places are numbered by their priority; where that is how many incidents they had, as they come, for their
        numbers must not tell the order of counts that are not told.
        """
        priority, risk = (
            self._field(source, name, key, parameters, context)
            for key in (trial_rules.PRIORITY_FIELD, trial_rules.RISK_FIELD)
        )
        order = trial_places.in_order(places, priority, name, baseline.counts)
        counts = self.parameterAsString(parameters, trial_rules.COUNT_FIELD, context) or _COUNTS
        if priority and priority.casefold() != counts.casefold():
            places, baseline = [places[place] for place in order.tolist()], baseline.in_order(order)
            order = np.arange(len(places))
        laid = LaidTrial(
            places,
            baseline,
            np.array([trial_places.number_of(place, risk, name) for place in places]) if risk else None,
            square_units_per_hectare(source.sourceCrs()),
            rules,
            self.parameterAsInt(parameters, trials.SEED, context),
            trials.day_of(self, parameters, trial_rules.START, context),
            trials.number_of(self, parameters, trial_rules.MONTHS, context),
            trials.level_of(self, parameters, context),
            self.parameterAsInt(parameters, trials.SMALLEST_COUNT, context),
        )
        laid.draw_lots(trial_places.pairs_within(places, buffer), order)
        return laid

    def _dispersion(self, laid, parameters, context):
        """The a of the counts' variance; where it comes from, in words; and whether that is the places' counts."""
        if is_set(parameters, trial_rules.DISPERSION):
            given = trials.number_of(self, parameters, trial_rules.DISPERSION, context)
            return given, tr("The dispersion was given."), False
        counts = laid.baseline.counts[laid.members]
        if not laid.baseline.days:
            whence = tr(
                "The dispersion is that between the places before, per area, as no dates were given: it is higher than "
                "that of one place over time, so that the power is understated."
            )
            return dispersion_of_places(counts, laid.areas[laid.members]), whence, True
        n_slices = laid.n_slices()
        if n_slices < 2:
            raise SettingsError(
                tr("The incidents before are of a single day or month: give more of them, or the dispersion.")
            )
        whence = tr(
            "The dispersion is that of the places' counts in {n} equal parts of the time before, season allowed for."
        ).format(n=n_slices)
        return dispersion(laid.baseline.in_slices(n_slices)[laid.members]), whence, False

    # writing

    def _write(self, laid, found, whence, buffer, name, crs, parameters, context, progress):
        from ...rtm_plugin.report import protocol as pages

        incidents = None
        if is_set(parameters, self.INCIDENTS):
            _, incidents = source_of(parameters, self.INCIDENTS, context)
        recipe = trial_rules.recipe_of(self, parameters, context, name, incidents, buffer)
        protocol = self._protocol(laid, found, whence, recipe, crs, parameters, context)
        balance = protocol.balance
        written = {}
        with staged() as stage:
            page = self.parameterAsFileOutput(parameters, self.PROTOCOL, context)
            if page:
                write_text(stage(page), pages.render_protocol(protocol))
                written[self.PROTOCOL] = page
            balance_rows = trial_tables.balance_rows(balance, laid.rules.plan, laid.place_arms())
            for key, table in (
                (self.TRIAL, trial_tables.trial_table(laid.rows(), [one.geometry for one in laid.places], crs)),
                (self.BALANCE, tables.Table(trial_tables.BALANCE_FIELDS, balance_rows)),
                (self.CALENDAR, tables.Table(trial_tables.CALENDAR_FIELDS, laid.calendar())),
            ):
                destination = tables.write_table(self, parameters, key, context, table, progress, stage)
                if destination is not None:
                    written[key] = destination
        summary = pages.in_short(protocol)
        progress.info(summary)
        if pages.futile_words(protocol):
            progress.warn(pages.futile_words(protocol))
        if protocol.missed or protocol.missed is None:
            progress.warn(pages.missed_words(protocol.missed))
        if pages.balance_words(balance):
            progress.info(pages.balance_words(balance))
        provenance = Provenance(f"rtm:{self.name()}", recipe, laid.seed)
        about = tr("Places of a trial, and what lots have dealt them.")
        style_on_load(context, written[self.TRIAL], ResultStyler(provenance, tr("Trial"), about, paint_trial))
        return {
            **written,
            **laid.numbers(),
            "LARGEST_DIFFERENCE": tidy_number(max((abs(one.difference) for one in balance), default=None)),
            "DISPERSION_USED": tidy_number(found.dispersion),
            "POWER": found.power,
            "POWER_ERROR": tidy_number(found.error),
            "DETECTABLE": None if found.detectable is None else round(100 * found.detectable),
            "SEED_USED": laid.seed,
            "SEAL": protocol.seal,
            "SUMMARY": summary,
        }

    def _protocol(self, laid, found, whence, recipe, crs, parameters, context):
        from ...rtm_plugin.report.protocol import Protocol, TrialUnit

        numbers = np.bincount(laid.fates, minlength=len(FATES)).tolist()
        fates = [(trial_tables.fate_by_limit(fate, recipe), number) for fate, number in zip(FATES, numbers) if number]
        buffer = length_words(recipe[trial_rules.BUFFER], crs) if recipe[trial_rules.BUFFER] else ""
        sources = [(tr("Places"), recipe[self.PLACES]), (tr("Incidents before"), recipe[self.INCIDENTS])]
        title = check_title(self.parameterAsString(parameters, self.TITLE, context))
        typed = {key: plain_number(one) if isinstance(one, float) else one for key, one in recipe.items()}
        return Protocol(
            title or tr("Trial in {places}").format(places=readable(recipe[self.PLACES])),
            laid.rules,
            trial_tables.eligible_words(recipe, buffer, self._priority(parameters, context)),
            tuple(fates),
            buffer,
            tuple(TrialUnit(*unit) for unit in laid.units()),
            laid.seed,
            laid.seal(),
            recipe[trial_rules.START],
            laid.ends(),
            laid.months,
            round(laid.baseline.months, 1),
            laid.baseline.dates,
            laid.baseline.notes,
            int(laid.baseline.counts[laid.members].sum()),
            self.parameterAsString(parameters, self.TREATMENT, context).strip(),
            self.parameterAsString(parameters, self.OUTCOME, context).strip(),
            laid.level,
            laid.alike_in(),
            laid.balance(),
            laid.design.least_p_value,
            found,
            whence[0],
            laid.smallest,
            tuple((what, which) for what, which in sources if which),
            command_of(self, typed, parameters, context),
            whence[1],
            laid.undated(),
            tuple(laid.groups()),
            laid.missed(),
        )
