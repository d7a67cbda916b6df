"""What cinder's driver for first class disks does, call by call."""

import unittest

from oslo_vmware import exceptions, vim_util

from case import run
from openstack_world import Driver


class FirstClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver()
        cls.manager = cls.driver.vim.service_content.vStorageObjectManager
        cls.datastore = cls.driver.objects("Datastore")["LocalDS_0"]

    def done(self, method, target, **values):
        return self.driver.session.wait_for_task(self.driver.call(method, target, **values))

    def on(self, disk, method, **values):
        return self.done(method, self.manager, id=self.id(disk), datastore=self.datastore, **values)

    def id(self, value):
        return self.driver.spec("ID", id=value)

    def backing(self):
        return self.driver.spec(
            "VslmCreateSpecDiskFileBackingSpec", datastore=self.datastore, provisioningType="thin"
        )

    def create(self, name="volume"):
        spec = self.driver.spec(
            "VslmCreateSpec", name=name, capacityInMB=1024, keepAfterDeleteVm=True, backingSpec=self.backing()
        )
        disk = self.done("CreateDisk_Task", self.manager, spec=spec).result.config.id.id
        self.addCleanup(self.remove, disk)
        return disk

    def remove(self, disk):
        try:
            self.on(disk, "DeleteVStorageObject_Task")
        except exceptions.VimFaultException as error:
            # A fault without properties is a text to suds: what it is stands in the message alone.
            self.assertIn("could not be found", str(error))

    def config(self, disk):
        return self.driver.call(
            "RetrieveVStorageObject", self.manager, id=self.id(disk), datastore=self.datastore
        ).config

    def test_a_volume_is_made_extended_and_deleted(self):
        disk = self.create()
        self.on(disk, "ExtendDisk_Task", newCapacityInMB=2048)
        self.assertEqual(self.config(disk).capacityInMB, 2048)
        self.on(disk, "DeleteVStorageObject_Task")
        with self.assertRaises(exceptions.VimFaultException) as caught:
            self.config(disk)
        self.assertEqual(caught.exception.fault_list, ["NotFound"])

    def test_a_volume_is_made_of_another_and_of_a_snapshot(self):
        disk = self.create()
        spec = self.driver.spec("VslmCloneSpec", name="clone", keepAfterDeleteVm=True, backingSpec=self.backing())
        clone = self.on(disk, "CloneVStorageObject_Task", spec=spec).result.config.id.id
        self.addCleanup(self.remove, clone)
        snapshot = self.on(disk, "VStorageObjectCreateSnapshot_Task", description="snap").result.id
        made = self.on(disk, "CreateDiskFromSnapshot_Task", snapshotId=self.id(snapshot), name="of it")
        self.addCleanup(self.remove, made.result.config.id.id)
        self.on(disk, "DeleteSnapshot_Task", snapshotId=self.id(snapshot))
        self.assertEqual(self.config(clone).capacityInMB, 1024)
        self.assertTrue(self.config(clone).keepAfterDeleteVm)

    def test_a_volume_is_attached_and_detached(self):
        disk = self.create()
        vm = next(iter(self.driver.objects("VirtualMachine").values()))
        self.done("AttachDisk_Task", vm, diskId=self.id(disk), datastore=self.datastore)
        with self.assertRaises(exceptions.VimFaultException) as caught:
            self.on(disk, "DeleteVStorageObject_Task")
        self.assertIn("not allowed in the current state", str(caught.exception))
        self.done("DetachDisk_Task", vm, diskId=self.id(disk))

    def test_a_disk_that_stands_becomes_a_volume_by_its_url(self):
        manager = self.driver.vim.service_content.virtualDiskManager
        datacenter = self.driver.objects("Datacenter")["DC0"]
        spec = self.driver.spec(
            "FileBackedVirtualDiskSpec", diskType="thin", adapterType="lsiLogic", capacityKb=4096
        )
        name = "[LocalDS_0] cinder.vmdk"
        self.done("CreateVirtualDisk_Task", manager, name=name, datacenter=datacenter, spec=spec)
        path = "https://vcenter/folder/cinder.vmdk?dcPath=DC0&dsName=LocalDS_0"
        made = self.driver.call("RegisterDisk", self.manager, path=path, name="adopted")
        self.addCleanup(self.remove, made.config.id.id)
        self.assertEqual((made.config.name, made.config.backing.filePath), ("adopted", name))
        self.assertEqual(vim_util.get_moref_value(made.config.backing.datastore), vim_util.get_moref_value(self.datastore))

    def test_a_volume_follows_another_policy(self):
        disk = self.create()
        profile = self.driver.spec(
            "VirtualMachineDefinedProfileSpec", profileId="4d5f673c-536f-11e6-beb8-9e71128cae77"
        )
        before = self.config(disk).vclock.vClockTime
        self.on(disk, "UpdateVStorageObjectPolicy_Task", profile=[profile])
        self.assertEqual(self.config(disk).vclock.vClockTime, before + 1)


run()
