"""vApps: what is made, started, copied and taken apart as one."""

import re
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter

FREE = vim.ResourceAllocationInfo(
    reservation=0, limit=-1, expandableReservation=True, shares=vim.SharesInfo(level="normal", shares=0)
)
TRANSPORT = "com.vmware.guestInfo"


class Vapps(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def vapp(self, name, machines=(), **config):
        spec = vim.ResourceConfigSpec(cpuAllocation=FREE, memoryAllocation=FREE)
        pool, folder = self.vcenter.cluster.resourcePool, self.vcenter.folder
        vapp = pool.CreateVApp(name, spec, vim.vApp.VAppConfigSpec(**config), folder)
        self.addCleanup(self.remove, vapp)
        for machine in machines:
            files = vim.vm.FileInfo(vmPathName="[LocalDS_0]")
            self.vcenter.wait(vapp.CreateVm(vim.vm.ConfigSpec(name=machine, files=files, numCPUs=1, memoryMB=32)))
        return vapp

    def remove(self, vapp):
        try:
            if vapp.summary.vAppState == "started":
                self.vcenter.wait(vapp.PowerOff(True))
            self.vcenter.destroy(vapp)
        except vmodl.fault.ManagedObjectNotFound:
            pass  # the case itself has done it

    def hurry(self, vapp):
        entities = vapp.vAppConfig.entityConfig
        for entity in entities:
            entity.startDelay = 0
        vapp.UpdateVAppConfig(vim.vApp.VAppConfigSpec(entityConfig=entities))

    def fault(self, kind, act):
        fault = self.vcenter.fault_of(act)
        self.assertIs(type(fault), kind, fault)
        return fault

    def property(self, operation, **info):
        return vim.vApp.PropertySpec(operation=operation, info=vim.vApp.PropertyInfo(**info))

    def test_one_holds_its_machines_and_says_how_they_start(self):
        vapp = self.vapp("held", ["held-a", "held-b"], annotation="by a case")
        self.assertEqual([vm.name for vm in vapp.vm], ["held-a", "held-b"])
        self.assertEqual([e.startOrder for e in vapp.vAppConfig.entityConfig], [1, 2])
        self.assertEqual(vapp.vAppConfig.annotation, "by a case")
        self.assertEqual(vapp.parentFolder, self.vcenter.folder)
        self.assertIn(vapp, self.vcenter.folder.childEntity)
        self.assertEqual(vapp.vm[0].parentVApp, vapp)
        self.assertRegex(vapp.summary.instanceUuid, "^50")

    def test_it_starts_stops_and_sleeps_with_all_its_machines(self):
        vapp = self.vapp("powered", ["powered-a", "powered-b"])
        self.hurry(vapp)
        states = lambda: {vm.runtime.powerState for vm in vapp.vm}
        self.vcenter.wait(vapp.PowerOn())
        self.assertEqual((vapp.summary.vAppState, states()), ("started", {"poweredOn"}))
        self.fault(vim.fault.InvalidPowerState, vapp.PowerOn)
        self.vcenter.wait(vapp.Suspend())
        self.assertEqual((vapp.summary.vAppState, vapp.summary.suspended), ("stopped", True))
        self.assertEqual(states(), {"suspended"})
        self.vcenter.wait(vapp.PowerOn())
        self.vcenter.wait(vapp.PowerOff(False))
        self.assertEqual((vapp.summary.vAppState, states()), ("stopped", {"poweredOff"}))
        self.fault(vim.fault.InvalidPowerState, lambda: vapp.PowerOff(False))

    def test_each_machine_starts_by_a_task_under_that_of_the_vapp(self):
        vapp = self.vapp("parent", ["parent-a"])
        task = vapp.PowerOn()
        self.vcenter.wait(task)
        (child,) = [t for t in vapp.vm[0].recentTask if t.info.descriptionId == "VirtualMachine.powerOn"]
        self.assertEqual(child.info.parentTaskKey, task.info.key)

    def test_an_empty_one_and_one_that_starts_nothing_are_not_started(self):
        self.fault(vim.fault.NoVmInVApp, self.vapp("empty").PowerOn)
        vapp = self.vapp("idle", ["idle-a"])
        entity = vim.vApp.EntityConfigInfo(key=vapp.vm[0], startAction="none")
        vapp.UpdateVAppConfig(vim.vApp.VAppConfigSpec(entityConfig=[entity]))
        self.fault(vim.fault.MissingPowerOnConfiguration, vapp.PowerOn)

    def test_machines_move_in_and_out(self):
        vapp = self.vapp("moved")
        vm = self.vcenter.create("mover")
        self.addCleanup(self.vcenter.destroy, vm)
        vapp.MoveInto([vm])
        self.assertEqual((vm.parentVApp, vm.parent), (vapp, None))
        self.vcenter.pool.MoveInto([vm])
        self.assertEqual((vm.parentVApp, vm.parent), (None, self.vcenter.folder))
        self.assertEqual(vapp.vAppConfig.entityConfig, [])

    def test_one_is_copied_whole(self):
        vapp = self.vapp(
            "origin",
            ["origin-a"],
            property=[self.property("add", key=0, id="city", type="string", userConfigurable=True)],
        )
        spec = vim.vApp.CloneSpec(
            location=self.vcenter.datacenter.datastore[0],
            vmFolder=self.vcenter.folder,
            property=[vim.KeyValue(key="city", value="Rome")],
        )
        copy = self.vcenter.wait(vapp.Clone("twin", self.vcenter.pool, spec))
        self.addCleanup(self.remove, copy)
        self.assertEqual((copy.name, [vm.name for vm in copy.vm]), ("twin", ["origin-a"]))
        self.assertEqual(copy.vAppConfig.property[0].value, "Rome")
        self.assertNotEqual(copy.summary.instanceUuid, vapp.summary.instanceUuid)

    def test_one_that_is_unregistered_leaves_its_files(self):
        vapp = self.vapp("gone", ["gone-a"])
        path = vapp.vm[0].config.files.vmPathName
        self.vcenter.wait(vapp.Unregister())
        vm = self.vcenter.wait(self.vcenter.folder.RegisterVm(path, None, False, self.vcenter.pool, None))
        self.addCleanup(self.vcenter.destroy, vm)
        self.assertEqual(vm.name, "gone-a")

    def test_a_machine_of_its_own_properties_finds_them_in_its_ovf_environment(self):
        vm = self.vcenter.create("product")
        self.addCleanup(self.vcenter.destroy, vm)

        def say(**config):
            spec = vim.vm.ConfigSpec(vAppConfig=vim.vApp.VmConfigSpec(**config))
            self.vcenter.wait(vm.ReconfigVM_Task(spec))

        say(
            ovfEnvironmentTransport=[TRANSPORT],
            property=[
                self.property("add", key=0, id="port", type="int(1..65535)", userConfigurable=True, value="80"),
                self.property("add", key=1, id="secret", type="password", userConfigurable=True, value="hush"),
            ],
        )
        self.assertEqual([p.value for p in vm.config.vAppConfig.property], ["80", ""])
        self.vcenter.wait(vm.PowerOn())
        options = {option.key: option.value for option in vm.config.extraConfig}
        properties = dict(re.findall(r'oe:key="([^"]*)" oe:value="([^"]*)"', options["guestinfo.ovfEnv"]))
        self.assertEqual(properties, {"port": "80", "secret": "hush"})
        self.vcenter.wait(vm.PowerOff())
        wrong = lambda: say(property=[self.property("edit", key=0, value="70000")])
        fault = self.fault(vim.fault.InvalidPropertyValue, wrong)
        self.assertEqual((fault.id, fault.type, fault.value), ("port", "int(1..65535)", "70000"))
        wrong = lambda: say(property=[self.property("add", key=2, id="x", type="number")])
        self.fault(vim.fault.InvalidPropertyType, wrong)
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(vAppConfigRemoved=True)))
        self.assertIsNone(vm.config.vAppConfig)


if __name__ == "__main__":
    run()
