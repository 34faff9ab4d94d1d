"""Read whether a message names the marketplace, or says that it was not bought there, in every language. Pure."""

from __future__ import annotations

import re

_NAME = (
    r"(?:\bali[\s-]?express|\b(?:on|via|bei|auf|sur|en|su|na|no|op|på) ali\b|\bali app\b"
    r"|\bал[иі](?:экс|екс)пре\w*|\b(?:на|в) ал[иі]\b|速卖通|速賣通|アリエクスプレス|アリエク|알리익스프레스|알리에서"
    r"|عل[ىي] ?[اإ]كسبر[يس]\w*)"
)
_NAMED = re.compile(_NAME, re.IGNORECASE)
#: Between the no and the name stands only where, and that it was bought: "not received from AliExpress" denies none.
_BOUGHT = (
    r"(?:(?:an?|the|it|this|that|them|on|from|via|with|through|at|in|of|bought|buy|order(?:ed)?|purchased?|using"
    r"|über|bei|auf|von|aus|gekauft|bestellt|es|era|fue|lo|la|de|del|en|por|he|compr\w+|ped[ií]\w*|hice|sur|chez|par|achet\w+"
    r"|command\w+|è|(?:l['’])?ho|su|da|di|preso|ordin\w+|é|foi|no|na|pelo|do|fiz|op|bij|van|gekocht|besteld|z|ze|przez|kup\w+"
    r"|zam[óo]wi\w*|jest|to|с|со|из|через|на|в|это|куп\w+|покуп\w+|заказ\w+|від|це|замов\w+|من|على|في|är|från|på|köpt)\s+)"
)
#: "It's not AliExpress", "nicht über AliExpress", "AliExpress değil".
_DENIED = re.compile(
    rf"(?:n['’]t|\b(?:not|no|never|nicht|kein\w*|nunca|pas|jamais|non|não|niet|geen|nie|не|ні|inte|ليس|ليست|مش|مو))\s+"
    rf"{_BOUGHT}{{0,5}}{_NAME}|(?:不是|没有?)(?:在|从|通过)?{_NAME}"
    rf"|{_NAME}\w*\s*(?:değil|['’]?[dt][ae]n almadım|ではな|じゃな|では買って(?:い)?な)",
    re.IGNORECASE,
)


def names_the_marketplace(text: str) -> bool:
    """Tell whether a message names AliExpress."""
    return _NAMED.search(text) is not None


def denies_the_marketplace(text: str) -> bool:
    """Tell whether a message says that the order was not placed on AliExpress."""
    return _DENIED.search(text) is not None
