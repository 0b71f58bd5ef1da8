"""``rtm:exposure``: who lives in or near flagged places, group by group, beside all people."""

from qgis.core import QgsWkbTypes

from ...rtm_plugin.errors import RtmError
from ...rtm_plugin.lengths import check_length
from ...rtm_plugin.rounding import plain_number
from ...rtm_plugin.space.shapes import contains
from ...rtm_plugin.translation import tr
from ...rtm_plugin.use import residents_words as words
from .. import units
from ..base import RtmAlgorithm
from ..packages import require_packages
from ..parameters import saved_model, small_counts
from ..parameters.resampling import RESAMPLES, SEED, add_resampling
from ..parameters.values import check_terrain, factor_layers_of, is_set, source_of, terrain_of
from ..reading import model_file
from ..reading.population import check_population, read_population
from ..reading.scored_terrain import TERRAIN, scored_by_model, scored_by_raster
from ..reading.sources import check_has_crs, polygons_in
from ..staging import staged, write_text
from ..writing import exposure_tables, tables
from ..writing.place_styles import paint_flagged
from ..writing.provenance import Provenance
from ..writing.report import PACKAGES as PAGE_PACKAGES
from ..writing.report import warn_of_no_charts
from ..writing.result_groups import RunGroup
from ..writing.styles import ResultStyler, style_on_load
from ..writing.typed_command import command_of


