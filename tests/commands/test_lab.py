"""`lab`: what it prints and writes, and one line for every mistake."""

import json
import signal

import pytest

from game import cli
from game.commands import lab as lab_command
from game.lab.progress import Progress

SHORT = ("--scenario", "lisbon-to-chicago")


@pytest.fixture
def run(capsys):
    def run_main(*arguments):
        code = cli.main(["lab", *(str(argument) for argument in arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run_main


def test_a_report_is_printed_whole_where_no_file_is_named(run):
    code, out, err = run("balance", *SHORT, "--games", 3, "--nato", "open", "--russia", "firm")

    assert code == 0
    assert err == ""
    assert out.startswith("Balance\n=======\n")
    assert "Choices by kind of decision" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("balance", "--nato", "open", "--russia", "firm", "--swap", "--distrust"),
        ("balance", "--nato", "open", "--russia", "open", "--mandates", "forced"),
        ("ladder", "--seats", "open,firm", "--against", "firm"),
        ("strategies", "--seats", "open,firm"),
        ("ablation", "--seat", "open", "--denied", "deploy,term-step"),
        ("cards", "--nato", "open", "--russia", "reciprocator"),
    ],
)
def test_every_report_can_be_written_for_people_and_machines(run, tmp_path, arguments):
    command, *rest = arguments
    for suffix in ("html", "json", "txt"):
        file = tmp_path / f"report.{suffix}"

        code, out, _ = run(command, *SHORT, "--games", 2, *rest, "--out", file)

        assert code == 0
        assert out
        assert file.stat().st_size > 500
    assert json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))["report"]
    assert (tmp_path / "report.html").read_text(encoding="utf-8").endswith("</html>\n")


def test_the_same_options_write_the_same_bytes_for_any_number_of_jobs(run, tmp_path):
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    options = ("balance", *SHORT, "--games", 6, "--nato", "random", "--russia", "reciprocator")

    run(*options, "--out", one)
    run(*options, "--out", two, "--jobs", 2)

    assert one.read_bytes() == two.read_bytes()


def test_two_contents_are_compared(run, tmp_path):
    from game.paths import data_path  # noqa: PLC0415

    code, out, _ = run(
        *("compare", data_path(), data_path(), *SHORT, "--games", 2),
        *("--nato", "open", "--russia", "firm", "--out", tmp_path / "x.json"),
    )
    told = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))

    assert code == 0
    assert "Second less first" in out
    assert len(told["contents"]) == 2


@pytest.fixture
def interruptible():
    """Let an interrupt be one: what a shell starts in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_prints_and_writes_what_there_is(
    run, tmp_path, monkeypatch, sign, interruptible
):
    class Impatient(Progress):
        def __call__(self, done):
            if done == 3:
                signal.raise_signal(sign)

    monkeypatch.setattr(lab_command, "Progress", Impatient)
    file = tmp_path / "part.json"

    code, out, _ = run("balance", *SHORT, "--games", 9, "--nato", "open", "--out", file)
    told = json.loads(file.read_text(encoding="utf-8"))

    assert code == 130
    assert "Interrupted: 3 of 9 games were played" in out
    assert (told["played"], told["wanted"]) == (3, 9)
    assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("balance", "--scenario", "lisbon"), "no scenario “lisbon”"),
        (("balance", "--nato", "gredy"), "did you mean “greedy”?"),
        (("balance", "--nato", "human"), "no seat “human”"),
        (("ladder", "--seats", "greedy+seeing"), "no seat “greedy+seeing”"),
        (("ablation", "--denied", "deplo"), "did you mean “deploy”?"),
        (("balance", "--lang", "xx"), "no language “xx”"),
        (("balance", "--out", "no-such-folder/x.html"), "No such file or directory"),
        (("compare", "no-such-folder", "no-such-folder"), "no-such-folder"),
    ],
)
def test_a_mistake_is_told_in_one_line(run, arguments, complaint):
    code, out, err = run(*arguments)

    assert code == 1
    assert out == ""
    assert complaint in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("balance", "--games", "0"),
        ("balance", "--jobs", "-1"),
        ("balance", "--mandates", "wished"),
        ("balance", "--quantile", "1.5"),
        ("balance", "--out", "report.pdf"),
        ("compare", "data"),
    ],
)
def test_wrong_usage_is_told_in_one_line(run, arguments):
    code, out, err = run(*arguments)

    assert code == 2
    assert out == ""
    assert err.count("\n") == 1


def test_a_file_that_can_not_be_written_is_found_before_anything_is_played(run, tmp_path):
    code, _, err = run("balance", "--games", 100000, "--out", tmp_path / "no" / "x.html")

    assert code == 1
    assert str(tmp_path / "no" / "x.html") in err
