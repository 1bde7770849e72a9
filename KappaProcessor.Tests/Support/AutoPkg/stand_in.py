"""What the programs that stand in for the kappa executable are written with."""

import json
import os
import plistlib
import signal
import sys
from pathlib import Path

HERE = Path(sys.argv[0]).parent


def log(level, text):
    print(f"{level}\t{text}", file=sys.stderr, flush=True)


def read_request():
    return plistlib.loads(sys.stdin.buffer.read())


def answer(results):
    sys.stdout.buffer.write(plistlib.dumps(results))
    sys.stdout.buffer.flush()


def note(value):
    """Leave something for the test to look at."""
    (HERE / "note.json").write_text(json.dumps(value, default=repr))


def hold_back(number):
    """Keep a signal waiting until wait_for, so that it cannot come in between."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {number})


def wait_for(number):
    return signal.sigwait({number})


def tell_autopkg(number):
    os.kill(os.getppid(), number)
