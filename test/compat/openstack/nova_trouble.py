# serve: --scenario openstack
"""What nova's driver promises to do when its vCenter is in trouble."""

import json

import nova_cases
import nova_side as side
from case import run
from images import CONTROL, request
from vcenter import Vcenter
from oslo_vmware.exceptions import NoPermissionException, VimException
from pyVmomi import vim

from nova import exception
from nova.compute import power_state


class Trouble(nova_cases.NovaCase):
    def setUp(self):
        # A case may have ended every session, the one that looks on among them.
        self.vcenter = Vcenter()

    def rule(self, match, effect, times=1):
        """Arms a fault rule, as any program may, and takes it away with the case."""
        body = json.dumps({"match": match, "effect": effect, "limits": {"times": times}}).encode()
        with request("POST", f"{CONTROL}/faults", body, {"Content-Type": "application/json"}) as answer:
            rule = json.load(answer)["id"]
        self.addCleanup(lambda: request("DELETE", f"{CONTROL}/faults/{rule}").read())
        return rule

    def hits(self, rule):
        with request("GET", f"{CONTROL}/faults/{rule}") as answer:
            return json.load(answer)["hits"]

    def test_a_session_lost_in_the_middle_of_a_spawn_is_opened_again(self):
        rule = self.rule({"method": "CreateVM_Task"}, {"world": {"verb": "session.expireAll"}})
        instance = self.spawn()
        self.assertEqual(self.hits(rule), 1)
        self.assertEqual(self.state(instance), power_state.RUNNING)

    def test_an_empty_answer_of_a_session_that_is_over_is_asked_for_again_in_a_new_one(self):
        instance = self.spawn()
        self.rule({"method": "RetrievePropertiesEx"}, {"world": {"verb": "session.expireAll"}})
        rule = self.rule({"method": "RetrievePropertiesEx"}, {"soap": {"empty": True}})
        self.assertIn(instance.uuid, self.driver.list_instances())
        self.assertEqual(self.hits(rule), 1)
        self.vcenter = Vcenter()
        self.assertEqual(self.state(instance), power_state.RUNNING)

    def test_a_page_instead_of_an_answer_is_not_asked_for_again(self):
        """oslo.vmware means to: the words it looks for in the error are those of another SOAP library."""
        rule = self.rule({"method": "PowerOnVM_Task"}, {"transport": {"status": 503, "body": "overloaded"}})
        with self.assertRaises(VimException):
            self.spawn()
        self.assertEqual(self.hits(rule), 1)

    def test_a_connection_reset_is_made_again(self):
        rule = self.rule({"method": "RetrievePropertiesEx"}, {"transport": {"reset": True}})
        self.assertEqual(len(self.driver.get_available_nodes(refresh=True)), 1)
        self.driver.list_instances()
        self.assertEqual(self.hits(rule), 1)

    def test_an_upload_that_is_cut_fails_the_spawn_and_leaves_no_image_in_the_cache(self):
        image = self.image(adapter="lsiLogicsas", vmware_ostype="otherGuest64")
        rule = self.rule({"method": "PUT /folder"}, {"transport": {"reset": True, "phase": "before"}})
        with self.assertRaises(Exception):
            self.spawn(image)
        self.assertEqual(self.hits(rule), 1)
        self.assertEqual(self.cached(image), [])
        self.assertEqual(self.state(self.spawn(image)), power_state.RUNNING)

    def test_a_full_datastore_fails_the_spawn(self):
        image = self.image(adapter="paraVirtual", img_linked_clone="false")
        full = {"task": {"fail": {"fault": "NoDiskSpace", "properties": {"file": "x.vmdk", "datastore": "nas-1"}}}}
        rule = self.rule({"method": "CopyVirtualDisk_Task"}, full)
        with self.assertRaises(Exception) as refused:
            self.spawn(image)
        self.assertEqual(self.hits(rule), 1)
        self.assertIn("Insufficient disk space", str(refused.exception))

    def test_a_locked_disk_is_said_to_be_locked(self):
        locked = {"task": {"fail": {"fault": "FileLocked", "properties": {"file": "x.vmdk"}}}}
        instance = self.spawn()
        self.driver.power_off(instance)
        self.rule({"method": "PowerOnVM_Task"}, locked)
        with self.assertRaises(Exception) as refused:
            self.driver.power_on(side.acting(), instance, None)
        self.assertIn("FileLocked", type(refused.exception).__name__ + str(refused.exception))

    def test_a_machine_that_is_gone_behind_novas_back_is_no_trouble_to_destroy(self):
        instance = self.spawn()
        vm = self.machine(instance)
        self.vcenter.wait(vm.PowerOffVM_Task())
        self.vcenter.wait(vm.Destroy_Task())
        with self.assertRaises(exception.InstanceNotFound):
            self.driver.get_info(instance)
        self.driver.destroy(side.acting(), instance, None)

    def test_a_datastore_in_maintenance_is_passed_over(self):
        store = self.vcenter.find("DC0/datastore/nas-1")
        store.DatastoreEnterMaintenanceMode()
        self.addCleanup(lambda: self.vcenter.wait(store.DatastoreExitMaintenanceMode_Task()))
        vm = self.machine(self.spawn(self.image(img_linked_clone="false")))
        self.assertEqual([used.name for used in vm.datastore], ["nas-2"])

    def cached(self, image):
        """The image's files in the caches of all datastores."""
        found = []
        for name in ("nas-1", "nas-2"):
            browser = self.vcenter.find(f"DC0/datastore/{name}").browser
            spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=[f"{image}*.vmdk"])
            for folder in self.vcenter.wait(browser.SearchDatastoreSubFolders_Task(f"[{name}]", spec)):
                if "_base" in folder.folderPath:
                    found += [file.path for file in folder.file]
        return found


class Documented(nova_cases.NovaCase):
    """The account with the privileges that OpenStack's documents list, and no more."""

    options = {"host_username": "openstack@vsphere.local", "host_password": "openstack"}

    def refused(self, privilege, act, *words):
        with self.assertRaises(NoPermissionException) as caught:
            act(side.acting(), *words)
        self.assertEqual(caught.exception.details["privilegeId"], privilege)

    def test_an_instance_is_spawned_suspended_rebooted_and_destroyed_by_it(self):
        instance = self.spawn()
        self.driver.suspend(side.acting(), instance)
        self.driver.resume(side.acting(), instance, None)
        self.driver.reboot(side.acting(), instance, None, "HARD")
        self.assertEqual(self.state(instance), power_state.RUNNING)
        self.driver.destroy(side.acting(), instance, None)
        self.assertFalse(self.driver.instance_exists(instance))

    def test_tickets_for_consoles_and_the_boot_order_of_a_rescue_need_more(self):
        instance = self.spawn()
        self.refused("VirtualMachine.Interact.ConsoleInteract", self.driver.get_mks_console, instance)
        meta = side.IMAGES.meta(self.image())
        self.refused("VirtualMachine.Config.Settings", self.driver.rescue, instance, None, meta, "pw", None, None)


run()
