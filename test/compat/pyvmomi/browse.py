"""Every property that pyVmomi reads by name is a call of the internal method Fetch."""

import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter


class Browse(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.content = cls.vcenter.content

    def vm(self, name="DC0_C0_RP0_VM0"):
        return self.vcenter.find(f"DC0/vm/{name}")

    def test_the_root_folder_holds_the_datacenters(self):
        root = self.content.rootFolder
        self.assertEqual((root.name, root._moId, root.parent), ("Datacenters", "group-d1", None))
        self.assertEqual([child.name for child in root.childEntity], ["DC0"])
        self.assertIsInstance(root.childEntity[0], vim.Datacenter)
        self.assertEqual(sorted(root.childType), ["Datacenter", "Folder"])

    def test_a_datacenter_has_four_folders_for_four_kinds_of_things(self):
        datacenter = self.vcenter.datacenter
        folders = [datacenter.vmFolder, datacenter.hostFolder, datacenter.datastoreFolder, datacenter.networkFolder]
        self.assertEqual([folder.name for folder in folders], ["vm", "host", "datastore", "network"])
        self.assertTrue(all(folder.parent == datacenter for folder in folders))
        self.assertIn("VirtualMachine", datacenter.vmFolder.childType)
        self.assertIn("ComputeResource", datacenter.hostFolder.childType)
        self.assertIn("Datastore", datacenter.datastoreFolder.childType)
        self.assertIn("Network", datacenter.networkFolder.childType)
        self.assertEqual([child.name for child in datacenter.datastoreFolder.childEntity], ["LocalDS_0"])
        names = {child.name for child in datacenter.networkFolder.childEntity}
        self.assertLessEqual({"VM Network", "DVS0", "DC0_DVPG0"}, names)
        self.assertEqual({child.name for child in datacenter.hostFolder.childEntity}, {"DC0_C0", "DC0_H0"})

    def test_the_default_model_has_the_four_well_known_virtual_machines(self):
        names = {vm.name for vm in self.vcenter.all(vim.VirtualMachine)}
        expected = {"DC0_H0_VM0", "DC0_H0_VM1", "DC0_C0_RP0_VM0", "DC0_C0_RP0_VM1"}
        self.assertLessEqual(expected, names)

    def test_a_host_tells_of_its_hardware_its_product_and_its_state(self):
        for host in self.vcenter.all(vim.HostSystem):
            with self.subTest(host.name):
                hardware = host.hardware
                self.assertEqual(host.summary.hardware.memorySize, hardware.memorySize)
                self.assertEqual(host.summary.hardware.numCpuCores, hardware.cpuInfo.numCpuCores)
                self.assertEqual(host.summary.hardware.uuid, hardware.systemInfo.uuid)
                self.assertEqual(len(hardware.cpuPkg), hardware.cpuInfo.numCpuPackages)
                self.assertEqual(host.summary.config.name, host.name)
                self.assertEqual(host.summary.host, host)
                self.assertEqual(host.config.product.apiType, "HostAgent")
                self.assertIn(host.config.product.version, host.config.product.fullName)
                self.assertEqual(host.runtime.connectionState, "connected")
                self.assertEqual(host.runtime.powerState, "poweredOn")
                self.assertIs(host.runtime.inMaintenanceMode, False)
                self.assertTrue(host.config.network.vnic)
                self.assertTrue(host.capability.vmotionSupported)

    def test_what_a_cluster_sums_up_is_the_sum_of_its_hosts(self):
        cluster = self.vcenter.cluster
        summary, hosts = cluster.summary, cluster.host
        self.assertEqual([host.name for host in hosts], ["DC0_C0_H0", "DC0_C0_H1", "DC0_C0_H2"])
        self.assertEqual((summary.numHosts, summary.numEffectiveHosts), (3, 3))
        self.assertEqual(summary.totalMemory, sum(host.hardware.memorySize for host in hosts))
        self.assertEqual(summary.numCpuCores, sum(host.hardware.cpuInfo.numCpuCores for host in hosts))
        self.assertEqual(cluster.resourcePool.name, "Resources")
        self.assertEqual(cluster.resourcePool.owner, cluster)

    def test_a_standalone_host_lives_in_a_compute_resource_of_its_name(self):
        compute = self.vcenter.find("DC0/host/DC0_H0")
        self.assertIs(type(compute), vim.ComputeResource)
        self.assertEqual([host.name for host in compute.host], ["DC0_H0"])

    def test_every_back_reference_agrees_with_the_reference(self):
        for vm in self.vcenter.all(vim.VirtualMachine):
            self.assertIn(vm, vm.runtime.host.vm)
            self.assertIn(vm, vm.resourcePool.vm)
            for other in (*vm.datastore, *vm.network):
                self.assertIn(vm, other.vm)
        for host in self.vcenter.all(vim.HostSystem):
            for datastore in host.datastore:
                self.assertIn(host, [mount.key for mount in datastore.host])
            for network in host.network:
                self.assertIn(host, network.host)

    def test_a_datastore_is_one_a_driver_would_use(self):
        (datastore,) = self.vcenter.datacenter.datastore
        summary = datastore.summary
        self.assertIn(summary.type, ("VMFS", "NFS", "NFS41", "vsan"))
        self.assertRegex(summary.url, r"^ds:///vmfs/volumes/[0-9a-f-]+/$")
        self.assertTrue(summary.accessible)
        self.assertEqual(summary.maintenanceMode, "normal")
        self.assertTrue(0 < summary.freeSpace <= summary.capacity)
        self.assertEqual(datastore.info.freeSpace, summary.freeSpace)
        self.assertEqual(len(datastore.host), 4)
        for mount in datastore.host:
            self.assertEqual((mount.mountInfo.accessMode, mount.mountInfo.accessible), ("readWrite", True))
            self.assertTrue(mount.mountInfo.path.startswith("/vmfs/volumes/"))

    def test_the_devices_of_a_virtual_machine_have_the_keys_and_labels_of_a_real_one(self):
        labels = {device.key: device.deviceInfo.label for device in self.vm().config.hardware.device}
        expected = {
            200: "IDE 0",
            201: "IDE 1",
            300: "PS2 controller 0",
            100: "PCI controller 0",
            400: "SIO controller 0",
            500: "Video card",
            600: "Keyboard",
            700: "Pointing device",
            12000: "VMCI device",
            1000: "SCSI controller 0",
            2000: "Hard disk 1",
            4000: "Network adapter 1",
        }
        self.assertEqual({key: (labels.get(key) or "").strip() for key in expected}, expected)

    def test_a_disk_and_the_file_behind_it(self):
        vm = self.vm()
        (disk,) = [d for d in vm.config.hardware.device if isinstance(d, vim.vm.device.VirtualDisk)]
        self.assertEqual(disk.deviceInfo.summary, f"{disk.capacityInKB:,} KB")
        self.assertEqual(disk.capacityInBytes, disk.capacityInKB * 1024)
        self.assertEqual((disk.controllerKey, disk.unitNumber), (1000, 0))
        self.assertRegex(disk.backing.uuid, r"^6000C29")
        self.assertEqual(disk.backing.datastore, vm.datastore[0])
        self.assertRegex(disk.backing.fileName, r"^\[LocalDS_0\] .+/.+\.vmdk$")
        self.assertIn(disk.backing.fileName, [file.name for file in vm.layoutEx.file])

    def test_a_virtual_machine_says_the_same_of_itself_everywhere(self):
        vm = self.vm()
        config, summary = vm.config, vm.summary
        self.assertEqual((summary.config.name, config.name), (vm.name, vm.name))
        self.assertEqual(summary.runtime.powerState, vm.runtime.powerState)
        self.assertEqual(summary.config.uuid, config.uuid)
        self.assertEqual(summary.config.memorySizeMB, config.hardware.memoryMB)
        self.assertEqual(summary.config.vmPathName, config.files.vmPathName)
        self.assertEqual(summary.config.numVirtualDisks, 1)
        self.assertEqual(summary.config.numEthernetCards, 1)
        self.assertEqual(summary.vm, vm)
        self.assertRegex(config.files.vmPathName, r"^\[LocalDS_0\] [^/]+/[^/]+\.vmx$")
        self.assertRegex(config.instanceUuid, r"^50")
        self.assertIsNotNone(vm.guest.guestState)
        self.assertIs(config.template, False)
        self.assertEqual(vm.runtime.powerState, "poweredOn")
        self.assertIsNotNone(vm.runtime.bootTime)

    def test_a_property_that_is_unset_is_none_and_a_list_without_items_empty(self):
        vm = self.vm()
        self.assertIsNone(vm.snapshot)
        self.assertIsNone(vm.parentVApp)
        self.assertEqual(list(vm.rootSnapshot), [])
        self.assertEqual(list(vm.triggeredAlarmState), [])
        self.assertEqual(list(vm.customValue), [])

    def test_a_switch_and_its_port_groups_know_each_other(self):
        switch = self.vcenter.find("DC0/network/DVS0")
        group = self.vcenter.find("DC0/network/DC0_DVPG0")
        self.assertIsInstance(switch, vim.dvs.VmwareDistributedVirtualSwitch)
        self.assertIn(group, switch.portgroup)
        self.assertEqual(group.config.distributedVirtualSwitch, switch)
        self.assertEqual(group.key, group._moId)
        self.assertIn(group, self.vcenter.datacenter.network)

    def test_the_managers_of_the_service_content_are_the_ones_clients_know_by_name(self):
        expected = {
            "propertyCollector": "propertyCollector",
            "viewManager": "ViewManager",
            "setting": "VpxSettings",
            "userDirectory": "UserDirectory",
            "sessionManager": "SessionManager",
            "authorizationManager": "AuthorizationManager",
            "perfManager": "PerfMgr",
            "eventManager": "EventManager",
            "taskManager": "TaskManager",
            "extensionManager": "ExtensionManager",
            "customFieldsManager": "CustomFieldsManager",
            "searchIndex": "SearchIndex",
            "fileManager": "FileManager",
            "virtualDiskManager": "virtualDiskManager",
            "ovfManager": "OvfManager",
            "guestOperationsManager": "guestOperationsManager",
        }
        self.assertEqual({name: getattr(self.content, name)._moId for name in expected}, expected)

    def test_the_clock_of_the_server_is_in_utc(self):
        self.assertEqual(self.vcenter.si.CurrentTime().utcoffset().total_seconds(), 0)


if __name__ == "__main__":
    run()
