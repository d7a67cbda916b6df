import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter

COLLECTOR = vmodl.query.PropertyCollector


class Updates:
    """What changed of an entity since it was last asked, path by path, at the depth the server sends."""

    def __init__(self, vcenter, entity, *paths):
        self.collector = vcenter.content.propertyCollector.CreatePropertyCollector()
        kind = type(entity)
        spec = COLLECTOR.FilterSpec(
            propSet=[COLLECTOR.PropertySpec(type=kind, pathSet=list(paths))],
            objectSet=[COLLECTOR.ObjectSpec(obj=entity)],
        )
        self.collector.CreateFilter(spec, True)
        self.version = ""
        self.told()

    def told(self):
        changes = {}
        while True:
            options = COLLECTOR.WaitOptions(maxWaitSeconds=0)
            update = self.collector.WaitForUpdatesEx(self.version, options)
            if update is None:
                return changes
            self.version = update.version
            for of_filter in update.filterSet:
                for of_object in of_filter.objectSet:
                    changes.update({change.name: change.val for change in of_object.changeSet})


class History(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.eventManager

    def create(self, name, **config):
        vm = self.vcenter.create(name, **config)
        self.addCleanup(self.remove, vm)
        return vm

    def remove(self, vm):
        if vm.runtime.powerState == "poweredOn":
            self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(vm)

    def chain(self, task):
        """The events of a task's chain, in order; the first tells of the task."""
        spec = vim.event.EventFilterSpec(eventChainId=task.info.eventChainId)
        first, *rest = self.manager.QueryEvents(spec)
        self.assertIsInstance(first, vim.event.TaskEvent)
        self.assertEqual((first.key, first.info.eventChainId), (first.chainId, task.info.eventChainId))
        self.assertEqual(first.info.key, task.info.key)
        for event in rest:
            self.assertEqual(event.userName, first.userName)
        return rest

    def done(self, task):
        self.vcenter.wait(task)
        return self.chain(task)

    def names(self, events):
        return [type(event).__name__.removeprefix("vim.event.") for event in events]

    def test_a_creation_tells_of_each_identity_it_gave(self):
        card = vim.vm.device.VirtualVmxnet3(key=-1)
        card.backing = vim.vm.device.VirtualEthernetCard.NetworkBackingInfo(deviceName="VM Network")
        change = vim.vm.device.VirtualDeviceSpec(operation="add", device=card)
        spec = vim.vm.ConfigSpec(
            name="told", deviceChange=[change], files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"), numCPUs=1, memoryMB=64
        )
        task = self.vcenter.folder.CreateVM_Task(spec, self.vcenter.pool)
        events = self.done(task)
        vm = task.info.result
        self.addCleanup(self.remove, vm)
        self.assertEqual(
            self.names(events),
            [
                "VmBeingCreatedEvent",
                "VmInstanceUuidAssignedEvent",
                "VmUuidAssignedEvent",
                "VmMacAssignedEvent",
                "VmCreatedEvent",
            ],
        )
        begun, instance, bios, mac, _ = events
        self.assertEqual(begun.configSpec.name, "told")
        self.assertEqual(instance.instanceUuid, vm.config.instanceUuid)
        self.assertEqual(bios.uuid, vm.config.uuid)
        (card,) = [d for d in vm.config.hardware.device if isinstance(d, vim.vm.device.VirtualEthernetCard)]
        self.assertEqual((mac.mac, mac.adapter), (card.macAddress, card.deviceInfo.label))
        for event in events:
            self.assertEqual((event.vm.vm, event.host.host), (vm, vm.runtime.host))

    def test_a_reconfiguration_tells_what_was_modified_added_and_deleted(self):
        vm = self.create("changed", extraConfig=[vim.option.OptionValue(key="guestinfo.old", value="x")])
        updates = Updates(self.vcenter, vm, "config.hardware", "config.extraConfig", "summary.config")
        options = [
            vim.option.OptionValue(key="guestinfo.old", value=""),
            vim.option.OptionValue(key="guestinfo.new", value="y"),
        ]
        events = self.done(vm.ReconfigVM_Task(vim.vm.ConfigSpec(numCPUs=2, extraConfig=options)))
        self.assertEqual(self.names(events), ["VmReconfiguredEvent", "VmResourceReallocatedEvent"])
        changes = events[0].configChanges
        self.assertIn("config.hardware.numCPU: 1 -> 2", changes.modified)
        self.assertIn('config.extraConfig("guestinfo.new")', changes.added)
        self.assertIn('config.extraConfig("guestinfo.old")', changes.deleted)
        self.assertIn("config.cpuAllocation.shares.shares: 1000 -> 2000", events[1].configChanges.modified)
        told = updates.told()
        self.assertEqual((told["config.hardware.numCPU"], told["summary.config.numCpu"]), (2, 2))
        self.assertEqual(told['config.extraConfig["guestinfo.new"]'].value, "y")
        self.assertIn('config.extraConfig["guestinfo.old"]', told)

    def test_power_tells_where_it_begins_and_where_it_ends(self):
        vm = self.create("switched")
        updates = Updates(self.vcenter, vm, "runtime.powerState", "runtime.bootTime")
        self.assertEqual(self.names(self.done(vm.PowerOn())), ["VmStartingEvent", "DrsVmPoweredOnEvent"])
        self.assertEqual(updates.told()["runtime.powerState"], "poweredOn")
        self.assertEqual(self.names(self.done(vm.Suspend())), ["VmSuspendingEvent", "VmSuspendedEvent"])
        self.assertEqual(self.names(self.done(vm.PowerOn())), ["VmResumingEvent", "DrsVmPoweredOnEvent"])
        self.assertEqual(self.names(self.done(vm.Reset())), ["VmResettingEvent"])
        self.assertEqual(self.names(self.done(vm.PowerOff())), ["VmStoppingEvent", "VmPoweredOffEvent"])
        told = updates.told()
        self.assertEqual((told["runtime.powerState"], told["runtime.bootTime"]), ("poweredOff", None))

    def test_a_refusal_is_a_task_and_nothing_else(self):
        vm = self.create("idle")
        updates = Updates(self.vcenter, vm, "config", "runtime", "layoutEx")
        task = vm.Reset()
        self.assertIsInstance(self.vcenter.fault_of(lambda: task), vim.fault.InvalidPowerState)
        self.assertEqual((self.names(self.chain(task)), updates.told()), ([], {}))

    def test_a_clone_that_fails_tells_why(self):
        vm = self.create("original")
        spec = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(), powerOn=False, template=False)
        task = vm.Clone(folder=self.vcenter.folder, name="original", spec=spec)
        self.assertIsInstance(self.vcenter.fault_of(lambda: task), vim.fault.DuplicateName)
        (event,) = self.chain(task)
        self.assertIsInstance(event, vim.event.VmCloneFailedEvent)
        self.assertEqual((event.destName, event.destFolder.folder), ("original", self.vcenter.folder))
        self.assertIsInstance(event.reason, vim.fault.DuplicateName)

    def test_a_conversion_to_a_template_has_an_id_for_a_type(self):
        vm = self.create("mould")
        vm.MarkAsTemplate()
        by_entity = vim.event.EventFilterSpec.ByEntity(entity=vm, recursion="self")
        kind = "com.vmware.vc.vm.VmConvertedToTemplateEvent"
        (event,) = self.manager.QueryEvents(vim.event.EventFilterSpec(entity=by_entity, eventTypeId=[kind]))
        self.assertIsInstance(event, vim.event.EventEx)
        self.assertEqual((event.vm.vm, event.objectName), (vm, "mould"))

    def test_disks_that_need_to_be_consolidated_are_an_issue_until_they_are(self):
        vm = self.create("frayed")
        self.vcenter.wait(
            vm.ReconfigVM_Task(
                vim.vm.ConfigSpec(
                    deviceChange=[
                        vim.vm.device.VirtualDeviceSpec(
                            operation="add",
                            device=vim.vm.device.ParaVirtualSCSIController(key=-1, busNumber=0, sharedBus="noSharing"),
                        ),
                        vim.vm.device.VirtualDeviceSpec(
                            operation="add",
                            fileOperation="create",
                            device=vim.vm.device.VirtualDisk(
                                key=-2,
                                controllerKey=-1,
                                unitNumber=0,
                                capacityInKB=1024,
                                backing=vim.vm.device.VirtualDisk.FlatVer2BackingInfo(diskMode="persistent", fileName=""),
                            ),
                        ),
                    ]
                )
            )
        )
        self.vcenter.wait(vm.CreateSnapshot_Task("one", "", False, False))
        self.vcenter.wait(vm.RemoveAllSnapshots_Task(consolidate=False))
        (issue,) = vm.configIssue
        self.assertEqual((issue.eventTypeId, vm.configStatus), ("com.vmware.vc.VmDiskConsolidationNeeded", "yellow"))
        self.vcenter.wait(vm.ConsolidateVMDisks_Task())
        self.assertEqual((list(vm.configIssue), vm.configStatus), ([], "green"))


if __name__ == "__main__":
    run()
