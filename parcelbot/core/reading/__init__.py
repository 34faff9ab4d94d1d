"""Read text: numbers, dates, durations, checks done, wishes and temper."""
