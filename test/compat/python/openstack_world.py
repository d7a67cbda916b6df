"""An oslo.vmware session with the server under test, and the steps nova and cinder take with one."""

import os
from urllib.parse import urlsplit

from oslo_vmware import api, vim_util

URL = urlsplit(os.environ["SIMSPHERE_URL"])
USER = os.environ["SIMSPHERE_USER"]
PASSWORD = os.environ["SIMSPHERE_PASSWORD"]
CA = os.environ["SIMSPHERE_CA"]


def session(user=USER, password=PASSWORD, cacert=CA, insecure=False, retries=1, url=URL):
    """As a service makes one: the WSDL comes from the server, every second task is not waited for in vain."""
    return api.VMwareAPISession(
        url.hostname,
        user,
        password,
        api_retry_count=retries,
        task_poll_interval=0.05,
        port=url.port,
        cacert=cacert,
        insecure=insecure,
    )


class Driver:
    """One session and the handful of calls a virt driver is made of."""

    def __init__(self, **options):
        self.session = session(**options)
        self.vim = self.session.vim
        self.factory = self.vim.client.factory

    def call(self, method, *args, **kwargs):
        return self.session.invoke_api(self.vim, method, *args, **kwargs)

    def util(self, method, *args, **kwargs):
        return self.session.invoke_api(vim_util, method, self.vim, *args, **kwargs)

    def do(self, method, *args, **kwargs):
        """A call that starts a task, and the task's info when it is done."""
        return self.session.wait_for_task(self.call(method, *args, **kwargs))

    def spec(self, kind, /, **values):
        made = self.factory.create(f"ns0:{kind}")
        for key, value in values.items():
            setattr(made, key, value)
        return made

    def objects(self, kind, properties=("name",)):
        """{name: reference} of all of a kind, the way nova looks for its cluster: get_objects, page by page."""
        found = {}
        result = self.util("get_objects", kind, 100, list(properties))
        while result:
            for content in result.objects:
                found[{p.name: p.val for p in content.propSet}["name"]] = content.obj
            result = self.util("continue_retrieval", result)
        return found

    def property(self, reference, name):
        return self.util("get_object_property", reference, name)

    def machine(self, name, **values):
        files = self.spec("VirtualMachineFileInfo", vmPathName="[LocalDS_0]")
        config = self.spec(
            "VirtualMachineConfigSpec",
            name=name,
            guestId="otherGuest64",
            numCPUs=1,
            memoryMB=64,
            files=files,
            **values,
        )
        datacenter = self.objects("Datacenter")["DC0"]
        folder = self.property(datacenter, "vmFolder")
        pool = self.property(self.objects("ClusterComputeResource")["DC0_C0"], "resourcePool")
        return self.do("CreateVM_Task", folder, config=config, pool=pool).result

    def remove(self, machine):
        self.do("Destroy_Task", machine)
