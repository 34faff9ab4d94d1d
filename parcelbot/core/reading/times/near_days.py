"""Tell whether a message asks about today or one of the next days. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

#: Days ahead that count as near: nothing far away arrives within them.
_NEAR = timedelta(days=3)
_NEAR_DAY = re.compile(
    r"\b(?:today|tonight|tomorrow|tomorow|tommorow|tmrw|tmr|2morrow|this (?:morning|afternoon|evening|week|weekend)"
    r"|heute|morgen|übermorgen|diese woche|demain|aujourd['’]?hui|cette semaine|hoy|mañana|manana|esta semana"
    r"|oggi|domani|questa settimana|vandaag|deze week|hoje|amanhã|amanha|dziś|dzisiaj|jutro|w tym tygodniu"
    r"|сегодня|завтра|на этой неделе|сьогодні|bugün|yarın|bu hafta|idag|imorgon|i morgon|i dag|den här veckan)\b"
    r"|اليوم|غدا|غدًا|今天|明天|今日|明日|本周|今週|오늘|내일|이번 주",
    re.IGNORECASE,
)

#: Near where it ends within those days: what cannot be there tomorrow is not there "within this month".
_THIS_MONTH = re.compile(
    r"\b(?:(?:this|the|current) (?:same )?month\b|(?:end of|before) (?:the |this )?month|month['’]?s end"
    r"|dies\w* monat\w*|monatsende|ce mois\w*|fin du mois|este mes|fin(?:es|al)? de(?:l)? mes"
    r"|questo mese|fine (?:del )?mese"
    r"|deze maand|eind\w* van de maand|este mês|fim do mês|tym miesiąc\w*|końc\w+ miesiąca"
    r"|(?:этом|конц\w|этого) месяц\w*|(?:цьому|кінц\w|цього) місяц\w*|bu ay|ay sonu)\b"
    r"|هذا الشهر|نهاية الشهر|这个月|這個月|本月|月底|今月|月末",
    re.IGNORECASE,
)


def names_a_near_day(text: str, needed_by: str, today: date) -> bool:
    """Tell whether `text` names today, tomorrow, this week or a month that ends now.

    Or `needed_by` (ISO, "" for none) is that near.
    """
    if needed_by:
        return date.fromisoformat(needed_by) - today <= _NEAR
    if _THIS_MONTH.search(text) and (today + _NEAR).month != today.month:
        return True
    return _NEAR_DAY.search(text) is not None
