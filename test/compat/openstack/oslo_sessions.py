# serve: --scenario openstack
"""oslo.vmware's session under OpenStack's own account: what it does by itself when something is in the way."""

import os
import re
import time
import unittest

from oslo_vmware import exceptions, pbm, vim_util

from case import run
from control import broken, control
from openstack_world import Driver
from served import Served
from vcenter import Vcenter

ACCOUNT = {"user": "openstack-full@vsphere.local", "password": "openstack"}


def expire():
    control("/world", {"verb": "session.expireAll", "user": "*openstack*"})


class SessionCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver(retries=3, **ACCOUNT)

    def broken(self, **rule):
        return broken(self, **rule)

    def folder(self):
        return self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")

    def made(self, name):
        """A folder is made, and is there once."""
        made = self.driver.call("CreateFolder", self.folder(), name=name)
        self.assertEqual(self.driver.property(made, "name"), name)
        return made


class Loss(SessionCase):
    def test_an_empty_answer_while_the_session_is_good_is_an_empty_list(self):
        empty = {"soap": {"empty": True}}
        hits = self.broken(match={"method": "RetrievePropertiesEx"}, limits={"times": 1}, effect=empty)
        self.assertEqual(self.driver.util("get_objects", "Datacenter", 100, ["name"]), [])
        self.assertEqual(hits(), 1)

    def test_a_session_that_is_over_is_replaced_before_what_was_asked_is_asked_again(self):
        before = self.driver.session._session_id
        expire()
        self.assertIn("DC0", self.driver.objects("Datacenter"))
        self.assertNotEqual(self.driver.session._session_id, before)

    def test_an_empty_answer_from_a_session_that_is_over_is_asked_again_in_a_new_one(self):
        once = {"match": {"method": "RetrievePropertiesEx"}, "limits": {"times": 1}}
        self.broken(**once, effect={"world": {"verb": "session.expire"}})
        hits = self.broken(**once, effect={"soap": {"empty": True}})
        self.assertIn("DC0", self.driver.objects("Datacenter"))
        self.assertEqual(hits(), 1)

    def test_a_session_that_ends_while_a_task_runs_still_learns_how_the_task_ended(self):
        self.broken(match={"method": "CreateVM_Task"}, limits={"times": 1}, effect={"task": {"slow": "2s"}})
        files = self.driver.spec("VirtualMachineFileInfo", vmPathName="[nas-1]")
        config = self.driver.spec(
            "VirtualMachineConfigSpec", name="outlives", guestId="otherGuest64", numCPUs=1, memoryMB=64, files=files
        )
        pool = self.driver.property(self.driver.objects("ClusterComputeResource")["DC0_C0"], "resourcePool")
        task = self.driver.call("CreateVM_Task", self.folder(), config=config, pool=pool)
        expire()
        info = self.driver.session.wait_for_task(task)
        self.assertEqual(info.state, "success")
        self.assertEqual(self.driver.property(info.result, "name"), "outlives")
        self.driver.remove(info.result)

    def test_policies_are_read_after_the_session_they_were_read_in(self):
        session = self.driver.session
        session.pbm_wsdl_loc_set(pbm.get_pbm_wsdl_location(vim_util.get_vc_version(session)))
        names = sorted(profile.name for profile in pbm.get_all_profiles(session))
        self.assertIn("VM Encryption Policy", names)
        expire()
        self.assertEqual(sorted(profile.name for profile in pbm.get_all_profiles(session)), names)


class Overload(SessionCase):
    def test_upstream_a_503_with_a_page_is_taken_for_a_method_that_is_missing_and_not_asked_again(self):
        # The transport passes every status as 200, and what is no envelope is read as a WSDL without the method.
        busy = {"status": 503, "body": "<html>Service Unavailable</html>", "headers": {"content-type": "text/html"}}
        hits = self.broken(match={"method": "CreateFolder"}, limits={"times": 1}, effect={"transport": busy})
        with self.assertRaises(exceptions.VimAttributeException):
            self.driver.call("CreateFolder", self.folder(), name="busy")
        self.assertEqual(hits(), 1)

    def test_a_connection_that_is_reset_is_made_again_and_the_call_with_it(self):
        hits = self.broken(match={"method": "CreateFolder"}, limits={"times": 1}, effect={"transport": {"reset": True}})
        self.made("reset")
        self.assertEqual(hits(), 1)

    def test_a_call_that_was_done_and_not_answered_is_done_again_and_says_that_it_was(self):
        reset = {"reset": True, "phase": "after"}
        self.broken(match={"method": "CreateFolder"}, limits={"times": 1}, effect={"transport": reset})
        with self.assertRaises(exceptions.DuplicateName) as caught:
            self.driver.call("CreateFolder", self.folder(), name="done twice")
        there = vim_util.get_moref(caught.exception.details["object"], "Folder")
        self.assertEqual(self.driver.property(there, "name"), "done twice")

    def test_a_server_that_never_comes_back_is_given_up(self):
        driver = Driver(retries=0, **ACCOUNT)
        self.broken(match={"method": "FindByInventoryPath"}, effect={"transport": {"empty": True}})
        with self.assertRaises(exceptions.VimConnectionException):
            driver.call("FindByInventoryPath", driver.vim.service_content.searchIndex, inventoryPath="DC0")


