# serve: --vm 12
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter

Collector = vmodl.query.PropertyCollector


def spec(kind, paths, *objects, everything=False):
    return Collector.FilterSpec(
        propSet=[Collector.PropertySpec(type=kind, pathSet=paths, all=everything)], objectSet=list(objects)
    )


def through(view):
    """From a view to the objects in it."""
    walk = Collector.TraversalSpec(name="view", type=type(view), path="view", skip=False)
    return Collector.ObjectSpec(obj=view, skip=True, selectSet=[walk])


def values(content):
    return {prop.name: prop.val for prop in content.propSet}


class Properties(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.collector = cls.vcenter.content.propertyCollector
        cls.vm = cls.vcenter.find("DC0/vm/DC0_H0_VM0")

    def test_a_container_view_gives_chosen_properties_of_every_virtual_machine(self):
        view = self.vcenter.view(vim.VirtualMachine)
        found = self.collector.RetrieveContents([spec(vim.VirtualMachine, ["name", "runtime.powerState"], through(view))])
        self.assertEqual(len(found), 24)
        self.assertEqual({content.obj for content in found}, set(view.view))
        for content in found:
            self.assertEqual(values(content)["name"], content.obj.name)
            self.assertEqual(values(content)["runtime.powerState"], "poweredOn")

    def test_pages_bring_every_object_once_and_the_last_has_no_token(self):
        view = self.vcenter.view(vim.VirtualMachine)
        options = Collector.RetrieveOptions(maxObjects=5)
        page = self.collector.RetrievePropertiesEx([spec(vim.VirtualMachine, ["name"], through(view))], options)
        sizes, seen = [], []
        while True:
            sizes.append(len(page.objects))
            seen += [content.obj for content in page.objects]
            if page.token is None:
                break
            page = self.collector.ContinueRetrievePropertiesEx(page.token)
        self.assertEqual(sizes, [5, 5, 5, 5, 4])
        self.assertEqual((len(seen), set(seen)), (24, set(view.view)))

    def test_a_retrieval_that_was_cancelled_cannot_go_on(self):
        view = self.vcenter.view(vim.VirtualMachine)
        options = Collector.RetrieveOptions(maxObjects=5)
        page = self.collector.RetrievePropertiesEx([spec(vim.VirtualMachine, ["name"], through(view))], options)
        self.collector.CancelRetrievePropertiesEx(page.token)
        with self.assertRaises((vmodl.query.InvalidProperty, vmodl.fault.InvalidArgument)):
            self.collector.ContinueRetrievePropertiesEx(page.token)

    def test_a_property_that_the_type_lacks_is_InvalidProperty_and_named(self):
        here = Collector.ObjectSpec(obj=self.vm)
        for path in ("nonsense", "config.nonsense", "config.hardware.nonsense.deeper"):
            with self.subTest(path):
                with self.assertRaises(vmodl.query.InvalidProperty) as caught:
                    self.collector.RetrieveContents([spec(vim.VirtualMachine, [path], here)])
                self.assertEqual(caught.exception.name, path)

    def test_a_nested_path_gives_just_that_value_under_that_very_path(self):
        paths = ["config.hardware.numCPU", "summary.config.name", "config.files.vmPathName"]
        (content,) = self.collector.RetrieveContents(
            [spec(vim.VirtualMachine, paths, Collector.ObjectSpec(obj=self.vm))]
        )
        self.assertEqual(set(values(content)), set(paths))
        self.assertEqual(values(content)["summary.config.name"], "DC0_H0_VM0")

    def test_an_element_of_a_list_is_found_by_its_key(self):
        paths = ["config.hardware.device[2000].backing.fileName", "config.hardware.device[2000]"]
        (content,) = self.collector.RetrieveContents(
            [spec(vim.VirtualMachine, paths, Collector.ObjectSpec(obj=self.vm))]
        )
        found = values(content)
        self.assertIsInstance(found[paths[1]], vim.vm.device.VirtualDisk)
        self.assertEqual(found[paths[0]], found[paths[1]].backing.fileName)

    def test_an_element_that_is_not_there_is_left_out_without_a_word(self):
        paths = ["name", 'config.extraConfig["never.set"].value', "config.hardware.device[9999]"]
        (content,) = self.collector.RetrieveContents(
            [spec(vim.VirtualMachine, paths, Collector.ObjectSpec(obj=self.vm))]
        )
        self.assertEqual(list(values(content)), ["name"])
        self.assertFalse(content.missingSet)

    def test_all_gives_every_property_that_is_set(self):
        (content,) = self.collector.RetrieveContents(
            [spec(vim.VirtualMachine, [], Collector.ObjectSpec(obj=self.vm), everything=True)]
        )
        found = values(content)
        self.assertLessEqual({"config", "runtime", "summary", "guest", "layoutEx", "parent", "effectiveRole"}, set(found))
        self.assertNotIn("snapshot", found)

    def test_neither_paths_nor_all_gives_the_object_and_no_property(self):
        (content,) = self.collector.RetrieveContents(
            [spec(vim.VirtualMachine, [], Collector.ObjectSpec(obj=self.vm))]
        )
        self.assertEqual((content.obj, list(content.propSet)), (self.vm, []))

    def test_a_spec_of_a_base_type_matches_the_types_that_extend_it(self):
        view = self.vcenter.view(vim.ManagedEntity)
        found = self.collector.RetrieveContents([spec(vim.ManagedEntity, ["name"], through(view))])
        kinds = {type(content.obj) for content in found}
        self.assertLessEqual({vim.Datacenter, vim.Folder, vim.HostSystem, vim.VirtualMachine, vim.Datastore}, kinds)

    def test_a_walk_from_an_entity_to_the_root_comes_in_the_order_walked(self):
        up = Collector.TraversalSpec(
            name="up", type=vim.ManagedEntity, path="parent", skip=False, selectSet=[Collector.SelectionSpec(name="up")]
        )
        start = Collector.ObjectSpec(obj=self.vm, selectSet=[up])
        found = self.collector.RetrieveContents([spec(vim.ManagedEntity, ["name", "parent"], start)])
        self.assertEqual([content.propSet[0].val for content in found], ["DC0_H0_VM0", "vm", "DC0", "Datacenters"])

    def test_a_walk_in_a_circle_ends_and_gives_each_object_once(self):
        to_vm = Collector.TraversalSpec(
            name="to-vm", type=vim.HostSystem, path="vm", selectSet=[Collector.SelectionSpec(name="to-host")]
        )
        to_host = Collector.TraversalSpec(
            name="to-host", type=vim.VirtualMachine, path="runtime.host", selectSet=[Collector.SelectionSpec(name="to-vm")]
        )
        start = Collector.ObjectSpec(obj=self.vm, selectSet=[to_host, to_vm])
        found = self.collector.RetrieveContents([spec(vim.VirtualMachine, ["name"], start)])
        self.assertEqual({c.obj for c in found}, set(self.vm.runtime.host.vm))
        self.assertEqual(len(found), len(set(content.obj for content in found)))

    def test_a_traversal_of_another_type_is_not_followed(self):
        pool = Collector.TraversalSpec(name="rp", type=vim.ResourcePool, path="resourcePool", skip=False)
        start = Collector.ObjectSpec(obj=self.vm, selectSet=[pool])
        found = self.collector.RetrieveContents([spec(vim.ManagedEntity, ["name"], start)])
        self.assertEqual([content.obj for content in found], [self.vm])

    def test_an_object_that_is_gone_stops_the_retrieval(self):
        gone = vim.VirtualMachine("vm-404404", self.vcenter.si._stub)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound) as caught:
            self.collector.RetrieveContents([spec(vim.VirtualMachine, ["name"], Collector.ObjectSpec(obj=gone))])
        self.assertEqual(caught.exception.obj, gone)

    def test_a_missing_object_can_be_left_out_instead(self):
        gone = vim.VirtualMachine("vm-404404", self.vcenter.si._stub)
        objects = [Collector.ObjectSpec(obj=each) for each in (gone, self.vm)]
        filter_spec = spec(vim.VirtualMachine, ["name"], *objects)
        filter_spec.reportMissingObjectsInResults = True
        found = self.collector.RetrieveContents([filter_spec])
        self.assertEqual([content.obj for content in found], [self.vm])

    def test_a_list_view_holds_what_it_was_given(self):
        others = self.vcenter.all(vim.VirtualMachine)[:3]
        view = self.vcenter.content.viewManager.CreateListView(others)
        self.assertEqual(list(view.view), others)
        view.ModifyListView(add=[self.vm], remove=[others[0]])
        self.assertEqual(set(view.view), {self.vm, *others[1:]})
        view.ResetListView([self.vm])
        self.assertEqual(list(view.view), [self.vm])
        view.DestroyView()
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            view.view

    def test_an_inventory_view_opens_and_closes_folders(self):
        view = self.vcenter.content.viewManager.CreateInventoryView()
        root = self.vcenter.content.rootFolder
        view.OpenInventoryViewFolder([root])
        self.assertIn(self.vcenter.datacenter, view.view)
        view.CloseInventoryViewFolder([root])
        self.assertNotIn(self.vcenter.datacenter, view.view)

    def test_a_view_lives_under_its_session_until_it_is_destroyed(self):
        view = self.vcenter.view(vim.HostSystem)
        key = self.vcenter.content.sessionManager.currentSession.key
        self.assertTrue(view._moId.startswith(f"session[{key}]"))
        self.assertIn(view, self.vcenter.content.viewManager.viewList)
        view.DestroyView()
        self.assertNotIn(view, self.vcenter.content.viewManager.viewList)

    def test_a_view_of_one_level_stops_at_the_first(self):
        folder = self.vcenter.datacenter.hostFolder
        flat = self.vcenter.content.viewManager.CreateContainerView(folder, [], False)
        self.assertEqual(set(flat.view), set(folder.childEntity))


if __name__ == "__main__":
    run()