class ExposureAlgorithm(RtmAlgorithm):
    """Reads what is flagged and who lives there, counts, writes tables, the flagged places and a page."""

    RISK_TERRAIN, MODEL = saved_model.RISK_TERRAIN, saved_model.MODEL
    RISK, PLACES, PERCENT, NEAR = "RISK", "PLACES", "PERCENT", "NEAR"
    POPULATION, GROUPS, ALL_PEOPLE, CLASSES = "POPULATION", "GROUPS", "ALL_PEOPLE", "CLASSES"
    SMALLEST_COUNT, RESAMPLES, SEED = small_counts.SMALLEST_COUNT, RESAMPLES, SEED
    TABLE, FLAGGED, CURVE, DRIVERS, REPORT = "TABLE", "FLAGGED", "CURVE", "DRIVERS", "REPORT"

    def name(self):
        return "exposure"

    def displayName(self):
        return tr("Who is exposed")

    def tags(self):
        return tr(
            "risk,crime,RTM,equality,disproportionality,population,census,ethnicity,deprivation,bias,exposure,PSED"
        ).split(",")

    def about(self):
        return "\n\n".join(
            [
                tr(
                    "Tells who lives in or near the flagged places: the share of each group of people, and how many "
                    "times the share of all people that is."
                ),
                tr(
                    "Give the risk terrain, a layer of polygons with counts of people (census areas), and the fields "
                    "of the groups, such as ethnicity or age; or a field of classes of areas, such as deciles of "
                    "deprivation; or both. Flagged are the priority places, where you give them, or the riskiest "
                    "cells. People are spread evenly over each polygon and counted by exact parts of its area."
                ),
                tr(
                    "Intervals are from resamples of the polygons. The page has a curve of the ratios over the area "
                    "that is flagged and, with the model and its factor layers, how each ratio changes when the "
                    "relative risk value of a factor is set to 1 and as many of the riskiest cells are flagged."
                ),
                tr(
                    "This describes who lives where. It does not certify that the map, or what is done with it, is "
                    "fair, and equal ratios would not do so either. Counts below 10 are not told, nor what would give "
                    "them away; the layer that is written is of places, never of people."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        saved_model.add_risk_terrain(self, tr("The raster that the risk terrain model has written."))
        self.add_source(
            self.POPULATION,
            tr("Population"),
            tr("Polygons with counts of people, such as census output areas: the smaller, the better."),
            "polygon",
        )
        self.add_number_fields(
            self.GROUPS,
            tr("Fields of the groups"),
            tr("Each counts the people of one group in a polygon. Groups may overlap."),
            self.POPULATION,
        )
        self.add_field(
            self.ALL_PEOPLE,
            tr("Field of all people"),
            tr("Counts all people of a polygon. Empty: the sum of the fields of the groups."),
            self.POPULATION,
        )
        self.add_field(
            self.CLASSES,
            tr("Field of classes"),
            tr("Each of its values is a group too: all people of the polygons that have it, such as a decile."),
            self.POPULATION,
        )
        self.add_source(
            self.PLACES,
            tr("Priority places"),
            tr(
                "What is flagged, such as the layer that the algorithm “Priority places” has written: the cells whose "
                "centroid lies in one. Empty: the riskiest cells."
            ),
            "polygon",
            optional=True,
        )
        self.add_number(
            self.PERCENT,
            tr("Percent of the area"),
            tr(
                "Without priority places: how much is flagged, the riskiest cells first; of cells of equal score at "
                "the limit each counts in part. Empty: the highest-risk class, above mean + 2 SD."
            ),
            None,
            optional=True,
        )
        self.add_distance(
            self.NEAR,
            tr("Near"),
            tr(
                "Cells whose centroid is at most so far from that of a flagged cell are near and count too, in the "
                "risk terrain's map units. Empty: only what is flagged."
            ),
            self.RISK_TERRAIN,
        )
        self.add_choice(
            self.RISK,
            tr("Risk"),
            tr(
                "By what cells are risky, here and for the curve. terrain: for prevention. terrain_and_history: for "
                "patrols. What a ratio hangs on is always told of the terrain."
            ),
            saved_model.risks(),
        )
        saved_model.add_model(
            self, tr("The saved model, to tell which factors the ratios hang on. Needs the factor layers."), True
        )
        saved_model.add_model_factors(
            self, tr("Layers of the model's risk factors, with their names. Needed with a model file."), True
        )
        small_counts.add_smallest_count(
            self, tr("Fewer people than these are not told, nor what would give them away; 0 tells all.")
        )
        add_resampling(self, tr("How many times the polygons are drawn anew for the intervals; 0 for no intervals."))
        self.add_table(
            self.TABLE,
            tr("Exposure"),
            tr(
                "One row for all people and one for each group: people, people in or near flagged places, share, "
                "ratio with its 95% interval, number of polygons; what is flagged and how near counts. Empty is what "
                "is not told."
            ),
        )
        self.add_table(
            self.FLAGGED,
            tr("Flagged places"),
            tr("Polygons of the cells that are flagged, and of those that are near."),
            "polygon",
            optional=True,
        )
        self.add_table(
            self.CURVE,
            tr("Ratios by flagged area"),
            tr("One row for each group and share of the area: the ratio, where it is told."),
            skipped=True,
        )
        self.add_table(
            self.DRIVERS,
            tr("Ratios without a factor"),
            tr("One row for each group and risk factor: the ratio with and without it. Needs the model."),
            skipped=True,
        )
        self.add_file_output(
            self.REPORT,
            tr("Exposure report"),
            tr("One page with sentences, charts and all figures."),
            "HTML (*.html)",
            skipped=True,
        )
        self.add_numbers(
            {
                "N_CELLS": tr("Number of cells"),
                "N_AREAS": tr("Number of polygons with people in the cells"),
                "AREA_PERCENT": tr("Percent of the cells that are flagged"),
                "AREA_NEAR_PERCENT": tr("Percent of the cells that are flagged or near"),
                "PEOPLE_PERCENT": tr("Percent of all people who live there"),
                "N_GROUPS": tr("Number of groups"),
                "N_HIDDEN": tr("Number of groups that are not told"),
                "LOWEST_RATIO": tr("Lowest ratio of a group counted in enough areas"),
                "HIGHEST_RATIO": tr("Highest ratio of a group counted in enough areas"),
                "SEED_USED": tr("Seed used"),
            }
        )
        self.add_texts(
            {
                "LOWEST_GROUP": tr("Group of the lowest ratio, of those that enough areas count"),
                "HIGHEST_GROUP": tr("Group of the highest ratio, of those that enough areas count"),
                "SUMMARY": tr("Summary"),
            }
        )

    # reading

    def check(self, parameters, context):
        check_terrain(parameters, self.RISK_TERRAIN, context)
        source, name = source_of(parameters, self.POPULATION, context)
        check_population(source, name, *self._fields(parameters, context))
        if is_set(parameters, self.PLACES):
            source, name = source_of(parameters, self.PLACES, context)
            check_has_crs(tr("Priority places"), name, source.sourceCrs())
        elif is_set(parameters, self.PERCENT):
            percent = self.parameterAsDouble(parameters, self.PERCENT, context)
            if not 0 < percent <= 100:
                raise RtmError(
                    tr("{percent:g} percent of the area cannot be flagged: use a number above 0, to 100.").format(
                        percent=percent
                    )
                )
        if self._near(parameters, context):
            check_length(tr("distance that is near"), self._near(parameters, context))
        if is_set(parameters, self.MODEL) and not is_set(parameters, "FACTORS"):
            raise RtmError(tr("The model tells what the ratios hang on only with its risk factors: add their layers."))
        if is_set(parameters, self.REPORT):
            require_packages(PAGE_PACKAGES)

    def _fields(self, parameters, context):
        """Fields of the groups, of all people, and of classes."""
        as_strings = getattr(self, "parameterAsStrings", self.parameterAsFields)  # the latter in QGIS 3.22
        return (
            as_strings(parameters, self.GROUPS, context),
            self.parameterAsString(parameters, self.ALL_PEOPLE, context),
            self.parameterAsString(parameters, self.CLASSES, context),
        )

    def _near(self, parameters, context):
        return self.parameterAsDouble(parameters, self.NEAR, context) if is_set(parameters, self.NEAR) else 0.0

    def _terrain(self, parameters, context, progress):
        """The risk terrain, with a model also what its scores are made of; what it is about; the saved model."""
        raster = terrain_of(parameters, self.RISK_TERRAIN, context)
        if not is_set(parameters, self.MODEL):
            return scored_by_raster(raster), raster.title, None
        saved = model_file.read_model(self.parameterAsString(parameters, self.MODEL, context))
        laid = model_file.grid_of_raster(saved, raster)
        layers = factor_layers_of(self, parameters, context)
        return scored_by_model(saved, *laid, layers, raster, context, progress), raster.title, saved

    def _flagged(self, terrain, values, limit, parameters, context, progress):
        """What is flagged, and in words; raises :class:`RtmError` where that is nothing."""
        from ...rtm_plugin.use.residents import flag_cells, flag_share

        if is_set(parameters, self.PLACES):
            source, name = source_of(parameters, self.PLACES, context)
            shapes = polygons_in(tr("Priority places"), source, name, terrain.crs, context, progress)
            flagged = flag_cells(contains(shapes, terrain.grid.centroids))
            if not flagged.n_cells:
                raise RtmError(
                    tr(
                        "No cell of risk terrain '{terrain}' has its centroid in a place of '{name}': check that both "
                        "show the same place."
                    ).format(terrain=terrain.name, name=name)
                )
            return flagged, tr("the places of ‘{name}’").format(name=name)
        if is_set(parameters, self.PERCENT):
            percent = self.parameterAsDouble(parameters, self.PERCENT, context)
            return flag_share(values, percent / 100), tr("the riskiest {percent:g}% of the cells").format(
                percent=percent
            )
        flagged = flag_cells(values > limit)
        if not flagged.n_cells:
            raise RtmError(
                tr(
                    "No cell of risk terrain '{terrain}' is above mean + 2 SD: give a percentage of the area, or "
                    "priority places."
                ).format(terrain=terrain.name)
            )
        return flagged, tr("the highest-risk cells, above mean + 2 SD")

    # running

    def compute(self, parameters, context, progress):
        from ...rtm_plugin.model.risk_classes import highest_risk_threshold
        from ...rtm_plugin.use.residents import lay_population, who_lives_there, widened

        with progress.stage(tr("Reading"), 0.0, 0.5) as step:
            terrain, title, saved = self._terrain(parameters, context, step.part(0.0, 0.6))
            risk = self.parameterAsEnumString(parameters, self.RISK, context)
            values, mean, sd, _ = terrain.surface(risk)
            limit = highest_risk_threshold(mean, sd)
            flagged, what = self._flagged(terrain, values, limit, parameters, context, step.part(0.6, 0.7))
            source, name = source_of(parameters, self.POPULATION, context)
            fields = self._fields(parameters, context)
            people = read_population(source, name, *fields, terrain.crs, context, step.part(0.7, 1.0))
        with progress.stage(tr("People in cells"), 0.5, 0.6) as step:
            population = lay_population(terrain.grid, people.shapes, people.feature, people.counts, people.names, step)
        near = self._near(parameters, context)
        with progress.stage(tr("Shares and ratios"), 0.6, 0.95) as step:
            found = who_lives_there(
                terrain.grid,
                population,
                flagged,
                values,
                near,
                terrain.explanation,
                small_counts.smallest_count(self, parameters, context),
                self.parameterAsInt(parameters, self.RESAMPLES, context),
                self.parameterAsInt(parameters, self.SEED, context),
                step,
            )
        self._tell(found, progress)
        recipe = {
            self.RISK_TERRAIN: terrain.name,
            self.POPULATION: name,
            self.GROUPS: list(fields[0]),
            self.ALL_PEOPLE: fields[1],
            self.CLASSES: fields[2],
            self.PLACES: source_of(parameters, self.PLACES, context)[1] if is_set(parameters, self.PLACES) else None,
            self.PERCENT: parameters.get(self.PERCENT),
            self.NEAR: plain_number(near) if near else None,
            self.RISK: risk,
            self.MODEL: None if saved is None else saved.name,
            "FACTORS": None if saved is None else saved.factors,
            self.SMALLEST_COUNT: found.smallest,
            self.RESAMPLES: found.resamples,
        }
        places = exposure_tables.flagged_places(
            terrain.grid, flagged, widened(terrain.grid, flagged, near), units.square_units_per_hectare(terrain.crs)
        )
        with progress.stage(tr("Writing"), 0.95, 1.0) as step:
            written = self._write(found, title, terrain.crs, places, what, recipe, parameters, context, step)
        return {**exposure_tables.exposure_numbers(found), **written}

    def _tell(self, found, progress):
        progress.info(words.summary(found))
        for sentence in [*words.group_sentences(found), *words.strongest_sentences(found), words.caution()]:
            progress.info(sentence)
        for sentence in words.doubts(found):
            progress.warn(sentence)

    def _write(self, found, title, crs, places, what, recipe, parameters, context, progress):
        provenance = Provenance(f"rtm:{self.name()}", recipe, found.seed)
        rows, shapes = places
        near = units.length_words(float(recipe[self.NEAR]), crs) if recipe[self.NEAR] else ""
        kind = QgsWkbTypes.Type.MultiPolygon
        made = {
            self.TABLE: tables.Table(exposure_tables.GROUP_FIELDS, exposure_tables.group_rows(found, what, near)),
            self.FLAGGED: tables.Table(
                exposure_tables.FLAGGED_FIELDS, rows, shapes.__getitem__, crs, kind, paint_flagged
            ),
            self.CURVE: tables.Table(exposure_tables.CURVE_FIELDS, exposure_tables.curve_rows(found)),
            self.DRIVERS: tables.Table(exposure_tables.DRIVER_FIELDS, exposure_tables.driver_rows(found)),
        }
        written = {}
        page = self.parameterAsFileOutput(parameters, self.REPORT, context)
        with staged() as stage:
            if page:
                write_text(stage(page), self._page(found, title, crs, what, recipe, parameters, context, progress))
                written[self.REPORT] = page
            for key, table in made.items():
                if is_set(parameters, key):
                    written[key] = tables.write_table(self, parameters, key, context, table, progress, stage)
        group = RunGroup(self.displayName(), title)
        for key, words_for, paint in (
            (self.TABLE, tr("Exposure"), None),
            (self.FLAGGED, tr("Flagged places"), paint_flagged),
            (self.CURVE, tr("Ratios by flagged area"), None),
            (self.DRIVERS, tr("Ratios without a factor"), None),
        ):
            if written.get(key):
                abstract = f"{words.summary(found)} {words.caution()}"
                styler = ResultStyler(provenance, words_for, abstract, paint, group, int(key == self.FLAGGED))
                style_on_load(context, written[key], styler)
        return written

    def _page(self, found, title, crs, what, recipe, parameters, context, progress):
        from ...rtm_plugin.report.residents import render_residents

        warn_of_no_charts(progress)
        near = recipe[self.NEAR]
        sources = [
            (tr("Risk terrain"), recipe[self.RISK_TERRAIN]),
            (tr("Flagged"), what),
            (tr("Near"), units.length_words(float(near), crs) if near else tr("only what is flagged")),
            (tr("Population"), recipe[self.POPULATION]),
            (tr("Groups"), ", ".join(found.names)),
            (tr("All people"), recipe[self.ALL_PEOPLE] or tr("the sum of the groups")),
        ]
        if recipe[self.PLACES] or recipe[self.RISK] != TERRAIN:
            driven_by = tr("Of the terrain's riskiest cells, as many as are flagged.")
        else:
            driven_by = tr("As many of the riskiest cells are flagged each time.")
        command = command_of(self, {**recipe, self.SEED: found.seed}, parameters, context)
        return render_residents(found, title, sources, command, driven_by)
