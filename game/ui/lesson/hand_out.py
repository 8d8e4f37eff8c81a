"""The hand-outs of a plan, written into a folder from the window."""

from game.content.lesson_specs import LessonSpec
from game.paths import UserFolderError, reports_dir
from game.teach.handouts import desk_for, write_handouts
from game.teach.prompts import lessons_of
from game.ui.desk import Desk
from game.ui.widgets.dialog import Dialog


def hand_out(desk: Desk, plan: LessonSpec) -> Dialog:
    """Write a plan and its hand-outs in the window's language; return what to say of it.

    Nothing is opened. What was written before for this plan and language is written anew.
    """
    words = desk.words
    title = words.text("The hand-outs can’t be written")
    try:
        folder = reports_dir() / f"{plan.slug}-{words.language}"
        content = desk.content_of(plan.scenario)
        lessons = lessons_of(content)
        table = desk_for(content, lessons, words.language, plan.scenario, plan)
        files = write_handouts(table, folder)
    except UserFolderError as error:
        line = words.told(error)
    except OSError as error:
        line = error.strerror or type(error).__name__
    else:
        title = words.text("The hand-outs are written")
        line = words.plural(
            "{n} page to open in a browser and print, in the folder {folder}",
            "{n} pages to open in a browser and print, in the folder {folder}",
            len(files),
            folder=str(folder),
        )
    return Dialog("handed-out", title, line, [("close", words.text("Close"))], "close")
