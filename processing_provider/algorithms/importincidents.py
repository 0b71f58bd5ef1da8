"""``rtm:importincidents``: clean point layers from the files of police forces and city portals."""

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsWkbTypes

from ...rtm_plugin.errors import RtmError, TableError
from ...rtm_plugin.files import incident_files as incidents
from ...rtm_plugin.files.coordinates import DEGREES, check_crs, guess_crs
from ...rtm_plugin.files.dates import WEEKDAYS, read_hours, read_limit
from ...rtm_plugin.files.duplicates import SeenKeys
from ...rtm_plugin.translation import tr
from ..base import RtmAlgorithm
from ..fields import INTEGER, TEXT, make_fields
from ..parameters.incident_files import add_columns, add_files, add_filters
from ..parameters.values import is_set, source_of
from ..reading.incident_blocks import Area, nothing_left, transformed, within
from ..reading.sources import check_has_crs, collect
from ..staging import staged
from ..units import crs_words
from ..writing.incident_points import FIELDS, PointSink
from ..writing.tables import Table, open_sink, write_table

LOG_FIELDS = (("reason", TEXT), ("count", INTEGER), ("example", TEXT))
_WGS84 = "EPSG:4326"


class ImportIncidents(RtmAlgorithm):
    """Reads one file or a thousand row by row: the memory needed does not grow with their length."""

    FILES = "FILES"
    FOLDER = "FOLDER"
    AREA = "AREA"
    CRS = "CRS"
    TYPES = "TYPES"
    DATE_FROM = "DATE_FROM"
    DATE_TO = "DATE_TO"
    WEEKDAYS = "WEEKDAYS"
    HOURS = "HOURS"
    DATE_ORDER = "DATE_ORDER"
    ENCODING = "ENCODING"
    KEEP_DUPLICATES = "KEEP_DUPLICATES"
    OUTPUT = "OUTPUT"
    LOG = "LOG"
    COLUMNS = {
        "x": "X_FIELD",
        "y": "Y_FIELD",
        "id": "ID_FIELD",
        "date": "DATE_FIELD",
        "time": "TIME_FIELD",
        "type": "TYPE_FIELD",
    }

    GROUP = "data"
    PACKAGES = ()

    def name(self):
        return "importincidents"

    def displayName(self):
        return tr("Import incidents")

    def tags(self):
        return tr("crime,police,CSV,text,delimited,data.police.uk,open data,portal,incidents").split(",")

    def about(self):
        return "\n\n".join(
            [
                tr("Makes a clean point layer from the files that police forces and city portals give out."),
                tr(
                    "Street files of data.police.uk (one, several, or a whole unzipped archive), CSV files "
                    "of American portals, and any delimited text with coordinates. Columns are recognised "
                    "by their names in English, Spanish, French, German, Portuguese or Italian (a date also by its "
                    "values), and encoding, separator, decimal commas, the order of day and month and the coordinate "
                    "reference system by the values; the log says what was taken for what."
                ),
                tr(
                    "Nothing is left out silently: rows without coordinates, outside the area, filtered, "
                    "with an id that came before, or broken are counted by reason, each with an example. A "
                    "file that can be understood in two ways is refused, with what to set."
                ),
                tr(
                    "Where a file gives months only, the first of the month stands as the date. Save a large "
                    "result to a file: temporary layers are kept in memory, while the reading itself is not."
                ),
            ]
        )

    def initAlgorithm(self, configuration=None):
        add_files(self)
        add_filters(self)
        add_columns(self)
        self.add_table(
            self.OUTPUT,
            tr("Incidents"),
            tr(
                "One point per incident with its id, date, hour (where known), type, and the file and row "
                "that it comes from. Its CRS is the area's or, without one, that of the first file."
            ),
            "point",
        )
        self.add_table(
            self.LOG,
            tr("What was left out"),
            tr("A table of the reasons why rows were left out, with their numbers and an example of each."),
            optional=True,
        )
        self.add_numbers(
            {
                "N_FILES": tr("Number of files"),
                "N_ROWS": tr("Number of rows"),
                "N_INCIDENTS": tr("Number of incidents"),
                "N_NO_COORDINATES": tr("Number of rows without coordinates"),
                "N_UNREADABLE": tr("Number of broken rows and impossible coordinates"),
                "N_FILTERED": tr("Number of rows filtered out"),
                "N_DUPLICATES": tr("Number of duplicates"),
                "N_OUTSIDE": tr("Number of incidents outside the area"),
            }
        )
        self.add_texts(
            {
                "CRS_USED": tr("CRS of the files"),
                "FIRST_DATE": tr("First date"),
                "LAST_DATE": tr("Last date"),
            }
        )

    def check(self, parameters, context):
        self._wanted(parameters, context)
        incidents.find_files(*self._paths(parameters, context))

    def compute(self, parameters, context, progress):
        wanted = self._wanted(parameters, context)
        paths = incidents.find_files(*self._paths(parameters, context))
        area = self._area(parameters, context, progress)
        keep_duplicates = self.parameterAsBoolean(parameters, self.KEEP_DUPLICATES, context)
        with progress.stage(tr("Looking at the files"), 0.0, 0.2) as step:
            files = self._recognised(paths, wanted, not keep_duplicates, parameters, context, step)
            systems = [self._crs_of(file, area, parameters, context, step) for file in files]
        crs = area.crs if area else systems[0][0]

        seen = None if keep_duplicates else SeenKeys()
        tally = incidents.Tally()
        table = Table(make_fields(FIELDS), (), lambda number: None, crs, QgsWkbTypes.Type.Point)
        with staged() as stage:
            with open_sink(self, parameters, self.OUTPUT, context, table, stage) as sink:
                layer = PointSink(sink, table.fields)
                with progress.stage(tr("Reading incidents"), 0.2, 1.0) as step:
                    for number, (file, (file_crs, limits)) in enumerate(zip(files, systems)):
                        part = step.part(number / len(files), (number + 1) / len(files))
                        transform = QgsCoordinateTransform(file_crs, crs, context.transformContext())
                        for block in incidents.read_rows(file, wanted, seen, tally, limits, part):
                            layer.write(within(transformed(block, transform, tally), area, tally))
                if not layer.n_written:
                    raise RtmError(nothing_left(tally, area))
            reasons = Table(make_fields(LOG_FIELDS), tally.rows())
            log = write_table(self, parameters, self.LOG, context, reasons, progress, stage)
        _report(layer, tally, files, progress)
        results = {
            self.OUTPUT: sink.destination,
            "N_FILES": len(files),
            "N_ROWS": tally.n_rows,
            "N_INCIDENTS": layer.n_written,
            "N_NO_COORDINATES": tally.count(incidents.NO_COORDINATES),
            "N_UNREADABLE": tally.count(*incidents.UNREADABLE),
            "N_FILTERED": tally.count(*incidents.FILTERED),
            "N_DUPLICATES": tally.count(incidents.DUPLICATE),
            "N_OUTSIDE": tally.count(incidents.OUTSIDE),
            "CRS_USED": ", ".join(dict.fromkeys(crs_words(file_crs) for file_crs, _ in systems)),
            "FIRST_DATE": str(layer.first_date or ""),
            "LAST_DATE": str(layer.last_date or ""),
        }
        return {**results, self.LOG: log} if log else results

    def _paths(self, parameters, context):
        files = self.parameterAsFileList(parameters, self.FILES, context) if parameters.get(self.FILES) else []
        return files, self.parameterAsString(parameters, self.FOLDER, context)

    def _wanted(self, parameters, context):
        def text(key):
            return self.parameterAsString(parameters, key, context).strip()

        first = read_limit(text(self.DATE_FROM)) if text(self.DATE_FROM) else None
        last = read_limit(text(self.DATE_TO), end=True) if text(self.DATE_TO) else None
        if first and last and last < first:
            raise TableError(
                tr("The last date {last} comes before the first, {first}: exchange them.").format(
                    last=last, first=first
                )
            )
        days = [day for day in self.parameterAsEnumStrings(parameters, self.WEEKDAYS, context) if day]
        return incidents.Wanted(
            tuple(name.strip() for name in text(self.TYPES).split(";") if name.strip()),
            first,
            last,
            frozenset(WEEKDAYS.index(day) for day in days),
            read_hours(text(self.HOURS)),
        )

    def _area(self, parameters, context, progress):
        if not is_set(parameters, self.AREA):
            return None
        source, name = source_of(parameters, self.AREA, context)
        crs = source.sourceCrs()
        check_has_crs(tr("Area"), name, crs)
        shapes = collect(source, "polygon", crs, context, progress.part(0.0, 0.0)).shapes()
        if shapes.is_empty:
            raise RtmError(
                tr("Area '{name}' has no usable polygon: choose a polygon layer that has one.").format(name=name)
            )
        return Area(name, crs, shapes)

    def _recognised(self, paths, wanted, drops_duplicates, parameters, context, progress):
        names = {role: self.parameterAsString(parameters, key, context) for role, key in self.COLUMNS.items()}
        order = self.parameterAsEnumString(parameters, self.DATE_ORDER, context)
        encoding = self.parameterAsString(parameters, self.ENCODING, context).strip()
        files = []
        for number, path in enumerate(paths):
            part = progress.part(number / len(paths), (number + 1) / len(paths))
            file = incidents.recognise(path, names, order, encoding, part)
            incidents.check_wanted(file, wanted)
            progress.info(file.describe())
            for text in incidents.complaints(file, drops_duplicates):
                progress.warn(text)
            files.append(file)
        return files

    def _crs_of(self, file, area, parameters, context, progress):
        """The CRS of a file, given or guessed and said aloud, and the bounds of possible coordinates."""
        given = self.parameterAsCrs(parameters, self.CRS, context)
        name, columns = file.table.name, file.coordinates
        if is_set(parameters, self.CRS) and not given.isValid():
            raise TableError(
                tr("'{crs}' is no known CRS: write it for example as EPSG:27700.").format(crs=parameters[self.CRS])
            )
        if not len(columns.sample):  # no row has coordinates: any CRS will do
            return given if given.isValid() else QgsCoordinateReferenceSystem(_WGS84), None
        if given.isValid():
            check_crs(name, columns, crs_words(given), given.isGeographic())
            return given, DEGREES if given.isGeographic() else None
        guess = guess_crs(name, columns, area.hint() if area else None)
        (progress.info if guess.certain else progress.warn)(guess.reason)
        crs = area.crs if area and guess.crs == area.crs.authid() else QgsCoordinateReferenceSystem(guess.crs)
        return crs, guess.limits


