"""Prints what a processor declares and imports as JSON, without running it: read_processor.py KAPPA.py"""

import ast
import importlib.util
import json
import os
import sys


def declared(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == name:
            return ast.literal_eval(node.value)
    return None


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module.split(".")[0]


def foreign(name):
    """Not where Python keeps its own library, which sys.stdlib_module_names would tell only from 3.10 on."""
    origin = importlib.util.find_spec(name).origin
    return os.path.isabs(origin) and not origin.startswith(os.path.dirname(os.__file__))


with open(sys.argv[1], encoding="utf-8") as file:
    # Refuses what Python 3.9 would not have understood.
    tree = ast.parse(file.read(), feature_version=(3, 9))

json.dump(
    {
        "input_variables": declared(tree, "input_variables"),
        "output_variables": declared(tree, "output_variables"),
        "foreign": sorted(set(filter(foreign, imported(tree)))),
    },
    sys.stdout,
)
