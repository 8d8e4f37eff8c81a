"""What each command of the command line does. Imported one by one, when called."""
