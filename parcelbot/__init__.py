"""Answer shoppers' questions about parcels: a pure core, thin shells around it, one composition root."""
