"""What engines that are services have in common: languages by table, settings by name, nothing sent before all is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from claimwire.errors import BadSetting
from claimwire.ports import Limits
from claimwire.translators import options, variants
from claimwire.translators.tongues import Tongues, tongues

Answers = list[str | None]


class Remote:
    """A service. May be shared by threads: nothing of a call stays in it.

    ``title`` is its name for people; ``required`` the options that it cannot do without; ``options`` all that a user may set.
    """

    name: str
    title: str
    required: ClassVar[tuple[str, ...]] = ()
    options: ClassVar[tuple[str, ...]] = options.PACE
    shareable = True
    limits: Limits = Limits()

    def __init__(self, given: dict[str, str]) -> None:
        self._given = given
        for option in ("key", "region"):  # they travel in headers, which hold nothing else
            value = given.get(option, "")
            if not (value.isascii() and value.isprintable()):
                raise BadSetting(f"{self._setting(option)} holds characters that no {option} has")
        self.limits = options.paced(self.name, self.limits, given.get("at_once", ""), given.get("per_second", ""))

    def needs(self) -> tuple[str, ...]:
        """The settings that are missing before it can be used."""
        return tuple(self._setting(option) for option in self.required if not self._given.get(option))

    def identity(self) -> str:
        """The service and every option that may change an answer; never a key."""
        return self.name

    def supports(self, source: str, target: str) -> bool:
        """Whether the service knows both languages."""
        return self._pair(source, target) is not None

    def model(self, source: str, target: str) -> str:
        """Such as ``deepl/en-pt-br``: the service does not say what it runs."""
        return f"{self.name}/{'-'.join(self._pair(source, target) or (source, target))}"

    def notes(self, source: str, target: str) -> tuple[str, ...]:
        """Warnings that go with every answer for this pair."""
        chosen, brazilian = (self._pair(source, code) for code in (target, "pt-BR"))
        return variants.notes(target) if chosen == brazilian else ()

    def translate(self, segments: Sequence[str], source: str, target: str) -> Answers:
        """One answer a segment; see the port for what is raised."""
        if missing := self.needs():
            raise BadSetting(f"{self.name} cannot be used without {' and '.join(missing)}")
        pair = self._pair(source, target)
        if pair is None:
            raise BadSetting(f"{self.name} does not translate {source} to {target}")
        return self._ask(segments, *pair) if segments else []

    def _ask(self, segments: Sequence[str], source: str, target: str) -> Answers:
        """One request, in the service's own codes."""
        raise NotImplementedError

    def _tongues(self) -> Tongues:
        return tongues(self.name)

    def _pair(self, source: str, target: str) -> tuple[str, str] | None:
        known = self._tongues()
        one, other = known.source(source), known.target(target)
        return (one, other) if one and other else None

    def _setting(self, option: str) -> str:
        return options.setting(self.name, option)
