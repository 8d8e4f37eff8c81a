"""Make the sounds of the game: `python assets/sounds/make_sounds.py` writes them beside itself.

Each is reckoned from a few partials and a little noise, so that there is nothing to credit
and anybody can change one. They are dry, small, of wood and paper. NATO's note is D,
Russia's A, on the same instrument at the same level; the verdict's four notes are neither
of the two. All peaks lie under -12 dBFS.
"""

import math
import random
import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

RATE: Final = 32_000
"""Samples a second; one channel, 16 bits."""
PEAK: Final = 10 ** (-12.5 / 20)
D4: Final = 293.665
A4: Final = 440.0
C4: Final = 261.626
F4: Final = 349.228
G4: Final = 391.995
C2: Final = 65.406

Samples = list[float]
Partial = tuple[float, float, float]
"""Frequency in Hz, level, and the seconds in which it falls to a third."""


def silence(seconds: float) -> Samples:
    """Return nothing, for a time."""
    return [0.0] * round(RATE * seconds)


def struck(partials: Sequence[Partial], seconds: float, attack: float = 0.002) -> Samples:
    """Return what is struck once and dies away."""
    heard = silence(seconds)
    for frequency, level, fall in partials:
        turn = 2 * math.pi * frequency / RATE
        for n in range(len(heard)):
            heard[n] += level * math.sin(turn * n) * math.exp(-n / (RATE * fall))
    rise = max(1, round(RATE * attack))
    for n in range(min(rise, len(heard))):
        heard[n] *= n / rise
    return heard


def noise(seconds: float, low: float, high: float, seed: int) -> Samples:
    """Return noise between two frequencies."""
    luck = random.Random(seed)
    heard = [luck.uniform(-1, 1) for _ in range(round(RATE * seconds))]
    return _without_low(_without_high(_without_high(heard, high), high), low)


def _without_high(samples: Samples, limit: float) -> Samples:
    share = 1 - math.exp(-2 * math.pi * limit / RATE)
    held, heard = 0.0, []
    for sample in samples:
        held += share * (sample - held)
        heard.append(held)
    return heard


def _without_low(samples: Samples, limit: float) -> Samples:
    slow = _without_high(samples, limit)
    return [sample - low for sample, low in zip(samples, slow, strict=True)]


def swelling(samples: Samples, rise: float, power: float = 1.0) -> Samples:
    """Return samples that swell for a share `rise` of their time, then fade."""
    last = max(1, len(samples) - 1)
    shape = [n / last for n in range(len(samples))]
    level = [at / rise if at < rise else (1 - at) / (1 - rise) for at in shape]
    return [one * by**power for one, by in zip(samples, level, strict=True)]


def dying(samples: Samples, fall: float) -> Samples:
    """Return samples that fall to a third in so many seconds."""
    return [one * math.exp(-n / (RATE * fall)) for n, one in enumerate(samples)]


def mixed(*parts: tuple[float, float, Samples]) -> Samples:
    """Return parts together: when each begins, how loud, and what."""
    long = max(round(RATE * start) + len(part) for start, _, part in parts)
    heard = [0.0] * long
    for start, level, part in parts:
        first = round(RATE * start)
        for n, sample in enumerate(part):
            heard[first + n] += level * sample
    return heard


def bar(frequency: float, seconds: float = 0.9) -> Samples:
    """Return a wooden bar struck with a soft mallet: both sides' instrument."""
    partials = (
        (frequency, 1.0, 0.22),
        (3.98 * frequency, 0.16, 0.05),
        (9.2 * frequency, 0.05, 0.02),
    )
    return mixed(
        (0.0, 1.0, struck(partials, seconds)),
        (0.0, 0.12, dying(noise(0.03, 300, 2500, 11), 0.006)),
    )


def knock(pitch: float, seed: int) -> Samples:
    """Return a fingertip on wood."""
    partials = ((pitch, 1.0, 0.022), (2.4 * pitch, 0.5, 0.012), (4.1 * pitch, 0.2, 0.007))
    return mixed(
        (0.0, 1.0, struck(partials, 0.16, 0.0008)),
        (0.0, 0.5, dying(noise(0.02, 400, 4000, seed), 0.003)),
    )


def click(pitch: float, seed: int) -> Samples:
    """Return a small piece of metal against another."""
    partials = ((pitch, 1.0, 0.009), (1.61 * pitch, 0.6, 0.006), (2.3 * pitch, 0.3, 0.004))
    return mixed(
        (0.0, 1.0, struck(partials, 0.07, 0.0004)),
        (0.0, 0.6, dying(noise(0.012, 1200, 8000, seed), 0.002)),
    )


def paper() -> Samples:
    """A card is lifted: paper slides off paper."""
    return mixed(
        (0.0, 1.0, swelling(noise(0.075, 1800, 6500, 3), 0.35, 1.6)),
        (0.055, 0.6, swelling(noise(0.06, 2600, 8000, 4), 0.2, 1.8)),
    )


def stamp() -> Samples:
    """A seal: rubber on paper on a desk."""
    body = struck(((112, 1.0, 0.05), (178, 0.5, 0.03)), 0.3, 0.001)
    return mixed(
        (0.0, 1.0, body),
        (0.0, 0.9, dying(noise(0.08, 150, 1400, 5), 0.016)),
        (0.13, 0.18, swelling(noise(0.05, 1200, 5000, 6), 0.5)),
    )


