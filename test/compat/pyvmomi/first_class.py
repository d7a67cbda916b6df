# serve: --ds 2
"""First class disks: over the vSphere API with their datastores, and over the catalogue of the whole vCenter by their ids."""

import time
import unittest
import urllib.parse
import urllib.request

from pyVim.task import WaitForTask
from pyVmomi import SoapStubAdapter, VmomiSupport, vim, vmodl, vslm

from case import run
from images import write_disk
from vcenter import URL, Vcenter, trusting

MIB = 1024 * 1024


def catalogue_of(vcenter, version="vslm.version.v7_0_2_0"):
    """The service in the session of a vCenter, as the community's samples get at it."""
    cookie = vcenter.si._stub.cookie.split('"')[1]
    VmomiSupport.GetRequestContext()["vcSessionCookie"] = cookie
    stub = SoapStubAdapter(
        host=URL.hostname, port=URL.port, version=version, path="/vslm/sdk", poolSize=0, sslContext=trusting()
    )
    return vslm.ServiceInstance("ServiceInstance", stub)


def finished(task):
    """The samples' way: such tasks have no property collector, and are asked until they have ended."""
    for _ in range(200):
        info = task.QueryInfo()
        if info.state == "success":
            return task.QueryResult()
        if info.state == "error":
            raise info.error
        time.sleep(0.05)
    raise AssertionError(f"{task} never ended")


