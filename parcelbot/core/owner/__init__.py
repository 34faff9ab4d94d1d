"""Compute the owner's figures; describe the journal, the audit log and what privacy needs."""
