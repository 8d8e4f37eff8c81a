"""What complete data has to keep beyond the shape of its files (rulebook 8 and 10).

One file per concern; each gives the problems of a whole `Content` that could be read.
"""
