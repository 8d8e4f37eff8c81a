"""The debrief and the class report in words: chapters, and the page made of them."""
