"""Runs the processor KAPPA in a world that a test describes in Python.

usage: run_processor.py KAPPA.py WORLD.py OUTCOME.json

WORLD.py finds the processor's module as "shim" and sets "env". It may set "heard", which is called with every
text that the processor prints, and "in_thread". What the environment and the error were at the end is OUTCOME.json.
"""

import importlib.util
import json
import runpy
import sys
import threading

from autopkglib import ProcessorError


def load(path):
    spec = importlib.util.spec_from_file_location("KAPPA", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def listened(output, heard):
    def output_and_tell(msg, verbose_level=1):
        output(msg, verbose_level)
        heard(msg)

    return output_and_tell


def run(processor, outcome):
    error = None
    try:
        processor.process()
    except ProcessorError as problem:
        error = str(problem)
    with open(outcome, "w") as file:
        json.dump({"env": processor.env, "error": error}, file, default=repr)


def main(path, world, outcome):
    shim = load(path)
    said = runpy.run_path(world, init_globals={"shim": shim})
    processor = shim.KAPPA(said["env"])
    if "heard" in said:
        processor.output = listened(processor.output, said["heard"])
    if "in_thread" in said:
        thread = threading.Thread(target=run, args=(processor, outcome))
        thread.start()
        thread.join()
    else:
        run(processor, outcome)


main(*sys.argv[1:])
