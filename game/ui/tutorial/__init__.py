"""The guide through a first match: notes beside the play, each at the moment it is needed."""
