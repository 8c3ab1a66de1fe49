"""An engine that knows a few sentences, whatever stands in their slots."""

from __future__ import annotations

import re

SENTENCES = {
    "The fund has {} for {} towns, the ministry said on Monday.": "O fundo tem {} para {} cidades, disse o ministério na segunda-feira.",
    "Write to {} or see {}, the office of {} said.": "Escreva para {} ou veja {}, disse o escritório de {}.",
    "The paper is at {} for everyone, the office said.": "O documento está em {} para todos, disse o escritório.",
    "The whole report is at {} since Monday.": "O relatório completo está em {} desde segunda-feira.",
    "The code {} stands for itself, and {} does too.": "O código {} representa a si mesmo, e {} também.",
    "{} wrote that the {} will act soon.": "{} escreveu que o {} vai agir em breve.",
    "In {} Maria Oliveira won {} races for Braganza, the club said.": (
        "Em {}, Maria Oliveira venceu {} corridas pelo Braganza, disse o clube."
    ),
    "Of {} ships that left Rotterdam in {}, Kofi Mensah saw {} sink.": (
        "Dos {} navios que deixaram Roterdã em {}, Kofi Mensah viu {} afundarem."
    ),
    "The minister will resign on Monday, the party said.": "O ministro vai renunciar na segunda-feira, disse o partido.",
    "Nobody was hurt in the fire, police told reporters.": "Ninguém ficou ferido no incêndio, disse a polícia aos repórteres.",
}


def spoken(text: str) -> str:
    """The sentence in Portuguese, its slots as they came."""
    for known, said in SENTENCES.items():
        match = re.fullmatch(re.escape(known).replace(r"\{\}", "(.*?)"), text)
        if match:
            return said.format(*match.groups())
    raise AssertionError(f"no such sentence: {text}")
