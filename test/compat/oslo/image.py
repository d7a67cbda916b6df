"""Images in and out by leases, with the handles nova and cinder have for them."""

import os
import random
import subprocess
import unittest

from oslo_vmware import exceptions, rw_handles

from case import run
from openstack_world import URL, Driver

FOLDER = os.environ["COMPAT_FOLDER"]
MIB = 1 << 20


def path(name):
    return os.path.join(FOLDER, name)


def image(name, size=16 * MIB):
    """A stream-optimized image, and the raw disk it was made of."""
    dice = random.Random(name)
    with open(path(f"{name}.raw"), "wb") as raw:
        raw.truncate(size)
        for at in (MIB, size - 2 * MIB):
            raw.seek(at)
            raw.write(dice.randbytes(700_000))
    argv = ["qemu-img", "convert", "-f", "raw", "-O", "vmdk", "-o", "subformat=streamOptimized"]
    subprocess.run([*argv, path(f"{name}.raw"), path(f"{name}.vmdk")], check=True)
    return path(f"{name}.vmdk")


class Image(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver()

    def spec(self, name):
        """As nova fills the cache of images: one thin disk of one kilobyte, which takes the size of what is sent."""
        make = self.driver.spec
        controller = make("VirtualLsiLogicController", key=-100, busNumber=0, sharedBus="noSharing")
        backing = make(
            "VirtualDiskFlatVer2BackingInfo", fileName="[LocalDS_0]", diskMode="persistent", thinProvisioned=True
        )
        disk = make("VirtualDisk", key=-101, controllerKey=-100, unitNumber=0, capacityInKB=1, backing=backing)
        change = [
            make("VirtualDeviceConfigSpec", operation="add", device=controller),
            make("VirtualDeviceConfigSpec", operation="add", fileOperation="create", device=disk),
        ]
        config = make(
            "VirtualMachineConfigSpec",
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=128,
            files=make("VirtualMachineFileInfo", vmPathName="[LocalDS_0]"),
            deviceChange=change,
        )
        return make("VirtualMachineImportSpec", configSpec=config)

    def bring(self, name, file, method="PUT"):
        pool = self.driver.property(self.driver.objects("ClusterComputeResource")["DC0_C0"], "resourcePool")
        folder = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        size = os.path.getsize(file)
        args = (self.driver.session, URL.hostname, URL.port, pool, folder, self.spec(name), size)
        handle = rw_handles.VmdkWriteHandle(*args, http_method=method)
        with open(file, "rb") as source:
            while chunk := source.read(1 << 16):
                handle.write(chunk)
                handle.update_progress()
        handle.close()
        return handle.get_imported_vm()

    def fetch(self, machine, name, size):
        handle = rw_handles.VmdkReadHandle(
            self.driver.session, URL.hostname, URL.port, machine, None, size
        )
        with open(path(f"{name}.vmdk"), "wb") as target:
            while chunk := handle.read(1 << 16):
                target.write(chunk)
                handle.update_progress()
        handle.close()
        argv = ["qemu-img", "convert", "-f", "vmdk", "-O", "raw", path(f"{name}.vmdk"), path(f"{name}.raw")]
        subprocess.run(argv, check=True)

    def capacity(self, machine):
        devices = self.driver.property(machine, "config.hardware.device").VirtualDevice
        [disk] = [d for d in devices if d.__class__.__name__ == "VirtualDisk"]
        return disk.capacityInBytes, disk.backing.fileName

    def test_an_image_is_sent_and_fetched_and_the_disk_has_its_size_and_the_name_of_the_machine(self):
        for method in ("PUT", "POST"):
            with self.subTest(method):
                file = image(f"oslo-{method}")
                machine = self.bring(f"oslo-{method}", file, method)
                self.addCleanup(self.driver.remove, machine)
                name = f"[LocalDS_0] oslo-{method}/oslo-{method}.vmdk"
                self.assertEqual(self.capacity(machine), (16 * MIB, name))
                self.fetch(machine, f"back-{method}", 16 * MIB)
                same = subprocess.run(["cmp", path(f"oslo-{method}.raw"), path(f"back-{method}.raw")])
                self.assertEqual(same.returncode, 0)

    def test_an_upload_that_is_not_finished_leaves_no_machine(self):
        file = image("oslo-short")
        pool = self.driver.property(self.driver.objects("ClusterComputeResource")["DC0_C0"], "resourcePool")
        folder = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        args = (self.driver.session, URL.hostname, URL.port, pool, folder, self.spec("oslo-short"))
        handle = rw_handles.VmdkWriteHandle(*args, os.path.getsize(file))
        with open(file, "rb") as source:
            handle.write(source.read(100_000))
        handle.close()
        self.assertNotIn("oslo-short", self.driver.objects("VirtualMachine"))
        with self.assertRaises(exceptions.ImageTransferException):
            handle.get_imported_vm()


if __name__ == "__main__":
    run()
