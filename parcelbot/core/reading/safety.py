"""Placeholder until the branch of understanding is merged."""


def read_danger(text: str) -> None:
    return None
