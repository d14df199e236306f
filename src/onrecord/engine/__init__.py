"""From a source to a record: the steps wired together, run in worker processes that may die without harm."""
