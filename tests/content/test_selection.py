"""What a scenario is played with: a pack's things come into play only where it names them."""

import pytest

from game.content import ContentError, load_content
from game.content.selection import content_of
from game.engine import new_state
from game.paths import data_path

MANIFEST = """\
name: third-site
title: Third Site
version: "1"
author: A teacher
licence: CC0
languages: [en]
game: "0.1"
replaces: [{replaces}]
"""
SITE = """
- slug: {slug}
  side: nato
  title: Brdy radar
  label: Brdy
  glyph: radar
  latitude: 49.7
  longitude: 13.9
  cost: 3
  concern: 3
  coverage: 2
  deterrent: 0
  history: A radar that was planned and not built.
  sources: []
"""


def names(shipped, **left_out):
    """The slugs of the standard sites without some."""
    return [slug for slug in shipped.sites if slug not in left_out.values()]


@pytest.fixture
def pack(tmp_path, shipped):
    """Write a pack with a radar and a scenario, which a test describes; return its folder."""

    def write(slug="brdy", **changes):
        folder = tmp_path / "pack"
        (folder / "sites").mkdir(parents=True)
        (folder / "scenarios").mkdir()
        replaces = slug if slug in shipped.sites else ""
        (folder / "pack.yaml").write_text(MANIFEST.format(replaces=replaces))
        (folder / "sites/nato.yaml").write_text(SITE.format(slug=slug), encoding="utf-8")
        text = shipped.files["scenarios/lisbon-to-chicago.yaml"]
        text = text.replace("slug: lisbon-to-chicago", "slug: third-site")
        for field, slugs in changes.items():
            text = text.replace("options:\n", f"{field}: [{', '.join(slugs)}]\noptions:\n")
        (folder / "scenarios/third-site.yaml").write_text(text, encoding="utf-8")
        return folder

    return write


def problems(folder):
    with pytest.raises(ContentError) as caught:
        load_content(data_path(), folder)
    return [problem.message for problem in caught.value.problems]


def test_a_packs_site_changes_no_standard_scenario(pack):
    content = load_content(data_path(), pack())

    assert "brdy" in content.sites
    for scenario in content.scenarios.values():
        assert "brdy" not in content_of(content, scenario).sites
    state = new_state(content, "long-negotiation", 1)
    assert [site.slug for site in state.world.sites] == list(load_content().sites)


def test_a_scenario_is_played_with_the_sites_that_it_names(pack, shipped):
    sites = [*names(shipped, rota="rota"), "brdy"]
    content = load_content(data_path(), pack(sites=sites))

    state = new_state(content, "third-site", 1)

    slugs = [site.slug for site in state.world.sites]
    assert sorted(slugs) == sorted(sites)
    assert [site.side for site in state.world.sites] == ["nato"] * 10 + ["russia"] * 10
    assert state.world.cost[state.world.site_id["brdy"]] == 3


def test_a_pack_may_put_its_own_site_in_the_place_of_a_standard_one(pack):
    content = load_content(data_path(), pack("rota"))

    assert new_state(content, "long-negotiation", 1).world.sites[0].title == "Brdy radar"


def test_a_scenario_may_have_small_decks_of_its_own(pack, shipped):
    plain = {
        side: [c.slug for c in shipped.cards.values() if c.side == side and not c.coercive][:12]
        for side in ("nato", "russia")
    }
    content = load_content(data_path(), pack(cards=plain["nato"] + plain["russia"]))

    state = new_state(content, "third-site", 1)

    assert {card.slug for card in state.world.cards} == {*plain["nato"], *plain["russia"]}
    while state.to_move is not None:
        state.apply(state.legal_actions()[-1])
    assert state.outcome is not None


def test_a_scenario_may_deal_fewer_mandates(pack):
    mandates = ["shield-first", "quiet-at-home", "great-power", "modernisation"]
    folder = pack(mandates=mandates)
    scenario = folder / "scenarios/third-site.yaml"
    text = scenario.read_text(encoding="utf-8")
    begin, end = text.index("targets:"), text.index("mandates: [")
    scenario.write_text(text[:begin] + text[end:], encoding="utf-8")

    state = new_state(load_content(data_path(), folder), "third-site", 1)

    assert [mandate.slug for mandate in state.world.mandates] == mandates


def test_a_scenario_may_have_the_alliance_of_its_years(pack):
    content = load_content(data_path(), pack(capitals=["warsaw", "vilnius"]))

    chosen = content_of(content, content.scenarios["third-site"])

    assert list(chosen.capitals) == ["warsaw", "vilnius"]
    assert len(content_of(content, content.scenarios["long-negotiation"]).capitals) == 13


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"sites": ["rota", "gabala"]}, "is played with 1 sites of nato; a side has 10"),
        ({"sites": ["rota", "gabala"]}, "leaves out site 'deveselu', which card"),
        ({"cards": ["n-vienna"]}, "is played with 1 cards of nato; a side has 12 to 32"),
        ({"cards": ["n-vienna"]}, "gives NATO 1 cards and Russia 0"),
        ({"mandates": ["shield-first"]}, "deals 0 mandates of russia; a side needs 2"),
        ({"mandates": ["shield-first"]}, "names mandate 'quiet-at-home', which it leaves out"),
        ({"cards": ["n-nothing"]}, "no card 'n-nothing'"),
        ({"capitals": ["warszawa"]}, "no capital 'warszawa'; did you mean 'warsaw'?"),
    ],
)
def test_a_selection_that_cannot_be_played_is_told(pack, changes, message):
    assert any(message in told for told in problems(pack(**changes)))


def test_the_sites_of_the_start_must_be_among_those_played_with(pack, shipped):
    sites = [*names(shipped, gabala="gabala"), "brdy"]
    told = problems(pack(sites=sites))

    assert "scenario 'third-site' begins with site 'gabala', which it leaves out" in told
