"""Disks without a machine: made, filled over `/folder`, converted, grown and taken away, and judged by their bytes."""

import base64
import os
import unittest
import urllib.error
import urllib.request

from pyVmomi import vim

from case import run
from vcenter import PASSWORD, URL, USER, Vcenter, add, devices, scsi, trusting

MIB = 1 << 20
Disk = vim.vm.device.VirtualDisk


class Disks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.virtualDiskManager
        cls.dc = cls.vcenter.datacenter

    def setUp(self):
        self.directory = self._testMethodName.removeprefix("test_")[:40]
        self.vcenter.content.fileManager.MakeDirectory(self.on(""), self.dc, False)

    def on(self, name):
        return f"[LocalDS_0] {self.directory}/{name}"

    def create(self, name, megabytes, kind="thin", adapter="lsiLogic"):
        spec = vim.VirtualDiskManager.FileBackedVirtualDiskSpec(
            diskType=kind, adapterType=adapter, capacityKb=megabytes * 1024
        )
        return self.vcenter.wait(self.manager.CreateVirtualDisk_Task(self.on(name), self.dc, spec))

    def copy(self, source, target, spec=None, force=None):
        return self.vcenter.wait(
            self.manager.CopyVirtualDisk_Task(self.on(source), self.dc, self.on(target), self.dc, spec, force)
        )

    def http(self, method, name, body=None):
        address = f"{URL.scheme}://{URL.netloc}/folder/{self.directory}/{name}?dcPath=DC0&dsName=LocalDS_0"
        request = urllib.request.Request(address, data=body, method=method)
        login = base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        request.add_header("Authorization", f"Basic {login}")
        with urllib.request.urlopen(request, context=trusting()) as answer:
            return answer.read()

    def pattern(self):
        piece = os.urandom(MIB)
        return piece + bytes(2 * MIB) + piece

    def test_a_raw_image_becomes_a_disk_and_is_copied_from_there(self):
        image = self.pattern()
        self.assertEqual(self.create("image.vmdk", 4, "preallocated"), self.on("image.vmdk"))
        extent = self.vcenter.content.fileManager.DeleteDatastoreFile_Task(self.on("image-flat.vmdk"), self.dc)
        self.vcenter.wait(extent)
        fault = self.vcenter.fault_of(
            lambda: self.manager.CopyVirtualDisk_Task(self.on("image.vmdk"), self.dc, self.on("x.vmdk"), self.dc)
        )
        self.assertIsInstance(fault, vim.fault.FileNotFound)
        self.assertEqual(fault.file, self.on("image-flat.vmdk"))
        self.http("PUT", "image-flat.vmdk", image)
        thin = vim.VirtualDiskManager.VirtualDiskSpec(diskType="thin", adapterType="busLogic")
        self.copy("image.vmdk", "copy.vmdk", thin)
        self.assertEqual(self.http("GET", "copy-flat.vmdk"), image)
        self.assertIn(b'ddb.adapterType = "buslogic"', self.http("GET", "copy.vmdk"))
        with self.assertRaises(vim.fault.FileAlreadyExists):
            self.copy("image.vmdk", "copy.vmdk")
        self.copy("image.vmdk", "copy.vmdk", force=True)
        self.assertEqual(self.http("GET", "copy-flat.vmdk"), image)

    def test_a_disk_grows_and_keeps_what_it_holds(self):
        image = self.pattern()
        self.create("a.vmdk", 4)
        self.http("PUT", "a-flat.vmdk", image)
        self.vcenter.wait(self.manager.ExtendVirtualDisk_Task(self.on("a.vmdk"), self.dc, 6 * 1024, False))
        self.assertEqual(self.http("GET", "a-flat.vmdk"), image + bytes(2 * MIB))
        vm = self.vcenter.create("grown", scsi())
        self.addCleanup(self.vcenter.destroy, vm)
        backing = Disk.FlatVer2BackingInfo(fileName=self.on("a.vmdk"), diskMode="persistent")
        drive = Disk(key=-1, controllerKey=1000, unitNumber=0, capacityInKB=0, backing=backing)
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[add(drive)])))
        self.assertEqual(devices(vm, Disk)[0].capacityInKB, 6 * 1024)
        self.vcenter.wait(vm.PowerOnVM_Task())
        for act in (
            lambda: self.manager.ExtendVirtualDisk_Task(self.on("a.vmdk"), self.dc, 8 * 1024, False),
            lambda: self.manager.DeleteVirtualDisk_Task(self.on("a.vmdk"), self.dc),
        ):
            self.assertIsInstance(self.vcenter.fault_of(act), vim.fault.FileLocked)
        self.vcenter.wait(vm.PowerOffVM_Task())

    def test_a_deleted_disk_leaves_nothing_and_gives_its_room_back(self):
        store = self.vcenter.find("DC0/datastore/LocalDS_0")
        free = store.summary.freeSpace
        self.create("a.vmdk", 64, "eagerZeroedThick", "ide")
        self.assertEqual(free - store.summary.freeSpace, 64 * MIB + 512)
        geometry = self.manager.QueryVirtualDiskGeometry(self.on("a.vmdk"), self.dc)
        self.assertEqual((geometry.head, geometry.sector), (16, 63))
        self.manager.SetVirtualDiskUuid(self.on("a.vmdk"), self.dc, "60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 78")
        self.assertEqual(
            self.manager.QueryVirtualDiskUuid(self.on("a.vmdk"), self.dc),
            "60 00 C2 9a 12 34 56 78-9a bc de f0 12 34 56 78",
        )
        self.vcenter.wait(self.manager.DeleteVirtualDisk_Task(self.on("a.vmdk"), self.dc))
        self.assertEqual(store.summary.freeSpace, free)
        with self.assertRaises(urllib.error.HTTPError):
            self.http("GET", "a-flat.vmdk")

    def test_what_is_asked_for_wrongly_is_named(self):
        def refused(**spec):
            given = {"diskType": "thin", "adapterType": "lsiLogic", "capacityKb": 1024, **spec}
            spec = vim.VirtualDiskManager.FileBackedVirtualDiskSpec(**given)
            return self.vcenter.fault_of(lambda: self.manager.CreateVirtualDisk_Task(self.on("x.vmdk"), self.dc, spec))

        self.assertEqual(refused(diskType="cloud").invalidProperty, "spec.diskType")
        self.assertEqual(refused(adapterType="floppy").invalidProperty, "spec.adapterType")
        self.assertEqual(refused(capacityKb=0).invalidProperty, "spec.capacityKb")
        task = self.manager.DeleteVirtualDisk_Task(self.on("x.vmdk"), self.dc)
        self.assertIsInstance(self.vcenter.fault_of(lambda: task), vim.fault.FileNotFound)
        self.assertEqual(task.info.descriptionId, "VirtualDiskManager.deleteVirtualDisk")


if __name__ == "__main__":
    run()
