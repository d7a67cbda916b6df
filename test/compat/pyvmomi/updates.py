import threading
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, log_in

Collector = vmodl.query.PropertyCollector


class Watch:
    """A filter over a property collector of its own, and what the server's updates have told so far."""

    def __init__(self, vcenter, *paths, kind=vim.VirtualMachine, root=None, partial=False, page=None):
        self.collector = vcenter.content.propertyCollector.CreatePropertyCollector()
        self.view = vcenter.view(kind, root)
        self.page = page
        self.version = ""
        self.seen = {}
        walk = Collector.TraversalSpec(name="view", type=vim.view.ContainerView, path="view", skip=False)
        spec = Collector.FilterSpec(
            propSet=[Collector.PropertySpec(type=kind, pathSet=list(paths))],
            objectSet=[Collector.ObjectSpec(obj=self.view, skip=True, selectSet=[walk])],
        )
        self.filter = self.collector.CreateFilter(spec, partial)

    def wait(self, seconds=0, version=None):
        """One answer: [(kind, object, {path: value})], or None when nothing has changed."""
        options = Collector.WaitOptions(maxWaitSeconds=seconds, maxObjectUpdates=self.page)
        update = self.collector.WaitForUpdatesEx(self.version if version is None else version, options)
        if update is None:
            return None
        self.version, self.truncated = update.version, bool(update.truncated)
        changes = [change for part in update.filterSet for change in part.objectSet]
        for change in changes:
            if change.kind == "leave":
                self.seen.pop(change.obj)
                continue
            self.seen.setdefault(change.obj, {}).update({each.name: each.val for each in change.changeSet})
        return [(c.kind, c.obj, {each.name: each.val for each in c.changeSet}) for c in changes]

    def close(self):
        self.view.DestroyView()
        self.collector.DestroyPropertyCollector()


