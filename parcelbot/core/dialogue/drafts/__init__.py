"""Bring a case to the team: what it lacks, what may still be changed, sent or thrown away."""
