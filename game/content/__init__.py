"""What the game is made of: `data/*.yaml` read into frozen, typed specs.

The only package that reads YAML. `load_content()` reads the shipped data, or the
folders it is given, and raises `ContentError` with file, line and column;
`content_from_files()` reads the copy of the data that a save carries.

```python
from game.content import load_content

content = load_content()
for card in content.cards.values():
    print(card.side, card.operations, card.title, card.event)
```
"""

from game.content.errors import ContentError
from game.content.load import content_from_files, load_content
from game.content.specs import Content

__all__ = ["Content", "ContentError", "content_from_files", "load_content"]
