"""Group second questions by what they presuppose: a case, a parcel that comes, an answer that was given."""

from __future__ import annotations

#: Without a parcel nothing is normal or not.
IS_NORMAL = "is_normal"
#: They speak of a case, and of what is in it.
OF_A_CASE = frozenset(
    {"all_in_case", "case_afterwards", "case_keep", "case_sender", "case_time_zone", "case_who_reads"}
)
#: Asked of a parcel that comes; who has sent theirs back waits for none.
OF_WHAT_COMES = frozenset(
    {"come_by", "contents", "days_from_there", "how_sure", "local_courier", "lost", "moved_since", "still_coming"}
    | {"still_nothing", "when_back", "when_know_more", "where_exactly", "who_has_it", "why_quiet"}
)
#: They speak of a parcel or of an answer, and while a number is asked for there is neither.
OF_WHAT_WAS_TOLD = (
    OF_WHAT_COMES
    | {"all_in_case", "ask_carrier_for_me", "carrier_robot", "corrects_address", "do_nothing", "fee_at_door"}
    | {"have_you_asked", "how_sure", "in_text", "misread", "needed_for_a_day", "new_number", "nobody_knows", "not_told"}
    | {"order_again", "prove_it", "starts_again", "then_what", "told_already", "understood_right", "which_photos"}
    | {"why_there", "yes_or_no", "you_said", "carrier_told_me", "comes_after_refund", "found_the_card", "safe_dry"}
    | {"stalling", "stopgap", "wait_or_pass_on", "was_cancelled", "whose_fault", "why_not_earlier", IS_NORMAL}
)
#: Without a parcel they speak of the e-mail that opens an order; a case asks for one to answer to.
OF_AN_E_MAIL = frozenset(
    {"email_refused", "email_somebody_else", "email_unreachable", "email_unwritten", "which_email", "why_email"}
)
