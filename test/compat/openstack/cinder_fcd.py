# serve: --scenario openstack
"""cinder's driver for first class disks, from its start to the last disk's end."""

import cinder_side as side
import privileges_side

FCD = {"volume_driver": "cinder.volume.drivers.vmware.fcd.VMwareVStorageObjectDriver"}
side.configure(
    fcd={**FCD, "vmware_datastore_regex": "nas-1|vmfs-1"},
    careless={**FCD, "vmware_ca_file": None, "vmware_insecure": True},
)

from cinder import exception
from cinder.volume.drivers.vmware import exceptions as refusals
from oslo_vmware import exceptions
from pyVmomi import vim

from case import run
from cinder_policy_side import PolicyCase
from cinder_seen_side import Disk, started
from images import MIB, Model, at, noise, qemu, write_disk
from vcenter import devices, scsi


class DiskCase(PolicyCase):
    backend = "fcd"

    def gone(self, volume):
        volume = side.kept(volume, None)
        if volume.provider_location and self.object(volume):
            self.driver.delete_volume(volume)

    def object(self, volume):
        number, store = volume.provider_location.split("@")
        manager = self.vcenter.content.vStorageObjectManager
        try:
            return manager.RetrieveVStorageObject(vim.vslm.ID(id=number), self.store(store))
        except vim.fault.NotFound:
            return None

    def store(self, value):
        return vim.Datastore(value, self.vcenter.si._stub)

    def config(self, volume):
        return self.object(volume).config

    def made(self, volume, update):
        return side.kept(volume, update)

    def instance(self, name="instance"):
        files = vim.vm.FileInfo(vmPathName="[nas-1]")
        return self.vcenter.create(name, scsi(), files=files)

    def hung(self, volume, machine):
        """The disk as one of a machine's, as nova attaches it by what cinder told."""
        told = self.driver.initialize_connection(volume, {})["data"]
        self.vcenter.wait(machine.AttachDisk_Task(vim.vslm.ID(id=told["id"]), self.store(told["ds_ref_val"])))
        return devices(machine, Disk)[-1]

    def detached(self, volume, machine):
        told = self.driver.initialize_connection(volume, {})["data"]
        self.vcenter.wait(machine.DetachDisk_Task(vim.vslm.ID(id=told["id"])))

    def written(self, name, size=1, **options):
        """A disk with bytes on it: a machine has it meanwhile."""
        volume, model = self.volume(size, **options), self.model(name, size)
        self.put(volume, model, 0, noise(MIB, 1))
        return volume, model

    def put(self, volume, model, place, content):
        machine = self.instance("writer")
        write_disk(machine, self.hung(volume, machine), place, content)
        model.write(place, content)
        self.detached(volume, machine)
        self.vcenter.destroy(machine)

    def assert_holds(self, volume, model):
        image = side.IMAGES.add(None)
        wanted = {"id": image, "name": "looked at", "disk_format": "vmdk"}
        self.driver.copy_volume_to_image(side.acting(), volume, side.IMAGES, wanted)
        qemu("compare", side.IMAGES.save(image, at("looked-at.vmdk")), model.path)


