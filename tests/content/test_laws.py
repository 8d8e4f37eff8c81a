"""Copies of the shipped data with one edit each, and what is said about them.

Rulebook 2 (ladders), 3 (sites), 6 (crises), 8 (cards), 9 (mandates) and 10 (scenarios).
"""

import re

import pytest

from game.content import ContentError, content_from_files

# An edit is a file, a pattern whose first match is replaced, and the replacement; `@` in the
# replacement marks the spot at which the problem is expected.
SLIPS = {
    "an unknown site on a card": (
        "cards/nato.yaml",
        r"announce: kurecik",
        "announce: @kurecic",
        "no site 'kurecic'; did you mean 'kurecik'?",
    ),
    "an unknown site in a condition": (
        "cards/nato.yaml",
        r"empty: kurecik",
        "empty: @kureick",
        "no site 'kureick'; did you mean 'kurecik'?",
    ),
    "an unknown site in a scenario": (
        "scenarios/november-statement.yaml",
        r"redzikowo: 0",
        "@redzikovo: 0",
        "no site 'redzikovo'; did you mean 'redzikowo'?",
    ),
    "an unknown crisis on a card": (
        "cards/nato.yaml",
        r"crisis: cruiser",
        "crisis: @cruisers",
        "no crisis 'cruisers'; did you mean 'cruiser'?",
    ),
    "a crisis that no card may open": (
        "cards/nato.yaml",
        r"crisis: cruiser",
        "crisis: @tehran",
        "crisis 'tehran' is no opener: no card may open it",
    ),
    "an unknown crisis in a scenario": (
        "scenarios/first-council.yaml",
        r"- launches",
        "- @lauches",
        "no crisis 'lauches'; did you mean 'launches'?",
    ),
    "a form in a scenario": (
        "scenarios/first-council.yaml",
        r"- launches",
        "- @forward",
        "crisis 'forward' is a form: only a deployment calls it",
    ),
    "an unknown mandate": (
        "scenarios/first-council.yaml",
        r"nato: lisbon-spirit",
        "nato: @lisbon-sprit",
        "no mandate 'lisbon-sprit'; did you mean 'lisbon-spirit'?",
    ),
    "an unknown source": (
        "ladders.yaml",
        r"sources: \[",
        "sources: [@nobody-knows, ",
        "no source 'nobody-knows'",
    ),
    "a country that was no member": (
        "scenarios/first-council.yaml",
        r"options:\n",
        "not_yet_allied: [@Croatie]\noptions:\n",
        "unknown word 'Croatie'; did you mean 'Croatia'?",
    ),
    "an unknown side": (
        "cards/russia.yaml",
        r"side: russia",
        "side: @rusia",
        "did you mean 'russia'",
    ),
    "an unknown kind": (
        "cards/nato.yaml",
        r"kind: centre",
        "kind: @center",
        "did you mean 'centre'",
    ),
    "an unknown glyph": (
        "sites/nato.yaml",
        r"glyph: radar",
        "glyph: @radars",
        "did you mean 'radar'",
    ),
    "an unknown ladder": (
        "cards/russia.yaml",
        r"ladder: exercises",
        "ladder: @exercise",
        "did you mean 'exercises'",
    ),
    "an unknown weight": (
        "mandates.yaml",
        r"secured: 60",
        "@secure: 60",
        "unknown word 'secure'; did you mean 'secured'?",
    ),
    "an unknown number": (
        "rules/numbers.yaml",
        r"drift: 1",
        "drift: 1\n@drfit: 2",
        "unknown key 'drfit'",
    ),
    "a number out of range": (
        "sites/nato.yaml",
        r"cost: 2",
        "cost: @5",
        "5 is not within 1 to 4",
    ),
    "operations out of range": (
        "cards/nato.yaml",
        r"operations: 2",
        "operations: @0",
        "0 is not within 1 to 4",
    ),
    "a gain where only a loss makes sense": (
        "rules/numbers.yaml",
        r"distrust: -1",
        "distrust: @1",
        "1 is not within -10 to 0",
    ),
    "a step that no ladder has": (
        "scenarios/november-statement.yaml",
        r"\[2, 1, 1, 0\]",
        "[2, 1, @5, 0]",
        "5 is not within 0 to 4",
    ),
    "a pair with one number": (
        "scenarios/november-statement.yaml",
        r"assurance: \[4, 3\]",
        "assurance: @[4]",
        "expected a list of 2, found a list of 1",
    ),
    "a second entry of one name": (
        "capitals.yaml",
        r"\Z",
        "- @{slug: warsaw, title: Warsaw, latitude: 52.2, longitude: 21.0}\n",
        "a second capital 'warsaw' (the first: data/capitals.yaml:",
    ),
    "a key twice": (
        "sites/nato.yaml",
        r"cost: 2",
        "cost: 2\n  @cost: 2",
        "key 'cost' a second time",
    ),
    "a list where the file has entries": (
        "capitals.yaml",
        r"\A(.|\n)*\Z",
        "@slug: warsaw\n",
        "expected a list, found a mapping",
    ),
    "a mandate without a target": (
        "mandates.yaml",
        r"- slug: shield-first((.|\n)*?)\n  target: \d+",
        r"- @slug: shield-first\1",
        "missing 'target'",
    ),
    "a text of one word that YAML takes for a number": (
        "sites/nato.yaml",
        r"label: Rota",
        "label: @2014",
        "expected a text, found the number 2014 (put it in quotes)",
    ),
}


