# serve: --vm 60
"""get_objects and its kin: the recursive traversal of OpenStack's drivers, in pages."""

import unittest

from oslo_vmware import exceptions, vim_util

from case import run
from openstack_world import Driver


class Objects(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver()

    def test_every_virtual_machine_is_found_once_over_all_pages(self):
        names, pages = [], 0
        result = self.driver.util("get_objects", "VirtualMachine", 50, ["name"])
        while result:
            pages += 1
            names += [content.propSet[0].val for content in result.objects]
            result = self.driver.util("continue_retrieval", result)
        self.assertEqual((len(names), len(set(names)), pages), (120, 120, 3))

    def test_a_retrieval_can_be_given_up_halfway(self):
        result = self.driver.util("get_objects", "VirtualMachine", 50, ["name"])
        self.assertTrue(result.token)
        self.driver.util("cancel_retrieval", result)
        self.assertTrue(self.driver.objects("Datacenter"))

    def test_every_kind_the_drivers_look_for_is_found(self):
        self.assertEqual(set(self.driver.objects("ClusterComputeResource")), {"DC0_C0"})
        hosts = {"DC0_H0", "DC0_C0_H0", "DC0_C0_H1", "DC0_C0_H2"}
        self.assertEqual(set(self.driver.objects("HostSystem")), hosts)
        self.assertEqual(set(self.driver.objects("Datastore")), {"LocalDS_0"})
        self.assertIn("Resources", self.driver.objects("ResourcePool"))
        self.assertLessEqual({"VM Network", "DC0_DVPG0"}, set(self.driver.objects("Network")))

    def test_the_properties_of_one_object_come_as_a_dictionary(self):
        machine = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        paths = ["name", "runtime.powerState", "config.instanceUuid", "summary.config.guestId"]
        found = self.driver.util("get_object_properties_dict", machine, paths)
        self.assertEqual(set(found), set(paths))
        self.assertEqual((found["name"], found["runtime.powerState"]), ("DC0_H0_VM0", "poweredOn"))

    def test_a_property_that_is_unset_is_left_out(self):
        machine = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        found = self.driver.util("get_object_properties_dict", machine, ["name", "snapshot", "parentVApp"])
        self.assertEqual(set(found), {"name"})

    def test_devices_arrive_as_what_they_are(self):
        machine = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        devices = self.driver.property(machine, "config.hardware.device")
        kinds = [device.__class__.__name__ for device in devices.VirtualDevice]
        self.assertIn("VirtualDisk", kinds)
        (disk,) = [device for device in devices.VirtualDevice if device.__class__.__name__ == "VirtualDisk"]
        self.assertEqual(disk.backing.__class__.__name__, "VirtualDiskFlatVer2BackingInfo")
        (bus,) = [device for device in devices.VirtualDevice if hasattr(device, "scsiCtlrUnitNumber")]
        self.assertEqual(bus.scsiCtlrUnitNumber, 7)
        self.assertIn(disk.key, bus.device)

    def test_references_arrive_as_references(self):
        cluster = self.driver.objects("ClusterComputeResource")["DC0_C0"]
        hosts = self.driver.property(cluster, "host").ManagedObjectReference
        self.assertEqual([vim_util.get_moref_type(host) for host in hosts], ["HostSystem"] * 3)

    def test_a_collection_of_objects_is_read_at_once(self):
        machines = list(self.driver.objects("VirtualMachine").values())
        found = self.driver.util("get_properties_for_a_collection_of_objects", "VirtualMachine", machines, ["name"])
        self.assertEqual(len(found.objects), len(machines))
        self.assertEqual(
            [vim_util.get_moref_value(content.obj) for content in found.objects],
            [vim_util.get_moref_value(machine) for machine in machines],
        )

    def test_the_path_of_an_entity_begins_with_its_datacenter(self):
        machine = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        path = self.driver.util("get_inventory_path", machine)
        self.assertEqual(path.strip("/"), "DC0/vm/DC0_H0_VM0")
        index = self.driver.vim.service_content.searchIndex
        found = self.driver.call("FindByInventoryPath", index, inventoryPath=path)
        self.assertEqual(vim_util.get_moref_value(found), vim_util.get_moref_value(machine))

    def test_a_datastore_is_one_the_drivers_would_choose(self):
        datastore = self.driver.objects("Datastore")["LocalDS_0"]
        paths = ["summary.type", "summary.accessible", "summary.capacity", "summary.freeSpace", "summary.maintenanceMode"]
        found = self.driver.util("get_object_properties_dict", datastore, paths)
        self.assertIn(found["summary.type"], ("VMFS", "NFS", "NFS41", "vsan"))
        self.assertIs(found["summary.accessible"], True)
        self.assertIn(found.get("summary.maintenanceMode", "normal"), ("normal",))
        self.assertTrue(0 < found["summary.freeSpace"] <= found["summary.capacity"])
        mounts = self.driver.property(datastore, "host").DatastoreHostMount
        self.assertEqual(len(mounts), 4)

    def test_an_object_that_is_gone_is_ManagedObjectNotFound_with_its_reference(self):
        gone = vim_util.get_moref("vm-404404", "VirtualMachine")
        with self.assertRaises(exceptions.ManagedObjectNotFoundException) as caught:
            self.driver.property(gone, "name")
        self.assertEqual(caught.exception.details["obj"], "vm-404404")

    def test_a_property_that_the_type_lacks_is_InvalidProperty(self):
        machine = self.driver.objects("VirtualMachine")["DC0_H0_VM0"]
        with self.assertRaises(exceptions.InvalidPropertyException):
            self.driver.property(machine, "nonsense")


if __name__ == "__main__":
    run()
