"""`read_many` on the machines of a Ray cluster: the records of a local reading, to the byte and in the same order.

Every source is a task of its own, so that a worker or machine that dies costs time and nothing else: Ray gives what it had in
hand to another. Plain tasks, not Ray Data: that wants all inputs named before it starts, keeps no order unless told to hold
results back, and brings pandas and pyarrow (250 MB), of which nothing here has a use.
"""

from __future__ import annotations

import contextlib
import os
import socket
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from onrecord import __version__
from onrecord.citations.entries import Entries
from onrecord.engine.read import read
from onrecord.engine.sources import Input, Source, load
from onrecord.errors import OnrecordError, ReadError, WorkerError
from onrecord.reading.limits import MEGABYTE, Limits
from onrecord.record import Engine, Record

__all__ = ["read_many"]

_LIMITS = Limits()
_TRIES = 5
_AHEAD = 4  # sources sent for each processor of the cluster: enough that none waits, few enough for the object store
_SECONDS = 10.0
_OBJECT_STORE = 256 * MEGABYTE  # of a cluster that is started here: inputs and records pass through it
# Ray reports on its use to its makers, and sends the working folder along under `uv run`, unless it is told not to.
_ENVIRONMENT = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0"}


def read_many(
    sources: Iterable[Source],
    *,
    address: str = "auto",
    limits: Limits = _LIMITS,
    timeout: float | None = None,
    entries: Entries | None = None,
    model: str = "default",
) -> Iterator[Record | ReadError]:
    """Read many reports as `onrecord.read_many` does, on the Ray cluster at `address`.

    `address` is `host:port` of the cluster's head, "auto" for the cluster that this machine belongs to, or "local" for one
    that is started here and ends with the reading; where `ray.init` was called before, that connection is used. Sources are
    opened or fetched on this machine and sent, so the others need no folder in common with it; all need the same release of
    onrecord. A source whose worker dies is given to another, five times at most; then it has its `ReadError`.

    Raises `OnrecordError` where the extra `ray` is not installed, `WorkerError` where no cluster answers or a machine of it has
    another release or model, `ModelError` where the model cannot be used.
    """
    options = {"limits": limits, "timeout": timeout, "entries": entries, "model": model}
    return _in_order(_ray(), iter(sources), address, options)


def _ray() -> Any:
    for name, value in _ENVIRONMENT.items():
        os.environ.setdefault(name, value)
    try:
        import ray
    except ImportError as error:
        raise OnrecordError("reading on a Ray cluster needs the extra `ray`: pip install 'onrecord[ray]'") from error
    return ray


def _in_order(ray: Any, sources: Iterator[Source], address: str, options: dict[str, Any]) -> Iterator[Record | ReadError]:
    from onrecord.attribution.encoder import model_id

    made_by = Engine(version=__version__, model=model_id(options["model"]))
    with _connected(ray, address):
        task = ray.remote(_read).options(num_cpus=1, max_retries=_TRIES - 1)
        shared = ray.put(options)
        pending: deque[_Sent] = deque()
        try:
            for source in sources:
                pending.append(_Sent(ray, source, options["limits"], task, shared))
                if len(pending) > _AHEAD * _processors(ray):
                    yield pending.popleft().outcome(made_by)
            while pending:
                yield pending.popleft().outcome(made_by)
        finally:
            for sent in pending:
                sent.cancel()


def _read(given: Input, options: dict[str, Any]) -> bytes | ReadError:
    """What a worker does: the JSON of the record; an error of the input is a result like any other."""
    try:
        return read(given, **options).to_json().encode()
    except ReadError as error:
        return error


@contextlib.contextmanager
def _connected(ray: Any, address: str) -> Iterator[None]:
    if ray.is_initialized():
        yield
        return
    started = {"include_dashboard": False, "object_store_memory": _OBJECT_STORE} if address == "local" else {}
    try:
        if address not in {"auto", "local"}:
            _knock(address)
        ray.init(address=address, logging_level="ERROR", log_to_driver=False, **started)
    except (OSError, ValueError, RuntimeError) as error:
        raise WorkerError(f"no Ray cluster answers at {address!r}: {str(error).splitlines()[0]}") from error
    try:
        yield
    finally:
        ray.shutdown()


def _knock(address: str) -> None:
    """Ray itself would go on asking for minutes where nobody answers."""
    split = urlsplit(f"//{address}")
    if not split.hostname or not split.port:
        raise ValueError("give host:port of its head, auto or local")
    socket.create_connection((split.hostname, split.port), timeout=_SECONDS).close()


def _processors(ray: Any) -> int:
    """Those that the cluster has at this moment: machines come and go."""
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


class _Sent:
    """A source that was sent to the cluster, or could not be opened here."""

    def __init__(self, ray: Any, source: Source, limits: Limits, task: Any, options: Any) -> None:
        self._ray = ray
        self._reference: Any = None
        try:
            given = load(source, limits=limits)
        except ReadError as error:
            self._error = error
        else:
            self._name = given.name
            self._reference = task.remote(given, options)

    def outcome(self, made_by: Engine) -> Record | ReadError:
        """Wait for what came of it."""
        if self._reference is None:
            return self._error
        record = self._get()
        if isinstance(record, Record) and record.engine != made_by:
            theirs, ours = (f"onrecord {one.version} with model {one.model}" for one in (record.engine, made_by))
            raise WorkerError(f"a machine of the cluster has {theirs}, this one has {ours}; install the same on all")
        return record

    def _get(self) -> Record | ReadError:
        try:
            result = self._ray.get(self._reference)
        except self._ray.exceptions.RayTaskError as error:
            raise error.cause from error
        except self._ray.exceptions.RayError as error:
            return ReadError(self._name, f"its worker on the cluster died {_TRIES} times over ({type(error).__name__})")
        return result if isinstance(result, ReadError) else Record.from_json(result)

    def cancel(self) -> None:
        """Have the work stopped; nobody waits for it any more."""
        if self._reference is not None:
            self._ray.cancel(self._reference, force=True)
