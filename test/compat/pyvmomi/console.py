# serve: --cluster 0 --standalone-host 1 --vm 1
"""Consoles, judged by a released VNC client."""

import ssl
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from PIL import Image
from pyVmomi import vim

from case import run
from vcenter import Vcenter

PASSWORD = "s3cret"
PORT = 5960


def option(key, value):
    return vim.option.OptionValue(key=f"RemoteDisplay.vnc.{key}", value=value)


class Consoles(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.vm = cls.vcenter.find("DC0/vm/DC0_H0_VM0")
        extra = [option("enabled", "TRUE"), option("port", str(PORT)), option("password", PASSWORD)]
        cls.vcenter.wait(cls.vm.ReconfigVM_Task(vim.vm.ConfigSpec(extraConfig=extra)))

    def shot(self, *arguments):
        """What vncdo makes of it: the picture, or why there is none."""
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder, "console.png")
            vncdo = Path(sys.executable).with_name("vncdo")
            made = subprocess.run(
                [vncdo, "-s", f"127.0.0.1::{PORT}", *arguments, "capture", picture],
                capture_output=True,
                text=True,
            )
            if not picture.exists():
                return None, made.stderr
            with Image.open(picture) as image:
                return image.convert("L"), made.stderr

    def firewall(self, does):
        system = self.vm.runtime.host.configManager.firewallSystem
        getattr(system, does)("gdbserver")

    def test_a_console_shows_itself_once_the_firewall_lets_callers_in(self):
        image, _ = self.shot("-p", PASSWORD)
        self.assertIsNone(image)
        self.firewall("EnableRuleset")
        self.addCleanup(self.firewall, "DisableRuleset")
        image, said = self.shot("-p", PASSWORD)
        self.assertIsNotNone(image, said)
        self.assertEqual(image.size, (720, 400))
        lit = sum(image.histogram()[101:])
        self.assertGreater(lit, 500)

    def test_a_wrong_password_is_turned_away(self):
        self.firewall("EnableRuleset")
        self.addCleanup(self.firewall, "DisableRuleset")
        image, said = self.shot("-p", "wrong")
        self.assertIsNone(image)
        self.assertIn("password check failed", said)

    def test_a_ticket_says_where_the_console_is(self):
        ticket = self.vm.AcquireTicket("webmks")
        self.assertTrue(ticket.url.startswith("wss://"))
        self.assertTrue(ticket.url.endswith(f"/ticket/{ticket.ticket}"))
        shown = ssl.get_server_certificate((ticket.host, ticket.port))
        self.assertIn("BEGIN CERTIFICATE", shown)
        self.assertEqual(self.vm.QueryConnections(), [])
        self.assertEqual(self.vm.runtime.numMksConnections, 0)
        old = self.vm.AcquireMksTicket()
        self.assertTrue(old.cfgFile.endswith("DC0_H0_VM0/DC0_H0_VM0.vmx"))


run()
