"""Read messages: numbers, dates, durations, checks done, short replies, wishes and temper."""
