# serve: --ds 2
"""Disks that are more than one machine's: volumes attached by their path, and what a running machine holds."""

import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter, add, devices, disk, scsi

Spec = vim.vm.device.VirtualDeviceSpec
Disk = vim.vm.device.VirtualDisk
UUID = "aaaaaaaa-2222-3333-4444-555555555555"


class Volumes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def machine(self, suffix, *specs):
        name = self._testMethodName.removeprefix("test_")[:40] + suffix
        vm = self.vcenter.create(name, scsi(), *specs)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def change(self, vm, *specs):
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=list(specs))))

    def attach(self, vm, path):
        backing = Disk.FlatVer2BackingInfo(fileName=path, diskMode="persistent")
        self.change(vm, add(Disk(key=-1, controllerKey=1000, unitNumber=0, capacityInKB=0, backing=backing)))

    def drive(self, vm):
        return devices(vm, Disk)[0]

    def test_a_volume_has_one_uuid_and_one_size_wherever_it_is_attached(self):
        owner, instance = self.machine("-owner", disk()), self.machine("-instance")
        self.attach(instance, self.drive(owner).backing.fileName)
        drive = self.drive(owner)
        drive.backing.uuid = UUID
        drive.capacityInKB = 8192
        self.change(owner, Spec(operation="edit", device=drive))
        for vm in (owner, instance):
            self.assertEqual((self.drive(vm).backing.uuid, self.drive(vm).capacityInKB), (UUID, 8192))
        self.change(instance, Spec(operation="remove", device=self.drive(instance)))
        self.assertEqual(self.drive(owner).backing.uuid, UUID)

    def test_a_machine_that_runs_holds_its_disk(self):
        owner, instance = self.machine("-owner", disk()), self.machine("-instance")
        path = self.drive(owner).backing.fileName
        self.attach(instance, path)
        self.vcenter.wait(instance.PowerOnVM_Task())
        fault = self.vcenter.fault_of(owner.PowerOnVM_Task)
        self.assertIsInstance(fault, vim.fault.FileLocked)
        self.assertEqual(fault.file, path)
        self.vcenter.wait(instance.PowerOffVM_Task())
        self.change(instance, Spec(operation="remove", device=self.drive(instance)))

    def test_a_disk_without_a_name_goes_to_the_datastore_its_backing_refers_to(self):
        vm = self.machine("", disk())
        other = self.vcenter.find("DC0/datastore/LocalDS_1")
        spec = disk(4096, controller=1000, unit=1)
        spec.device.backing.fileName = ""
        spec.device.backing.datastore = other
        self.change(vm, spec)
        self.assertEqual(devices(vm, Disk)[1].backing.datastore, other)
        self.assertIn(other, vm.datastore)


if __name__ == "__main__":
    run()
