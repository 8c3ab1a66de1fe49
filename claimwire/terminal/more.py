"""What a step tells of itself, as a part of rich's line."""

from __future__ import annotations

from rich.progress import ProgressColumn, Task
from rich.text import Text


class MoreColumn(ProgressColumn):
    """Asks the task's field ``more``, a function, each time."""

    def render(self, task: Task) -> Text:
        """Its answer."""
        return Text(task.fields["more"]())
