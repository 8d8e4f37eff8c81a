"""Sites as marks of the map: what the viewer knows of each, and nothing else."""

from collections.abc import Iterable

from game.content.specs import SiteSpec
from game.engine import View
from game.engine.view_parts import SiteState as Known
from game.ui.board.map_marks import SiteMark, SiteState
from game.ui.board.projection import Place
from game.ui.board.site_facts import holders
from game.words import Words, site_name


def site_marks(
    words: Words, view: View, *, selected: str = "", planned: Iterable[str] = ()
) -> tuple[SiteMark, ...]:
    """Return a mark for every site.

    ``selected`` has the ring of choice around it; at ``planned`` sites a deployment is
    being considered, so that their reach shows.
    """
    considered = frozenset(planned)
    return tuple(
        site_mark(
            words,
            view,
            known,
            selected=known.slug == selected,
            planned=known.slug in considered,
        )
        for known in view.sites
    )


def site_mark(
    words: Words, view: View, known: Known, *, selected: bool = False, planned: bool = False
) -> SiteMark:
    """Return the mark of a site. An undeclared one is in a view only for who knows of it."""
    spec = view.world.content.sites[known.slug]
    return SiteMark(
        slug=known.slug,
        side=known.side,
        glyph=spec.glyph,
        label=site_name(words, known.slug),
        place=place_of(spec),
        state=SiteState(known.state),
        build_rounds=known.rounds,
        pledge_rounds=known.pledge,
        at_risk=known.at_risk,
        undeclared=known.undeclared,
        selected=selected,
        reach_km=spec.reach_km,
        planned=planned,
        held_by=tuple(slug for _, slug in holders(view, known.slug)),
    )


def place_of(spec: SiteSpec) -> Place | None:
    """Return where a site is, or `None` for what has no place on the map."""
    if spec.latitude is None or spec.longitude is None:
        return None
    return Place(spec.latitude, spec.longitude)
