# serve: --scenario test/compat/scenarios/customization.yaml
"""Guests customized the way Ansible's vmware_guest does it: on clone, by a saved specification, and after the fact."""

import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter

Customization = vim.vm.customization


def card(ip, netmask="255.255.255.0", gateway="10.1.1.1", domain="example.com"):
    adapter = Customization.IPSettings(ip=Customization.FixedIp(ipAddress=ip), subnetMask=netmask, dnsDomain=domain)
    adapter.gateway = [gateway]
    return Customization.AdapterMapping(adapter=adapter)


def linux(hostname, ip):
    identity = Customization.LinuxPrep(hostName=Customization.FixedName(name=hostname), domain="example.com")
    servers = Customization.GlobalIPSettings(dnsServerList=["10.1.1.2"], dnsSuffixList=["example.com"])
    return Customization.Specification(identity=identity, globalIPSettings=servers, nicSettingMap=[card(ip)])


def windows(hostname, ip):
    password = Customization.Password(value="a secret", plainText=True)
    identity = Customization.Sysprep(
        guiUnattended=Customization.GuiUnattended(password=password, timeZone=4, autoLogon=True, autoLogonCount=1),
        userData=Customization.UserData(
            fullName="me", orgName="us", productId="", computerName=Customization.FixedName(name=hostname)
        ),
        identification=Customization.Identification(joinWorkgroup="WORKGROUP"),
        guiRunOnce=Customization.GuiRunOnce(commandList=["hello"]),
    )
    nics = [card(ip)]
    nics[0].adapter.dnsServerList = ["10.1.1.3"]
    return Customization.Specification(
        identity=identity,
        globalIPSettings=Customization.GlobalIPSettings(),
        nicSettingMap=nics,
        options=Customization.WinOptions(changeSID=True, deleteAccounts=False),
    )


