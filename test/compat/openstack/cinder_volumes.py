# serve: --scenario openstack
"""cinder's driver for VMDK volumes, as a service account of its own: from its start to the last volume's end."""

import unittest

import cinder_side as side
import privileges_side

side.configure(
    vmdk={"vmware_lazy_create": False, "vmware_enable_volume_stats": True},
    cow={"vmware_snapshot_format": "COW", "vmware_lazy_create": False},
    lazy={"vmware_ca_file": None, "vmware_insecure": True},
    # Under another name: oslo.vmware keeps the WSDL it has read, and what fails after that is tried for ever.
    distrust={"vmware_host_ip": "localhost", "vmware_ca_file": None},
    elsewhere={"vmware_cluster_name": "DC0_C1", "vmware_datastore_regex": "vmfs-.*", "vmware_lazy_create": False},
)

from cinder import exception
from pyVmomi import vim

from case import run
from cinder_seen_side import VolumeCase, started
from images import MIB, noise
from vcenter import Vcenter, devices

ADAPTERS = {
    "lsiLogic": vim.vm.device.VirtualLsiLogicController,
    "busLogic": vim.vm.device.VirtualBusLogicController,
    "lsiLogicsas": vim.vm.device.VirtualLsiLogicSASController,
    "paraVirtual": vim.vm.device.ParaVirtualSCSIController,
    "ide": vim.vm.device.VirtualIDEController,
}


class Starting(unittest.TestCase):
    def test_it_starts_knows_the_certificate_and_is_registered_as_an_extension(self):
        driver = started("vmdk")
        self.assertTrue(driver.session.is_current_session_active())
        self.assertTrue(Vcenter().content.extensionManager.FindExtension("org.openstack.storage"))

    def test_it_starts_without_looking_at_the_certificate(self):
        self.assertTrue(started("lazy").session.is_current_session_active())

    def test_it_does_not_start_when_it_trusts_nobody_of_ours(self):
        with self.assertRaises(Exception) as caught:
            side.start("distrust")
        self.assertIn("CERTIFICATE_VERIFY_FAILED", repr(caught.exception) + repr(caught.exception.__cause__))

    def test_its_statistics_are_those_of_the_datastores_its_cluster_reaches(self):
        stats = started("vmdk").get_volume_stats(refresh=True)
        datastores = Vcenter().all(vim.Datastore)
        capacity = round(sum(store.summary.capacity for store in datastores) / 2**30)
        self.assertEqual(stats["total_capacity_gb"], capacity)
        self.assertTrue(0 < stats["free_capacity_gb"] <= capacity)

    def test_a_volume_made_lazily_is_made_when_it_is_first_attached(self):
        driver, volume = started("lazy"), side.volume()
        driver.create_volume(volume)
        vcenter = Vcenter()
        self.assertEqual(vcenter.content.searchIndex.FindAllByUuid(None, volume.id, True, True), [])
        info = driver.initialize_connection(volume, {})
        (machine,) = vcenter.content.searchIndex.FindAllByUuid(None, volume.id, True, True)
        self.assertEqual(info["data"]["volume"], machine._moId)
        driver.delete_volume(volume)


