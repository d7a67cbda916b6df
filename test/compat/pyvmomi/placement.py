# serve: --host 3
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter

ClusterSpec = vim.cluster.ConfigSpecEx


class Placement(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.cluster = cls.vcenter.cluster
        cls.hosts = list(cls.cluster.host)

    def setUp(self):
        self.addCleanup(self.reconfigure, drsConfig=vim.cluster.DrsConfigInfo(defaultVmBehavior="fullyAutomated"))

    def reconfigure(self, **spec):
        self.vcenter.wait(self.cluster.ReconfigureComputeResource_Task(ClusterSpec(**spec), modify=True))

    def rule(self, info):
        self.reconfigure(rulesSpec=[vim.cluster.RuleSpec(operation="add", info=info)])
        key = next(rule.key for rule in self.cluster.configurationEx.rule if rule.name == info.name)
        remove = vim.cluster.RuleSpec(operation="remove", removeKey=key)
        self.addCleanup(lambda: self.reconfigure(rulesSpec=[remove]))

    def create(self, name, **config):
        vm = self.vcenter.create(name, **config)
        self.addCleanup(self.away, vm)
        return vm

    def away(self, vm):
        if vm.runtime.powerState != "poweredOff":
            self.vcenter.wait(vm.PowerOff())
        self.vcenter.destroy(vm)

    def power_on(self, *vms, **options):
        option = [vim.option.OptionValue(key=key, value=value) for key, value in options.items()]
        return self.vcenter.wait(self.vcenter.datacenter.PowerOnMultiVM_Task(list(vms), option))

    def test_drs_starts_many_at_once(self):
        vms = [self.create(f"many{i}", numCPUs=4) for i in range(3)]
        result = self.power_on(*vms)
        self.assertIsInstance(result, vim.cluster.PowerOnVmResult)
        self.assertEqual([a.vm for a in result.attempted], vms)
        self.assertEqual([a.task.info.state for a in result.attempted], ["success"] * 3)
        self.assertEqual([list(result.notAttempted), list(result.recommendations)], [[], []])
        self.assertEqual(len({vm.runtime.host for vm in vms}), 3)

    def test_no_host_fits_and_each_says_why(self):
        memory = vim.ResourceAllocationInfo(reservation=200 * 1024)
        vm = self.create("huge", memoryMB=200 * 1024, memoryAllocation=memory)
        fault = self.vcenter.fault_of(vm.PowerOn)
        self.assertIsInstance(fault, vim.fault.NoCompatibleHost)
        self.assertEqual(list(fault.host), self.hosts)
        for error in fault.error:
            self.assertIsInstance(error, vim.fault.InsufficientMemoryResourcesFault)
            self.assertGreater(error.requested, error.unreserved)

    def test_manual_drs_asks_before_it_starts(self):
        self.reconfigure(drsConfig=vim.cluster.DrsConfigInfo(defaultVmBehavior="manual"))
        vm, other = self.create("asked"), self.create("declined")
        first, second = self.power_on(vm, other).recommendations
        self.assertIsInstance(first.action[0], vim.cluster.InitialPlacementAction)
        self.assertEqual((first.target, first.action[0].target), (vm, vm))
        self.assertEqual([r.key for r in self.cluster.recommendation], [first.key, second.key])
        self.cluster.ApplyRecommendation(first.key)
        self.cluster.CancelRecommendation(second.key)
        self.assertEqual(list(self.cluster.recommendation), [])
        self.assertEqual(vm.runtime.host, first.action[0].targetHost)
        with self.assertRaises(vmodl.fault.InvalidArgument) as caught:
            self.cluster.ApplyRecommendation(first.key)
        self.assertEqual(caught.exception.invalidProperty, "key")
        self.assertEqual(len(self.power_on(other, OverrideAutomationLevel="fullyAutomated").attempted), 1)

    def test_machines_are_kept_apart(self):
        vms = [self.create(f"apart{i}") for i in range(4)]
        self.rule(vim.cluster.AntiAffinityRuleSpec(name="apart", enabled=True, vm=vms))
        self.assertEqual([rule.name for rule in self.cluster.FindRulesForVm(vms[0])], ["apart"])
        for vm in vms[:3]:
            self.vcenter.wait(vm.PowerOn())
        self.assertEqual(len({vm.runtime.host for vm in vms[:3]}), 3)
        fault = self.vcenter.fault_of(vms[3].PowerOn)
        self.assertIsInstance(fault, vim.fault.NoCompatibleHost)
        self.assertIsInstance(fault.error[0], vim.fault.RuleViolation)
        self.assertEqual(fault.error[0].rule.name, "apart")

    def test_a_broken_rule_is_shown_and_mended(self):
        self.reconfigure(drsConfig=vim.cluster.DrsConfigInfo(defaultVmBehavior="manual"))
        vms = [self.create(f"broken{i}") for i in range(2)]
        for vm in vms:
            self.vcenter.wait(vm.PowerOn(host=self.hosts[0]))
        self.rule(vim.cluster.AntiAffinityRuleSpec(name="broken", enabled=True, vm=vms))
        (rule,) = self.cluster.configurationEx.rule
        self.assertFalse(rule.inCompliance)
        (advice,) = self.cluster.recommendation
        self.assertEqual((advice.reason, advice.rating), ("antiAffin", 5))
        migration = advice.action[0].drsMigration
        self.assertEqual((migration.vm, migration.source), (advice.target, self.hosts[0]))
        self.cluster.ApplyRecommendation(advice.key)
        self.assertEqual(advice.target.runtime.host, migration.destination)
        self.assertTrue(self.cluster.configurationEx.rule[0].inCompliance)
        self.assertEqual(self.cluster.migrationHistory[-1].vm, advice.target)
        self.cluster.RefreshRecommendation()
        self.assertEqual(list(self.cluster.recommendation), [])

    def test_maintenance_waits_until_its_recommendations_are_applied(self):
        self.reconfigure(drsConfig=vim.cluster.DrsConfigInfo(defaultVmBehavior="manual"))
        host = self.hosts[0]
        vms = [self.create(f"leaving{i}") for i in range(2)]
        for vm in vms:
            self.vcenter.wait(vm.PowerOn(host=host))
        running = {vm for vm in host.vm if vm.runtime.powerState == "poweredOn"}
        task = host.EnterMaintenanceMode_Task(timeout=0)
        advice = [r for r in self.cluster.recommendation if r.reason == "hostMaint"]
        self.assertEqual({(r.target, r.rating) for r in advice}, {(vm, 5) for vm in running})
        self.assertEqual(task.info.state, "running")
        for recommendation in advice:
            self.cluster.ApplyRecommendation(recommendation.key)
        self.vcenter.wait(task)
        self.addCleanup(lambda: self.vcenter.wait(host.ExitMaintenanceMode_Task(timeout=0)))
        self.assertTrue(host.runtime.inMaintenanceMode)
        self.assertNotIn(host, [vm.runtime.host for vm in vms])
        self.assertEqual(list(self.cluster.recommendation), [])

    def test_where_a_machine_would_go(self):
        vm = self.create("wanderer")
        hosts = self.cluster.RecommendHostsForVm(vm)
        self.assertEqual({h.host for h in hosts}, set(self.hosts))
        spec = vim.cluster.PlacementSpec(
            placementType="create", configSpec=vim.vm.ConfigSpec(name="new", numCPUs=2, memoryMB=1024)
        )
        result = self.cluster.PlaceVm(spec)
        action = result.recommendations[0].action[0]
        self.assertIsInstance(action, vim.cluster.PlacementAction)
        self.assertIn(action.targetHost, self.hosts)
        self.assertEqual(action.relocateSpec.pool, self.cluster.resourcePool)
        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.cluster.PlaceVm(vim.cluster.PlacementSpec(placementType="relocate"))


if __name__ == "__main__":
    run()
