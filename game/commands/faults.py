"""An input that is at fault and has no error of its own elsewhere."""


class InputError(ValueError):
    """What was given on the command line can't be used; the message is one line."""