class Tasks(SessionCase):
    def spec(self, name):
        files = self.driver.spec("VirtualMachineFileInfo", vmPathName="[nas-1]")
        return self.driver.spec(
            "VirtualMachineConfigSpec", name=name, guestId="otherGuest64", numCPUs=1, memoryMB=64, files=files
        )

    def create(self, name):
        pool = self.driver.property(self.driver.objects("ClusterComputeResource")["DC0_C0"], "resourcePool")
        return self.driver.do("CreateVM_Task", self.folder(), config=self.spec(name), pool=pool)

    def test_a_task_is_asked_after_until_it_is_done(self):
        self.broken(match={"method": "CreateVM_Task"}, limits={"times": 1}, effect={"task": {"slow": "1s"}})
        info = self.create("slow")
        self.assertEqual(info.state, "success")
        self.assertGreaterEqual((info.completeTime - info.queueTime).total_seconds(), 0.9)
        self.driver.remove(info.result)

    def test_a_task_that_fails_raises_its_fault_as_what_it_is(self):
        for fault, raised in {
            "NoDiskSpace": exceptions.NoDiskSpaceException,
            "FileLocked": exceptions.FileLockedException,
            "TaskInProgress": exceptions.TaskInProgress,
            "FileNotFound": exceptions.FileNotFoundException,
            "InvalidPowerState": exceptions.InvalidPowerStateException,
        }.items():
            with self.subTest(fault):
                properties = {
                    "NoDiskSpace": {"file": "[nas-1] x", "datastore": "nas-1"},
                    "FileLocked": {"file": "[nas-1] x"},
                    "FileNotFound": {"file": "[nas-1] x"},
                    "TaskInProgress": {"task": {"type": "Task", "value": "task-1"}},
                    "InvalidPowerState": {"existingState": "poweredOn"},
                }[fault]
                failing = {"task": {"fail": {"fault": fault, "properties": properties}}}
                self.broken(match={"method": "CreateVM_Task"}, limits={"times": 1}, effect=failing)
                with self.assertRaises(raised):
                    self.create("fails")

    def test_a_task_of_an_object_that_went_meanwhile_says_which(self):
        info = self.create("goes")
        other = Vcenter()
        other.wait(other.find("DC0/vm/goes").Destroy_Task())
        with self.assertRaises(exceptions.ManagedObjectNotFoundException) as caught:
            self.driver.do("PowerOnVM_Task", info.result)
        self.assertEqual(caught.exception.details["obj"], vim_util.get_moref_value(info.result))


class Large(unittest.TestCase):
    """A vCenter of its own, large enough for pages, that writes a log."""

    @classmethod
    def setUpClass(cls):
        cls.log = os.path.join(os.environ.get("COMPAT_FOLDER", "/tmp"), "vpxd.log")
        cls.served = Served("default", "--vm", "130", "--log-file", cls.log)
        cls.server = cls.served.__enter__()
        cls.addClassCleanup(cls.served.__exit__)
        cls.driver = Driver(url=cls.server.url, cacert=cls.server.ca)

    def test_more_than_a_hundred_objects_come_in_pages_each_once(self):
        names, pages = [], 0
        result = self.driver.util("get_objects", "VirtualMachine", 100, ["name"])
        while result:
            pages += 1
            names += [content.propSet[0].val for content in result.objects]
            self.assertLessEqual(len(result.objects), 100)
            result = self.driver.util("continue_retrieval", result)
        self.assertEqual((len(names), len(set(names)), pages), (260, 260, 3))

    def test_all_pages_come_one_by_one_to_whoever_asks_for_them_so(self):
        result = self.driver.util("get_objects", "VirtualMachine", 100, ["name"])
        with vim_util.WithRetrieval(self.driver.vim, result) as found:
            self.assertEqual(len(list(found)), 260)

    def logged(self, pattern, seconds=60):
        """The server writes its log behind its answers."""
        end = time.monotonic() + seconds
        while True:
            with open(self.log, encoding="utf-8") as file:
                text = file.read()
            if re.search(pattern, text):
                return
            self.assertLess(time.monotonic(), end, text)
            time.sleep(0.05)

    def test_every_call_stands_in_the_log_with_the_operation_it_belongs_to(self):
        folder = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        made = self.driver.call("CreateFolder", folder, name="traced")
        self.driver.remove(made)
        for method in ("CreateFolder", "Destroy_Task"):
            with self.subTest(method):
                self.logged(rf"(?m)^(?=.*{method}).*opID=oslo\.vmware-[0-9a-f-]{{36}}")

    def test_an_operator_finds_an_operation_by_its_id_in_the_log_that_vcenter_shows(self):
        folder = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        made = self.driver.call("CreateFolder", folder, name="sought")
        session = self.server.log_in()
        manager = session.content.diagnosticManager
        start = manager.BrowseDiagnosticLog(key="vpxd:vpxd.log", start=999999999).lineEnd
        self.driver.remove(made)
        lines = manager.BrowseDiagnosticLog(key="vpxd:vpxd.log", start=start).lineText
        (begun,) = [line for line in lines if "BEGIN" in line and "Folder.Destroy_Task" in line]
        operation = re.search(r"opID=(oslo\.vmware-[0-9a-f-]{36})\]", begun)[1]
        own = [line for line in lines if f"opID={operation}]" in line]
        self.assertTrue([line for line in own if re.search(r"BEGIN task-\d+ -- group-v\d+ -- ", line)], own)
        self.assertTrue([line for line in own if re.search(r"FINISH task-\d+$", line)], own)


if __name__ == "__main__":
    run()
