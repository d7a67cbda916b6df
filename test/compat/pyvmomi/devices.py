"""Disks and network cards, added, changed and taken away."""

import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, add, devices, disk, nic, scsi

Spec = vim.vm.device.VirtualDeviceSpec
Disk = vim.vm.device.VirtualDisk
Card = vim.vm.device.VirtualEthernetCard


class Devices(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()

    def setUp(self):
        name = self._testMethodName.removeprefix("test_")[:60]
        self.vm = self.vcenter.create(name, scsi(), disk(), nic())
        self.addCleanup(self.vcenter.destroy, self.vm)

    def change(self, *specs):
        self.vcenter.wait(self.vm.ReconfigVM_Task(vim.vm.ConfigSpec(deviceChange=list(specs))))

    def refused(self, *specs):
        spec = vim.vm.ConfigSpec(deviceChange=list(specs))
        return self.vcenter.fault_of(lambda: self.vm.ReconfigVM_Task(spec))

    def test_a_second_disk_gets_the_next_key_label_and_file(self):
        self.change(disk(4096, controller=1000, unit=1))
        first, second = devices(self.vm, Disk)
        self.assertEqual((second.key, second.deviceInfo.label), (2001, "Hard disk 2"))
        self.assertEqual((second.controllerKey, second.unitNumber, second.capacityInKB), (1000, 1, 4096))
        self.assertNotEqual(second.backing.fileName, first.backing.fileName)
        self.assertEqual(self.vm.summary.config.numVirtualDisks, 2)

    def test_a_disk_may_come_before_the_controller_it_hangs_on(self):
        self.change(disk(1024, controller=-7, unit=0, key=-8), scsi(-7))
        controllers = devices(self.vm, vim.vm.device.VirtualSCSIController)
        self.assertEqual([c.key for c in controllers], [1000, 1001])
        self.assertEqual(devices(self.vm, Disk)[-1].controllerKey, 1001)

    def test_a_disk_grows_and_does_not_shrink(self):
        (drive,) = devices(self.vm, Disk)
        drive.capacityInKB = 8192
        self.change(Spec(operation="edit", device=drive))
        self.assertEqual(devices(self.vm, Disk)[0].capacityInKB, 8192)
        drive.capacityInKB = 1024
        drive.capacityInBytes = 1024 * 1024
        self.assertIsInstance(self.refused(Spec(operation="edit", device=drive)), vmodl.MethodFault)
        self.assertEqual(devices(self.vm, Disk)[0].capacityInKB, 8192)

    def test_a_file_that_was_kept_can_be_attached_again(self):
        (drive,) = devices(self.vm, Disk)
        self.change(Spec(operation="remove", device=drive))
        backing = Disk.FlatVer2BackingInfo(fileName=drive.backing.fileName, diskMode="persistent")
        self.change(add(Disk(key=-1, controllerKey=1000, unitNumber=0, capacityInKB=0, backing=backing)))
        (again,) = devices(self.vm, Disk)
        self.assertEqual(again.capacityInKB, drive.capacityInKB)
        self.assertEqual(again.backing.uuid, drive.backing.uuid)

    def test_a_network_card_is_added_with_an_address_of_its_own_or_a_given_one(self):
        self.change(nic(), nic(key=-3, addressType="manual", macAddress="00:50:56:12:34:56"))
        cards = devices(self.vm, Card)
        self.assertEqual([card.key for card in cards], [4000, 4001, 4002])
        self.assertEqual([card.deviceInfo.label for card in cards], [f"Network adapter {n}" for n in (1, 2, 3)])
        self.assertEqual(len({card.macAddress for card in cards}), 3)
        self.assertEqual((cards[2].macAddress, cards[2].addressType), ("00:50:56:12:34:56", "manual"))

    def test_a_network_card_moves_to_a_distributed_port_group_and_back(self):
        group = self.vcenter.find("DC0/network/DC0_DVPG0")
        (card,) = devices(self.vm, Card)
        port = vim.dvs.PortConnection(
            portgroupKey=group.key, switchUuid=group.config.distributedVirtualSwitch.uuid
        )
        card.backing = Card.DistributedVirtualPortBackingInfo(port=port)
        self.change(Spec(operation="edit", device=card))
        self.assertEqual(list(self.vm.network), [group])
        self.assertIn(self.vm, group.vm)
        self.assertEqual(devices(self.vm, Card)[0].backing.port.portgroupKey, group.key)
        card.backing = Card.NetworkBackingInfo(deviceName="VM Network")
        self.change(Spec(operation="edit", device=card))
        self.assertEqual([network.name for network in self.vm.network], ["VM Network"])
        self.assertNotIn(self.vm, group.vm)

    def test_a_network_card_is_removed(self):
        (card,) = devices(self.vm, Card)
        self.change(Spec(operation="remove", device=card))
        self.assertEqual(devices(self.vm, Card), [])
        self.assertEqual(list(self.vm.network), [])

    def test_a_network_that_is_not_there_is_refused_and_the_server_lives_on(self):
        self.assertIsInstance(self.refused(nic("no such network", key=-9)), vmodl.MethodFault)
        self.assertEqual(len(devices(self.vm, Card)), 1)

    def test_a_device_that_is_not_there_cannot_be_changed_and_the_spec_is_named(self):
        ghost = vim.vm.device.VirtualCdrom(key=3999)
        fault = self.refused(Spec(operation="remove", device=ghost))
        self.assertIsInstance(fault, vim.fault.InvalidDeviceSpec)
        self.assertEqual(fault.deviceIndex, 0)

    def test_of_several_changes_none_is_made_when_one_is_refused(self):
        self.refused(nic(key=-9), Spec(operation="remove", device=vim.vm.device.VirtualCdrom(key=3999)))
        self.assertEqual(len(devices(self.vm, Card)), 1)

    def test_a_cdrom_and_a_serial_port_are_added(self):
        drive = vim.vm.device.VirtualCdrom(
            key=-1,
            controllerKey=200,
            unitNumber=0,
            backing=vim.vm.device.VirtualCdrom.RemotePassthroughBackingInfo(deviceName="", exclusive=False),
        )
        self.change(add(drive))
        (cdrom,) = devices(self.vm, vim.vm.device.VirtualCdrom)
        self.assertEqual((cdrom.key, cdrom.deviceInfo.label), (3000, "CD/DVD drive 1"))

    def test_devices_of_every_kind_get_vcenters_keys_and_labels(self):
        device = vim.vm.device
        self.change(
            add(device.VirtualAHCIController(key=-11, busNumber=0)),
            add(device.VirtualNVMEController(key=-12, busNumber=0)),
            add(device.VirtualUSBXHCIController(key=-13, busNumber=0)),
            add(device.VirtualCdrom(
                key=-14,
                controllerKey=-11,
                backing=device.VirtualCdrom.IsoBackingInfo(fileName="[LocalDS_0] iso/a.iso"),
            )),
            add(device.VirtualFloppy(key=-15, backing=device.VirtualFloppy.RemoteDeviceBackingInfo(deviceName=""))),
            add(device.VirtualSerialPort(
                key=-16,
                yieldOnPoll=True,
                backing=device.VirtualSerialPort.URIBackingInfo(serviceURI="telnet://:1", direction="server"),
            )),
            add(device.VirtualWDT(key=-17, runOnBoot=False, running=False)),
        )
        labels = {d.key: d.deviceInfo.label for d in self.vm.config.hardware.device}
        expected = {
            15000: "SATA controller 0",
            31000: "NVME controller 0",
            14000: "USB xHCI controller ",
            16000: "CD/DVD drive 1",
            8000: "Floppy drive 1",
            9000: "Serial port 1",
            18000: "Virtual watchdog timer",
        }
        self.assertEqual({key: labels.get(key) for key in expected}, expected)

    def test_a_device_the_hardware_does_not_have_is_refused_by_version(self):
        old = self.vcenter.create("of_old_hardware", scsi(), version="vmx-09")
        self.addCleanup(self.vcenter.destroy, old)
        spec = vim.vm.ConfigSpec(deviceChange=[add(vim.vm.device.VirtualNVMEController(key=-1, busNumber=0))])
        fault = self.vcenter.fault_of(lambda: old.ReconfigVM_Task(spec))
        self.assertIsInstance(fault, vim.fault.DeviceUnsupportedForVmVersion)
        self.assertEqual((fault.currentVersion, fault.expectedVersion), ("vmx-09", "vmx-13"))

    def test_a_controller_is_exchanged_under_its_disk(self):
        (old,) = devices(self.vm, vim.vm.device.VirtualSCSIController)
        (drive,) = devices(self.vm, Disk)
        drive.controllerKey = -5
        controller = vim.vm.device.VirtualLsiLogicSASController(key=-5, busNumber=0, sharedBus="noSharing")
        self.change(
            Spec(operation="edit", device=drive),
            Spec(operation="remove", device=old),
            add(controller),
        )
        (new,) = devices(self.vm, vim.vm.device.VirtualSCSIController)
        self.assertEqual(type(new), vim.vm.device.VirtualLsiLogicSASController)
        self.assertEqual(list(new.device), [d.key for d in devices(self.vm, Disk)])

    def test_a_configuration_option_describes_guests_devices_and_defaults(self):
        browser = self.vm.environmentBrowser
        (usual,) = [d.key for d in browser.QueryConfigOptionDescriptor() if d.defaultConfigOption]
        option = browser.QueryConfigOption(key=usual)
        self.assertEqual(option.version, usual)
        self.assertIn("debian11_64Guest", [guest.id for guest in option.guestOSDescriptor])
        kinds = [o.type for o in option.hardwareOptions.virtualDeviceOption]
        self.assertIn(vim.vm.device.VirtualNVMEController, kinds)
        self.assertEqual(len(option.defaultDevice), 9)
        query = vim.EnvironmentBrowser.ConfigOptionQuerySpec(key=usual, guestId=["rhel8_64Guest"])
        (guest,) = browser.QueryConfigOptionEx(query).guestOSDescriptor
        self.assertEqual((guest.id, guest.family), ("rhel8_64Guest", "linuxGuest"))
        target = browser.QueryConfigTarget(host=self.vm.runtime.host)
        self.assertIn("VM Network", [network.name for network in target.network])


if __name__ == "__main__":
    run()
