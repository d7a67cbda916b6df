"""A pyVmomi session with the server under test, and the few steps that most cases share."""

import os
import ssl
from urllib.parse import urlsplit

from pyVim import connect
from pyVim.task import WaitForTask
from pyVmomi import vim, vmodl

URL = urlsplit(os.environ["SIMSPHERE_URL"])
USER = os.environ["SIMSPHERE_USER"]
PASSWORD = os.environ["SIMSPHERE_PASSWORD"]
CA = os.environ["SIMSPHERE_CA"]


def trusting():
    """A context that verifies the server against its CA and no other, as strictly as the newest Python does."""
    context = ssl.create_default_context(cafile=CA)
    if os.environ["COMPAT_TARGET"] == "simsphere":
        context.verify_flags |= ssl.VERIFY_X509_STRICT
    return context


def log_in(user=USER, password=PASSWORD, **options):
    options.setdefault("sslContext", trusting())
    return connect.SmartConnect(host=URL.hostname, port=URL.port, user=user, pwd=password, **options)


def stranger():
    """A service instance that never logged in."""
    stub = connect.SmartStubAdapter(host=URL.hostname, port=URL.port, sslContext=trusting())
    return vim.ServiceInstance("ServiceInstance", stub)


class Vcenter:
    """One session, and the default model's best known objects."""

    def __init__(self, user=USER, password=PASSWORD):
        self.si = log_in(user, password)
        self.content = self.si.RetrieveContent()

    def find(self, path):
        found = self.content.searchIndex.FindByInventoryPath(path)
        assert found is not None, f"nothing at {path}"
        return found

    @property
    def datacenter(self):
        return self.find("DC0")

    @property
    def folder(self):
        return self.find("DC0/vm")

    @property
    def cluster(self):
        return self.find("DC0/host/DC0_C0")

    @property
    def pool(self):
        return self.cluster.resourcePool

    def wait(self, task):
        """What the task made; its fault is raised."""
        WaitForTask(task, si=self.si)
        return task.info.result

    def fault_of(self, act):
        """The fault of a call, whether the call itself raises it or the task it starts fails with it."""
        try:
            answer = act()
            if isinstance(answer, vim.Task):
                self.wait(answer)
        except vmodl.MethodFault as fault:
            return fault
        raise AssertionError("it was done without a fault")

    def create(self, name, *devices, folder=None, **config):
        config.setdefault("guestId", "otherGuest64")
        config.setdefault("numCPUs", 1)
        config.setdefault("memoryMB", 64)
        config.setdefault("files", vim.vm.FileInfo(vmPathName="[LocalDS_0]"))
        spec = vim.vm.ConfigSpec(name=name, deviceChange=list(devices), **config)
        return self.wait((folder or self.folder).CreateVM_Task(spec, self.pool))

    def destroy(self, entity):
        self.wait(entity.Destroy_Task())

    def view(self, kind, root=None):
        return self.content.viewManager.CreateContainerView(root or self.content.rootFolder, [kind], True)

    def all(self, kind, root=None):
        return list(self.view(kind, root).view)

    def close(self):
        connect.Disconnect(self.si)


def add(device, **options):
    return vim.vm.device.VirtualDeviceSpec(operation="add", device=device, **options)


def scsi(key=-101):
    return add(vim.vm.device.ParaVirtualSCSIController(key=key, busNumber=0, sharedBus="noSharing"))


def disk(kilobytes=1024, controller=-101, unit=0, key=-1, thin=True):
    backing = vim.vm.device.VirtualDisk.FlatVer2BackingInfo(diskMode="persistent", thinProvisioned=thin, fileName="")
    return add(
        vim.vm.device.VirtualDisk(
            key=key, controllerKey=controller, unitNumber=unit, capacityInKB=kilobytes, backing=backing
        ),
        fileOperation="create",
    )


def nic(network="VM Network", key=-2, **options):
    backing = vim.vm.device.VirtualEthernetCard.NetworkBackingInfo(deviceName=network)
    return add(vim.vm.device.VirtualVmxnet3(key=key, backing=backing, **options))


def devices(vm, kind):
    return [device for device in vm.config.hardware.device if isinstance(device, kind)]
