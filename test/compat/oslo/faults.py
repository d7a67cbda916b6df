"""What an OpenStack service makes of trouble that rules cause: it is to notice nothing, or to be told by a fault it knows."""

import unittest

from oslo_vmware import exceptions

from case import run
from control import control
from openstack_world import Driver

READ = {"method": "RetrievePropertiesEx"}


class Faults(unittest.TestCase):
    def setUp(self):
        control("/faults", method="DELETE")
        self.driver = Driver(retries=3)
        self.addCleanup(lambda: control("/faults", method="DELETE"))

    def arm(self, *rules):
        return control("/faults", list(rules))["ids"]

    def hits(self):
        return [rule["hits"] for rule in control("/faults")]

    def names(self):
        return sorted(self.driver.objects("Datacenter"))

    def test_a_session_that_is_over_and_answers_with_nothing_is_replaced(self):
        # As a server answers an idle session: an empty result, and no fault.
        once = {"nth": 1}
        self.arm(
            {"match": READ, "when": once, "effect": {"world": {"verb": "session.expire", "phase": "after"}}},
            {"match": READ, "when": once, "effect": {"soap": {"empty": True}}},
        )
        before = self.driver.session._session_id
        self.assertEqual(self.names(), ["DC0"])
        self.assertEqual(self.hits(), [1, 1])
        self.assertNotEqual(self.driver.session._session_id, before)

    def test_a_session_that_a_fault_ends_is_replaced(self):
        self.arm({"match": READ, "when": {"nth": 1}, "effect": {"world": {"verb": "session.expire"}}})
        before = self.driver.session._session_id
        self.assertEqual(self.names(), ["DC0"])
        self.assertNotEqual(self.driver.session._session_id, before)

    def test_a_connection_that_breaks_before_the_work_is_tried_again(self):
        self.arm({"match": READ, "when": {"nth": 1}, "effect": {"transport": {"reset": True}}})
        self.assertEqual(self.names(), ["DC0"])
        self.assertEqual(self.hits(), [1])

    def test_an_answer_that_is_no_xml_fails_the_call_and_not_the_session(self):
        self.arm({"match": READ, "limits": {"times": 1}, "effect": {"transport": {"status": 503, "body": "busy"}}})
        self.assertRaises(exceptions.VimException, self.names)
        self.assertEqual(self.names(), ["DC0"])

    def test_an_answer_that_is_slow_is_waited_for(self):
        self.arm({"match": READ, "effect": {"transport": {"dribble": {"bytes": 500, "every": "1ms"}}}})
        self.assertEqual(self.names(), ["DC0"])

    def test_a_task_that_fails_is_told_by_the_name_of_its_fault(self):
        detail = {"fault": "NoDiskSpace", "properties": {"file": "a.vmdk", "datastore": "LocalDS_0"}}
        self.arm({"match": {"method": "Rename_Task"}, "effect": {"task": {"fail": detail}}})
        datacenter = self.driver.objects("Datacenter")["DC0"]
        with self.assertRaises(exceptions.NoDiskSpaceException):
            self.driver.do("Rename_Task", datacenter, newName="DC0")

    def test_a_file_that_somebody_holds_is_told_as_locked(self):
        control("/world", {"verb": "file.lock", "path": "[LocalDS_0] *"})
        self.addCleanup(lambda: control("/world", {"verb": "file.unlock"}))
        vm = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        self.driver.do("PowerOffVM_Task", vm)
        self.addCleanup(lambda: self.driver.do("PowerOnVM_Task", vm))
        with self.assertRaises(exceptions.FileLockedException):
            self.driver.do("PowerOnVM_Task", vm)
        control("/world", {"verb": "file.unlock"})


if __name__ == "__main__":
    run()