class Updates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def watch(self, *paths, **options):
        watch = Watch(self.vcenter, *paths, **options)
        self.addCleanup(watch.close)
        return watch

    def create(self, name):
        vm = self.vcenter.create(name)
        self.addCleanup(self.vcenter.destroy, vm)
        return vm

    def note(self, vm, text):
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(annotation=text)))

    def test_the_first_answer_brings_everything_and_the_next_nothing(self):
        watch = self.watch("name", "runtime.powerState")
        first = watch.wait()
        self.assertEqual({obj for _, obj, _ in first}, set(watch.view.view))
        self.assertEqual({kind for kind, _, _ in first}, {"enter"})
        for _, obj, values in first:
            self.assertEqual(values["name"], obj.name)
        self.assertIsNone(watch.wait())

    def test_a_change_brings_just_what_changed_and_a_new_version(self):
        vm = self.create("changing")
        watch = self.watch("name", "runtime.powerState", "config.annotation")
        watch.wait()
        before = watch.version
        self.note(vm, "hello")
        self.assertEqual(watch.wait(), [("modify", vm, {"config.annotation": "hello"})])
        self.assertNotEqual(watch.version, before)
        self.assertIsNone(watch.wait())

    def test_several_changes_between_two_waits_arrive_with_their_last_value(self):
        vm = self.create("busy")
        watch = self.watch("config.annotation")
        watch.wait()
        for text in ("one", "two", "three"):
            self.note(vm, text)
        while watch.wait():
            pass
        self.assertEqual(watch.seen[vm]["config.annotation"], "three")

    def test_what_enters_and_leaves_the_view_enters_and_leaves_the_filter(self):
        folder = self.vcenter.folder.CreateFolder("watched")
        self.addCleanup(self.vcenter.destroy, folder)
        watch = self.watch("name", root=folder)
        self.assertFalse(watch.wait())
        vm = self.vcenter.create("guest", folder=folder)
        self.assertEqual(watch.wait(), [("enter", vm, {"name": "guest"})])
        self.vcenter.wait(self.vcenter.folder.MoveInto([vm]))
        self.assertEqual([change[:2] for change in watch.wait()], [("leave", vm)])
        self.vcenter.wait(folder.MoveInto([vm]))
        watch.wait()
        self.vcenter.destroy(vm)
        self.assertEqual([change[:2] for change in watch.wait()], [("leave", vm)])
        self.assertEqual(watch.seen, {})

    def test_an_old_version_is_told_again_and_a_made_up_one_refused(self):
        vm = self.create("replayed")
        watch = self.watch("config.annotation")
        watch.wait()
        before = watch.version
        self.note(vm, "told twice")
        self.assertEqual(watch.wait(), [("modify", vm, {"config.annotation": "told twice"})])
        self.assertEqual(watch.wait(version=before), [("modify", vm, {"config.annotation": "told twice"})])
        with self.assertRaises(vmodl.query.InvalidCollectorVersion):
            watch.wait(version="made up")

    def test_an_empty_version_starts_from_the_beginning(self):
        watch = self.watch("name")
        first = watch.wait()
        again = watch.wait(version="")
        self.assertEqual({obj for _, obj, _ in again}, {obj for _, obj, _ in first})
        self.assertEqual({kind for kind, _, _ in again}, {"enter"})

    def test_pages_of_two_bring_every_object_and_only_the_last_is_not_truncated(self):
        watch = self.watch("name", page=2)
        sizes = []
        while True:
            sizes.append(len(watch.wait()))
            if not watch.truncated:
                break
        self.assertEqual(set(watch.seen), set(watch.view.view))
        self.assertEqual(sum(sizes), len(watch.seen))
        self.assertLessEqual(max(sizes), 2)
        self.assertIsNone(watch.wait())

    def test_a_filter_for_whole_values_tells_the_whole_value_of_the_path_it_named(self):
        vm = self.create("whole")
        watch = self.watch("config", "summary.config")
        watch.wait()
        self.note(vm, "inside")
        ((_, obj, values),) = watch.wait()
        self.assertEqual(obj, vm)
        self.assertEqual(set(values), {"config", "summary.config"})
        self.assertEqual(values["config"].annotation, "inside")

    def test_a_filter_for_partial_updates_tells_the_nested_path_that_changed(self):
        vm = self.create("nested")
        watch = self.watch("config", partial=True)
        watch.wait()
        self.note(vm, "inside")
        ((_, obj, values),) = watch.wait()
        self.assertEqual((obj, values["config.annotation"]), (vm, "inside"))
        self.assertNotIn("config", values)

    def test_a_rename_does_not_disturb_who_watches_the_hardware(self):
        vm = self.create("quiet")
        watch = self.watch("config.hardware")
        watch.wait()
        self.vcenter.wait(vm.Rename("quieter"))
        self.assertIsNone(watch.wait())

    def test_who_waits_is_woken_by_the_change_of_another_session(self):
        vm = self.create("woken")
        watch = self.watch("config.annotation")
        watch.wait()
        heard = []
        waiter = threading.Thread(target=lambda: heard.append(watch.wait(seconds=60)))
        waiter.start()
        other = Vcenter()
        same = vim.VirtualMachine(vm._moId, other.si._stub)
        other.wait(same.ReconfigVM_Task(vim.vm.ConfigSpec(annotation="good morning")))
        waiter.join()
        self.assertEqual(heard, [[("modify", vm, {"config.annotation": "good morning"})]])

    def test_a_wait_without_a_change_ends_empty_after_the_seconds_it_asked_for(self):
        watch = self.watch("name")
        watch.wait()
        self.assertIsNone(watch.wait(seconds=1))

    def test_a_wait_that_is_cancelled_is_a_RequestCanceled(self):
        watch = self.watch("name")
        watch.wait()
        caught = []

        def wait():
            try:
                watch.wait(seconds=60)
            except vmodl.fault.RequestCanceled as fault:
                caught.append(fault)

        waiter = threading.Thread(target=wait)
        waiter.start()
        while waiter.is_alive():
            # The wait may not have reached the server yet: cancelling nothing does nothing.
            watch.collector.CancelWaitForUpdates()
            waiter.join(0.05)
        self.assertEqual(len(caught), 1)

    def test_two_sessions_that_watch_the_same_each_hear_of_it(self):
        vm = self.create("heard")
        other = Vcenter()
        watches = [self.watch("config.annotation"), Watch(other, "config.annotation")]
        for watch in watches:
            watch.wait()
        self.note(vm, "both")
        for watch in watches:
            ((_, obj, values),) = watch.wait()
            self.assertEqual((obj._moId, values), (vm._moId, {"config.annotation": "both"}))

    def test_a_filter_that_is_destroyed_tells_nothing_and_is_gone(self):
        vm = self.create("forgotten")
        watch = self.watch("config.annotation")
        watch.wait()
        watch.filter.DestroyPropertyFilter()
        self.note(vm, "unheard")
        self.assertIsNone(watch.wait())
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            watch.filter.spec

    def test_a_collector_lists_its_filters_and_a_filter_its_spec(self):
        watch = self.watch("name")
        self.assertEqual(list(watch.collector.filter), [watch.filter])
        self.assertEqual(list(watch.filter.spec.propSet[0].pathSet), ["name"])
        self.assertIs(watch.filter.partialUpdates, False)

    def test_a_filter_on_a_property_that_is_not_is_refused(self):
        with self.assertRaises(vmodl.query.InvalidProperty) as caught:
            self.watch("nonsense")
        self.assertEqual(caught.exception.name, "nonsense")

    def test_the_older_calls_tell_the_same(self):
        vm = self.create("older")
        watch = self.watch("config.annotation")
        first = watch.collector.CheckForUpdates("")
        self.assertIn(vm, [change.obj for part in first.filterSet for change in part.objectSet])
        self.assertIsNone(watch.collector.CheckForUpdates(first.version))
        self.note(vm, "the old way")
        update = watch.collector.WaitForUpdates(first.version)
        (change,) = update.filterSet[0].objectSet
        self.assertEqual((change.obj, change.changeSet[0].val), (vm, "the old way"))

    def test_the_updates_of_a_session_end_with_it(self):
        si = log_in()
        collector = si.content.propertyCollector.CreatePropertyCollector()
        si.content.sessionManager.Logout()
        gone = vmodl.query.PropertyCollector(collector._moId, self.vcenter.si._stub)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            gone.filter


if __name__ == "__main__":
    run()
