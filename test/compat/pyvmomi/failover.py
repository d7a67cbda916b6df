# serve: --scenario test/compat/scenarios/failures.yaml --clock x60
import time
import unittest

from pyVmomi import vim

from case import run
from vcenter import Vcenter

ClusterSpec = vim.cluster.ConfigSpecEx


class Failover(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.cluster = cls.vcenter.cluster
        cls.hosts = list(cls.cluster.host)

    def setUp(self):
        self.reconfigure(dasConfig=vim.cluster.DasConfigInfo(enabled=True))

    def reconfigure(self, **spec):
        self.vcenter.wait(self.cluster.ReconfigureComputeResource_Task(ClusterSpec(**spec), modify=True))

    def until(self, what, seconds=30):
        """Polls as scripts do; a minute of the server is a second here."""
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, "it never came to that")
            time.sleep(0.1)

    def events(self, entity):
        by = vim.event.EventFilterSpec.ByEntity(entity=entity, recursion="all")
        return self.vcenter.content.eventManager.QueryEvents(vim.event.EventFilterSpec(entity=by))

    def test_machines_of_a_crashed_host_start_on_others(self):
        host = next(host for host in self.hosts if host.vm)
        vms = [vm for vm in host.vm if vm.runtime.powerState == "poweredOn"]
        boots = [vm.runtime.bootTime for vm in vms]
        host.RetrieveHardwareUptime()
        self.assertEqual(host.runtime.connectionState, "notResponding")
        self.until(lambda: all(vm.runtime.connectionState == "connected" for vm in vms))
        for vm, boot in zip(vms, boots):
            self.assertNotEqual(vm.runtime.host, host)
            self.assertGreater(vm.runtime.bootTime, boot)
            restarts = [e for e in self.events(vm) if isinstance(e, vim.event.VmRestartedOnAlternateHostEvent)]
            self.assertEqual([e.sourceHost.host for e in restarts], [host])
        self.assertEqual(host.runtime.dasHostState.state, "hostDown")
        ids = [e.eventTypeId for e in self.events(self.cluster) if isinstance(e, vim.event.EventEx)]
        self.assertIn("com.vmware.vc.HA.ClusterFailoverActionInitiatedEvent", ids)
        self.assertIn("com.vmware.vc.ha.VmRestartedByHAEvent", ids)
        host.QueryConnectionInfo()
        self.assertEqual(host.runtime.connectionState, "connected")
        self.assertEqual(list(host.vm), [])

    def test_admission_control_tells_what_it_counts_with(self):
        policy = vim.cluster.FailoverLevelAdmissionControlPolicy(failoverLevel=1)
        self.reconfigure(dasConfig=vim.cluster.DasConfigInfo(admissionControlPolicy=policy))
        info = self.cluster.RetrieveDasAdvancedRuntimeInfo()
        self.assertIsInstance(info, vim.cluster.DasFailoverLevelAdvancedRuntimeInfo)
        self.assertEqual(info.totalHosts, len(self.hosts))
        self.assertEqual(info.totalVms, info.usedSlots)
        control = self.cluster.summary.admissionControlInfo
        self.assertIsInstance(control, vim.cluster.FailoverLevelAdmissionControlInfo)
        self.assertGreaterEqual(control.currentFailoverLevel, 1)

    def test_maintenance_empties_a_host_and_standby_switches_it_off(self):
        host = self.hosts[-1]
        self.vcenter.wait(host.EnterMaintenanceMode_Task(timeout=0))
        self.assertTrue(host.runtime.inMaintenanceMode)
        self.assertFalse([vm for vm in host.vm if vm.runtime.powerState == "poweredOn"])
        self.vcenter.wait(host.ExitMaintenanceMode_Task(timeout=0))
        self.vcenter.wait(host.PowerDownHostToStandBy_Task(timeoutSec=0))
        self.assertEqual((host.runtime.standbyMode, host.runtime.powerState), ("in", "standBy"))
        self.vcenter.wait(host.PowerUpHostFromStandBy_Task(timeoutSec=0))
        self.assertEqual((host.runtime.standbyMode, host.runtime.powerState), ("none", "poweredOn"))

    def test_machines_whose_datastore_is_lost_start_where_it_is_reached(self):
        settings = vim.cluster.VmComponentProtectionSettings(vmStorageProtectionForPDL="restartAggressive")
        defaults = vim.cluster.DasVmSettings(vmComponentProtectionSettings=settings)
        das = vim.cluster.DasConfigInfo(vmComponentProtecting="enabled", defaultVmSettings=defaults)
        self.reconfigure(dasConfig=das)
        host = next(host for host in self.hosts if host.name == "DC0_C0_H2")
        datastore = host.datastore[0]
        vm = self.cluster.resourcePool.vm[0]
        if vm.runtime.host != host:
            self.vcenter.wait(vm.MigrateVM_Task(host=host, priority="defaultPriority"))
        self.assertTrue(vm.runtime.dasVmProtection.dasProtected)
        datastore.RefreshDatastore()
        info = next(mount.mountInfo for mount in datastore.host if mount.key == host)
        self.assertEqual((info.accessible, info.inaccessibleReason), (False, "PermanentDeviceLoss"))
        self.until(lambda: vm.runtime.powerState == "poweredOn" and vm.runtime.host != host)
        ids = [e.eventTypeId for e in self.events(vm) if isinstance(e, vim.event.EventEx)]
        self.assertIn("com.vmware.vc.HA.VmcpTerminateVmWithInaccessibleDatastore", ids)
        datastore.RefreshDatastoreStorageInfo()
        self.assertTrue(all(mount.mountInfo.accessible for mount in datastore.host))

    def test_a_cluster_tells_what_its_hosts_use(self):
        usage = self.cluster.GetResourceUsage()
        self.assertEqual(usage.cpuCapacityMHz, self.cluster.summary.totalCpu)
        self.assertLess(0, usage.memUsedMB)
        self.assertLess(usage.memUsedMB, usage.memCapacityMB)

    def test_a_host_tells_its_thumbprint_before_it_is_added(self):
        datacenter = self.vcenter.content.rootFolder.childEntity[0]
        with self.assertRaises(vim.fault.SSLVerifyFault) as refused:
            datacenter.QueryConnectionInfo("esx43", 443, "root", "secret", "00:11")
        info = datacenter.QueryConnectionInfo("esx43", 443, "root", "secret", refused.exception.thumbprint)
        self.assertEqual(info.host.config.name, "esx43")
        self.assertGreater(info.host.hardware.memorySize, 0)

    def test_a_host_is_added_once_its_thumbprint_is_known(self):
        spec = vim.host.ConnectSpec(hostName="esx42", userName="root", password="secret", sslThumbprint="00:11")
        with self.assertRaises(vim.fault.SSLVerifyFault) as refused:
            self.vcenter.wait(self.cluster.AddHost_Task(spec, True))
        spec.sslThumbprint = refused.exception.thumbprint
        self.vcenter.wait(self.cluster.AddHost_Task(spec, True))
        host = next(host for host in self.cluster.host if host.name == "esx42")
        self.vcenter.wait(host.EnterMaintenanceMode_Task(timeout=0))
        self.vcenter.wait(host.Destroy_Task())
        self.assertNotIn("esx42", [host.name for host in self.cluster.host])

    def test_evc_holds_a_cluster_to_a_mode(self):
        manager = self.cluster.EvcManager()
        modes = [mode.key for mode in manager.evcState.supportedEVCMode]
        self.assertIn("intel-skylake", modes)
        with self.assertRaises(vim.fault.EVCConfigFault):
            self.vcenter.wait(manager.ConfigureEvcMode_Task("intel-icelake"))
        self.vcenter.wait(manager.ConfigureEvcMode_Task(modes[-1]))
        self.assertEqual(self.hosts[0].summary.currentEVCModeKey, modes[-1])
        self.vcenter.wait(manager.DisableEvcMode_Task())
        self.assertIsNone(self.hosts[0].summary.currentEVCModeKey)


if __name__ == "__main__":
    run()
