# serve: --scenario openstack
"""What stands in cinder's way, what its driver does about it, and how far the documented service account goes."""

import time

import cinder_side as side

DOCUMENTED = {"vmware_host_username": "openstack@vsphere.local"}
side.configure(
    vmdk={"vmware_lazy_create": False, "vmware_datastore_regex": "nas-1|vmfs-1"},
    near={"vmware_lazy_create": False, "vmware_datastore_regex": "nas-1"},
    documented={**DOCUMENTED, "vmware_lazy_create": False},
)

from cinder.volume.drivers.vmware import exceptions as refusals
from oslo_vmware import exceptions

from case import run
from cinder_seen_side import VolumeCase, started
from control import broken, control
from images import MIB, noise


class Trouble(VolumeCase):
    def broken(self, **rule):
        return broken(self, limits={"times": 1}, **rule)

    def near(self):
        made = self.unmade()
        started("near").create_volume(made)
        return made

    def stores(self, volume):
        return [store.name for store in self.machine(volume).datastore]

    def emptied(self):
        control("/world", {"verb": "datastore.free", "name": "*"})

    def test_a_session_that_is_over_is_replaced_and_the_volume_made(self):
        control("/world", {"verb": "session.expireAll", "user": "*openstack-full*"})
        self.assertTrue(self.machine(self.volume()))

    def test_a_session_that_ends_between_a_task_and_its_end_is_replaced_and_the_volume_made(self):
        self.broken(match={"method": "CreateVM_Task"}, effect={"task": {"slow": "1s"}})
        self.broken(match={"method": "CreateVM_Task"}, effect={"world": {"verb": "session.expire", "phase": "after"}})
        self.assertTrue(self.machine(self.volume()))

    def test_a_volume_that_finds_no_room_to_grow_moves_to_where_there_is_some_and_grows_there(self):
        volume, model = self.near(), self.model("moved")
        self.write(volume, model, 0, noise(MIB, 1))
        full = {"task": {"fail": {"fault": "NoDiskSpace", "properties": {"file": "x", "datastore": "nas-1"}}}}
        hits = self.broken(match={"method": "ExtendVirtualDisk_Task"}, effect=full)
        control("/world", {"verb": "datastore.fill", "name": "nas-1", "free": "100MiB"})
        self.addCleanup(self.emptied)
        self.driver.extend_volume(volume, 2)
        self.assertEqual((hits(), self.stores(volume)), (1, ["vmfs-1"]))
        self.assertEqual(self.disk(volume).capacityInKB, 2 * 2**20)
        with open(model.path, "r+b") as file:
            file.truncate(2 * 2**30)
        self.assert_holds(volume, model)

    def test_a_thick_volume_that_finds_no_room_to_grow_moves_by_itself(self):
        volume = self.unmade(of=side.volume_type("thick", vmdk_type="thick"))
        started("near").create_volume(volume)
        control("/world", {"verb": "datastore.fill", "name": "nas-1", "free": "100MiB"})
        self.addCleanup(self.emptied)
        self.driver.extend_volume(volume, 2)
        self.assertEqual((self.stores(volume), self.disk(volume).capacityInKB), (["vmfs-1"], 2 * 2**20))

    def test_a_datastore_that_is_lost_is_passed_over(self):
        control("/world", {"verb": "datastore.inaccessible", "name": "nas-1"})
        self.addCleanup(control, "/world", {"verb": "datastore.accessible", "name": "nas-1"})
        self.assertEqual(self.stores(self.volume()), ["vmfs-1"])
        volume = self.unmade()
        with self.assertRaises(refusals.NoValidDatastoreException):
            started("near").create_volume(volume)

    def test_a_datastore_in_maintenance_is_passed_over(self):
        store = self.vcenter.find("DC0/datastore/nas-1")
        store.DatastoreEnterMaintenanceMode()
        self.addCleanup(lambda: self.vcenter.wait(store.DatastoreExitMaintenanceMode_Task()))
        self.assertEqual(self.stores(self.volume()), ["vmfs-1"])
        with self.assertRaises(refusals.NoValidDatastoreException):
            started("near").create_volume(self.unmade())

    def test_a_host_in_maintenance_gets_no_volume(self):
        away, _ = self.vcenter.find("DC0/host/DC0_C0").host
        self.vcenter.wait(away.EnterMaintenanceMode_Task(0, True))
        self.addCleanup(lambda: self.vcenter.wait(away.ExitMaintenanceMode_Task(0)))
        hosts = {self.machine(self.volume()).runtime.host.name for _ in range(3)}
        self.assertNotIn(away.name, hosts)

    def test_a_file_that_somebody_holds_fails_the_growing_and_leaves_the_volume_as_it_was(self):
        volume = self.volume()
        path = self.disk(volume).backing.fileName
        control("/world", {"verb": "file.lock", "path": path})
        with self.assertRaises(exceptions.FileLockedException):
            self.driver.extend_volume(volume, 2)
        control("/world", {"verb": "file.unlock", "path": path})
        self.assertEqual(self.disk(volume).capacityInKB, 2**20)
        self.driver.extend_volume(volume, 2)

    def test_a_folder_that_another_service_just_made_is_used(self):
        # Two services make the folders of one project: the second is told which folder stands there.
        first, second = self.volume(project="shared"), self.unmade(project="shared")
        started("near").create_volume(second)
        self.assertEqual(self.machine(first).parent, self.machine(second).parent)

    def test_a_template_that_cannot_be_marked_is_taken_away_again(self):
        volume = self.volume()
        refusing = {"soap": {"fault": "NotSupported"}}
        self.broken(match={"method": "MarkAsTemplate"}, effect=refusing)
        snapshot = side.snapshot_of(volume)
        with self.assertRaises(exceptions.VimException):
            self.driver.create_snapshot(snapshot)
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath(
            f"DC0/vm/OpenStack/Project (project)/Volumes/Snapshots/{snapshot.name}"
        ))

    def test_a_connection_that_is_reset_is_made_again(self):
        volume = self.volume()
        hits = self.broken(match={"method": "ExtendVirtualDisk_Task"}, effect={"transport": {"reset": True}})
        began = time.monotonic()
        self.driver.extend_volume(volume, 2)
        self.assertEqual((hits(), self.disk(volume).capacityInKB), (1, 2 * 2**20))
        self.assertGreater(time.monotonic() - began, 9)


class Documented(VolumeCase):
    """The account with the privileges that OpenStack's documents list."""

    backend = "documented"

    def refused(self, act, privilege):
        with self.assertRaises(exceptions.NoPermissionException) as caught:
            act()
        self.assertEqual(caught.exception.details["privilegeId"], privilege)

    def test_volumes_are_made_grown_cloned_and_deleted_by_it(self):
        volume, clone = self.volume(), self.unmade()
        self.driver.extend_volume(volume, 2)
        self.driver.create_cloned_volume(clone, volume)
        self.driver.delete_volume(volume)
        self.assertIsNone(self.machine(volume))
        self.assertTrue(self.machine(clone))

    def test_a_snapshot_as_a_template_needs_more_and_leaves_nothing_behind(self):
        snapshot = side.snapshot_of(self.volume())
        self.refused(lambda: self.driver.create_snapshot(snapshot), "VirtualMachine.Provisioning.MarkAsTemplate")
        path = f"DC0/vm/OpenStack/Project (project)/Volumes/Snapshots/{snapshot.name}"
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath(path))


if __name__ == "__main__":
    run()
