"""Folders, datacenters, clusters and pools: made, renamed, moved and destroyed."""

import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter


class Inventory(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.root = cls.vcenter.content.rootFolder

    def folder(self, name, parent=None):
        return self.made((parent or self.vcenter.folder).CreateFolder(name))

    def made(self, entity):
        self.addCleanup(self.remove, entity)
        return entity

    def remove(self, entity):
        try:
            self.vcenter.destroy(entity)
        except vmodl.fault.ManagedObjectNotFound:
            pass  # the case itself, or its parent's end, has done it

    def fault(self, kind, act):
        fault = self.vcenter.fault_of(act)
        self.assertIs(type(fault), kind, fault)
        return fault

    def test_a_folder_is_made_renamed_moved_and_destroyed(self):
        one, two = self.folder("folder-one"), self.folder("folder-two")
        self.assertEqual(list(one.childType), list(self.vcenter.folder.childType))
        self.vcenter.wait(one.Rename("folder-uno"))
        self.assertEqual(one.name, "folder-uno")
        self.vcenter.wait(two.MoveInto([one]))
        self.assertEqual((one.parent, list(two.childEntity)), (two, [one]))
        self.assertEqual(self.vcenter.find("DC0/vm/folder-two/folder-uno"), one)
        self.vcenter.destroy(two)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            one.name

    def test_a_folder_of_a_name_that_is_taken_is_a_DuplicateName_of_the_one_there(self):
        folder = self.folder("taken")
        fault = self.fault(vim.fault.DuplicateName, lambda: self.vcenter.folder.CreateFolder("taken"))
        self.assertEqual((fault.name, fault.object), ("taken", folder))
        other = self.folder("other")
        fault = self.fault(vim.fault.DuplicateName, lambda: other.Rename("taken"))
        self.assertEqual(fault.object, folder)

    def test_a_name_that_is_empty_or_too_long_is_an_InvalidName(self):
        for name in ("", "n" * 81):
            fault = self.fault(vim.fault.InvalidName, lambda: self.vcenter.folder.CreateFolder(name))
            self.assertEqual(fault.name, name)

    def test_a_folder_does_not_move_into_itself_or_what_it_holds(self):
        outer = self.folder("outer")
        inner = self.folder("inner", outer)
        for target in (outer, inner):
            self.fault(vim.fault.InvalidFolder, lambda: target.MoveInto([outer]))
        self.assertEqual(outer.parent, self.vcenter.folder)

    def test_what_a_folder_is_not_for_is_refused(self):
        folder = self.folder("machines-only")
        for act in (
            lambda: folder.CreateDatacenter("DC9"),
            lambda: folder.CreateClusterEx("C9", vim.cluster.ConfigSpecEx()),
        ):
            self.fault(vmodl.fault.NotSupported, act)

    def test_the_folders_a_datacenter_was_born_with_stay(self):
        self.assertIsInstance(self.vcenter.fault_of(self.vcenter.folder.Destroy), vmodl.MethodFault)
        self.assertEqual(self.vcenter.folder.name, "vm")

    def test_destroying_a_folder_destroys_the_machines_in_it_unless_one_runs(self):
        folder = self.folder("doomed")
        vm = self.vcenter.create("doomed-vm", folder=folder)
        self.vcenter.wait(vm.PowerOn())
        self.assertIsInstance(self.vcenter.fault_of(folder.Destroy), vmodl.MethodFault)
        self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(folder)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            vm.name

    def test_a_datacenter_is_made_with_its_folders_moved_and_destroyed(self):
        datacenter = self.made(self.root.CreateDatacenter("DC-made"))
        self.assertEqual(datacenter.parent, self.root)
        self.assertEqual([datacenter.vmFolder.name, datacenter.hostFolder.name], ["vm", "host"])
        folder = self.folder("group", self.root)
        self.vcenter.wait(folder.MoveInto([datacenter]))
        self.assertEqual(self.vcenter.find("group/DC-made"), datacenter)
        self.vcenter.wait(datacenter.Rename("DC-renamed"))
        self.vcenter.destroy(datacenter)
        self.assertEqual(list(folder.childEntity), [])

    def test_a_cluster_is_made_with_its_root_pool_and_destroyed(self):
        spec = vim.cluster.ConfigSpecEx(drsConfig=vim.cluster.DrsConfigInfo(enabled=True, defaultVmBehavior="manual"))
        cluster = self.made(self.vcenter.datacenter.hostFolder.CreateClusterEx("C-made", spec))
        self.assertEqual((cluster.name, cluster.resourcePool.name), ("C-made", "Resources"))
        self.assertEqual((cluster.summary.numHosts, list(cluster.host)), (0, []))
        config = cluster.configurationEx.drsConfig
        self.assertEqual((config.enabled, config.defaultVmBehavior), (True, "manual"))
        self.vcenter.wait(cluster.Rename("C-renamed"))
        pool = cluster.resourcePool
        self.vcenter.destroy(cluster)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            pool.name

    def test_a_cluster_is_reconfigured(self):
        cluster = self.made(self.vcenter.datacenter.hostFolder.CreateClusterEx("C-set", vim.cluster.ConfigSpecEx()))
        spec = vim.cluster.ConfigSpecEx(dasConfig=vim.cluster.DasConfigInfo(enabled=True))
        self.vcenter.wait(cluster.ReconfigureComputeResource_Task(spec, True))
        self.assertIs(cluster.configurationEx.dasConfig.enabled, True)

    def test_a_pool_is_made_changed_moved_and_destroyed(self):
        shares = vim.SharesInfo(level="normal", shares=4000)

        def allocation(**options):
            return vim.ResourceAllocationInfo(
                reservation=0, expandableReservation=True, limit=-1, shares=shares, **options
            )

        spec = vim.ResourceConfigSpec(cpuAllocation=allocation(), memoryAllocation=allocation())
        pool = self.made(self.vcenter.pool.CreateResourcePool("pool-made", spec))
        child = self.made(pool.CreateResourcePool("pool-child", spec))
        self.assertEqual((pool.parent, pool.owner), (self.vcenter.pool, self.vcenter.cluster))
        spec.cpuAllocation.reservation = 100
        pool.UpdateConfig("pool-changed", spec)
        self.assertEqual((pool.name, pool.config.cpuAllocation.reservation), ("pool-changed", 100))
        self.vcenter.pool.MoveInto([child])
        self.assertEqual(child.parent, self.vcenter.pool)
        self.vcenter.destroy(pool)
        self.assertNotIn(pool, self.vcenter.pool.resourcePool)

    def test_the_machines_of_a_pool_that_is_destroyed_fall_to_its_parent(self):
        allocation = vim.ResourceAllocationInfo(
            reservation=0, expandableReservation=True, limit=-1, shares=vim.SharesInfo(level="normal", shares=0)
        )
        spec = vim.ResourceConfigSpec(cpuAllocation=allocation, memoryAllocation=allocation)
        pool = self.made(self.vcenter.pool.CreateResourcePool("pool-left", spec))
        config = vim.vm.ConfigSpec(
            name="orphan", guestId="otherGuest64", files=vim.vm.FileInfo(vmPathName="[LocalDS_0]")
        )
        vm = self.made(self.vcenter.wait(self.vcenter.folder.CreateVM_Task(config, pool)))
        self.assertEqual(list(pool.vm), [vm])
        self.vcenter.destroy(pool)
        self.assertEqual(vm.resourcePool, self.vcenter.pool)

    def test_a_root_pool_is_not_destroyed(self):
        self.assertIsInstance(self.vcenter.fault_of(self.vcenter.pool.Destroy), vmodl.MethodFault)

    def test_a_switch_with_a_port_group_is_made_and_destroyed(self):
        config = vim.dvs.VmwareDistributedVirtualSwitch.ConfigSpec(name="DVS-made")
        spec = vim.DistributedVirtualSwitch.CreateSpec(configSpec=config)
        switch = self.made(self.vcenter.wait(self.vcenter.datacenter.networkFolder.CreateDVS_Task(spec)))
        group_spec = vim.dvs.DistributedVirtualPortgroup.ConfigSpec(name="PG-made", type="earlyBinding", numPorts=8)
        self.vcenter.wait(switch.AddDVPortgroup_Task([group_spec]))
        group = self.vcenter.find("DC0/network/PG-made")
        self.assertIn(group, switch.portgroup)
        self.vcenter.destroy(switch)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            group.name

    def test_a_host_is_added_and_taken_out(self):
        spec = vim.host.ConnectSpec(hostName="10.99.0.7", userName="root", password="secret", force=True)
        folder = self.vcenter.datacenter.hostFolder
        compute = self.made(self.vcenter.wait(folder.AddStandaloneHost_Task(spec, None, True)))
        self.assertEqual([host.name for host in compute.host], ["10.99.0.7"])
        self.vcenter.destroy(compute)
        self.assertNotIn(compute, folder.childEntity)

    def test_a_virtual_app_holds_machines_of_its_own(self):
        allocation = vim.ResourceAllocationInfo(
            reservation=0, expandableReservation=True, limit=-1, shares=vim.SharesInfo(level="normal", shares=0)
        )
        resources = vim.ResourceConfigSpec(cpuAllocation=allocation, memoryAllocation=allocation)
        app = self.made(self.vcenter.pool.CreateVApp("app-made", resources, vim.vApp.VAppConfigSpec(), self.vcenter.folder))
        spec = vim.vm.ConfigSpec(name="in-app", guestId="otherGuest64", files=vim.vm.FileInfo(vmPathName="[LocalDS_0]"))
        vm = self.vcenter.wait(app.CreateChildVM_Task(spec))
        self.assertEqual((vm.parentVApp, vm.resourcePool), (app, app))
        self.assertEqual(list(app.vm), [vm])
        self.vcenter.destroy(app)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            vm.name

    def test_a_storage_pod_takes_and_gives_back_a_datastore(self):
        folder = self.vcenter.datacenter.datastoreFolder
        pod = self.made(folder.CreateStoragePod("pod-made"))
        datastore = self.vcenter.datacenter.datastore[0]
        self.vcenter.wait(pod.MoveInto([datastore]))
        self.assertEqual((datastore.parent, list(pod.childEntity)), (pod, [datastore]))
        self.assertEqual(pod.summary.capacity, datastore.summary.capacity)
        self.vcenter.wait(folder.MoveInto([datastore]))


if __name__ == "__main__":
    run()