def edited(files, name, pattern, replacement):
    """Return the files with one edit, and line and column of the mark in it."""
    text, count = re.subn(pattern, replacement, files[name], count=1)
    assert count == 1, f"{name} has nothing like {pattern}"
    before, mark, after = text.partition("@")
    spot = (before.count("\n") + 1, len(before) - before.rfind("\n")) if mark else None
    return {**files, name: before + after}, spot


def problems_of(files):
    with pytest.raises(ContentError) as caught:
        content_from_files(files)
    return caught.value.problems


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_named_with_file_line_and_column(shipped, slip):
    name, pattern, replacement, message = SLIPS[slip]
    files, spot = edited(shipped.files, name, pattern, replacement)

    (problem,) = problems_of(files)

    line, column = spot
    assert str(problem).startswith(f"data/{name}:{line}:{column}: ")
    assert message in problem.message


LAWS = {
    # The decks
    "a card less": (
        "cards/nato.yaml",
        r"\n- slug: n-vienna(.|\n)*?\n(?=- slug)",
        "\n",
        "31 cards; a side has 32",
    ),
    "another value": (
        "cards/nato.yaml",
        r"operations: 1\n",
        "operations: 2\n",
        "14 cards with 2 operations; a side has 13",
    ),
    "another kind": (
        "cards/russia.yaml",
        r"kind: domestic",
        "kind: posture",
        "7 cards of kind posture; a side has 6",
    ),
    "a coercive card that says it is none": (
        "cards/nato.yaml",
        r"\n  coercive: true",
        "",
        "is not marked coercive, but can raise Tension or weaken the other side",
    ),
    "a harmless card that says it is coercive": (
        "cards/nato.yaml",
        r"- slug: n-vienna",
        "- slug: n-vienna\n  coercive: true",
        "card 'n-vienna' is marked coercive",
    ),
    "one side with more coercive cards": (
        "cards/nato.yaml",
        r"- slug: n-vienna((.|\n)*?)assurance: \{who: both, by: 1\}",
        r"- slug: n-vienna\n  coercive: true\1assurance: {who: both, by: -1}",
        "unequal numbers of coercive cards: 9 for NATO, 8 for Russia",
    ),
    "a card in the other side's file": (
        "cards/nato.yaml",
        r"side: nato",
        "side: russia",
        "of russia stands in the other side's file",
    ),
    "one capital's reading": (
        "cards/nato.yaml",
        r"\n  nato_reading: [^\n]+(\n    [^\n]+)*(?=\n  russia_reading)",
        "",
        "has one capital's reading; give both or neither",
    ),
    "a card without a source": (
        "cards/nato.yaml",
        r"(- slug: n-vienna(.|\n)*?)\n  sources: [^\n]+",
        r"\1",
        "card 'n-vienna' has no source",
    ),
    "a card without an event": (
        "cards/nato.yaml",
        r"(- slug: n-vienna(.|\n)*?event:)(\n    - [^\n]+)+",
        r"\1 []",
        "card 'n-vienna' has no event",
    ),
    "a verb of crises on a card": (
        "cards/nato.yaml",
        r"- reveal: sites",
        "- suspend: exercises",
        "uses a verb of crisis responses",
    ),
    "effects after an offer": (
        "cards/nato.yaml",
        r"(- slug: n-sensors(.|\n)*?)\n  history",
        r"\1\n    - tension: -1\n  history",
        "goes on after an offer, a choice or a crisis",
    ),
    "an offer in an offer": (
        "cards/nato.yaml",
        r"accepted:\n",
        "accepted:\n          - offer: {accepted: [], refused: []}\n",
        "has an offer, a choice or a crisis inside another effect",
    ),
    "a card that deploys for the other side": (
        "cards/nato.yaml",
        r"announce: kurecik",
        "announce: baltiysk",
        "deploys, withdraws or pledges the other side's site 'baltiysk'",
    ),
    "a card with forward missiles that its side lacks": (
        "cards/nato.yaml",
        r"pledge: black-sea",
        "pledge: forward",
        "names forward missiles, but its side has none",
    ),
    # Ladders and matrices
    "ladders in another order": (
        "ladders.yaml",
        r"slug: transparency((.|\n)*)slug: exercises",
        r"slug: exercises\1slug: transparency",
        "the ladders have to be transparency, exercises, centres, guarantees",
    ),
    "a ladder of three steps": (
        "ladders.yaml",
        r"\n    - title: [^\n]+\n      offer: [^\n]+",
        "",
        "3 steps; a ladder has 4",
    ),
    "a prerequisite without its level": (
        "ladders.yaml",
        r"\n      joint_needed: 2",
        "",
        "step 2: needs_ladder and joint_needed go together",
    ),
    "a step that needs its own ladder": (
        "ladders.yaml",
        r"needs_ladder: transparency",
        "needs_ladder: centres",
        "step 2 needs its own ladder",
    ),
    "a matrix without a cell": (
        "crises/matrices.yaml",
        r"    open-open:(\n      [^\n]+)+\n",
        "",
        "no cell open-open",
    ),
    "a crisis type without a matrix": (
        "crises/matrices.yaml",
        r"\n- slug: deadlock(.|\n)*",
        "\n",
        "no matrix for deadlock",
    ),
    # Sites
    "a site in the other side's file": (
        "sites/nato.yaml",
        r"side: nato",
        "side: russia",
        "site 'rota' of russia stands in the other side's file",
    ),
    "half a place": (
        "sites/nato.yaml",
        r"\n  longitude: [^\n]+",
        "",
        "has one coordinate; give both or neither",
    ),
    "a site's reading by one capital": (
        "sites/nato.yaml",
        r"\n  nato_reading: [^\n]+(\n    [^\n]+)*(?=\n  russia_reading)",
        "",
        "has one capital's reading; give both or neither",
    ),
    "deterrent for NATO": (
        "sites/nato.yaml",
        r"deterrent: 0",
        "deterrent: 1",
        "deterrent is Russia's",
    ),
    "coverage for Russia": (
        "sites/russia.yaml",
        r"coverage: 0",
        "coverage: 1",
        "coverage is NATO's",
    ),
    "a Russian interceptor": (
        "sites/russia.yaml",
        r"coverage: 0",
        "coverage: 0\n  land_interceptor: true",
        "only NATO builds land interceptors",
    ),
    "a NATO site with reach": (
        "sites/nato.yaml",
        r"coverage: 1",
        "coverage: 1\n  reach_km: 500",
        "only Russia deploys forward missiles",
    ),
    "a forward missile with a fixed concern": (
        "sites/russia.yaml",
        r"(- slug: kaliningrad(.|\n)*?)concern: 0",
        r"\1concern: 2",
        "the concern of a forward missile is computed",
    ),
    "a forward missile nowhere": (
        "sites/russia.yaml",
        r"(- slug: kaliningrad(.|\n)*?)  latitude: [^\n]+\n  longitude: [^\n]+\n",
        r"\1",
        "has a reach but no place",
    ),
    "a site that needs itself": (
        "sites/nato.yaml",
        r"needs: redzikowo",
        "needs: iib",
        "site 'iib' needs itself",
    ),
    "a site that needs the other side's": (
        "sites/nato.yaml",
        r"needs: redzikowo",
        "needs: luga",
        "site 'iib' needs a site of the other side",
    ),
    # Crises
    "a crisis of another type": (
        "crises/deadlock.yaml",
        r"type: deadlock",
        "type: chicken",
        "is of type chicken, and stands in another type's file",
    ),
    "a crisis without a source": (
        "crises/deadlock.yaml",
        r"(- slug: elections(.|\n)*?)\n  sources: [^\n]+",
        r"\1",
        "crisis 'elections' has no source",
    ),
    "a response that only some may choose, and no other": (
        "crises/deadlock.yaml",
        r"(  nato:\n)((?:    .+\n)+)",
        lambda found: (
            found[1]
            + found[2].replace("      stance:", "      needs: [can: exercises]\n      stance:")
        ),
        "has no response without a requirement for nato",
    ),
    "no open response": (
        "crises/deadlock.yaml",
        r"stance: open",
        "stance: measured",
        "lacks a firm or an open response for nato",
    ),
    "one response": (
        "crises/deadlock.yaml",
        r"(  nato:\n    - slug: (?:.+\n)+?)(    - slug: (?:.+\n)+)(?=  russia)",
        r"\1",
        "has 1 responses, not 2 to 4, for nato",
    ),
    "a response twice": (
        "crises/deadlock.yaml",
        r"slug: say-little\n",
        "slug: promise-every-phase\n",
        "response 'promise-every-phase' stands here twice",
    ),
    "a verb of cards in a response": (
        "crises/deadlock.yaml",
        r"- assurance: \{who: own, by: 1\}",
        "- draw: 1",
        "response 'ask-for-calm' uses a verb that only cards may use",
    ),
    "a verb of forms in another crisis": (
        "crises/deadlock.yaml",
        r"- assurance: \{who: own, by: 1\}",
        "- at-site: halt",
        "uses at-site, which only forms may use",
    ),
    "a response that builds for the other side": (
        "crises/chicken.yaml",
        r"announce: kaliningrad",
        "announce: morag",
        "announces the other side's site 'morag'",
    ),
    "clearing where there is no incident": (
        "crises/deadlock.yaml",
        r"stance: open",
        "stance: open\n      clears: true",
        "has 1 clearing responses for nato",
    ),
    "an incident that can't be cleared": (
        "crises/chicken.yaml",
        r"\n      clears: true",
        "",
        "has 0 clearing responses for nato",
    ),
    "a requirement for clearing an incident": (
        "crises/chicken.yaml",
        r"clears: true",
        "clears: true\n      needs: [can: exercises]",
        "clears an incident: it is open and has no requirement",
    ),
    "an incident without one of its causes": (
        "crises/chicken.yaml",
        r"\n    nobody: [^\n]+",
        "",
        "needs causes for nato, russia, nobody if its starter is hidden, else none",
    ),
    "causes of what is no incident": (
        "crises/deadlock.yaml",
        r"starter: nobody",
        "starter: nobody\n  causes: {nato: x, russia: x, nobody: x}",
        "crisis 'elections' needs causes",
    ),
    "a missing form": (
        "crises/chicken.yaml",
        r"\n  form: forward",
        "",
        "the forms have to be forward and interceptors, once each",
    ),
    "a form that somebody starts": (
        "crises/chicken.yaml",
        r"starter: owner",
        "starter: nobody",
        "crisis 'forward' has starter 'owner' or is a form, but not both",
    ),
    "a form that cards open": (
        "crises/chicken.yaml",
        r"form: forward",
        "form: forward\n  opener: true",
        "is a form: no card opens it",
    ),
    "a form without its site's name": (
        "crises/chicken.yaml",
        r"Forward deployment: \{site\}",
        "Forward deployment",
        "crisis 'forward' has {site} in its title or is a form, but not both",
    ),
    "a crisis with half a place": (
        "crises/chicken.yaml",
        r"\n  longitude: 34.0\n  map_centre: [^\n]+",
        "",
        "crisis 'cruiser' has one coordinate; give both or neither",
    ),
    "a map without a place": (
        "crises/chicken.yaml",
        r"\n  latitude: 43.3\n  longitude: 34.0",
        "",
        "crisis 'cruiser' has a map_centre, but no place to show on that map",
    ),
    "a place off its own map": (
        "crises/chicken.yaml",
        r"map_centre: \[46.0, 33.0\]",
        "map_centre: [60.0, 33.0]",
        "crisis 'cruiser' lies more than 700 km from its map_centre",
    ),
    "a form with a place of its own": (
        "crises/chicken.yaml",
        r"form: forward",
        "form: forward\n  latitude: 54.7\n  longitude: 20.5",
        "crisis 'forward' is a form: its place is that of the site which calls it",
    ),
    "a prisoner's dilemma that would be no dilemma": (
        "crises/prisoners-dilemma.yaml",
        r"(stance: open\n      effects:\n)",
        r"\1        - initiative: 5\n",
        "is no prisoners-dilemma for nato",
    ),
    # Mandates
    "five mandates": (
        "mandates.yaml",
        r"side: russia",
        "side: nato",
        "5 mandates for russia; a side has 6",
    ),
    "a mandate that weighs nothing": (
        "mandates.yaml",
        r"weights: \{[^}]*\}",
        "weights: {}",
        "mandate 'shield-first' weighs nothing",
    ),
    # Scenarios
    "a scenario of another name": (
        "scenarios/first-council.yaml",
        r"slug: first-council",
        "slug: second-council",
        "scenario 'second-council' stands in a file of another name",
    ),
    "an end before its time": (
        "scenarios/first-council.yaml",
        r"\nrounds: 2",
        "\nrounds: 3",
        "has 3 rounds, but can end after 2",
    ),
    "a schedule that is too short": (
        "scenarios/first-council.yaml",
        r"schedule: \[0, 1\]",
        "schedule: [0]",
        "has 1 schedule for 2 rounds",
    ),
    "a start in the Confrontation": (
        "scenarios/first-council.yaml",
        r"tension: 5",
        "tension: 10",
        "starts at Tension 10, the Confrontation",
    ),
    "a start past the end of a track": (
        "rules/numbers.yaml",
        r"track_max: 10",
        "track_max: 5",
        "starts a track at 6; 5 is its end",
    ),
    "a start with a fallen government": (
        "scenarios/first-council.yaml",
        r"support: \[5, 5\]",
        "support: [5, 0]",
        "starts with a government that has fallen",
    ),
    "a site that works and is announced": (
        "scenarios/first-council.yaml",
        r"announced: \{\}",
        "announced: {gabala: 1}",
        "has site 'gabala' 2 times",
    ),
    "a site without the one it needs": (
        "scenarios/first-council.yaml",
        r"announced: \{\}",
        "announced: {iib: 1}",
        "has site 'iib' without 'redzikowo', which it needs",
    ),
    "a crisis twice": (
        "scenarios/first-council.yaml",
        r"- launches",
        "- cruiser",
        "names a crisis twice",
    ),
    "fewer crises than rounds": (
        "scenarios/first-council.yaml",
        r"  - launches\n",
        "",
        "has 1 crises for 2 rounds",
    ),
    "the other side's mandate": (
        "scenarios/first-council.yaml",
        r"nato: lisbon-spirit",
        "nato: equal-partner",
        "gives nato the other side's mandate 'equal-partner'",
    ),
    # Sources
    "a source on which nothing rests": (
        "sources.yaml",
        r"\Z",
        "- {slug: hearsay, title: Hearsay, date: never}\n",
        "nothing rests on source 'hearsay'",
    ),
}


