"""What lies on glance's side of its store on vSphere datastores: a configuration, and bytes that come in pieces."""

import hashlib
import io
import os
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from glance_store import backend, location, multi_backend
from oslo_config import cfg

URL = urlsplit(os.environ["SIMSPHERE_URL"])
CA = os.environ["SIMSPHERE_CA"]
FOLDER = tempfile.mkdtemp(prefix="glance-", dir=os.environ.get("COMPAT_FOLDER"))


def store_of(**options):
    """The store of a glance-api.conf as a user would have it, with `[glance_store] stores = vmware`."""
    conf = cfg.ConfigOpts()
    backend.register_opts(conf)
    told = {"stores": "vmware", "default_store": "vsphere", **vmware(**options)}
    conf([], project="glance", default_config_files=[written(section("glance_store", told))])
    # What another configuration before left is not this one's.
    location.SCHEME_TO_CLS_MAP.pop("vsphere", None)
    backend.create_stores(conf)
    return backend.get_store_from_scheme("vsphere")


def several(**stores):
    """The stores of a glance-api.conf with `enabled_backends`; glance knows one such configuration for each process."""
    enabled = ",".join(f"{name}:vmware" for name in stores)
    text = f"[DEFAULT]\nenabled_backends = {enabled}\n"
    text += section("glance_store", {"default_backend": next(iter(stores))})
    text += "".join(section(name, vmware(**options)) for name, options in stores.items())
    cfg.CONF.register_opt(cfg.DictOpt("enabled_backends"))
    cfg.CONF([], project="glance", default_config_files=[written(text)])
    multi_backend.register_store_opts(cfg.CONF)
    multi_backend.create_multi_stores(cfg.CONF)


def vmware(**options):
    return {
        "vmware_server_host": URL.hostname,
        "vmware_server_username": "openstack-full@vsphere.local",
        "vmware_server_password": "openstack",
        "vmware_datastores": ["DC0:nas-1"],
        "vmware_ca_file": CA,
        "vmware_insecure": False,
        "vmware_task_poll_interval": 1,
        **options,
    }


def written(text):
    file = Path(FOLDER, "glance-api.conf")
    file.write_text(text)
    return str(file)


def section(name, options):
    lines = []
    for key, value in options.items():
        lines += [f"{key} = {each}" for each in (value if isinstance(value, list) else [value]) if each is not None]
    return f"[{name}]\n" + "\n".join(lines) + "\n"


class Stream:
    """What a client uploads: there is no going back in it."""

    def __init__(self, content):
        self._content = io.BytesIO(content)

    def read(self, size=-1):
        return self._content.read(size)

    def __iter__(self):
        return iter(lambda: self._content.read(65536), b"")


def located(url, store):
    return location.get_location_from_uri(url, conf=store.conf)


def whole(answer):
    chunks, size = answer
    return b"".join(chunks), size


def sha512(content):
    return hashlib.sha512(content).hexdigest()
