"""Keep the promise to write: take agreements, watch parcels, write when there is news."""
