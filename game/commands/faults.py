"""An input that is at fault and has no error of its own elsewhere."""

from pathlib import Path

from game.told import Told, ToldError, Value, mark


class InputError(ToldError, ValueError):
    """What was given on the command line can't be used; the message is one line."""

    def __init__(self, message: str, /, **values: Value) -> None:
        if isinstance(message, Told):
            super().__init__(message.message, **message.values)
        else:
            super().__init__(message, **values)


def cant_write(option: str, path: Path, error: OSError) -> InputError:
    """Return the error of an option whose file can't be written."""
    reason = error.strerror or str(error)
    message = mark("{option} {path}: {reason}")
    return InputError(message, option=option, path=str(path), reason=reason)
