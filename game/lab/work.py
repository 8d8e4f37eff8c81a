"""Work: many games, played by this process, by several, or by a cluster.

Every game rests on its fixture and content alone and results are taken in the order of
the fixtures, so a report is the same whoever plays. A process or a machine that is lost
takes no result with it: its games are played again. A game that fails by a fault of the
program is told of, and the others go on. On an interrupt the games under way are played to
their end, and what there is is handed back.
"""

import pickle
import signal
import zlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, replace
from importlib import import_module
from multiprocessing import get_context
from typing import Final, TypeAlias

import game
from game.content import Content
from game.lab.account import Account
from game.lab.fixtures import Fixture
from game.lab.play import play

Watch: TypeAlias = Callable[[int], None]
"""Told after every game how many are done."""

_AHEAD: Final = 3
"""Games handed out for each process beyond the one that it plays."""
_CLUSTER_AHEAD: Final = 256
_MOST_LOSSES: Final = 5
PATIENCE: Final = 10
"""Seconds that a cluster has to answer."""


class WorkersLostError(RuntimeError):
    """Processes died again and again; something is wrong with them."""


class ClusterError(ValueError):
    """A cluster can't be used; the message is one line."""


@dataclass(frozen=True, slots=True)
class Crew:
    """Who plays: so many processes of this machine, or the cluster at an address."""

    jobs: int = 1
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """A game that couldn't be played, by a fault of the program; `what` is one line."""

    fixture: Fixture
    what: str


@dataclass(frozen=True, slots=True)
class Played:
    """The games that were played, in the order of their fixtures.

    Attributes:
        wanted: How many there were to be; fewer were played if it was interrupted.
        trouble: Why no more were played though nobody interrupted, one line, or empty.
    """

    accounts: tuple[Account, ...]
    wanted: int
    faults: tuple[Fault, ...] = ()
    trouble: str = ""

    @property
    def whole(self) -> bool:
        """Whether all games were played."""
        return len(self.accounts) == self.wanted


def play_all(
    fixtures: Sequence[Fixture], contents: Sequence[Content], crew: Crew, watch: Watch
) -> Played:
    """Play all fixtures, or as many as there is time for before an interrupt.

    Raises:
        ClusterError: There is no such cluster, or no way to reach one.
        WorkersLostError: Processes keep dying, and nothing was played.
    """
    done: dict[int, Account | Fault] = {}
    trouble = ""
    try:
        if crew.cluster is not None or crew.jobs > 1:
            _play_by_many(fixtures, contents, crew, watch, done)
        else:
            for number, fixture in enumerate(fixtures):
                done[number] = _played(fixture, contents[fixture.edition])
                watch(len(done))
    except KeyboardInterrupt:
        # whoever stops a long run wants to see what it has found
        pass
    except (ClusterError, WorkersLostError) as error:
        if not done:
            raise
        trouble = str(error)
    results = [done[number] for number in sorted(done)]
    return Played(
        accounts=tuple(one for one in results if isinstance(one, Account)),
        wanted=len(fixtures),
        faults=tuple(one for one in results if isinstance(one, Fault)),
        trouble=trouble,
    )


def _played(fixture: Fixture, content: Content) -> Account | Fault:
    """Play a game, or say what was wrong."""
    try:
        return play(fixture, content)
    except Exception as error:  # noqa: BLE001 - one game's fault mustn't cost an hour of others
        what = f"{type(error).__name__}: {error}".splitlines()[0]
        return Fault(fixture, what)


def _play_by_many(
    fixtures: Sequence[Fixture],
    contents: Sequence[Content],
    crew: Crew,
    watch: Watch,
    done: dict[int, Account | Fault],
) -> None:
    """Play fixtures by an executor; a broken one is replaced and plays what is missing."""
    parcels = [_Parcel.of(content) for content in contents]
    for _ in range(_MOST_LOSSES):
        missing = [number for number in range(len(fixtures)) if number not in done]
        if not missing:
            return
        with _executor(crew, parcels) as (executor, ahead):
            known = parcels if crew.cluster else [parcel.named() for parcel in parcels]
            try:
                _hand_out(executor, ahead, fixtures, known, missing, watch, done)
            except (BrokenProcessPool, CancelledError):
                continue
    if len(done) < len(fixtures):
        raise WorkersLostError("the processes that play keep dying")


