"""Tell what a number is, and whose: a parcel's, an order's, a telephone's."""