def piece() -> Samples:
    """A wooden piece is set down."""
    wood = ((870, 1.0, 0.03), (1390, 0.6, 0.022), (2280, 0.35, 0.012), (240, 0.7, 0.03))
    return mixed(
        (0.0, 1.0, struck(wood, 0.22, 0.0006)),
        (0.0, 0.35, dying(noise(0.02, 500, 5000, 7), 0.003)),
    )


def drum() -> Samples:
    """Tension rises: one stroke, low."""
    heard, turn = [], 0.0
    for n in range(round(RATE * 0.7)):
        at = n / RATE
        turn += 2 * math.pi * (58 + 24 * math.exp(-at / 0.05)) / RATE
        rise = min(1.0, at / 0.004)
        heard.append(rise * math.sin(turn) * math.exp(-at / 0.17))
    return mixed((0.0, 1.0, heard), (0.0, 0.25, dying(noise(0.05, 120, 900, 8), 0.012)))


def string() -> Samples:
    """Tension reaches the zone of danger: one low string, held."""
    seconds, heard = 2.2, silence(2.2)
    for harmonic in range(1, 12):
        level = 1 / harmonic**1.35
        for n in range(len(heard)):
            at = n / RATE
            sway = 0.05 * math.sin(2 * math.pi * 4.6 * at) * min(1.0, at)
            heard[n] += level * math.sin(2 * math.pi * C2 * harmonic * at + harmonic * sway)
    for n in range(len(heard)):
        at = n / RATE
        heard[n] *= min(1.0, at / 0.25) * min(1.0, (seconds - at) / 0.8) ** 1.5
    return heard


def hinge() -> Samples:
    """The door opens: a hinge, turning faster."""
    parts, at = [], 0.0
    while at < 0.36:
        grain = struck(((640 + 900 * at, 1.0, 0.006), (1480 + 1500 * at, 0.5, 0.004)), 0.03)
        parts.append((at, 0.5 + 0.5 * math.sin(math.pi * at / 0.36), grain))
        at += 0.021 - 0.026 * at
    return mixed(*parts)


def latch() -> Samples:
    """The door is strained: it falls to, on the latch."""
    return mixed((0.0, 0.7, click(2500, 12)), (0.075, 1.0, click(1900, 13)))


def bolt() -> Samples:
    """The door is closed: a bolt slides, and stops."""
    return mixed(
        (0.0, 0.5, swelling(noise(0.15, 700, 3200, 14), 0.7)),
        (0.14, 1.0, struck(((165, 1.0, 0.04), (410, 0.6, 0.025)), 0.3, 0.001)),
        (0.14, 0.5, click(1500, 15)),
    )


def shutter() -> Samples:
    """A site comes to light: a camera's shutter."""
    return mixed(
        (0.0, 0.9, click(2100, 16)),
        (0.012, 0.5, swelling(noise(0.06, 1500, 6000, 17), 0.4)),
        (0.085, 1.0, click(1700, 18)),
    )


def page() -> Samples:
    """A round begins: a page turns."""
    return mixed(
        (0.0, 0.8, swelling(noise(0.3, 900, 4200, 19), 0.55, 1.4)),
        (0.2, 1.0, swelling(noise(0.12, 1800, 7000, 20), 0.25, 1.6)),
    )


def verdict() -> Samples:
    """The match is over: four notes, the same for any winner."""
    notes = (C4, G4, F4, G4)
    return mixed(*((0.3 * n, 1.0, bar(note, 1.1)) for n, note in enumerate(notes)))


SOUNDS: Final[dict[str, Callable[[], Samples]]] = {
    "paper": paper,
    "tap": lambda: knock(330, 1),
    "stamp": stamp,
    "piece": piece,
    "note-nato": lambda: bar(D4),
    "note-russia": lambda: bar(A4),
    "fifth": lambda: mixed((0.0, 1.0, bar(D4)), (0.0, 1.0, bar(A4))),
    "drum": drum,
    "string": string,
    "hinge": hinge,
    "latch": latch,
    "bolt": bolt,
    "shutter": shutter,
    "taps": lambda: mixed((0.0, 1.0, knock(300, 2)), (0.0, 1.0, knock(450, 2))),
    "page": page,
    "verdict": verdict,
}
"""How each sound is made, by the name of its file."""


def made(name: str) -> "array[int]":
    """Return a sound as it is written: its highest peak is the same in all of them."""
    samples = SOUNDS[name]()
    top = max(map(abs, samples))
    last = round(RATE * 0.008)
    for n in range(1, last + 1):
        samples[-n] *= n / last
    return array("h", (round(32767 * PEAK * sample / top) for sample in samples))


def write(name: str, folder: Path) -> Path:
    """Write a sound into a folder."""
    path = folder / f"{name}.wav"
    samples = made(name)
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    return path


def main() -> None:
    """Write every sound beside this file."""
    for name in SOUNDS:
        path = write(name, Path(__file__).parent)
        print(f"{path.name}: {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
