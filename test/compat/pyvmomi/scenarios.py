# serve: none
import http.client
import time
import unittest

from pyVmomi import vim, vmodl

from case import run
from served import Served

VM = "DC0/vm/DC0_C0_RP0_VM0"


class Worlds(unittest.TestCase):
    """Scenarios whose world is what they promise."""

    def test_default_has_a_cluster_and_four_vms_that_run(self):
        with Served("default") as server:
            vms = server.log_in().all(vim.VirtualMachine)
            self.assertEqual([vm.runtime.powerState for vm in vms], ["poweredOn"] * 4)

    def test_empty_has_nothing_in_it(self):
        with Served("empty") as server:
            self.assertEqual(list(server.log_in().content.rootFolder.childEntity), [])

    def test_esx_is_a_host_of_its_own(self):
        with Served("esx", user="root") as server:
            session = server.log_in()
            self.assertEqual(session.content.about.apiType, "HostAgent")
            self.assertEqual(len(session.all(vim.HostSystem)), 1)

    def test_two_clusters_lets_shared_machines_move_between_them(self):
        with Served("two-clusters") as server:
            session = server.log_in()
            other = session.find("DC0/host/DC0_C1")
            place = {"pool": other.resourcePool, "host": other.host[0]}
            web, db = session.find("DC0/vm/web-1"), session.find("DC0/vm/db")
            session.wait(web.RelocateVM_Task(vim.vm.RelocateSpec(**place)))
            self.assertEqual(web.runtime.host, other.host[0])
            session.fault_of(lambda: db.RelocateVM_Task(vim.vm.RelocateSpec(**place)))
            shared = session.find("DC0/datastore/shared")
            session.wait(db.RelocateVM_Task(vim.vm.RelocateSpec(datastore=shared, **place)))
            self.assertEqual(db.runtime.host, other.host[0])

    def test_openstack_takes_uploads_at_the_name_of_each_host(self):
        with Served("openstack") as server:
            session = server.log_in()
            hosts = session.all(vim.HostSystem)
            self.assertEqual(sorted(host.name for host in hosts), [f"127.0.1.{n}" for n in range(1, 5)])
            for host in hosts:
                path = f"/folder/from-{host.name}.txt?dcPath=ha-datacenter&dsName=nas-1"
                url = f"https://{host.name}:{server.url.port}{path}"
                spec = vim.SessionManager.HttpServiceRequestSpec(method="httpPut", url=url)
                ticket = session.content.sessionManager.AcquireGenericServiceTicket(spec)
                door = http.client.HTTPSConnection(host.name, server.url.port, context=server.trusting)
                door.request("PUT", path, body=b"hello", headers={"Cookie": f'vmware_cgi_ticket="{ticket.id}"'})
                self.assertEqual(door.getresponse().status, 201)
                door.close()

    def test_openstack_lets_its_service_account_make_and_start_machines_on_the_bridge(self):
        with Served("openstack", "--user", "boss@vsphere.local") as server:
            session = server.log_in("openstack@vsphere.local", "openstack")
            cluster = session.find("DC0/host/DC0_C1")
            self.assertEqual(cluster.configurationEx.drsConfig.defaultVmBehavior, "fullyAutomated")
            backing = vim.vm.device.VirtualEthernetCard.OpaqueNetworkBackingInfo(
                opaqueNetworkId="br-int", opaqueNetworkType="opaque"
            )
            nic = vim.vm.device.VirtualDeviceSpec(
                operation="add", device=vim.vm.device.VirtualVmxnet3(key=-1, backing=backing)
            )
            vm = session.wait(session.create("instance", "nas-2", pool=cluster.resourcePool, deviceChange=[nic]))
            session.wait(vm.PowerOnVM_Task())
            self.assertIn(vm.runtime.host, cluster.host)
            self.assertEqual(session.fault_of(vm.MarkAsTemplate).privilegeId, "VirtualMachine.Provisioning.MarkAsTemplate")
            server.log_in("openstack-full@vsphere.local", "openstack")
            server.log_in("boss@vsphere.local")

    def test_restricted_user_may_switch_machines_and_nothing_else(self):
        with Served("restricted-user") as server:
            session = server.log_in("operator@vsphere.local", "operator")
            vm = session.find(VM)
            session.wait(vm.PowerOffVM_Task())
            fault = session.fault_of(lambda: vm.Rename_Task("mine"))
            self.assertIsInstance(fault, vim.fault.NoPermission)
            self.assertEqual(fault.privilegeId, "VirtualMachine.Config.Rename")

    def test_ten_thousand_vms_are_ten_thousand(self):
        with Served("ten-thousand-vms") as server:
            self.assertEqual(len(server.log_in().all(vim.VirtualMachine)), 10_000)

    def test_cluster_that_fits_nothing_has_a_machine_no_host_can_run(self):
        with Served("cluster-that-fits-nothing") as server:
            session = server.log_in()
            fault = session.fault_of(session.find(VM).PowerOnVM_Task)
            self.assertIsInstance(fault, vim.fault.NoCompatibleHost)


