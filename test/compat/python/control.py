"""The control API of the server under test, as any Python program calls it."""

import json
import os
import ssl
from urllib.error import HTTPError
from urllib.request import Request, urlopen

CONTROL = os.environ["SIMSPHERE_CONTROL_URL"].rstrip("/")
TRUSTING = ssl.create_default_context(cafile=os.environ["SIMSPHERE_CA"])


def control(route, body=None, method=None):
    """The answer as data; raises HTTPError for a refusal."""
    data = None if body is None else json.dumps(body).encode()
    request = Request(CONTROL + route, data=data, method=method, headers={"content-type": "application/json"})
    with urlopen(request, context=TRUSTING) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def refused(route, body):
    """The status and what is told of a refusal."""
    try:
        control(route, body)
    except HTTPError as error:
        return error.code, json.loads(error.read())
    raise AssertionError("was accepted")


def broken(case, **rule):
    """Arms a fault rule for as long as a case runs; what is answered tells how often it has hit."""
    (number,) = control("/faults", [rule])["ids"]
    case.addCleanup(control, f"/faults/{number}", method="DELETE")
    return lambda: next(told["hits"] for told in control("/faults") if told["id"] == number)
