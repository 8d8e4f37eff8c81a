"""Two people at one window: on no screen is anything that the one who looks may not know."""

from game.content import load_content
from game.content.vocabulary import LADDERS
from game.engine.events import CardSeen
from game.match import Match
from game.paths import data_path
from game.ui.board.map_panel import MapPanel
from game.ui.desk import Desk
from game.ui.scenes.match_scene import MatchScene
from game.ui.scenes.title import TitleScene
from game.ui.sitting import Sitting
from game.words import card_title, crisis_title, mandate_title, site_name, step_title
from tests.ui.pilot import Pilot
from tests.ui.players import MousePlayer

ROUNDS = 2
"""Later a deck is shuffled anew, and what was public is in a hand again."""


class Spy(MousePlayer):
    """Plays, and reads every screen with all its tooltips, news and the whole log."""

    def card(self) -> None:
        """Now and then do something face down, so that there is more to hide."""
        if self.turns % 2 and not self.pilot.find("play:face-down").barred:
            self.pilot.click("play:face-down")
            self.pick("group:hide-site")
            self.pick("use:")
        super().card()

    def _look(self) -> None:
        super()._look()
        sitting = getattr(self.pilot.scene, "sitting", None)
        if isinstance(sitting, Sitting) and sitting.match.to_move is not None:
            self._read(sitting)

    def _read(self, sitting: Sitting) -> None:
        seen = self._everything()
        looking = sitting.viewer
        for side in (0, 1):
            if side != looking:
                found = [secret for secret in _secrets(sitting, side) if secret in seen]
                assert not found, f"{side}'s {found} on {type(self.pilot.scene).__name__}"
        self._watch_map(sitting)

    def _everything(self) -> str:
        """Return all words of the screen: widgets, tooltips, news, dialog, and the log."""
        scene = self.pilot.scene
        widgets = [*scene.root.walk(), *scene.tree.walk(), scene.toasts]
        hints = [widget.hint for widget in widgets if widget.hint is not None]
        parts = [widget.says() for widget in widgets]
        parts += [f"{hint.title} {hint.text}" for hint in hints]
        if isinstance(scene, MatchScene):
            viewer = scene.sitting.viewer
            parts += [line.text for line in scene.sitting.log(viewer)]
        return "\n".join(parts)

    def _watch_map(self, sitting: Sitting) -> None:
        """Let no site of the other side be marked as undeclared that was not seen."""
        maps = [one for one in self.pilot.scene.root.walk() if isinstance(one, MapPanel)]
        for panel in maps:
            assert sitting.viewer is not None, "no map without somebody who may look"
            seen = {site.slug for site in sitting.view.sites if site.seen}
            hidden = {mark.slug for mark in panel.marks if mark.undeclared}
            own = {mark.slug for mark in panel.marks if mark.side == sitting.viewer}
            assert hidden <= own | seen


def _secrets(sitting: Sitting, side: int) -> list[str]:
    """Return the names of what a side alone knows: mandate, hand, what it played face down."""
    words, match = sitting.words, sitting.match
    view = match.view(side)
    looks = [] if sitting.viewer is None else match.events(sitting.viewer)
    shown = {card for event in looks if isinstance(event, CardSeen) for card in event.cards}
    cards = [card for card in (*view.hand, *view.own_face_down) if card not in shown]
    content = match.content
    public = {site_name(words, site.slug) for site in view.sites}
    public |= {crisis_title(words, slug) for slug in content.crises}
    public |= {step_title(words, ladder, step) for ladder in LADDERS for step in range(1, 5)}
    names = [title for card in cards if (title := card_title(words, card)) not in public]
    return names if view.mandate is None else [*names, mandate_title(words, view.mandate)]


def _play(pilot: Pilot, pictures, number: str) -> tuple[Spy, Match]:
    pilot.click("new")
    pilot.click("nato:human")
    pilot.click("russia:human")
    pilot.click("number")
    pilot.type(number)
    pilot.click("start")
    player = Spy(pilot, pictures)
    match = pilot.scene.sitting.match  # type: ignore[attr-defined]
    player.play(lambda: match.view(0).round > ROUNDS)
    return player, match


def test_no_screen_shows_what_the_one_who_looks_may_not_know(pilot, tmp_path):
    window = pilot(TitleScene(Desk(load_content(data_path()), "en", tmp_path)))
    player, match = _play(window, tmp_path, "5")
    assert {"CurtainScene", "BoardScene", "CrisisScene", "RevealScene"} <= player.kinds
    assert any(match.view(side).own_face_down for side in (0, 1)), "nothing was hidden"