class Customized(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.specs = cls.vcenter.content.customizationSpecManager
        for name in ("DC0_H0_VM0", "DC0_H0_VM1"):
            vm = cls.vcenter.find(f"DC0/vm/{name}")
            if vm.runtime.powerState != "poweredOff":
                cls.vcenter.wait(vm.PowerOff())

    def clone(self, name, spec, source="DC0_H0_VM0", power=True):
        location = vim.vm.RelocateSpec(pool=self.vcenter.find(f"DC0/vm/{source}").resourcePool)
        clone_spec = vim.vm.CloneSpec(location=location, powerOn=power, template=False, customization=spec)
        original = self.vcenter.find(f"DC0/vm/{source}")
        vm = self.vcenter.wait(original.CloneVM_Task(self.vcenter.folder, name, clone_spec))
        self.addCleanup(self.remove, vm)
        return vm

    def remove(self, vm):
        if vm.runtime.powerState != "poweredOff":
            self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(vm)

    def wait_for(self, vm, *kinds):
        """As Ansible waits: the newest event of some kinds about the machine."""
        entity = vim.event.EventFilterSpec.ByEntity(entity=vm, recursion="self")
        wanted = [f"vim.event.{kind}" for kind in kinds]
        spec = vim.event.EventFilterSpec(entity=entity, eventTypeId=wanted)
        for _ in range(100):
            events = self.vcenter.content.eventManager.QueryEvents(spec)
            if events:
                return events[0]
        raise AssertionError(f"no {kinds} about {vm.name}")

    def fault(self, kind, act):
        fault = self.vcenter.fault_of(act)
        self.assertIs(type(fault), kind, fault)
        return fault

    def test_a_clone_comes_up_with_the_host_name_address_gateway_and_dns_it_was_given(self):
        vm = self.clone("ansible-web", linux("web", "10.1.1.50"))
        self.wait_for(vm, "CustomizationStartedEvent")
        ended = self.wait_for(vm, "CustomizationSucceeded", "CustomizationFailed")
        self.assertIsInstance(ended, vim.event.CustomizationSucceeded)
        self.assertIn("ansible-web", ended.fullFormattedMessage)
        self.assertEqual(vm.guest.hostName, "web.example.com")
        self.assertEqual(vm.guest.ipAddress, "10.1.1.50")
        (network,) = vm.guest.net
        fixed = [a for a in network.ipConfig.ipAddress if a.ipAddress == "10.1.1.50"]
        self.assertEqual([a.prefixLength for a in fixed], [24])
        (stack,) = vm.guest.ipStack
        self.assertEqual(list(stack.dnsConfig.ipAddress), ["10.1.1.2"])
        self.assertIn("10.1.1.1", [r.gateway.ipAddress for r in stack.ipRouteConfig.ipRoute])
        self.assertEqual(vm.guest.customizationInfo.customizationStatus, "TOOLSDEPLOYPKG_SUCCEEDED")
        self.assertLessEqual(vm.guest.customizationInfo.startTime, vm.guest.customizationInfo.endTime)
        self.assertEqual(self.vcenter.content.searchIndex.FindByIp(None, "10.1.1.50", True), vm)

    def test_a_windows_clone_has_its_computer_name_and_the_dns_server_of_its_card(self):
        vm = self.clone("ansible-win", windows("WINNER", "10.1.1.51"), source="DC0_H0_VM1")
        self.assertEqual((vm.guest.hostName, vm.guest.ipAddress), ("WINNER", "10.1.1.51"))
        self.assertEqual(list(vm.guest.ipStack[0].dnsConfig.ipAddress), ["10.1.1.3"])

    def test_one_that_is_to_fail_says_so_in_an_event_and_in_its_guest(self):
        vm = self.clone("unlucky-1", linux("web", "10.1.1.52"))
        ended = self.wait_for(vm, "CustomizationSucceeded", "CustomizationNetworkSetupFailed")
        self.assertEqual((type(ended), ended.reason), (vim.event.CustomizationNetworkSetupFailed, "no such bridge"))
        self.assertEqual(vm.guest.customizationInfo.customizationStatus, "TOOLSDEPLOYPKG_FAILED")
        self.assertEqual(vm.guest.customizationInfo.errorMsg, "no such bridge")

    def test_one_that_exists_is_customized_at_its_next_power_on_and_not_twice_at_once(self):
        vm = self.clone("existing", None, power=False)
        self.vcenter.wait(vm.Customize(linux("late", "10.1.1.53")))
        self.assertTrue(vm.config.tools.pendingCustomization)
        self.fault(vim.fault.CustomizationPending, lambda: vm.Customize(linux("later", "10.1.1.54")))
        self.vcenter.wait(vm.PowerOn())
        self.assertEqual((vm.guest.hostName, vm.guest.ipAddress), ("late.example.com", "10.1.1.53"))
        self.assertFalse(vm.config.tools.pendingCustomization)
        self.fault(vim.fault.InvalidPowerState, lambda: vm.Customize(linux("on", "10.1.1.55")))

    def test_what_does_not_fit_is_refused_before_anything_is_done(self):
        vm = self.vcenter.find("DC0/vm/DC0_H0_VM0")
        two = linux("web", "10.1.1.56")
        two.nicSettingMap = [card("10.1.1.56"), card("10.1.1.57")]
        mismatch = self.fault(vim.fault.NicSettingMismatch, lambda: vm.CheckCustomizationSpec(two))
        self.assertEqual((mismatch.numberOfNicsInSpec, mismatch.numberOfNicsInVM), (2, 1))
        alien = self.fault(vim.fault.UncustomizableGuest, lambda: vm.CheckCustomizationSpec(windows("W", "10.1.1.58")))
        self.assertEqual(alien.uncustomizableGuestOS, "ubuntu64Guest")
        asks = linux("web", "10.1.1.59")
        asks.nicSettingMap[0].adapter.ip = Customization.UnknownIpGenerator()
        fault = self.fault(vmodl.fault.InvalidArgument, lambda: vm.CheckCustomizationSpec(asks))
        self.assertEqual(fault.invalidProperty, "nicsettings:adapter:ip")
        bad = linux("under_score", "10.1.1.60")
        fault = self.fault(vmodl.fault.InvalidArgument, lambda: vm.Customize(bad))
        self.assertEqual(fault.invalidProperty, "spec.identity.hostName")

    def test_a_specification_is_saved_read_exported_imported_and_used(self):
        info = vim.CustomizationSpecInfo(name="saved", description="by a case", type="Linux")
        self.specs.CreateCustomizationSpec(vim.CustomizationSpecItem(info=info, spec=linux("saved", "10.1.1.61")))
        self.addCleanup(self.specs.DeleteCustomizationSpec, "saved")
        self.assertIn("saved", [i.name for i in self.specs.info])
        item = self.specs.GetCustomizationSpec(name="saved")
        text = self.specs.CustomizationSpecItemToXml(item)
        self.assertTrue(text.startswith("<ConfigRoot>\n  <_type>vim.CustomizationSpecItem</_type>"), text)
        again = self.specs.XmlToCustomizationSpecItem(text)
        again.info.name = "imported"
        self.specs.CreateCustomizationSpec(again)
        self.addCleanup(self.specs.DeleteCustomizationSpec, "imported")
        vm = self.clone("from-saved", self.specs.GetCustomizationSpec(name="imported").spec)
        self.assertEqual(vm.guest.ipAddress, "10.1.1.61")
        self.fault(vim.fault.CustomizationFault, lambda: self.specs.XmlToCustomizationSpecItem("<nothing/>"))

    def test_a_saved_password_is_not_to_be_read(self):
        info = vim.CustomizationSpecInfo(name="secret", description="", type="Windows")
        item = vim.CustomizationSpecItem(info=info, spec=windows("W", "10.1.1.62"))
        item.spec.encryptionKey = self.specs.encryptionKey
        self.specs.CreateCustomizationSpec(item)
        self.addCleanup(self.specs.DeleteCustomizationSpec, "secret")
        kept = self.specs.GetCustomizationSpec(name="secret").spec
        self.assertFalse(kept.identity.guiUnattended.password.plainText)
        self.assertNotIn("a secret", self.specs.CustomizationSpecItemToXml(self.specs.GetCustomizationSpec(name="secret")))
        self.assertEqual(list(kept.encryptionKey), list(self.specs.encryptionKey))


if __name__ == "__main__":
    run()
