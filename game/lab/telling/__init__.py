"""Reports as pages: the numbers of the lab in words, tables and pictures."""
