"""What became of cinder's volumes, looked at with another client: machines, their disks and the bytes on them."""

import functools
import os
import unittest

from pyVmomi import vim

import cinder_side as side
from images import Model, at, leased, qemu, write_disk
from vcenter import Vcenter, devices

Disk = vim.vm.device.VirtualDisk
GIB = 1024


@functools.cache
def started(backend):
    """One driver for each back end and program: each reads the whole WSDL."""
    return side.start(backend)


@functools.cache
def looking():
    return Vcenter()


class VolumeCase(unittest.TestCase):
    backend = "vmdk"

    @classmethod
    def setUpClass(cls):
        cls.vcenter = looking()
        cls.driver = started(cls.backend)

    def volume(self, size=1, of=None, **words):
        """A volume that the driver made; it is gone when the case is over."""
        made = side.volume(size, of, **words)
        made = side.kept(made, self.driver.create_volume(made))
        self.addCleanup(self.gone, made)
        return made

    def unmade(self, size=1, of=None, **words):
        """A volume that only the database knows yet."""
        made = side.volume(size, of, **words)
        self.addCleanup(self.gone, made)
        return made

    def gone(self, volume):
        if self.machine(volume):
            self.driver.delete_volume(side.kept(volume, None))

    def machine(self, volume):
        found = self.vcenter.content.searchIndex.FindAllByUuid(None, volume.id, True, True)
        return found[0] if found else None

    def disk(self, volume):
        (disk,) = devices(self.machine(volume), Disk)
        return disk

    def write(self, volume, model, place, content):
        write_disk(self.machine(volume), self.disk(volume), place, content)
        model.write(place, content)

    def model(self, name, gibibytes=1):
        return Model(at(f"{name}.img"), gibibytes * GIB)

    def assert_holds(self, volume, model):
        """What comes out of an export is what the plain file says, to the last byte."""
        self.assert_machine_holds(self.machine(volume), model)

    def assert_machine_holds(self, machine, model):
        (path,) = leased(machine.ExportVm(), machine.name.replace("/", "_"))
        qemu("compare", path, model.path)
        os.remove(path)

    def path_of(self, entity):
        names = []
        while entity is not None and not isinstance(entity, vim.Datacenter):
            names.insert(0, entity.name)
            entity = entity.parent
        return "/".join(names)