class FirstClass(DiskCase):
    def test_it_says_what_it_is(self):
        self.assertEqual(self.driver.get_volume_stats(refresh=True)["storage_protocol"], "vstorageobject")

    def test_it_starts_without_looking_at_the_certificate(self):
        self.assertTrue(started("careless").session.is_current_session_active())

    def test_a_disk_is_made_and_deleted_without_a_machine(self):
        volume = self.volume(2)
        config = self.config(volume)
        self.assertEqual((config.name, config.capacityInMB), (volume.name, 2048))
        self.assertEqual(config.backing.provisioningType, "thin")
        self.assertIsNone(self.machine(volume))
        self.driver.delete_volume(volume)
        self.assertIsNone(self.object(volume))

    def test_a_disk_is_of_the_kind_that_the_volume_type_names(self):
        kinds = {"thin": "thin", "thick": "lazyZeroedThick", "eagerZeroedThick": "eagerZeroedThick"}
        for kind, provisioning in kinds.items():
            with self.subTest(kind):
                volume = self.volume(of=side.volume_type("kind", vmdk_type=kind))
                self.assertEqual(self.config(volume).backing.provisioningType, provisioning)

    def test_a_disk_that_has_no_place_yet_is_not_there_to_delete(self):
        self.driver.delete_volume(side.volume())

    def test_a_disk_grows_and_keeps_what_was_on_it(self):
        volume, model = self.written("grown")
        self.driver.extend_volume(volume, 3)
        volume.size = 3
        volume.save()
        self.assertEqual(self.config(volume).capacityInMB, 3072)
        with open(model.path, "r+b") as file:
            file.truncate(3 * 2**30)
        self.put(volume, model, 3 * 2**30 - 700, noise(700, 2))
        self.assert_holds(volume, model)

    def test_a_connection_says_which_disk_on_which_datastore_by_which_adapter(self):
        volume = self.volume(of=side.volume_type("adapter", adapter_type="paraVirtual"))
        info = self.driver.initialize_connection(volume, {})
        number, store = volume.provider_location.split("@")
        self.assertEqual(info["driver_volume_type"], "vstorageobject")
        self.assertEqual(info["data"], {"id": number, "ds_ref_val": store, "adapter_type": "paraVirtual"})

    def test_a_clone_is_another_disk_with_the_same_bytes_and_may_be_larger(self):
        volume, model = self.written("cloned")
        clone = self.unmade(2)
        clone = self.made(clone, self.driver.create_cloned_volume(clone, volume))
        self.assertNotEqual(self.config(clone).id.id, self.config(volume).id.id)
        self.assertEqual(self.config(clone).capacityInMB, 2048)
        with open(model.path, "r+b") as file:
            file.truncate(2 * 2**30)
        self.assert_holds(clone, model)


class Snapshots(DiskCase):
    def taken(self, volume):
        snapshot = side.snapshot_of(volume)
        return side.kept(snapshot, self.driver.create_snapshot(snapshot))

    def test_a_snapshot_is_one_of_the_disk_and_goes_again(self):
        volume = self.volume()
        snapshot = self.taken(volume)
        number, store = volume.provider_location.split("@")
        manager = self.vcenter.content.vStorageObjectManager
        ask = lambda: manager.RetrieveSnapshotInfo(vim.vslm.ID(id=number), self.store(store)).snapshots
        self.assertEqual([found.description for found in ask()], [f"snapshot-{snapshot.id}"])
        self.driver.delete_snapshot(snapshot)
        self.assertEqual(ask(), [])

    def test_a_disk_of_a_snapshot_holds_what_was_there_then(self):
        volume, model = self.written("then")
        snapshot, then = self.taken(volume), model.copy(model.path + ".then")
        self.put(volume, model, 0, noise(2 * MIB, 3))
        restored = self.unmade()
        restored = self.made(restored, self.driver.create_volume_from_snapshot(restored, snapshot))
        self.assert_holds(restored, then)
        self.driver.delete_snapshot(snapshot)
        self.assert_holds(volume, model)

    def test_a_disk_of_a_snapshot_may_be_larger(self):
        volume = self.volume()
        snapshot = self.taken(volume)
        larger = self.unmade(2)
        larger = self.made(larger, self.driver.create_volume_from_snapshot(larger, snapshot))
        self.assertEqual(self.config(larger).capacityInMB, 2048)
        self.driver.delete_snapshot(snapshot)


