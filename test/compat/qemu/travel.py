# serve: --ds 2
"""Disks that leave by leases and come back by them: what qemu-img reads of a stream is what the machine had."""

from pyVmomi import vim

from case import run
from disk_case import FORMATS, SIZE, Disk, DiskCase
from images import MIB, at, brought, leased, noise, qemu, same
from vcenter import add, devices


class Travel(DiskCase):
    def bring(self, name, path):
        """A machine whose one disk is an image that is sent to it."""
        controller = vim.vm.device.VirtualLsiLogicController(key=-1, busNumber=0, sharedBus="noSharing")
        backing = Disk.FlatVer2BackingInfo(fileName="[LocalDS_0]", diskMode="persistent", thinProvisioned=True)
        disk = Disk(key=-2, controllerKey=-1, unitNumber=0, capacityInKB=SIZE // 1024, backing=backing)
        config = vim.vm.ConfigSpec(
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"),
            deviceChange=[add(controller), add(disk, fileOperation="create")],
        )
        lease = self.vcenter.pool.ImportVApp(vim.vm.VmImportSpec(configSpec=config), self.vcenter.folder)
        vm = brought(lease, path)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def test_a_chain_is_exported_as_it_reads_and_comes_back_so(self):
        vm, model, _, _ = self.chain("exported")
        (stream,) = leased(vm.ExportVm(), "exported")
        same(stream, model.path)
        again = self.bring("imported", stream)
        self.assert_is(again, model)
        self.write(again, model, 3 * MIB, noise(99_999, 60))
        self.assert_is(again, model)

    def test_a_stream_of_qemu_img_is_imported_as_it_is(self):
        vm = self.bring("from-qemu", at("streamOptimized.vmdk"))
        self.assertEqual(devices(vm, Disk)[0].capacityInBytes, SIZE)
        self.assert_is(vm, self.original)

    def test_a_linked_clone_is_exported_whole(self):
        vm, _, first, at_first = self.chain("source")
        location = vim.vm.RelocateSpec(diskMoveType="createNewChildDiskBacking")
        spec = vim.vm.CloneSpec(location=location, snapshot=first)
        clone = self.vcenter.wait(vm.CloneVM_Task(self.vcenter.folder, "linked-export", spec))
        self.addCleanup(self.vcenter.destroy, clone)
        self.write(clone, at_first, 8 * MIB, noise(4_096, 61))
        (stream,) = leased(clone.ExportVm(), "linked-export")
        same(stream, at_first.path)

    def test_a_snapshot_is_exported_as_it_was(self):
        vm, model, first, at_first = self.chain("history")
        (stream,) = leased(first.ExportSnapshot(), "history-first")
        same(stream, at_first.path)
        self.vcenter.wait(vm.RemoveAllSnapshots_Task())
        self.vcenter.wait(vm.RelocateVM_Task(vim.vm.RelocateSpec(datastore=self.vcenter.find("DC0/datastore/LocalDS_1"))))
        (stream,) = leased(vm.ExportVm(), "history-now")
        same(stream, model.path)

    def test_what_is_exported_becomes_any_format_again(self):
        vm, model = self.ready("round")
        self.write(vm, model, 7 * MIB, noise(4_096, 62))
        (stream,) = leased(vm.ExportVm(), "round")
        for format in FORMATS:
            with self.subTest(format):
                path = at("round", f"{format}.vmdk")
                qemu("convert", "-O", "vmdk", "-o", f"subformat={format}", stream, path)
                name = self.upload_file(f"round/{format}.vmdk")
                target = self.copied(name, "[LocalDS_0] in/round-thin.vmdk")
                same(self.files.fetch(target, f"round-{format}"), model.path)


run()
