"""A match in the terminal, line by line, fit for a screen reader: nothing is drawn."""
