"""nova's own driver for vCenter, as released, through the whole life of instances; for programs that say who runs it."""

import os
import subprocess
import tempfile
import time
import unittest
from unittest import mock

import nova_side as side
from images import MIB, same
from vcenter import Vcenter, devices

from nova import exception
from nova.compute import power_state
from nova.network import model as network_model
from pyVmomi import vim

SIZE = 8 * MIB
Disk = vim.vm.device.VirtualDisk
KINDS = {
    "sparse": ("monolithicSparse", "lsiLogic"),
    "streamOptimized": ("streamOptimized", "lsiLogicsas"),
}
# What a disk is made for, as its descriptor says it: the three kinds of SCSI that are younger than it say lsilogic.
WRITTEN = {"ide": "ide", "busLogic": "buslogic"}


def qemu(*words):
    subprocess.run(["qemu-img", *words], check=True, capture_output=True)


class NovaCase(unittest.TestCase):
    """A driver that is up, images for it, and what became of its instances."""

    # What nova.conf says beside the usual.
    options = {}

    @classmethod
    def setUpClass(cls):
        side.configure(**cls.options)
        cls.vcenter = Vcenter()
        cls.driver = side.start_driver()
        cls.folder = tempfile.mkdtemp(prefix="nova-")
        cls.raw = os.path.join(cls.folder, "image.raw")
        with open(cls.raw, "wb") as file:
            file.write(os.urandom(3 * MIB))
            file.truncate(SIZE)
        cls.images = {}

    def image(self, kind="sparse", adapter=None, written_for=None, **properties):
        """An image in glance, of the disk type that its maker says it has."""
        known = (kind, adapter, written_for, tuple(sorted(properties.items())))
        if known in self.images:
            return self.images[known]
        if kind in ("preallocated", "thin"):
            path, usual = self.raw, "lsiLogic"
        else:
            subformat, usual = KINDS[kind]
            written = WRITTEN.get(written_for or adapter or usual, "lsilogic")
            path = os.path.join(self.folder, f"{kind}-{written}.vmdk")
            qemu("convert", "-O", "vmdk", "-o", f"subformat={subformat},adapter_type={written}", self.raw, path)
        with open(path, "rb") as file:
            content = file.read()
        about = {"vmware_disktype": kind, "vmware_adaptertype": adapter or usual, "vmware_ostype": "ubuntu64Guest"}
        made = side.IMAGES.add(
            content,
            name=f"image-{kind}",
            disk_format="vmdk",
            container_format="bare",
            min_disk=0,
            min_ram=0,
            properties={**about, **properties},
        )
        self.images[known] = made
        return made

    def spawn(self, image=None, network=None, flavor=None, block_device_info=None, **words):
        image = image or self.image()
        instance = side.instance_of(image, flavor, **words)
        network = network or side.network_of()
        self.addCleanup(self.gone, instance, network)
        self.driver.spawn(
            side.acting(), instance, side.IMAGES.meta(image), [], "pw", {}, network, block_device_info=block_device_info
        )
        return instance

    def gone(self, instance, network=None):
        if self.driver.instance_exists(instance):
            self.driver.destroy(side.acting(), instance, network)

    def machine(self, instance):
        found = self.vcenter.content.searchIndex.FindByUuid(None, instance.uuid, True, True)
        self.assertIsNotNone(found)
        return found

    def state(self, instance):
        return self.driver.get_info(instance).state

    def assert_holds(self, instance, raw):
        """What comes back as an image is what the disk holds."""
        image = side.IMAGES.add(b"", name="snapshot", disk_format="vmdk", container_format="bare", properties={})
        self.driver.snapshot(side.acting(), instance, image, lambda **_: None)
        meta, content = side.IMAGES.kept[image]
        self.assertEqual(meta["properties"]["vmware_disktype"], "streamOptimized")
        path = os.path.join(self.folder, f"{image}.vmdk")
        with open(path, "wb") as file:
            file.write(content)
        grown = os.path.join(self.folder, f"{image}.raw")
        capacity = devices(self.machine(instance), Disk)[0].capacityInBytes
        with open(raw, "rb") as source, open(grown, "wb") as target:
            target.write(source.read())
            target.truncate(capacity)
        same(path, grown)