class Calls(unittest.TestCase):
    """Scenarios in which calls come to grief."""

    def test_session_storm_takes_all_sessions_at_every_tenth_call(self):
        with Served("session-storm") as server:
            session = server.log_in()
            lost = 0
            for _ in range(30):
                try:
                    session.si.CurrentTime()
                except vim.fault.NotAuthenticated:
                    lost += 1
                    session = server.log_in()
            self.assertGreaterEqual(lost, 2)

    def test_lost_answers_do_the_work_and_say_nothing(self):
        with Served("lost-answers") as server:
            session = server.log_in()
            with self.assertRaises((ConnectionError, http.client.HTTPException)):
                session.create("once", "LocalDS_0")
            again = server.log_in()
            made = lambda: again.content.searchIndex.FindByInventoryPath("DC0/vm/once")
            end = time.monotonic() + 10
            while made() is None and time.monotonic() < end:
                time.sleep(0.05)
            self.assertIsNotNone(made())
            fault = again.fault_of(lambda: again.create("once", "LocalDS_0"))
            self.assertIsInstance(fault, vim.fault.DuplicateName)

    def test_flaky_network_spoils_some_calls_and_not_most(self):
        with Served("flaky-network") as server:
            session, spoiled, calls = None, 0, 100
            for _ in range(calls):
                try:
                    session = session or server.log_in()
                    session.si.CurrentTime()
                # A torn answer is told by whatever the client stumbles over first.
                except Exception:
                    spoiled += 1
                    session = None
            self.assertTrue(0 < spoiled < calls / 2, spoiled)

    def test_stuck_task_stays_at_forty_percent_and_cannot_be_cancelled(self):
        with Served("stuck-task") as server:
            session = server.log_in()
            vm = session.find(VM)
            session.wait(vm.PowerOffVM_Task())
            task = vm.PowerOnVM_Task()
            time.sleep(0.3)
            self.assertEqual((task.info.state, task.info.progress), ("running", 40))
            session.fault_of(task.CancelTask)
            self.assertIsInstance(session.fault_of(vm.PowerOnVM_Task), vim.fault.TaskInProgress)


class Trouble(unittest.TestCase):
    """Scenarios in which something befalls the world, by the clock."""

    def until(self, what, seconds=60):
        end = time.monotonic() + seconds
        while not what():
            self.assertLess(time.monotonic(), end, "it never came to that")
            time.sleep(0.1)

    def test_slow_storage_makes_work_on_one_datastore_wait(self):
        with Served("slow-storage", "--clock", "x10") as server:
            session = server.log_in()
            begun = time.monotonic()
            session.wait(session.create("fast", "LocalDS_1"))
            quick = time.monotonic() - begun
            session.wait(session.create("slow", "LocalDS_0"))
            self.assertGreater(time.monotonic() - begun - quick, 1.9)

    def test_datastore_full_has_no_room_for_a_swap_file(self):
        with Served("datastore-full") as server:
            session = server.log_in()
            full, empty = (session.find(f"DC0/datastore/LocalDS_{n}").summary.freeSpace for n in (0, 1))
            self.assertLessEqual(full, 16 << 20)
            self.assertGreater(empty, 1 << 40)
            fault = session.fault_of(session.find(VM).PowerOnVM_Task)
            self.assertIn("DiskSpace", type(fault).__name__)

    def test_host_crash_is_made_good_by_ha(self):
        with Served("host-crash", "--clock", "x10") as server:
            session = server.log_in()
            host = session.find("DC0/host/DC0_C0/DC0_C0_H0")
            vms = [session.find(f"DC0/vm/DC0_C0_RP0_VM{n}") for n in (1, 2, 3)]
            self.until(lambda: host.runtime.connectionState == "notResponding")
            self.until(lambda: all(vm.runtime.host != host and vm.runtime.powerState == "poweredOn" for vm in vms))
            self.until(lambda: host.runtime.connectionState == "connected")

    def test_vcenter_restart_loses_connections_and_sessions_and_nothing_else(self):
        with Served("vcenter-restart", "--clock", "x2") as server:
            session = server.log_in()
            vm = session.find(VM)
            seen = set()

            def gone():
                try:
                    session.si.CurrentTime()
                except vim.fault.NotAuthenticated:
                    return True
                except Exception as error:
                    seen.add(type(error).__name__)
                return False

            self.until(gone)
            self.assertTrue(seen, "it was never away")
            self.assertEqual(server.log_in().find(VM)._moId, vm._moId)

    def test_snapshot_locked_leaves_disks_that_cannot_be_consolidated(self):
        with Served("snapshot-locked", "--clock", "x20") as server:
            session = server.log_in()
            vm = session.find("DC0/vm/locked")
            self.assertEqual(vm.snapshot.rootSnapshotList[0].name, "backup")
            fault = session.fault_of(vm.RemoveAllSnapshots_Task)
            self.assertIsInstance(fault, vim.fault.FileLocked)
            self.assertTrue(vm.runtime.consolidationNeeded)

            def consolidated():
                try:
                    session.wait(vm.ConsolidateVMDisks_Task())
                    return True
                except vim.fault.FileLocked:
                    return False

            self.until(consolidated)
            self.assertFalse(vm.runtime.consolidationNeeded)

    def test_partial_outage_leaves_the_rest_working(self):
        with Served("partial-outage") as server:
            session = server.log_in()
            states = {host.name: host.runtime.connectionState for host in session.all(vim.HostSystem)}
            self.assertNotEqual(states.pop("DC0_C0_H1"), "connected")
            self.assertEqual(set(states.values()), {"connected"})
            mounts = {m.key.name: m.mountInfo.accessible for m in session.find("DC0/datastore/LocalDS_1").host}
            self.assertFalse(mounts["DC0_C0_H2"])
            self.assertTrue(mounts["DC0_C0_H0"])
            outcomes = []
            for n in range(8):
                try:
                    session.wait(session.find(f"DC0/vm/DC0_C0_RP0_VM{n}").PowerOffVM_Task())
                    outcomes.append("done")
                except vmodl.MethodFault as fault:
                    outcomes.append(type(fault).__name__.rpartition(".")[2])
            self.assertEqual(outcomes.count("vim.fault.HostCommunication") + outcomes.count("HostCommunication"), 2)
            self.assertGreaterEqual(outcomes.count("done"), 4)


if __name__ == "__main__":
    run()
