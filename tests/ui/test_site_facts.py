"""What is said of a site is of the world that is played, not of the content of the words."""

from dataclasses import replace

from game.match import Match
from game.ui.board.site_facts import site_hint, site_traits
from game.words import Words
from tests.ui.board_match import content


def test_the_traits_are_those_of_the_world_that_is_played():
    plain = content()
    slug, site = next((s, one) for s, one in plain.sites.items() if not one.what_if)
    altered = {**plain.sites, slug: replace(site, what_if=True)}
    # worlds are kept by the fingerprint of their content
    other = replace(plain, sites=altered, fingerprint="0" * 64)
    view = Match.start(other, "long-negotiation", 7, ("human", "random")).view(0)
    words = Words(plain)
    told = "in our history nothing stood here"

    assert told not in site_traits(words, plain, slug)
    assert told in site_hint(words, view, slug).text
