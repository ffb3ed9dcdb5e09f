"""The commands, as click knows them."""

from __future__ import annotations

from collections.abc import Iterator

import click

from diptych.cli import main
from reference.markdown import block, code, table


def page() -> str:
    """Every command with its usage, what it does, its options and its example."""
    return "\n".join(
        [
            "# Commands\n",
            "This page is made of the commands themselves: `diptych COMMAND --help` prints the same.\n",
            "Every command but `new`, `attribute` and `verify` works on the dossier in the current folder, the one "
            "that holds `mkdocs.yml`. The exit status is 0 for done, 1 for problems found in the dossier and 2 for "
            "wrong use.\n",
            *(_section(names, command) for names, command in commands()),
        ]
    )


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its words, a command before those below it."""
    context = click.Context(main, info_name="diptych")
    yield from _below(context, main)


def _below(context: click.Context, group: click.Group) -> Iterator[tuple[str, click.Command]]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=name, parent=context)
        yield inner.command_path, command
        if isinstance(command, click.Group):
            yield from _below(inner, command)


def examples(command: click.Command) -> list[str]:
    """The commands that a command's help gives as examples."""
    said = (command.epilog or "").removeprefix("Example: ")
    return [one.removeprefix("or ").strip() for one in said.split(", or ")] if said else []


def _section(names: str, command: click.Command) -> str:
    context = click.Context(command, info_name=names)
    usage = " ".join([names, *command.collect_usage_pieces(context)])
    rows = [
        (code(option.get_help_record(context)[0]), (option.get_help_record(context) or ("", ""))[1])  # type: ignore[index]
        for option in command.get_params(context)
        if isinstance(option, click.Option) and option.get_help_record(context)
    ]
    depth = "##" if names.count(" ") < 2 else "###"
    parts = [f"{depth} {names}\n", block(usage), _paragraphs(command.help or "")]
    parts += [table(("option", "does"), rows)] if rows else []
    parts += [f"For example {' or '.join(map(code, examples(command)))}.\n"] if command.epilog else []
    return "\n".join(parts)


def _paragraphs(text: str) -> str:
    return "\n".join(f"{' '.join(one.split())}\n" for one in text.split("\n\n"))
