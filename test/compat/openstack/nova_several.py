# serve: --scenario openstack
"""Several nova-computes at once, each a process of its own: three of one vCenter, two of them of one cluster, and one of another vCenter."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
import uuid

from case import run
from images import MIB, same
from served import Served
from vcenter import Vcenter

from pyVmomi import vim

ACCOUNT = {"host_username": "openstack-full@vsphere.local", "host_password": "openstack"}
SIDE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "nova_compute_side.py")
RUNNING = 1


class Compute:
    """One of them, under way."""

    def __init__(self, folder, name, image, environment=None, **options):
        self.snapshot = os.path.join(folder, f"{name}.vmdk")
        words = {"options": {**ACCOUNT, **options}, "image": image, "snapshot": self.snapshot}
        # Its session ends with the process, not with a word.
        self.log = open(os.path.join(folder, f"{name}.log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, SIDE, json.dumps(words)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.log,
            env={**os.environ, **(environment or {})},
            text=True,
        )

    def line(self):
        said = self.process.stdout.readline().strip()
        if said:
            return said
        self.log.seek(0)
        raise AssertionError(self.log.read()[-3000:])

    def go(self):
        self.process.stdin.write("go\n")
        self.process.stdin.flush()

    def told(self):
        return json.loads(self.line())


class Several(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.mkdtemp(prefix="several-", dir=os.environ.get("COMPAT_FOLDER"))
        cls.raw = os.path.join(folder, "image.raw")
        with open(cls.raw, "wb") as file:
            file.write(os.urandom(6 * MIB))
            file.truncate(8 * MIB)
        path = os.path.join(folder, "image.vmdk")
        convert = ["qemu-img", "convert", "-O", "vmdk", "-o", "subformat=monolithicSparse,adapter_type=lsilogic"]
        subprocess.run([*convert, cls.raw, path], check=True)
        cls.image = {"id": str(uuid.uuid4()), "path": path}
        server = Served("openstack", "--listen", "127.0.5.1", "--seed", "elsewhere")
        cls.other = server.__enter__()
        cls.addClassCleanup(server.__exit__)
        there = {"SIMSPHERE_URL": cls.other.url.geturl(), "SIMSPHERE_CA": cls.other.ca}
        nas = {"datastore_regex": "nas-1"}
        # Linked clones of one cache are for one nova-compute: upstream, who comes second to a disk of a flavor's size fails.
        full = {**nas, "use_linked_clone": "false"}
        cls.computes = {
            "first": Compute(folder, "first", cls.image, cluster_name="DC0_C0", **full),
            "second": Compute(folder, "second", cls.image, cluster_name="DC0_C0", **full),
            "beside": Compute(folder, "beside", cls.image, cluster_name="DC0_C1", datastore_regex="nas-2"),
            "elsewhere": Compute(folder, "elsewhere", cls.image, there, cluster_name="DC0_C0", **nas),
        }
        for compute in cls.computes.values():
            assert compute.line() == "ready"
        for compute in cls.computes.values():
            compute.go()
        cls.told = {name: compute.told() for name, compute in cls.computes.items()}
        cls.vcenter = Vcenter()

    def machine(self, name, content=None):
        content = content or self.vcenter.content
        return content.searchIndex.FindByUuid(None, self.told[name]["uuid"], True, True)

    def test_each_spawns_in_its_own_cluster_at_once_with_the_others(self):
        self.assertEqual({told["state"] for told in self.told.values()}, {RUNNING})
        clusters = {name: self.machine(name).runtime.host.parent.name for name in ("first", "second", "beside")}
        self.assertEqual(clusters, {"first": "DC0_C0", "second": "DC0_C0", "beside": "DC0_C1"})

    def test_two_vcenters_are_two_worlds(self):
        session = self.other.log_in()
        there = self.machine("elsewhere", session.content)
        self.assertEqual(there.runtime.powerState, "poweredOn")
        self.assertIsNone(self.machine("elsewhere"))
        self.assertEqual([self.machine(name, session.content) for name in ("first", "second", "beside")], [None] * 3)
        self.assertEqual(len({tuple(told["node"]) for told in self.told.values()}), 3)

    def test_what_two_race_for_stands_in_the_cache_once_and_nothing_half_made_beside_it(self):
        store = self.vcenter.find("DC0/datastore/nas-1")
        spec = vim.host.DatastoreBrowser.SearchSpec(matchPattern=["*.vmdk"])
        found = self.vcenter.wait(store.browser.SearchDatastoreSubFolders_Task("[nas-1]", spec))
        files = [folder.folderPath + file.path for folder in found for file in folder.file]
        cached = [path for path in files if f"/{self.image['id']}/{self.image['id']}.vmdk" in path]
        self.assertEqual(len(cached), 1, files)
        self.assertEqual([path for path in files if "vmware_temp" in path], [])

    def test_each_instance_holds_the_whole_image(self):
        for name, compute in self.computes.items():
            with self.subTest(name):
                grown = f"{compute.snapshot}.raw"
                with open(self.raw, "rb") as source, open(grown, "wb") as target:
                    target.write(source.read())
                    target.truncate(1024 * MIB)
                same(compute.snapshot, grown)


run()
