# serve: --scenario openstack
"""nova on storage that has policies and targets of its own, on networks of NSX, and with a drive for its configuration."""

import os
import stat
from unittest import mock

import nova_cases
import nova_side as side
import privileges_side
from case import run
from images import at
from policy_side import StoragePolicies
from vcenter import devices

from nova import exception
from nova.compute import power_state
from oslo_vmware.exceptions import VimException
from pyVmomi import vim

ACCOUNT = {"host_username": "openstack-full@vsphere.local", "host_password": "openstack"}
Disk = vim.vm.device.VirtualDisk


class Targets(nova_cases.NovaCase):
    """iSCSI volumes: an array shows them to the hosts, a machine has them raw."""

    options = ACCOUNT
    PORTAL = "192.0.2.40"
    TARGET = "iqn.2010-10.org.openstack:volume-7"

    def hosts(self, cluster="DC0_C0"):
        return self.vcenter.find(f"DC0/host/{cluster}").host

    def adapter(self, host):
        kinds = host.configManager.storageSystem.storageDeviceInfo.hostBusAdapter
        (found,) = [hba for hba in kinds if isinstance(hba, vim.host.InternetScsiHba)]
        return found

    def array(self):
        """Somewhere a host knows the target: so there is an array that has it."""
        host = self.hosts("DC0_C1")[0]
        target = vim.host.InternetScsiHba.StaticTarget(address=self.PORTAL, port=3260, iScsiName=self.TARGET)
        storage = host.configManager.storageSystem
        storage.AddInternetScsiStaticTargets(self.adapter(host).device, [target])
        self.addCleanup(storage.RemoveInternetScsiStaticTargets, self.adapter(host).device, [target])

    def connection(self):
        data = {
            "target_portal": f"{self.PORTAL}:3260",
            "target_iqn": self.TARGET,
            "target_lun": 1,
            "volume_id": "7",
        }
        return {"driver_volume_type": "iscsi", "serial": "7", "data": data}

    def mappings(self, instance):
        found = devices(self.machine(instance), Disk)
        return [disk for disk in found if isinstance(disk.backing, Disk.RawDiskMappingVer1BackingInfo)]

    def spawned_on(self, host):
        instance = self.spawn()
        vm = self.machine(instance)
        if vm.runtime.host != host:
            self.vcenter.wait(vm.MigrateVM_Task(host=host, priority="defaultPriority"))
        return instance

    def test_a_target_is_discovered_attached_raw_and_detached(self):
        self.array()
        # nova has one host of its cluster look for targets, the first.
        instance = self.spawned_on(self.hosts()[0])
        self.driver.attach_volume(side.acting(), self.connection(), instance, "/dev/sdb")
        first = self.hosts()[0]
        portals = [f"{sent.address}:{sent.port}" for sent in self.adapter(first).configuredSendTarget]
        self.assertEqual(portals, [f"{self.PORTAL}:3260"])
        (disk,) = self.mappings(instance)
        self.assertEqual(disk.backing.compatibilityMode, "physicalMode")
        known = {lun.deviceName for lun in first.config.storageDevice.scsiLun}
        self.assertIn(disk.backing.deviceName, known)
        mapping = disk.backing.fileName
        self.driver.detach_volume(side.acting(), self.connection(), instance, "/dev/sdb")
        self.assertEqual(self.mappings(instance), [])
        store = self.machine(instance).datastore[0]
        folder, _, name = mapping.rpartition("/")
        spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=[name])
        self.assertFalse(self.vcenter.wait(store.browser.SearchDatastore_Task(folder, spec)).file)
        self.assertEqual(self.state(instance), power_state.RUNNING)

    def test_a_target_that_every_host_was_told_of_is_attached_wherever_the_instance_runs(self):
        self.array()
        other = self.hosts()[1]
        portal = vim.host.InternetScsiHba.SendTarget(address=self.PORTAL, port=3260)
        storage, device = other.configManager.storageSystem, self.adapter(other).device
        storage.AddInternetScsiSendTargets(device, [portal])
        self.addCleanup(storage.RemoveInternetScsiSendTargets, device, [portal])
        storage.RescanHba(device)
        instance = self.spawned_on(other)
        self.driver.attach_volume(side.acting(), self.connection(), instance, "/dev/sdb")
        (disk,) = self.mappings(instance)
        self.assertEqual(self.machine(instance).runtime.host, other)
        self.assertIn(disk.backing.deviceName, {lun.deviceName for lun in other.config.storageDevice.scsiLun})
        self.driver.detach_volume(side.acting(), self.connection(), instance, "/dev/sdb")
        self.assertEqual(self.mappings(instance), [])

    def test_a_target_that_nobody_has_is_not_found(self):
        instance = self.spawn()
        nowhere = self.connection()
        nowhere["data"] = {**nowhere["data"], "target_iqn": "iqn.2010-10.org.openstack:volume-8"}
        with self.assertRaisesRegex(Exception, "Unable to find iSCSI Target"):
            self.driver.attach_volume(side.acting(), nowhere, instance, "/dev/sdb")


