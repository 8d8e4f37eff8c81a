"""However a pack is damaged, it reads as content or says where it is wrong, and never fails."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import ContentError
from game.content.pack_files import layer_of_pack
from game.content.packs import read_pack, zipped
from game.engine import new_state
from tests.content.test_damage import SCRAPS
from tests.packs.refusing import MOST_CALLS
from tests.packs.samples import example, folder_of, zip_bytes
from tests.work import counted

HOSTILE = (
    *SCRAPS,
    "\u202e",
    "\x1b[2J",
    "../../x",
    "9" * 40,
    "- " * 30,
    "{a: " * 30,
    "[" * 30,
    "? ",
    "%YAML 1.1\n---\n",
    "numbers",
    "replaces",
    "my-pack",
    "{site}",
    "{0.__class__}",
    "%s%n",
)
NAMES = (
    *example(),
    "rules/numbers.yaml",
    "sites/nato.yaml",
    "mandates.yaml",
    "capitals.yaml",
    "crises/matrices.yaml",
    "ladders.yaml",
    "locale/fr.po",
    "lessons/plans/my-pack-period.yaml",
    "pictures/my-pack.png",
    "pictures/my-pack.jpg",
    "../x.yaml",
    "Pack.yaml",
    "scenarios/nul.yaml",
)
QUIET = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def read(path):
    """Read a pack; return its content, or nothing after every line was looked at."""
    with counted() as work:
        content = _read(path)
    assert work.calls < MOST_CALLS
    return content


def _read(path):
    try:
        return read_pack(path).content
    except ContentError as error:
        for problem in error.problems:
            assert str(problem).startswith((path.name, "data/"))
            assert str(problem).isprintable()
        return None


def play(content):
    """Play what was read: what is let in has to be playable to its end."""
    for slug in content.scenarios:
        if slug in content.standard["scenarios"]:
            continue
        state, decided = new_state(content, slug, 1), 0
        while state.to_move is not None and decided < 2000:
            actions = state.legal_actions()
            state.apply(actions[decided * 7919 % len(actions)])
            decided += 1
        assert state.outcome is not None


@QUIET
@given(data=st.data())
def test_words_replaced_by_anything(tmp_path, data):
    files = example()
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from([one for one in files if one.endswith(".yaml")]))
        lines = files[name].split("\n")
        number = data.draw(st.integers(0, len(lines) - 1))
        words = lines[number].split(" ")
        index = data.draw(st.integers(0, len(words) - 1))
        words[index] = data.draw(st.sampled_from(HOSTILE) | st.text(max_size=8))
        lines[number] = " ".join(words)
        files[name] = "\n".join(lines)
    path = tmp_path / "fuzz.zip"
    path.write_bytes(
        zip_bytes({n: t.encode("utf-8", "surrogatepass") for n, t in files.items()})
    )

    content = read(path)

    if content is not None:
        play(content)
        assert path.write_bytes(zipped(layer_of_pack(path)))
        assert read(path) is not None


@QUIET
@given(
    files=st.dictionaries(
        st.sampled_from(NAMES) | st.text(min_size=1, max_size=12),
        st.binary(max_size=200) | st.sampled_from([text.encode() for text in HOSTILE]),
        max_size=5,
    )
)
def test_files_of_any_name_and_bytes_in_a_zip(tmp_path, files):
    names = {
        name.encode("utf-8", "replace").decode(): data
        for name, data in files.items()
        if "\x00" not in name
    }
    path = tmp_path / "fuzz.zip"
    path.write_bytes(zip_bytes({**example(), **names}))

    read(path)


@QUIET
@given(data=st.data())
def test_bytes_of_a_zip_changed_anywhere(tmp_path, data):
    whole = bytearray(zip_bytes(example()))
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(whole)) | st.just(len(whole)))
    path = tmp_path / "fuzz.zip"
    path.write_bytes(whole[:end])

    read(path)


@QUIET
@given(data=st.binary(max_size=400))
def test_any_bytes_behind_the_beginning_of_a_zip(tmp_path, data):
    path = tmp_path / "fuzz.zip"
    path.write_bytes(b"PK\x03\x04" + data)

    assert read(path) is None


@QUIET
@given(
    name=st.sampled_from([one for one in NAMES if "." in one and ".." not in one]),
    data=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode()),
)
def test_any_bytes_in_a_file_of_a_folder(tmp_path_factory, name, data):
    folder = folder_of({**example(), name: data}, tmp_path_factory.mktemp("fuzz") / "pack")

    read(folder)
