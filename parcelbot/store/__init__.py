"""Keep everything in the database: SQLAlchemy tables and the repositories over them."""
