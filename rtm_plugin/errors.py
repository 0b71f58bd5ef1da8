"""Errors whose text is written for the analyst: what is wrong, with which value, and what to do."""


class RtmError(ValueError):
    """Base of every error that is meant to be read by the user, in one sentence with its remedy."""


class GridError(RtmError):
    """The study area and the cell size do not make a usable grid."""


class FactorError(RtmError):
    """A risk factor, or its settings, cannot be used as asked."""


class IncidentError(RtmError):
    """There are no incidents to model, or too few."""


class SettingsError(RtmError):
    """A setting of the model is outside what the method allows."""


class ExposureError(RtmError):
    """A denominator or an adjustment covariate cannot be used."""


class TableError(RtmError):
    """A text file cannot be read as a table, or its columns, coordinates or dates are not understood."""


class ModelFileError(RtmError):
    """A saved model cannot be read, or does not fit the layers it is applied to."""


class MissingPackageError(RtmError):
    """A Python package that the computation needs is not installed."""


class Cancelled(Exception):
    """The user cancelled: not an error, and no output is to be written."""
