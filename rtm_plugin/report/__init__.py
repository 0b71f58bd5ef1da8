"""The report: everything about a model on one printable page that anybody can open."""

from .content import MapPicture, Report, ReportPlace, ReportTable, Section, Source, Units
from .render import render_report

__all__ = ["MapPicture", "Report", "ReportPlace", "ReportTable", "Section", "Source", "Units", "render_report"]
