"""What docs/openstack.md says that drivers do beyond the role of OpenStack's documents, and what they were seen to do."""

import os
import re
import unittest
from pathlib import Path

from control import control

PAGE = Path(__file__).parents[3] / "docs" / "openstack.md"

# By program, for each does a part of what its driver can do.
NEEDED = {
    "nova": {"VirtualMachine.Config.Settings", "VirtualMachine.Interact.ConsoleInteract"},
    "cinder_retype": {
        "VirtualMachine.Config.Settings",
        "VirtualMachine.Provisioning.DeployTemplate",
        "VirtualMachine.Provisioning.MarkAsTemplate",
    },
    "cinder_volumes": {
        "VirtualMachine.Provisioning.DeployTemplate",
        "VirtualMachine.Provisioning.MarkAsTemplate",
        "VirtualMachine.State.RevertToSnapshot",
    },
}


def documented():
    """The table of the page: `A.B.C`, and `.D` for another of the same group."""
    found = set()
    for row in re.findall(r"^\| (`.+?) \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE):
        group = ""
        for name in re.findall(r"`([\w.]+)`", row):
            found.add(group + name if name.startswith(".") else name)
            group = group if name.startswith(".") else name.rpartition(".")[0]
    return found


class WhatItNeeded(unittest.TestCase):
    """Comes last: unittest goes by the names of classes."""

    program = ""
    user = "openstack-full@vsphere.local"

    def test_its_driver_needed_beyond_the_documented_role_what_the_page_lists_for_it(self):
        (report,) = control(f"/privileges?user={self.user}&role=OpenStack")
        lacking, expected = set(report["compared"]["lacks"]), NEEDED.get(self.program, set())
        self.assertEqual(set().union(*NEEDED.values()), documented())
        calls = {need["privilege"]: need["calls"] for need in report["needs"] if need["privilege"] in lacking - expected}
        # Of a few cases no more can be said than that they need nothing else.
        if os.environ.get("COMPAT_ONLY"):
            self.assertLessEqual(lacking, expected, calls)
        else:
            self.assertEqual(lacking, expected, calls)
