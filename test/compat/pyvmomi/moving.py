# serve: --ds 2
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, devices, disk, nic, scsi


class Moving(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def setUp(self):
        self.vm = self.vcenter.create(self._testMethodName.removeprefix("test_")[:60], scsi(), disk(), nic())
        self.addCleanup(self.away)
        self.hosts = self.vcenter.cluster.host

    def away(self):
        if self.vm.runtime.powerState != "poweredOff":
            self.vcenter.wait(self.vm.PowerOff())
        self.vcenter.destroy(self.vm)

    def other(self):
        return next(host for host in self.hosts if host != self.vm.runtime.host)

    def relocate(self, **spec):
        return self.vcenter.wait(self.vm.Relocate(vim.vm.RelocateSpec(**spec)))

    def events(self):
        spec = vim.event.EventFilterSpec(
            entity=vim.event.EventFilterSpec.ByEntity(entity=self.vm, recursion="self"), disableFullMessage=False
        )
        found = self.vcenter.content.eventManager.QueryEvents(spec)
        return [event for event in sorted(found, key=lambda e: e.key) if not isinstance(event, vim.event.TaskEvent)]

    def test_a_running_machine_goes_to_another_host(self):
        self.vcenter.wait(self.vm.PowerOn())
        source, host = self.vm.runtime.host, self.other()
        self.vcenter.wait(self.vm.Migrate(host=host, priority="defaultPriority"))
        self.assertEqual((self.vm.runtime.host, self.vm.runtime.powerState), (host, "poweredOn"))
        self.assertIn(self.vm, host.vm)
        self.assertNotIn(self.vm, source.vm)
        begun, leaving, done = self.events()[-3:]
        self.assertIsInstance(begun, vim.event.VmBeingHotMigratedEvent)
        self.assertEqual(begun.destHost.host, host)
        self.assertIsInstance(leaving, vim.event.VmEmigratingEvent)
        self.assertEqual(leaving.host.host, source)
        self.assertIsInstance(done, vim.event.VmMigratedEvent)
        self.assertEqual((done.host.host, done.sourceHost.host), (host, source))

    def test_what_keeps_a_machine_from_moving_is_told_as_events(self):
        self.vcenter.wait(self.vm.PowerOn())
        host, content = self.other(), self.vcenter.si
        self.assertEqual(list(content.ValidateMigration(vm=[self.vm], host=host)), [])
        fault = self.vcenter.fault_of(lambda: content.ValidateMigration(vm=[self.vm], host=host, testType=["no test"]))
        self.assertIsInstance(fault, vmodl.fault.InvalidArgument)
        checked = self.vcenter.wait(self.vcenter.content.vmProvisioningChecker.CheckMigrate_Task(vm=self.vm, host=host))
        self.assertEqual([(list(r.error), list(r.warning)) for r in checked], [([], [])])

    def test_its_files_go_to_another_datastore(self):
        self.relocate(datastore=self.vcenter.find("DC0/datastore/LocalDS_1"))
        self.assertEqual(self.vm.config.files.vmPathName, f"[LocalDS_1] {self.vm.name}/{self.vm.name}.vmx")
        self.assertEqual([file.name for file in self.vm.layoutEx.file if "LocalDS_0" in file.name], [])
        begun, done = self.events()[-2:]
        self.assertIsInstance(begun, vim.event.VmBeingRelocatedEvent)
        self.assertEqual(begun.destDatastore.name, "LocalDS_1")
        self.assertIsInstance(done, vim.event.VmRelocatedEvent)
        self.assertEqual(done.sourceDatastore.name, "LocalDS_0")

    def test_a_disk_stays_where_its_locator_says(self):
        (drive,) = devices(self.vm, vim.vm.device.VirtualDisk)
        locator = vim.vm.RelocateSpec.DiskLocator(diskId=drive.key, datastore=drive.backing.datastore)
        self.relocate(datastore=self.vcenter.find("DC0/datastore/LocalDS_1"), disk=[locator])
        (after,) = devices(self.vm, vim.vm.device.VirtualDisk)
        self.assertEqual(after.backing.fileName, drive.backing.fileName)
        self.assertEqual(sorted(d.name for d in self.vm.datastore), ["LocalDS_0", "LocalDS_1"])

    def test_another_compute_resource_needs_a_pool(self):
        host = self.vcenter.find("DC0/host/DC0_H0/DC0_H0")
        fault = self.vcenter.fault_of(lambda: self.vm.Relocate(vim.vm.RelocateSpec(host=host)))
        self.assertIsInstance(fault, vmodl.fault.InvalidArgument)
        self.assertEqual(fault.invalidProperty, "spec.pool")
        self.relocate(host=host, pool=host.parent.resourcePool)
        self.assertEqual(self.vm.resourcePool, host.parent.resourcePool)

    def test_it_is_checked_before_it_is_done(self):
        checker = self.vcenter.content.vmProvisioningChecker
        (result,) = self.vcenter.wait(checker.CheckMigrate_Task(self.vm, host=self.other()))
        self.assertEqual((result.vm, result.host, list(result.error)), (self.vm, self.other(), []))
        host = self.vcenter.find("DC0/host/DC0_H0/DC0_H0")
        (result,) = self.vcenter.wait(checker.CheckRelocate_Task(self.vm, vim.vm.RelocateSpec(host=host)))
        self.assertIsInstance(result.error[0], vmodl.fault.InvalidArgument)
        results = self.vcenter.wait(checker.QueryVMotionCompatibilityEx_Task([self.vm], list(self.hosts)))
        self.assertEqual([r.host for r in results], list(self.hosts))
        (result,) = self.vcenter.si.QueryVMotionCompatibility(self.vm, [self.other()], ["cpu", "software"])
        self.assertEqual(list(result.compatibility), ["cpu", "software"])

    def test_a_running_machine_is_forked(self):
        self.vcenter.wait(self.vm.PowerOn())
        location = vim.vm.RelocateSpec()
        spec = vim.vm.InstantCloneSpec(
            name="forked", location=location, config=[vim.option.OptionValue(key="guestinfo.name", value="forked")]
        )
        child = self.vcenter.wait(self.vm.InstantClone_Task(spec))
        self.addCleanup(self.vcenter.destroy, child)
        self.addCleanup(lambda: self.vcenter.wait(child.PowerOff()))
        self.assertEqual((child.name, child.runtime.powerState), ("forked", "poweredOn"))
        (drive,) = devices(child, vim.vm.device.VirtualDisk)
        (own,) = devices(self.vm, vim.vm.device.VirtualDisk)
        self.assertEqual(drive.backing.parent.fileName, own.backing.parent.fileName)

    def test_one_that_does_not_run_cannot_be_forked(self):
        spec = vim.vm.InstantCloneSpec(name="never", location=vim.vm.RelocateSpec())
        self.assertIsInstance(
            self.vcenter.fault_of(lambda: self.vm.InstantClone_Task(spec)), vim.fault.InvalidPowerState
        )

    def test_a_field_of_ones_own_is_defined_and_set(self):
        manager = self.vcenter.content.customFieldsManager
        field = manager.AddFieldDefinition(name="owner", moType=vim.VirtualMachine)
        self.addCleanup(manager.RemoveFieldDefinition, field.key)
        self.assertEqual((field.managedObjectType, field.type), (vim.VirtualMachine, str))
        self.assertIn(field.key, [f.key for f in self.vm.availableField])
        self.assertNotIn(field.key, [f.key for f in self.hosts[0].availableField])
        manager.SetField(entity=self.vm, key=field.key, value="ops")
        self.assertEqual([(v.key, v.value) for v in self.vm.customValue], [(field.key, "ops")])
        self.vm.setCustomValue(key="owner", value="dev")
        self.assertEqual([v.value for v in self.vm.summary.customValue], ["dev"])
        manager.RenameFieldDefinition(key=field.key, name="team")
        self.assertIn("team", [f.name for f in manager.field])


if __name__ == "__main__":
    run()
