"""Types into a program on a terminal of its own, and copies what it shows: typist.py PROGRAM ARGUMENT... < STEPS

A step is an array of two texts: what has to be seen first, and what is typed then; all steps are one JSON array. What is
typed goes letter by letter. The last line on stderr says whether the terminal echoes when the program is gone.
"""
import json
import os
import pty
import sys
import termios

steps = json.load(sys.stdin)
child, screen = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])

seen = ""
typed = 0
settings = termios.tcgetattr(screen)
while True:
    try:
        shown = os.read(screen, 65536)
    except OSError:  # Linux says EIO when the program has ended, macOS gives nothing more
        break
    if not shown:
        break
    sys.stdout.buffer.write(shown)
    seen += shown.decode("utf-8", "replace")
    settings = termios.tcgetattr(screen)
    while typed < len(steps) and steps[typed][0] in seen:
        seen = seen.split(steps[typed][0], 1)[1]
        for letter in steps[typed][1]:
            os.write(screen, letter.encode())
        typed += 1

try:
    settings = termios.tcgetattr(screen)
except termios.error:
    pass  # the last that was known
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
sys.stdout.flush()
print("echo" if settings[3] & termios.ECHO else "no echo", file=sys.stderr)
sys.exit(status if typed == len(steps) else 99)
