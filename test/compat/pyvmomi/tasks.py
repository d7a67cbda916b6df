import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter


class Tasks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.taskManager

    def create(self, name):
        vm = self.vcenter.create(name)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def note(self, vm, text):
        task = vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation=text))
        self.vcenter.wait(task)
        return task

    def history(self, **filters):
        collector = self.manager.CreateCollectorForTasks(vim.TaskFilterSpec(**filters))
        self.addCleanup(collector.DestroyCollector)
        return collector

    def of(self, vm):
        return vim.TaskFilterSpec.ByEntity(entity=vm, recursion="self")

    def test_a_finished_task_tells_who_did_what_to_which_and_when(self):
        vm = self.create("told")
        task = vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="x"))
        self.vcenter.wait(task)
        info = task.info
        self.assertEqual((info.key, info.task, info.state), (task._moId, task, "success"))
        self.assertEqual((info.entity, info.entityName), (vm, "told"))
        self.assertEqual(info.descriptionId, "VirtualMachine.reconfigure")
        self.assertEqual(info.name.info.wsdlName, "ReconfigVM_Task")
        self.assertIsInstance(info.reason, vim.TaskReasonUser)
        session = self.vcenter.content.sessionManager.currentSession
        self.assertEqual(info.reason.userName, session.userName)
        self.assertLessEqual(info.queueTime, info.startTime)
        self.assertLessEqual(info.startTime, info.completeTime)
        self.assertGreater(info.eventChainId, 0)
        self.assertIs(info.cancelled, False)
        self.assertIsNone(info.error)

    def test_a_task_that_makes_something_gives_it_as_its_result(self):
        spec = vim.vm.ConfigSpec(
            name="result", guestId="otherGuest64", files=vim.vm.FileInfo(vmPathName="[LocalDS_0]")
        )
        task = self.vcenter.folder.CreateVM_Task(spec, self.vcenter.pool)
        vm = self.vcenter.wait(task)
        self.addCleanup(self.vcenter.destroy, vm)
        self.assertIsInstance(task.info.result, vim.VirtualMachine)
        self.assertEqual(task.info.entity, self.vcenter.folder)
        self.assertEqual(task.info.descriptionId, "Folder.createVm")

    def test_each_verb_has_its_own_description(self):
        vm = self.vcenter.create("described")
        seen = {}
        for verb, act in (
            ("VirtualMachine.powerOn", vm.PowerOn),
            ("VirtualMachine.powerOff", vm.PowerOff),
            ("VirtualMachine.rename", lambda: vm.Rename("redescribed")),
            ("VirtualMachine.createSnapshot", lambda: vm.CreateSnapshot("s", "", False, False)),
            ("VirtualMachine.destroy", vm.Destroy),
        ):
            task = act()
            self.vcenter.wait(task)
            seen[verb] = task.info.descriptionId
        self.assertEqual(seen, {verb: verb for verb in seen})
        known = {element.key for element in self.manager.description.methodInfo}
        self.assertLessEqual(set(seen), known)

    def test_a_task_that_failed_carries_the_fault_in_words_of_the_server(self):
        vm = self.create("failing")
        task = vm.PowerOff()
        with self.assertRaises(vim.fault.InvalidPowerState):
            self.vcenter.wait(task)
        info = task.info
        self.assertEqual(info.state, "error")
        self.assertIsInstance(info.error, vim.fault.InvalidPowerState)
        self.assertEqual(
            info.error.msg, "The attempted operation cannot be performed in the current state (Powered off)."
        )
        self.assertIsNone(info.result)

    def test_the_tasks_of_an_entity_are_its_recent_tasks(self):
        vm = self.create("recent")
        task = self.note(vm, "x")
        self.assertIn(task, vm.recentTask)
        self.assertIn(task, self.manager.recentTask)

    def test_a_task_that_has_ended_cannot_be_cancelled(self):
        task = self.note(self.create("over"), "x")
        fault = self.vcenter.fault_of(task.CancelTask)
        self.assertIsInstance(fault, (vim.fault.InvalidState, vmodl.fault.NotSupported))

    def test_the_history_of_an_entity_is_read_forth_and_back(self):
        vm = self.create("historic")
        keys = [self.note(vm, str(number)).info.key for number in range(5)]
        collector = self.history(entity=self.of(vm))
        collector.RewindCollector()
        found = []
        while page := collector.ReadNextTasks(2):
            found += [info.key for info in page]
        self.assertEqual([key for key in found if key in keys], keys)
        # Backwards it goes on where the latest page, which is read on its own, ends.
        collector.SetCollectorPageSize(2)
        collector.ResetCollector()
        back = [info.key for info in collector.latestPage]
        while page := collector.ReadPreviousTasks(2):
            back += [info.key for info in page]
        self.assertEqual(sorted(key for key in back if key in keys), sorted(keys))

    def test_the_latest_page_holds_the_newest_first(self):
        vm = self.create("latest")
        keys = [self.note(vm, str(number)).info.key for number in range(3)]
        collector = self.history(entity=self.of(vm))
        page = [info.key for info in collector.latestPage]
        self.assertEqual([key for key in page if key in keys], keys[::-1])
        collector.SetCollectorPageSize(1)
        self.assertEqual([info.key for info in collector.latestPage], [keys[-1]])

    def test_the_history_is_sifted_by_state_and_by_user(self):
        vm = self.create("sifted")
        self.note(vm, "x")
        self.vcenter.fault_of(vm.PowerOff)
        failed = self.history(entity=self.of(vm), state=["error"])
        failed.RewindCollector()
        self.assertEqual([info.descriptionId for info in failed.ReadNextTasks(10)], ["VirtualMachine.powerOff"])
        user = self.vcenter.content.sessionManager.currentSession.userName
        by_user = vim.TaskFilterSpec.ByUsername(systemUser=False, userList=[user])
        mine = self.history(entity=self.of(vm), userName=by_user)
        mine.RewindCollector()
        self.assertEqual(len(mine.ReadNextTasks(10)), 2)
        others = vim.TaskFilterSpec.ByUsername(systemUser=False, userList=["VSPHERE.LOCAL\\nobody"])
        nobody = self.history(entity=self.of(vm), userName=others)
        nobody.RewindCollector()
        self.assertFalse(nobody.ReadNextTasks(10))

    def test_the_history_below_a_folder_includes_its_machines(self):
        vm = self.create("below")
        key = self.note(vm, "x").info.key
        below = vim.TaskFilterSpec.ByEntity(entity=self.vcenter.folder, recursion="all")
        collector = self.history(entity=below)
        self.assertIn(key, [info.key for info in collector.latestPage])

    def test_a_collector_that_was_destroyed_is_gone(self):
        collector = self.manager.CreateCollectorForTasks(vim.TaskFilterSpec())
        collector.DestroyCollector()
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            collector.latestPage

    def test_an_extension_makes_a_task_of_its_own_and_brings_it_to_an_end(self):
        description = vim.Extension(
            key="com.example.case",
            version="1",
            description=vim.Description(label="case", summary="case"),
            lastHeartbeatTime=self.vcenter.si.CurrentTime(),
            taskList=[vim.Extension.TaskTypeInfo(taskID="com.example.case.work")],
        )
        extensions = self.vcenter.content.extensionManager
        extensions.RegisterExtension(description)
        self.addCleanup(extensions.UnregisterExtension, "com.example.case")
        info = self.manager.CreateTask(self.vcenter.folder, "com.example.case.work", "somebody", True)
        task = info.task
        task.SetTaskState("running")
        task.UpdateProgress(40)
        self.assertEqual((task.info.state, task.info.progress), ("running", 40))
        task.SetTaskState("success")
        self.assertEqual(task.info.state, "success")


if __name__ == "__main__":
    run()
