"""A tenant that shares no line with the product or its sandbox: sockets, and just enough of the API.

Run as: tenant.py [STEP:MOMENT ...]
Resets the connection at the first request of each STEP (list, presign, upload, create, update), at the MOMENT
before, within or after its body has been read; after, what was asked for has been done.
Prints its port. GET /state tells what it holds.
"""

import hashlib
import json
import re
import socket
import struct
import sys
import threading
import urllib.parse
import uuid

troubles = [argument.split(":") for argument in sys.argv[1:]]
apps = {}
files = {}
resets = []
gate = threading.Lock()


class Reset(Exception):
    pass


def step_of(method, path):
    if path == "/bucket":
        return "upload"
    if path.endswith("/custom-apps/upload"):
        return "presign"
    if path.endswith("/custom-apps"):
        return "list" if method == "GET" else "create"
    if "/custom-apps/" in path:
        return "get" if method == "GET" else "update"
    return "other"


def moment_of(step):
    with gate:
        for trouble in troubles:
            if trouble[0] == step:
                troubles.remove(trouble)
                resets.append(step)
                return trouble[1]
    return None


def answer(method, path, body, host):
    step = step_of(method, path)
    if path == "/state":
        return 200, {"apps": list(apps.values()), "resets": resets}
    if step == "list":
        return 200, {"count": len(apps), "next": None, "previous": None, "results": list(apps.values())}
    if step == "presign":
        key = "files/" + uuid.uuid4().hex + "_" + json.loads(body)["name"]
        return 200, {"post_url": f"http://{host}/bucket", "post_data": {"key": key}, "file_key": key}
    if step == "upload":
        return store(body)
    if step in ("create", "update"):
        return write(step, path.rsplit("/", 1)[-1], dict(urllib.parse.parse_qsl(body.decode())))
    if step == "get" and path.rsplit("/", 1)[-1] in apps:
        return 200, apps[path.rsplit("/", 1)[-1]]
    return 404, {"detail": "Not found."}


def store(body):
    boundary, _, rest = body.partition(b"\r\n")
    parts = [part.partition(b"\r\n\r\n") for part in (b"\r\n" + body).split(b"\r\n" + boundary)[1:-1]]
    named = [(re.search(rb'name="([^"]*)"', head).group(1), content) for head, _, content in parts]
    if [name for name, _ in named] != [b"key", b"file"]:
        return 400, {"detail": "the file has to be the last part"}
    files[named[0][1].decode()] = hashlib.sha256(named[1][1]).hexdigest()
    return 204, None


def write(step, app_id, fields):
    if fields.get("file_key") not in files:
        return 400, {"file_key": ["No such file."]}
    with gate:
        app = apps.get(app_id) if step == "update" else {"id": str(uuid.uuid4())}
        app.update(fields, sha256=files[fields["file_key"]])
        apps[app["id"]] = app
    return 201 if step == "create" else 200, app


def read_exactly(connection, count):
    data = b""
    while len(data) < count:
        piece = connection.recv(min(65536, count - len(data)))
        if not piece:
            raise Reset
        data += piece
    return data


def serve_one(connection):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            return False
        head += byte
    request, *lines = head.decode("latin-1").rstrip().split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    method, target, _ = request.split(" ")
    path = target.partition("?")[0]
    length = int(headers.get("content-length", 0))
    moment = moment_of(step_of(method, path)) if path != "/state" else None
    if moment == "before":
        raise Reset
    if moment == "within":
        read_exactly(connection, length // 2)
        raise Reset
    status, content = answer(method, path, read_exactly(connection, length), headers["host"])
    if moment == "after":
        raise Reset
    text = b"" if content is None else json.dumps(content).encode()
    kind = "" if content is None else f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n"
    connection.sendall(f"HTTP/1.1 {status} Fine\r\n{kind}\r\n".encode() + text)
    return True


def serve(connection):
    with connection:
        try:
            while serve_one(connection):
                pass
        except (Reset, OSError):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


with socket.create_server(("127.0.0.1", 0)) as listener:
    print(listener.getsockname()[1], flush=True)
    while True:
        threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
