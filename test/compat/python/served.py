"""A server of a case's own, in a process beside it, and pyVmomi's sessions with it."""

import json
import os
import shutil
import signal
import ssl
import subprocess
import tempfile
import time
from urllib.parse import urlsplit

from pyVim import connect
from pyVim.task import WaitForTask
from pyVmomi import vim, vmodl

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
MAIN = os.environ.get("SIMSPHERE_MAIN") or os.path.join(ROOT, "dist", "cli", "main.js")


class Served:
    """`with Served("two-clusters") as server:` runs a scenario for as long as the block."""

    def __init__(self, scenario, *flags, user="administrator@vsphere.local"):
        self.flags = ["--scenario", scenario, *flags]
        self.user = user

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="served-", dir=os.environ.get("COMPAT_FOLDER"))
        ready = os.path.join(self.folder, "ready.json")
        self.log = open(os.path.join(self.folder, "server.log"), "w", encoding="utf-8")
        words = [shutil.which("node"), MAIN, "serve", "--port", "0", "--ready-file", ready, *self.flags]
        self.process = subprocess.Popen(words, cwd=ROOT, stdout=self.log, stderr=self.log)
        while not os.path.exists(ready):
            assert self.process.poll() is None, f"the server ended: {open(self.log.name, encoding='utf-8').read()}"
            time.sleep(0.01)
        with open(ready, encoding="utf-8") as file:
            told = json.load(file)
        self.url = urlsplit(told["url"])
        self.ca = os.path.join(self.folder, "ca.pem")
        with open(self.ca, "w", encoding="utf-8") as file:
            file.write(told["ca"])
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)
        self.log.close()

    @property
    def trusting(self):
        return ssl.create_default_context(cafile=self.ca)

    def log_in(self, user=None, password="simsphere"):
        si = connect.SmartConnect(
            host=self.url.hostname,
            port=self.url.port,
            user=user or self.user,
            pwd=password,
            sslContext=self.trusting,
        )
        return Session(si)


class Session:
    def __init__(self, si):
        self.si = si
        self.content = si.RetrieveContent()

    def find(self, path):
        found = self.content.searchIndex.FindByInventoryPath(path)
        assert found is not None, f"nothing at {path}"
        return found

    def all(self, kind):
        return list(self.content.viewManager.CreateContainerView(self.content.rootFolder, [kind], True).view)

    def wait(self, task):
        WaitForTask(task, si=self.si)
        return task.info.result

    def fault_of(self, act):
        try:
            answer = act()
            if isinstance(answer, vim.Task):
                self.wait(answer)
        except vmodl.MethodFault as fault:
            return fault
        raise AssertionError("it was done without a fault")

    def create(self, name, datastore, pool=None, folder=None, **config):
        files = vim.vm.FileInfo(vmPathName=f"[{datastore}]")
        spec = vim.vm.ConfigSpec(name=name, guestId="otherGuest64", numCPUs=1, memoryMB=64, files=files, **config)
        pool = pool or self.find("DC0/host/DC0_C0").resourcePool
        return (folder or self.find("DC0/vm")).CreateVM_Task(spec, pool)
