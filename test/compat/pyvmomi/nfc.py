"""Packages in and out by leases, as the samples of pyVmomi do it; qemu-img says what came back."""

import json
import os
import random
import subprocess
import unittest
import urllib.error
import urllib.request

from pyVmomi import vim

from case import run
from vcenter import URL, Vcenter, trusting

FOLDER = os.environ["COMPAT_FOLDER"]
MIB = 1 << 20


def path(name):
    return os.path.join(FOLDER, name)


def image(name, size=32 * MIB):
    """A raw disk with data here and there, and the same as it travels."""
    dice = random.Random(name)
    with open(path(f"{name}.raw"), "wb") as raw:
        raw.truncate(size)
        for at in (0, 5 * MIB + 4096, size - MIB):
            raw.seek(at)
            raw.write(dice.randbytes(900_000))
    convert("raw", f"{name}.raw", "vmdk", f"{name}.vmdk", "-o", "subformat=streamOptimized")
    return path(f"{name}.vmdk")


def convert(from_format, from_name, to_format, to_name, *options):
    argv = ["qemu-img", "convert", "-f", from_format, "-O", to_format, *options, path(from_name), path(to_name)]
    subprocess.run(argv, check=True)


def memory(status, row):
    """Bytes, of a row of the kernel's account of a process."""
    with open(status) as rows:
        [kilobytes] = [line.split()[1] for line in rows if line.startswith(f"{row}:")]
    return int(kilobytes) * 1024


def same(one, other):
    return subprocess.run(["cmp", "-s", path(one), path(other)]).returncode == 0


