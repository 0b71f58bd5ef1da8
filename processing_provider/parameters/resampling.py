"""How often something is drawn anew for intervals, and from which seed."""

from ...rtm_plugin.translation import tr

RESAMPLES, SEED = "RESAMPLES", "SEED"


def add_resampling(algorithm, help_text):
    """Declare both; ``help_text`` says what is drawn."""
    algorithm.add_number(RESAMPLES, tr("Resamples"), help_text, 1000, whole=True, limits=(0, 100_000), advanced=True)
    algorithm.add_number(
        SEED,
        tr("Seed"),
        tr("Start of the random numbers of the resamples: the same seed gives the same intervals."),
        1,
        whole=True,
        limits=(0, 2**31 - 1),
        advanced=True,
    )
