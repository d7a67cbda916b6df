import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, log_in


class Events(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.eventManager

    def create(self, name):
        vm = self.vcenter.create(name)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def of(self, entity, recursion="self", **filters):
        by_entity = vim.event.EventFilterSpec.ByEntity(entity=entity, recursion=recursion)
        return vim.event.EventFilterSpec(entity=by_entity, **filters)

    def kinds(self, entity):
        return [type(event).__name__.removeprefix("vim.event.") for event in self.manager.QueryEvents(self.of(entity))]

    def test_each_step_of_a_life_posts_the_events_of_that_step(self):
        vm = self.create("lived")
        self.vcenter.wait(vm.PowerOn())
        self.vcenter.wait(vm.PowerOff())
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="x")))
        self.vcenter.wait(vm.Rename("lived-on"))
        kinds = [kind for kind in self.kinds(vm) if kind != "TaskEvent"]
        expected = [
            "VmBeingCreatedEvent",
            "VmCreatedEvent",
            "VmStartingEvent",
            "DrsVmPoweredOnEvent",
            "VmStoppingEvent",
            "VmPoweredOffEvent",
            "VmReconfiguredEvent",
            "VmRenamedEvent",
        ]
        self.assertEqual([kind for kind in kinds if kind in expected], expected)

    def test_an_event_tells_who_where_and_in_words(self):
        vm = self.create("worded")
        self.vcenter.wait(vm.PowerOn())
        host = vm.runtime.host
        self.vcenter.wait(vm.PowerOff())
        (event,) = self.manager.QueryEvents(self.of(vm, eventTypeId=["DrsVmPoweredOnEvent"]))
        self.assertEqual((event.vm.vm, event.vm.name), (vm, "worded"))
        self.assertEqual((event.host.host, event.host.name), (host, host.name))
        self.assertEqual(event.datacenter.datacenter, self.vcenter.datacenter)
        self.assertEqual(event.computeResource.computeResource, self.vcenter.cluster)
        self.assertEqual(event.userName, self.vcenter.content.sessionManager.currentSession.userName)
        self.assertIn("worded", event.fullFormattedMessage)
        self.assertIn("powered on", event.fullFormattedMessage)

    def test_the_events_of_a_task_share_its_chain(self):
        vm = self.create("chained")
        task = vm.PowerOn()
        self.vcenter.wait(task)
        chain = task.info.eventChainId
        self.vcenter.wait(vm.PowerOff())
        spec = vim.event.EventFilterSpec(eventChainId=chain)
        kinds = {type(event) for event in self.manager.QueryEvents(spec)}
        self.assertLessEqual({vim.event.TaskEvent, vim.event.DrsVmPoweredOnEvent}, kinds)

    def test_keys_rise_and_the_latest_event_is_the_last(self):
        vm = self.create("last")
        self.vcenter.wait(vm.Rename("very last"))
        latest = self.manager.latestEvent
        events = self.manager.QueryEvents(self.of(vm))
        keys = [event.key for event in events]
        self.assertEqual(keys, sorted(keys))
        self.assertGreaterEqual(latest.key, keys[-1])

    def test_events_are_sifted_by_kind_with_what_extends_it(self):
        vm = self.create("kinds")
        self.vcenter.wait(vm.PowerOn())
        self.vcenter.wait(vm.PowerOff())
        found = self.manager.QueryEvents(self.of(vm, type=[vim.event.VmPoweredOnEvent, vim.event.VmRenamedEvent]))
        self.assertEqual({type(event) for event in found}, {vim.event.DrsVmPoweredOnEvent})
        every = self.manager.QueryEvents(self.of(vm, type=[vim.event.VmEvent]))
        self.assertGreater(len(every), len(found))

    def test_events_are_sifted_by_time(self):
        vm = self.create("timed")
        now = self.vcenter.si.CurrentTime()
        by_time = vim.event.EventFilterSpec.ByTime(endTime=now.replace(year=now.year - 1))
        self.assertFalse(self.manager.QueryEvents(self.of(vm, time=by_time)))
        by_time = vim.event.EventFilterSpec.ByTime(beginTime=now.replace(year=now.year - 1))
        self.assertTrue(self.manager.QueryEvents(self.of(vm, time=by_time)))

    def test_a_login_and_a_logout_are_events(self):
        si = log_in()
        key = si.content.sessionManager.currentSession.key
        si.content.sessionManager.Logout()
        spec = vim.event.EventFilterSpec(eventTypeId=["UserLoginSessionEvent", "UserLogoutSessionEvent"])
        events = self.manager.QueryEvents(spec)
        logins = [e for e in events if isinstance(e, vim.event.UserLoginSessionEvent) and e.sessionId == key]
        self.assertEqual(len(logins), 1)
        self.assertEqual((logins[0].ipAddress, logins[0].locale), ("127.0.0.1", "en"))
        self.assertTrue(any(isinstance(e, vim.event.UserLogoutSessionEvent) for e in events))

    def test_a_collector_pages_through_them_forth_and_back(self):
        vm = self.create("paged")
        for number in range(4):
            self.vcenter.wait(vm.Rename(f"paged-{number}"))
        collector = self.manager.CreateCollectorForEvents(self.of(vm, eventTypeId=["VmRenamedEvent"]))
        self.addCleanup(collector.DestroyCollector)
        collector.RewindCollector()
        forth = []
        while page := collector.ReadNextEvents(3):
            forth += [event.newName for event in page]
        self.assertEqual(forth, [f"paged-{number}" for number in range(4)])
        self.assertEqual([event.newName for event in collector.latestPage], forth[::-1])
        # Backwards it goes on where the latest page, which is read on its own, ends.
        collector.SetCollectorPageSize(1)
        collector.ResetCollector()
        back = [event.newName for event in collector.latestPage]
        while page := collector.ReadPreviousEvents(3):
            back += [event.newName for event in page]
        self.assertEqual(sorted(back), forth)

    def test_a_collector_hears_of_events_that_come_later(self):
        vm = self.create("later")
        collector = self.manager.CreateCollectorForEvents(self.of(vm, eventTypeId=["VmRenamedEvent"]))
        self.addCleanup(collector.DestroyCollector)
        self.assertFalse(collector.ReadNextEvents(10))
        self.vcenter.wait(vm.Rename("much later"))
        self.assertEqual([event.newName for event in collector.ReadNextEvents(10)], ["much later"])

    def test_what_happens_below_a_folder_is_told_of_the_folder_too(self):
        folder = self.vcenter.folder.CreateFolder("above")
        vm = self.vcenter.create("beneath", folder=folder)
        found = self.manager.QueryEvents(self.of(folder, "all", eventTypeId=["VmCreatedEvent"]))
        self.assertEqual([event.vm.vm for event in found], [vm])
        self.assertFalse(self.manager.QueryEvents(self.of(folder, "self", eventTypeId=["VmCreatedEvent"])))
        self.vcenter.destroy(folder)

    def test_a_clone_and_a_removal_name_what_they_were_about(self):
        vm = self.create("mother")
        spec = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(pool=self.vcenter.pool), powerOn=False, template=False)
        clone = self.vcenter.wait(vm.Clone(self.vcenter.folder, "daughter", spec))
        (event,) = self.manager.QueryEvents(self.of(clone, eventTypeId=["VmClonedEvent"]))
        self.assertEqual((event.sourceVm.vm, event.sourceVm.name), (vm, "mother"))
        self.vcenter.destroy(clone)
        below = self.of(self.vcenter.datacenter, "all", eventTypeId=["VmRemovedEvent"])
        self.assertIn("daughter", [event.vm.name for event in self.manager.QueryEvents(below)])

    def test_a_user_can_write_into_the_log_of_an_entity(self):
        vm = self.create("diary")
        self.manager.LogUserEvent(vm, "dear diary")
        (event,) = self.manager.QueryEvents(self.of(vm, type=[vim.event.GeneralUserEvent]))
        self.assertEqual(event.message, "dear diary")

    def test_the_description_knows_the_category_of_each_kind(self):
        categories = {info.key: info.category for info in self.manager.description.eventInfo}
        self.assertEqual(categories[vim.event.VmPoweredOnEvent], "info")
        self.assertEqual(categories[vim.event.VmFailedToPowerOnEvent], "error")

    def test_a_collector_that_was_destroyed_is_gone(self):
        collector = self.manager.CreateCollectorForEvents(vim.event.EventFilterSpec())
        collector.DestroyCollector()
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            collector.latestPage


if __name__ == "__main__":
    run()
