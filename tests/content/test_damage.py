"""However the data is damaged, it reads as content or says what is wrong (rulebook 8)."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.content import ContentError, content_from_files

SCRAPS = (
    "",
    " ",
    ":",
    "- ",
    "[",
    "}",
    "{}",
    "[]",
    "null",
    "-1",
    "9999999999",
    "true",
    "rota",
    "nobody",
    "&a ",
    "*a",
    "!!binary ",
    "\n",
    "\n  ",
    "\t",
    "\x00",
    "'",
    '"\\ud800"',
    ">-\n",
    "firm",
    "deadlock",
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_word_of_the_data_replaced_by_anything(shipped, data):
    name = data.draw(st.sampled_from(sorted(shipped.files)))
    lines = shipped.files[name].split("\n")
    number = data.draw(st.integers(0, len(lines) - 1))
    words = lines[number].split(" ")
    index = data.draw(st.integers(0, len(words) - 1))
    words[index] = data.draw(st.sampled_from(SCRAPS) | st.text(max_size=8))
    lines[number] = " ".join(words)

    try:
        content_from_files({**shipped.files, name: "\n".join(lines)})
    except ContentError as error:
        problems = error.problems
    else:
        problems = ()

    assert all(str(problem).startswith("data/") for problem in problems)
