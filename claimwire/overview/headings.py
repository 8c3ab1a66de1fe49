"""What pages over many articles say of themselves: titles, counts and links, in the page's language."""

from __future__ import annotations

from claimwire.overview.speaking import Count
from claimwire.render.board import Way
from claimwire.render.words import words


def list_title(language: str, speaker: str = "", day: str = "") -> str:
    """Of what is new, from one speaker or of one day where given."""
    say = words(language)
    title = say("list_title", language=say.language(language))
    return " · ".join(filter(None, (title, speaker, day and say.moment(day))))


def roll_title(language: str, speaker: str = "") -> str:
    """Of who said what; of what one speaker said."""
    say = words(language)
    name = say.language(language)
    return f"{speaker} · {name}" if speaker else say("roll_title", language=name)


def listed(language: str, shown: int, total: int = 0, day: str = "") -> str:
    """How many articles a page shows, of how many there are where that is known to be more."""
    say = words(language)
    if not shown:
        return say("no_articles_day" if day else "no_articles")
    if total > shown:
        return say("articles_part", shown=say.number(shown), total=say.number(total))
    return say("articles_ordered" if shown > 1 else "articles_count", count=say.number(shown))


def counted(language: str, count: Count, start: int, shown: int, days: int) -> str:
    """How many speakers in how many articles of how many days, and which of them the page shows."""
    say, total = words(language), len(count.tallies)
    first, last = say.number(start + 1), say.number(start + shown)
    part = say("speakers_part", first=first, last=last, total=say.number(total))
    speakers = part if shown < total else say("speakers_count", count=say.number(total))
    articles = say("articles_count" if count.whole else "articles_newest", count=say.number(count.articles))
    return " · ".join((speakers, articles, say("days_count", count=days)))


def of_one(language: str, articles: int, days: int) -> str:
    """In how many articles of how many days one speaker is."""
    say = words(language)
    return " · ".join((say("articles_count", count=say.number(articles)), say("days_count", count=days)))


def way(language: str, key: str, url: str = "", note: str = "") -> Way:
    """A link with the words of a phrase."""
    return Way(words(language)(key), url, note)
