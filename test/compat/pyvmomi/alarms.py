import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter


class Alarms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.alarmManager

    def power(self, **colours):
        return vim.alarm.StateAlarmExpression(
            operator="isEqual", type=vim.VirtualMachine, statePath="runtime.powerState", **colours
        )

    def spec(self, name, *expressions, action=None):
        return vim.alarm.AlarmSpec(
            name=name,
            description="made by a test",
            enabled=True,
            expression=vim.alarm.OrAlarmExpression(expression=list(expressions)),
            action=action,
            setting=vim.alarm.AlarmSetting(toleranceRange=0, reportingFrequency=300),
        )

    def create(self, entity, spec):
        alarm = self.manager.CreateAlarm(entity, spec)
        self.addCleanup(alarm.Remove)
        return alarm

    def vm(self, name):
        vm = self.vcenter.create(name)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def test_a_vcenter_comes_with_alarms_on_its_root(self):
        alarms = self.manager.GetAlarm(self.vcenter.content.rootFolder)
        names = {alarm.info.systemName for alarm in alarms}
        self.assertIn("alarm.HostConnectionStateAlarm", names)
        self.assertIn("alarm.VmCPUUsageAlarm", names)
        kinds = {type(e) for alarm in alarms for e in alarm.info.expression.expression}
        self.assertIn(vim.alarm.MetricAlarmExpression, kinds)
        self.assertIn(vim.alarm.EventAlarmExpression, kinds)
        self.assertTrue(self.manager.description.action)
        self.assertTrue(self.manager.defaultExpression)

    def test_a_state_that_is_met_raises_it_up_to_the_root(self):
        vm = self.vm("watched-state")
        alarm = self.create(vm, self.spec("is on", self.power(red="poweredOn")))
        self.vcenter.wait(vm.PowerOn())
        [state] = [s for s in vm.triggeredAlarmState if s.alarm == alarm]
        self.assertEqual((state.entity, state.overallStatus, state.acknowledged), (vm, "red", False))
        self.assertEqual(state.key, f"{alarm._GetMoId()}.{vm._GetMoId()}")
        self.assertIn(alarm, [s.alarm for s in self.vcenter.content.rootFolder.triggeredAlarmState])
        self.assertEqual(vm.overallStatus, "red")
        self.manager.AcknowledgeAlarm(alarm, vm)
        [state] = [s for s in vm.triggeredAlarmState if s.alarm == alarm]
        self.assertTrue(state.acknowledged)
        self.assertIn("Administrator", state.acknowledgedByUser)
        self.vcenter.wait(vm.PowerOff())
        self.assertEqual([s for s in vm.triggeredAlarmState if s.alarm == alarm], [])
        self.assertEqual(vm.overallStatus, "green")
        [state] = [s for s in self.manager.GetAlarmState(vm) if s.alarm == alarm]
        self.assertEqual(state.overallStatus, "green")

    def test_an_event_raises_it_and_its_actions_are_logged(self):
        vm = self.vm("watched-event")
        mail = vim.action.SendEmailAction(toList="me@example.org", ccList="", subject="s", body="b")
        transitions = [
            vim.alarm.AlarmTriggeringAction.TransitionSpec(startState="yellow", finalState="red", repeats=False)
        ]
        action = vim.alarm.AlarmTriggeringAction(
            action=mail,
            transitionSpecs=transitions,
            green2yellow=False,
            yellow2red=False,
            red2yellow=False,
            yellow2green=False,
        )
        started = vim.alarm.EventAlarmExpression(
            eventType=vim.event.DrsVmPoweredOnEvent,
            eventTypeId="vim.event.DrsVmPoweredOnEvent",
            objectType=vim.VirtualMachine,
            status="red",
        )
        alarm = self.create(vm, self.spec("was started", started, action=action))
        self.vcenter.wait(vm.PowerOn())
        by_entity = vim.event.EventFilterSpec.ByEntity(entity=vm, recursion="self")
        events = self.vcenter.content.eventManager.QueryEvents(vim.event.EventFilterSpec(entity=by_entity))
        [changed] = [e for e in events if isinstance(e, vim.event.AlarmStatusChangedEvent) and e.alarm.alarm == alarm]
        self.assertEqual((getattr(changed, "from"), changed.to), ("gray", "red"))
        [mailed] = [e for e in events if isinstance(e, vim.event.AlarmEmailCompletedEvent)]
        self.assertEqual(mailed.to, "me@example.org")
        self.vcenter.wait(vm.PowerOff())

    def test_it_is_reconfigured_and_refused_a_name_that_is_taken(self):
        vm = self.vm("named")
        alarm = self.create(vm, self.spec("one", self.power(red="poweredOn")))
        self.create(vm, self.spec("two", self.power(red="poweredOn")))
        with self.assertRaises(vim.fault.DuplicateName):
            alarm.Reconfigure(self.spec("two", self.power(red="poweredOn")))
        alarm.Reconfigure(self.spec("three", self.power(yellow="poweredOff")))
        self.assertEqual(alarm.info.name, "three")
        self.assertEqual(vm.overallStatus, "yellow")

    def test_actions_are_switched_off_for_an_entity(self):
        vm = self.vm("quiet")
        self.assertTrue(self.manager.AreAlarmActionsEnabled(vm))
        self.manager.EnableAlarmActions(vm, False)
        self.assertFalse(vm.alarmActionsEnabled)


run()
