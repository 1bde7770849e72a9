#!/usr/local/autopkg/python
"""AutoPkg's end of Kappa: hands a recipe's environment to the kappa executable and
takes its results back. What there is to decide about Kandji is decided there."""

import errno
import math
import os
import platform
import plistlib
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timezone
from pathlib import Path

from autopkglib import Processor, ProcessorError

__all__ = ["KAPPA"]

# Configuration and executable may lie beside this file.
FOLDER = Path(__file__).resolve().parent

# The builds a computer can run, best first. On a Mac, Rosetta may make it two.
BUILDS = {
    ("Darwin", "arm64"): ("osx-arm64", "osx-x64"),
    ("Darwin", "x86_64"): ("osx-x64", "osx-arm64"),
    ("Linux", "aarch64"): ("linux-arm64",),
    ("Linux", "x86_64"): ("linux-x64",),
}

# macOS, "Bad CPU type in executable"; Python's errno has no name for it.
EBADARCH = 86

# How long the executable may take to come to an end once it is told to.
GRACE_SECONDS = 5

# What XML 1.0 has no place for: https://www.w3.org/TR/xml/#charsets
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class KAPPA(Processor):
    description = (
        "Creates or updates the Custom App in Kandji (Iru) that distributes the "
        "installer this recipe built."
    )
    input_variables = {
        "NAME": {
            "required": True,
            "description": (
                "The recipe's NAME; names the Custom App when nothing else does."
            ),
        },
        "pkg_path": {
            "required": False,
            "description": "The installer. When absent, pathname is used if it is one.",
        },
        "version": {
            "required": False,
            "description": (
                "The application's version, in case the installer does not say."
            ),
        },
        "bundleid": {
            "required": False,
            "description": (
                "The application's bundle identifier, in case the installer does not "
                "say."
            ),
        },
        "app_name": {
            "required": False,
            "description": (
                "The application's name, Firefox.app, in case the installer does not "
                "say."
            ),
        },
        "custom_app": {
            "required": False,
            "description": (
                "A dictionary of prod_name, test_name, ss_category, test_category; "
                "variables of these names win."
            ),
        },
        "enforcement_delays": {
            "required": False,
            "description": (
                "A dictionary of whole days: prod is enforcement_delay, test is "
                "test_enforcement_delay; these win."
            ),
        },
        "create_new": {
            "required": False,
            "description": "Always create a Custom App, never update one.",
        },
        "dry_run": {
            "required": False,
            "description": "Only say what would be done. Dry wins, whoever says it.",
        },
        "prod_name": {
            "required": False,
            "description": "Name of the Custom App for everybody.",
        },
        "test_name": {
            "required": False,
            "description": (
                "Name of the Custom App for those who try new versions first."
            ),
        },
        "ss_category": {
            "required": False,
            "description": (
                "Self Service category of the prod (or only) app; makes a new one "
                "self_service."
            ),
        },
        "test_category": {
            "required": False,
            "description": (
                "Self Service category of the test app; makes a new one self_service."
            ),
        },
        "enforcement_type": {
            "required": False,
            "description": (
                "How a new app is installed: audit_enforce, install_once or "
                "self_service."
            ),
        },
        "test_enforcement_type": {
            "required": False,
            "description": (
                "How a new test app is installed, when not as enforcement_type says."
            ),
        },
        "enforcement_delay": {
            "required": False,
            "description": (
                "Whole days, 0 to 365, until the prod (or only) app is enforced."
            ),
        },
        "test_enforcement_delay": {
            "required": False,
            "description": "Whole days, 0 to 365, until the test app is enforced.",
        },
        "blueprints": {
            "required": False,
            "description": (
                "Names or ids of the Blueprints that a new prod (or only) app is put "
                "into; a node of an assignment map as NAME#NODE_ID."
            ),
        },
        "test_blueprints": {
            "required": False,
            "description": (
                "Names or ids of the Blueprints that a new test app is put into."
            ),
        },
        "preinstall_script": {
            "required": False,
            "description": (
                "Script that runs before the installer: its text, which starts with "
                "#!, or its path, which may be relative to the recipe."
            ),
        },
        "postinstall_script": {
            "required": False,
            "description": "Script that runs after the installer, in the same forms.",
        },
        "restart": {
            "required": False,
            "description": "Whether the Mac restarts after the installation.",
        },
        "active": {
            "required": False,
            "description": "Whether the app is active in Kandji.",
        },
        "self_service_recommended": {
            "required": False,
            "description": "Whether Self Service recommends the app.",
        },
        "show_in_self_service": {
            "required": False,
            "description": (
                "Show an enforced app in Self Service as well; a category then no "
                "longer changes the enforcement."
            ),
        },
        "unzip_location": {
            "required": False,
            "description": "Folder on the Mac into which a .zip is unpacked.",
        },
        "update_settings": {
            "required": False,
            "description": (
                "Also bring an existing app's settings to what recipe and map state."
            ),
        },
        "force_upload": {
            "required": False,
            "description": "Upload even when the tenant already has this file.",
        },
        "KANDJI_API_URL": {
            "required": False,
            "description": (
                "API address of the tenant, as an AutoPkg preference or Input; wins "
                "over config.json."
            ),
        },
    }
    output_variables = {
        "kappa_results": {
            "description": (
                "What happened to each variant: variant, name, action, id, url, "
                "enforcement, self_service_category, version, sha256, file_key, "
                "blueprints, message."
            ),
        },
        "kappa_changed": {
            "description": "Whether anything changed in the tenant.",
        },
        "kandji_custom_app_id": {
            "description": "Id of the first variant's Custom App.",
        },
        "kandji_custom_app_name": {
            "description": "Name of the first variant's Custom App.",
        },
        "kandji_custom_app_url": {
            "description": (
                "Address of the first variant's Custom App in Kandji's web console."
            ),
        },
        "kappa_summary_result": {
            "description": "Row of AutoPkg's summary for the prod or only app.",
        },
        "kappa_test_summary_result": {
            "description": "Row of AutoPkg's summary for the test app.",
        },
    }

    __doc__ = description

    def main(self):
        """Run the executable and replace an earlier step's results by its own."""
        self.errors = []
        self.strays = []
        for name in self.output_variables:
            self.env.pop(name, None)

        executable = self.find_executable()
        code, answer = self.run(executable)
        results = read_results(answer)
        self.env.update(results or {})

        if code != 0:
            raise ProcessorError(self.failure(executable, code))
        self.print_errors()
        if results is None:
            raise ProcessorError(
                f"{executable} ended well, but its answer is not the result of a run. "
                "See with --version whether it is Kappa and of this release."
            )

    def find_executable(self):
        """Its path: as KAPPA_EXECUTABLE names it, beside this file, or on PATH."""
        named = os.environ.get("KAPPA_EXECUTABLE") or self.env.get("KAPPA_EXECUTABLE")
        if named:
            path = os.path.abspath(os.path.expanduser(named))
            if os.path.isfile(path):
                return path
            raise ProcessorError(
                f"KAPPA_EXECUTABLE names {path}, which is no file. Correct or remove "
                f"it; without it, the one in {FOLDER / 'bin'} is used."
            )

        builds = BUILDS.get((platform.system(), platform.machine()), ())
        places = [FOLDER / "bin" / build / "kappa" for build in builds]
        places.append(FOLDER / "bin" / "kappa")
        found = next(filter(os.path.isfile, places), None) or shutil.which("kappa")
        if found:
            return str(found)
        raise ProcessorError(
            f"There is no kappa executable at {' or '.join(map(str, places))}, nor on "
            f"PATH. Run {FOLDER / 'install'}, or set KAPPA_EXECUTABLE to its path."
        )

    def run(self, executable):
        """Its exit code and its answer; what it says is printed while it says it."""
        request = plistlib.dumps(plist_value(self.env))
        with ThreadPoolExecutor() as meanwhile, Leash() as leash:
            child = leash.hold(start(executable))
            meanwhile.submit(feed, child.stdin, request)
            answer = meanwhile.submit(child.stdout.read)
            for line in child.stderr:
                self.hear(printable(line.decode("utf-8", "replace").rstrip("\r\n")))
            code = child.wait()
            if leash.signal:
                self.print_errors()
            return code, answer.result()

    def hear(self, line):
        """Print a line of the log at its level; keep an error, it may be the reason."""
        level, tab, text = line.partition("\t")
        if tab and level == "E":
            self.errors.append(text)
        elif tab and level in ("1", "2", "3"):
            self.print_errors()
            self.print_now(text, int(level))
        else:
            # Its runtime or the system's loader speaks. The first lines say what is
            # wrong; indented ones are a stack.
            if line.strip() and not line[0].isspace() and len(self.strays) < 5:
                self.strays.append(line)
            self.print_now(line, 1)

    def print_errors(self):
        """Print the errors kept so far, which were not the last word."""
        while self.errors:
            self.print_now(self.errors.pop(0), 0)

    def print_now(self, text, verbose_level):
        """Print at once, also where stdout is a pipe or a file."""
        self.output(text, verbose_level)
        sys.stdout.flush()

    def failure(self, executable, code):
        """Why the run failed and what to do about it."""
        if self.errors and 0 < code <= 130:
            return "\n".join(self.errors)
        number = -code if code < 0 else code - 128
        if code == 130:
            ending = "was interrupted. Run the recipe again."
        elif number == signal.SIGKILL:
            ending = (
                "was killed. macOS does that to a file whose signature is missing or "
                "broken: install it anew. Elsewhere, memory may have run out."
            )
        elif number > 0:
            ending = (
                f"was ended by signal {number} ({signal.strsignal(number)}). Run the "
                "recipe again with -vvv, and report what it says if this stays."
            )
        else:
            ending = (
                f"failed with exit code {code}. See with --version whether it is Kappa "
                "and of this release."
            )
        return "\n".join([*(self.errors or self.strays), f"{executable} {ending}"])


