import datetime
import time
import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter


class Scheduled(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.scheduledTaskManager

    def vm(self, name):
        vm = self.vcenter.create(name)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def spec(self, name, scheduler, method, *arguments):
        action = vim.action.MethodAction(
            name=method, argument=[vim.action.MethodActionArgument(value=value) for value in arguments]
        )
        return vim.scheduler.ScheduledTaskSpec(
            name=name, description="made by a test", enabled=True, scheduler=scheduler, action=action, notification=""
        )

    def ended(self, task):
        while task.info.state in ("queued", "running"):
            time.sleep(0.05)
        return task.info

    def test_a_method_is_called_once_at_its_time(self):
        vm = self.vm("started-later")
        soon = self.vcenter.si.CurrentTime() + datetime.timedelta(seconds=5)
        once = vim.scheduler.OnceTaskScheduler(runAt=soon)
        task = self.manager.CreateScheduledTask(vm, self.spec("start it", once, vim.VirtualMachine.PowerOn, None))
        self.addCleanup(task.RemoveScheduledTask)
        self.assertEqual(task.info.entity, vm)
        self.assertIsNotNone(task.info.nextRunTime)
        info = self.ended(task)
        self.assertEqual((info.state, vm.runtime.powerState), ("success", "poweredOn"))
        self.assertIsNone(info.nextRunTime)
        self.assertIsNotNone(info.prevRunTime)
        [done] = [t for t in vm.recentTask if isinstance(t.info.reason, vim.TaskReasonSchedule)]
        self.assertEqual(done.info.reason.scheduledTask, task)
        self.vcenter.wait(vm.PowerOff())

    def test_it_is_run_by_hand_changed_and_found(self):
        vm = self.vm("kept-often")
        daily = vim.scheduler.DailyTaskScheduler(interval=1, hour=3, minute=30)
        spec = self.spec("nightly", daily, vim.VirtualMachine.CreateSnapshot, "nightly", "by schedule", False, False)
        task = self.manager.CreateScheduledTask(vm, spec)
        self.assertIn(task, self.manager.scheduledTask)
        self.assertEqual(list(self.manager.RetrieveEntityScheduledTask(vm)), [task])
        due = task.info.nextRunTime
        self.assertEqual((due.hour, due.minute, due.second), (3, 30, 0))
        task.RunScheduledTask()
        self.assertEqual(self.ended(task).state, "success")
        self.assertEqual(vm.snapshot.rootSnapshotList[0].name, "nightly")
        weekly = vim.scheduler.WeeklyTaskScheduler(
            interval=1,
            hour=1,
            minute=0,
            sunday=True,
            monday=False,
            tuesday=False,
            wednesday=False,
            thursday=False,
            friday=False,
            saturday=False,
        )
        task.ReconfigureScheduledTask(self.spec("weekly", weekly, vim.VirtualMachine.PowerOn, None))
        self.assertEqual(task.info.nextRunTime.weekday(), 6)
        task.RemoveScheduledTask()
        self.assertEqual(list(self.manager.RetrieveObjectScheduledTask(vm)), [])

    def test_its_name_is_its_own_and_its_times_make_sense(self):
        vm = self.vm("well-named")
        hourly = vim.scheduler.HourlyTaskScheduler(interval=1, minute=5)
        task = self.manager.CreateScheduledTask(vm, self.spec("taken", hourly, vim.VirtualMachine.PowerOn, None))
        self.addCleanup(task.RemoveScheduledTask)
        with self.assertRaises(vim.fault.DuplicateName):
            self.manager.CreateScheduledTask(vm, self.spec("taken", hourly, vim.VirtualMachine.PowerOn, None))
        wrong = vim.scheduler.HourlyTaskScheduler(interval=1, minute=61)
        with self.assertRaises(Exception) as refused:
            self.manager.CreateScheduledTask(vm, self.spec("wrong", wrong, vim.VirtualMachine.PowerOn, None))
        self.assertEqual(refused.exception.invalidProperty, "spec.scheduler.minute")

    def test_the_manager_describes_what_can_be_scheduled(self):
        keys = {str(detail.key) for detail in self.manager.description.schedulerInfo}
        self.assertTrue(any("DailyTaskScheduler" in key for key in keys))


run()
