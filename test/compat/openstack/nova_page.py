# serve: --scenario openstack
"""What docs/openstack.md has a newcomer type."""

import contextlib
import io
import re
import unittest
from pathlib import Path

from case import run


class Page(unittest.TestCase):
    def test_its_program_spawns_an_instance(self):
        [program] = re.findall(r"<!-- test: nova -->\n```python\n(.*?)```", Path("docs/openstack.md").read_text(), re.S)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(compile(program, "docs/openstack.md", "exec"), {})
        self.assertRegex(said.getvalue(), r"^\[[0-9a-f-]{36}\] 1\n$")


run()
