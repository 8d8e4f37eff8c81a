"""Packs are found, installed, played for their own scenarios alone, and removed again."""

import os
import stat
import sys
import zipfile

import pytest

from game.content import ContentError, load_content
from game.content import packs as shelf
from game.content.manifest import is_later
from game.content.pack_files import layer_of_pack
from game.content.packs import (
    PackError,
    all_contents,
    content_for,
    install,
    installed,
    read_pack,
    remove,
    standing,
    zipped,
)
from game.content.selection import content_of
from game.engine import new_state
from game.match import Match, list_saved, pack_notice
from game.match.series import Series, play_series
from game.paths import UserFolderError, packs_dir
from tests.packs.samples import (
    SCENARIO,
    content_in,
    example,
    folder_of,
    installed_content,
    manifest_of,
    renamed,
    spoilt,
    zip_of,
)


@pytest.fixture
def folder(tmp_path):
    return folder_of(example(), tmp_path / "my-pack")


def own():
    return [one.name for one in installed() if not one.shipped]


# --------------------------------------------------------------- install and remove


def test_a_folder_is_installed_listed_and_removed(folder):
    pack = install(folder)

    assert pack.name == "my-pack"
    assert pack.scenarios == ("my-pack",)
    assert pack.path.parent == packs_dir()
    assert own() == ["my-pack"]
    assert remove("my-pack") == pack.path
    assert own() == []
    assert folder.is_dir()


def test_a_zip_is_installed_as_the_folder_is(folder, tmp_path):
    of_folder = install(folder).path.read_bytes()
    remove("my-pack")

    of_zip = install(zip_of(example(), tmp_path / "from a friend.zip")).path.read_bytes()

    assert of_zip == of_folder


def test_a_zip_with_one_folder_around_the_pack_and_what_systems_add(tmp_path):
    files = {f"my-pack/{name}": text for name, text in example().items()}
    files |= {"__MACOSX/my-pack/._pack.yaml": "x", "my-pack/.DS_Store": "x"}

    assert install(zip_of(files, tmp_path / "a.zip")).name == "my-pack"


def test_what_is_installed_holds_nothing_but_the_files_of_a_pack(folder):
    folder_of({".git/config": "x", ".schema/cards.json": "{}", "Thumbs.db": "x"}, folder)

    with zipfile.ZipFile(install(folder).path) as archive:
        assert set(archive.namelist()) == set(example())
        modes = {stat.S_IMODE(info.external_attr >> 16) for info in archive.infolist()}
    assert modes == {0o644}


def test_a_pack_made_again_from_its_files_is_the_same_to_the_byte(folder):
    assert zipped(layer_of_pack(folder)) == zipped(layer_of_pack(folder))


def test_a_pack_zipped_by_the_program_can_be_installed(folder, tmp_path):
    path = tmp_path / "shared.zip"
    path.write_bytes(zipped(layer_of_pack(folder)))

    there = manifest_of(installed_content(path))

    assert there.fingerprint == manifest_of(content_in(folder)).fingerprint


def test_a_pack_is_not_installed_twice(folder):
    install(folder)

    with pytest.raises(PackError, match="a pack “my-pack” is installed already"):
        install(folder)


def test_two_packs_do_not_bring_the_same_scenario(folder, tmp_path):
    install(folder)
    other = spoilt("pack.yaml", "name: my-pack", "name: other")

    with pytest.raises(PackError, match="its scenario “my-pack” is in the pack “my-pack”"):
        install(folder_of(other, tmp_path / "other"))


def test_a_pack_without_a_scenario_is_not_installed(tmp_path):
    files = {name: text for name, text in example().items() if name != SCENARIO}
    files["cards/nato.yaml"] = files["cards/nato.yaml"].replace(
        "  what_if: true", "  what_if: true\n  sources: [my-pack-notes]"
    )

    with pytest.raises(PackError, match="has no scenario, so nothing of it would be played"):
        install(folder_of(files, tmp_path / "cards-only"))


def test_a_pack_may_not_take_the_name_of_one_that_comes_with_the_game(tmp_path):
    shipped = next(one.name for one in installed() if one.shipped)
    files = spoilt("pack.yaml", "name: my-pack", f"name: {shipped}")

    with pytest.raises(PackError, match="installed already"):
        install(folder_of(files, tmp_path / "same"))
    with pytest.raises(PackError, match="comes with the game"):
        remove(shipped)


