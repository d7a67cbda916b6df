import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, devices, disk, scsi


class Clones(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def setUp(self):
        self.vm = self.vcenter.create(self._testMethodName.removeprefix("test_")[:60], scsi(), disk())
        self.addCleanup(lambda: self.vcenter.destroy(self.vm))

    def clone(self, name, **spec):
        made = self.vcenter.wait(
            self.vm.CloneVM_Task(self.vm.parent, name, vim.vm.CloneSpec(location=vim.vm.RelocateSpec(), **spec))
        )
        self.addCleanup(self.vcenter.destroy, made)
        return made

    def file(self, vm):
        return devices(vm, vim.vm.device.VirtualDisk)[0].backing.fileName

    def test_a_clone_has_its_own_name_files_and_uuids(self):
        twin = self.clone("twin")
        self.assertEqual(twin.name, "twin")
        self.assertNotEqual(twin.config.instanceUuid, self.vm.config.instanceUuid)
        self.assertNotEqual(twin.config.uuid, self.vm.config.uuid)
        self.assertNotEqual(self.file(twin), self.file(self.vm))

    def test_a_clone_takes_a_configuration_and_runs(self):
        config = vim.vm.ConfigSpec(numCPUs=2, annotation="other")
        twin = self.clone("taken", powerOn=True, config=config)
        self.assertEqual((twin.config.hardware.numCPU, twin.config.annotation), (2, "other"))
        self.assertEqual(twin.runtime.powerState, "poweredOn")
        self.vcenter.wait(twin.PowerOffVM_Task())

    def test_a_linked_clone_stands_on_a_snapshot(self):
        snapshot = self.vcenter.wait(self.vm.CreateSnapshot("base", "", False, False))
        base = devices(self.vm, vim.vm.device.VirtualDisk)[0].backing.parent.fileName
        location = vim.vm.RelocateSpec(diskMoveType="createNewChildDiskBacking")
        spec = vim.vm.CloneSpec(location=location, snapshot=snapshot)
        twin = self.vcenter.wait(self.vm.CloneVM_Task(self.vm.parent, "linked", spec))
        self.addCleanup(self.vcenter.destroy, twin)
        self.assertEqual(devices(twin, vim.vm.device.VirtualDisk)[0].backing.parent.fileName, base)

    def test_a_template_has_no_pool_and_does_not_start(self):
        pool = self.vm.resourcePool
        self.vm.MarkAsTemplate()
        self.assertTrue(self.vm.config.template)
        self.assertIsNone(self.vm.resourcePool)
        self.assertIsInstance(self.vcenter.fault_of(self.vm.PowerOnVM_Task), vmodl.fault.NotSupported)
        self.vm.MarkAsVirtualMachine(pool=pool)
        self.assertEqual(self.vm.resourcePool, pool)

    def test_an_unregistered_machine_comes_back_from_its_file(self):
        config, pool, parent = self.vm.config, self.vm.resourcePool, self.vm.parent
        self.vm.UnregisterVM()
        spec = dict(path=config.files.vmPathName, asTemplate=False, pool=pool)
        self.vm = self.vcenter.wait(parent.RegisterVM_Task(**spec))
        self.assertEqual(self.vm.config.instanceUuid, config.instanceUuid)
        self.assertEqual(self.vm.config.changeVersion, config.changeVersion)
        fault = self.vcenter.fault_of(lambda: parent.RegisterVM_Task(**spec))
        self.assertIsInstance(fault, vim.fault.AlreadyExists)
        missing = dict(spec, path="[LocalDS_0] none/none.vmx")
        self.assertIsInstance(self.vcenter.fault_of(lambda: parent.RegisterVM_Task(**missing)), vim.fault.NotFound)


if __name__ == "__main__":
    run()
