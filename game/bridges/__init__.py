"""The game as the libraries of researchers know games: OpenSpiel, PettingZoo, Gymnasium.

Each bridge is a module that is imported where its library is there (the extra `research`).
What a side is given, as a tensor, a string or a mask, is a function of its view alone.
"""
