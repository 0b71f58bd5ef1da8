"""The reference page is the algorithms' own help, and every algorithm has enough of it."""

import re

import algorithm_docs


def test_the_page_is_up_to_date(provider):
    up_to_date = algorithm_docs.PAGE.read_text(encoding="utf-8") == algorithm_docs.page(provider)
    assert up_to_date, "run: make docs"


def test_every_algorithm_and_parameter_is_explained(provider):
    for algorithm in provider.algorithms():
        assert re.fullmatch(r"[a-z0-9_]+", algorithm.name())
        assert algorithm.tags() and algorithm.shortHelpString() and algorithm.helpUrl().startswith("https://")
        for parameter in algorithm.parameterDefinitions():
            assert parameter.help(), f"{algorithm.id()}: {parameter.name()} has no help"
            assert parameter.name() == parameter.name().upper() or ":" in parameter.name()  # a model's result
