"""Machines with disks that hold an image of qemu-img's, and plain files that say what those should read as."""

import glob
import os
import unittest

from pyVmomi import vim

from images import MIB, Files, Model, at, noise, qemu, same, write_disk
from vcenter import Vcenter, add, devices, scsi

Disk = vim.vm.device.VirtualDisk
Spec = vim.VirtualDiskManager.FileBackedVirtualDiskSpec
SIZE = 24 * MIB
FORMATS = ["monolithicSparse", "monolithicFlat", "streamOptimized", "twoGbMaxExtentSparse", "twoGbMaxExtentFlat"]


class DiskCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.files = Files(cls.vcenter.si)
        cls.disks = cls.vcenter.content.virtualDiskManager
        cls.original = Model(at("original.img"), SIZE // MIB)
        cls.original.write(0, noise(3 * MIB, 1))
        cls.original.write(5 * MIB - 700, noise(2_000, 2))
        cls.original.write(SIZE - 512, noise(512, 3))
        for format in FORMATS:
            qemu("convert", "-O", "vmdk", "-o", f"subformat={format}", cls.original.path, at(f"{format}.vmdk"))
        cls.vcenter.content.fileManager.MakeDirectory("[LocalDS_0] in", cls.vcenter.datacenter, True)

    def setUp(self):
        self.number = 0

    def upload(self, format):
        return self.upload_file(f"{format}.vmdk")

    def upload_file(self, file):
        """An image of qemu-img's with the files it named after it."""
        folder = f"[LocalDS_0] in/{os.path.dirname(file)}".rstrip("/")
        stem = file.removesuffix(".vmdk")
        for beside in glob.glob(at(f"{stem}-[fs]*.vmdk")):
            self.files.put(f"{folder}/{os.path.basename(beside)}", beside)
        name = f"[LocalDS_0] in/{file}"
        self.files.put(name, at(file))
        return name

    def copied(self, source, target, kind="thin"):
        center = self.vcenter.datacenter
        spec = Spec(diskType=kind, adapterType="lsiLogic", capacityKb=0) if kind else None
        self.vcenter.wait(self.disks.CopyVirtualDisk_Task(source, center, target, center, spec, True))
        return target

    def machine(self, name, path):
        vm = self.vcenter.create(name, scsi())
        self.addCleanup(self.vcenter.destroy, vm)
        backing = Disk.FlatVer2BackingInfo(fileName=path, diskMode="persistent")
        change = add(Disk(key=-1, controllerKey=1000, unitNumber=0, capacityInKB=0, backing=backing))
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[change])))
        return vm

    def ready(self, name, format="monolithicSparse", kind="thin"):
        """A machine with a copy of the image, and the model of its disk."""
        path = self.copied(self.upload(format), f"[LocalDS_0] in/{name}.vmdk", kind)
        return self.machine(name, path), self.original.copy(at(f"{name}.img"))

    def write(self, vm, model, place, content):
        write_disk(vm, devices(vm, Disk)[0], place, content)
        model.write(place, content)

    def snapshot(self, vm, name):
        return self.vcenter.wait(vm.CreateSnapshot_Task(name, "", False, False))

    def assert_is(self, vm, model):
        """The files of the machine's disk, as anybody may fetch them, hold what the model does."""
        self.number += 1
        folder = f"{vm.name}-{self.number}"
        same(self.files.fetch(devices(vm, Disk)[0].backing.fileName, folder), model.path)

    def chain(self, name):
        """A machine with two snapshots, written to before and behind each, and the models of all three."""
        vm, model = self.ready(name)
        self.write(vm, model, 0, noise(70_000, 10))
        first = self.snapshot(vm, "first")
        at_first = model.copy(at(f"{name}-first.img"))
        self.write(vm, model, MIB, noise(MIB, 11))
        self.write(vm, model, 2 * MIB, bytes(300_000))
        self.snapshot(vm, "second")
        self.write(vm, model, 4_096, noise(512, 12))
        self.write(vm, model, SIZE - 5_000, noise(5_000, 13))
        return vm, model, first, at_first

    def names(self, pattern):
        browser = self.vcenter.find("DC0/datastore/LocalDS_0").browser
        spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=[pattern])
        return [file.path for file in self.vcenter.wait(browser.SearchDatastore_Task("[LocalDS_0] in", spec)).file]
