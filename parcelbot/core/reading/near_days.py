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


def names_a_near_day(text: str, needed_by: str, today: date) -> bool:
    """Tell whether `text` names today, tomorrow or this week, or `needed_by` (ISO, "" for none) is that near."""
    if needed_by:
        return date.fromisoformat(needed_by) - today <= _NEAR
    return _NEAR_DAY.search(text) is not None
