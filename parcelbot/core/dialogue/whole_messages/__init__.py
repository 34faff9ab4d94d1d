"""Answer a message as a whole: all of its questions, two orders, nothing ordered yet, no parcel that could answer."""
