"""Keep what a person was promised to be told of a parcel: what is news, when it may be written, when it is late."""
