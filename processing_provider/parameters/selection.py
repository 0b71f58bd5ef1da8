"""How the variables of a model are selected, and how often that is repeated to see whether it lasts."""

from ...rtm_plugin.translation import tr
from ..model_request import ModelRequest


def families():
    """Codes and words of the count models that may be tried."""
    return {
        "poisson+nb1+nb2": tr("Poisson, NB1 and NB2: the best is kept"),
        "poisson+nb1": tr("Poisson and NB1, as RTMDx does"),
        "poisson": tr("Poisson only"),
        "nb1": tr("NB1 only: variance in proportion to the mean"),
        "nb2": tr("NB2 only: variance grows with the mean's square"),
    }


def add_families(algorithm):
    algorithm.add_choice(
        "FAMILIES",
        tr("Count models"),
        tr(
            "Distributions that are tried; the one with the best BIC is kept. nb1 has variance "
            "proportional to the mean, nb2 a variance that grows with its square. poisson+nb1 is what "
            "RTMDx does."
        ),
        families(),
        advanced=True,
    )


def add_selection(algorithm):
    """Declare cross-validation, search and seed."""
    algorithm.add_number(
        "FOLDS",
        tr("Folds"),
        tr("Parts that the cells are dealt into for the cross-validation."),
        ModelRequest.folds,
        whole=True,
        advanced=True,
    )
    algorithm.add_choice(
        "FOLD_KIND",
        tr("Kind of folds"),
        tr(
            "stratified: each fold has its share of cells with many incidents. spatial: cells are "
            "dealt by square blocks, so that neighbours do not tell on each other."
        ),
        {"stratified": tr("Each with its share of incidents"), "spatial": tr("Square blocks of cells")},
        advanced=True,
    )
    algorithm.add_number(
        "CV_REPEATS",
        tr("Repeats of the cross-validation"),
        tr("The cross-validation is averaged over so many deals of the folds."),
        ModelRequest.cv_repeats,
        whole=True,
        advanced=True,
    )
    algorithm.add_flag(
        "SWAPS",
        tr("Try swaps"),
        tr(
            "Let the search exchange a factor's variable for another distance or operationalisation of "
            "it. Off: additions and removals only, for strict comparison with other software."
        ),
        ModelRequest.swaps,
        advanced=True,
    )
    algorithm.add_number(
        "P_LIMIT",
        tr("Largest p-value"),
        tr("A model is valid only if every factor's p-value is at most this."),
        ModelRequest.p_limit,
        advanced=True,
    )
    algorithm.add_number(
        "SEED",
        tr("Seed"),
        tr(
            "Start of the random numbers that deal the folds, halves and what else is drawn: the same seed gives the "
            "same result."
        ),
        ModelRequest.seed,
        whole=True,
        advanced=True,
    )


def add_spatial_test(algorithm):
    """Declare whether the factors have to stand random shifts."""
    algorithm.add_choice(
        "SPATIAL_TEST",
        tr("Spatial test"),
        tr(
            "random_shift: keep only factors that go together with the incidents by more than the chance likeness of "
            "two patchy maps. What the model leaves of the incidents is shifted as a whole against the factors, which "
            "keeps both patterns and breaks their tie; a factor that does not beat 95% of the shifts is taken out. "
            "Use it where neighbouring cells are alike: where the quoted intervals are wider than the model's own, as "
            "the diagnostics tell. It takes about three times as long. Each effect is also shown beside a smooth "
            "surface of what neighbouring cells share: is it the factor, or the town centre?"
        ),
        {"none": tr("None, as the method is published"), "random_shift": tr("Random shifts")},
        advanced=True,
        optional=True,
    )
    algorithm.add_number(
        "SHIFTS",
        tr("Random shifts drawn (0: all that are possible)"),
        tr(
            "How many of the possible shifts the spatial test draws, by the seed. 0: all of them, which is as fast "
            "and depends on no seed. Few, as 99, may keep other factors with another seed."
        ),
        ModelRequest.shifts,
        whole=True,
        optional=True,
        advanced=True,
    )


def add_resamples(algorithm):
    """Declare how often the selection is to be repeated."""
    algorithm.add_number(
        "RESAMPLES",
        tr("Resamples"),
        tr(
            "Repeat the whole selection so many times, each time on half of the blocks of cells and then on the other "
            "half, to see how often each factor is found again and at which distances, and which are found so often "
            "that at most one of them is expected to be wrong. 0: not at all; 100 tell enough, and take about as long "
            "as 50 fits."
        ),
        ModelRequest.resamples,
        whole=True,
        optional=True,
        advanced=True,
    )
    algorithm.add_numbers({"N_WARNINGS": tr("Number of warnings")})


def add_displacement(algorithm, study_area):
    """Declare how far, and how often, incidents are to be moved; in the units of the layer with key ``study_area``."""
    algorithm.add_distance(
        "SNAP_WIDTH",
        tr("Move incidents by"),
        tr(
            "How far from its recorded place an incident may in truth have happened, as where police data are moved to "
            "the nearest of a list of points: the whole selection is repeated on incidents that are moved by up to so "
            "many map units, near more often than far, each for itself and only within the study area, and what does "
            "not survive is told: factors, their relative risk values, the riskiest places. Half the usual distance "
            "between such points, often 50 to 100 metres, is plausible. Empty or 0: not at all."
        ),
        study_area,
        advanced=True,
    )
    algorithm.add_number(
        "SNAP_DRAWS",
        tr("Draws of moved incidents"),
        tr("How many times the incidents are moved; each takes about as long as a fit."),
        ModelRequest.snap_draws,
        whole=True,
        optional=True,
        advanced=True,
    )
    algorithm.add_numbers(
        {
            "SNAP_N_LOST": tr("Number of selected factors that do not survive moved incidents"),
            "SNAP_STAYS_5": tr("Riskiest 5% of the area that stays where incidents are moved, percent"),
            "SNAP_STAYS_10": tr("Riskiest 10% of the area that stays where incidents are moved, percent"),
        }
    )