class Leash:
    """Ends the executable when AutoPkg is told to end: by Ctrl-C, or by SIGTERM from
    launchd, systemd or a CI runner, at which Python would just die and leave an orphan
    that goes on uploading. Afterwards the signal takes its course."""

    def __init__(self):
        self.child = None
        self.signal = None
        self.handlers = {}

    def __enter__(self):
        # Python lets the main thread alone handle signals.
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                if signal.getsignal(number) not in (None, signal.SIG_IGN):
                    self.handlers[number] = signal.signal(number, self.pull)
        return self

    def hold(self, child):
        """The child to end from now on, and at once if a signal has been faster."""
        self.child = child
        if self.signal:
            end(child)
        return child

    def pull(self, number, _frame):
        """Told to end; one who says so twice does not want to wait."""
        impatient, self.signal = self.signal, number
        if self.child:
            self.child.kill() if impatient else end(self.child)

    def __exit__(self, *_):
        if self.child and self.child.poll() is None:
            end(self.child)
            self.child.wait()
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        if self.signal:
            signal.raise_signal(self.signal)


def end(child):
    """Ask it to end, so that it can say how far it came; after a while, make it."""
    child.terminate()
    killer = threading.Timer(GRACE_SECONDS, child.kill)
    killer.daemon = True
    killer.start()


