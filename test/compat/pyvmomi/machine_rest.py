# serve: --scenario test/compat/scenarios/guests.yaml
"""What a machine takes along and leaves: its guest in snapshots, templates' files, promoted disks, IP pools."""

import unittest
import urllib.request

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter, devices, disk, scsi, trusting


class MachineRest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.guest = cls.vcenter.find("DC0/vm/DC0_H0_VM0")
        cls.files = cls.vcenter.content.guestOperationsManager.fileManager
        cls.root = vim.vm.guest.NamePasswordAuthentication(username="root", password="vm")

    def machine(self):
        vm = self.vcenter.create(self._testMethodName.removeprefix("test_")[:40], scsi(), disk())
        self.addCleanup(self.gone, vm)
        return vm

    def gone(self, vm):
        try:
            self.vcenter.destroy(vm)
        except vmodl.fault.ManagedObjectNotFound:
            pass  # the case itself has done it

    def put(self, path, text):
        attributes = vim.vm.guest.FileManager.FileAttributes()
        url = self.files.InitiateFileTransferToGuest(
            self.guest, self.root, path, attributes, len(text), True
        )
        request = urllib.request.Request(url, data=text.encode(), method="PUT")
        with urllib.request.urlopen(request, context=trusting()) as answer:
            answer.read()

    def get(self, path):
        info = self.files.InitiateFileTransferFromGuest(self.guest, self.root, path)
        with urllib.request.urlopen(info.url, context=trusting()) as answer:
            return answer.read().decode()

    def test_a_guest_goes_back_to_the_files_its_snapshot_kept(self):
        self.put("/tmp/case", "before")
        snapshot = self.vcenter.wait(self.guest.CreateSnapshot("kept", "", True, False))
        self.put("/tmp/case", "after")
        self.vcenter.wait(snapshot.Revert())
        self.assertEqual(self.guest.runtime.powerState, "poweredOn")
        self.assertEqual(self.guest.guest.toolsRunningStatus, "guestToolsRunning")
        self.assertEqual(self.get("/tmp/case"), "before")
        self.vcenter.wait(snapshot.Remove(False))

    def test_a_quiesced_snapshot_of_a_guest_with_tools_says_so(self):
        snapshot = self.vcenter.wait(self.guest.CreateSnapshot("rest", "", False, True))
        self.assertTrue(self.guest.snapshot.rootSnapshotList[0].quiesced)
        self.vcenter.wait(snapshot.Remove(False))

    def test_the_file_of_a_template_is_called_vmtx(self):
        vm = self.machine()
        vm.MarkAsTemplate()
        self.assertTrue(vm.config.files.vmPathName.endswith(".vmtx"))
        path, host, name = vm.config.files.vmPathName, vm.runtime.host, vm.name
        vm.UnregisterVM()
        again = self.vcenter.wait(self.vcenter.folder.RegisterVM_Task(path, name, True, None, host))
        self.assertTrue(again.config.template)
        again.MarkAsVirtualMachine(self.vcenter.pool, host)
        self.assertTrue(again.config.files.vmPathName.endswith(".vmx"))
        self.vcenter.destroy(again)

    def test_promoted_disks_stand_by_themselves(self):
        vm = self.machine()
        snapshot = self.vcenter.wait(vm.CreateSnapshot("base", "", False, False))
        location = vim.vm.RelocateSpec(diskMoveType="createNewChildDiskBacking", pool=self.vcenter.pool)
        spec = vim.vm.CloneSpec(location=location, snapshot=snapshot, powerOn=False, template=False)
        clone = self.vcenter.wait(vm.CloneVM_Task(self.vcenter.folder, "linked-clone", spec))
        self.addCleanup(self.gone, clone)
        backing = lambda: devices(clone, vim.vm.device.VirtualDisk)[0].backing
        self.assertIsNotNone(backing().parent)
        self.vcenter.wait(clone.PromoteDisks_Task(True))
        self.assertIsNone(backing().parent)

    def test_a_clone_is_checked_before_it_is_made(self):
        vm = self.machine()
        spec = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(), powerOn=False, template=False)
        checker = self.vcenter.content.vmProvisioningChecker
        check = lambda name: self.vcenter.wait(checker.CheckClone_Task(vm, self.vcenter.folder, name, spec))[0]
        self.assertFalse(check("unheard-of").error)
        self.assertIsInstance(check(vm.name).error[0], vim.fault.DuplicateName)

    def test_fault_tolerance_is_told_what_it_lacks(self):
        vm = self.machine()
        reasons = {issue.reason for issue in vm.QueryFaultToleranceCompatibilityEx()}
        self.assertLessEqual({"haNotEnabled", "missingFTLoggingNic"}, reasons)
        fault = self.vcenter.fault_of(lambda: vm.TurnOffFaultToleranceForVM_Task())
        self.assertIsInstance(fault, vim.fault.InvalidState)

    def test_encryption_without_a_key_is_refused_by_its_name(self):
        vm = self.machine()
        key = vim.encryption.CryptoKeyId(keyId="k", providerId=vim.encryption.KeyProviderId(id="p"))
        spec = vim.vm.ConfigSpec(crypto=vim.encryption.CryptoSpecEncrypt(cryptoKeyId=key))
        fault = self.vcenter.fault_of(lambda: vm.ReconfigVM_Task(spec))
        self.assertIsInstance(fault, vim.fault.EncryptionKeyRequired)
        self.assertEqual(fault.requiredKey[0].keyId, "k")

    def test_an_ip_pool_gives_addresses_on_its_networks(self):
        manager, dc = self.vcenter.content.ipPoolManager, self.vcenter.datacenter
        network = self.vcenter.find("DC0/network/VM Network")
        config = vim.vApp.IpPool.IpPoolConfigInfo(
            subnetAddress="10.9.0.0", netmask="255.255.255.0", gateway="10.9.0.1", range="10.9.0.5#2", ipPoolEnabled=True
        )
        association = vim.vApp.IpPool.Association(network=network, networkName="")
        pool = vim.vApp.IpPool(name="case", ipv4Config=config, networkAssociation=[association])
        number = manager.CreateIpPool(dc, pool)
        self.assertEqual(network.summary.ipPoolName, "case")
        self.assertEqual(manager.AllocateIpv4Address(dc, number, "one"), "10.9.0.5")
        self.assertEqual(manager.AllocateIpv4Address(dc, number, "two"), "10.9.0.6")
        (read,) = manager.QueryIpPools(dc)
        self.assertEqual((read.availableIpv4Addresses, read.allocatedIpv4Addresses), (0, 2))
        manager.ReleaseIpAllocation(dc, number, "one")
        self.assertRaises(vim.fault.InvalidState, manager.DestroyIpPool, dc, number, False)
        manager.DestroyIpPool(dc, number, True)
        self.assertEqual(network.summary.ipPoolName, "")

    def test_the_ovf_environment_is_read_while_it_runs(self):
        vm = self.machine()
        info = vim.vApp.PropertyInfo(key=0, id="city", type="string", value="Rome")
        config = vim.vApp.VmConfigSpec(property=[vim.vApp.PropertySpec(operation="add", info=info)])
        self.vcenter.wait(vm.ReconfigVM_Task(vim.vm.ConfigSpec(vAppConfig=config)))
        self.assertRaises(vim.fault.InvalidState, vm.ExtractOvfEnvironment)
        self.vcenter.wait(vm.PowerOnVM_Task())
        self.assertIn('oe:key="city" oe:value="Rome"', vm.ExtractOvfEnvironment())
        self.vcenter.wait(vm.PowerOffVM_Task())


if __name__ == "__main__":
    run()
