"""The library: what there is to read of every card, crisis, site and source."""
