"""The board: the map of Europe, its sites and what they reach."""
