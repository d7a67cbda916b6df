# serve: --ds 2
"""Disks of 4 GiB, mostly holes: they pass through a server that has far less memory than that."""

import os

from pyVmomi import vim

from case import run
from disk_case import Disk, DiskCase
from images import MIB, Model, at, brought, leased, noise, qemu, same
from vcenter import add

LARGE = 4096 * MIB


class Large(DiskCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.large = Model(at("large.img"), LARGE // MIB)
        for number, place in enumerate([0, 700 * MIB + 512, 2048 * MIB - 3, LARGE - MIB]):
            cls.large.write(place, noise(MIB, 70 + number))

    def assert_small(self):
        """What the server took at most since it was started; Linux alone tells."""
        with open(f"/proc/{os.environ['COMPAT_PID']}/status") as status:
            (most,) = [int(line.split()[1]) * 1024 for line in status if line.startswith("VmHWM")]
        self.assertLess(most, 150 * 10**6)

    def test_a_flat_disk_goes_up_and_down_and_through_a_chain(self):
        text = at("large-flat.txt")
        with open(text, "w") as file:
            extent = f'RW {LARGE // 512} VMFS "large-flat.vmdk"'
            file.write(f'# Disk DescriptorFile\nversion=1\nCID=12345678\ncreateType="vmfs"\n{extent}\n')
            file.write('ddb.adapterType = "lsilogic"\nddb.thinProvisioned = "1"\n')
        self.files.put("[LocalDS_0] in/large-flat.vmdk", self.large.path)
        self.files.put("[LocalDS_0] in/large.vmdk", text)
        vm = self.machine("large", self.copied("[LocalDS_0] in/large.vmdk", "[LocalDS_0] in/large-copy.vmdk"))
        model = Model(self.large.path)
        self.snapshot(vm, "one")
        self.write(vm, model, 1024 * MIB, noise(MIB, 75))
        self.assert_is(vm, model)
        self.assert_small()

    def test_a_stream_goes_up_and_down(self):
        sent = at("large-sent.vmdk")
        qemu("convert", "-O", "vmdk", "-o", "subformat=streamOptimized", self.large.path, sent)
        backing = Disk.FlatVer2BackingInfo(fileName="[LocalDS_0]", diskMode="persistent", thinProvisioned=True)
        controller = vim.vm.device.VirtualLsiLogicController(key=-1, busNumber=0, sharedBus="noSharing")
        disk = Disk(key=-2, controllerKey=-1, unitNumber=0, capacityInKB=LARGE // 1024, backing=backing)
        config = vim.vm.ConfigSpec(
            name="large-import",
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"),
            deviceChange=[add(controller), add(disk, fileOperation="create")],
        )
        vm = brought(self.vcenter.pool.ImportVApp(vim.vm.VmImportSpec(configSpec=config), self.vcenter.folder), sent)
        self.addCleanup(self.vcenter.destroy, vm)
        (back,) = leased(vm.ExportVm(), "large-back")
        same(back, self.large.path)
        self.assert_small()


if os.environ["COMPAT_PID"] and os.path.exists("/proc/self/status"):
    run()
