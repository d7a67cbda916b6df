import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, devices, disk, scsi


class Snapshots(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def setUp(self):
        self.vm = self.vcenter.create(self._testMethodName.removeprefix("test_")[:60], scsi(), disk())
        self.addCleanup(self.vcenter.destroy, self.vm)

    def take(self, name):
        return self.vcenter.wait(self.vm.CreateSnapshot(name, f"about {name}", False, False))

    def file(self):
        return devices(self.vm, vim.vm.device.VirtualDisk)[0].backing.fileName

    def test_a_snapshot_stands_in_the_tree_with_what_was_said_of_it(self):
        snapshot = self.take("first")
        self.assertEqual(self.vm.snapshot.currentSnapshot, snapshot)
        (root,) = self.vm.snapshot.rootSnapshotList
        self.assertEqual((root.name, root.description, root.snapshot), ("first", "about first", snapshot))
        self.assertEqual((root.vm, root.state, root.quiesced), (self.vm, "poweredOff", False))
        self.assertEqual(list(self.vm.rootSnapshot), [snapshot])
        self.assertEqual((snapshot.vm, snapshot.config.name), (self.vm, self.vm.name))

    def test_a_second_snapshot_is_the_child_of_the_first(self):
        first, second = self.take("first"), self.take("second")
        (root,) = self.vm.snapshot.rootSnapshotList
        self.assertEqual([child.snapshot for child in root.childSnapshotList], [second])
        self.assertEqual(self.vm.snapshot.currentSnapshot, second)
        self.assertEqual(list(first.childSnapshot), [second])
        self.assertNotEqual(root.id, root.childSnapshotList[0].id)

    def test_the_disk_goes_on_in_a_file_of_its_own_and_back_when_the_snapshot_goes(self):
        before = self.file()
        snapshot = self.take("delta")
        self.assertNotEqual(self.file(), before)
        self.assertEqual(devices(self.vm, vim.vm.device.VirtualDisk)[0].backing.parent.fileName, before)
        self.vcenter.wait(snapshot.Remove(False))
        self.assertEqual(self.file(), before)

    def test_a_snapshot_keeps_the_config_of_its_moment(self):
        self.vcenter.wait(self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="then")))
        snapshot = self.take("moment")
        self.vcenter.wait(self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="now")))
        self.assertEqual((snapshot.config.annotation, self.vm.config.annotation), ("then", "now"))

    def test_when_one_between_is_removed_its_children_take_its_place(self):
        first, second, third = (self.take(name) for name in ("first", "second", "third"))
        self.vcenter.wait(second.Remove(False))
        (root,) = self.vm.snapshot.rootSnapshotList
        self.assertEqual((root.snapshot, [child.snapshot for child in root.childSnapshotList]), (first, [third]))
        self.assertEqual(self.vm.snapshot.currentSnapshot, third)

    def test_one_is_removed_with_all_below_it(self):
        first = self.take("first")
        for name in ("second", "third"):
            self.take(name)
        self.vcenter.wait(first.Remove(True))
        self.assertIsNone(self.vm.snapshot)
        self.assertEqual(list(self.vm.rootSnapshot), [])

    def test_a_snapshot_that_was_removed_is_gone(self):
        snapshot = self.take("gone")
        self.vcenter.wait(snapshot.Remove(False))
        fault = self.vcenter.fault_of(lambda: snapshot.Remove(False))
        self.assertIsInstance(fault, vmodl.fault.ManagedObjectNotFound)
        self.assertEqual(fault.obj, snapshot)

    def test_all_are_removed_at_once(self):
        for name in ("first", "second"):
            self.take(name)
        self.vcenter.wait(self.vm.RemoveAllSnapshots())
        self.assertIsNone(self.vm.snapshot)

    def test_it_goes_back_to_the_configuration_of_a_snapshot(self):
        self.vcenter.wait(self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="then", memoryMB=64)))
        snapshot = self.take("moment")
        self.vcenter.wait(self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="now", memoryMB=128)))
        self.vcenter.wait(snapshot.Revert())
        self.assertEqual((self.vm.config.annotation, self.vm.config.hardware.memoryMB), ("then", 64))

    def test_with_its_memory_it_runs_again(self):
        self.vcenter.wait(self.vm.PowerOn())
        snapshot = self.vcenter.wait(self.vm.CreateSnapshot("running", "", True, False))
        self.assertEqual(self.vm.snapshot.rootSnapshotList[0].state, "poweredOn")
        self.vcenter.wait(self.vm.PowerOff())
        self.vcenter.wait(self.vm.RevertToCurrentSnapshot(suppressPowerOn=False))
        self.assertEqual(self.vm.runtime.powerState, "poweredOn")
        self.vcenter.wait(snapshot.Revert(suppressPowerOn=True))
        self.assertEqual(self.vm.runtime.powerState, "poweredOff")

    def test_it_is_renamed(self):
        snapshot = self.take("before")
        snapshot.Rename(name="after", description="anew")
        (root,) = self.vm.snapshot.rootSnapshotList
        self.assertEqual((root.name, root.description), ("after", "anew"))
        with self.assertRaises(vim.fault.InvalidName):
            snapshot.Rename(name="")

    def test_its_files_are_in_the_layout(self):
        snapshot = self.take("filed")
        layout = self.vm.layoutEx
        (entry,) = layout.snapshot
        files = {file.key: file.name for file in layout.file}
        self.assertEqual(entry.key, snapshot)
        self.assertTrue(files[entry.dataKey].endswith("-Snapshot1.vmsn"))
        self.assertEqual(files[entry.disk[0].chain[0].fileKey[0]], self.file().replace("-000001", ""))
        self.assertEqual(self.vm.layout.snapshot[0].key, snapshot)

    def test_deltas_that_were_left_are_consolidated(self):
        before = self.file()
        self.vcenter.wait(self.take("left").Remove(False, consolidate=False))
        self.assertTrue(self.vm.runtime.consolidationNeeded)
        (needed,) = self.vcenter.wait(self.vm.EstimateStorageForConsolidateSnapshots_Task())
        self.assertEqual(needed.datastore.name, "LocalDS_0")
        self.vcenter.wait(self.vm.ConsolidateVMDisks_Task())
        self.assertFalse(self.vm.runtime.consolidationNeeded)
        self.assertEqual(self.file(), before)

    def test_a_template_has_none_taken(self):
        self.vm.MarkAsTemplate()
        self.assertIsInstance(self.vcenter.fault_of(lambda: self.vm.CreateSnapshot("x", "", False, False)), vmodl.fault.NotSupported)
        self.vm.MarkAsVirtualMachine(self.vcenter.pool)


if __name__ == "__main__":
    run()
