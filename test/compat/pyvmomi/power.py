"""Power, questions and the console of a virtual machine."""

# serve: --scenario test/compat/scenarios/questions.yaml

import struct
import unittest
import urllib.request
from base64 import b64encode
from urllib.parse import quote

from pyVmomi import vim, vmodl

from case import run
from vcenter import PASSWORD, URL, USER, Vcenter, trusting


class Power(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def create(self, name, **config):
        vm = self.vcenter.create(name, **config)
        self.addCleanup(self.remove, vm)
        return vm

    def remove(self, vm):
        if vm.runtime.powerState != "poweredOff":
            self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(vm)

    def fault(self, kind, act):
        fault = self.vcenter.fault_of(act)
        self.assertIs(type(fault), kind, fault)
        return fault

    def files(self, vm, kind):
        return [file.name.split("/")[-1] for file in vm.layoutEx.file if file.type == kind]

    def events(self, vm):
        manager = self.vcenter.content.eventManager
        entity = vim.event.EventFilterSpec.ByEntity(entity=vm, recursion="self")
        return [type(event).__name__.split(".")[-1] for event in manager.QueryEvents(vim.event.EventFilterSpec(entity=entity))]

    def test_it_is_suspended_and_resumed_with_its_memory_kept_in_files(self):
        vm = self.create("sleeper")
        self.vcenter.wait(vm.PowerOn())
        booted = vm.runtime.bootTime
        self.vcenter.wait(vm.Suspend())
        self.assertEqual(vm.runtime.powerState, "suspended")
        self.assertIsNotNone(vm.runtime.suspendTime)
        self.assertEqual((len(self.files(vm, "suspend")), len(self.files(vm, "suspendMemory"))), (1, 1))
        fault = self.fault(vim.fault.InvalidPowerState, vm.Reset)
        self.assertEqual((fault.requestedState, fault.existingState), ("poweredOn", "suspended"))
        self.vcenter.wait(vm.PowerOn())
        self.assertEqual((vm.runtime.powerState, vm.runtime.bootTime), ("poweredOn", booted))
        self.assertEqual(self.files(vm, "suspend"), [])
        for event in ("VmSuspendingEvent", "VmSuspendedEvent", "VmResumingEvent"):
            self.assertIn(event, self.events(vm))

    def test_a_running_machine_has_swap_and_each_start_a_log(self):
        vm = self.create("logger")
        self.assertEqual(self.files(vm, "log"), [])
        for logs in (["vmware.log"], ["vmware.log", "vmware-1.log"]):
            self.vcenter.wait(vm.PowerOn())
            self.assertRegex(self.files(vm, "swap")[0], r"^logger-[0-9a-f]{8}\.vswp$")
            self.assertEqual(self.files(vm, "log"), logs)
            self.vcenter.wait(vm.PowerOff())
            self.assertEqual((self.files(vm, "swap"), self.files(vm, "log")), ([], logs))

    def test_a_terminated_machine_did_not_end_in_order(self):
        vm = self.create("killed")
        self.vcenter.wait(vm.PowerOn())
        vm.TerminateVM()
        self.assertEqual((vm.runtime.powerState, vm.runtime.cleanPowerOff), ("poweredOff", False))
        self.fault(vim.fault.InvalidPowerState, vm.TerminateVM)

    def test_a_guest_without_tools_cannot_be_asked(self):
        vm = self.create("mute")
        for act in (vm.ShutdownGuest, vm.RebootGuest, vm.StandbyGuest):
            self.fault(vim.fault.InvalidPowerState, act)
        self.vcenter.wait(vm.PowerOn())
        for act in (vm.ShutdownGuest, vm.RebootGuest, vm.StandbyGuest):
            self.fault(vim.fault.ToolsUnavailable, act)

    def test_nothing_is_answered_that_was_not_asked(self):
        vm = self.create("quiet")
        self.assertIsNone(vm.runtime.question)
        fault = self.fault(vmodl.fault.InvalidArgument, lambda: vm.Answer("_vmx1", "0"))
        self.assertEqual(fault.invalidProperty, "questionId")

    def test_a_task_waits_until_its_machine_is_answered(self):
        vm = self.create("asker-one")
        task = vm.PowerOn()
        question = vm.runtime.question
        self.assertEqual([c.label for c in question.choice.choiceInfo][1:], ["button.uuid.movedTheVM", "button.uuid.copiedTheVM"])
        self.assertEqual((question.message[0].id, question.choice.defaultIndex), ("msg.uuid.altered", 2))
        self.assertEqual((task.info.state, vm.runtime.powerState), ("running", "poweredOff"))
        self.assertIn("VmMessageEvent", self.events(vm))
        uuid = vm.config.uuid
        vm.Answer(question.id, "2")
        self.vcenter.wait(task)
        self.assertIsNone(vm.runtime.question)
        self.assertEqual(vm.runtime.powerState, "poweredOn")
        self.assertNotEqual(vm.config.uuid, uuid)

    def test_an_answer_may_give_the_work_up(self):
        vm = self.create("asker-two")
        task = vm.PowerOn()
        vm.Answer(vm.runtime.question.id, "1")
        fault = self.vcenter.fault_of(lambda: task)
        self.assertIs(type(fault), vim.fault.GenericVmConfigFault)
        self.assertEqual(vm.runtime.powerState, "poweredOff")

    def test_keys_are_pressed_and_counted(self):
        vm = self.create("typist")
        key = vim.UsbScanCodeSpec.KeyEvent(usbHidCode=(0x04 << 16) | 7)
        shifted = vim.UsbScanCodeSpec.KeyEvent(
            usbHidCode=(0x05 << 16) | 7, modifiers=vim.UsbScanCodeSpec.ModifierType(leftShift=True)
        )
        spec = vim.UsbScanCodeSpec(keyEvents=[key, shifted])
        self.fault(vim.fault.InvalidPowerState, lambda: vm.PutUsbScanCodes(spec))
        self.vcenter.wait(vm.PowerOn())
        self.assertEqual(vm.PutUsbScanCodes(spec), 2)
        odd = vim.UsbScanCodeSpec(keyEvents=[vim.UsbScanCodeSpec.KeyEvent(usbHidCode=4)])
        self.fault(vmodl.fault.InvalidArgument, lambda: vm.PutUsbScanCodes(odd))

    def test_a_screenshot_is_a_png_on_the_datastore(self):
        vm = self.create("shown")
        self.vcenter.wait(vm.PowerOn())
        path = self.vcenter.wait(vm.CreateScreenshot())
        self.assertEqual(path, "[LocalDS_0] shown/shown-1.png")
        url = f"{URL.scheme}://{URL.netloc}/folder/shown/shown-1.png?dcPath=DC0&dsName=LocalDS_0"
        self.assertEqual(self.size(self.fetch(url)), (720, 400))
        self.assertEqual(self.size(self.fetch(f"{URL.scheme}://{URL.netloc}/screen?id={quote(vm._moId)}")), (720, 400))

    def fetch(self, url):
        credentials = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        request = urllib.request.Request(url, headers={"Authorization": f"Basic {credentials}"})
        with urllib.request.urlopen(request, context=trusting()) as answer:
            return answer.read()

    def size(self, png):
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        return struct.unpack(">II", png[16:24])

    def test_several_are_started_at_once(self):
        off, on = self.create("starter-off"), self.create("starter-on")
        self.vcenter.wait(on.PowerOn())
        result = self.vcenter.wait(self.vcenter.datacenter.PowerOnMultiVM_Task([off, on]))
        self.assertEqual([info.vm for info in result.attempted], [off])
        self.assertEqual([info.vm for info in result.notAttempted], [on])
        self.assertIs(type(result.notAttempted[0].fault), vim.fault.InvalidPowerState)
        self.assertEqual(off.runtime.powerState, "poweredOn")

    def test_a_machine_whose_host_is_away_is_out_of_reach(self):
        vm = self.create("remote")
        host = vm.runtime.host
        self.vcenter.wait(host.Disconnect())
        try:
            self.assertEqual(vm.runtime.connectionState, "disconnected")
            self.fault(vmodl.fault.HostNotConnected, vm.PowerOn)
        finally:
            self.vcenter.wait(host.Reconnect())
        self.assertEqual(vm.runtime.connectionState, "connected")


if __name__ == "__main__":
    run()
