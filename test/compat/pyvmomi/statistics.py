# serve: --clock x60
import time
import unittest

from pyVmomi import vim, vmodl

from case import run
from vcenter import Vcenter


class Statistics(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.manager = cls.vcenter.content.perfManager
        cls.keys = {
            f"{c.groupInfo.key}.{c.nameInfo.key}.{c.rollupType}": c.key for c in cls.manager.perfCounter
        }
        # A minute of the clock: three samples.
        time.sleep(1.5)

    def entities(self, kind):
        content = self.vcenter.content
        view = content.viewManager.CreateContainerView(content.rootFolder, [kind], True)
        try:
            return list(view.view)
        finally:
            view.Destroy()

    def ask(self, entity, name, instance="", **more):
        metric = vim.PerformanceManager.MetricId(counterId=self.keys[name], instance=instance)
        spec = vim.PerformanceManager.QuerySpec(entity=entity, metricId=[metric], **more)
        return self.manager.QueryPerf(querySpec=[spec])

    def test_a_machine_and_its_host_are_measured_every_twenty_seconds(self):
        vm = next(v for v in self.entities(vim.VirtualMachine) if v.runtime.powerState == "poweredOn")
        for entity in (vm, vm.runtime.host):
            summary = self.manager.QueryPerfProviderSummary(entity)
            self.assertTrue(summary.currentSupported)
            answer = self.ask(entity, "cpu.usagemhz.average", intervalId=summary.refreshRate, maxSample=2)
            self.assertEqual(2, len(answer[0].sampleInfo))
            self.assertTrue(all(value >= 0 for value in answer[0].value[0].value))

    def test_what_there_is_to_measure_is_listed(self):
        host = self.entities(vim.HostSystem)[0]
        available = {m.counterId for m in self.manager.QueryAvailablePerfMetric(host, None, None, 20)}
        for name in ("cpu.usage.average", "mem.usage.average", "net.usage.average", "disk.usage.average"):
            self.assertIn(self.keys[name], available)

    def test_samples_come_as_csv(self):
        host = self.entities(vim.HostSystem)[0]
        answer = self.ask(host, "mem.consumed.average", intervalId=20, maxSample=2, format="csv")
        self.assertEqual(4, len(answer[0].sampleInfoCSV.split(",")))
        self.assertEqual(2, len(answer[0].value[0].value.split(",")))

    def test_pools_tell_what_their_machines_use(self):
        for pool in self.entities(vim.ResourcePool):
            stats = pool.summary.quickStats
            self.assertGreaterEqual(stats.hostMemoryUsage, stats.guestMemoryUsage)
            self.assertLessEqual(pool.runtime.cpu.reservationUsed, pool.runtime.cpu.maxUsage)

    def test_an_interval_that_is_not_there_is_refused(self):
        with self.assertRaises(vmodl.fault.InvalidArgument) as refused:
            self.ask(self.entities(vim.HostSystem)[0], "cpu.usage.average", intervalId=77)
        self.assertEqual("querySpec.interval", refused.exception.invalidProperty)


run()
