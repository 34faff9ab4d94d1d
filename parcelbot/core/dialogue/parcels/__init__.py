"""Find out which parcel is meant, and answer for several of one order."""