class Volumes(VolumeCase):
    def test_a_volume_is_a_machine_that_never_runs_with_one_disk(self):
        volume = self.volume(2)
        machine, disk = self.machine(volume), self.disk(volume)
        self.assertEqual((machine.name, machine.runtime.powerState), (volume.name, "poweredOff"))
        self.assertEqual(self.path_of(machine), f"vm/OpenStack/Project (project)/Volumes/{volume.name}")
        self.assertEqual((disk.capacityInKB, disk.backing.thinProvisioned), (2 * 2**20, True))
        self.assertEqual(disk.backing.uuid.lower(), volume.id)
        options = {option.key: option.value for option in machine.config.extraConfig}
        self.assertEqual(options["cinder.volume.id"], volume.id)
        self.assertEqual(machine.config.managedBy.extensionKey, "org.openstack.storage")
        self.assertEqual(machine.config.version, "vmx-08")

    def test_a_disk_is_of_the_kind_that_the_volume_type_names(self):
        for kind, flags in {"thin": (True, None), "thick": (None, None), "eagerZeroedThick": (None, True)}.items():
            with self.subTest(kind):
                backing = self.disk(self.volume(of=side.volume_type("kind", vmdk_type=kind))).backing
                self.assertEqual((backing.thinProvisioned or None, backing.eagerlyScrub or None), flags)

    def test_a_disk_hangs_on_the_adapter_that_the_volume_type_names(self):
        for adapter, controller in ADAPTERS.items():
            with self.subTest(adapter):
                volume = self.volume(of=side.volume_type("adapter", adapter_type=adapter))
                held = [c for c in devices(self.machine(volume), controller) if self.disk(volume).key in c.device]
                self.assertEqual(len(held), 1)
                self.assertEqual(self.disk(volume).unitNumber, 0)

    def test_a_volume_that_is_deleted_leaves_no_machine_and_no_file(self):
        volume = self.volume()
        name = self.disk(volume).backing.fileName
        self.driver.delete_volume(volume)
        self.assertIsNone(self.machine(volume))
        browser = self.disk_store(name).browser
        found = self.vcenter.fault_of(lambda: browser.SearchDatastore_Task(name.rpartition("/")[0]))
        self.assertIsInstance(found, vim.fault.FileNotFound)

    def disk_store(self, name):
        return self.vcenter.find(f"DC0/datastore/{name[1:].partition(']')[0]}")

    def test_deleting_a_volume_that_was_never_made_does_nothing(self):
        self.driver.delete_volume(side.volume())

    def test_a_volume_lies_in_the_cluster_and_the_datastores_that_were_configured(self):
        driver, volume = side.start("elsewhere"), self.unmade()
        driver.create_volume(volume)
        machine = self.machine(volume)
        self.assertEqual(machine.runtime.host.parent.name, "DC0_C1")
        self.assertEqual([store.name for store in machine.datastore], ["vmfs-1"])

    def test_a_volume_grows_and_keeps_what_was_on_it(self):
        volume, model = self.volume(), self.model("grown")
        self.write(volume, model, 0, noise(MIB, 1))
        self.driver.extend_volume(volume, 3)
        self.assertEqual(self.disk(volume).capacityInKB, 3 * 2**20)
        with open(model.path, "r+b") as file:
            file.truncate(3 * 2**30)
        self.write(volume, model, 3 * 2**30 - 5000, noise(5000, 2))
        self.assert_holds(volume, model)

    def test_a_thick_volume_grows_too(self):
        volume = self.volume(of=side.volume_type("eager", vmdk_type="eagerZeroedThick"))
        self.driver.extend_volume(volume, 2)
        disk = self.disk(volume)
        self.assertEqual((disk.capacityInKB, disk.backing.eagerlyScrub), (2 * 2**20, True))

    def test_a_volume_is_handed_to_another_project(self):
        volume = self.volume()
        self.driver.accept_transfer(side.acting(), volume, "other user", "other/project")
        path = self.path_of(self.machine(volume))
        self.assertEqual(path, f"vm/OpenStack/Project (other%2fproject)/Volumes/{volume.name}")

    def test_folders_of_a_project_whose_name_has_a_slash_are_found_again(self):
        first, second = self.volume(project="a/b"), self.volume(project="a/b")
        self.assertEqual(self.machine(first).parent, self.machine(second).parent)


class Snapshots(VolumeCase):
    """Snapshots as templates, as the driver takes them unless told otherwise."""

    def taken(self, volume):
        snapshot = side.snapshot_of(volume)
        return side.kept(snapshot, self.driver.create_snapshot(snapshot))

    def test_a_snapshot_is_a_template_in_a_folder_of_its_own(self):
        volume = self.volume()
        snapshot = self.taken(volume)
        template = self.vcenter.content.searchIndex.FindByInventoryPath(snapshot.provider_location)
        self.assertTrue(template.config.template)
        self.assertEqual(
            self.path_of(template), f"vm/OpenStack/Project (project)/Volumes/Snapshots/{snapshot.name}"
        )
        self.driver.delete_snapshot(snapshot)
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath(snapshot.provider_location))

    def test_a_volume_from_a_snapshot_holds_what_the_volume_held_then_and_may_be_larger(self):
        volume, model = self.volume(), self.model("then")
        self.write(volume, model, 5000, noise(MIB, 3))
        snapshot, then = self.taken(volume), model.copy(model.path + ".then")
        self.write(volume, model, 0, noise(MIB, 4))
        restored = self.unmade(2)
        self.driver.create_volume_from_snapshot(restored, snapshot)
        self.assertEqual(self.disk(restored).capacityInKB, 2 * 2**20)
        self.assertEqual(self.disk(restored).backing.uuid.lower(), restored.id)
        with open(then.path, "r+b") as file:
            file.truncate(2 * 2**30)
        self.assert_holds(restored, then)
        self.driver.delete_snapshot(snapshot)
        self.assert_holds(volume, model)

    def test_reverting_to_a_template_is_refused_by_the_driver(self):
        volume = self.volume()
        snapshot = self.taken(volume)
        with self.assertRaises(exception.InvalidSnapshot):
            self.driver.revert_to_snapshot(side.acting(), volume, snapshot)
        self.driver.delete_snapshot(snapshot)


