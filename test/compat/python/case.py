"""Cases as sentences: `test_a_wrong_password_is_refused` prints `ok a wrong password is refused`."""

import os
import re
import sys
import traceback
import unittest


class Lines(unittest.TestResult):
    def _ok(self, sentence):
        print(f"ok {sentence}", flush=True)

    def _fail(self, sentence, error):
        kind, value, trace = error
        # Our own lines say where; the client's inner life would bury them.
        ours = [frame for frame in traceback.extract_tb(trace) if "/test/compat/" in frame.filename]
        text = "".join(traceback.format_list(ours) + traceback.format_exception_only(kind, value))
        print(f"FAIL {sentence}\n  " + text.strip().replace("\n", "\n  "), flush=True)

    def addSuccess(self, test):
        self._ok(sentence(test))

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._fail(sentence(test), err)

    def addError(self, test, err):
        super().addError(test, err)
        self._fail(sentence(test), err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self._fail(f"{sentence(test)} {subtest._subDescription()}", err)


def sentence(test):
    name = getattr(test, "_testMethodName", None)
    return name.removeprefix("test_").replace("_", " ") if name else str(test)


def run():
    """Runs the cases of the program that calls it; COMPAT_ONLY picks among them."""
    only = re.compile(os.environ.get("COMPAT_ONLY") or ".", re.IGNORECASE)
    folder, file = os.path.split(os.path.splitext(sys.argv[0])[0])
    suite = unittest.TestSuite()
    module = sys.modules["__main__"]
    for group in unittest.defaultTestLoader.loadTestsFromModule(module):
        chosen = [t for t in group if only.search(f"{os.path.basename(folder)}/{file}: {sentence(t)}")]
        suite.addTest(unittest.TestSuite(chosen))
    result = Lines()
    suite.run(result)
    sys.stdout.flush()
    # Some clients leave threads behind that would keep the process.
    os._exit(0 if result.wasSuccessful() else 1)
