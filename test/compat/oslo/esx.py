# serve: --esx
"""oslo.vmware on an ESXi: what nova's and cinder's sessions rest on, without a vCenter."""

import unittest

from case import run
from control import control
from oslo_vmware import exceptions
from oslo_vmware.objects import datastore
from openstack_world import Driver, session

USER = "root"


class Host(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver(user=USER)

    def compute(self):
        (found,) = self.driver.objects("ComputeResource").values()
        return found

    def machine(self, name):
        folder = self.driver.property(self.driver.objects("Datacenter")["ha-datacenter"], "vmFolder")
        (store,) = list(self.driver.objects("Datastore"))[:1]
        spec = self.driver.spec(
            "VirtualMachineConfigSpec",
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=self.driver.spec("VirtualMachineFileInfo", vmPathName=f"[{store}]"),
        )
        pool = self.driver.property(self.compute(), "resourcePool")
        made = self.driver.do("CreateVM_Task", folder, config=spec, pool=pool).result
        self.addCleanup(self.driver.remove, made)
        return made

    def test_a_session_with_a_host_agent_is_opened_by_root_alone(self):
        content = self.driver.vim.service_content
        self.assertEqual((content.about.apiType, content.sessionManager.value), ("HostAgent", "ha-sessionmgr"))
        with self.assertRaises(exceptions.VimFaultException):
            session(user="administrator@vsphere.local")

    def test_what_there_is_comes_as_from_a_vcenter(self):
        self.assertEqual(list(self.driver.objects("Datacenter")), ["ha-datacenter"])
        self.assertEqual(len(self.driver.objects("HostSystem")), 1)

    def test_a_machine_is_made_switched_on_and_off_and_removed(self):
        vm = self.machine("alone")
        self.driver.do("PowerOnVM_Task", vm)
        self.assertEqual(self.driver.property(vm, "runtime.powerState"), "poweredOn")
        self.driver.do("PowerOffVM_Task", vm)

    def test_a_session_that_is_over_is_replaced(self):
        before = self.driver.session._session_id
        control("/world", {"verb": "session.expireAll"})
        self.assertEqual(list(self.driver.objects("Datacenter")), ["ha-datacenter"])
        self.assertNotEqual(self.driver.session._session_id, before)

    def test_directories_and_disks_are_made_on_its_datastore(self):
        datacenter = self.driver.objects("Datacenter")["ha-datacenter"]
        (store,) = list(self.driver.objects("Datastore"))[:1]
        folder = datastore.DatastorePath(store, "made")
        files = self.driver.vim.service_content.fileManager
        self.driver.call("MakeDirectory", files, name=str(folder), datacenter=datacenter, createParentDirectories=True)
        disks = self.driver.vim.service_content.virtualDiskManager
        spec = self.driver.spec(
            "FileBackedVirtualDiskSpec", capacityKb=1024, adapterType="lsiLogic", diskType="thin"
        )
        disk = str(folder.join("disk.vmdk"))
        self.driver.do("CreateVirtualDisk_Task", disks, name=disk, datacenter=datacenter, spec=spec)
        self.driver.do("ExtendVirtualDisk_Task", disks, name=disk, datacenter=datacenter, newCapacityKb=2048)
        self.driver.do("DeleteDatastoreFile_Task", files, name=str(folder), datacenter=datacenter)

    def test_a_clone_is_not_supported(self):
        vm = self.machine("source")
        folder = self.driver.property(vm, "parent")
        location = self.driver.spec("VirtualMachineRelocateSpec", host=self.driver.property(vm, "runtime.host"))
        spec = self.driver.spec("VirtualMachineCloneSpec", location=location, powerOn=False, template=False)
        with self.assertRaises(exceptions.VimException) as caught:
            self.driver.do("CloneVM_Task", vm, folder=folder, name="copy", spec=spec)
        self.assertEqual(caught.exception.fault_list, ["NotSupported"], str(caught.exception))


if __name__ == "__main__":
    run()
