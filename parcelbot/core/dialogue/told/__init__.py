"""Take a message for what it tells: of goods, customs, a piece that was found, their own decision."""
