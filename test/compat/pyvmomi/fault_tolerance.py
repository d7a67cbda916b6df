# serve: --host 3 --standalone-host 0 --vm 1
"""A machine that runs twice: turned on, failed over, kept as it is, and turned off again."""

import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter


class FaultTolerance(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.vm = cls.vcenter.find("DC0/vm/DC0_C0_RP0_VM0")
        cluster = cls.vm.runtime.host.parent
        das = vim.cluster.DasConfigInfo(enabled=True, admissionControlEnabled=False)
        cls.vcenter.wait(cluster.ReconfigureComputeResource_Task(vim.cluster.ConfigSpecEx(dasConfig=das), True))
        cls.hosts = cluster.host
        for host in cls.hosts:
            host.configManager.virtualNicManager.SelectVnicForNicType("faultToleranceLogging", "vmk0")

    def setUp(self):
        result = self.vcenter.wait(self.vm.CreateSecondaryVMEx_Task())
        self.assertIsInstance(result, vim.vm.FaultToleranceSecondaryOpResult)
        self.assertTrue(result.powerOnAttempted)
        self.vcenter.wait(result.powerOnResult.attempted[0].task)
        self.addCleanup(self.alone)

    def alone(self):
        # Whichever of the two leads by now is the one that is found by its name.
        vm = type(self).vm = self.vcenter.find("DC0/vm/DC0_C0_RP0_VM0")
        if vm.config.ftInfo:
            self.vcenter.wait(vm.TurnOffFaultToleranceForVM_Task())

    @property
    def secondary(self):
        return self.vm.config.ftInfo.secondaries[0]

    def test_both_run_on_hosts_of_their_own_and_know_each_other(self):
        self.assertEqual(self.vm.runtime.faultToleranceState, "running")
        self.assertNotEqual(self.vm.runtime.host, self.secondary.runtime.host)
        info = self.secondary.config.ftInfo
        self.assertIsInstance(info, vim.vm.FaultToleranceSecondaryConfigInfo)
        self.assertEqual((info.role, info.primaryVM), (2, self.vm))
        self.assertEqual(info.instanceUuids, [self.vm.config.instanceUuid, self.secondary.config.instanceUuid])
        self.assertEqual(self.secondary.config.uuid, self.vm.config.uuid)
        self.assertEqual(self.vm.summary.quickStats.ftLatencyStatus, "green")

    def test_the_secondary_goes_on_as_the_primary(self):
        primary, secondary = self.vm, self.secondary
        self.vcenter.wait(primary.MakePrimaryVM_Task(secondary))
        self.assertEqual(secondary.config.ftInfo.role, 1)
        self.assertEqual(primary.config.ftInfo.role, 2)

    def test_the_secondary_does_nothing_by_itself(self):
        fault = self.vcenter.fault_of(lambda: self.secondary.PowerOffVM_Task())
        self.assertIsInstance(fault, vim.fault.InvalidOperationOnSecondaryVm)
        self.assertEqual(fault.instanceUuid, self.secondary.config.instanceUuid)

    def test_memory_disks_and_snapshots_stay_as_they_are(self):
        edit = lambda: self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(memoryMB=64))
        self.assertIsInstance(self.vcenter.fault_of(edit), vim.fault.MemoryHotPlugNotSupported)
        snapshot = lambda: self.vm.CreateSnapshot_Task("one", "", False, False)
        self.assertIsInstance(self.vcenter.fault_of(snapshot), vim.fault.VmConfigIncompatibleForFaultTolerance)

    def test_both_are_switched_off_and_on_together(self):
        secondary = self.secondary
        self.vcenter.wait(self.vm.PowerOffVM_Task())
        self.assertEqual(secondary.runtime.powerState, "poweredOff")
        self.assertEqual(self.vm.runtime.faultToleranceState, "enabled")
        self.vcenter.wait(self.vm.PowerOnVM_Task())

    def test_turned_off_it_leaves_nothing_of_the_secondary(self):
        secondary = self.secondary
        self.vcenter.wait(self.vm.TurnOffFaultToleranceForVM_Task())
        self.assertIsNone(self.vm.config.ftInfo)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            secondary.name


if __name__ == "__main__":
    run()