def _report(layer, tally, files, progress):
    progress.info(
        tr("{n_written:,} incidents from {n_rows:,} rows; files read: {n_files:,}.").format(
            n_written=layer.n_written, n_rows=tally.n_rows, n_files=len(files)
        )
    )
    for reason, count, example in tally.rows():
        progress.info(
            tr("Left out, {reason}: {count:,} (such as {example}).").format(reason=reason, count=count, example=example)
        )
    if tally.types:
        progress.info(tr("Types in the files: {types_as_text}.").format(types_as_text=tally.types_as_text()))
    if tally.n_unread_dates:
        progress.warn(
            tr("{n_unread_dates:,} rows have a date that is not understood.").format(
                n_unread_dates=tally.n_unread_dates
            )
        )
    n_duplicates = tally.count(incidents.DUPLICATE)
    if 2 * n_duplicates > tally.n_with_id:
        progress.warn(
            tr(
                "{n_duplicates:,} of {n_with_id:,} rows with an id are left out because it came before: where the "
                "files do not repeat themselves, name another column of the id, or keep duplicates."
            ).format(n_duplicates=n_duplicates, n_with_id=tally.n_with_id)
        )
    if any(file.months_only for file in files):
        progress.info(tr("Where a file gives months only, the first of the month stands as the date."))
