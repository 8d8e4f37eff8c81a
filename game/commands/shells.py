"""What shells complete with: the scripts for bash, zsh and fish.

Each follows the words that are typed down to a command, its *place*, and then offers what
fits there. bash and zsh differ in how that is begun, and share the rest.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

Values: TypeAlias = tuple[str, ...] | None
"""What may follow: one of these words, a file if it is `FILES`; `None` if nothing follows."""

FILES: Final = ("/",)


@dataclass(frozen=True)
class Option:
    """An option, under all its names."""

    names: tuple[str, ...]
    words: str
    values: Values


@dataclass(frozen=True)
class Place:
    """A command as far as it is typed, such as `packs add`, and what can follow it.

    Attributes:
        path: The words of the command; empty at the beginning.
        commands: Commands below it, with what is said of them.
        operands: What can follow that is no option.
    """

    path: str
    commands: Mapping[str, str]
    options: tuple[Option, ...]
    operands: Values


def _cases(places: tuple[Place, ...], name: str) -> Iterator[str]:
    """Yield the part that bash and zsh have in common: what is offered where."""
    yield '    case "$place $last" in'
    for place in places:
        for option in place.options:
            if option.values is not None:
                heads = "|".join(f'"{place.path} {one}"' for one in option.names)
                yield f"        {heads}) {_offer(option.values, name)}; return ;;"
    yield '    esac\n    case "$place" in'
    for place in places:
        yield f'        "{place.path}") {_offers(place, name)} ;;'
    yield "    esac"


def _offers(place: Place, name: str) -> str:
    """Return what is offered at a place: options once a `-` is typed, else what there is."""
    options = _offer(tuple(one for option in place.options for one in option.names), name)
    others = tuple(place.commands) or place.operands
    if not others:
        return options
    return f"if [[ $current == -* ]]; then {options}; else {_offer(others, name)}; fi"


def _offer(values: tuple[str, ...], name: str) -> str:
    """Return the call that offers words or files; words may be none."""
    return f"_{name}_files" if values == FILES else " ".join((f"_{name}_words", *values))


def _known_places(places: tuple[Place, ...]) -> str:
    """Return a pattern of all commands, as each stands behind the one that it is below."""
    split = (place.path.rpartition(" ") for place in places if place.path)
    return "|".join(f'"{above} {last}"' for above, _, last in split)


def _in_bash(program: str, places: tuple[Place, ...]) -> Iterator[str]:
    """Yield the script for bash 4.4 or later."""
    name = program.replace("-", "_")
    yield _BASH_HEAD.format(name=name, places=_known_places(places))
    yield from _cases(places, name)
    yield f"}}\ncomplete -F _{name} {program}"


def _in_zsh(program: str, places: tuple[Place, ...]) -> Iterator[str]:
    """Yield the script for zsh: for a folder of `fpath`, or to be read in."""
    name = program.replace("-", "_")
    yield _ZSH_HEAD.format(program=program, name=name, places=_known_places(places))
    yield from _cases(places, name)
    yield f'}}\n[[ $funcstack[1] = _{program} ]] && _{name} "$@" || compdef _{name} {program}'


def _in_fish(program: str, places: tuple[Place, ...]) -> Iterator[str]:
    """Yield the script for fish, which also shows what is said of each word."""
    name = program.replace("-", "_")
    below = " ".join(f"'{place.path}'" for place in places if place.path)
    yield _FISH_HEAD.format(program=program, name=name, places=below)
    for place in places:
        head = f"complete -c {program} -n \"__{name}_at '{place.path}'\""
        for word, said in place.commands.items():
            yield f"{head} -a {word} -d {_quoted(said)}"
        for option in place.options:
            kinds = " ".join(_fish_name(one) for one in option.names)
            yield f"{head} {kinds}{_fish_values(option.values)} -d {_quoted(option.words)}"
        if place.operands is not None:
            yield f"{head}{_fish_values(place.operands).replace(' -x', '').replace(' -r', '')}"


def _fish_name(option: str) -> str:
    return f"-l {option[2:]}" if option.startswith("--") else f"-s {option[1:]}"


def _fish_values(values: Values) -> str:
    if values is None:
        return ""
    if values == FILES:
        return " -r -F"
    return f" -x -a '{' '.join(values)}'"


def _quoted(words: str) -> str:
    """Return a text between quotation marks that fish leaves alone."""
    plain = words.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{plain}'"


_BASH_HEAD: Final = """\
_{name}_words() {{
    mapfile -t -O "${{#COMPREPLY[@]}}" COMPREPLY < <(compgen -W "$*" -- "$current")
}}
_{name}_files() {{ compopt -o default; }}
_{name}() {{
    # bash breaks words at colons, which seats have: they are taken from the line itself.
    local line=${{COMP_LINE:0:COMP_POINT}} place="" last="" current word
    local -a typed
    read -ra typed <<<"$line"
    if [[ $line == *[[:space:]] ]]; then typed+=(""); fi
    current=${{typed[-1]}}
    for word in "${{typed[@]:1:${{#typed[@]}}-2}}"; do
        last=$word
        case "$place $word" in {places}) place="${{place:+$place }}$word" ;; esac
    done
    COMPREPLY=()
    _{name}_offer
    if [[ $current == *:* ]]; then COMPREPLY=("${{COMPREPLY[@]#"${{current%:*}}:"}}"); fi
}}
_{name}_offer() {{"""

_ZSH_HEAD: Final = """\
#compdef {program}
_{name}_words() {{ compadd -- "$@" }}
_{name}_files() {{ _files }}
_{name}() {{
    local place="" last="" current="$words[CURRENT]" word
    for word in "${{(@)words[2,CURRENT-1]}}"; do
        last=$word
        case "$place $word" in {places}) place="${{place:+$place }}$word" ;; esac
    done"""

_FISH_HEAD: Final = """\
function __{name}_at
    set -l place ''
    for word in (commandline -opc)[2..]
        if contains -- (string trim "$place $word") {places}
            set place (string trim "$place $word")
        end
    end
    test "$place" = "$argv[1]"
end
complete -c {program} -f"""

WRITERS: Final[dict[str, Callable[[str, tuple[Place, ...]], Iterator[str]]]] = {
    "bash": _in_bash,
    "zsh": _in_zsh,
    "fish": _in_fish,
}
"""Who writes the script for a shell, given the program's name and its places."""
