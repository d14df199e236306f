"""`onrecord completion`: the script that teaches a shell the commands."""

from __future__ import annotations

import click

__all__ = ["completion"]


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    \b
    bash:  onrecord completion bash > ~/.local/share/bash-completion/completions/onrecord
    zsh:   onrecord completion zsh > ~/.zfunc/_onrecord        (a folder of your $fpath)
    fish:  onrecord completion fish > ~/.config/fish/completions/onrecord.fish
    """
    from click.shell_completion import get_completion_class

    root = context.find_root()
    kind = get_completion_class(shell)
    if kind is not None:
        click.echo(kind(root.command, {}, "onrecord", "_ONRECORD_COMPLETE").source())
