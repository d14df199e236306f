"""How the kinds of difference are scored."""

from __future__ import annotations

from bench.counts import Counts
from bench.differing import kinds_of, score_kinds


def test_older_gold_says_the_kind_in_its_reason() -> None:
    figures = [{"doc": doc, "group": group} for group in ("dead", "hurt", "fled", "lost") for doc in ("a", "b")]
    gold = {
        "figures": [*figures, {"doc": "a", "group": "alone"}],
        "disagreements": [
            {"group": "dead", "reason": "between sides"},
            {"group": "hurt", "reason": "a toll that rises over time"},
            {"group": "fled", "reason": "rounding: 23, two dozen"},
        ],
    }
    assert kinds_of(gold) == {"dead": "disagreement", "hurt": "time", "fled": "refinement", "lost": "agreement"}


def test_a_group_is_judged_where_most_of_its_figures_stand() -> None:
    counts = Counts()
    kinds = {"dead": "disagreement", "hurt": "time", "fled": "agreement"}
    held = [("dead", {0}), ("dead", {0}), ("dead", {1}), ("hurt", {2}), ("hurt", {2}), ("fled", {3}), ("fled", {4})]
    taken = score_kinds(counts, kinds, held, ["differ", "agree", "differ", "alone", "alone"])
    assert taken == {"dead": ("disagreement", "disagreement"), "hurt": ("time", "disagreement"), "fled": ("agreement", "apart")}
    assert (counts.right["kinds"], counts.predicted["kinds"], counts.gold["kinds"]) == (1, 2, 3)
    assert (counts.precision("disagreements"), counts.recall("disagreements")) == (0.5, 1.0)


def test_a_disagreement_of_figures_that_do_not_belong_together_is_wrong() -> None:
    counts = Counts()
    score_kinds(counts, {}, [("dead", {0}), ("hurt", {0}), ("fled", {1})], ["differ", "differ"])
    assert (counts.right["disagreements"], counts.predicted["disagreements"]) == (0, 1)
