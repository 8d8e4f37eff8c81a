"""What packs bring beside the data that is played with: is all of it right?

It is asked when a pack is read, not when a save is: a match goes on with its own copy of the
data, whether its lesson or its pictures would still be let in or not.
"""

from game.content.errors import ContentError, Problem
from game.content.lessons import has_plan, pack_plans
from game.content.pictures import unfit_pictures
from game.content.specs import Content


def problems_beside(content: Content) -> tuple[Problem, ...]:
    """Return what is wrong with the lessons and the pictures of the packs of content."""
    found = list(unfit_pictures(content))
    try:
        plans = pack_plans(content)
    except ContentError as error:
        return (*error.problems, *found)
    for slug, plan in plans.items():
        if has_plan(slug):
            message = f"lesson '{slug}' is the game's own: give yours another name"
            found.append(Problem(plan.place, message))
    return tuple(found)
