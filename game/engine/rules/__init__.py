"""The rules by chapter: set-up, ladders, sites, operations, council, crises, reckoning."""
