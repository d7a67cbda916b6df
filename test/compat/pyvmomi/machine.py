"""The life of a virtual machine, from its creation to its end."""

import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, devices, disk, nic, scsi


class Machine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def create(self, name, *devices, **config):
        vm = self.vcenter.create(name, *devices, **config)
        self.addCleanup(self.remove, vm)
        return vm

    def remove(self, vm):
        try:
            if vm.runtime.powerState != "poweredOff":
                self.vcenter.wait(vm.PowerOff())
            self.vcenter.destroy(vm)
        except vmodl.fault.ManagedObjectNotFound:
            pass  # the case itself has done it

    def reconfigure(self, vm, **config):
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(**config)))

    def fault(self, kind, act):
        fault = self.vcenter.fault_of(act)
        self.assertIs(type(fault), kind, fault)
        return fault

    def test_it_is_created_with_a_disk_and_a_network_card_and_stands_where_it_was_put(self):
        vm = self.create("whole", scsi(), disk(2048), nic(), numCPUs=2, memoryMB=512, annotation="made by a case")
        self.assertEqual((vm.name, vm.parent), ("whole", self.vcenter.folder))
        self.assertEqual((vm.config.hardware.numCPU, vm.config.hardware.memoryMB), (2, 512))
        self.assertEqual(vm.config.annotation, "made by a case")
        self.assertEqual(vm.config.guestId, "otherGuest64")
        self.assertEqual(vm.config.files.vmPathName, "[LocalDS_0] whole/whole.vmx")
        self.assertEqual(vm.runtime.powerState, "poweredOff")
        self.assertEqual(vm.runtime.connectionState, "connected")
        self.assertEqual(vm.resourcePool, self.vcenter.pool)
        self.assertIn(vm.runtime.host, self.vcenter.cluster.host)
        (drive,) = devices(vm, vim.vm.device.VirtualDisk)
        (card,) = devices(vm, vim.vm.device.VirtualEthernetCard)
        (controller,) = devices(vm, vim.vm.device.VirtualSCSIController)
        self.assertEqual((controller.key, controller.scsiCtlrUnitNumber), (1000, 7))
        self.assertIn(drive.key, controller.device)
        self.assertEqual((drive.key, drive.controllerKey, drive.unitNumber), (2000, 1000, 0))
        self.assertEqual(drive.capacityInKB, 2048)
        self.assertEqual(drive.backing.fileName, "[LocalDS_0] whole/whole.vmdk")
        self.assertEqual((card.key, card.deviceInfo.label), (4000, "Network adapter 1"))
        self.assertRegex(card.macAddress, r"^00:50:56:([0-9a-f]{2}:?){3}$")
        self.assertEqual([network.name for network in vm.network], ["VM Network"])
        self.assertEqual([datastore.name for datastore in vm.datastore], ["LocalDS_0"])

    def test_it_has_the_devices_every_machine_has_without_asking(self):
        keys = {device.key for device in self.create("bare").config.hardware.device}
        self.assertLessEqual({100, 200, 201, 300, 400, 500, 600, 700, 12000}, keys)

    def test_the_name_of_a_neighbour_is_a_DuplicateName_that_names_the_neighbour(self):
        vm = self.create("twin")
        fault = self.fault(vim.fault.DuplicateName, lambda: self.vcenter.create("twin"))
        self.assertEqual((fault.name, fault.object), ("twin", vm))
        self.assertEqual(fault.msg, "The name 'twin' already exists.")

    def test_a_guest_that_no_one_knows_is_an_InvalidArgument_of_the_spec(self):
        fault = self.fault(vmodl.fault.InvalidArgument, lambda: self.vcenter.create("odd", guestId="amigaGuest"))
        self.assertEqual(fault.invalidProperty, "configSpec.guestId")

    def test_a_datastore_that_is_not_there_leaves_no_machine_behind(self):
        files = vim.vm.FileInfo(vmPathName="[nowhere]")
        self.assertIsNotNone(self.vcenter.fault_of(lambda: self.vcenter.create("homeless", files=files)))
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath("DC0/vm/homeless"))

    def test_it_is_switched_on_and_off(self):
        vm = self.create("switched", scsi(), disk())
        self.vcenter.wait(vm.PowerOn())
        self.assertEqual((vm.runtime.powerState, vm.summary.runtime.powerState), ("poweredOn", "poweredOn"))
        self.assertIsNotNone(vm.runtime.bootTime)
        self.vcenter.wait(vm.PowerOff())
        self.assertEqual(vm.runtime.powerState, "poweredOff")

    def test_switching_it_to_the_state_it_is_in_is_an_InvalidPowerState(self):
        vm = self.create("still")
        fault = self.fault(vim.fault.InvalidPowerState, vm.PowerOff)
        self.assertEqual((fault.requestedState, fault.existingState), ("poweredOff", "poweredOff"))
        self.vcenter.wait(vm.PowerOn())
        fault = self.fault(vim.fault.InvalidPowerState, vm.PowerOn)
        self.assertEqual((fault.requestedState, fault.existingState), ("poweredOn", "poweredOn"))
        self.assertEqual(
            fault.msg, "The attempted operation cannot be performed in the current state (Powered on)."
        )

    def test_it_is_renamed_and_its_files_are_not(self):
        vm = self.create("before")
        path = vm.config.files.vmPathName
        self.vcenter.wait(vm.Rename("after"))
        self.assertEqual((vm.name, vm.config.name, vm.summary.config.name), ("after", "after", "after"))
        self.assertEqual(vm.config.files.vmPathName, path)
        self.reconfigure(vm, name="at last")
        self.assertEqual(vm.name, "at last")

    def test_it_cannot_be_renamed_to_a_neighbour(self):
        one, two = self.create("rename-one"), self.create("rename-two")
        for act in (
            lambda: two.Rename("rename-one"),
            lambda: two.ReconfigVM_Task(vim.vm.ConfigSpec(name="rename-one")),
        ):
            self.assertEqual(self.fault(vim.fault.DuplicateName, act).object, one)
        self.assertEqual(two.name, "rename-two")

    def test_a_slash_in_a_name_is_kept_escaped(self):
        vm = self.create("half%2fhalf")
        self.assertEqual(vm.name, "half%2fhalf")
        self.assertEqual(self.vcenter.content.searchIndex.FindByInventoryPath("DC0/vm/half%2fhalf"), vm)

    def test_what_is_reconfigured_reads_back_exactly(self):
        vm = self.create("changed")
        before = vm.config.changeVersion
        self.reconfigure(vm, numCPUs=4, memoryMB=1024, annotation="two\nlines & <marks>", guestId="debian11_64Guest")
        config = vm.config
        self.assertEqual((config.hardware.numCPU, config.hardware.memoryMB), (4, 1024))
        self.assertEqual(config.annotation, "two\nlines & <marks>")
        self.assertEqual((config.guestId, config.guestFullName), ("debian11_64Guest", "Debian GNU/Linux 11 (64-bit)"))
        self.assertNotEqual(config.changeVersion, before)
        self.assertEqual(vm.summary.config.numCpu, 4)

    def test_an_extra_option_is_set_changed_and_removed_by_an_empty_value(self):
        vm = self.create("extra")

        def option(key):
            return {option.key: option.value for option in vm.config.extraConfig}.get(key)

        for value in ("one", "two"):
            self.reconfigure(vm, extraConfig=[vim.option.OptionValue(key="case.note", value=value)])
            self.assertEqual(option("case.note"), value)
        self.reconfigure(vm, extraConfig=[vim.option.OptionValue(key="case.note", value="")])
        self.assertIsNone(option("case.note"))

    def test_a_reconfiguration_that_is_refused_changes_nothing(self):
        vm = self.create("careful")
        spec = vim.vm.ConfigSpec(annotation="should not be seen", guestId="amigaGuest")
        self.fault(vmodl.fault.InvalidArgument, lambda: vm.ReconfigVM_Task(spec))
        self.assertFalse(vm.config.annotation)

    def test_memory_of_a_running_machine_without_hot_add_stays(self):
        vm = self.create("running", memoryMB=64)
        self.vcenter.wait(vm.PowerOn())
        self.assertIsNotNone(self.vcenter.fault_of(lambda: vm.ReconfigVM_Task(vim.vm.ConfigSpec(memoryMB=32))))
        self.assertEqual(vm.config.hardware.memoryMB, 64)

    def test_it_moves_to_another_folder(self):
        vm = self.create("mover")
        folder = self.vcenter.folder.CreateFolder("destination")
        self.addCleanup(self.vcenter.destroy, folder)
        self.vcenter.wait(folder.MoveInto([vm]))
        self.assertEqual(vm.parent, folder)
        self.assertIn(vm, folder.childEntity)
        self.assertNotIn(vm, self.vcenter.folder.childEntity)
        self.vcenter.wait(self.vcenter.folder.MoveInto([vm]))

    def test_a_clone_is_a_machine_of_its_own(self):
        vm = self.create("original", scsi(), disk(), nic(), annotation="copied along")
        spec = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(pool=self.vcenter.pool), powerOn=False, template=False)
        clone = self.vcenter.wait(vm.Clone(self.vcenter.folder, "copy", spec))
        self.addCleanup(self.remove, clone)
        self.assertEqual((clone.name, clone.config.annotation), ("copy", "copied along"))
        self.assertEqual(clone.config.files.vmPathName, "[LocalDS_0] copy/copy.vmx")
        self.assertNotEqual(clone.config.uuid, vm.config.uuid)
        self.assertNotEqual(clone.config.instanceUuid, vm.config.instanceUuid)
        for kind, what in (
            (vim.vm.device.VirtualEthernetCard, lambda card: card.macAddress),
            (vim.vm.device.VirtualDisk, lambda drive: drive.backing.fileName),
        ):
            self.assertNotEqual(what(devices(clone, kind)[0]), what(devices(vm, kind)[0]))

    def test_a_clone_that_asks_to_be_switched_on_is(self):
        vm = self.create("seed")
        spec = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(pool=self.vcenter.pool), powerOn=True, template=False)
        clone = self.vcenter.wait(vm.Clone(self.vcenter.folder, "sprout", spec))
        self.addCleanup(self.remove, clone)
        self.assertEqual(clone.runtime.powerState, "poweredOn")

    def test_a_template_cannot_be_switched_on(self):
        vm = self.create("mould")
        vm.MarkAsTemplate()
        self.assertIs(vm.config.template, True)
        self.assertIsNone(vm.resourcePool)
        self.fault(vmodl.fault.NotSupported, vm.PowerOn)
        vm.MarkAsVirtualMachine(self.vcenter.pool)
        self.assertIs(vm.config.template, False)
        self.assertEqual(vm.resourcePool, self.vcenter.pool)

    def test_it_is_not_destroyed_while_it_runs(self):
        vm = self.create("alive")
        self.vcenter.wait(vm.PowerOn())
        self.fault(vim.fault.InvalidPowerState, vm.Destroy)
        self.assertEqual(vm.name, "alive")

    def test_when_destroyed_it_is_gone_from_everywhere(self):
        vm = self.create("mortal", scsi(), disk())
        host, pool, datastore = vm.runtime.host, vm.resourcePool, vm.datastore[0]
        self.vcenter.destroy(vm)
        for place in (host.vm, pool.vm, datastore.vm, self.vcenter.folder.childEntity):
            self.assertNotIn(vm, place)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound) as caught:
            vm.name
        self.assertEqual(caught.exception.obj, vm)

    def test_an_unregistered_machine_can_be_registered_again_from_its_files(self):
        vm = self.create("returning", scsi(), disk(), annotation="still known")
        path, uuid = vm.config.files.vmPathName, vm.config.uuid
        vm.Unregister()
        self.assertIsNone(self.vcenter.content.searchIndex.FindByInventoryPath("DC0/vm/returning"))
        again = self.vcenter.wait(self.vcenter.folder.RegisterVm(path, None, False, self.vcenter.pool, None))
        self.addCleanup(self.remove, again)
        self.assertEqual((again.name, again.config.uuid), ("returning", uuid))
        self.assertEqual(len(devices(again, vim.vm.device.VirtualDisk)), 1)

    def test_its_space_is_taken_from_the_datastore_and_given_back(self):
        datastore = self.vcenter.datacenter.datastore[0]
        before = datastore.summary.freeSpace
        vm = self.create("hungry", scsi(), disk(1024 * 1024, thin=False))
        self.assertLessEqual(datastore.summary.freeSpace, before - 2**30)
        self.vcenter.destroy(vm)
        self.assertEqual(datastore.summary.freeSpace, before)


if __name__ == "__main__":
    run()
