"""``rtm:trialdesign``: from places with counts to a trial: eligible, apart, alike, drawn by lot, and what it can "
"tell."""

import datetime

import numpy as np

from ...rtm_plugin.errors import IncidentError, RtmError, SettingsError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.names import readable
from ...rtm_plugin.rounding import plain_number, tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import trial
from ...rtm_plugin.use.power import Plan, dispersion, dispersion_of_places, power
from ...rtm_plugin.use.trial import CROSSOVER, FATES, PARALLEL, STEPPED, TAKEN, TrialRules
from ..base import RtmAlgorithm
from ..packages import require_packages
from ..parameters import trials
from ..parameters.values import is_set, source_of
from ..reading import trial_places
from ..reading.geometry import extent_of
from ..reading.incident_dates import column_of
from ..reading.periods import dated_incidents
from ..reading.sources import check_has_crs, check_projected, read_incidents
from ..staging import staged, write_text
from ..units import length_words, metres_per_unit, square_units_per_hectare
from ..writing import tables, trial_tables
from ..writing.laid_trial import LaidTrial
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.report import check_title
from ..writing.styles import ResultStyler, style_on_load
from ..writing.trial_styles import paint_trial

_BUFFER_METRES = 200.0
_DAYS_IN_MONTH = 365.25 / 12


