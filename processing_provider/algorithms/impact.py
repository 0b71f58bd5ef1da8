"""``rtm:impact``: what became of treated places, set against places, or days, that were left as they were."""

from dataclasses import replace

import numpy as np

from ...rtm_plugin.errors import RtmError, SettingsError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.names import readable
from ...rtm_plugin.rounding import plain_number, tidy_number
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import impact, impact_words
from ...rtm_plugin.use.trial import seal
from ...rtm_plugin.use.undated import dated_at_worst, undated_of, worst_cases
from ..base import RtmAlgorithm
from ..packages import require_packages
from ..parameters import impact_inputs, trials
from ..parameters.values import is_set, source_of
from ..reading import trial_arms, trial_places
from ..reading.geometry import extent_of
from ..reading.impact_counts import (
    Limits,
    Periods,
    check_any_before,
    count,
    count_days,
    periods_of,
    read_both,
    span,
    undated_layers,
)
from ..reading.incident_dates import column_of
from ..reading.periods import check_has_days
from ..reading.sources import check_has_crs, check_projected
from ..staging import staged, write_text
from ..writing import tables, trial_tables
from ..writing.impact_tables import JudgedPlaces, impact_numbers, impact_table
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.report import check_title
from ..writing.styles import ResultStyler, style_on_load
from ..writing.trial_styles import paint_trial
from ..writing.typed_command import command_of


