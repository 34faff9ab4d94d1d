"""Name what a talk is about, and what each question and second question belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum

from parcelbot.core.questions import GOODS, PLAN_QUESTIONS, SETTLEMENTS, Question


class Matter(str, Enum):
    """Matter that a talk can have open.

    `GOODS`: what came, and what is given back or exchanged. `ORDER`: what was ordered, stopped or changed. `OWN`: what
    no table knows, taken to a person in the shopper's words.
    """

    PARCEL = "parcel"
    CUSTOMS = "customs"
    ADDRESS = "address"
    GOODS = "goods"
    MONEY = "money"
    ORDER = "order"
    PAPERS = "papers"
    PROTECTION = "protection"
    OWN = "own"


#: Matters that no scan, no carrier and no customs office knows anything of, and those that they do know of.
OF_THE_SHOP = frozenset({Matter.GOODS, Matter.PAPERS, Matter.PROTECTION, Matter.OWN})
ON_THE_WAY = frozenset({Matter.PARCEL, Matter.CUSTOMS, Matter.ADDRESS})

_OF_QUESTIONS: Mapping[str, Matter] = {
    **dict.fromkeys(PLAN_QUESTIONS, Matter.PARCEL),
    **dict.fromkeys(
        (
            Question.ALL_PARCELS,
            Question.ARRIVAL_DATE,
            Question.ATTEMPT_CONTESTED,
            Question.CARRIER_CONTACT,
            Question.DELIVERY_PROOF,
            Question.DELIVERY_WISH,
            Question.HOW_TO_TRACK,
            Question.NOTIFY_ME,
            Question.PARCEL_STOLEN,
            Question.SPEED_UP,
            Question.STATUS_MEANING,
            Question.WHY,
        ),
        Matter.PARCEL,
    ),
    **dict.fromkeys((Question.CUSTOMS_DELAY, Question.CUSTOMS_PAYMENT, Question.IMPORT_DUTIES), Matter.CUSTOMS),
    **dict.fromkeys((Question.CHANGE_ADDRESS, Question.CHECK_ADDRESS), Matter.ADDRESS),
    **dict.fromkeys((*GOODS, Question.RETURN_ITEM), Matter.GOODS),
    **dict.fromkeys((*SETTLEMENTS, Question.REFUND_STATUS), Matter.MONEY),
    Question.CANCEL_ORDER: Matter.ORDER,
    Question.SELLER_WAIT_OR_DISPUTE: Matter.PROTECTION,
}


def _all(names: str, matter: Matter) -> dict[str, Matter]:
    return dict.fromkeys(names.split(), matter)


#: Families of second questions; the others by name. Those of a case, a person or the talk itself fit any matter.
_OF_FAMILIES: Mapping[str, Matter] = {
    "customs_": Matter.CUSTOMS,
    "dispute_": Matter.PROTECTION,
    "pickup_": Matter.PARCEL,
    "protection_": Matter.PROTECTION,
    "refund_": Matter.MONEY,
    "return_": Matter.GOODS,
}
_OF_SECONDS: Mapping[str, Matter] = {
    **_all(
        "how_sure come_by still_coming where_exactly you_have_it why_there what_happened transport is_it_because"
        " days_from_there who_has_it moved_since which_day arrival_or_check_day counted_from far_place"
        " others_got_theirs where_seen doubts_reason delay_how_long sent_on_right round_in_circles"
        " lost why_quiet is_normal still_nothing starts_again when_know_more day_passed stalling"
        " goes_back when_back why_back back_since_when never_refused"
        " photo not_my_door looked_everywhere marked_early safe_dry which_neighbour neighbour_denies neighbour_out"
        " delivered_when maybe_taken checklist_not_fitting no_asking_neighbours fetch_back_from_there"
        " go_there_myself carrier_insists photo_of_nothing came_unnoticed"
        " away local_courier signature time_of_day weekend next_attempt stay_in will_they_ring book_new_day_how"
        " found_the_card missed_my_fault drove_past ring_or_leave van_on_map ready_for_driver why_says_out"
        " did_i_miss_him no_code no_card somebody_else_collects collect_myself cannot_fetch_it paid_for_door which_id"
        " fake_number right_number which_number other_site new_number other_parcel_number number_format"
        " contents why_split was_sent why_label_first mail_said_shipped mislaid_unscanned page_said_faster parcel_size"
        " whose_fault",
        Matter.PARCEL,
    ),
    **_all(
        "fee_at_door why_customs_mine am_i_in_trouble how_customs_tells_me declared_value fee_what_for paid_still_asked"
        " charge_not_mentioned pay_at_counter",
        Matter.CUSTOMS,
    ),
    **_all(
        "old_address corrects_address address_was_right no_such_house far_from_the_address address_nearly_right"
        " mail_redirection divert_how told_in_time",
        Matter.ADDRESS,
    ),
    **_all(
        "keep_or_throw only_box refuse_it other_article wash_it already_used part_refund_keep one_or_all is_it_a_fault"
        " smells_bad who_has_mine goods_settled comes_separately opened_on_way never_packed",
        Matter.GOODS,
    ),
    **_all(
        "if_lost send_again compensation money_or_goods resend resend_cost new_in_time both_arrive chooses_money"
        " same_or_fresh comes_after_refund money_needed",
        Matter.MONEY,
    ),
    **_all("order_again was_cancelled in_stock add_to_order with_next_order goods_facts", Matter.ORDER),
    **_all("extension_how seller_angry seller_extends", Matter.PROTECTION),
    "invoice": Matter.PAPERS,
}
#: So many are open at once: a letter has two or three.
_MOST_OPEN = 3


def matter_of(question: str) -> Matter | None:
    """Name the matter of a question; None for what belongs to none, or fits any."""
    return _OF_QUESTIONS.get(question)


def matter_of_second(name: str) -> Matter | None:
    """Name the matter of a second question; None for one that fits any."""
    of_family = (matter for family, matter in _OF_FAMILIES.items() if name.startswith(family))
    return _OF_SECONDS.get(name) or next(of_family, None)


def with_open(matters: Iterable[str], *newer: Matter) -> tuple[str, ...]:
    """Put matters before those that are open, the newest last named first."""
    names = [matter.value for matter in reversed(newer)]
    return tuple(dict.fromkeys((*names, *matters)))[:_MOST_OPEN]


def open_matter(matters: Sequence[str]) -> Matter | None:
    """Give the matter that was talked of last; None at the beginning."""
    return Matter(matters[0]) if matters else None
