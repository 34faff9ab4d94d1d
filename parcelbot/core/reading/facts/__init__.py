"""Find what a person has to know of a case: facts, causes, reasons, and what weighs."""
