# serve: --ds 1
"""Datastores as Ansible and Terraform make, grow, mount and let go of them, and what stands on them."""

import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter


class Datastores(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.host = cls.vcenter.find("DC0/host/DC0_C0/DC0_C0_H0")
        cls.datacenter = cls.vcenter.find("DC0")
        cls.system = cls.host.configManager.datastoreSystem

    def disks(self):
        return [disk for disk in self.system.QueryAvailableDisksForVmfs() if not disk.localDisk]

    def vmfs(self, name, disk):
        options = self.system.QueryVmfsDatastoreCreateOptions(devicePath=disk.devicePath)
        spec = options[0].spec
        spec.vmfs.volumeName = name
        made = self.system.CreateVmfsDatastore(spec=spec)
        self.addCleanup(self.system.RemoveDatastore, made)
        return made

    def export(self, mode="readWrite", name=None):
        name = name or self._testMethodName.removeprefix("test_")[:30]
        spec = vim.host.NasVolume.Specification(
            remoteHost="filer", remotePath="/" + name, localPath=name, accessMode=mode, type="NFS"
        )
        made = self.system.CreateNasDatastore(spec=spec)
        self.addCleanup(self.system.RemoveDatastore, made)
        return made

    def test_a_vmfs_volume_stands_on_a_free_disk_and_takes_another(self):
        first, second = self.disks()[:2]
        store = self.vmfs("made", first)
        self.assertEqual(store.info.vmfs.extent[0].diskName, first.canonicalName)
        self.assertEqual(store.summary.freeSpace, store.summary.capacity)
        with self.assertRaises(vim.fault.DuplicateName):
            self.vmfs("LocalDS_0", second)
        before = store.summary.capacity
        option = self.system.QueryVmfsDatastoreExtendOptions(datastore=store, devicePath=second.devicePath)[0]
        self.system.ExtendVmfsDatastore(datastore=store, spec=option.spec)
        self.assertGreater(store.summary.capacity, before)

    def test_a_datastore_that_hosts_share_names_them_with_their_mounts(self):
        store = self.export()
        other = self.vcenter.find("DC0/host/DC0_C0/DC0_C0_H1")
        spec = vim.host.NasVolume.Specification(
            remoteHost="filer",
            remotePath="/" + store.name,
            localPath=store.name,
            accessMode="readOnly",
        )
        self.assertEqual(other.configManager.datastoreSystem.CreateNasDatastore(spec=spec), store)
        modes = {mount.key.name: mount.mountInfo.accessMode for mount in store.host}
        self.assertEqual(modes, {"DC0_C0_H0": "readWrite", "DC0_C0_H1": "readOnly"})
        other.configManager.datastoreSystem.RemoveDatastore(store)
        self.assertEqual([mount.key for mount in store.host], [self.host])

    def test_what_is_mounted_read_only_is_not_written(self):
        store = self.export("readOnly")
        files = self.vcenter.content.fileManager
        with self.assertRaises(vim.fault.DatastoreNotWritableOnHost) as refused:
            files.MakeDirectory("[%s] dir" % store.name, self.datacenter)
        self.assertEqual((refused.exception.datastore, refused.exception.host), (store, self.host))

    def test_maintenance_is_entered_and_left_and_a_name_changed(self):
        store = self.export()
        result = store.DatastoreEnterMaintenanceMode()
        self.vcenter.wait(result.task)
        self.assertEqual(store.summary.maintenanceMode, "inMaintenance")
        self.vcenter.wait(store.DatastoreExitMaintenanceMode_Task())
        self.assertEqual(store.summary.maintenanceMode, "normal")
        store.RenameDatastore("renamed")
        self.assertEqual(store.summary.name, "renamed")

    def test_only_a_host_that_is_connected_reaches_its_datastore(self):
        store = self.export()
        self.assertTrue(store.summary.accessible)
        self.vcenter.wait(self.host.DisconnectHost_Task())
        try:
            self.assertFalse(store.summary.accessible)
            self.assertFalse(store.host[0].mountInfo.accessible)
            spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=["*"])
            fault = self.vcenter.fault_of(
                lambda: store.browser.SearchDatastore_Task("[%s]" % store.name, spec)
            )
            self.assertIsInstance(fault, vim.fault.InaccessibleDatastore)
        finally:
            self.vcenter.wait(self.host.ReconnectHost_Task())
        self.assertTrue(store.summary.accessible)

    def test_files_are_copied_moved_and_deleted_and_told_of(self):
        store, files = self.export(), self.vcenter.content.fileManager
        path = lambda name: "[%s] %s" % (store.name, name)
        files.MakeDirectory(path("a/b"), self.datacenter, True)
        self.vcenter.wait(files.CopyDatastoreFile_Task(path("a"), self.datacenter, path("c"), self.datacenter, False))
        self.vcenter.wait(files.MoveDatastoreFile_Task(path("c"), self.datacenter, path("d"), self.datacenter, False))
        found = self.vcenter.wait(store.browser.SearchDatastoreSubFolders_Task(path("")))
        self.assertEqual(
            [result.folderPath for result in found],
            ["[%s]" % store.name, path("a/"), path("a/b/"), path("d/"), path("d/b/")],
        )
        self.vcenter.wait(files.DeleteDatastoreFile_Task(path("d"), self.datacenter))
        fault = self.vcenter.fault_of(lambda: files.DeleteDatastoreFile_Task(path("d"), self.datacenter))
        self.assertIsInstance(fault, vim.fault.FileNotFound)


if __name__ == "__main__":
    run()
