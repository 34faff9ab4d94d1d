"""Keep watches: who waits for news of which parcel, what was written, and which worker is at it."""
