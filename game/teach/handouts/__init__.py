"""What is printed for a lesson: plans, rules, briefs, card lists, ideas, worksheets, keys."""

from game.teach.handouts.desk import Desk, desk_for
from game.teach.handouts.files import write_handouts
from game.teach.handouts.pages import handout_page
from game.teach.handouts.plan import handout_name, plan_page

__all__ = ["Desk", "desk_for", "handout_name", "handout_page", "plan_page", "write_handouts"]
