"""The report: everything about a model on one printable page that anybody can open."""

from .content import MapPicture, Place, Report, Section, Source, Table, Units
from .render import render_report

__all__ = ["MapPicture", "Place", "Report", "Section", "Source", "Table", "Units", "render_report"]
