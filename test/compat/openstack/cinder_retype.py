# serve: --scenario openstack
"""Volumes change their type, come under cinder's care and leave it, and are copied while a machine has them."""

import cinder_side as side
import privileges_side

side.configure(
    vmdk={"vmware_lazy_create": False, "vmware_datastore_regex": "nas-1|vmfs-1"},
    near={"vmware_lazy_create": False, "vmware_datastore_regex": "nas-1"},
    watching={"vmware_enable_volume_stats": True, "vmware_storage_profile": "reserving"},
)

from cinder import exception
from cinder.volume.drivers.vmware import exceptions as refusals
from oslo_vmware import exceptions
from pyVmomi import vim

from case import run
from cinder_policy_side import PolicyCase
from cinder_seen_side import Disk, VolumeCase, started
from images import MIB, noise, write_disk
from vcenter import add, devices, disk, scsi


class Policies(PolicyCase):
    def test_a_volume_lies_where_its_policy_can_be_met_and_follows_it(self):
        volume = self.volume(of=side.volume_type("gold", storage_profile="reserving"))
        self.assertEqual(self.stores(volume), ["vmfs-1"])
        self.assertEqual(self.followed(volume)[0], [self.reserving])
        info = self.driver.initialize_connection(volume, {})
        self.assertEqual(info["data"]["profile_id"], self.reserving)

    def test_a_policy_that_is_not_there_is_said_to_be_missing(self):
        with self.assertRaises(refusals.ProfileNotFoundException):
            self.volume(of=side.volume_type("none", storage_profile="nobody made it"))

    def test_a_policy_that_no_datastore_meets_leaves_no_datastore_to_choose(self):
        with self.assertRaises(refusals.NoValidDatastoreException):
            self.volume(of=side.volume_type("vsan", storage_profile="vSAN Default Storage Policy"))

    def test_statistics_can_be_those_of_one_policys_datastores(self):
        capacity = self.vcenter.find("DC0/datastore/vmfs-1").summary.capacity
        stats = started("watching").get_volume_stats(refresh=True)
        self.assertEqual(stats["total_capacity_gb"], round(capacity / 2**30))


class NearCase(PolicyCase):
    """Volumes begin where the driver would not put them by itself once others are emptier."""

    def volume(self, size=1, of=None):
        if of:
            return super().volume(size, of)
        made = self.unmade(size)
        started("near").create_volume(made)
        return made


class Retyping(NearCase):
    def retyped(self, volume, of, driver=None):
        new = {"id": of.id, "name": of.name}
        if not (driver or self.driver).retype(side.acting(), volume, new, {"encryption": {}}, {}):
            return None
        return side.typed(volume, of)

    def written(self, name, of=None):
        volume, model = self.volume(of=of), self.model(name)
        self.write(volume, model, 77, noise(MIB, 1))
        return volume, model

    def test_a_thin_volume_becomes_an_eager_one_and_keeps_its_bytes_and_its_id(self):
        volume, model = self.written("eager")
        before = self.machine(volume)._moId
        volume = self.retyped(volume, side.volume_type("eager", vmdk_type="eagerZeroedThick"), started("near"))
        self.assertTrue(self.disk(volume).backing.eagerlyScrub)
        self.assertNotEqual(self.machine(volume)._moId, before)
        self.assertEqual(self.machine(volume).name, volume.name)
        self.assertEqual(self.disk(volume).backing.uuid.lower(), volume.id)
        self.assert_holds(volume, model)

    def test_a_volume_moves_to_a_datastore_that_meets_its_new_policy(self):
        volume, model = self.written("moved")
        self.assertEqual(self.stores(volume), ["nas-1"])
        before = self.machine(volume)._moId
        volume = self.retyped(volume, side.volume_type("gold", storage_profile="reserving"))
        self.assertEqual((self.stores(volume), self.machine(volume)._moId), (["vmfs-1"], before))
        self.assertEqual(self.followed(volume), [[self.reserving], [self.reserving]])
        self.assert_holds(volume, model)

    def test_a_volume_stays_where_it_is_when_its_new_policy_is_met_there(self):
        volume, model = self.written("stayed")
        volume = self.retyped(volume, side.volume_type("silver", storage_profile="VM Encryption Policy"))
        self.assertEqual(self.stores(volume), ["nas-1"])
        self.assert_holds(volume, model)

    def test_a_volume_loses_its_policy(self):
        volume = self.volume(of=side.volume_type("gold", storage_profile="reserving"))
        volume = self.retyped(volume, side.volume_type("plain"))
        self.assertEqual(self.followed(volume), [[], []])

    def test_a_volume_changes_its_adapter(self):
        for adapter in ("paraVirtual", "busLogic", "lsiLogicsas"):
            with self.subTest(adapter):
                volume, model = self.written(f"adapter-{adapter}")
                volume = self.retyped(volume, side.volume_type("adapter", adapter_type=adapter))
                key = self.disk(volume).controllerKey
                (holds,) = [d for d in self.machine(volume).config.hardware.device if d.key == key]
                self.assertIn(adapter.lower(), type(holds).__name__.lower())
                self.assert_holds(volume, model)

    def test_upstream_a_volume_that_is_to_hang_on_IDE_is_left_without_its_disk(self):
        # What the disk's descriptor says of its adapter stands in the way, and the driver does not hang it back.
        volume = self.volume()
        with self.assertRaises(exceptions.VimFaultException) as caught:
            self.retyped(volume, side.volume_type("ide", adapter_type="ide"))
        self.assertEqual(caught.exception.fault_list, ["InvalidDeviceBacking"])
        self.assertEqual(devices(self.machine(volume), Disk), [])

    def test_a_thick_volume_becomes_a_thin_one_again(self):
        volume, model = self.written("thin-again", side.volume_type("eager", vmdk_type="eagerZeroedThick"))
        volume = self.retyped(volume, side.volume_type("thin", vmdk_type="thin"))
        backing = self.disk(volume).backing
        self.assertEqual((backing.thinProvisioned, bool(backing.eagerlyScrub)), (True, False))
        self.assert_holds(volume, model)

    def test_a_volume_with_a_snapshot_moves_to_become_of_another_kind(self):
        volume, model = self.written("with-snapshot")
        self.vcenter.wait(self.machine(volume).CreateSnapshot_Task("before", "", False, False))
        self.assertEqual(self.stores(volume), ["nas-1"])
        volume = self.retyped(volume, side.volume_type("thick", vmdk_type="thick"))
        self.assertEqual(self.stores(volume), ["vmfs-1"])
        self.assert_holds(volume, model)

    def test_a_volume_is_not_retyped_to_what_no_datastore_meets(self):
        volume = self.volume()
        self.assertIsNone(self.retyped(volume, side.volume_type("vsan", storage_profile="vSAN Default Storage Policy")))

    def test_a_volume_that_is_in_use_is_not_retyped(self):
        volume = side.attached(self.volume(), "00000000-0000-0000-0000-000000000001")
        self.assertIsNone(self.retyped(volume, side.volume_type("eager", vmdk_type="eagerZeroedThick")))


