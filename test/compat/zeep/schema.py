"""Answers, checked against the schema files the server serves, by a validator that knows nothing of vSphere."""

import os
import unittest
from urllib.parse import urljoin

import requests
from lxml import etree

from case import run

URL = os.environ["SIMSPHERE_URL"]
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
XSD = "http://www.w3.org/2001/XMLSchema"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
WSDL = "http://schemas.xmlsoap.org/wsdl/"

ENVELOPE = (
    f'<soapenv:Envelope xmlns:soapenv="{SOAP}" xmlns:xsi="{XSI}" xmlns:xsd="{XSD}"><soapenv:Body>'
    '{}</soapenv:Body></soapenv:Envelope>'
)


class Server(etree.Resolver):
    def __init__(self, http):
        super().__init__()
        self.http = http

    def resolve(self, url, public_id, context):
        answer = self.http.get(url)
        answer.raise_for_status()
        return self.resolve_string(answer.content, context, base_url=url)


class Schema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.http = requests.Session()
        cls.http.verify = os.environ["SIMSPHERE_CA"]
        parser = etree.XMLParser()
        parser.resolvers.add(Server(cls.http))
        service = cls.fetch(f"{URL}/vimService.wsdl", parser)
        (location,) = service.xpath("//w:import/@location", namespaces={"w": WSDL})
        base = urljoin(f"{URL}/vimService.wsdl", location)
        description = cls.fetch(base, parser)
        (schema,) = description.xpath("//w:types/x:schema", namespaces={"w": WSDL, "x": XSD})
        text = etree.tostring(schema)
        cls.schema = etree.XMLSchema(etree.fromstring(text, parser, base_url=base))
        operation = description.xpath("//w:binding/w:operation", namespaces={"w": WSDL})[0]
        cls.action = operation[0].get("soapAction")
        cls.call(
            "<Login xmlns='urn:vim25'><_this type='SessionManager'>SessionManager</_this>"
            f"<userName>{os.environ['SIMSPHERE_USER']}</userName><password>{os.environ['SIMSPHERE_PASSWORD']}</password></Login>"
        )

    @classmethod
    def fetch(cls, url, parser):
        answer = cls.http.get(url)
        answer.raise_for_status()
        return etree.fromstring(answer.content, parser, base_url=url)

    @classmethod
    def call(cls, body):
        answer = cls.http.post(
            URL,
            data=ENVELOPE.format(body).encode(),
            headers={"Content-Type": "text/xml; charset=utf-8", "SOAPAction": f'"{cls.action}"'},
        )
        return etree.fromstring(answer.content).find(f"{{{SOAP}}}Body")[0]

    def check(self, element):
        """libxml2 wants the element alone, with the namespaces it needs."""
        document = etree.fromstring(etree.tostring(element))
        if not self.schema.validate(document):
            first = "\n".join(str(error) for error in list(self.schema.error_log)[:5])
            raise AssertionError(f"{element.tag} does not follow the schema:\n{first}")

    def retrieve(self, kind, value, path="<all>true</all>", root=None):
        return self.call(
            "<RetrievePropertiesEx xmlns='urn:vim25'><_this type='PropertyCollector'>propertyCollector</_this><specSet>"
            f"<propSet><type>{kind}</type>{path}</propSet><objectSet><obj type='{root or kind}'>{value}</obj></objectSet>"
            "</specSet><options/></RetrievePropertiesEx>"
        )

    def find(self, path):
        answer = self.call(
            "<FindByInventoryPath xmlns='urn:vim25'><_this type='SearchIndex'>SearchIndex</_this>"
            f"<inventoryPath>{path}</inventoryPath></FindByInventoryPath>"
        )
        return answer[0].text

    def test_the_schema_is_one_that_a_validator_accepts(self):
        self.assertIsNotNone(self.schema)

    def test_the_service_content_follows_it(self):
        self.check(
            self.call(
                "<RetrieveServiceContent xmlns='urn:vim25'><_this type='ServiceInstance'>ServiceInstance</_this>"
                "</RetrieveServiceContent>"
            )
        )

    def test_every_property_of_every_kind_of_entity_follows_it(self):
        for kind, path in (
            ("VirtualMachine", "DC0/vm/DC0_H0_VM0"),
            ("VirtualMachine", "DC0/vm/DC0_C0_RP0_VM0"),
            ("HostSystem", "DC0/host/DC0_C0/DC0_C0_H0"),
            ("ClusterComputeResource", "DC0/host/DC0_C0"),
            ("ComputeResource", "DC0/host/DC0_H0"),
            ("ResourcePool", "DC0/host/DC0_C0/Resources"),
            ("Datacenter", "DC0"),
            ("Folder", "DC0/vm"),
            ("Datastore", "DC0/datastore/LocalDS_0"),
            ("Network", "DC0/network/VM Network"),
            ("DistributedVirtualPortgroup", "DC0/network/DC0_DVPG0"),
            ("DistributedVirtualSwitch", "DC0/network/DVS0"),
        ):
            with self.subTest(path):
                self.check(self.retrieve(kind, self.find(path)))

    def test_every_property_of_the_managers_follows_it(self):
        for kind, value in (
            ("SessionManager", "SessionManager"),
            ("AuthorizationManager", "AuthorizationManager"),
            ("EventManager", "EventManager"),
            ("TaskManager", "TaskManager"),
            ("ViewManager", "ViewManager"),
            ("PropertyCollector", "propertyCollector"),
            ("LicenseManager", "LicenseManager"),
            ("ExtensionManager", "ExtensionManager"),
            ("PerformanceManager", "PerfMgr"),
            ("OptionManager", "VpxSettings"),
            ("AlarmManager", "AlarmManager"),
            ("CustomFieldsManager", "CustomFieldsManager"),
        ):
            with self.subTest(kind):
                self.check(self.retrieve(kind, value))

    def test_a_task_and_its_fault_follow_it(self):
        vm = self.find("DC0/vm/DC0_H0_VM0")
        answer = self.call(f"<PowerOnVM_Task xmlns='urn:vim25'><_this type='VirtualMachine'>{vm}</_this></PowerOnVM_Task>")
        self.check(answer)
        while True:
            info = self.retrieve("Task", answer[0].text, "<pathSet>info</pathSet>")
            if info.find(".//{urn:vim25}state").text not in ("queued", "running"):
                break
        self.check(info)

    def test_updates_follow_it(self):
        vm = self.find("DC0/vm/DC0_H0_VM0")
        self.check(
            self.call(
                "<CreateFilter xmlns='urn:vim25'><_this type='PropertyCollector'>propertyCollector</_this><spec><propSet>"
                "<type>VirtualMachine</type><all>true</all></propSet><objectSet>"
                f"<obj type='VirtualMachine'>{vm}</obj></objectSet></spec><partialUpdates>true</partialUpdates></CreateFilter>"
            )
        )
        self.check(
            self.call(
                "<WaitForUpdatesEx xmlns='urn:vim25'><_this type='PropertyCollector'>propertyCollector</_this><version/>"
                "<options><maxWaitSeconds>0</maxWaitSeconds></options></WaitForUpdatesEx>"
            )
        )

    def test_events_and_perf_counters_follow_it(self):
        self.check(
            self.call("<QueryEvents xmlns='urn:vim25'><_this type='EventManager'>EventManager</_this><filter/></QueryEvents>")
        )

    def test_the_detail_of_a_fault_follows_it(self):
        fault = self.call("<PowerOnVM_Task xmlns='urn:vim25'><_this type='VirtualMachine'>vm-404404</_this></PowerOnVM_Task>")
        (detail,) = fault.find("detail")
        self.assertEqual(detail.tag, "{urn:vim25}ManagedObjectNotFoundFault")
        self.check(detail)


if __name__ == "__main__":
    run()
