"""Answer a message that asks nothing of a parcel: courtesy, complaint, time that is wanted, a wish for a person."""