class Attached(NearCase):
    """Volumes while an instance has them."""

    def instance(self, volume):
        """A running machine that has the volume the way nova attaches one."""
        backing = Disk.FlatVer2BackingInfo(fileName=self.disk(volume).backing.fileName, diskMode="persistent")
        spec = add(Disk(key=-5, controllerKey=-101, unitNumber=1, capacityInKB=0, backing=backing))
        own = vim.vm.FileInfo(vmPathName="[nas-1]")
        uuid = self.disk(volume).backing.uuid
        option = vim.option.OptionValue(key=f"volume-{volume.id}", value=uuid)
        machine = self.vcenter.create(
            f"instance of {volume.id}", scsi(), disk(), spec, files=own, extraConfig=[option]
        )
        self.vcenter.wait(machine.PowerOnVM_Task())
        self.addCleanup(self.ended, machine)
        return machine, side.attached(volume, machine.config.instanceUuid)

    def ended(self, machine):
        self.vcenter.wait(machine.PowerOffVM_Task())
        machine.UnregisterVM()

    def test_a_volume_is_told_of_as_nova_wants_to_hear(self):
        volume = self.volume()
        machine = self.vcenter.create("wants a volume", files=vim.vm.FileInfo(vmPathName="[nas-1]"))
        self.addCleanup(self.vcenter.destroy, machine)
        info = self.driver.initialize_connection(volume, {"instance": machine._moId})
        self.assertEqual(info["driver_volume_type"], "vmdk")
        backing = self.machine(volume)._moId
        told = {"volume": backing, "volume_id": volume.id, "name": volume.name, "profile_id": None}
        self.assertEqual(info["data"], told)

    def test_a_volume_that_an_instance_cannot_reach_moves_to_where_it_can(self):
        volume, model = self.volume(), self.model("reached")
        self.write(volume, model, 0, noise(MIB, 6))
        pool = self.vcenter.find("DC0/host/DC0_C1").resourcePool
        config = vim.vm.ConfigSpec(
            name="far away", guestId="otherGuest64", files=vim.vm.FileInfo(vmPathName="[nas-2]")
        )
        machine = self.vcenter.wait(self.vcenter.folder.CreateVM_Task(config, pool))
        self.addCleanup(self.vcenter.destroy, machine)
        store = self.vcenter.find("DC0/datastore/nas-1")
        mounts = machine.runtime.host.configManager.datastoreSystem
        nas = store.info.nas
        mounts.RemoveDatastore(store)
        self.addCleanup(
            mounts.CreateNasDatastore,
            vim.host.NasVolume.Specification(
                remoteHost=nas.remoteHost, remotePath=nas.remotePath, localPath=nas.name, accessMode="readWrite"
            ),
        )
        before = self.machine(volume)._moId
        info = self.driver.initialize_connection(volume, {"instance": machine._moId})
        self.assertEqual(info["data"]["volume"], before)
        self.assertEqual(self.stores(volume), ["vmfs-1"])
        self.assertEqual(self.machine(volume).runtime.host, machine.runtime.host)
        self.assert_holds(volume, model)

    def test_a_clone_of_an_attached_volume_is_of_that_disk_alone(self):
        volume, model = self.volume(), self.model("attached")
        self.write(volume, model, 0, noise(MIB, 2))
        machine, volume = self.instance(volume)
        second = devices(machine, Disk)[1]
        write_disk(machine, second, MIB, noise(MIB, 3))
        model.write(MIB, noise(MIB, 3))
        clone = self.unmade()
        self.driver.create_cloned_volume(clone, volume)
        self.assertEqual(len(devices(self.machine(clone), Disk)), 1)
        self.assert_holds(clone, model)

    def test_a_snapshot_of_an_attached_volume_is_a_template_of_that_disk_alone(self):
        volume, model = self.volume(), self.model("attached-snapshot")
        self.write(volume, model, 0, noise(MIB, 4))
        machine, volume = self.instance(volume)
        snapshot = side.snapshot_of(volume)
        snapshot = side.kept(snapshot, self.driver.create_snapshot(snapshot))
        restored = self.unmade()
        self.driver.create_volume_from_snapshot(restored, snapshot)
        self.assert_holds(restored, model)
        self.driver.delete_snapshot(snapshot)

    def test_an_attached_volume_becomes_no_image(self):
        machine, volume = self.instance(self.volume())
        with self.assertRaises(exception.InvalidVolume):
            self.driver.copy_volume_to_image(side.acting(), volume, side.IMAGES, {"disk_format": "vmdk"})

    def test_a_volume_does_not_grow_while_the_instance_that_has_it_runs(self):
        machine, volume = self.instance(self.volume())
        with self.assertRaises(exceptions.FileLockedException):
            self.driver.extend_volume(volume, 2)
        self.assertEqual(self.disk(volume).capacityInKB, 2**20)
        self.assertEqual(devices(machine, Disk)[1].capacityInKB, 2**20)

    def test_a_volume_grows_while_the_instance_that_has_it_is_off(self):
        machine, volume = self.instance(self.volume())
        self.vcenter.wait(machine.PowerOffVM_Task())
        self.driver.extend_volume(volume, 2)
        self.assertEqual(self.disk(volume).capacityInKB, 2 * 2**20)
        self.assertEqual(devices(machine, Disk)[1].capacityInKB, 2 * 2**20)
        self.vcenter.wait(machine.PowerOnVM_Task())