def start(executable):
    """The running executable, or an error that says why this computer cannot run it."""
    try:
        return subprocess.Popen(
            [executable, "process", "--log-levels"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "KAPPA_SHIM_FOLDER": str(FOLDER)},
        )
    except OSError as error:
        if error.errno == errno.EACCES:
            what = "may not be executed: run chmod +x on it, or keep it elsewhere"
        elif error.errno in (errno.ENOEXEC, EBADARCH):
            what = "is built for another system or processor"
        elif error.errno == errno.ENOENT:
            what = "needs a loader that is not here: it is built for another system"
        else:
            what = f"could not be started: {error.strerror}"
        raise ProcessorError(
            f"{executable} {what}. This is {platform.system()} {platform.machine()}; "
            f"{FOLDER / 'install'} gets the build that fits."
        ) from error


def feed(stream, request):
    """Write it all, unless the executable ends without reading it."""
    with suppress(BrokenPipeError), stream:
        stream.write(request)


def read_results(answer):
    """The result variables; None when the answer is no dictionary in a plist."""
    try:
        results = plistlib.loads(answer, fmt=plistlib.FMT_XML)
    except Exception:  # plistlib lets through whatever its parsers raise
        return None
    return results if isinstance(results, dict) else None


def plist_value(value):
    """What a plist can hold of it: None goes, and what it does not know is text."""
    if value is None or isinstance(value, (bool, bytes, bytearray)):
        return value
    if isinstance(value, str):
        return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, Mapping):
        pairs = ((plist_value(str(key)), plist_value(value[key])) for key in value)
        return {key: one for key, one in pairs if one is not None}
    if isinstance(value, (Sequence, Set)):
        return [one for one in map(plist_value, value) if one is not None]
    if isinstance(value, datetime):
        # A plist's dates are UTC, and plistlib writes the hour as it finds it.
        return value.astimezone(timezone.utc) if value.tzinfo else value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, int) and -(1 << 63) <= value < 1 << 63:
        return value
    return plist_value(str(value))


def printable(text):
    """The text without what stdout or AutoPkg's report plist cannot take."""
    encoding = sys.stdout.encoding or "utf-8"
    text = NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
    return text.encode(encoding, "backslashreplace").decode(encoding)


if __name__ == "__main__":
    PROCESSOR = KAPPA()
    PROCESSOR.execute_shell()
