import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter


class Search(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.index = cls.vcenter.content.searchIndex
        cls.vm = cls.vcenter.find("DC0/vm/DC0_C0_RP0_VM0")
        cls.host = cls.vcenter.find("DC0/host/DC0_C0/DC0_C0_H0")

    def test_by_inventory_path_with_and_without_the_slash_in_front(self):
        for path in ("DC0/vm/DC0_C0_RP0_VM0", "/DC0/vm/DC0_C0_RP0_VM0"):
            self.assertEqual(self.index.FindByInventoryPath(path), self.vm)
        for path, kind in (
            ("DC0", vim.Datacenter),
            ("DC0/vm", vim.Folder),
            ("DC0/host/DC0_C0", vim.ClusterComputeResource),
            ("DC0/host/DC0_C0/DC0_C0_H0", vim.HostSystem),
            ("DC0/host/DC0_C0/Resources", vim.ResourcePool),
            ("DC0/datastore/LocalDS_0", vim.Datastore),
            ("DC0/network/DC0_DVPG0", vim.dvs.DistributedVirtualPortgroup),
        ):
            with self.subTest(path):
                self.assertIsInstance(self.index.FindByInventoryPath(path), kind)

    def test_by_a_path_that_leads_nowhere_nothing(self):
        for path in ("DC0/vm/nobody", "DC9", "DC0/vm/DC0_C0_RP0_VM0/deeper", "vm/DC0_C0_RP0_VM0"):
            self.assertIsNone(self.index.FindByInventoryPath(path))

    def test_by_the_uuid_of_the_bios_and_of_the_instance(self):
        config = self.vm.config
        self.assertEqual(self.index.FindByUuid(None, config.uuid, True), self.vm)
        self.assertEqual(self.index.FindByUuid(None, config.instanceUuid, True, True), self.vm)
        self.assertIsNone(self.index.FindByUuid(None, config.uuid, True, True))
        self.assertEqual(list(self.index.FindAllByUuid(None, config.uuid, True)), [self.vm])
        self.assertEqual(self.index.FindByUuid(self.vcenter.datacenter, config.uuid.upper(), True), self.vm)
        self.assertIsNone(self.index.FindByUuid(None, "00000000-0000-0000-0000-000000000000", True))

    def test_by_the_uuid_of_a_host(self):
        uuid = self.host.hardware.systemInfo.uuid
        self.assertEqual(self.index.FindByUuid(None, uuid, False), self.host)
        self.assertIsNone(self.index.FindByUuid(None, uuid, True))

    def test_a_host_by_its_name_and_its_address(self):
        self.assertEqual(self.index.FindByDnsName(None, self.host.name, False), self.host)
        self.assertIn(self.host, self.index.FindAllByDnsName(None, self.host.name, False))
        self.assertIsNone(self.index.FindByDnsName(None, self.host.name, True))
        address = self.host.config.network.vnic[0].spec.ip.ipAddress
        self.assertIn(self.host, self.index.FindAllByIp(None, address, False))

    def test_by_an_address_nobody_has_nothing(self):
        self.assertIsNone(self.index.FindByIp(None, "203.0.113.250", True))
        self.assertFalse(self.index.FindAllByIp(None, "203.0.113.250", True))
        self.assertIsNone(self.index.FindByDnsName(None, "nobody.example", True))

    def test_by_the_path_of_its_file_on_a_datastore(self):
        path = self.vm.config.files.vmPathName
        self.assertEqual(self.index.FindByDatastorePath(self.vcenter.datacenter, path), self.vm)
        self.assertIsNone(self.index.FindByDatastorePath(self.vcenter.datacenter, "[LocalDS_0] no/no.vmx"))

    def test_a_child_by_its_name(self):
        self.assertEqual(self.index.FindChild(self.vcenter.folder, self.vm.name), self.vm)
        self.assertEqual(self.index.FindChild(self.vcenter.datacenter, "vm"), self.vcenter.folder)
        self.assertEqual(self.index.FindChild(self.vcenter.cluster, self.host.name), self.host)
        self.assertIsNone(self.index.FindChild(self.vcenter.folder, "nobody"))

    def test_a_path_on_a_datastore_that_is_no_path_is_refused(self):
        with self.assertRaises((vim.fault.InvalidDatastorePath, vim.fault.InvalidDatastore)):
            self.index.FindByDatastorePath(self.vcenter.datacenter, "no brackets")

    def test_a_search_within_something_that_is_gone_is_ManagedObjectNotFound(self):
        gone = vim.Datacenter("datacenter-404404", self.vcenter.si._stub)
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            self.index.FindByUuid(gone, self.vm.config.uuid, True)


if __name__ == "__main__":
    run()
