"""The command line: one command per measurement."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from bench import anchoring as bench_anchoring
from bench import calibration as bench_calibration
from bench import citing_peers as bench_citing_peers
from bench import comparison as bench_comparison
from bench import costing as bench_costing
from bench import determinism as bench_determinism
from bench import evenhanded as bench_evenhanded
from bench import figuring_peers as bench_figuring_peers
from bench import gold as bench_gold
from bench import grammars as bench_grammars
from bench import peers as bench_peers
from bench import planted as bench_planted
from bench import polnear as bench_polnear
from bench import scaling as bench_scaling
from bench import speed as bench_speed
from bench.chain import predict
from bench.page import Page

EXAMPLES = Path(__file__).parents[1] / "examples" / "gold"
CLUSTERS = Path(__file__).parent / "data" / "clusters"
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group(invoke_without_command=True)
@click.option("--markdown", is_flag=True, help="Print tables as Markdown.")
@click.pass_context
def main(context: click.Context, markdown: bool) -> None:
    """Measure onrecord: accuracy, speed, exactness, sameness. Every command says what it needs.

    Without a command: all that can be measured on the documents that come with the project, in a few minutes.
    """
    context.obj = page = Page(markdown=markdown)
    if context.invoked_subcommand is None:
        bench_gold.show(bench_gold.measure(EXAMPLES, predict), page)
        bench_calibration.show(bench_calibration.measure(EXAMPLES), page)
        bench_evenhanded.show(bench_evenhanded.measure(EXAMPLES), page)
        bench_anchoring.show(bench_anchoring.measure(EXAMPLES), page)
        bench_determinism.show(bench_determinism.measure(EXAMPLES, runs=3), page)
        bench_speed.show(EXAMPLES, (1, 20), page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--half", type=click.Choice(["building", "checking", "all"]), default="all", show_default=True)
@click.option("--document", help="Only the document of this name.")
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the N worst errors of every kind.")
@click.option("--json", "as_json", is_flag=True, help="Print the numbers as JSON.")
@click.option("--model", default="default", metavar="NAME|DIR", show_default=True, help="As for `onrecord read`.")
@click.pass_obj
def gold(page: Page, folder: Path, *, half: str, document: str | None, errors: int, as_json: bool, model: str) -> None:
    """Score the record of every FOLDER/<id>.txt against FOLDER/<id>.json."""
    scored = bench_gold.measure(folder, partial(predict, model=model), only=half, document=document)
    if as_json:
        click.echo(bench_gold.as_json(scored))
        return
    bench_gold.show(scored, page)
    if errors:
        bench_gold.show_faults(scored, errors, page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--turns", type=int, default=2, show_default=True, help="How many other names each name is swapped for.")
@click.option("--document", help="Only the document of this name.")
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the first N changes of every kind.")
@click.pass_obj
def evenhanded(page: Page, folder: Path, turns: int, document: str | None, errors: int) -> None:
    """Swap countries, persons and religions through each FOLDER/<id>.txt; what changes in the record?"""
    bench_evenhanded.show(bench_evenhanded.measure(folder, turns=turns, document=document), page, errors=errors)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--turns", type=int, default=2, show_default=True, help="How many errors of each kind for each document.")
@click.option("--document", help="Only the document of this name.")
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the first N misses, false alarms and findings.")
@click.pass_obj
def planted(page: Page, folder: Path, turns: int, document: str | None, errors: int) -> None:
    """Plant an error of every kind into each FOLDER/<id>.txt: which checks find theirs, which cry out for nothing?"""
    bench_planted.show(bench_planted.measure(folder, turns=turns, document=document), page, errors=errors)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--document", help="Only the document of this name.")
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the first N differences of every format.")
@click.pass_obj
def anchoring(page: Page, folder: Path, document: str | None, errors: int) -> None:
    """Read each FOLDER/<id>.txt as text, HTML, DOCX and PDF: are the words exact, and the same?"""
    bench_anchoring.show(bench_anchoring.measure(folder, document=document), page, errors=errors)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--items", type=click.Path(exists=True, path_type=Path), help="CofeNet's items of the same part (JSON lines).")
@click.pass_obj
def polnear(page: Page, folder: Path, items: Path | None) -> None:
    """Spans and links against the documents of a part of PolNeAR: FOLDER has text/ and attributions/."""
    measured = {"the model's tags": bench_polnear.raw(folder), "the product": bench_polnear.product(folder)}
    if items:
        measured["the model's tags, CofeNet's items"] = bench_polnear.items(items)
    bench_polnear.show(measured, page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), help="Also draw the reliability plot to this file.")
@click.pass_obj
def calibration(page: Page, folder: Path, svg: Path | None) -> None:
    """Does the confidence of the statements of FOLDER/<id>.txt say how often they are right?"""
    judged = bench_calibration.measure(folder)
    bench_calibration.show(judged, page)
    if svg:
        svg.write_text(bench_calibration.svg(judged), encoding="utf-8")


@main.command()
@click.argument("folder", type=_FOLDER, default=EXAMPLES)
@click.option("--runs", type=int, default=20, show_default=True, help="How many runs with each number of workers.")
@click.pass_obj
def determinism(page: Page, folder: Path, runs: int) -> None:
    """Read FOLDER/*.txt again and again, with one worker and two: is it one digest?"""
    bench_determinism.show(bench_determinism.measure(folder, runs=runs), page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--python", type=click.Path(exists=True, path_type=Path), help="A Python that has the peer installed.")
@click.pass_obj
def peers(page: Page, folder: Path, python: Path | None) -> None:
    """Other tools on FOLDER/<id>.txt beside the product; without --python, installs them for the time being."""
    with bench_peers.environment(python) as made:
        found, faults = bench_peers.readings(folder, made)
    measured = {
        "onrecord": bench_peers.measure(folder, predict),
        "textacy": bench_peers.measure(folder, lambda path: found[path.stem]),
    }
    bench_peers.show(measured, page)
    for fault in faults:
        click.echo(f"textacy on {fault}")


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--python", type=click.Path(exists=True, path_type=Path), help="A Python that has the peers installed.")
@click.pass_obj
def citations(page: Page, folder: Path, python: Path | None) -> None:
    """References of FOLDER/<id>.txt beside eyecite and citeurl; without --python, installs them for the time being."""
    with bench_peers.environment(python, bench_citing_peers.PACKAGES) as made:
        bench_citing_peers.show(bench_citing_peers.measure(folder, made), page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--python", type=click.Path(exists=True, path_type=Path), help="A Python that has the peer installed.")
@click.pass_obj
def figures(page: Page, folder: Path, python: Path | None) -> None:
    """Figures of FOLDER/<id>.txt beside quantulum3; without --python, installs it for the time being."""
    with bench_peers.environment(python, bench_figuring_peers.PACKAGES) as made:
        bench_figuring_peers.show(bench_figuring_peers.measure(folder, made), page)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--errors", type=int, default=0, metavar="N", help="Also list the first N errors of each cluster.")
@click.pass_obj
def comparison(page: Page, folder: Path, errors: int) -> None:
    """What a comparison finds of FOLDER/gold.json (or of every FOLDER/*/gold.json) in the *.txt beside it."""
    bench_comparison.show(bench_comparison.measure(folder), page, errors=errors)


@main.command()
@click.argument("folder", type=_FOLDER, default=EXAMPLES)
@click.option("--texts", type=int, default=200, show_default=True, help="How many texts to read.")
@click.pass_obj
def cost(page: Page, folder: Path, texts: int) -> None:
    """Processor seconds of reading texts made from FOLDER/*.txt, here and for a Ray cluster."""
    bench_costing.show(bench_costing.measure(folder, texts), page)


@main.command()
@click.argument("folder", type=_FOLDER, default=CLUSTERS)
@click.option("--records", type=int, multiple=True, default=(10, 100, 1000), show_default=True, help="How many to compare.")
@click.pass_obj
def scale(page: Page, folder: Path, records: tuple[int, ...]) -> None:
    """Time and memory of comparing many reports of one event, made from FOLDER/*/*.txt."""
    bench_scaling.show(bench_scaling.measure(bench_scaling.records(folder, max(records)), records), page)


@main.command()
@click.argument("folder", type=_FOLDER, default=EXAMPLES)
@click.option("--texts", type=int, multiple=True, default=(1, 100, 1000), show_default=True, help="How many texts to read.")
@click.pass_obj
def speed(page: Page, folder: Path, texts: tuple[int, ...]) -> None:
    """Words a second, start-up, memory, growth with length, on texts made from FOLDER/*.txt."""
    bench_speed.show(folder, texts, page)


@main.command()
@click.argument("folder", type=_FOLDER, default=EXAMPLES)
@click.option(
    "--bytes", "sizes", type=int, multiple=True, default=bench_grammars.SIZES, show_default=True, help="How long documents are."
)
@click.pass_obj
def grammars(page: Page, folder: Path, sizes: tuple[int, ...]) -> None:
    """Megabytes a second of dates, citations, figures, acts and checks, on documents made from FOLDER/*.txt."""
    bench_grammars.show(folder, sizes, page)


if __name__ == "__main__":
    main()
