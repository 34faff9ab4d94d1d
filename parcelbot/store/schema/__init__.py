"""Define the database: tables, engine, upgrades, transactions, conditions."""
