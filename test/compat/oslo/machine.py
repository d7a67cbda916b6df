"""What nova does with a virtual machine, in nova's words."""

import unittest

from oslo_vmware import exceptions, vim_util

from case import run
from openstack_world import Driver


class Machine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver()

    def create(self, name, **values):
        machine = self.driver.machine(name, **values)
        self.addCleanup(self.remove, machine)
        return machine

    def remove(self, machine):
        try:
            if self.driver.property(machine, "runtime.powerState") != "poweredOff":
                self.driver.do("PowerOffVM_Task", machine)
            self.driver.remove(machine)
        except exceptions.ManagedObjectNotFoundException:
            pass  # the case itself has done it

    def test_one_is_created_switched_on_and_off_and_destroyed(self):
        machine = self.driver.machine("oslo-life")
        self.driver.do("PowerOnVM_Task", machine)
        self.assertEqual(self.driver.property(machine, "runtime.powerState"), "poweredOn")
        self.driver.do("PowerOffVM_Task", machine)
        self.driver.remove(machine)
        self.assertNotIn("oslo-life", self.driver.objects("VirtualMachine"))

    def test_a_task_that_is_waited_for_gives_its_info_and_stays_readable(self):
        machine = self.create("oslo-task")
        task = self.driver.call("PowerOnVM_Task", machine)
        info = self.driver.session.wait_for_task(task)
        self.assertEqual((info.state, info.name), ("success", "PowerOnVM_Task"))
        self.assertIsNotNone(info.queueTime.tzinfo)
        self.assertGreaterEqual(info.completeTime, info.queueTime)
        self.assertEqual(self.driver.property(task, "info").state, "success")

    def test_switching_on_what_is_on_is_an_InvalidPowerStateException(self):
        machine = self.create("oslo-on")
        self.driver.do("PowerOnVM_Task", machine)
        with self.assertRaises(exceptions.InvalidPowerStateException):
            self.driver.do("PowerOnVM_Task", machine)

    def test_a_taken_name_is_a_DuplicateName_whose_object_is_the_child_that_is_there(self):
        parent = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        folder = self.driver.call("CreateFolder", parent, name="OpenStack")
        self.addCleanup(self.driver.remove, folder)
        with self.assertRaises(exceptions.DuplicateName) as caught:
            self.driver.call("CreateFolder", parent, name="OpenStack")
        self.assertEqual(caught.exception.details["object"], vim_util.get_moref_value(folder))
        self.assertEqual(caught.exception.details["name"], "OpenStack")

    def test_an_unknown_guest_is_an_InvalidArgument(self):
        machine = self.create("oslo-odd")
        with self.assertRaises(exceptions.VimFaultException) as caught:
            self.driver.do(
                "ReconfigVM_Task", machine, spec=self.driver.spec("VirtualMachineConfigSpec", guestId="amigaGuest")
            )
        self.assertEqual(caught.exception.fault_list, ["InvalidArgument"])

    def test_a_disk_is_attached_before_the_controller_it_names_and_numbers_may_be_floats(self):
        machine = self.create("oslo-disk")
        backing = self.driver.spec(
            "VirtualDiskFlatVer2BackingInfo", diskMode="persistent", fileName="", thinProvisioned=True
        )
        disk = self.driver.spec(
            "VirtualDisk", key=-101, controllerKey=-100, unitNumber=0, capacityInKB=4096.0, backing=backing
        )
        bus = self.driver.spec("VirtualLsiLogicController", key=-100, busNumber=0, sharedBus="noSharing")
        changes = [
            self.driver.spec("VirtualDeviceConfigSpec", operation="add", fileOperation="create", device=disk),
            self.driver.spec("VirtualDeviceConfigSpec", operation="add", device=bus),
        ]
        self.driver.do("ReconfigVM_Task", machine, spec=self.driver.spec("VirtualMachineConfigSpec", deviceChange=changes))
        devices = self.driver.property(machine, "config.hardware.device").VirtualDevice
        (made,) = [device for device in devices if device.__class__.__name__ == "VirtualDisk"]
        self.assertEqual((made.controllerKey, made.unitNumber, made.capacityInKB), (1000, 0, 4096))

    def test_an_extra_option_is_found_by_its_key_and_removed_by_an_empty_value(self):
        machine = self.create("oslo-extra")
        path = 'config.extraConfig["nvp.vm-uuid"]'

        def put(value):
            option = self.driver.spec("OptionValue", key="nvp.vm-uuid", value=value)
            spec = self.driver.spec("VirtualMachineConfigSpec", extraConfig=[option])
            self.driver.do("ReconfigVM_Task", machine, spec=spec)

        put("c0ffee")
        option = self.driver.property(machine, path)
        self.assertEqual((option.key, option.value), ("nvp.vm-uuid", "c0ffee"))
        put("")
        self.assertNotIn(path, self.driver.util("get_object_properties_dict", machine, [path]))

    def test_one_is_found_by_the_instance_uuid_it_was_given(self):
        uuid = "5f8b63a2-6a2f-4b5c-9c0e-0123456789ab"
        machine = self.create("oslo-uuid", instanceUuid=uuid)
        index = self.driver.vim.service_content.searchIndex
        found = self.driver.call("FindAllByUuid", index, uuid=uuid, vmSearch=True, instanceUuid=True)
        self.assertEqual([vim_util.get_moref_value(each) for each in found], [vim_util.get_moref_value(machine)])

    def test_a_snapshot_is_made_and_removed(self):
        machine = self.create("oslo-snapshot")
        info = self.driver.do(
            "CreateSnapshot_Task", machine, name="snap", description="", memory=False, quiesce=True
        )
        self.assertEqual(vim_util.get_moref_type(info.result), "VirtualMachineSnapshot")
        self.driver.do("RemoveSnapshot_Task", info.result, removeChildren=False, consolidate=True)
        self.assertEqual(self.driver.util("get_object_properties_dict", machine, ["snapshot"]), {})

    def test_one_is_cloned_and_renamed(self):
        machine = self.create("oslo-original")
        folder = self.driver.property(self.driver.objects("Datacenter")["DC0"], "vmFolder")
        pool = self.driver.property(machine, "resourcePool")
        location = self.driver.spec("VirtualMachineRelocateSpec", pool=pool)
        spec = self.driver.spec("VirtualMachineCloneSpec", location=location, powerOn=False, template=False)
        clone = self.driver.do("CloneVM_Task", machine, folder=folder, name="oslo-copy", spec=spec).result
        self.addCleanup(self.remove, clone)
        self.driver.do("Rename_Task", clone, newName="oslo-copy (renamed)")
        self.assertEqual(self.driver.property(clone, "name"), "oslo-copy (renamed)")

    def test_one_that_was_destroyed_is_ManagedObjectNotFound(self):
        machine = self.driver.machine("oslo-gone")
        self.driver.remove(machine)
        with self.assertRaises(exceptions.ManagedObjectNotFoundException) as caught:
            self.driver.do("PowerOnVM_Task", machine)
        self.assertEqual(caught.exception.details["obj"], vim_util.get_moref_value(machine))


if __name__ == "__main__":
    run()