class Images(DiskCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.original = Model(at("fcd-original.img"), 24)
        cls.original.write(0, noise(3 * MIB, 1))
        cls.original.write(24 * MIB - 512, noise(512, 3))
        for subformat in ("monolithicSparse", "streamOptimized"):
            path = at(f"fcd-{subformat}.vmdk")
            made_of = f"subformat={subformat},adapter_type=lsilogic"
            qemu("convert", "-O", "vmdk", "-o", made_of, cls.original.path, path)

    def poured(self, path, kind, of=None):
        volume = self.unmade(of=of)
        image = side.IMAGES.add(path, vmware_disktype=kind)
        return self.made(volume, self.driver.copy_image_to_volume(side.acting(), volume, side.IMAGES, image))

    def test_an_image_of_each_kind_becomes_a_disk_with_its_bytes(self):
        kinds = {
            "sparse": at("fcd-monolithicSparse.vmdk"),
            "streamOptimized": at("fcd-streamOptimized.vmdk"),
        }
        for kind, path in kinds.items():
            with self.subTest(kind):
                volume = self.poured(path, kind)
                self.assertEqual(self.config(volume).name, volume.name)
                self.assert_holds(volume, self.original)

    def test_upstream_an_image_that_is_a_flat_extent_never_becomes_a_disk(self):
        # The driver takes the whole summary of a datastore for its name where the image is to lie meanwhile.
        for kind in ("preallocated", "thin"):
            with self.subTest(kind), self.assertRaises(exceptions.VimFaultException) as caught:
                self.poured(self.original.path, kind)
            self.assertEqual(caught.exception.fault_list, ["InvalidDatastore"])

    def test_a_disk_that_an_image_became_is_as_large_as_the_image_and_not_as_the_volume(self):
        # The driver leaves the rest to nobody: cinder thinks of 1 GiB, the disk has 24 MiB.
        volume = self.poured(at("fcd-monolithicSparse.vmdk"), "sparse")
        self.assertEqual((volume.size, self.config(volume).capacityInMB), (1, 24))

    def test_an_image_becomes_a_disk_that_follows_a_policy(self):
        of = side.volume_type("silver", storage_profile="VM Encryption Policy")
        volume = self.poured(at("fcd-monolithicSparse.vmdk"), "sparse", of)
        self.assertTrue(self.config(volume))

    def test_what_is_in_an_ova_is_refused(self):
        image = side.IMAGES.add(at("fcd-streamOptimized.vmdk"), container="ova", vmware_disktype="streamOptimized")
        with self.assertRaises(exception.ImageUnacceptable):
            self.driver.copy_image_to_volume(side.acting(), self.unmade(), side.IMAGES, image)

    def test_a_disk_becomes_an_image_and_no_machine_is_left_of_it(self):
        volume, model = self.written("imaged")
        self.assert_holds(volume, model)
        self.assertIsNone(self.machine(volume))
        self.assertTrue(self.object(volume))


class Policies(DiskCase):
    def test_a_disk_lies_where_its_policy_can_be_met(self):
        volume = self.volume(of=side.volume_type("gold", storage_profile="reserving"))
        self.assertEqual(self.config(volume).backing.datastore.name, "vmfs-1")

    def test_a_policy_that_no_datastore_meets_leaves_none_to_choose(self):
        with self.assertRaises(refusals.NoValidDatastoreException):
            self.volume(of=side.volume_type("vsan", storage_profile="vSAN Default Storage Policy"))

    def test_a_disk_follows_another_policy_after_a_retype(self):
        volume, of = self.volume(), side.volume_type("silver", storage_profile="VM Encryption Policy")
        before = self.config(volume).vclock.vClockTime
        self.assertTrue(self.driver.retype(side.acting(), volume, {"id": of.id}, {}, {}))
        self.assertEqual(self.config(volume).vclock.vClockTime, before + 1)

    def test_upstream_a_disk_cannot_lose_its_policy(self):
        # The driver looks for a policy called None before it would take the old one away.
        volume = self.volume(of=side.volume_type("gold", storage_profile="reserving"))
        with self.assertRaises(refusals.ProfileNotFoundException):
            self.driver.retype(side.acting(), volume, {"id": side.volume_type("plain").id}, {}, {})


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "cinder_fcd"


if __name__ == "__main__":
    run()