def test_a_name_that_nothing_bears_cannot_be_removed():
    with pytest.raises(PackError, match="there is no pack “nothing”"):
        remove("nothing")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/", "", ".", "my-pack.zip"])
def test_no_path_is_removed_by_way_of_a_name(folder, name):
    install(folder)

    with pytest.raises(PackError, match="there is no pack"):
        remove(name)
    assert own() == ["my-pack"]


def test_a_folder_that_the_player_put_there_is_used_but_not_removed(folder):
    own_folder = folder_of(example(), packs_dir() / "mine")

    assert content_for("my-pack").scenarios["my-pack"].title == "My Pack"
    with pytest.raises(PackError, match="remove it by hand"):
        remove("my-pack")
    assert (own_folder / "pack.yaml").is_file()


def test_there_is_an_end_to_how_many_may_be_installed(folder, monkeypatch):
    monkeypatch.setattr(shelf, "MOST_INSTALLED", 1)

    with pytest.raises(PackError, match="packs already: remove one first"):
        install(folder)


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="everything may be written here",
)
def test_a_place_that_cannot_be_written_to_is_told(folder):
    packs_dir().chmod(0o500)

    with pytest.raises(UserFolderError):
        install(folder)


def test_nothing_half_written_is_left_where_the_disk_is_full(folder, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(UserFolderError, match="No space left on device"):
        install(folder)
    assert list(packs_dir().iterdir()) == []


# ------------------------------------------------------------------ what they change


def test_a_pack_changes_nothing_but_its_own_scenarios(folder):
    before = load_content()
    install(folder)

    assert load_content() == before
    assert content_for("long-negotiation") == before
    assert content_for(None) == before
    assert "my-pack-open-radar" in content_for("my-pack").cards


def test_two_packs_know_nothing_of_each_other(folder, tmp_path):
    install(folder)
    install(folder_of(renamed("second"), tmp_path / "second"))

    assert "my-pack-open-radar" not in content_for("second").cards
    assert "second-open-radar" not in content_for("my-pack").cards
    assert len(list(all_contents())) == 1 + len(installed())


def test_a_broken_pack_is_listed_and_breaks_nothing_else(folder):
    install(folder)
    (packs_dir() / "pack-broken.zip").write_bytes(b"PK\x03\x04 and no more")
    folder_of({"pack.yaml": "name: [\n"}, packs_dir() / "half")

    there = {one.name: one for one in installed()}

    assert there["pack-broken"].content is None
    assert there["pack-broken"].problems
    assert there["half"].problems
    assert there["my-pack"].scenarios == ("my-pack",)
    assert content_for("my-pack").packs


def test_a_pack_that_is_changed_on_the_disk_is_read_again():
    own_folder = folder_of(example(), packs_dir() / "mine")
    assert content_for("my-pack").scenarios["my-pack"].tension == 5

    folder_of(spoilt(SCENARIO, "tension: 5", "tension: 4"), own_folder)

    assert content_for("my-pack").scenarios["my-pack"].tension == 4


def test_what_a_manifest_says_is_replaced_is_so_for_its_own_scenarios_only(tmp_path):
    files = spoilt("pack.yaml", "replaces: []", "replaces: [n-sensors]")
    card = load_content().files["cards/nato.yaml"].split("\n- slug: n-vienna")[0]
    files["cards/nato.yaml"] += card.split("../sources.yaml.\n")[1].replace(
        "Bring your own sensors", "Bring nothing"
    )
    install(folder_of(files, tmp_path / "my-pack"))

    assert content_for("my-pack").cards["n-sensors"].title == "Bring nothing"
    assert load_content().cards["n-sensors"].title == "Bring your own sensors"


def test_a_pack_may_bring_numbers_of_its_own_when_it_says_so(tmp_path):
    files = spoilt("pack.yaml", "replaces: []", "replaces: [numbers]")
    numbers = load_content().files["rules/numbers.yaml"]
    files["rules/numbers.yaml"] = numbers.replace("turns: 3", "turns: 2")

    content = installed_content(folder_of(files, tmp_path / "my-pack"))

    assert content.numbers.turns == 2
    assert load_content().numbers.turns == 3


def test_a_pack_may_not_take_the_place_of_a_scenario(tmp_path):
    files = renamed("long-negotiation")

    with pytest.raises(ContentError, match="is the game's own: give yours another name"):
        read_pack(folder_of(files, tmp_path / "x"))


# -------------------------------------------------------------------------- playing


def test_the_example_is_played_to_its_end(folder):
    install(folder)
    series = Series("my-pack", ("greedy", "reciprocator"), 3, 1)

    results = list(play_series(series, content_for("my-pack")))

    assert len(results) == 3
    assert all(result.rounds <= 3 for result in results)


def test_the_cards_of_the_example_come_into_play(folder):
    content = installed_content(folder)
    chosen = content_of(content, content.scenarios["my-pack"])

    assert {"my-pack-open-radar", "my-pack-open-post"} < chosen.cards.keys()
    assert len(chosen.cards) == 28
    assert "my-pack-balloon" in chosen.crises


def test_a_save_names_its_pack_and_says_when_it_is_gone_or_another(folder, tmp_path):
    content = installed_content(folder)
    saves = tmp_path / "saves"
    match = Match.start(content, "my-pack", 5, ("human", "human"), saves)
    match.close()
    assert match.path is not None
    first = match.path.read_text("ascii").splitlines()[1]

    assert manifest_of(content).fingerprint in first
    assert '"name":"my-pack","title":"My Pack","version":"1.0"' in first
    assert pack_notice(match.content) is None
    assert list_saved(saves)[0].title == "My Pack"

    remove("my-pack")
    resumed = Match.resume(match.path)
    resumed.play(resumed.view(0).legal_actions()[0])
    resumed.close()
    assert "is not installed here: the match goes on" in str(pack_notice(resumed.content))

    install(folder_of(spoilt(SCENARIO, "tension: 5", "tension: 4"), tmp_path / "new"))
    assert standing(resumed.content.packs[0]) == "changed"
    assert "is another one here than version 1.0" in str(pack_notice(resumed.content))
    assert resumed.content.scenarios["my-pack"].tension == 5


def test_a_match_of_the_game_itself_names_no_pack(tmp_path):
    match = Match.start(load_content(), "first-council", 5, ("human", "human"), tmp_path)
    match.close()

    assert match.path is not None
    assert '"packs"' not in match.path.read_text("ascii")
    assert pack_notice(match.content) is None
    assert list_saved(tmp_path)[0].title == ""


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [("1.0", "1", False), ("1.1", "1", True), ("0.10", "0.9.9", True), ("1", "1.0.1", False)],
)
def test_versions_are_compared_by_their_numbers(one, other, later):
    assert is_later(one, other) is later