class FirstClass(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.service = catalogue_of(cls.vcenter)
        cls.content = cls.service.RetrieveContent()
        cls.catalogue = cls.content.vStorageObjectManager
        cls.manager = cls.vcenter.content.vStorageObjectManager
        cls.store, cls.other = sorted(cls.vcenter.all(vim.Datastore), key=lambda d: d.name)

    def backing(self, store=None, **more):
        return vim.vslm.CreateSpec.DiskFileBackingSpec(datastore=store or self.store, **more)

    def create(self, name="disk", size=4, **more):
        spec = vim.vslm.CreateSpec(name=name, capacityInMB=size, backingSpec=self.backing(), **more)
        return finished(self.catalogue.CreateDisk(spec)).config

    def named(self, config, store=None):
        return {"id": config.id, "datastore": store or self.store}

    def url(self, config):
        store, path = config.backing.filePath[1:].split("] ")
        query = urllib.parse.urlencode({"dcPath": "DC0", "dsName": store})
        return f"https://{URL.hostname}:{URL.port}/folder/{path[:-5]}-flat.vmdk?{query}"

    def bytes_of(self, config, data=None):
        request = urllib.request.Request(self.url(config), data=data, method="PUT" if data else "GET")
        request.add_header("Cookie", self.vcenter.si._stub.cookie.split(";")[0])
        with urllib.request.urlopen(request, context=trusting()) as answer:
            return answer.read()

    def content_of(self, config):
        """What it reads as, whatever it stands on: a clone is one file."""
        spec = vim.vslm.CloneSpec(name="read", backingSpec=self.backing(self.store))
        copy = finished(self.catalogue.CloneVStorageObject(config.id, spec)).config
        try:
            return self.bytes_of(copy)
        finally:
            finished(self.catalogue.DeleteVStorageObject(copy.id))

    def written(self, config, content):
        """As the guest of a machine that has it for so long."""
        vm = self.vcenter.find("DC0/vm/DC0_H0_VM0")
        WaitForTask(vm.AttachDisk_Task(diskId=config.id, datastore=self.store))
        drive = next(d for d in vm.config.hardware.device if getattr(d, "vDiskId", None) and d.vDiskId.id == config.id.id)
        write_disk(vm, drive, 0, content)
        WaitForTask(vm.DetachDisk_Task(diskId=config.id))

    def test_the_service_says_what_it_is(self):
        self.assertEqual(self.content.aboutInfo.vendor, "VMware, Inc.")
        self.assertEqual(self.service.content.vStorageObjectManager, self.catalogue)

    def test_nobody_calls_it_without_a_session(self):
        context = VmomiSupport.GetRequestContext()
        kept = context.pop("vcSessionCookie")
        self.addCleanup(context.__setitem__, "vcSessionCookie", kept)
        with self.assertRaises(vmodl.fault.SecurityError):
            self.catalogue.QueryGlobalCatalogSyncStatus()

    def test_a_disk_of_one_is_a_disk_of_the_other(self):
        made = self.create("both", metadata=[vim.KeyValue(key="k", value="v")])
        seen = self.manager.RetrieveVStorageObject(**self.named(made)).config
        self.assertEqual((seen.name, seen.capacityInMB, seen.keepAfterDeleteVm), ("both", 4, True))
        self.assertIn(made.id.id, [i.id for i in self.manager.ListVStorageObject(self.store)])
        WaitForTask(self.manager.ExtendDisk_Task(newCapacityInMB=8, **self.named(made)))
        self.manager.RenameVStorageObject(name="renamed", **self.named(made))
        seen = self.catalogue.RetrieveVStorageObject(made.id).config
        self.assertEqual((seen.name, seen.capacityInMB), ("renamed", 8))
        [value] = self.catalogue.RetrieveVStorageObjectMetadata(made.id, None, "k")
        self.assertEqual((value.key, value.value), ("k", "v"))
        WaitForTask(self.manager.DeleteVStorageObject_Task(**self.named(made)))
        with self.assertRaises(vim.fault.NotFound):
            self.catalogue.RetrieveVStorageObject(made.id)

    def test_what_was_written_is_cloned_relocated_and_gone_back_to(self):
        made = self.create("content")
        first = bytes(range(256)) * (4 * MIB // 256)
        self.bytes_of(made, first)
        copy = finished(self.catalogue.CloneVStorageObject(
            made.id, vim.vslm.CloneSpec(name="copy", backingSpec=self.backing(self.other))
        )).config
        self.assertEqual(self.bytes_of(copy), first)
        snapshot = finished(self.catalogue.CreateSnapshot(made.id, "first"))
        second = first[::-1]
        self.written(made, second)
        now = self.catalogue.RetrieveVStorageObject(made.id).config
        self.assertEqual(now.backing.parent.filePath, made.backing.filePath)
        moved = finished(self.catalogue.RelocateVStorageObject(
            made.id, vim.vslm.RelocateSpec(backingSpec=self.backing(self.other))
        )).config
        self.assertEqual(moved.backing.datastore, self.other)
        self.assertEqual(self.content_of(moved), second)
        of = finished(self.catalogue.CreateDiskFromSnapshot(made.id, snapshot, "of the first")).config
        self.assertEqual(self.bytes_of(of), first)
        finished(self.catalogue.RevertVStorageObject(made.id, snapshot))
        self.assertEqual(self.content_of(moved), first)
        finished(self.catalogue.DeleteSnapshot(made.id, snapshot))
        alone = self.catalogue.RetrieveVStorageObject(made.id).config
        self.assertIsNone(alone.backing.parent)
        self.assertEqual(self.bytes_of(alone), first)
        for disk in (made, copy, of):
            finished(self.catalogue.DeleteVStorageObject(disk.id))

    def test_the_flow_of_a_volume_driver(self):
        """Create, attach, snapshot, a volume of the snapshot, extend, detach, delete."""
        spec = vim.vslm.CreateSpec(
            name="volume", capacityInMB=8, keepAfterDeleteVm=True, backingSpec=self.backing(provisioningType="thin")
        )
        task = self.manager.CreateDisk_Task(spec)
        WaitForTask(task)
        made = task.info.result.config
        vm = self.vcenter.find("DC0/vm/DC0_H0_VM0")
        WaitForTask(vm.AttachDisk_Task(diskId=made.id, datastore=self.store))
        drive = next(d for d in vm.config.hardware.device if getattr(d, "vDiskId", None) and d.vDiskId.id == made.id.id)
        self.assertEqual(drive.backing.fileName, made.backing.filePath)
        [found] = self.catalogue.RetrieveVStorageObjectAssociations([made.id])
        self.assertEqual([(a.vmId, a.diskKey) for a in found.vmDiskAssociation], [(vm._moId, drive.key)])
        with self.assertRaises(vim.fault.InvalidState):
            WaitForTask(self.manager.DeleteVStorageObject_Task(**self.named(made)))
        task = self.manager.VStorageObjectCreateSnapshot_Task(description="one", **self.named(made))
        WaitForTask(task)
        snapshot = task.info.result
        task = self.manager.CreateDiskFromSnapshot_Task(snapshotId=snapshot, name="of it", **self.named(made))
        WaitForTask(task)
        copy = task.info.result.config
        WaitForTask(self.manager.DeleteSnapshot_Task(snapshotId=snapshot, **self.named(made)))
        WaitForTask(vm.DetachDisk_Task(diskId=made.id))
        WaitForTask(self.manager.ExtendDisk_Task(newCapacityInMB=16, **self.named(made)))
        for disk in (made, copy):
            WaitForTask(self.manager.DeleteVStorageObject_Task(**self.named(disk)))

    def test_queries_are_told_page_by_page(self):
        disks = [self.create(f"page-{i}", 1) for i in range(5)]
        start = vslm.vso.VStorageObjectQuerySpec(queryField="name", queryOperator="startsWith", queryValue=["page-"])
        found, query = [], [start]
        while True:
            page = self.catalogue.ListVStorageObjectsForSpec(query, 2)
            found += [r.name for r in page.queryResults]
            if page.allRecordsReturned:
                break
            after = vslm.vso.VStorageObjectQuerySpec(
                queryField="id", queryOperator="greaterThan", queryValue=[page.id[-1].id]
            )
            query = [start, after]
        self.assertEqual(sorted(found), [f"page-{i}" for i in range(5)])
        for disk in disks:
            finished(self.catalogue.DeleteVStorageObject(disk.id))

    def test_a_refusal_is_a_fault_with_a_type(self):
        with self.assertRaises(vmodl.fault.InvalidArgument) as caught:
            self.create(" ")
        self.assertEqual(caught.exception.invalidProperty, "spec.name")
        missing = vim.vslm.ID(id="6f9619ff-8b86-4d01-b42d-00c04fc964ff")
        for call in (self.catalogue.RetrieveVStorageObject, self.catalogue.DeleteVStorageObject):
            with self.assertRaises(vim.fault.NotFound):
                call(missing)
        with self.assertRaises(vmodl.fault.SystemError):
            query = vslm.vso.VStorageObjectQuerySpec(queryField="colour", queryOperator="equals", queryValue=["red"])
            self.catalogue.ListVStorageObjectsForSpec([query], 1)

    def test_datastores_are_known_by_their_urls(self):
        url = self.store.summary.url
        [info] = self.content.storageLifecycleManager.QueryDatastoreInfo(url)
        self.assertEqual((info.datastore, info.datacenter), (self.store, self.vcenter.datacenter))
        self.content.storageLifecycleManager.SyncDatastore(url, True, None)
        status = self.catalogue.QueryGlobalCatalogSyncStatusForDatastore(url)
        self.assertEqual(status.objectVClock, status.syncVClock)


run()