class TrialDesign(RtmAlgorithm):
    """Reads places and counts, draws lots, simulates, and writes layer, tables and protocol."""

    PLACES, INCIDENTS, DATE_FIELD = "PLACES", "INCIDENTS", "DATE_FIELD"
    DATE_FROM, DATE_TO, BASELINE_MONTHS = "DATE_FROM", "DATE_TO", "BASELINE_MONTHS"
    COUNT_FIELD, RISK_FIELD, PRIORITY_FIELD = "COUNT_FIELD", "RISK_FIELD", "PRIORITY_FIELD"
    MIN_COUNT, MIN_AREA, MAX_AREA, BUFFER, N_PLACES = "MIN_COUNT", "MIN_AREA", "MAX_AREA", "BUFFER", "N_PLACES"
    PLAN, GROUPING, BLOCK_SIZE, WAVES, DAYS_PER_WEEK = "PLAN", "GROUPING", "BLOCK_SIZE", "WAVES", "DAYS_PER_WEEK"
    START, MONTHS, EFFECT = "START", "MONTHS", "EFFECT"
    DISPERSION, SIMULATIONS = "DISPERSION", "SIMULATIONS"
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
        self._add_places()
        self._add_rules()
        self._add_power()
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

    def _add_places(self):
        self.add_source(
            self.PLACES,
            tr("Places"),
            tr("Priority places, or any polygons, in a projected CRS."),
            "polygon",
        )
        self.add_source(
            self.INCIDENTS,
            tr("Incidents before"),
            tr("Points of the incidents before the trial. Empty: counts are read from a field of the places."),
            "point",
            optional=True,
        )
        self.add_field(
            self.DATE_FIELD,
            tr("Date field"),
            tr(
                "Field of the incidents with their dates: with it the dispersion is that of a place from one time to "
                "the next, as it ought to be. Empty: that between places, which is too high."
            ),
            self.INCIDENTS,
        )
        self.add_text(
            self.DATE_FROM, tr("From"), tr("First day or month to count (2023-01-01, or 2023-01). Empty: the first."),
            advanced=True,
        )  # fmt: skip
        self.add_text(self.DATE_TO, tr("To"), tr("Last day or month to count. Empty: the last."), advanced=True)
        self.add_number(
            self.BASELINE_MONTHS,
            tr("Months before"),
            tr("How many months the incidents before are of, where there is no date field."),
            12.0,
            limits=(0.1, 1200.0),
        )
        self.add_field(
            self.COUNT_FIELD,
            tr("Field of the counts"),
            tr("Incidents of each place, where no incidents are given. Empty: observed."),
            self.PLACES,
            advanced=True,
        )
        self.add_field(
            self.RISK_FIELD,
            tr("Field of the risk"),
            tr("Places of a block are alike in it, too. Empty: rrs_mean, where there is such a field."),
            self.PLACES,
            advanced=True,
        )
        self.add_field(
            self.PRIORITY_FIELD,
            tr("Field of the priority"),
            tr("The lower, the sooner a place is taken. Empty: rank, or else the number of incidents."),
            self.PLACES,
            advanced=True,
        )

    def _add_rules(self):
        self.add_choice(
            self.PLAN,
            tr("Design"),
            tr(
                "parallel: half of the places are treated. stepped: all are, in waves. crossover: all are, on days "
                "drawn by lot."
            ),
            {
                PARALLEL: tr("Treatment and control places"),
                STEPPED: tr("Waves, one after the other"),
                CROSSOVER: tr("By day, as a calendar says"),
            },
        )
        self.add_choice(
            self.GROUPING,
            tr("Lots are drawn"),
            tr(
                "pairs: within pairs of alike places (in waves: groups of as many as there are waves). blocks: within "
                "larger blocks. complete: among all places. A crossover needs none."
            ),
            {
                trial.PAIRS: tr("Within pairs"),
                trial.BLOCKS: tr("Within blocks"),
                trial.COMPLETE: tr("Among all places"),
            },
        )
        self.add_number(
            self.BLOCK_SIZE,
            tr("Places in a block"),
            tr("For blocks; made a multiple of the number of arms."),
            TrialRules.block_size,
            whole=True,
            limits=(2, 1000),
            advanced=True,
        )
        self.add_number(
            self.WAVES, tr("Waves"), tr("For a stepped trial."), TrialRules.waves, whole=True, limits=(2, 24),
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.DAYS_PER_WEEK,
            tr("Treated days in a week"),
            tr("For a crossover."),
            TrialRules.days_per_week,
            whole=True,
            limits=(1, 6),
            advanced=True,
        )
        self.add_number(
            self.MIN_COUNT,
            tr("Fewest incidents"),
            tr("Places with fewer incidents before are left out: in them nothing can be seen."),
            5,
            whole=True,
            limits=(0, 1_000_000),
        )
        self.add_number(
            self.MIN_AREA, tr("Smallest area (ha)"), tr("Smaller places are left out."), 0.0, limits=(0.0, 1e9),
            advanced=True,
        )  # fmt: skip
        self.add_number(
            self.MAX_AREA,
            tr("Largest area (ha)"),
            tr("Larger places are left out. 0: none is."),
            0.0,
            limits=(0.0, 1e9),
            advanced=True,
        )
        self.add_distance(
            self.BUFFER,
            tr("Buffer"),
            tr(
                "Smallest distance between two places of the trial, in map units, so that what is done in one does not "
                "reach the other. Empty: 200 metres."
            ),
            self.PLACES,
        )
        self.add_number(
            self.N_PLACES, tr("Most places"), tr("0: as many as there are."), 0, whole=True, limits=(0, 100_000)
        )
        trials.add_seed(
            self, tr("Start of the random numbers by which lots are drawn; it is recorded. Choose it once.")
        )

    def _add_power(self):
        self.add_text(
            self.START,
            tr("First day"),
            tr("Of the trial, such as 2025-03-01. A crossover needs it; waves begin from it on."),
        )
        self.add_number(self.MONTHS, tr("Months"), tr("How long the trial lasts."), 6.0, limits=(0.25, 240.0))
        self.add_number(
            self.EFFECT,
            tr("Effect (percent)"),
            tr("How many of the incidents treatment may take away, for the power."),
            20.0,
            limits=(0.1, 99.0),
        )
        trials.add_level(self)
        self.add_number(
            self.DISPERSION,
            tr("Dispersion"),
            tr("The a of the counts' variance, mean + a × mean². Empty: as it was before; 0 is Poisson."),
            None,
            optional=True,
            limits=(0.0, 1000.0),
            advanced=True,
        )
        self.add_number(
            self.SIMULATIONS,
            tr("Simulated trials"),
            tr("For the power: a thousand tell it to about 3 percent points."),
            1000,
            whole=True,
            limits=(10, 100_000),
            advanced=True,
        )

    def _add_outputs(self):
        self.add_table(
            self.TRIAL,
            tr("Trial"),
            tr("One polygon per place: place, rank, label, arm, block, wave, first day, and why others were left out."),
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
        for key, usual in self._fields(parameters):
            trial_places.field_of(source, name, self.parameterAsString(parameters, key, context), usual)
        if is_set(parameters, self.INCIDENTS):
            incidents, incidents_name = source_of(parameters, self.INCIDENTS, context)
            check_has_crs(tr("Incidents"), incidents_name, incidents.sourceCrs())
            field = self.parameterAsString(parameters, self.DATE_FIELD, context)
            if field:
                column_of(incidents, incidents_name, field)
        elif not trial_places.field_of(
            source, name, self.parameterAsString(parameters, self.COUNT_FIELD, context), "observed"
        ):
            raise RtmError(
                tr(
                    "Places '{name}' have no field 'observed' and no incidents are given: add the incidents before, or "
                    "choose the field that holds the counts."
                ).format(name=name)
            )
        self._rules(parameters, context, 1.0)
        start = trials.day_of(self, parameters, self.START, context)
        trials.day_of(self, parameters, self.DATE_FROM, context)
        trials.day_of(self, parameters, self.DATE_TO, context)
        plan = self.parameterAsEnumString(parameters, self.PLAN, context)
        if start is None and plan == CROSSOVER:
            raise SettingsError(tr("A crossover needs its first day, for the calendar: give it, such as 2025-03-01."))
        if start is not None and start > datetime.date.max - self._duration(parameters, context):
            raise SettingsError(tr("The trial would end after the year 9999: check its first day and its months."))
        if is_set(parameters, self.PROTOCOL):
            require_packages(PAGE_PACKAGES)

    def _duration(self, parameters, context):
        return datetime.timedelta(days=trials.number_of(self, parameters, self.MONTHS, context) * _DAYS_IN_MONTH + 7)

    def _fields(self, parameters):
        fields = [(self.RISK_FIELD, "rrs_mean"), (self.PRIORITY_FIELD, "rank")]
        return fields if is_set(parameters, self.INCIDENTS) else [*fields, (self.COUNT_FIELD, "observed")]

    def _rules(self, parameters, context, hectare):
        months = trials.number_of(self, parameters, self.MONTHS, context)
        return TrialRules(
            self.parameterAsEnumString(parameters, self.PLAN, context),
            self.parameterAsEnumString(parameters, self.GROUPING, context),
            self.parameterAsInt(parameters, self.BLOCK_SIZE, context),
            self.parameterAsInt(parameters, self.WAVES, context),
            max(round(months * _DAYS_IN_MONTH / trial.DAYS_IN_WEEK), 1),
            self.parameterAsInt(parameters, self.DAYS_PER_WEEK, context),
            trials.number_of(self, parameters, self.MIN_AREA, context) * hectare,
            trials.number_of(self, parameters, self.MAX_AREA, context) * hectare,
            self.parameterAsInt(parameters, self.MIN_COUNT, context),
            self.parameterAsInt(parameters, self.N_PLACES, context),
        ).validate()

    # running

    def compute(self, parameters, context, progress):
        if is_set(parameters, self.CALENDAR) and self._rules(parameters, context, 1.0).plan != CROSSOVER:
            raise SettingsError(tr("Only a crossover has a calendar: choose that design, or no calendar."))
        source, name = source_of(parameters, self.PLACES, context)
        crs = source.sourceCrs()
        hectare = square_units_per_hectare(crs)
        rules = self._rules(parameters, context, hectare)
        seed = self.parameterAsInt(parameters, trials.SEED, context)
        buffer = _BUFFER_METRES / metres_per_unit(crs)
        if is_set(parameters, self.BUFFER):
            buffer = trials.number_of(self, parameters, self.BUFFER, context)
        if buffer:
            check_length(tr("buffer"), buffer)
        with progress.stage(tr("Reading"), 0.0, 0.3) as step:
            given = trial_places.read_trial_places(source, name, crs, context, step.part(0.0, 0.3))
            baseline = self._baseline(given, source, name, parameters, context, step.part(0.3, 1.0))
        places, baseline, risk, ranks = self._in_order(given, baseline, source, name, parameters, context)
        with progress.stage(tr("Lots"), 0.3, 0.4):
            areas = np.array([place.area for place in places])
            near = trial_places.pairs_within(places, buffer)
            fates = trial.choose(areas, baseline.counts, near, np.arange(len(places)), rules)
            members, design = self._deal(fates, baseline.counts, risk, rules, seed)
        with progress.stage(tr("Power"), 0.4, 0.9) as step:
            spread, whence = self._dispersion(baseline, areas, members, rules, parameters, context)
            found = power(
                self._plan(design, baseline, members, rules, spread, parameters, context),
                trials.number_of(self, parameters, self.EFFECT, context) / 100,
                trials.level_of(self, parameters, context),
                self.parameterAsInt(parameters, self.SIMULATIONS, context),
                seed,
                step,
            )
        laid = LaidTrial(places, ranks, baseline, risk, areas / hectare, fates, members, design, rules, seed)
        start = trials.day_of(self, parameters, self.START, context)
        laid.starts = self._starts(laid, start, parameters, context)
        balance = laid.balance()
        with progress.stage(tr("Writing"), 0.9, 1.0) as step:
            return self._write(laid, balance, found, whence, buffer, name, crs, parameters, context, step)

    def _baseline(self, places, source, name, parameters, context, progress):
        """The :class:`Baseline` of places. Raises :class:`IncidentError` where none of the incidents lies in one."""
        months = trials.number_of(self, parameters, self.BASELINE_MONTHS, context)
        if not is_set(parameters, self.INCIDENTS):
            field = self.parameterAsString(parameters, self.COUNT_FIELD, context) or "observed"
            numbers = [trial_places.number_of(place, field, name) for place in places]
            if min(numbers) < 0 or any(number % 1 for number in numbers):
                raise RtmError(
                    tr("Places '{name}', field '{field}': counts are whole numbers from 0 on; choose another.").format(
                        name=name, field=field
                    )
                )
            return trial_places.Baseline(np.array(numbers, dtype=np.int64), months)
        incidents, incidents_name = source_of(parameters, self.INCIDENTS, context)
        field = self.parameterAsString(parameters, self.DATE_FIELD, context)
        crs, days, extent = source.sourceCrs(), None, {}
        if field:
            points, days = dated_incidents(incidents, incidents_name, field, crs, context, progress)
            first, last = (
                trials.day_of(self, parameters, key, context, end)
                for key, end in ((self.DATE_FROM, False), (self.DATE_TO, True))
            )
            first = int(days.min()) if first is None else first.toordinal()
            last = int(days.max()) if last is None else last.toordinal()
            chosen = (days >= first) & (days <= last)
            points, days = points[chosen], days[chosen]
            n_days = max(last - first + 1, 0)
            extent, months = {"first": first, "n_days": n_days}, n_days / _DAYS_IN_MONTH
        else:
            points = read_incidents(incidents, incidents_name, crs, context, progress)
        inside = trial_places.incidents_in([place.shapes for place in places], points)
        counts = np.array([len(one) for one in inside], dtype=np.int64)
        if not counts.any():
            raise IncidentError(
                tr(
                    "None of the incidents of '{name}' lies in a place: check that both show the same area, and the "
                    "dates."
                ).format(name=incidents_name)
            )
        if trial_places.n_in_several(inside):
            progress.warn(
                tr("{n} incidents lie in more than one place, for places overlap: they count in each.").format(
                    n=trial_places.n_in_several(inside)
                )
            )
        return trial_places.Baseline(
            counts, months, days=() if days is None else tuple(days[one] for one in inside), **extent
        )

    def _in_order(self, places, baseline, source, name, parameters, context):
        """Places, baseline, risk (n,) or None, and ranks, all in the order of priority."""
        priority_field, risk_field = (
            trial_places.field_of(source, name, self.parameterAsString(parameters, key, context), usual)
            for key, usual in ((self.PRIORITY_FIELD, "rank"), (self.RISK_FIELD, "rrs_mean"))
        )
        if priority_field:
            priority = [
                np.inf if place.get(priority_field) is None else trial_places.number_of(place, priority_field, name)
                for place in places
            ]
        else:
            priority = -baseline.counts
        order = np.argsort(np.asarray(priority, dtype=np.float64), kind="stable")
        risk = None
        if risk_field:
            risk = np.array([trial_places.number_of(place, risk_field, name) for place in places])[order]
        ranks = []
        for number, place in enumerate(order.tolist(), 1):
            rank = places[place].get("rank")
            ranks.append(rank if isinstance(rank, int) else number)
        days = tuple(baseline.days[place] for place in order.tolist()) if baseline.days else ()
        sorted_baseline = trial_places.Baseline(
            baseline.counts[order], baseline.months, baseline.first, baseline.n_days, days
        )
        return [places[place] for place in order.tolist()], sorted_baseline, risk, ranks

    def _deal(self, fates, counts, risk, rules, seed):
        """Indices of the places of the trial, and its design; marks in ``fates`` who found no partner."""
        members = np.flatnonzero(fates == FATES.index(TAKEN))
        if rules.plan == CROSSOVER:
            return members, trial.calendar(len(members), rules, seed)
        known = np.column_stack([counts[members], *([] if risk is None else [risk[members]])]).astype(np.float64)
        part, design = trial.deal(known, members, rules, seed)
        fates[members[~part]] = FATES.index(trial.ALONE)
        return members[part], design

    def _dispersion(self, baseline, areas, members, rules, parameters, context):
        """The a of the counts' variance, and where it comes from, in words."""
        if is_set(parameters, self.DISPERSION):
            return trials.number_of(self, parameters, self.DISPERSION, context), tr("The dispersion was given.")
        if not baseline.days:
            return dispersion_of_places(baseline.counts[members], areas[members]), tr(
                "The dispersion is that between the places before, per area, as no dates were given: it is higher "
                "than that of one place over time, so that the power is understated."
            )
        months = trials.number_of(self, parameters, self.MONTHS, context)
        length = {PARALLEL: months, STEPPED: months / rules.waves, CROSSOVER: 1 / _DAYS_IN_MONTH}[rules.plan]
        n_slices = min(max(int(baseline.months / length + 1e-9), 2), baseline.n_days)
        if n_slices < 2:
            raise SettingsError(tr("The incidents before are of a single day: give more of them, or the dispersion."))
        return dispersion(baseline.in_slices(n_slices)[members]), tr(
            "The dispersion is that of the places' counts in {n} equal parts of the time before, season allowed for."
        ).format(n=n_slices)

    def _plan(self, design, baseline, members, rules, spread, parameters, context):
        counts = baseline.counts[members].astype(np.float64)
        months = trials.number_of(self, parameters, self.MONTHS, context)
        if rules.plan == CROSSOVER:
            per_day = counts / (baseline.months * _DAYS_IN_MONTH)
            return Plan(design, np.repeat(per_day, rules.weeks * trial.DAYS_IN_WEEK)[:, None], None, spread)
        steps = design.treated.shape[1]
        expected = np.repeat((counts * months / steps / baseline.months)[:, None], steps, axis=1)
        return Plan(design, expected, counts, spread)

    def _starts(self, laid, start, parameters, context):
        """The first day of treatment of each place of the trial, as text; empty where it is not known or never "
        "comes."""
        if start is None:
            return [""] * len(laid.members)
        if laid.rules.plan == PARALLEL:
            return [start.isoformat() if arm else "" for arm in laid.design.arms.tolist()]
        if laid.rules.plan == CROSSOVER:
            return [start.isoformat()] * len(laid.members)
        months = trials.number_of(self, parameters, self.MONTHS, context) / laid.rules.waves
        return [trial.months_later(start, months * arm).isoformat() for arm in laid.design.arms.tolist()]

    # writing

    def _write(self, laid, balance, found, whence, buffer, name, crs, parameters, context, progress):
        recipe = self._recipe(laid, buffer, name, parameters, context)
        provenance = Provenance(f"rtm:{self.name()}", recipe, laid.seed)
        rows = laid.rows()
        start = trials.day_of(self, parameters, self.START, context)
        days = laid.calendar(start) if laid.rules.plan == CROSSOVER else []
        seal = trial.seal(trial_tables.calendar_seal((row[0], row[2], row[3]) for row in days) if days else laid.lots())
        written = {}
        with staged() as stage:
            page = self.parameterAsFileOutput(parameters, self.PROTOCOL, context)
            protocol = self._protocol(
                laid, balance, found, whence, buffer, seal, name, crs, recipe, parameters, context
            )
            from ...rtm_plugin.report import protocol as pages

            summary = pages.in_short(protocol)
            if page:
                write_text(stage(page), pages.render_protocol(protocol))
                written[self.PROTOCOL] = page
            for key, table in (
                (self.TRIAL, trial_tables.trial_table(rows, [place.geometry for place in laid.places], crs)),
                (
                    self.BALANCE,
                    tables.Table(
                        trial_tables.BALANCE_FIELDS,
                        trial_tables.balance_rows(balance, laid.rules.plan, laid.place_arms()),
                    ),
                ),
                (self.CALENDAR, tables.Table(trial_tables.CALENDAR_FIELDS, days)),
            ):
                destination = tables.write_table(self, parameters, key, context, table, progress, stage)
                if destination is not None:
                    written[key] = destination
        progress.info(summary)
        if pages.balance_words(balance):
            progress.info(pages.balance_words(balance))
        about = tr("Places of a trial, and what lots have dealt them.")
        style_on_load(context, written[self.TRIAL], ResultStyler(provenance, tr("Trial"), about, paint_trial))
        arms = laid.place_arms()
        numbers = {
            "N_GIVEN": len(laid.places),
            "N_IN_TRIAL": len(laid.members),
            "N_TREATMENT": int((arms > 0).sum()) if laid.rules.plan == PARALLEL else len(laid.members),
            "N_CONTROL": int((arms == 0).sum()) if laid.rules.plan == PARALLEL else 0,
            "N_BLOCKS": int(laid.design.strata.max()) + 1,
            "N_INCIDENTS": int(laid.baseline.counts[laid.members].sum()),
            "LARGEST_DIFFERENCE": max((abs(one.difference) for one in balance), default=None),
            "DISPERSION_USED": tidy_number(found.dispersion),
            "POWER": found.power,
            "POWER_ERROR": tidy_number(found.error),
            "DETECTABLE": None if found.detectable is None else round(100 * found.detectable),
            "SEED_USED": laid.seed,
            "SEAL": seal,
            "SUMMARY": summary,
        }
        return {**numbers, "LARGEST_DIFFERENCE": tidy_number(numbers["LARGEST_DIFFERENCE"]), **written}

    def _recipe(self, laid, buffer, name, parameters, context):
        """The parameters that decide the result, layers by their names."""
        recipe = {"PLACES": name, "BUFFER": buffer}
        if is_set(parameters, self.INCIDENTS):
            recipe["INCIDENTS"] = source_of(parameters, self.INCIDENTS, context)[1]
        for key in (
            *(self.DATE_FIELD, self.DATE_FROM, self.DATE_TO, self.COUNT_FIELD, self.RISK_FIELD, self.PRIORITY_FIELD),
            *(self.PLAN, self.GROUPING, self.START),
        ):
            text = self.parameterAsEnumString if key in (self.PLAN, self.GROUPING) else self.parameterAsString
            recipe[key] = text(parameters, key, context)
        for key in (self.BASELINE_MONTHS, self.MIN_AREA, self.MAX_AREA, self.MONTHS, self.EFFECT, trials.LEVEL):
            recipe[key] = trials.number_of(self, parameters, key, context)
        for key in (
            *(self.BLOCK_SIZE, self.WAVES, self.DAYS_PER_WEEK, self.MIN_COUNT, self.N_PLACES, self.SIMULATIONS),
            trials.SEED,
        ):
            recipe[key] = self.parameterAsInt(parameters, key, context)
        if is_set(parameters, self.DISPERSION):
            recipe[self.DISPERSION] = trials.number_of(self, parameters, self.DISPERSION, context)
        return recipe

    def _protocol(self, laid, balance, found, whence, buffer, seal, name, crs, recipe, parameters, context):
        from ...rtm_plugin.report.protocol import Protocol, TrialUnit

        fates = [
            (trial_tables.fate_words(fate), int((laid.fates == number).sum())) for number, fate in enumerate(FATES)
        ]
        sources = [(tr("Places"), name)]
        if "INCIDENTS" in recipe:
            sources.append((tr("Incidents before"), recipe["INCIDENTS"]))
        title = check_title(self.parameterAsString(parameters, self.TITLE, context))
        return Protocol(
            title or tr("Trial in {places}").format(places=readable(name)),
            laid.rules,
            tuple((words, number) for words, number in fates if number),
            length_words(buffer, crs),
            tuple(TrialUnit(*unit) for unit in laid.units()),
            laid.seed,
            seal,
            recipe[self.START],
            trials.number_of(self, parameters, self.MONTHS, context),
            round(laid.baseline.months, 1),
            int(laid.baseline.counts[laid.members].sum()),
            self.parameterAsString(parameters, self.TREATMENT, context).strip(),
            self.parameterAsString(parameters, self.OUTCOME, context).strip(),
            trials.level_of(self, parameters, context),
            laid.alike_in(),
            balance,
            found,
            whence,
            self.parameterAsInt(parameters, trials.SMALLEST_COUNT, context),
            tuple(sources),
            trial_tables.command(f"rtm:{self.name()}", {key: _plain(value) for key, value in recipe.items()}),
        )


def _plain(value):
    return plain_number(value) if isinstance(value, float) else value