@pytest.mark.parametrize("candidate", ["1.0.0rc1", "1.0rc2", "1.0.0.dev3", "1.0.0a1"])
def test_what_comes_before_a_release_plays_the_packs_of_the_release(candidate):
    assert not is_later("1.0", candidate)
    assert is_later("1.0.1", candidate)


# ---------------------------------------------------------------------- no endless event


def test_cards_that_all_open_crises_come_to_an_end(tmp_path):
    """Every card of a deck opens a crisis whose firm answers announce sites that call more."""
    crisis = load_content().files["crises/chicken.yaml"]
    opener = next(
        slug
        for slug, one in load_content().crises.items()
        if one.opener and one.type == "chicken"
    )
    assert opener in crisis
    files = example()
    for side in ("nato", "russia"):
        text = files[f"cards/{side}.yaml"]
        head, card = text.split("\n\n", 1)
        first = "open-radar" if side == "nato" else "open-post"
        cards = [
            card.replace(first, f"{side}-{n}").replace("    - initiative: 1\n", event)
            for n, event in enumerate(
                [f"    - draw: 5\n    - crisis: {opener}\n"] * 12,
            )
        ]
        files[f"cards/{side}.yaml"] = "\n".join([head, "", *cards])
    slugs = [f"my-pack-{side}-{n}" for side in ("nato", "russia") for n in range(12)]
    scenario = files[SCENARIO]
    begin, end = scenario.index("cards: #"), scenario.index("crises: #")
    files[SCENARIO] = scenario[:begin] + f"cards: [{', '.join(slugs)}]\n" + scenario[end:]
    content = content_in(folder_of(files, tmp_path / "storm"))

    for seed in range(20):
        state = new_state(content, "my-pack", seed)
        decided = 0
        while state.to_move is not None:
            actions = state.legal_actions()
            state.apply(actions[(seed * 7919 + decided * 104729) % len(actions)])
            decided += 1
            assert decided < 500
