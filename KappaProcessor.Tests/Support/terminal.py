"""Runs a program on a terminal of its own and copies what it shows: terminal.py COLUMNS PROGRAM ARGUMENT..."""
import fcntl
import os
import pty
import struct
import sys
import termios

child, screen = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
    os.execv(sys.argv[2], sys.argv[2:])

while True:
    try:
        shown = os.read(screen, 65536)
    except OSError:  # Linux says EIO when the program has ended, macOS gives nothing more
        break
    if not shown:
        break
    sys.stdout.buffer.write(shown)

sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