class Policies(nova_cases.NovaCase):
    """Storage policies: one that the VMFS datastore alone meets, as the flavor asks."""

    options = {
        **ACCOUNT,
        "datastore_regex": ".*",
        "pbm_enabled": "true",
        "pbm_default_policy": "VVol No Requirements Policy",
    }

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(StoragePolicies(cls.vcenter).leave)

    def spawned(self, **specs):
        return self.spawn(self.image(img_linked_clone="false"), flavor=side.flavor_of(**specs))

    def test_upstream_who_asks_for_a_policy_gets_no_instance(self):
        """The driver finds the policy, and calls a function that is not there before it asks what meets it."""
        for specs in ({}, {"vmware:storage_policy": "reserving"}):
            with self.subTest(specs), self.assertRaisesRegex(AttributeError, "get_moref_value"):
                self.spawned(**specs)

    def test_a_policy_that_is_not_there_leaves_no_datastore_to_choose(self):
        with self.assertRaisesRegex(exception.DatastoreNotFound, "golden"):
            self.spawned(**{"vmware:storage_policy": "golden"})


class Switches(nova_cases.NovaCase):
    """NSX: ports say by their logical switch which opaque network they are on."""

    options = {**ACCOUNT, "integration_bridge": ""}

    def test_a_port_on_a_logical_switch_is_on_its_opaque_network_under_its_own_id(self):
        network = side.network_of(**{"nsx-logical-switch-id": "br-int"})
        [card] = devices(self.machine(self.spawn(network=network)), vim.vm.device.VirtualEthernetCard)
        self.assertEqual(card.backing.opaqueNetworkId, "br-int")
        self.assertEqual(card.backing.opaqueNetworkType, "nsx.LogicalSwitch")
        self.assertEqual(card.externalId, network[0]["id"])


class Drives(nova_cases.NovaCase):
    options = ACCOUNT

    def test_upstream_a_drive_reaches_the_upload_and_fails_there(self):
        """The driver opens the image as a text, of which no bytes can be sent."""
        maker = at("mkisofs")
        with open(maker, "w", encoding="utf-8") as file:
            file.write('#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\nhead -c 65536 /dev/zero > "$2"\n')
        os.chmod(maker, stat.S_IRWXU)
        side.CONF.set_override("mkisofs_cmd", maker)
        self.addCleanup(side.CONF.clear_override, "mkisofs_cmd")
        with mock.patch("nova.api.metadata.base.InstanceMetadata") as made:
            made.return_value.metadata_for_config_drive.return_value = [("openstack/latest/meta_data.json", b"{}")]
            with self.assertRaisesRegex(VimException, "configdrive.iso.*\n.*a bytes-like object is required"):
                self.spawn(config_drive="True")


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "nova_storage"


run()
