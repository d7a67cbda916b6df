# serve: --scenario test/compat/scenarios/watcher.yaml
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, log_in

WATCHER = "VSPHERE.LOCAL\\watcher"


class Permissions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.admin = Vcenter()
        cls.manager = cls.admin.content.authorizationManager

    def role(self, name, *privileges):
        role = self.manager.AddAuthorizationRole(name, list(privileges))
        self.addCleanup(self.manager.RemoveAuthorizationRole, role, False)
        return role

    def known(self, name):
        return next(role for role in self.manager.roleList if role.name == name)

    def permit(self, entity, role, propagate=True):
        permission = vim.AuthorizationManager.Permission(
            principal=WATCHER, group=False, roleId=role, propagate=propagate
        )
        self.manager.SetEntityPermissions(entity, [permission])
        self.addCleanup(self.withdraw, entity)

    def withdraw(self, entity):
        try:
            self.manager.RemoveEntityPermission(entity, WATCHER, False)
        except vim.fault.NotFound:
            pass  # set twice, withdrawn once

    def watcher(self):
        return Vcenter(user="watcher@vsphere.local", password="watching")

    def seen(self, vcenter, entity):
        return type(entity)(entity._moId, vcenter.si._stub)

    def test_the_roles_every_vcenter_has_are_there(self):
        ids = {role.name: role.roleId for role in self.manager.roleList if role.system}
        self.assertEqual(ids, {"NoAccess": -5, "Anonymous": -4, "View": -3, "ReadOnly": -2, "Admin": -1} | ids)
        admin = self.known("Admin")
        self.assertIn("VirtualMachine.Interact.PowerOn", admin.privilege)
        self.assertEqual(
            sorted(self.known("ReadOnly").privilege), ["System.Anonymous", "System.Read", "System.View"]
        )

    def test_the_privileges_are_listed_with_their_groups(self):
        privileges = {privilege.privId: privilege for privilege in self.manager.privilegeList}
        power = privileges["VirtualMachine.Interact.PowerOn"]
        self.assertEqual((power.name, power.privGroupName, power.onParent), ("PowerOn", "VirtualMachine.Interact", False))
        self.assertLessEqual({"Datastore.Browse", "Network.Assign", "System.View", "Folder.Create"}, set(privileges))

    def test_a_role_is_made_changed_and_removed(self):
        role = self.manager.AddAuthorizationRole("starter", ["VirtualMachine.Interact.PowerOn"])
        (made,) = [each for each in self.manager.roleList if each.roleId == role]
        self.assertEqual((made.name, made.system), ("starter", False))
        self.assertLessEqual({"System.View", "System.Read", "VirtualMachine.Interact.PowerOn"}, set(made.privilege))
        self.manager.UpdateAuthorizationRole(role, "stopper", ["VirtualMachine.Interact.PowerOff"])
        changed = self.known("stopper")
        self.assertNotIn("VirtualMachine.Interact.PowerOn", changed.privilege)
        self.manager.RemoveAuthorizationRole(role, True)
        self.assertNotIn("stopper", [each.name for each in self.manager.roleList])

    def test_a_role_of_a_name_that_is_taken_is_refused(self):
        self.role("once")
        with self.assertRaises(vim.fault.AlreadyExists) as caught:
            self.manager.AddAuthorizationRole("once", [])
        self.assertEqual(caught.exception.name, "once")

    def test_a_role_in_use_is_not_removed_unless_asked_to_take_the_permissions_along(self):
        role = self.manager.AddAuthorizationRole("used", [])
        vm = self.admin.find("DC0/vm/DC0_H0_VM0")
        permission = vim.AuthorizationManager.Permission(principal=WATCHER, group=False, roleId=role, propagate=True)
        self.manager.SetEntityPermissions(vm, [permission])
        with self.assertRaises(vim.fault.RemoveFailed):
            self.manager.RemoveAuthorizationRole(role, True)
        self.manager.RemoveAuthorizationRole(role, False)
        self.assertFalse(self.manager.RetrieveEntityPermissions(vm, False))

    def test_permissions_are_read_back_where_they_were_set_and_below(self):
        vm = self.admin.find("DC0/vm/DC0_H0_VM0")
        self.permit(self.admin.folder, self.known("ReadOnly").roleId)
        self.assertFalse(self.manager.RetrieveEntityPermissions(vm, False))
        inherited = {each.principal: each for each in self.manager.RetrieveEntityPermissions(vm, True)}
        self.assertEqual(inherited[WATCHER].entity, self.admin.folder)
        self.assertEqual(inherited[WATCHER].roleId, -2)
        every = [each.entity for each in self.manager.RetrieveAllPermissions() if each.principal == WATCHER]
        self.assertEqual(every, [self.admin.folder])
        self.assertIn(WATCHER, [each.principal for each in self.manager.RetrieveRolePermissions(-2)])

    def test_a_user_without_any_permission_does_not_get_in(self):
        with self.assertRaises(vim.fault.NoPermission):
            log_in(user="watcher@vsphere.local", password="watching")

    def test_who_may_only_read_may_not_switch_on_and_is_told_what_is_missing_and_where(self):
        self.permit(self.admin.content.rootFolder, self.known("ReadOnly").roleId)
        watcher = self.watcher()
        vm = watcher.find("DC0/vm/DC0_H0_VM0")
        self.assertEqual(vm.runtime.powerState, "poweredOn")
        for act, privilege in (
            (vm.PowerOff, "VirtualMachine.Interact.PowerOff"),
            (lambda: vm.Rename("mine"), "VirtualMachine.Config.Rename"),
            (vm.Destroy, "VirtualMachine.Inventory.Delete"),
        ):
            with self.subTest(privilege):
                fault = watcher.fault_of(act)
                self.assertIsInstance(fault, vim.fault.NoPermission)
                self.assertEqual((fault.object, fault.privilegeId), (vm, privilege))
                self.assertEqual(fault.msg, "Permission to perform this operation was denied.")
        self.assertEqual(vm.name, "DC0_H0_VM0")

    def test_who_may_do_one_thing_may_do_that_one(self):
        vm = self.admin.create("operated")
        self.addCleanup(self.admin.destroy, vm)
        self.permit(self.admin.content.rootFolder, self.role("operator", "VirtualMachine.Interact.PowerOn"))
        watcher = self.watcher()
        same = self.seen(watcher, vm)
        watcher.wait(same.PowerOn())
        self.assertEqual(same.runtime.powerState, "poweredOn")
        self.assertIsInstance(watcher.fault_of(same.PowerOff), vim.fault.NoPermission)
        self.admin.wait(vm.PowerOff())

    def test_what_one_may_not_see_is_in_no_list_view_or_search(self):
        self.permit(self.admin.content.rootFolder, self.known("ReadOnly").roleId)
        folder = self.admin.folder.CreateFolder("hidden")
        self.addCleanup(self.admin.destroy, folder)
        vm = self.admin.create("hidden-vm", folder=folder)
        self.permit(folder, self.known("NoAccess").roleId)
        # A machine inherits from its pool too; only what is set on itself hides it on both ways.
        self.permit(vm, self.known("NoAccess").roleId)
        watcher = self.watcher()
        self.assertIsNone(watcher.content.searchIndex.FindByInventoryPath("DC0/vm/hidden/hidden-vm"))
        self.assertIsNone(watcher.content.searchIndex.FindByUuid(None, vm.config.uuid, True))
        self.assertNotIn(self.seen(watcher, vm), watcher.all(vim.VirtualMachine))
        self.assertNotIn(self.seen(watcher, folder), watcher.folder.childEntity)
        self.assertNotIn(self.seen(watcher, vm), self.seen(watcher, vm.runtime.host).vm)
        with self.assertRaises(vim.fault.NoPermission) as caught:
            self.seen(watcher, vm).name
        self.assertEqual((caught.exception.object._moId, caught.exception.privilegeId), (vm._moId, "System.View"))

    def test_the_nearest_permission_wins_and_one_that_does_not_propagate_stays(self):
        self.permit(self.admin.content.rootFolder, self.known("ReadOnly").roleId)
        self.permit(self.admin.folder, self.role("here only", "Folder.Create"), propagate=False)
        watcher = self.watcher()
        folder = watcher.folder.CreateFolder("allowed here")
        self.addCleanup(self.admin.destroy, self.seen(self.admin, folder))
        self.assertIsInstance(watcher.fault_of(lambda: folder.CreateFolder("not there")), vim.fault.NoPermission)

    def test_a_permission_that_is_taken_back_works_no_more_in_a_session_that_is_open(self):
        root = self.admin.content.rootFolder
        self.permit(root, self.known("ReadOnly").roleId)
        self.permit(self.admin.folder, self.role("short-lived", "Folder.Create"))
        watcher = self.watcher()
        self.addCleanup(self.admin.destroy, self.seen(self.admin, watcher.folder.CreateFolder("while allowed")))
        self.permit(self.admin.folder, self.known("ReadOnly").roleId)
        self.assertIsInstance(
            watcher.fault_of(lambda: watcher.folder.CreateFolder("no more")), vim.fault.NoPermission
        )

    def test_a_view_of_ones_own_holds_what_one_may_see_and_follows_what_is_permitted(self):
        # Only below the folder of machines: what stands above shows just enough to get there.
        self.permit(self.admin.folder, self.known("ReadOnly").roleId)
        watcher = self.watcher()
        content = watcher.content
        view = content.viewManager.CreateContainerView(content.rootFolder, [vim.VirtualMachine], True)
        before = {vm.name for vm in view.view}
        self.assertIn("DC0_H0_VM0", before)
        vm = self.admin.find("DC0/vm/DC0_H0_VM0")
        self.permit(vm, self.known("NoAccess").roleId)
        self.assertEqual({each.name for each in view.view}, before - {"DC0_H0_VM0"})
        self.withdraw(vm)
        self.assertEqual({each.name for each in view.view}, before)
        view.DestroyView()
        self.assertFalse(content.viewManager.CreateContainerView(content.rootFolder, [vim.HostSystem], True).view)

    def test_updates_tell_of_what_comes_into_sight_and_goes_out_of_it(self):
        self.permit(self.admin.folder, self.known("ReadOnly").roleId)
        watcher = self.watcher()
        collector = watcher.content.propertyCollector.CreatePropertyCollector()
        view = watcher.content.viewManager.CreateContainerView(
            self.seen(watcher, self.admin.folder), [vim.VirtualMachine], True
        )
        Query = vmodl.query.PropertyCollector
        walk = Query.TraversalSpec(name="view", type=vim.view.ContainerView, path="view", skip=False)
        collector.CreateFilter(
            Query.FilterSpec(
                objectSet=[Query.ObjectSpec(obj=view, skip=True, selectSet=[walk])],
                propSet=[Query.PropertySpec(type=vim.VirtualMachine, pathSet=["name", "runtime.powerState"])],
            ),
            True,
        )
        version, known = "", {}

        def update(options=None):
            nonlocal version
            told = collector.WaitForUpdatesEx(version, options)
            version = told.version
            kinds = {}
            for each in told.filterSet[0].objectSet:
                kinds[each.obj._moId] = each.kind
                if each.kind == "leave":
                    known.pop(each.obj._moId, None)
                for change in each.changeSet:
                    known.setdefault(each.obj._moId, {})[change.name] = change.val
            return kinds

        update()
        vm = self.admin.find("DC0/vm/DC0_H0_VM0")
        self.assertEqual(known[vm._moId]["name"], "DC0_H0_VM0")
        self.permit(vm, self.known("NoAccess").roleId)
        self.assertEqual(update()[vm._moId], "leave")
        # What happens out of sight is nobody's news.
        self.admin.wait(vm.PowerOff())
        self.admin.wait(vm.PowerOn())
        self.assertIsNone(collector.WaitForUpdatesEx(version, Query.WaitOptions(maxWaitSeconds=0)))
        self.withdraw(vm)
        self.assertEqual(update()[vm._moId], "enter")
        self.assertEqual(known[vm._moId], {"name": "DC0_H0_VM0", "runtime.powerState": "poweredOn"})

    def test_tasks_and_events_of_what_one_may_not_see_are_not_told(self):
        self.permit(self.admin.content.rootFolder, self.known("ReadOnly").roleId)
        vm, other = (self.admin.find(f"DC0/vm/DC0_H0_VM{i}") for i in (0, 1))
        self.permit(vm, self.known("NoAccess").roleId)
        tasks = [each.PowerOff() for each in (vm, other)]
        for each in tasks:
            self.admin.wait(each)
        self.addCleanup(lambda: [self.admin.wait(each.PowerOn()) for each in (vm, other)])
        watcher = self.watcher()
        recent = [task._moId for task in watcher.content.taskManager.recentTask]
        self.assertEqual([task._moId in recent for task in tasks], [False, True])
        events = watcher.content.eventManager.QueryEvents(vim.event.EventFilterSpec())
        named = {event.vm.vm._moId for event in events if event.vm}
        self.assertEqual([each._moId in named for each in (vm, other)], [False, True])

    def test_who_asks_whether_he_may_is_answered(self):
        self.permit(self.admin.content.rootFolder, self.known("ReadOnly").roleId)
        watcher = self.watcher()
        vm = watcher.find("DC0/vm/DC0_H0_VM0")
        session = watcher.content.sessionManager.currentSession.key
        asked = ["System.Read", "VirtualMachine.Interact.PowerOn"]
        answer = watcher.content.authorizationManager.HasPrivilegeOnEntity(vm, session, asked)
        self.assertEqual(list(answer), [True, False])
        self.assertEqual(list(vm.effectiveRole), [-2])


if __name__ == "__main__":
    run()
