# serve: --ds 4 --pod 1
import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter, disk, scsi


class StorageDrs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.pod = cls.vcenter.find("DC0/datastore/DC0_POD0")
        cls.stores = [cls.vcenter.find(f"DC0/datastore/LocalDS_{i}") for i in (1, 2, 3)]
        cls.vcenter.wait(cls.pod.MoveIntoFolder_Task(cls.stores))
        cls.manager = cls.vcenter.content.storageResourceManager
        cls.configure(enabled=True, defaultVmBehavior="automated")

    @classmethod
    def configure(cls, **config):
        spec = vim.storageDrs.ConfigSpec(podConfigSpec=vim.storageDrs.PodConfigSpec(**config))
        cls.vcenter.wait(cls.manager.ConfigureStorageDrsForPod_Task(pod=cls.pod, spec=spec, modify=True))

    def recommend(self, type, **spec):
        selection = vim.storageDrs.PodSelectionSpec(storagePod=self.pod)
        return self.manager.RecommendDatastores(
            vim.storageDrs.StoragePlacementSpec(type=type, podSelectionSpec=selection, **spec)
        )

    def apply(self, recommendation):
        return self.vcenter.wait(self.manager.ApplyStorageDrsRecommendation_Task([recommendation.key])).vm

    def made(self, name):
        config = vim.vm.ConfigSpec(
            name=name, guestId="otherGuest64", numCPUs=1, memoryMB=64, deviceChange=[scsi(), disk()]
        )
        found = self.recommend("create", configSpec=config, resourcePool=self.vcenter.pool, folder=self.vcenter.folder)
        vm = self.apply(found.recommendations[0])
        self.addCleanup(lambda: self.vcenter.destroy(vm))
        return found, vm

    def test_the_settings_of_a_pod_are_changed_in_parts(self):
        self.configure(loadBalanceInterval=120)
        config = self.pod.podStorageDrsEntry.storageDrsConfig.podConfig
        self.assertEqual((config.enabled, config.defaultVmBehavior, config.loadBalanceInterval), (True, "automated", 120))
        spec = vim.storageDrs.ConfigSpec(podConfigSpec=vim.storageDrs.PodConfigSpec(defaultVmBehavior="lazy"))
        fault = self.vcenter.fault_of(
            lambda: self.manager.ConfigureStorageDrsForPod_Task(pod=self.pod, spec=spec, modify=True)
        )
        self.assertEqual(fault.invalidProperty, "spec.podConfigSpec.defaultVmBehavior")

    def test_a_machine_is_made_where_the_pod_recommends(self):
        found, vm = self.made("placed")
        first = found.recommendations[0]
        self.assertEqual((first.reason, first.type, first.target), ("storagePlacement", "V1", self.pod))
        self.assertIsInstance(first.action[0], vim.storageDrs.StoragePlacementAction)
        self.assertEqual(list(vm.datastore), [first.action[0].destination])

    def test_a_machine_moves_where_the_pod_recommends(self):
        _, vm = self.made("moves")
        found = self.recommend("relocate", vm=vm, relocateSpec=vim.vm.RelocateSpec(), priority="defaultPriority")
        self.assertEqual(self.apply(found.recommendations[-1]), vm)
        self.assertEqual(list(vm.datastore), [found.recommendations[-1].action[0].destination])

    def test_a_clone_goes_where_the_pod_recommends(self):
        _, vm = self.made("original")
        clone = vim.vm.CloneSpec(location=vim.vm.RelocateSpec(), powerOn=False, template=False)
        found = self.recommend("clone", vm=vm, cloneSpec=clone, cloneName="copied", folder=self.vcenter.folder)
        copy = self.apply(found.recommendations[0])
        self.addCleanup(lambda: self.vcenter.destroy(copy))
        self.assertEqual((copy.name, list(copy.datastore)), ("copied", [found.recommendations[0].action[0].destination]))

    def test_what_has_no_room_anywhere_is_said_with_a_fault(self):
        huge = disk()
        huge.device.capacityInKB = 2**40
        config = vim.vm.ConfigSpec(name="huge", guestId="otherGuest64", deviceChange=[scsi(), huge])
        found = self.recommend("create", configSpec=config, resourcePool=self.vcenter.pool, folder=self.vcenter.folder)
        self.assertEqual(list(found.recommendations), [])
        self.assertIsInstance(found.drsFault.faultsByVm[0].fault[0], vim.fault.InsufficientStorageSpace)

    def test_a_datastore_is_emptied_for_maintenance(self):
        _, vm = self.made("evacuated")
        store = vm.datastore[0]
        result = store.DatastoreEnterMaintenanceMode()
        self.assertEqual([r.reason for r in result.recommendations], ["datastoreMaint"])
        self.vcenter.wait(result.task)
        self.assertEqual(store.summary.maintenanceMode, "inMaintenance")
        self.assertNotIn(store, vm.datastore)
        self.assertIsInstance(self.vcenter.fault_of(store.DatastoreEnterMaintenanceMode), vim.fault.InvalidState)
        self.vcenter.wait(store.DatastoreExitMaintenanceMode_Task())
        self.assertEqual(store.summary.maintenanceMode, "normal")


if __name__ == "__main__":
    run()
