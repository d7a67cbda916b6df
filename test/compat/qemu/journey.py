# serve: --ds 2
"""An image from qemu-img, through everything that is done with disks on datastores, and back to qemu-img."""

import subprocess

from pyVmomi import vim

from case import run
from disk_case import FORMATS, SIZE, Disk, DiskCase, Spec
from images import MIB, Model, at, noise, qemu, same
from vcenter import devices


class Journey(DiskCase):
    def test_every_format_is_converted_to_what_hosts_run_and_to_what_others_read(self):
        for format in FORMATS:
            source = self.upload(format)
            for kind in ["thin", "preallocated", "eagerZeroedThick", "sparseMonolithic", "sparse2Gb", "thick2Gb", None]:
                with self.subTest(source=format, target=kind):
                    target = self.copied(source, f"[LocalDS_0] in/{format}-{kind}.vmdk", kind)
                    same(self.files.fetch(target, f"{format}-{kind}"), self.original.path)

    def test_a_copy_is_copied_on_from_each_format_to_each_other(self):
        before = self.upload("streamOptimized")
        kinds = ["thin", "sparseMonolithic", "eagerZeroedThick", "thick2Gb", "thin", "sparse2Gb", "preallocated"]
        for step, kind in enumerate(kinds):
            before = self.copied(before, f"[LocalDS_0] in/step-{step}.vmdk", kind)
        same(self.files.fetch(before, "steps"), self.original.path)

    def test_what_comes_up_goes_down_again_as_it_was(self):
        for format in FORMATS:
            path = self.files.fetch(self.upload(format), f"again-{format}")
            same(path, self.original.path)

    def test_a_disk_of_several_extents_is_one_disk(self):
        large = Model(at("large.img"), 4_300)
        for place in [0, 2_000, 2_047, 2_048, 4_299]:
            large.write(place * MIB, noise(MIB, place))
        options = ["-o", "subformat=twoGbMaxExtentSparse"]
        qemu("convert", "-O", "vmdk", *options, large.path, at("large.vmdk"))
        source = self.upload_file("large.vmdk")
        for kind in ["sparseMonolithic", "sparse2Gb"]:
            target = self.copied(source, f"[LocalDS_0] in/large-{kind}.vmdk", kind)
            same(self.files.fetch(target, f"large-{kind}"), large.path)
        self.assertEqual(self.names("large-sparse2Gb-s*"), [f"large-sparse2Gb-s00{n}.vmdk" for n in (1, 2, 3)])
        center = self.vcenter.datacenter
        self.vcenter.wait(self.disks.DeleteVirtualDisk_Task("[LocalDS_0] in/large.vmdk", center))
        self.assertEqual(self.names("large-s0*"), [])

    def test_a_child_that_qemu_img_made_is_read_over_its_parent(self):
        base = self.upload("monolithicSparse")
        model = self.original.copy(at("child.img"))
        qemu("create", "-q", "-f", "vmdk", "-b", "monolithicSparse.vmdk", "-F", "vmdk", at("child.vmdk"))
        for place, fill in [(MIB, 7), (20 * MIB, 9)]:
            subprocess.run(
                ["qemu-io", "-f", "vmdk", "-c", f"write -q -P {fill} {place} 64k", at("child.vmdk")], check=True
            )
            model.write(place, bytes([fill]) * 65_536)
        target = self.copied(self.upload_file("child.vmdk"), "[LocalDS_0] in/child-thin.vmdk")
        same(self.files.fetch(target, "child-thin"), model.path)
        self.assertTrue(base)

    def test_a_machine_is_given_each_of_them_and_writes_to_it(self):
        for format in FORMATS:
            with self.subTest(format=format):
                vm, model = self.ready(f"given-{format}", format)
                self.assertEqual(devices(vm, Disk)[0].capacityInBytes, SIZE)
                self.write(vm, model, 123, noise(10_000, 4))
                self.assert_is(vm, model)

    def test_a_chain_of_snapshots_reads_as_what_was_written(self):
        vm, model, first, at_first = self.chain("chain")
        self.assert_is(vm, model)
        self.vcenter.wait(first.RevertToSnapshot_Task())
        self.assert_is(vm, at_first)

    def test_removing_snapshots_changes_nothing_that_is_read(self):
        vm, model, first, _ = self.chain("removed")
        self.vcenter.wait(first.RemoveSnapshot_Task(False))
        self.assert_is(vm, model)
        self.write(vm, model, 6 * MIB, noise(4_096, 14))
        self.vcenter.wait(vm.RemoveAllSnapshots_Task())
        self.assertNotIn("delta", " ".join(file.name for file in vm.layoutEx.file))
        self.assert_is(vm, model)

    def test_consolidating_changes_nothing_that_is_read(self):
        vm, model, first, _ = self.chain("consolidated")
        self.vcenter.wait(first.RemoveSnapshot_Task(True, False))
        self.assert_is(vm, model)
        self.vcenter.wait(vm.ConsolidateVMDisks_Task())
        self.assertFalse(vm.runtime.consolidationNeeded)
        self.assert_is(vm, model)

    def test_a_full_clone_has_all_of_it_and_goes_its_own_way(self):
        vm, model, _, _ = self.chain("cloned")
        location = vim.vm.RelocateSpec()
        clone = self.vcenter.wait(vm.CloneVM_Task(self.vcenter.folder, "clone", vim.vm.CloneSpec(location=location)))
        self.addCleanup(self.vcenter.destroy, clone)
        of_clone = model.copy(at("clone.img"))
        self.write(clone, of_clone, 9 * MIB, noise(20_000, 20))
        self.write(vm, model, 9 * MIB + 512, noise(20_000, 21))
        self.assert_is(clone, of_clone)
        self.assert_is(vm, model)

    def test_a_linked_clone_stands_on_the_snapshot(self):
        vm, model, first, at_first = self.chain("linked")
        location = vim.vm.RelocateSpec(diskMoveType="createNewChildDiskBacking")
        spec = vim.vm.CloneSpec(location=location, snapshot=first)
        clone = self.vcenter.wait(vm.CloneVM_Task(self.vcenter.folder, "linked-clone", spec))
        self.addCleanup(self.vcenter.destroy, clone)
        self.assert_is(clone, at_first)
        self.write(clone, at_first, 0, noise(1_024, 30))
        self.write(vm, model, 512, noise(1_024, 31))
        self.assert_is(clone, at_first)
        self.assert_is(vm, model)
        self.vcenter.wait(clone.PromoteDisks_Task(True, []))
        self.assert_is(clone, at_first)

    def test_relocating_keeps_every_byte_whatever_the_disk_becomes(self):
        vm, model, _, _ = self.chain("moved")
        for store, change in [("LocalDS_1", None), ("LocalDS_0", "eagerZeroedThick")]:
            target = self.vcenter.find(f"DC0/datastore/{store}")
            spec = vim.vm.RelocateSpec(datastore=target)
            if change:
                drive = devices(vm, Disk)[0]
                backing = Disk.FlatVer2BackingInfo(diskMode="persistent", eagerlyScrub=True, thinProvisioned=False)
                locator = vim.vm.RelocateSpec.DiskLocator(diskId=drive.key, datastore=target, diskBackingInfo=backing)
                spec.disk = [locator]
                self.vcenter.wait(vm.RemoveAllSnapshots_Task())
            self.vcenter.wait(vm.RelocateVM_Task(spec))
            self.assertTrue(devices(vm, Disk)[0].backing.fileName.startswith(f"[{store}]"))
            self.assert_is(vm, model)

    def test_a_disk_that_grows_reads_as_zeros_behind_its_old_end(self):
        vm, model = self.ready("grown")
        self.write(vm, model, SIZE - 100, noise(100, 40))
        drive = devices(vm, Disk)[0]
        drive.capacityInKB = (SIZE + 8 * MIB) // 1024
        change = vim.vm.device.VirtualDeviceSpec(operation="edit", device=drive)
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[change])))
        with open(model.path, "r+b") as file:
            file.truncate(SIZE + 8 * MIB)
        self.assert_is(vm, model)
        self.write(vm, model, SIZE + 8 * MIB - 512, noise(512, 41))
        self.assert_is(vm, model)

    def test_damaged_images_are_refused_and_leave_nothing(self):
        center = self.vcenter.datacenter
        with open(at("monolithicSparse.vmdk"), "rb") as file:
            whole = file.read()
        lying = bytearray(whole)
        # The directory is said to stand far behind the end of the file.
        lying[56:64] = (2**30).to_bytes(8, "little")
        for name, content in [("cut", whole[: len(whole) // 2]), ("lying", bytes(lying)), ("none", noise(5_000, 50))]:
            with self.subTest(name):
                path, target = at(f"{name}.vmdk"), f"[LocalDS_0] in/{name}-copy.vmdk"
                with open(path, "wb") as file:
                    file.write(content)
                self.files.put(f"[LocalDS_0] in/{name}.vmdk", path)
                spec = Spec(diskType="thin", adapterType="lsiLogic", capacityKb=0)
                fault = self.vcenter.fault_of(
                    lambda: self.disks.CopyVirtualDisk_Task(
                        f"[LocalDS_0] in/{name}.vmdk", center, target, center, spec, False
                    )
                )
                self.assertIsInstance(fault, vim.fault.VimFault)
                self.assertEqual(self.names(f"{name}-copy*"), [])


run()