class Nfc(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.ovfManager

    def spec(self, name):
        controller = vim.vm.device.VirtualLsiLogicController(key=-1, busNumber=0, sharedBus="noSharing")
        backing = vim.vm.device.VirtualDisk.FlatVer2BackingInfo(
            fileName="[LocalDS_0]", diskMode="persistent", thinProvisioned=True
        )
        disk = vim.vm.device.VirtualDisk(
            key=-2, controllerKey=-1, unitNumber=0, capacityInKB=1, backing=backing
        )
        change = [
            vim.vm.device.VirtualDeviceSpec(operation="add", device=controller),
            vim.vm.device.VirtualDeviceSpec(operation="add", fileOperation="create", device=disk),
        ]
        config = vim.vm.ConfigSpec(
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"),
            deviceChange=change,
        )
        return vim.vm.VmImportSpec(configSpec=config)

    def ready(self, lease):
        while lease.state == vim.HttpNfcLease.State.initializing:
            pass
        self.assertEqual(lease.state, vim.HttpNfcLease.State.ready)
        return lease

    def open(self, url, **options):
        request = urllib.request.Request(url.replace("*", f"{URL.hostname}:{URL.port}"), **options)
        return urllib.request.urlopen(request, context=trusting())

    def upload(self, url, file, **headers):
        with open(file, "rb") as body:
            length = str(os.path.getsize(file))
            with self.open(url, data=body, method="PUT", headers={"Content-Length": length, **headers}) as answer:
                self.assertIn(answer.status, (200, 201))

    def bring(self, name, file):
        lease = self.ready(self.vcenter.pool.ImportVApp(self.spec(name), self.vcenter.folder))
        disk = [device for device in lease.info.deviceUrl if device.disk][0]
        self.upload(disk.url, file, Overwrite="t")
        lease.HttpNfcLeaseProgress(100)
        vm = lease.info.entity
        lease.HttpNfcLeaseComplete()
        self.assertEqual(lease.state, vim.HttpNfcLease.State.done)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def fetch(self, lease, name):
        files = []
        for device in lease.info.deviceUrl:
            if not device.targetId:
                continue
            with self.open(device.url) as answer, open(path(f"{name}-{device.targetId}"), "wb") as file:
                while chunk := answer.read(1 << 16):
                    file.write(chunk)
            size = os.path.getsize(file.name)
            files.append(vim.OvfManager.OvfFile(deviceId=device.key, path=f"{name}-{device.targetId}", size=size))
        return files

    def test_a_disk_comes_back_as_it_went_and_has_the_size_its_image_says(self):
        vm = self.bring("nfc-one", image("one"))
        disk = [d for d in vm.config.hardware.device if isinstance(d, vim.vm.device.VirtualDisk)][0]
        self.assertEqual(disk.capacityInKB, 32 * 1024)
        lease = self.ready(vm.ExportVm())
        self.assertEqual(lease.info.totalDiskCapacityInKB, 32 * 1024)
        self.fetch(lease, "one-back")
        manifest = {entry.key: entry for entry in lease.HttpNfcLeaseGetManifest()}
        lease.HttpNfcLeaseComplete()
        convert("vmdk", "one-back-disk-0.vmdk", "raw", "one-back.raw")
        self.assertTrue(same("one.raw", "one-back.raw"))
        entry = manifest[f"/{vm._moId}/VirtualLsiLogicController0:0"]
        digest = subprocess.run(["sha1sum", path("one-back-disk-0.vmdk")], capture_output=True, text=True).stdout[:40]
        self.assertEqual((entry.sha1, entry.disk), (digest, True))

    def test_a_package_is_written_and_brought_in_again(self):
        vm = self.bring("nfc-two", image("two"))
        lease = self.ready(vm.ExportVm())
        files = self.fetch(lease, "two-back")
        lease.HttpNfcLeaseComplete()
        params = vim.OvfManager.CreateDescriptorParams(name="two", ovfFiles=files)
        text = self.manager.CreateDescriptor(vm, params).ovfDescriptor
        cisp = vim.OvfManager.CreateImportSpecParams(
            locale="", deploymentOption="", entityName="nfc-again", diskProvisioning="thin"
        )
        datastore = self.vcenter.find("DC0/datastore/LocalDS_0")
        made = self.manager.CreateImportSpec(text, self.vcenter.pool, datastore, cisp)
        self.assertFalse(made.error)
        self.assertEqual(sorted(item.path for item in made.fileItem), sorted(file.path for file in files))
        lease = self.ready(self.vcenter.pool.ImportVApp(made.importSpec, self.vcenter.folder))
        again = lease.info.entity
        self.addCleanup(self.vcenter.destroy, again)
        for item in made.fileItem:
            [device] = [d for d in lease.info.deviceUrl if d.importKey == item.deviceId]
            self.upload(device.url, path(item.path))
        lease.HttpNfcLeaseComplete()
        lease = self.ready(again.ExportVm())
        self.fetch(lease, "again")
        lease.HttpNfcLeaseComplete()
        convert("vmdk", "again-disk-0.vmdk", "raw", "again.raw")
        self.assertTrue(same("two.raw", "again.raw"))

    def test_a_lease_that_is_called_off_leaves_no_machine(self):
        lease = self.ready(self.vcenter.pool.ImportVApp(self.spec("nfc-off"), self.vcenter.folder))
        fault = vim.fault.OvfImportFailed(msg="no")
        lease.HttpNfcLeaseAbort(fault)
        self.assertEqual(lease.state, vim.HttpNfcLease.State.error)
        self.assertIsInstance(lease.error, vim.fault.OvfImportFailed)
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath("DC0/vm/nfc-off"))

    def test_a_large_disk_of_mostly_nothing_goes_in_and_out_in_little_memory(self):
        with open(path("ready.json")) as ready:
            status = f"/proc/{json.load(ready)['pid']}/status"
        before = memory(status, "VmRSS")
        vm = self.bring("nfc-large", image("large", 4096 * MIB))
        lease = self.ready(vm.ExportVm())
        self.fetch(lease, "large-back")
        lease.HttpNfcLeaseComplete()
        self.assertLess(memory(status, "VmHWM") - before, 150 * MIB)
        argv = ["qemu-img", "compare", "-f", "raw", "-F", "vmdk", path("large.raw"), path("large-back-disk-0.vmdk")]
        self.assertEqual(subprocess.run(argv, capture_output=True).returncode, 0)

    def test_what_is_no_disk_ends_the_lease(self):
        lease = self.ready(self.vcenter.pool.ImportVApp(self.spec("nfc-bad"), self.vcenter.folder))
        disk = [device for device in lease.info.deviceUrl if device.disk][0]
        with open(path("bad"), "wb") as file:
            file.write(b"nothing of a disk" * 1000)
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.upload(disk.url, path("bad"))
        self.assertEqual(caught.exception.code, 400)
        self.assertIsInstance(lease.error, vim.fault.InvalidDiskFormat)
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath("DC0/vm/nfc-bad"))


if __name__ == "__main__":
    run()