@pytest.mark.parametrize("law", LAWS)
def test_a_broken_law_of_complete_data_is_said_in_a_sentence(shipped, law):
    name, pattern, replacement, message = LAWS[law]
    files, _ = edited(shipped.files, name, pattern, replacement)

    assert any(message in problem.message for problem in problems_of(files))


def test_a_broken_law_is_shown_at_its_entry(shipped):
    files, _ = edited(shipped.files, "mandates.yaml", r"weights: \{[^}]*\}", "weights: {}")

    (problem,) = problems_of(files)

    assert problem.place == shipped.mandates["shield-first"].place


def test_a_broken_law_of_a_deck_is_shown_at_the_file(shipped):
    files, _ = edited(shipped.files, "mandates.yaml", r"side: russia", "side: nato")

    assert {str(problem.place) for problem in problems_of(files)} == {"data/mandates.yaml:1:1"}


@pytest.mark.parametrize(
    ("crisis_type", "payoffs"),
    [
        ("prisoners-dilemma", "T+1 R+0.4 P-1.9 S-2.4"),
        ("stag-hunt", "R+1.4 T+0.5 P-0.5 S-1.4"),
        ("chicken", "T+1.5 R+0 S-1.5 P-2.9"),
        ("deadlock", "T+1.5 P+0 R-0.5 S-1"),
    ],
)
def test_the_type_test_knows_what_each_pair_of_stances_is_worth(shipped, crisis_type, payoffs):
    """The matrices' payoffs of rulebook 6, in a crisis whose responses move nothing."""
    plain = re.sub(
        r"\n      effects:(\n        - [^\n]+)+", "", shipped.files["crises/deadlock.yaml"]
    )
    other = "stag-hunt" if crisis_type == "deadlock" else "deadlock"
    matrices = shipped.files["crises/matrices.yaml"]
    swapped = (
        matrices.replace(f"slug: {crisis_type}", "slug: @")
        .replace(f"slug: {other}", f"slug: {crisis_type}")
        .replace("slug: @", f"slug: {other}")
    )
    relabelled = plain.replace("type: deadlock", f"type: {other}")
    files = {
        **shipped.files,
        "crises/deadlock.yaml": relabelled,
        "crises/matrices.yaml": swapped,
    }

    (message,) = {
        problem.message
        for problem in problems_of(files)
        if problem.message.startswith(f"crisis 'scuds' is no {other} for nato")
    }

    shown = message.partition("gives ")[2].partition(", not")[0]
    assert sorted(shown.split()) == sorted(payoffs.split())
