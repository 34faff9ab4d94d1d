"""Keep which questions are asked, which only on the way, and which make sense where a parcel stands."""