def _hand_out(
    executor: Executor,
    ahead: int,
    fixtures: Sequence[Fixture],
    parcels: Sequence["_Parcel"],
    missing: Sequence[int],
    watch: Watch,
    done: dict[int, Account | Fault],
) -> None:
    """Keep the executor busy until the missing games are played."""
    waiting = iter(missing)
    under_way: dict[Future[Account | Fault], int] = {}

    def fill() -> None:
        while len(under_way) < ahead:
            number = next(waiting, None)
            if number is None:
                return
            fixture = fixtures[number]
            future = executor.submit(_play_parcel, fixture, parcels[fixture.edition])
            under_way[future] = number

    def take(finished: set[Future[Account | Fault]]) -> None:
        for future in finished:
            done[under_way.pop(future)] = future.result()
            watch(len(done))

    try:
        fill()
        while under_way:
            take(wait(under_way, return_when=FIRST_COMPLETED).done)
            fill()
    except KeyboardInterrupt:
        running = {future for future in under_way if not future.cancel()}
        # the interrupt may have met processes that were only starting
        with suppress(BrokenProcessPool, CancelledError):
            take(wait(running).done)
        raise


@contextmanager
def _processes(jobs: int, parcels: Sequence["_Parcel"]) -> Iterator[tuple[Executor, int]]:
    """Open so many processes; they get the contents, and leave an interrupt to this one.

    With every game the contents would fill the pipe of the pool: it waits for ever on a
    process that dies in the middle of it (CPython issue 94777).
    """
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _begin, (tuple(parcels),))
    with pool:
        yield pool, jobs * (1 + _AHEAD)


@contextmanager
def _cluster(address: str) -> Iterator[tuple[Executor, int]]:
    """Open a Dask cluster: its executor is like any other."""
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise ClusterError(
            "--cluster needs the package distributed: pip install 'defend-together[cluster]'"
        ) from error
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"--cluster {address}: no cluster answers there") from error
    with client, client.get_executor(pure=False, retries=_MOST_LOSSES) as executor:
        yield executor, _CLUSTER_AHEAD


def _executor(
    crew: Crew, parcels: Sequence["_Parcel"]
) -> AbstractContextManager[tuple[Executor, int]]:
    """Open the executor of a crew, with how many games to hand out at a time."""
    return _processes(crew.jobs, parcels) if crew.cluster is None else _cluster(crew.cluster)


@dataclass(frozen=True, slots=True)
class _Parcel:
    """A content, packed for the way to another process."""

    version: str
    fingerprint: str
    packed: bytes

    @classmethod
    def of(cls, content: Content) -> "_Parcel":
        return cls(game.__version__, content.fingerprint, zlib.compress(pickle.dumps(content)))

    def named(self) -> "_Parcel":
        """Return the parcel by name alone, for a process that has opened it."""
        return replace(self, packed=b"")

    def open(self) -> Content:
        """Return the content; each process unpacks it once.

        Raises:
            ClusterError: This machine has another version of the game.
        """
        if game.__version__ != self.version:
            own = game.__version__
            raise ClusterError(f"a worker has version {own} of the game, not {self.version}")
        content = _contents.get(self.fingerprint)
        if content is None:
            content = _contents[self.fingerprint] = pickle.loads(zlib.decompress(self.packed))
        return content


_contents: dict[str, Content] = {}
"""What this process has unpacked, by fingerprint."""


def _play_parcel(fixture: Fixture, parcel: _Parcel) -> Account | Fault:
    """Play a game in another process."""
    return _played(fixture, parcel.open())


def _begin(parcels: Sequence[_Parcel]) -> None:
    """Begin a process: the first one alone decides what an interrupt means."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for parcel in parcels:
        parcel.open()
