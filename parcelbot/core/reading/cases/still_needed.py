"""Read whether a shopper asks what else we need of them for a case. Rules in several languages."""

from __future__ import annotations

import re

_ASKS = re.compile(
    r"\b(?:(?:do|does|will|would|did) (?:you|they|u|ya|yous|the team|the person|anyone|somebody)(?: all)? (?:still )?"
    r"(?:need|want|require)|(?:is|are) there)\b[^.?!]{0,20}\b(?:anything|something|more|other|what) ?(?:else|more)?\b"
    r"[^.?!]{0,30}\b(?:from me|of me|need\w*|to send)\b"
    r"|\b(?:do|does|will|would) (?:you|they|u|ya|yous) (?:still )?need (?:anything|something"
    r"|any more)\b(?: else| more)?"
    r"(?: from me| of me)?\W*$"
    r"|\bwhat else (?:do|does|will|would) (?:you|they|u|ya|yous) (?:need|want|require)\b"
    r"|\bbrauch(?:en|t|st)? (?:sie|ihr|du|man)\b[^.?!]{0,15}\b(?:noch|sonst"
    r"|weiter)\w*\b[^.?!]{0,15}\b(?:etwas|was|von mir)\b"
    r"|\b(?:avez[- ]vous|vous avez) (?:encore )?besoin d['’](?:autre chose|autres)|\bautre chose de ma part\b"
    r"|\b(?:necesita\w*|hace falta|falta) (?:algo|alguna cosa) m[áa]s\b|\b(?:ha bisogno|avete bisogno"
    r"|serve|vi serve|le serve)"
    r" (?:d['’]altro|altro|qualcos['’]altro)\b|\bprecisa\w* de mais (?:alguma coisa|algo|nada)\b"
    r"|\b(?:hebben jullie|heeft u|heb je|hebt u) (?:nog )?(?:iets|wat) (?:anders |meer )?(?:van mij )?nodig\b"
    r"|\b(?:potrzebuj\w+|potrzeba) (?:jeszcze|czegoś jeszcze|coś jeszcze|czegoś więcej)\b"
    r"|(?:от меня|вам)\b[^.?!]{0,20}(?:ещё|еще|что-то)[^.?!]{0,20}(?:нужно|надо|требуется)|\b(?:нужно|требуется)"
    r" (?:ещё |еще )?(?:что-то|что-нибудь) (?:ещё |еще )?от меня|від мене[^.?!]{0,20}(?:ще"
    r"|щось)[^.?!]{0,20}(?:потрібно|треба)"
    r"|\bbenden başka bir ?şey\b|\bbaşka bir ?şeye ihtiyac\w+|他に(?:何か)?必要|还需要(?:我)?(?:什么|提供)|還需要我"
    r"|هل تحتاجون (?:إلى )?(?:شيئا|شيئًا|شيء|أي شيء) (?:آخر|اخر)",
    re.IGNORECASE,
)


def asks_what_is_still_needed(text: str) -> bool:
    """Tell whether a message asks what else the shopper has to give or do for a case."""
    return _ASKS.search(text) is not None
