"""An example of every command, shown at the end of its help."""

from typing import Final

EXAMPLES: Final = {
    "play": "play --scenario first-council --nato human --russia search:2",
    "text": "text --scenario first-council",
    "simulate": "simulate --nato open --russia firm --games 6 --save-dir class",
    "check": "check spring-talks",
    "replay": "replay class/long-negotiation-00001.match",
    "bench": "bench --rounds 1 --only clone",
    "lab": "lab balance --scenario first-council --games 20 --out balance.html",
    "report": "report class --out class.html",
    "class": "class --scenario lisbon-to-chicago --salt river",
    "handouts": "handouts --lesson introduction-45 --out handouts",
    "packs": "packs add spring-talks.zip",
    "new-pack": "new-pack spring-talks",
    "schema": "schema --out schema",
    "completion": "completion bash > ~/.local/share/bash-completion/completions/{program}",
    "licences": "licences",
}
"""What is typed behind the program's name, by command."""


def example(program: str, name: str) -> str:
    """Return the whole line that is an example of a command."""
    return f"{program} {EXAMPLES[name]}".replace("{program}", program)
