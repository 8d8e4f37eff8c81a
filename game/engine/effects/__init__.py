"""The verbs of cards and crises, compiled once to closures over ints (rulebook 8)."""