class Nova(NovaCase):
    # ---- what there is

    def test_a_cluster_is_one_hypervisor_with_what_its_hosts_have(self):
        [node] = self.driver.get_available_nodes()
        there = self.driver.get_available_resource(node)
        hosts = self.vcenter.find("DC0/host/DC0_C0").host
        self.assertEqual(there["vcpus"], sum(h.summary.hardware.numCpuThreads for h in hosts))
        self.assertEqual(there["hypervisor_type"], "VMware vCenter Server")
        self.assertEqual(there["hypervisor_version"], 8000003)
        keys = [extension.key for extension in self.vcenter.content.extensionManager.extensionList]
        self.assertIn("org.openstack.compute", keys)

    def test_the_inventory_counts_what_a_single_host_can_take(self):
        from nova.compute import provider_tree

        [node] = self.driver.get_available_nodes()
        tree = provider_tree.ProviderTree()
        tree.new_root(node, "11111111-1111-1111-1111-111111111111")
        self.driver.update_provider_tree(tree, node)
        inventory = tree.data(node).inventory
        host = self.vcenter.find("DC0/host/DC0_C0").host[0]
        self.assertEqual(inventory["VCPU"]["max_unit"], host.summary.hardware.numCpuThreads)
        self.assertGreater(inventory["DISK_GB"]["total"], inventory["DISK_GB"]["max_unit"] - 1)

    # ---- spawn

    def test_an_instance_is_spawned_from_a_sparse_image_and_holds_its_bytes(self):
        instance = self.spawn()
        self.assertEqual(self.state(instance), power_state.RUNNING)
        self.assertIn(instance.uuid, self.driver.list_instances())
        vm = self.machine(instance)
        self.assertEqual(vm.config.instanceUuid, instance.uuid)
        self.assertEqual(vm.config.managedBy.extensionKey, "org.openstack.compute")
        self.assert_holds(instance, self.raw)

    def test_an_instance_is_spawned_from_a_stream_optimized_image(self):
        self.assert_holds(self.spawn(self.image("streamOptimized")), self.raw)

    def test_an_instance_is_spawned_from_a_preallocated_image(self):
        self.assert_holds(self.spawn(self.image("preallocated")), self.raw)

    def test_an_instance_is_spawned_from_a_thin_image(self):
        self.assert_holds(self.spawn(self.image("thin")), self.raw)

    def test_a_full_clone_stands_by_itself(self):
        instance = self.spawn(self.image(img_linked_clone="false"))
        [disk] = devices(self.machine(instance), Disk)
        self.assertIsNone(disk.backing.parent)
        self.assertIn(instance.uuid, disk.backing.fileName)
        self.assert_holds(instance, self.raw)

    def test_a_linked_clone_shares_the_cached_image(self):
        instance = self.spawn(self.image(img_linked_clone="true"))
        [disk] = devices(self.machine(instance), Disk)
        self.assertIn("_base", disk.backing.parent.fileName)
        self.assertEqual(disk.backing.diskMode, "persistent")

    def test_every_adapter_type_of_an_image_gives_its_controller(self):
        kinds = {
            "ide": vim.vm.device.VirtualIDEController,
            "busLogic": vim.vm.device.VirtualBusLogicController,
            "lsiLogic": vim.vm.device.VirtualLsiLogicController,
            "lsiLogicsas": vim.vm.device.VirtualLsiLogicSASController,
            "paraVirtual": vim.vm.device.ParaVirtualSCSIController,
        }
        for adapter, kind in kinds.items():
            with self.subTest(adapter):
                guest = "otherGuest" if adapter == "busLogic" else "ubuntu64Guest"
                vm = self.machine(self.spawn(self.image(adapter=adapter, vmware_ostype=guest)))
                [disk] = devices(vm, Disk)
                controller = next(d for d in vm.config.hardware.device if d.key == disk.controllerKey)
                self.assertIsInstance(controller, kind)

    def test_an_image_made_for_ide_does_not_hang_on_scsi(self):
        """As nova's documents warn: it is what qemu-img makes unless told otherwise."""
        for linked in ("true", "false"):
            with self.subTest(linked), self.assertRaises(Exception) as refused:
                self.spawn(self.image(written_for="ide", img_linked_clone=linked))
            self.assertIn("Incompatible device backing", str(refused.exception))

    def test_a_root_disk_grows_to_what_the_flavor_says(self):
        instance = self.spawn(flavor=side.flavor_of(root_gb=2))
        self.assertEqual(devices(self.machine(instance), Disk)[0].capacityInBytes, 2 * 1024 * MIB)

    def test_ephemeral_and_swap_disks_stand_beside_the_root(self):
        instance = self.spawn(flavor=side.flavor_of(ephemeral_gb=1, swap=64))
        self.assertEqual(
            sorted(disk.capacityInKB for disk in devices(self.machine(instance), Disk)),
            [64 * 1024, 1024 * 1024, 1024 * 1024],
        )

    def test_extra_specs_limit_reserve_and_weigh(self):
        specs = {
            "quota:cpu_limit": "1000",
            "quota:cpu_reservation": "200",
            "quota:cpu_shares_level": "high",
            "quota:memory_limit": "128",
            "quota:memory_reservation": "32",
            "quota:memory_shares_level": "custom",
            "quota:memory_shares_share": "77",
            "vmware:hw_version": "vmx-14",
        }
        config = self.machine(self.spawn(flavor=side.flavor_of(**specs))).config
        cpu, memory = config.cpuAllocation, config.memoryAllocation
        self.assertEqual((cpu.limit, cpu.reservation, cpu.shares.level), (1000, 200, "high"))
        self.assertEqual((memory.limit, memory.reservation, memory.shares.shares), (128, 32, 77))
        self.assertEqual(config.version, "vmx-14")

    def test_an_iso_is_booted_from(self):
        image = side.IMAGES.add(
            os.urandom(MIB),
            name="cd",
            disk_format="iso",
            container_format="bare",
            min_disk=0,
            min_ram=0,
            properties={"vmware_ostype": "ubuntu64Guest"},
        )
        vm = self.machine(self.spawn(image))
        [drive] = devices(vm, vim.vm.device.VirtualCdrom)
        self.assertTrue(drive.backing.fileName.endswith(".iso"))
        self.assertTrue(drive.connectable.connected)

    # ---- networks

    def test_a_port_on_the_integration_bridge_is_an_opaque_network(self):
        [card] = devices(self.machine(self.spawn()), vim.vm.device.VirtualEthernetCard)
        self.assertEqual(card.macAddress, "fa:16:3e:11:22:33")
        self.assertIsInstance(card.backing, vim.vm.device.VirtualEthernetCard.OpaqueNetworkBackingInfo)

    def test_a_port_on_a_distributed_switch_has_a_port_there(self):
        network = side.network_of(network_model.VIF_TYPE_DVS, label="DC0_DVPG0")
        network[0]["network"]["bridge"] = "DC0_DVPG0"
        [card] = devices(self.machine(self.spawn(network=network)), vim.vm.device.VirtualEthernetCard)
        group = self.vcenter.find("DC0/network/DC0_DVPG0")
        self.assertEqual(card.backing.port.portgroupKey, group.key)

    def test_an_interface_comes_and_goes(self):
        instance = self.spawn()
        [vif] = side.network_of()
        vif["address"] = "fa:16:3e:99:99:99"
        self.driver.attach_interface(side.acting(), instance, side.IMAGES.meta(self.image()), vif)
        addresses = lambda: [c.macAddress for c in devices(self.machine(instance), vim.vm.device.VirtualEthernetCard)]
        self.assertIn("fa:16:3e:99:99:99", addresses())
        self.driver.detach_interface(side.acting(), instance, vif)
        self.assertNotIn("fa:16:3e:99:99:99", addresses())

    # ---- life

    def test_power_goes_off_and_on(self):
        instance = self.spawn()
        self.driver.power_off(instance)
        self.assertEqual(self.state(instance), power_state.SHUTDOWN)
        self.driver.power_on(side.acting(), instance, None)
        self.assertEqual(self.state(instance), power_state.RUNNING)

    def test_a_reboot_is_soft_or_hard_and_needs_power(self):
        instance = self.spawn()
        for kind in ("SOFT", "HARD"):
            self.driver.reboot(side.acting(), instance, None, kind)
        self.assertEqual(self.state(instance), power_state.RUNNING)
        self.driver.power_off(instance)
        with self.assertRaises(exception.InstanceRebootFailure):
            self.driver.reboot(side.acting(), instance, None, "HARD")

    def test_a_suspended_instance_goes_on(self):
        instance = self.spawn()
        self.driver.suspend(side.acting(), instance)
        self.assertEqual(self.state(instance), power_state.SUSPENDED)
        with self.assertRaises(exception.InstanceSuspendFailure):
            self.driver.power_off(instance)
            self.driver.suspend(side.acting(), instance)
        self.driver.power_on(side.acting(), instance, None)
        self.driver.suspend(side.acting(), instance)
        self.driver.resume(side.acting(), instance, None)
        self.assertEqual(self.state(instance), power_state.RUNNING)

    def test_a_rescued_instance_boots_from_another_disk_and_back(self):
        instance = self.spawn()
        before = [disk.backing.fileName for disk in devices(self.machine(instance), Disk)]
        self.driver.rescue(side.acting(), instance, None, side.IMAGES.meta(self.image()), "pw", None, None)
        rescued = [disk.backing.fileName for disk in devices(self.machine(instance), Disk)]
        self.assertEqual(len(rescued), 2)
        self.assertTrue(any("rescue" in name for name in rescued))
        self.driver.unrescue(side.acting(), instance)
        self.assertEqual([disk.backing.fileName for disk in devices(self.machine(instance), Disk)], before)

    def test_a_destroyed_instance_leaves_nothing_behind(self):
        instance = self.spawn(self.image(img_linked_clone="false"))
        folder = self.machine(instance).config.files.vmPathName.rpartition("/")[0]
        self.driver.destroy(side.acting(), instance, None)
        self.assertFalse(self.driver.instance_exists(instance))
        store = folder[1 : folder.index("]")]
        browser = self.vcenter.find(f"DC0/datastore/{store}").browser
        with self.assertRaises(vim.fault.FileNotFound):
            self.vcenter.wait(browser.SearchDatastore_Task(folder))

    def test_a_resize_is_confirmed_or_reverted(self):
        small, large = side.flavor_of(), side.flavor_of(vcpus=2, memory_mb=128, root_gb=2)
        for confirmed in (True, False):
            instance = self.spawn(self.image(img_linked_clone="false"), flavor=small)
            self.driver.migrate_disk_and_power_off(side.acting(), instance, "compute", large, None)
            instance.flavor = large
            instance.old_flavor = small
            instance.new_flavor = large
            meta = side.IMAGES.meta(self.image(img_linked_clone="false"))
            self.driver.finish_migration(side.acting(), None, instance, None, None, meta, True, {})
            hardware = self.machine(instance).config.hardware
            self.assertEqual((hardware.numCPU, hardware.memoryMB), (2, 128))
            self.assertEqual(devices(self.machine(instance), Disk)[0].capacityInBytes, 2 * 1024 * MIB)
            if confirmed:
                self.driver.confirm_migration(side.acting(), None, instance, None)
            else:
                instance.flavor = small
                self.driver.finish_revert_migration(side.acting(), instance, None, None)
                hardware = self.machine(instance).config.hardware
                self.assertEqual((hardware.numCPU, hardware.memoryMB), (1, 64))
                self.assertEqual(devices(self.machine(instance), Disk)[0].capacityInBytes, 1024 * MIB)
            self.assertEqual(self.state(instance), power_state.RUNNING)
            self.assert_holds(instance, self.raw)

    def test_a_running_instance_moves_to_another_cluster(self):
        network = side.network_of()
        instance = self.spawn(self.image(img_linked_clone="false"), network)
        side.tell(instance, network)
        data = self.driver.check_can_live_migrate_destination(side.acting(), instance, None, None)
        data.cluster_name = "DC0_C1"
        self.driver.check_can_live_migrate_source(side.acting(), instance, data)
        done = mock.Mock()
        self.driver.live_migration(side.acting(), instance, "other", done, mock.Mock(), migrate_data=data)
        done.assert_called_once()
        self.assertEqual(self.machine(instance).runtime.host.parent.name, "DC0_C1")
        self.assertEqual(self.machine(instance).runtime.powerState, "poweredOn")

    # ---- volumes

    def volume(self, name="volume-1"):
        """A VMDK volume as cinder keeps one: a disk on a shadow machine."""
        shadow = self.vcenter.create(name, files=vim.vm.FileInfo(vmPathName="[nas-1]"))
        self.addCleanup(self.vcenter.destroy, shadow)
        scsi = vim.vm.device.VirtualDeviceSpec(
            operation="add",
            device=vim.vm.device.VirtualLsiLogicController(key=-1, busNumber=0, sharedBus="noSharing"),
        )
        backing = Disk.FlatVer2BackingInfo(fileName="", diskMode="persistent", thinProvisioned=True)
        disk = vim.vm.device.VirtualDeviceSpec(
            operation="add",
            fileOperation="create",
            device=Disk(key=-2, controllerKey=-1, unitNumber=0, capacityInKB=1024, backing=backing),
        )
        self.vcenter.wait(shadow.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=[scsi, disk])))
        data = {"volume": shadow._GetMoId(), "volume_id": "11111111-2222-3333-4444-555555555555", "name": name}
        return shadow, {"driver_volume_type": "vmdk", "serial": data["volume_id"], "data": data}

    def test_a_vmdk_volume_is_attached_and_detached(self):
        instance = self.spawn(self.image(img_linked_clone="false"))
        shadow, connection = self.volume()
        path = devices(shadow, Disk)[0].backing.fileName
        self.driver.attach_volume(side.acting(), connection, instance, "/dev/sdb")
        self.assertIn(path, [disk.backing.fileName for disk in devices(self.machine(instance), Disk)])
        self.driver.detach_volume(side.acting(), connection, instance, "/dev/sdb")
        self.assertNotIn(path, [disk.backing.fileName for disk in devices(self.machine(instance), Disk)])
        self.assertEqual(devices(shadow, Disk)[0].backing.fileName, path)

    def test_a_volume_connector_names_the_machine_and_its_host(self):
        instance = self.spawn()
        connector = self.driver.get_volume_connector(instance)
        vm = self.machine(instance)
        self.assertEqual(connector["instance"], vm._GetMoId())
        self.assertTrue(connector["initiator"].startswith("iqn."))

    # ---- seeing

    def test_a_console_is_shown_by_vnc_and_by_ticket(self):
        instance = self.spawn()
        ticket = self.driver.get_mks_console(side.acting(), instance)
        self.assertTrue(ticket.internal_access_path)
        console = self.driver.get_vnc_console(side.acting(), instance)
        told = {o.key: o.value for o in self.machine(instance).config.extraConfig}
        self.assertEqual(str(console.port), told["RemoteDisplay.vnc.port"])
        self.assertEqual(console.host, self.machine(instance).runtime.host.name)

    def test_diagnostics_are_told(self):
        instance = self.spawn()
        told = self.driver.get_instance_diagnostics(instance)
        self.assertEqual(told.state, "running")
        self.assertEqual(told.driver, "vmwareapi")
        self.assertTrue(self.driver.get_diagnostics(instance))

    def test_images_that_nobody_uses_leave_the_cache_when_they_are_old(self):
        image = self.image(img_linked_clone="true", vmware_ostype="otherGuest")
        instance = self.spawn(image)
        store = self.machine(instance).datastore[0]

        def cached():
            spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=["*"])
            found = self.vcenter.wait(store.browser.SearchDatastoreSubFolders_Task(f"[{store.name}]", spec))
            return any(image in file.path for folder in found for file in folder.file)

        self.assertTrue(cached())
        self.driver.destroy(side.acting(), instance, None)
        side.CONF.set_override("remove_unused_original_minimum_age_seconds", 0, "image_cache")
        self.addCleanup(side.CONF.clear_override, "remove_unused_original_minimum_age_seconds", "image_cache")
        # The first look marks what nobody uses, a later one removes what was marked long enough ago.
        for _ in range(2):
            self.driver.manage_image_cache(side.acting(), [])
            time.sleep(1)
        self.assertFalse(cached())

