"""pyVmomi as operators read logs with it: by lines, and in bundles."""

import gzip
import io
import re
import tarfile
import unittest
import urllib.request

from case import run
from pyVmomi import VmomiSupport, vim, vmodl
from vcenter import URL, Vcenter, trusting

KEY = "vpxd:vpxd.log"


class Diagnostics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.addClassCleanup(cls.vcenter.close)
        cls.manager = cls.vcenter.content.diagnosticManager

    def end(self, **where):
        return self.manager.BrowseDiagnosticLog(start=999999999, **where).lineEnd

    def since(self, start, **where):
        """All lines after one, in as many pages as it takes."""
        lines = []
        while True:
            page = self.manager.BrowseDiagnosticLog(start=start + len(lines) + 1, lines=500, **where)
            lines += page.lineText
            if len(page.lineText) < 500:
                return lines

    def test_the_logs_of_vcenter_and_of_a_host_are_known_by_key(self):
        own = {log.key: log for log in self.manager.QueryDescriptions()}
        self.assertEqual(own[KEY].fileName, "/var/log/vmware/vpxd/vpxd.log")
        self.assertEqual(own[KEY].creator, vim.DiagnosticManager.LogDescriptor.Creator.vpxd)
        host = self.vcenter.cluster.host[0]
        self.assertEqual({log.key for log in self.manager.QueryDescriptions(host)}, {"hostd", "vmkernel", "vpxa"})

    def test_an_operation_is_traced_by_its_id_from_vcenter_to_the_host(self):
        vm = self.vcenter.create("traced")
        host = vm.runtime.host
        before, before_host = self.end(key=KEY), self.end(key="hostd", host=host)
        VmomiSupport.GetRequestContext()["operationID"] = "operator-17"
        self.addCleanup(VmomiSupport.GetRequestContext().pop, "operationID", None)
        self.vcenter.wait(vm.PowerOn())
        VmomiSupport.GetRequestContext().pop("operationID")
        lines = [line for line in self.since(before, key=KEY) if "opID=operator-17]" in line]
        for step in ("BEGIN lro-", "BEGIN task-", "FINISH task-", "VmPoweredOnEvent"):
            with self.subTest(step):
                self.assertTrue([line for line in lines if step in line], lines)
        on_host = [line for line in self.since(before_host, key="hostd", host=host) if "opID=operator-17-01" in line]
        self.assertTrue([line for line in on_host if re.search(r"Task Completed : haTask-.* Status success$", line)], on_host)
        self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(vm)

    def test_a_log_is_followed_as_it_grows(self):
        start = self.end(key=KEY)
        self.manager.EmitSyslogMark("one")
        first = self.since(start, key=KEY)
        self.manager.EmitSyslogMark("two")
        then = self.since(start + len(first), key=KEY)
        self.assertTrue([line for line in first if line.endswith("mark: one")])
        self.assertFalse([line for line in then if line.endswith("mark: one")])
        self.assertTrue([line for line in then if line.endswith("mark: two")])

    def test_a_key_that_is_none_is_refused(self):
        with self.assertRaises(vmodl.fault.InvalidArgument) as caught:
            self.manager.BrowseDiagnosticLog(key="vpxd-42.log")
        self.assertEqual(caught.exception.invalidProperty, "key")

    def test_bundles_are_fetched_from_where_they_are_said_to_be(self):
        host = self.vcenter.cluster.host[0]
        bundles = self.vcenter.wait(self.manager.GenerateLogBundles_Task(includeDefault=True, host=[host]))
        self.assertEqual([bundle.system for bundle in bundles], [None, host])
        own, its = [self.files(bundle.url) for bundle in bundles]
        self.assertIn(b"GenerateLogBundles_Task", own["var/log/vmware/vpxd/vpxd.log"])
        self.assertEqual(set(its), {"var/log/hostd.log", "var/log/vmkernel.log", "var/log/vpxa.log"})

    def files(self, url):
        cookie = self.vcenter.si._stub.cookie.split(";")[0]
        asked = urllib.request.Request(url.replace("*", URL.netloc, 1), headers={"Cookie": cookie})
        with urllib.request.urlopen(asked, context=trusting()) as answer:
            packed = gzip.decompress(answer.read())
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            return {name: archive.extractfile(name).read() for name in archive.getnames()}


if __name__ == "__main__":
    run()
