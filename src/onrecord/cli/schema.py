"""`onrecord schema`: the JSON Schema of a record, of a comparison, or of news."""

from __future__ import annotations

import click

__all__ = ["schema"]


@click.command(short_help="Print the JSON Schema of what the others write.")
@click.argument("of", type=click.Choice(["record", "comparison", "news"]), default="record")
def schema(of: str) -> None:
    """Print the JSON Schema of a record, of a comparison, or of what `compare --since` finds new."""
    import json

    if of == "comparison":
        from onrecord.comparison.comparison import json_schema
    elif of == "news":
        from onrecord.comparison.news import json_schema
    else:
        from onrecord.record import json_schema

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