class Impact(RtmAlgorithm):
    """Reads who was treated when and the incidents, judges, writes figures, layer and page."""

    PLACES, CONTROL, CALENDAR = impact_inputs.PLACES, impact_inputs.CONTROL, impact_inputs.CALENDAR
    INCIDENTS, EARLIER_INCIDENTS = impact_inputs.INCIDENTS, impact_inputs.EARLIER_INCIDENTS
    DATE_FIELD = impact_inputs.DATE_FIELD
    DISPLACEMENT, SCALING, RATIO_TEST = "DISPLACEMENT", "SCALING", "RATIO_TEST"
    DRAWS, SEAL, TITLE = "DRAWS", "SEAL", "TITLE"
    IMPACT, JUDGED, REPORT = "IMPACT", "JUDGED", "REPORT"

    def name(self):
        return "impact"

    def displayName(self):
        return tr("Impact")

    def tags(self):
        return tr("impact,evaluation,WDD,displacement,diffusion,trial,before,after,control,treatment,crime").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Tells whether treated places fared better than those left as they were, and how sure that is."),
                tr(
                    "Give the layer of a trial, or polygons of treated and of control places, and the incidents "
                    "before and after. Found are the weighted displacement difference with its interval, the ratios "
                    "of rates with exact intervals and, where lots were drawn, a p-value and an interval that rest on "
                    "these alone. "
                    "Periods and areas of unequal size are allowed for. A sentence says what can be said, also where "
                    "that is: no evidence either way."
                ),
                tr(
                    "With a displacement width the surroundings of all places are counted, too: more there than around "
                    "control is a sign of displacement, fewer of diffusion of benefits. With the calendar of a "
                    "crossover, treated days of places are set against their untreated days. In waves, places whose "
                    "turn has come are set against those that wait."
                ),
                tr(
                    "Lots make treated and control places alike in all but chance. Where none were drawn, whatever "
                    "else differs between them may be behind a difference: the analysis then shows correlation, never "
                    "cause. Incidents never appear as points in what is written."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        impact_inputs.add_places(self)
        impact_inputs.add_incidents(self)
        self.add_distance(
            self.DISPLACEMENT,
            tr("Displacement width"),
            tr(
                "How far around each place displacement is looked for, in map units. Empty: it is not. Waves and a "
                "calendar have none."
            ),
            self.PLACES,
        )
        self.add_choice(
            self.SCALING,
            tr("Control is brought to the size of treatment"),
            tr("places: by the number of places. area: by their area. none: not at all."),
            {
                impact.BY_PLACES: tr("By the number of places"),
                impact.BY_AREA: tr("By area"),
                impact.AS_COUNTED: tr("Not at all"),
            },
            advanced=True,
        )
        self.add_choice(
            self.RATIO_TEST,
            tr("Test of ratios"),
            tr("exact: conditional on the sum of counts. etest: the E-test, a little sharper; needs statsmodels."),
            {impact.EXACT: tr("Exact"), impact.ETEST: tr("E-test")},
            advanced=True,
        )
        trials.add_level(self)
        self.add_number(
            self.DRAWS,
            tr("Draws"),
            tr("How many other lots are looked at, where more than 20,000 are possible."),
            9_999,
            whole=True,
            limits=(99, 10_000_000),
            advanced=True,
        )
        trials.add_seed(self, tr("Start of the random numbers by which other lots are drawn."))
        self.add_text(
            self.SEAL,
            tr("Seal"),
            tr("Of the trial's protocol: the run ends with an error where the lots are not those that were sealed."),
            advanced=True,
        )
        self.add_text(self.TITLE, tr("Title"), tr("Of the page. Empty: after the places."))
        trials.add_smallest_count(self, tr("Of a trial: no lower than in its protocol."))
        self._add_outputs()

    def _add_outputs(self):
        self.add_table(
            self.IMPACT,
            tr("Impact"),
            tr("One row per figure: of places, surroundings or both; measure, value, interval, p-value."),
        )
        self.add_table(
            self.JUDGED,
            tr("Judged places"),
            tr("One polygon per place: arm, block, incidents before and after, and the ratio of the rates."),
            "polygon",
            skipped=True,
        )
        self.add_file_output(
            self.REPORT,
            tr("Impact report"),
            tr("One page with the sentence to quote, all figures, and what they rest on."),
            "HTML (*.html)",
            skipped=True,
        )
        self.add_texts(
            {
                "VERDICT": tr("What can be said"),
                "CHANGE_WORDS": tr("The change in proportion"),
                "DISPLACEMENT_WORDS": tr("Displacement or diffusion of benefits"),
                "PLAN": tr("Design"),
            }
        )
        self.add_numbers(
            {
                "EVIDENCE": tr("−1 evidence of fewer incidents, 1 of more, 0 no evidence either way"),
                "CAN_BE_JUDGED": tr("0 where it cannot be judged for incidents without a date, otherwise 1"),
                "DIFFERENCE": tr("Incidents more than expected in treated places"),
                "DIFFERENCE_LOW": tr("Lower limit of the difference, counts taken for Poisson"),
                "DIFFERENCE_HIGH": tr("Upper limit of the difference, counts taken for Poisson"),
                "QUOTED_LOW": tr(
                    "Lower limit that is quoted: by the lots, or without any with overdispersion allowed for"
                ),
                "QUOTED_HIGH": tr("Upper limit that is quoted"),
                "OVERDISPERSION": tr("Variance of the difference in those of Poisson counts, where no lots were drawn"),
                "P_VALUE": tr("p-value by the lots"),
                "N_DRAWS_POSSIBLE": tr("In how many ways the lots could have fallen"),
                "RATIO": tr("Change of treatment over that of control"),
                "RATIO_LOW": tr("Lower limit of the ratio"),
                "RATIO_HIGH": tr("Upper limit of the ratio"),
                "NEAR_DIFFERENCE": tr("Incidents more than expected around treated places"),
                "TOTAL_DIFFERENCE": tr("Incidents more than expected in and around treated places"),
                "N_TREATED": tr("Number of treated places, or days of places"),
                "N_CONTROL": tr("Number of control places, or days of places"),
                "SEED_USED": tr("Seed used"),
            }
        )

    # reading

    def check(self, parameters, context):
        source, name = source_of(parameters, self.PLACES, context)
        check_projected(tr("Places"), name, source.sourceCrs(), extent_of(source))
        self._field_names(source, name, parameters, context)
        dates = self.parameterAsString(parameters, self.DATE_FIELD, context)
        for key, what in (
            (self.INCIDENTS, tr("Incidents")),
            (self.EARLIER_INCIDENTS, tr("Incidents before")),
            (self.CONTROL, tr("Control places")),
        ):
            if is_set(parameters, key) or key == self.INCIDENTS:
                layer, layer_name = source_of(parameters, key, context)
                check_has_crs(what, layer_name, layer.sourceCrs())
                if dates and key != self.CONTROL:
                    column_of(layer, layer_name, dates)
        if is_set(parameters, self.CALENDAR) and not dates:
            raise SettingsError(tr("A calendar is judged by the incidents' days: choose their date field."))
        if not dates and not is_set(parameters, self.EARLIER_INCIDENTS):
            raise SettingsError(
                tr("The incidents before are not known: choose the date field, or give them as a layer of their own.")
            )
        self._limits(parameters, context)
        width = self._width(parameters, context)
        if width is not None:
            check_length(tr("displacement width"), width)
            if is_set(parameters, self.CALENDAR):
                raise SettingsError(
                    tr("Displacement cannot be looked for by day, as places have no time before: leave it empty.")
                )
        if self.parameterAsEnumString(parameters, self.RATIO_TEST, context) == impact.ETEST:
            require_packages(("statsmodels",))
        if is_set(parameters, self.REPORT):
            require_packages(PAGE_PACKAGES)

    def _field_names(self, source, name, parameters, context):
        """Names of the fields of arm and block; '' where a usual one is missing."""
        usual = ((impact_inputs.ARM_FIELD, trial_arms.ARM), (impact_inputs.BLOCK_FIELD, trial_arms.BLOCK))
        return [
            trial_places.field_of(source, name, self.parameterAsString(parameters, key, context), field)
            for key, field in usual
        ]

    def _limits(self, parameters, context):
        """The :class:`Limits` that are asked for."""
        keys = (
            *((impact_inputs.BEFORE_FROM, False), (impact_inputs.BEFORE_TO, True)),
            *((impact_inputs.AFTER_FROM, False), (impact_inputs.AFTER_TO, True)),
        )
        return Limits(*(trials.day_of(self, parameters, key, context, end) for key, end in keys))

    def _width(self, parameters, context):
        if not is_set(parameters, self.DISPLACEMENT):
            return None
        return trials.number_of(self, parameters, self.DISPLACEMENT, context)

    def _arms(self, source, name, parameters, context, progress):
        crs = source.sourceCrs()
        places = trial_places.read_trial_places(source, name, crs, context, progress)
        if is_set(parameters, self.CONTROL):
            other, other_name = source_of(parameters, self.CONTROL, context)
            control = trial_places.read_trial_places(other, other_name, crs, context, progress)
            return trial_arms.drawn_arms(places, control)
        arm_field, block_field = self._field_names(source, name, parameters, context)
        by_day = is_set(parameters, self.CALENDAR)
        return trial_arms.arms_of(places, name, arm_field or trial_arms.ARM, block_field, by_day)

    # running

    def compute(self, parameters, context, progress):
        source, name = source_of(parameters, self.PLACES, context)
        with progress.stage(tr("Reading"), 0.0, 0.5) as step:
            arms = self._arms(source, name, parameters, context, step.part(0.0, 0.2))
            incidents = read_both(
                parameters[self.INCIDENTS],
                parameters.get(self.EARLIER_INCIDENTS),
                self.parameterAsString(parameters, self.DATE_FIELD, context),
                source.sourceCrs(),
                context,
                step.part(0.2, 1.0),
            )
        with progress.stage(tr("Impact"), 0.5, 0.95) as step:
            judge = self._by_day if is_set(parameters, self.CALENDAR) else self._by_place
            judged = judge(arms, incidents, parameters, context, step)
        with progress.stage(tr("Writing"), 0.95, 1.0) as step:
            return self._write(judged, name, source.sourceCrs(), parameters, context, step)

    def _check_seal(self, rows, parameters, context):
        """What there is to say of the seal; raise :class:`RtmError` where one is given that these lots do not have."""
        given = self.parameterAsString(parameters, self.SEAL, context).strip().lower()
        if given and given != seal(rows):
            raise RtmError(
                tr(
                    "The lots are not those that were sealed: take the trial's own layer and calendar as they were "
                    "written, or find out who changed what: arms, blocks, days, confidence or outlines."
                )
            )
        if given:
            return tr("The lots are those that were sealed.")
        return tr("The lots were not checked against a seal: whether they are those that were drawn is not known.")

    def _other_level(self, arms, parameters, context):
        """What there is to say where the confidence is not that of the trial: a sentence, or none."""
        level = tidy_number(100 * trials.level_of(self, parameters, context))
        if arms.levels in ([], [level]):
            return []
        return [
            tr(
                "The trial is to be judged at {planned}% confidence, but it is at {judged}%: where that was decided "
                "after the result was known, it has to be called so."
            ).format(planned=", ".join(map(plain_number, arms.levels)), judged=plain_number(level))
        ]

    def _without_part(self, arms):
        """What there is to say of places whose blocks have no place of the other arm."""
        if arms.design is None or arms.in_waves:
            return []
        names = [
            [label for label, is_it in zip(arms.labels, ~arms.design.tells & (arms.treated == treated)) if is_it]
            for treated in (True, False)
        ]
        return impact_words.no_part_words(*names)

    def _settings(self, parameters, context):
        """What every judgement takes: confidence, and the lots to look at."""
        return {
            "level": trials.level_of(self, parameters, context),
            "draws": self.parameterAsInt(parameters, self.DRAWS, context),
            "seed": self.parameterAsInt(parameters, trials.SEED, context),
        }

    def _by_place(self, arms, incidents, parameters, context, progress):
        """Places against places, or against those that wait."""
        sealed = self._check_seal(arms.lots(), parameters, context)
        settings, width = self._settings(parameters, context), self._width(parameters, context)
        if not arms.in_waves:
            sides = [
                [place for place, one in zip(arms.places, arms.treated) if one == is_it] for is_it in (True, False)
            ]
            trial_places.check_not_the_same(*sides)
        if incidents.are_dated:
            periods = periods_of(arms, incidents, self._limits(parameters, context))
        elif arms.in_waves:
            raise SettingsError(tr("Waves are judged by the incidents' days: choose their date field."))
        else:
            keys = (impact_inputs.BEFORE_LENGTH, impact_inputs.AFTER_LENGTH)
            before, after = (trials.number_of(self, parameters, key, context) for key in keys)
            periods = Periods(before, (after,))
        warned = [*periods.notes, *self._other_level(arms, parameters, context), *self._without_part(arms)]
        for note in warned:
            progress.warn(note)
        told = [text for text in (periods.origin, "" if arms.design is None else sealed) if text]
        for text in told:
            progress.info(text)
        notes = [*warned, *told]
        areas = np.array([place.area for place in arms.places])
        counted = count([place.shapes for place in arms.places], areas, incidents, periods, progress, notes)
        before = self.EARLIER_INCIDENTS if is_set(parameters, self.EARLIER_INCIDENTS) else self.INCIDENTS
        check_any_before(counted, source_of(parameters, before, context)[1])
        if arms.in_waves:
            if width is not None:
                raise SettingsError(
                    tr(
                        "Displacement cannot be looked for in waves, whose surroundings have no clear before: leave it "
                        "empty."
                    )
                )

            def judge(counted, step):
                return impact.assess_waves(
                    counted, arms.design, periods.before, periods.steps, **settings, progress=step
                )

            found = replace(judge(counted, progress.part(0.0, 0.4)), lowest=arms.lowest)
            layers, *numbers = undated_layers([place.shapes for place in arms.places], incidents, periods.times())
            found = replace(
                found, undated=undated_of(layers, None, *numbers, (int(counted.before.sum() + counted.after.sum()),))
            )
            if any(found.undated.sums):
                moves = impact.moves_in_waves(arms.design, periods.before, periods.steps)
                cases = [[dated_at_worst(layers, moves, sign)] for sign in worst_cases(counted, None, True)]
                worst = _verdicts(lambda extra, step: judge(counted.with_more(extra), step), cases, progress)
                found = replace(found, at_worst=worst)
            return JudgedPlaces(arms, found, counted.before, counted.all_after, None, periods.words(), notes)
        near = None
        if width is not None:
            shapes, areas = zip(*trial_places.rings_around(arms.places, width))
            near = count(shapes, np.array(areas), incidents, periods, progress, notes, True)
        method = self.parameterAsEnumString(parameters, self.RATIO_TEST, context)
        scaling = self.parameterAsEnumString(parameters, self.SCALING, context)
        lengths = periods.before, sum(periods.steps)

        def judge(counted, near, method, step):
            return impact.assess(
                counted, arms.treated, lengths, near, arms.design, scaling, method, **settings, progress=step
            )

        found = replace(judge(counted, near, method, progress.part(0.0, 0.4)), lowest=arms.lowest)
        if incidents.are_dated:
            around = None if near is None else shapes
            found = self._with_undated(found, arms, incidents, periods, counted, near, around, judge, progress)
        return JudgedPlaces(arms, found, counted.before, counted.all_after, near, periods.words(), notes)

    @staticmethod
    def _with_undated(found, arms, incidents, periods, counted, near, around, judge, progress):
        """The :class:`Impact` of two arms with its incidents without a date, judged again at the worst times of these.

        ``around`` are the Shapes of the surroundings, in which ``near`` was counted; ``judge`` judges others.
        """
        arm = arms.treated
        of_places, *numbers = undated_layers([place.shapes for place in arms.places], incidents, periods.times())
        found = replace(found, undated=undated_of(of_places, arm, *numbers, _sums(counted, arm)))
        of_near = []
        if near is not None:
            of_near, *numbers = undated_layers(around, incidents, periods.times())
            found = replace(found, near_undated=undated_of(of_near, arm, *numbers, _sums(near, arm)))
        if not any(layer.undated.any() for layer in (*of_places, *of_near)):
            return found

        def cases_of(layers, counted, is_near):
            moves, ratio = found.moves(arm, arms.design, is_near), periods.before / sum(periods.steps)
            signs = worst_cases(counted, arm, arms.design is not None, ratio)
            return [dated_at_worst(layers, moves, sign) for sign in signs]

        def judge_again(extra, extra_near, step):
            moved_near = None if near is None else near.with_more(extra_near)
            return judge(counted.with_more(extra), moved_near, impact.EXACT, step)

        cases = cases_of(of_places, counted, False)
        around = [None] * len(cases) if near is None else cases_of(of_near, near, True)
        return replace(found, at_worst=_verdicts(judge_again, list(zip(cases, around)), progress))

    def _by_day(self, arms, incidents, parameters, context, progress):
        """Treated days against untreated days of the same places."""
        source, name = source_of(parameters, self.CALENDAR, context)
        asked = self._limits(parameters, context)
        notes = self._other_level(arms, parameters, context)
        for note in notes:
            progress.warn(note)
        if any(day is not None for day in (asked.before_from, asked.before_to, asked.after_from)):
            notes.append(
                tr("A crossover has no time before, and begins as its calendar says: other first days are passed over.")
            )
            progress.warn(notes[-1])
        last = asked.after_to
        calendar = trial_arms.read_calendar(
            source, name, arms.numbers, incidents.dated.reached if last is None else lambda _: last.toordinal()
        )
        check_has_days(incidents.dated.in_months, source_of(parameters, self.INCIDENTS, context)[1])
        rows = [*arms.outlines(), *trial_tables.calendar_seal(calendar.rows)]
        notes.append(self._check_seal(rows, parameters, context))
        progress.info(notes[-1])
        if calendar.is_cut:
            notes.append(
                tr("The calendar ends on {end}, but judged is up to {last}.").format(
                    end=calendar.end, last=calendar.last.isoformat()
                )
            )
            progress.warn(notes[-1])
        counts = count_days([place.shapes for place in arms.places], incidents, calendar, progress, notes)
        method = self.parameterAsEnumString(parameters, self.RATIO_TEST, context)
        settings = self._settings(parameters, context)

        def judge(counts, step):
            return impact.assess_days(
                counts, calendar.design, method, **settings, progress=step, places=calendar.places
            )

        found = judge(counts, progress.part(0.0, 0.4))
        sums = [
            np.bincount(calendar.places[chosen], counts[chosen], len(arms.places)).astype(np.int64)
            for chosen in (~calendar.treated, calendar.treated)
        ]
        times = [(calendar.first.toordinal(), calendar.last.toordinal())]
        layers, *numbers = undated_layers([place.shapes for place in arms.places], incidents, times)
        found = replace(found, undated=undated_of(layers, None, *numbers, (int(counts.sum()),)))
        if found.undated.sums[0]:
            days, moves = impact.extreme_days(calendar.design, calendar.places, len(arms.places))

            def judge_again(extra, step):
                moved = counts.copy()
                np.add.at(moved, days, extra)
                return judge(moved, step)

            cases = [[dated_at_worst(layers, moves, sign)] for sign in (1, -1)]
            found = replace(found, at_worst=_verdicts(judge_again, cases, progress))
        return JudgedPlaces(arms, found, *sums, None, [(tr("Days"), span(calendar.first, calendar.last))], notes)

    # writing

    def _write(self, judged, name, crs, parameters, context, progress):
        found = judged.found
        recipe = self._recipe(name, parameters, context)
        seed = self.parameterAsInt(parameters, trials.SEED, context)
        provenance = Provenance(f"rtm:{self.name()}", recipe, seed)
        least = self._least(judged.arms, parameters, context)
        words = tuple(
            say(found, least) for say in (impact_words.verdict, impact_words.change_words, impact_words.near_words)
        )
        for text in (*words, impact_words.undated_words(found), *impact_words.doubts(found, least)):
            if text:
                progress.info(text)
        written = {}
        page = self.parameterAsFileOutput(parameters, self.REPORT, context)
        with staged() as stage:
            if page:
                write_text(stage(page), self._page(judged, name, recipe, parameters, context))
                written[self.REPORT] = page
            for key, table in ((self.IMPACT, impact_table(found, least)), (self.JUDGED, judged.table(crs))):
                destination = tables.write_table(self, parameters, key, context, table, progress, stage)
                if destination is not None:
                    written[key] = destination
        style_on_load(context, written[self.IMPACT], ResultStyler(provenance, tr("Impact"), words[0]))
        if self.JUDGED in written:
            styler = ResultStyler(provenance, tr("Judged places"), words[0], paint_trial)
            style_on_load(context, written[self.JUDGED], styler)
        return {
            **written,
            **impact_numbers(found, least),
            "VERDICT": words[0],
            "CHANGE_WORDS": words[1],
            "DISPLACEMENT_WORDS": words[2],
            "SEED_USED": seed,
        }

    def _least(self, arms, parameters, context):
        """Counts of places below it are not told: no lower than in the trial's protocol, which would be of no use;
        0 where all are to be told."""
        asked = self.parameterAsInt(parameters, trials.SMALLEST_COUNT, context)
        return max(asked, arms.smallest) if asked > 1 else asked

    def _page(self, judged, name, recipe, parameters, context):
        from ...rtm_plugin.report.impact import render_impact

        roles = (
            (self.PLACES, tr("Places")),
            (self.CONTROL, tr("Control places")),
            (self.CALENDAR, tr("Patrol calendar")),
            (self.INCIDENTS, tr("Incidents")),
            (self.EARLIER_INCIDENTS, tr("Incidents before")),
        )
        sources = [(words, recipe[key]) for key, words in roles if recipe.get(key)]
        title = check_title(self.parameterAsString(parameters, self.TITLE, context))
        return render_impact(
            judged.found,
            title or tr("Impact in {places}").format(places=readable(name)),
            judged.for_page(),
            self._least(judged.arms, parameters, context),
            [*sources, *judged.periods],
            judged.notes,
            command_of(self, recipe, parameters, context),
        )

    def _recipe(self, name, parameters, context):
        """The parameters that decide the result, layers by their names."""
        recipe = {self.PLACES: name}
        for key in (self.CONTROL, self.CALENDAR, self.INCIDENTS, self.EARLIER_INCIDENTS):
            if is_set(parameters, key):
                recipe[key] = source_of(parameters, key, context)[1]
        for key in (
            *(impact_inputs.ARM_FIELD, impact_inputs.BLOCK_FIELD, self.DATE_FIELD),
            *(impact_inputs.BEFORE_FROM, impact_inputs.BEFORE_TO),
            *(impact_inputs.AFTER_FROM, impact_inputs.AFTER_TO, self.SEAL),
        ):
            recipe[key] = self.parameterAsString(parameters, key, context).strip()
        for key in (self.SCALING, self.RATIO_TEST):
            recipe[key] = self.parameterAsEnumString(parameters, key, context)
        lengths = () if recipe[self.DATE_FIELD] else (impact_inputs.BEFORE_LENGTH, impact_inputs.AFTER_LENGTH)
        for key in (*lengths, trials.LEVEL):
            recipe[key] = plain_number(trials.number_of(self, parameters, key, context))
        if self._width(parameters, context) is not None:
            recipe[self.DISPLACEMENT] = plain_number(self._width(parameters, context))
        for key in (self.DRAWS, trials.SEED, trials.SMALLEST_COUNT):
            recipe[key] = self.parameterAsInt(parameters, key, context)
        return recipe


def _sums(counted, treated):
    """The incidents of treatment and of control."""
    return tuple(sum(counted.sums(chosen)) for chosen in (treated, ~treated))


def _verdicts(judge, cases, progress):
    """The verdicts in each of the worst cases of incidents without a date.

    ``judge(*case, progress)`` gives the :class:`Impact` of one.
    """
    edges = np.linspace(0.4, 1.0, len(cases) + 1)
    steps = [progress.part(start, stop) for start, stop in zip(edges, edges[1:])]
    return tuple(judge(*case, step).verdicts for case, step in zip(cases, steps))
