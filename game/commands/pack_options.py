"""What `packs`, `new-pack` and `schema` take on the command line."""

from pathlib import Path

from game.commands.options import Command, Commands, add_command, add_language
from game.words import Speech


def add_packs(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that lists, installs, removes and zips packs."""
    words = speech.text("packs of scenarios: list, install, remove, make one file of them")
    parser = add_command(commands, "packs", words, command)
    actions = parser.add_subparsers(metavar="ACTION", dest="action", required=True)
    listed = add_command(actions, "list", speech.text("which packs there are"), command)
    add_language(listed, speech)
    words = speech.text("check a folder or a zip, and install it")
    added = add_command(actions, "add", words, command)
    added.add_argument("path", metavar="PATH", type=Path)
    add_language(added, speech)
    words = speech.text("remove a pack; matches begun with it can still go on")
    removed = add_command(actions, "remove", words, command)
    removed.add_argument("name", metavar="NAME")
    add_language(removed, speech)
    words = speech.text("check a folder, and make one file of it to hand on")
    packed = add_command(actions, "zip", words, command)
    packed.add_argument("path", metavar="FOLDER", type=Path)
    packed.add_argument(
        "--out", metavar="FILE", type=Path, help=speech.text("without it NAME-VERSION.zip here")
    )
    add_language(packed, speech)
    words = speech.text("write a catalogue with all its texts, to be translated")
    spoken = add_command(actions, "translate", words, command)
    spoken.add_argument("path", metavar="FOLDER", type=Path)
    spoken.add_argument(
        "language", metavar="LANGUAGE", help=speech.text("such as {id}", id="fr")
    )
    add_language(spoken, speech)


def add_new_pack(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that begins a pack."""
    words = speech.text("begin a pack of your own: a small whole example with comments")
    parser = add_command(commands, "new-pack", words, command)
    parser.add_argument(
        "name", metavar="NAME", help=speech.text("small letters and digits, joined by hyphens")
    )
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        type=Path,
        help=speech.text("where its folder shall lie; without it here"),
    )
    add_language(parser, speech)


def add_schema(commands: Commands, command: Command, speech: Speech) -> None:
    """Add the command that writes the JSON schemas of the data."""
    words = speech.text("write JSON schemas, so that editors check data while you type")
    parser = add_command(commands, "schema", words, command)
    parser.add_argument("--out", metavar="FOLDER", type=Path, default=Path("schema"))
    add_language(parser, speech)
