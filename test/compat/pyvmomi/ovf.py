"""Descriptors of OVF: written for a machine, parsed, and made into an import spec from which a machine is made."""

import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter


class Ovf(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.ovfManager

    def describe(self, vm):
        params = vim.OvfManager.CreateDescriptorParams(name="", ovfFiles=[], includeImageFiles=False)
        answer = self.manager.CreateDescriptor(vm, params)
        self.assertFalse(answer.error)
        return answer.ovfDescriptor

    def test_a_machine_is_described_and_made_again_from_what_was_written(self):
        vm = self.vcenter.find("DC0/vm/DC0_C0_RP0_VM0")
        text = self.describe(vm)
        parsed = self.manager.ParseDescriptor(text, vim.OvfManager.ParseDescriptorParams(locale="", deploymentOption=""))
        self.assertEqual((parsed.defaultEntityName, parsed.virtualApp), (vm.name, False))
        self.assertEqual([network.name for network in parsed.network], [vm.network[0].name])
        spec = self.manager.CreateImportSpec(
            text,
            vm.resourcePool,
            vm.datastore[0],
            vim.OvfManager.CreateImportSpecParams(
                locale="",
                deploymentOption="",
                entityName="again",
                diskProvisioning="thin",
                networkMapping=[vim.OvfManager.NetworkMapping(name=vm.network[0].name, network=vm.network[0])],
            ),
        )
        self.assertFalse(spec.error)
        self.assertIsInstance(spec.importSpec, vim.vm.VmImportSpec)
        config = spec.importSpec.configSpec
        self.assertEqual((config.numCPUs, config.memoryMB), (vm.config.hardware.numCPU, vm.config.hardware.memoryMB))
        task = self.vcenter.datacenter.vmFolder.CreateVM_Task(config=config, pool=vm.resourcePool)
        self.vcenter.wait(task)
        made = task.info.result
        self.addCleanup(self.vcenter.destroy, made)
        sizes = [
            [d.capacityInKB for d in one.config.hardware.device if isinstance(d, vim.vm.device.VirtualDisk)]
            for one in (vm, made)
        ]
        self.assertEqual(*sizes)

    def test_what_is_no_descriptor_is_an_error_of_the_answer(self):
        params = vim.OvfManager.ParseDescriptorParams(locale="", deploymentOption="")
        parsed = self.manager.ParseDescriptor("<Envelope>", params)
        self.assertIsInstance(parsed.error[0], vim.fault.OvfXmlFormat)

    def test_the_options_of_import_and_export_have_names_and_words(self):
        for option in [*self.manager.ovfImportOption, *self.manager.ovfExportOption]:
            self.assertTrue(option.option and option.description.message)


if __name__ == "__main__":
    run()
