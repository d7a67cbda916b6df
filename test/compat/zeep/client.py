"""zeep, which builds everything it can say from the WSDL the server serves."""

import os
import unittest

import requests
import zeep
from zeep.helpers import serialize_object

from case import run

URL = os.environ["SIMSPHERE_URL"]


def client():
    session = requests.Session()
    session.verify = os.environ["SIMSPHERE_CA"]
    transport = zeep.transports.Transport(session=session)
    return zeep.Client(f"{URL}/vimService.wsdl", transport=transport)


def reference(client, kind, value):
    return client.get_type("ns0:ManagedObjectReference")(value, type=kind)


class Client(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.client = client()
        # The address in the WSDL follows the host it was asked for under; nothing has to be overridden.
        cls.service = cls.client.service
        instance = reference(cls.client, "ServiceInstance", "ServiceInstance")
        cls.content = cls.service.RetrieveServiceContent(instance)
        cls.service.Login(cls.content.sessionManager, os.environ["SIMSPHERE_USER"], os.environ["SIMSPHERE_PASSWORD"])

    def make(self, kind, /, **values):
        return self.client.get_type(f"ns0:{kind}")(**values)

    def retrieve(self, objects, kind, paths):
        make = self.make
        spec = make(
            "PropertyFilterSpec",
            propSet=[make("PropertySpec", type=kind, pathSet=paths)],
            objectSet=[make("ObjectSpec", obj=each, selectSet=[]) for each in objects],
        )
        return self.service.RetrieveProperties(self.content.propertyCollector, [spec])

    def test_the_wsdl_names_the_address_it_was_fetched_from(self):
        self.assertTrue(self.client.service._binding_options["address"].startswith(URL))

    def test_the_wsdl_has_every_operation_and_its_version(self):
        operations = self.service._binding._operations
        self.assertGreater(len(operations), 500)
        for name in ("RetrievePropertiesEx", "CreateVM_Task", "WaitForUpdatesEx", "PowerOnVM_Task"):
            self.assertRegex(operations[name].soapaction, r"^urn:vim25/\d+(\.\d+)*$")

    def test_the_service_content_is_understood(self):
        self.assertEqual(self.content.about.apiType, "VirtualCenter")
        self.assertEqual(self.content.rootFolder._value_1, "group-d1")
        self.assertEqual(self.content.rootFolder.type, "Folder")

    def test_properties_of_every_shape_are_understood(self):
        search = self.content.searchIndex
        vm = self.service.FindByInventoryPath(search, "DC0/vm/DC0_H0_VM0")
        paths = ["name", "runtime.powerState", "config.hardware.device", "datastore", "config.hardware.memoryMB"]
        (answer,) = self.retrieve([vm], "VirtualMachine", paths)
        found = {prop.name: prop.val for prop in answer.propSet}
        self.assertEqual(found["name"], "DC0_H0_VM0")
        self.assertEqual(found["runtime.powerState"], "poweredOn")
        self.assertIsInstance(found["config.hardware.memoryMB"], int)
        kinds = [type(device).__name__ for device in found["config.hardware.device"].VirtualDevice]
        self.assertIn("VirtualDisk", kinds)
        self.assertEqual(found["datastore"].ManagedObjectReference[0].type, "Datastore")

    def test_whole_config_summary_and_runtime_of_a_machine_and_a_host_are_understood(self):
        search = self.content.searchIndex
        for path, kind, properties in (
            ("DC0/vm/DC0_H0_VM0", "VirtualMachine", ["config", "summary", "runtime", "guest", "layoutEx", "capability"]),
            ("DC0/host/DC0_H0/DC0_H0", "HostSystem", ["config", "summary", "runtime", "hardware", "capability"]),
            ("DC0/host/DC0_C0", "ClusterComputeResource", ["configurationEx", "summary"]),
            ("DC0/datastore/LocalDS_0", "Datastore", ["info", "summary", "host", "capability"]),
        ):
            with self.subTest(kind):
                (answer,) = self.retrieve([self.service.FindByInventoryPath(search, path)], kind, properties)
                self.assertEqual({prop.name for prop in answer.propSet}, set(properties))
                self.assertTrue(serialize_object(answer))

    def test_a_fault_is_a_fault_with_its_detail(self):
        with self.assertRaises(zeep.exceptions.Fault) as caught:
            self.service.PowerOnVM_Task(reference(self.client, "VirtualMachine", "vm-404404"))
        self.assertIn("has already been deleted", caught.exception.message)
        self.assertIn("ManagedObjectNotFoundFault", caught.exception.detail[0].tag)

    def test_a_machine_is_made_from_types_of_the_wsdl(self):
        make = self.make
        search = self.content.searchIndex
        folder = self.service.FindByInventoryPath(search, "DC0/vm")
        pool = self.service.FindByInventoryPath(search, "DC0/host/DC0_C0/Resources")
        files = make("VirtualMachineFileInfo", vmPathName="[LocalDS_0]")
        spec = make("VirtualMachineConfigSpec", name="zeep", guestId="otherGuest64", memoryMB=64, numCPUs=1, files=files)
        task = self.service.CreateVM_Task(folder, spec, pool)
        while True:
            (answer,) = self.retrieve([task], "Task", ["info"])
            info = answer.propSet[0].val
            if info.state not in ("queued", "running"):
                break
        self.assertEqual((info.state, info.result.type), ("success", "VirtualMachine"))
        self.service.Destroy_Task(info.result)


if __name__ == "__main__":
    run()
