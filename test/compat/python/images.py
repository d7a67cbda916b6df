"""Disk images in and out of a server: made and judged by qemu-img, moved over /folder, /nfc and the control door."""

import json
import os
import random
import re
import subprocess
import urllib.request
from urllib.parse import quote

from pyVmomi import vim

from vcenter import URL, trusting

MIB = 2**20
FOLDER = os.environ["COMPAT_FOLDER"]
CONTROL = os.environ["SIMSPHERE_CONTROL_URL"].rstrip("/")
OPENER = urllib.request.build_opener(urllib.request.HTTPSHandler(context=trusting()))


def at(*names):
    path = os.path.join(FOLDER, *names)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def qemu(*args):
    done = subprocess.run(["qemu-img", *args], capture_output=True, text=True)
    assert done.returncode == 0, f"qemu-img {' '.join(args)}: {done.stdout}{done.stderr}"
    return done.stdout


def same(path, raw):
    """The image holds what the raw one does, in as many bytes."""
    if path.endswith(".vmdk"):
        qemu("check", "-q", path)
    qemu("compare", path, raw)
    sizes = [json.loads(qemu("info", "--output=json", file))["virtual-size"] for file in (path, raw)]
    assert sizes[0] == sizes[1], sizes


class Model:
    """A disk as a plain file beside the server's: what is written to one is written to the other."""

    def __init__(self, path, mebibytes=0):
        self.path = path
        if mebibytes:
            with open(path, "wb") as file:
                file.truncate(mebibytes * MIB)

    def write(self, place, content):
        with open(self.path, "r+b") as file:
            file.seek(place)
            file.write(content)

    def copy(self, path):
        with open(self.path, "rb") as source, open(path, "wb") as target:
            target.write(source.read())
        return Model(path)


def noise(length, seed):
    return random.Random(seed).randbytes(length)


def request(method, url, data=None, headers=None):
    asked = urllib.request.Request(url, data=data, method=method, headers=headers or {})
    return OPENER.open(asked)


class Files:
    """Files of a datacenter's datastores, by names like `[LocalDS_0] dir/x.vmdk`."""

    def __init__(self, si):
        self._cookie = si._stub.cookie.split(";")[0]

    def url(self, name):
        store, path = re.fullmatch(r"\[(.+)\] (.+)", name).groups()
        return f"https://{URL.netloc}/folder/{quote(path)}?dcPath=DC0&dsName={quote(store)}"

    def put(self, name, path):
        with open(path, "rb") as file:
            headers = {"Cookie": self._cookie, "Content-Length": str(os.path.getsize(path))}
            request("PUT", self.url(name), file, headers).read()

    def get(self, name, path):
        with request("GET", self.url(name), headers={"Cookie": self._cookie}) as answer:
            save(answer, path)

    def fetch(self, name, folder):
        """Downloads a disk and all it stands over into a folder of their own; the path of its descriptor."""
        store, path = re.fullmatch(r"\[(.+)\] (.+)", name).groups()
        local = at(folder, path.replace("/", "_"))
        self.get(name, local)
        with open(local, "rb") as file:
            head = file.read(MIB)
        if not head.startswith(b"# Disk DescriptorFile"):
            return local
        text = head.decode()
        beside = path[: path.rfind("/") + 1]
        for extent in re.findall(r'^RW \d+ \w+ "([^"]+)"', text, re.MULTILINE):
            self.get(f"[{store}] {beside}{extent}", at(folder, (beside + extent).replace("/", "_")))
            text = text.replace(f'"{extent}"', f'"{(beside + extent).replace("/", "_")}"')
        parent = re.search(r'^parentFileNameHint="([^"]+)"', text, re.MULTILINE)
        if parent:
            fetched = self.fetch(self._parent(store, beside, parent[1]), folder)
            text = text.replace(parent[0], f'parentFileNameHint="{os.path.basename(fetched)}"')
        with open(local, "w") as file:
            file.write(text)
        return local

    def _parent(self, store, beside, hint):
        """A whole path names the datastore by its uuid: here there is one."""
        whole = re.fullmatch(r"/vmfs/volumes/[^/]+/(.+)", hint)
        return f"[{store}] {whole[1] if whole else beside + hint}"


def save(answer, path):
    with open(path, "wb") as file:
        while chunk := answer.read(MIB):
            if chunk.count(0) == len(chunk):
                file.seek(len(chunk), os.SEEK_CUR)
            else:
                file.write(chunk)
        file.truncate()


def door(vm, key, place):
    return f"{CONTROL}/disks/{vm._GetMoId()}/{key}?at={place}"


def write_disk(vm, disk, place, content):
    """As the guest would."""
    request("PUT", door(vm, disk.key, place), content, {"Content-Type": "application/octet-stream"}).read()


def lease_url(url):
    """A lease leaves the host to whoever asked."""
    return url.replace("//*", f"//{URL.netloc}")


def leased(lease, folder):
    """Downloads the disks of an export and ends its lease; their paths, in order."""
    while lease.state == vim.HttpNfcLease.State.initializing:
        pass
    assert lease.state == vim.HttpNfcLease.State.ready, lease.error
    paths = []
    for device in lease.info.deviceUrl:
        if device.disk:
            paths.append(at(folder, device.targetId))
            with request("GET", lease_url(device.url)) as answer:
                save(answer, paths[-1])
    lease.HttpNfcLeaseComplete()
    return paths


def brought(lease, path):
    """Uploads the one disk of an import and ends its lease; the machine."""
    while lease.state == vim.HttpNfcLease.State.initializing:
        pass
    assert lease.state == vim.HttpNfcLease.State.ready, lease.error
    (device,) = [device for device in lease.info.deviceUrl if device.disk]
    vm = lease.info.entity
    with open(path, "rb") as file:
        headers = {"Content-Length": str(os.path.getsize(path)), "Content-Type": "application/x-vnd.vmware-streamVmdk"}
        request("POST", lease_url(device.url), file, headers).read()
    lease.HttpNfcLeaseProgress(100)
    lease.HttpNfcLeaseComplete()
    return vm
