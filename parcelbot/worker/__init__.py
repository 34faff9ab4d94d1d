"""The worker: delivers the outbox, watches over promises, does what has to be done now and then."""
