# serve: --clock manual
"""Trouble by fault rules, armed from Python over the control API, as a test of anybody's client would."""

import http.client
import unittest
from xml.parsers.expat import ExpatError

from pyVmomi import vim, vmodl

from case import run
from control import control, refused
from vcenter import Vcenter, log_in


class Faults(unittest.TestCase):
    def setUp(self):
        self.vcenter = Vcenter()
        self.vm = self.vcenter.find("DC0/vm/DC0_H0_VM0")
        self.addCleanup(lambda: control("/reset", method="POST"))

    def arm(self, effect, **rule):
        rule.setdefault("match", {"method": "PowerOffVM_Task", "name": "DC0_H0_VM0"})
        return control("/faults", {**rule, "effect": effect})["id"]

    def advance(self, duration):
        return control("/clock", {"advance": duration})

    def hits(self):
        return [rule["hits"] for rule in control("/faults")]

    def error_of(self, task):
        self.advance("0s")
        self.assertEqual(task.info.state, "error")
        return task.info.error

    def test_a_fault_arrives_as_its_class_with_its_details(self):
        detail = {"fault": "NoDiskSpace", "properties": {"file": "a.vmdk", "datastore": "LocalDS_0"}}
        self.arm({"soap": detail}, limits={"times": 1})
        with self.assertRaises(vim.fault.NoDiskSpace) as caught:
            self.vm.PowerOffVM_Task()
        self.assertEqual((caught.exception.file, caught.exception.datastore), ("a.vmdk", "LocalDS_0"))
        self.assertEqual(self.hits(), [1])
        self.assertEqual(self.vm.runtime.powerState, "poweredOn")

    def test_a_task_fails_stalls_and_is_slow(self):
        self.arm({"task": {"fail": {"fault": "HostCommunication"}}}, when={"nth": 1})
        self.assertIsInstance(self.error_of(self.vm.PowerOffVM_Task()), vmodl.fault.HostCommunication)
        control("/faults", method="DELETE")
        self.arm({"task": {"slow": "5m"}})
        task = self.vm.PowerOffVM_Task()
        self.advance("4m")
        self.assertEqual((task.info.state, self.vm.runtime.powerState), ("running", "poweredOn"))
        self.advance("1m")
        self.assertEqual((task.info.state, self.vm.runtime.powerState), ("success", "poweredOff"))
        self.arm({"task": {"stall": True, "at": "40%"}}, match={"method": "PowerOnVM_Task"})
        task = self.vm.PowerOnVM_Task()
        self.advance("10m")
        self.assertEqual((task.info.state, task.info.progress), ("running", 40))

    def test_a_lost_answer_is_a_broken_connection_after_the_work(self):
        for trouble in ({"reset": True}, {"empty": True}, {"truncate": 20}, {"garbage": True}, {"alert": True}):
            with self.subTest(trouble=trouble):
                control("/reset", method="POST")
                vcenter = Vcenter()
                vm = vcenter.find("DC0/vm/DC0_H0_VM0")
                self.arm({"transport": {**trouble, "phase": "after"}}, limits={"times": 1})
                with self.assertRaises((OSError, http.client.HTTPException, ExpatError)):
                    vm.PowerOffVM_Task()
                again = Vcenter().find("DC0/vm/DC0_H0_VM0")
                self.assertEqual(again.runtime.powerState, "poweredOff")

    def test_an_http_status_is_told_as_one(self):
        self.arm({"transport": {"status": 503, "body": "busy", "headers": {"Retry-After": "1"}}}, limits={"times": 1})
        with self.assertRaises(http.client.HTTPException) as caught:
            self.vm.PowerOffVM_Task()
        self.assertIn("503", str(caught.exception))
        self.assertEqual(self.vm.runtime.powerState, "poweredOn")

    def test_a_slow_answer_comes_whole(self):
        self.arm({"transport": {"dribble": {"bytes": 100, "every": "1ms"}}}, match={"method": "CurrentTime"})
        self.assertIsNotNone(self.vcenter.si.CurrentTime())

    def test_a_lost_session_is_not_authenticated_and_a_new_one_finds_the_world(self):
        self.arm({"world": {"verb": "session.expireAll"}})
        with self.assertRaises(vim.fault.NotAuthenticated):
            self.vm.PowerOffVM_Task()
        self.assertEqual(Vcenter().find("DC0/vm/DC0_H0_VM0").runtime.powerState, "poweredOn")

    def test_a_host_that_crashes_does_not_respond(self):
        host = self.vcenter.find("DC0/host/DC0_H0/DC0_H0")
        self.assertEqual(control("/world", {"verb": "host.crash", "name": "DC0_H0"}), {"changed": True})
        self.assertEqual(host.runtime.connectionState, "notResponding")
        control("/world", {"verb": "host.recover", "name": "DC0_H0"})
        self.assertEqual(host.runtime.connectionState, "connected")

    def test_a_full_datastore_has_no_room_and_then_it_has(self):
        store = self.vm.datastore[0]
        control("/world", {"verb": "datastore.fill", "name": store.name, "free": "1KiB"})
        self.assertEqual(store.summary.freeSpace, 1024)
        disks = self.vcenter.content.virtualDiskManager
        spec = vim.VirtualDiskManager.FileBackedVirtualDiskSpec(
            diskType="thick", adapterType="lsiLogic", capacityKb=1024 * 1024
        )
        make = lambda: disks.CreateVirtualDisk_Task("[LocalDS_0] big.vmdk", self.vcenter.datacenter, spec)
        self.assertIsInstance(self.error_of(make()), vim.fault.NoDiskSpace)
        control("/world", {"verb": "datastore.free", "name": "*"})
        task = make()
        self.advance("0s")
        self.assertEqual(task.info.state, "success")

    def test_a_locked_file_is_told_by_name(self):
        control("/world", {"verb": "file.lock", "name": "DC0_H0_VM1"})
        vm = self.vcenter.find("DC0/vm/DC0_H0_VM1")
        vm.PowerOffVM_Task()
        self.advance("0s")
        error = self.error_of(vm.PowerOnVM_Task())
        self.assertIsInstance(error, vim.fault.FileLocked)
        self.assertIn(".vmdk", error.file)

    def test_a_licence_that_ran_out_starts_nothing(self):
        self.vm.PowerOffVM_Task()
        self.advance("0s")
        control("/world", {"verb": "license.expire"})
        self.assertIsInstance(self.error_of(self.vm.PowerOnVM_Task()), vim.fault.LicenseExpired)

    def test_a_restart_ends_sessions_and_keeps_the_world(self):
        uuid = self.vcenter.content.about.instanceUuid
        control("/world", {"verb": "vcenter.restart", "refuse": "20s", "down": "1m"})
        with self.assertRaises((OSError, http.client.HTTPException)):
            self.vm.PowerOffVM_Task()
        self.advance("20s")
        self.assertRaisesRegex(Exception, "is down", log_in)
        self.advance("40s")
        self.assertRaises(vim.fault.NotAuthenticated, self.vm.PowerOffVM_Task)
        again = Vcenter()
        self.assertEqual(again.content.about.instanceUuid, uuid)
        self.assertEqual(again.find("DC0/vm/DC0_H0_VM0").runtime.powerState, "poweredOn")

    def test_a_wrong_rule_is_refused_with_the_word_and_an_odd_one_is_warned_of(self):
        code, told = refused("/faults", {"effect": {"soap": {"fault": "NoDiskSpce"}}})
        self.assertEqual((code, told["code"], told["path"]), (400, "ERR_RULE", "effect.soap.fault"))
        self.assertIn("did you mean 'NoDiskSpace'?", told["message"])
        self.assertEqual(control("/faults"), [])
        armed = control("/faults", {"match": {"method": "PowerOf"}, "effect": {"task": {"stall": True}}})
        self.assertEqual(len(armed["warnings"]), 1)


if __name__ == "__main__":
    run()
