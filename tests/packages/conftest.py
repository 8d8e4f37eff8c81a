"""One wheel and one sdist for all tests of packages, out of a copy of this checkout."""

from pathlib import Path

import pytest

from tests.packages.built import ROOT, Installed, build, copied, install


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, as a clone would be."""
    return copied(ROOT, tmp_path_factory.mktemp("source"))


@pytest.fixture(scope="session")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built out of the copy."""
    return build(source, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist, built out of the copy."""
    return build(source, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def player(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment into which somebody installed the wheel."""
    pytest.importorskip("pip")
    return install(wheel, tmp_path_factory.mktemp("player"))


@pytest.fixture(scope="session")
def packager(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment into which somebody installed the sdist."""
    pytest.importorskip("pip")
    return install(sdist, tmp_path_factory.mktemp("packager"))
