# serve: --esx
"""pyVmomi on an ESXi that no vCenter manages."""

import unittest

from case import run
from pyVmomi import vim, vmodl
from vcenter import Vcenter, devices, disk, log_in, scsi

USER = "root"


class Host(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.esx = Vcenter(user=USER)
        cls.addClassCleanup(cls.esx.close)
        cls.content = cls.esx.content

    def machine(self, name, *changes):
        datacenter = self.esx.find("ha-datacenter")
        store = datacenter.datastore[0].name
        spec = vim.vm.ConfigSpec(
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=vim.vm.FileInfo(vmPathName=f"[{store}]"),
            deviceChange=list(changes),
        )
        pool = datacenter.hostFolder.childEntity[0].resourcePool
        made = self.esx.wait(datacenter.vmFolder.CreateVM_Task(spec, pool))
        self.addCleanup(self.esx.destroy, made)
        return made

    def test_it_is_a_host_agent_with_the_managers_of_one(self):
        self.assertEqual(self.content.about.apiType, "HostAgent")
        self.assertEqual(self.content.sessionManager._GetMoId(), "ha-sessionmgr")
        self.assertEqual(self.content.rootFolder._GetMoId(), "ha-folder-root")
        for manager in ("alarmManager", "extensionManager", "customFieldsManager", "scheduledTaskManager"):
            with self.subTest(manager):
                self.assertIsNone(getattr(self.content, manager))

    def test_root_is_who_is_logged_in_and_nobody_else_can(self):
        self.assertEqual(self.content.sessionManager.currentSession.userName, "root")
        with self.assertRaises(vim.fault.InvalidLogin):
            log_in(user="administrator@vsphere.local")

    def test_there_is_one_datacenter_one_host_and_its_pool(self):
        (datacenter,) = self.content.rootFolder.childEntity
        (compute,) = datacenter.hostFolder.childEntity
        (host,) = compute.host
        self.assertEqual((datacenter._GetMoId(), host._GetMoId()), ("ha-datacenter", "ha-host"))
        self.assertIsInstance(compute, vim.ComputeResource)
        self.assertEqual(compute.resourcePool._GetMoId(), "ha-root-pool")

    def test_a_machine_runs_is_changed_and_has_snapshots(self):
        vm = self.machine("alone", scsi(), disk())
        self.esx.wait(vm.PowerOnVM_Task())
        self.assertEqual(vm.runtime.host._GetMoId(), "ha-host")
        self.esx.wait(vm.CreateSnapshot_Task("before", "", False, False))
        second = disk(unit=1)
        second.device.controllerKey = devices(vm, vim.vm.device.VirtualSCSIController)[0].key
        self.esx.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[second])))
        self.assertEqual(len(devices(vm, vim.vm.device.VirtualDisk)), 2)
        self.esx.wait(vm.RevertToCurrentSnapshot_Task())
        self.assertEqual(len(devices(vm, vim.vm.device.VirtualDisk)), 1)
        self.assertEqual(vm.runtime.powerState, vim.VirtualMachine.PowerState.poweredOff)

    def test_what_only_a_vcenter_does_is_not_supported(self):
        vm = self.machine("bound")
        folder = self.esx.find("ha-datacenter").vmFolder
        where = vim.vm.RelocateSpec(pool=vm.resourcePool)
        calls = {
            "clone": lambda: vm.CloneVM_Task(folder, "copy", vim.vm.CloneSpec(location=where, powerOn=False)),
            "relocate": lambda: vm.RelocateVM_Task(vim.vm.RelocateSpec(host=vm.runtime.host)),
            "migrate": lambda: vm.MigrateVM_Task(priority="defaultPriority", host=vm.runtime.host),
            "datacenter": lambda: self.content.rootFolder.CreateDatacenter("other"),
            "folder": lambda: folder.CreateFolder("group"),
            "cluster": lambda: self.esx.find("ha-datacenter").hostFolder.CreateClusterEx(
                "cluster", vim.cluster.ConfigSpecEx()
            ),
            "template": vm.MarkAsTemplate,
        }
        for name, call in calls.items():
            with self.subTest(name):
                self.assertIsInstance(self.esx.fault_of(call), vmodl.fault.NotSupported)

    def test_updates_come_as_from_a_vcenter(self):
        vm = self.machine("watched")
        collector = self.content.propertyCollector
        wanted = vmodl.query.PropertyCollector
        made = collector.CreateFilter(
            wanted.FilterSpec(
                objectSet=[wanted.ObjectSpec(obj=vm)],
                propSet=[wanted.PropertySpec(type=vim.VirtualMachine, pathSet=["runtime.powerState"])],
            ),
            False,
        )
        self.addCleanup(made.Destroy)
        version = collector.WaitForUpdatesEx("", wanted.WaitOptions(maxWaitSeconds=0)).version
        self.esx.wait(vm.PowerOnVM_Task())
        update = collector.WaitForUpdatesEx(version, wanted.WaitOptions(maxWaitSeconds=5))
        (change,) = update.filterSet[0].objectSet[0].changeSet
        self.assertEqual((change.name, change.val), ("runtime.powerState", "poweredOn"))
        self.esx.wait(vm.PowerOffVM_Task())

    def test_what_befell_a_machine_is_told(self):
        vm = self.machine("told")
        self.esx.wait(vm.PowerOnVM_Task())
        self.esx.wait(vm.PowerOffVM_Task())
        spec = vim.event.EventFilterSpec(
            entity=vim.event.EventFilterSpec.ByEntity(entity=vm, recursion="self"),
            eventTypeId=["VmPoweredOnEvent", "VmPoweredOffEvent"],
        )
        events = self.content.eventManager.QueryEvents(spec)
        self.assertEqual([event.userName for event in events], ["root", "root"])


if __name__ == "__main__":
    run()