class CopyOnWrite(VolumeCase):
    """Snapshots as vSphere's own: vmware_snapshot_format = COW."""

    backend = "cow"

    def taken(self, volume):
        snapshot = side.snapshot_of(volume)
        return side.kept(snapshot, self.driver.create_snapshot(snapshot))

    def test_a_snapshot_is_one_of_the_machine(self):
        volume = self.volume()
        snapshot = self.taken(volume)
        (found,) = self.machine(volume).snapshot.rootSnapshotList
        self.assertEqual((found.name, found.description), (snapshot.name, "said of it"))
        self.driver.delete_snapshot(snapshot)
        self.assertIsNone(self.machine(volume).snapshot)

    def test_a_volume_goes_back_to_a_snapshot(self):
        volume, model = self.volume(), self.model("back")
        self.write(volume, model, MIB, noise(MIB, 5))
        snapshot = self.taken(volume)
        self.write(volume, model.copy(model.path + ".lost"), MIB, noise(3 * MIB, 6))
        self.driver.revert_to_snapshot(side.acting(), volume, snapshot)
        self.driver.delete_snapshot(snapshot)
        self.assert_holds(volume, model)

    def test_a_full_clone_of_a_snapshot_stands_by_itself(self):
        volume, model = self.volume(), self.model("full")
        self.write(volume, model, 0, noise(MIB, 7))
        snapshot, then = self.taken(volume), model.copy(model.path + ".then")
        self.write(volume, model, 0, noise(MIB, 8))
        clone = self.unmade()
        self.driver.create_volume_from_snapshot(clone, snapshot)
        self.assertIsNone(self.disk(clone).backing.parent)
        self.driver.delete_snapshot(snapshot)
        self.driver.delete_volume(volume)
        self.assert_holds(clone, then)

    def test_a_linked_clone_of_a_snapshot_stands_on_the_disk_it_came_from(self):
        volume, model = self.volume(), self.model("linked")
        self.write(volume, model, 0, noise(MIB, 9))
        snapshot, then = self.taken(volume), model.copy(model.path + ".then")
        self.write(volume, model, 0, noise(MIB, 10))
        clone = self.unmade(of=side.volume_type("linked", clone_type="linked"))
        self.driver.create_volume_from_snapshot(clone, snapshot)
        self.assertTrue(self.disk(clone).backing.parent.fileName.startswith("["))
        self.write(clone, then, 2 * MIB, noise(MIB, 11))
        self.assert_holds(clone, then)
        self.assert_holds(volume, model)

    def test_a_volume_with_a_snapshot_does_not_grow(self):
        volume = self.volume()
        self.taken(volume)
        with self.assertRaises(Exception) as caught:
            self.driver.extend_volume(volume, 2)
        self.assertEqual(self.disk(volume).capacityInKB, 2**20, caught.exception)


class Clones(VolumeCase):
    def test_a_clone_holds_what_its_source_does_and_may_be_larger(self):
        volume, model = self.volume(), self.model("cloned")
        self.write(volume, model, 12345, noise(MIB, 12))
        clone = self.unmade(2)
        self.driver.create_cloned_volume(clone, volume)
        self.assertEqual(self.disk(clone).capacityInKB, 2 * 2**20)
        self.assertEqual(self.disk(clone).backing.uuid.lower(), clone.id)
        with open(model.path, "r+b") as file:
            file.truncate(2 * 2**30)
        self.assert_holds(clone, model)

    def test_a_linked_clone_needs_a_snapshot_that_is_gone_afterwards(self):
        volume, model = self.volume(), self.model("linked-clone")
        self.write(volume, model, 0, noise(MIB, 13))
        clone = self.unmade(of=side.volume_type("linked", clone_type="linked"))
        self.driver.create_cloned_volume(clone, volume)
        self.assertIsNone(self.machine(volume).snapshot)
        self.assertTrue(self.disk(clone).backing.parent)
        self.assert_holds(clone, model)

    def test_a_clone_of_a_volume_that_was_never_made_is_never_made_either(self):
        clone = self.unmade()
        self.driver.create_cloned_volume(clone, side.volume())
        self.assertIsNone(self.machine(clone))


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "cinder_volumes"


if __name__ == "__main__":
    run()
