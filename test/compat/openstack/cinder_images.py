# serve: --scenario openstack
"""Images become volumes and volumes images by cinder's VMDK driver; backups go through os-brick as in cinder."""

import os
import tarfile

import cinder_side as side
import privileges_side

side.configure(vmdk={"vmware_lazy_create": False})

from cinder import exception
from cinder.volume import volume_utils
from os_brick import exception as brick
from oslo_vmware import exceptions

from case import run
from cinder_seen_side import Disk, VolumeCase
from images import MIB, Files, Model, at, noise, qemu
from vcenter import devices

SIZE = 24
ADAPTERS = ["lsiLogic", "busLogic", "lsiLogicsas", "paraVirtual", "ide"]


class ImageCase(VolumeCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.original = Model(at("original.img"), SIZE)
        cls.original.write(0, noise(3 * MIB, 1))
        cls.original.write(5 * MIB - 700, noise(2_000, 2))
        cls.original.write(SIZE * MIB - 512, noise(512, 3))
        for subformat in ("monolithicSparse", "streamOptimized"):
            for adapter in ("lsilogic", "ide"):
                made_of = f"subformat={subformat},adapter_type={adapter}"
                qemu("convert", "-O", "vmdk", "-o", made_of, cls.original.path, at(f"{adapter}-{subformat}.vmdk"))

    def grown(self, gibibytes=1):
        """The image's bytes on a disk of a volume's size."""
        model = self.original.copy(at("grown.img"))
        os.truncate(model.path, gibibytes * 2**30)
        return model

    def poured(self, image, **options):
        volume = self.unmade(**options)
        self.driver.copy_image_to_volume(side.acting(), volume, side.IMAGES, image)
        return volume

    def assert_nothing_is_left(self):
        for name in ("nas-1", "nas-2"):
            browser = self.vcenter.find(f"DC0/datastore/{name}").browser
            for found in self.vcenter.wait(browser.SearchDatastoreSubFolders_Task(f"[{name}]")):
                left = [file.path for file in found.file if file.path.endswith(".vmdk")]
                self.assertFalse("cinder_temp" in found.folderPath and left, left)


class Images(ImageCase):
    def sparse(self, made_for="lsilogic", **properties):
        return side.IMAGES.add(at(f"{made_for}-monolithicSparse.vmdk"), vmware_disktype="sparse", **properties)

    def streamed(self, made_for="lsilogic", **properties):
        path = at(f"{made_for}-streamOptimized.vmdk")
        return side.IMAGES.add(path, vmware_disktype="streamOptimized", **properties)

    def test_a_sparse_image_becomes_a_volume(self):
        volume = self.poured(self.sparse())
        self.assertEqual(self.disk(volume).capacityInKB, 2**20)
        self.assertEqual(self.disk(volume).backing.uuid.lower(), volume.id)
        self.assert_holds(volume, self.grown())
        self.assert_nothing_is_left()

    def test_a_stream_becomes_a_volume(self):
        volume = self.poured(self.streamed(), size=2)
        self.assertEqual(self.disk(volume).capacityInKB, 2 * 2**20)
        self.assertEqual(self.disk(volume).backing.uuid.lower(), volume.id)
        self.assert_holds(volume, self.grown(2))

    def test_upstream_a_stream_in_an_ova_never_becomes_a_volume(self):
        # The driver announces the size of the whole archive for the disk in it, and finds its upload incomplete.
        envelope = (
            '<Envelope xmlns="http://schemas.dmtf.org/ovf/envelope/1"'
            ' xmlns:ovf="http://schemas.dmtf.org/ovf/envelope/1">'
            '<References><File ovf:href="disk1.vmdk" ovf:id="file1"/></References>'
            '<DiskSection><Disk ovf:capacity="25165824" ovf:diskId="disk1" ovf:fileRef="file1"/></DiskSection>'
            '<VirtualSystem ovf:id="vm"><VirtualHardwareSection><Item xmlns:rasd="'
            'http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ResourceAllocationSettingData">'
            "<rasd:HostResource>ovf:/disk/disk1</rasd:HostResource><rasd:InstanceID>1</rasd:InstanceID>"
            "<rasd:ResourceType>17</rasd:ResourceType></Item></VirtualHardwareSection></VirtualSystem></Envelope>"
        )
        with open(at("image.ovf"), "w") as file:
            file.write(envelope)
        with tarfile.open(at("image.ova"), "w") as tar:
            tar.add(at("image.ovf"), "image.ovf")
            tar.add(at("lsilogic-streamOptimized.vmdk"), "disk1.vmdk")
        image = side.IMAGES.add(at("image.ova"), container="ova", vmware_disktype="streamOptimized")
        with self.assertRaises(exceptions.ImageTransferException):
            self.poured(image)

    def test_a_preallocated_image_becomes_a_volume(self):
        image = side.IMAGES.add(self.original.path, vmware_disktype="preallocated")
        self.assert_holds(self.poured(image), self.grown())
        self.assert_nothing_is_left()

    def test_a_preallocated_image_becomes_an_eager_volume_without_a_copy(self):
        image = side.IMAGES.add(self.original.path, vmware_disktype="preallocated")
        volume = self.poured(image, of=side.volume_type("eager", vmdk_type="eagerZeroedThick"))
        self.assertFalse(self.disk(volume).backing.thinProvisioned)
        self.assert_holds(volume, self.grown())

    def test_a_thin_image_becomes_a_volume(self):
        image = side.IMAGES.add(self.original.path, vmware_disktype="thin")
        self.assert_holds(self.poured(image), self.grown())

    def test_an_image_of_each_adapter_becomes_a_volume_on_it(self):
        for adapter in ADAPTERS:
            with self.subTest(adapter):
                made_for = "ide" if adapter == "ide" else "lsilogic"
                wanted = {"vmware_adaptertype": adapter}
                for image in (self.sparse(made_for, **wanted), self.streamed(**wanted)):
                    volume = self.poured(image)
                    self.assert_holds(volume, self.grown())
                    key = self.disk(volume).controllerKey
                    (holds,) = [d for d in self.machine(volume).config.hardware.device if d.key == key]
                    self.assertIn(adapter.lower(), type(holds).__name__.lower())

    def test_a_sparse_image_made_for_IDE_is_refused_at_a_SCSI_adapter_and_leaves_nothing_behind(self):
        # As qemu-img makes them unless told otherwise; a vCenter looks at what the descriptor says.
        volume = self.unmade()
        with self.assertRaises(exceptions.VimFaultException) as caught:
            self.driver.copy_image_to_volume(side.acting(), volume, side.IMAGES, self.sparse("ide"))
        self.assertEqual(caught.exception.fault_list, ["InvalidDeviceBacking"])
        self.assertIsNone(self.machine(volume))
        self.assert_nothing_is_left()

    def test_an_image_becomes_a_volume_of_each_kind(self):
        for kind in ("thin", "thick", "eagerZeroedThick"):
            with self.subTest(kind):
                volume = self.poured(self.sparse(), of=side.volume_type("kind", vmdk_type=kind))
                backing = self.disk(volume).backing
                flags = bool(backing.thinProvisioned), bool(backing.eagerlyScrub)
                self.assertEqual(flags, (kind == "thin", kind == "eagerZeroedThick"))
                self.assert_holds(volume, self.grown())

    def test_an_image_that_glance_keeps_on_a_datastore_is_copied_there(self):
        for path, kind in ((at("lsilogic-monolithicSparse.vmdk"), "sparse"), (self.original.path, "preallocated")):
            with self.subTest(kind):
                Files(self.vcenter.si).put(f"[nas-2] openstack_glance/{kind}", path)
                url = f"vsphere://127.0.0.1/folder/openstack_glance/{kind}?dcPath=DC0&dsName=nas-2"
                image = side.IMAGES.add(path, vmware_disktype=kind, location=url)
                side.IMAGES.kept[image]["content"] = b""
                self.assert_holds(self.poured(image), self.grown())

    def test_what_is_no_VMDK_is_refused(self):
        with self.assertRaises(exception.ImageUnacceptable):
            self.poured(side.IMAGES.add(self.original.path, disk="raw"))

    def test_an_image_that_is_not_what_it_says_leaves_no_volume_behind(self):
        with open(at("torn.vmdk"), "wb") as file, open(at("lsilogic-monolithicSparse.vmdk"), "rb") as whole:
            file.write(whole.read(100_000))
        volume = self.unmade()
        for kind in ("sparse", "streamOptimized"):
            with self.subTest(kind):
                image = side.IMAGES.add(at("torn.vmdk"), vmware_disktype=kind)
                with self.assertRaises((exceptions.VimException, exceptions.VMwareDriverException)):
                    self.driver.copy_image_to_volume(side.acting(), volume, side.IMAGES, image)
                self.assertIsNone(self.machine(volume))
        self.assert_nothing_is_left()

    def test_a_volume_becomes_an_image_that_is_the_same_to_the_last_byte(self):
        volume, model = self.volume(), self.model("source")
        self.write(volume, model, 0, noise(2 * MIB, 4))
        self.write(volume, model, 700 * MIB, noise(MIB, 5))
        image = self.imaged(volume)
        path = side.IMAGES.save(image, at("back.vmdk"))
        qemu("check", "-q", path)
        qemu("compare", path, model.path)
        self.assertEqual(side.IMAGES.kept[image]["properties"]["vmware_disktype"], "streamOptimized")
        self.assert_holds(self.poured(image), model)

    def imaged(self, volume):
        image = side.IMAGES.add(None)
        wanted = {"id": image, "name": "made of a volume", "disk_format": "vmdk"}
        self.driver.copy_volume_to_image(side.acting(), volume, side.IMAGES, wanted)
        return image

    def test_a_volume_that_was_never_written_becomes_an_image_of_nothing(self):
        path = side.IMAGES.save(self.imaged(self.volume()), at("nothing.vmdk"))
        qemu("compare", path, self.model("nothing").path)


class Backups(ImageCase):
    """A backup reads a volume by os-brick and a restore writes it: a file in vmware_tmp_dir stands for the disk."""

    def told(self, volume):
        return self.driver.initialize_connection(volume, {"platform": "x86_64", "os_type": "linux"})["data"]

    def connected(self, volume):
        told = self.told(volume)
        connector = volume_utils.brick_get_connector("vmdk", use_multipath=False)
        return connector, told, connector.connect_volume(told)

    def test_a_backup_reads_the_whole_volume(self):
        volume, model = self.volume(), self.model("backed-up")
        self.write(volume, model, MIB, noise(2 * MIB, 6))
        connector, told, device = self.connected(volume)
        qemu("compare", device["path"], model.path)
        connector.disconnect_volume(told, device)
        self.assertFalse(os.path.exists(device["path"]))

    def test_a_restore_puts_the_backup_into_another_volume(self):
        volume, model = self.volume(), self.model("restored")
        self.write(volume, model, 3 * MIB, noise(MIB, 7))
        reading, told, device = self.connected(volume)
        with open(device["path"], "rb") as file:
            backup = file.read()
        reading.disconnect_volume(told, device)
        other = self.volume(of=side.volume_type("thick", vmdk_type="thick"))
        writing, told, device = self.connected(other)
        with open(device["path"], "wb") as file:
            file.write(backup)
        os.utime(device["path"], (device["last_modified"] + 10,) * 2)
        writing.disconnect_volume(told, device)
        self.assertEqual(told["vmdk_path"], self.disk(other).backing.fileName)
        self.assertEqual(len(devices(self.machine(other), Disk)), 1)
        self.assert_holds(other, model)
        self.assert_nothing_is_left()

    def test_a_volume_with_snapshots_of_vSpheres_is_not_restored(self):
        volume = self.volume()
        connector, told, device = self.connected(volume)
        self.vcenter.wait(self.machine(volume).CreateSnapshot_Task("in the way", "", False, False))
        os.utime(device["path"], (device["last_modified"] + 10,) * 2)
        with self.assertRaises(brick.BrickException):
            connector.disconnect_volume(told, device)


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "cinder_images"


if __name__ == "__main__":
    run()
