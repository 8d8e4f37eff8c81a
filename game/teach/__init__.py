"""Teaching: the debrief of a match, reports, and a whole class's results."""