class Managing(VolumeCase):
    def owner(self, name):
        size = 2**20 + 2**19
        machine = self.vcenter.create(name, scsi(), disk(size), files=vim.vm.FileInfo(vmPathName="[nas-1]"))
        self.addCleanup(self.vcenter.destroy, machine)
        (drive,) = devices(machine, Disk)
        return machine, drive, {"source-name": f"{drive.backing.fileName}@/DC0/vm/{name}"}

    def test_a_disk_of_another_machine_comes_under_cinders_care(self):
        machine, drive, reference = self.owner("gives")
        model = self.model("managed")
        with open(model.path, "r+b") as file:
            file.truncate((2**20 + 2**19) * 1024)
        write_disk(machine, drive, 5, noise(MIB, 5))
        model.write(5, noise(MIB, 5))
        size = self.driver.manage_existing_get_size(None, reference)
        self.assertEqual(size, 2)
        volume = self.unmade(size)
        self.driver.manage_existing(volume, reference)
        self.assertEqual(devices(machine, Disk), [])
        self.assertTrue(self.disk(volume).backing.fileName.endswith(f"/{volume.name}.vmdk"))
        self.assert_holds(volume, model)

    def test_a_disk_that_is_not_there_is_an_invalid_reference(self):
        with self.assertRaises(exception.ManageExistingInvalidReference):
            self.driver.manage_existing_get_size(None, {"source-name": "[nas-1] no/no.vmdk@/DC0/vm/nobody"})

    def test_a_volume_that_cinder_lets_go_stays_as_a_machine_of_its_own(self):
        volume = self.volume()
        machine = self.machine(volume)
        self.addCleanup(self.vcenter.destroy, machine)
        self.driver.unmanage(volume)
        self.assertIsNone(self.machine(volume))
        self.assertNotIn("cinder.volume.id", [option.key for option in machine.config.extraConfig])


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "cinder_retype"


if __name__ == "__main__":
    run()
