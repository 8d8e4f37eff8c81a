"""The closed sets of words that lessons may use."""

from typing import Final, Literal, TypeAlias, get_args

TriggerName: TypeAlias = Literal[
    "start",
    "round-begins",
    "last-round",
    "package-tabled",
    "package-agreed",
    "package-refused",
    "council-empty",
    "pledge-made",
    "pledge-broken",
    "signal",
    "signal-answered",
    "joint-level",
    "suspension",
    "first-deployment",
    "deployment-answered",
    "withdrawal",
    "face-down",
    "undeclared-found",
    "undeclared-declared",
    "crisis-prisoners-dilemma",
    "crisis-stag-hunt",
    "crisis-chicken",
    "crisis-deadlock",
    "crisis-firm-firm",
    "crisis-firm-measured",
    "crisis-firm-open",
    "crisis-measured-measured",
    "crisis-measured-open",
    "crisis-open-open",
    "incident",
    "cause-public",
    "tension-7",
    "tension-eased",
    "assurance-low",
    "support-low",
    "exposure",
    "door-strained",
    "door-closed",
    "brink",
    "verdict",
]
"""What can happen in a match, in view of all, that a teacher may want to stop at."""
TRIGGERS: Final[tuple[TriggerName, ...]] = get_args(TriggerName)

ConceptName: TypeAlias = Literal[
    "security-dilemma",
    "spiral",
    "costly-signal",
    "reciprocity",
    "commitment-problem",
    "verification",
    "two-level-game",
    "prisoners-dilemma",
    "stag-hunt",
    "chicken",
    "deadlock",
    "brinkmanship",
    "noise",
    "misperception",
    "arms-control",
]
"""Ideas of the study of conflict and cooperation that a match can show."""
CONCEPTS: Final[tuple[ConceptName, ...]] = get_args(ConceptName)

HandoutName: TypeAlias = Literal[
    "rules",
    "brief-nato",
    "brief-russia",
    "cards-nato",
    "cards-russia",
    "ideas",
    "worksheet",
    "key",
    "quick-start",
    "rulebook",
]
"""What can be printed for a lesson."""
HANDOUTS: Final[tuple[HandoutName, ...]] = get_args(HandoutName)

TopicName: TypeAlias = Literal[
    "introduction", "security-dilemma", "verification", "two-level-politics"
]
TOPICS: Final[tuple[TopicName, ...]] = get_args(TopicName)

RoomName: TypeAlias = Literal["tables", "projector"]
"""`tables`: a computer for each pair; `projector`: one computer that the class looks at."""

StepKind: TypeAlias = Literal["brief", "play", "talk", "write"]

LessonSeat: TypeAlias = Literal["human", "search:1", "search:2", "search:3", "greedy"]
"""Who may sit at a table: people, or a player of the computer's that a class code can name."""
