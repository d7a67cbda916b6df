"""What lies on OpenStack's side of cinder's drivers: configuration, a database in a file, images."""

import os
import tempfile
import uuid
from pathlib import Path
from urllib.parse import urlsplit

from cinder import context, coordination, exception, objects, rpc
from cinder.common import config
from cinder.db import api as database
from cinder.db import models
from cinder.volume import configuration

URL = urlsplit(os.environ["SIMSPHERE_URL"])
CA = os.environ["SIMSPHERE_CA"]
FULL = {"vmware_host_username": "openstack-full@vsphere.local", "vmware_host_password": "openstack"}
FOLDER = tempfile.mkdtemp(prefix="cinder-", dir=os.environ.get("COMPAT_FOLDER"))

CONF = config.CONF


def configure(**backends):
    """Reads a cinder.conf as a user would have it: `configure(vmdk={...}, fcd={...})`, a section for each back end."""
    sections = "".join(section(name, options) for name, options in backends.items())
    file = Path(FOLDER, "cinder.conf")
    file.write_text(
        "[DEFAULT]\n"
        "transport_url = fake:/\n"
        f"state_path = {FOLDER}\n"
        f"enabled_backends = {','.join(backends)}\n"
        "[database]\n"
        f"connection = sqlite:///{FOLDER}/cinder.sqlite\n"
        "[oslo_concurrency]\n"
        f"lock_path = {FOLDER}/locks\n"
        "[coordination]\n"
        f"backend_url = file://{FOLDER}\n"
        f"{sections}"
    )
    CONF([], project="cinder", default_config_files=[str(file)])
    objects.register_all()
    rpc.init(CONF)
    coordination.COORDINATOR.start()
    models.BASE.metadata.create_all(database.get_engine())


def section(name, options):
    words = {
        "volume_driver": "cinder.volume.drivers.vmware.vmdk.VMwareVcVmdkDriver",
        "volume_backend_name": name,
        "vmware_host_ip": URL.hostname,
        "vmware_host_port": URL.port,
        "vmware_ca_file": CA,
        "vmware_insecure": False,
        "vmware_cluster_name": "DC0_C0",
        "vmware_task_poll_interval": 0.02,
        "vmware_tmp_dir": FOLDER,
        **FULL,
        **options,
    }
    lines = "\n".join(f"{name} = {value}" for name, value in words.items() if value is not None)
    return f"[{name}]\n{lines}\n"


def start(backend):
    """As cinder-volume starts a back end: the class its section names, set up and asked whether all is well."""
    from oslo_utils import importutils

    from cinder.volume.manager import volume_backend_opts

    settings = configuration.Configuration(volume_backend_opts, config_group=backend)
    made = importutils.import_object(
        settings.volume_driver, configuration=settings, host=f"cinder@{backend}", cluster_name=None
    )
    made.do_setup(acting())
    made.check_for_setup_error()
    made.set_initialized()
    return made


def acting():
    return context.RequestContext("user", "project", is_admin=True)


class Images:
    """The image service, of which the drivers want what an image is and its bytes, or give it them."""

    temp_images = None

    def __init__(self):
        self.kept = {}
        self.located = {}

    def add(self, path, disk="vmdk", container="bare", location=None, **properties):
        image_id = str(uuid.uuid4())
        content = Path(path).read_bytes() if path else b""
        self.kept[image_id] = {
            "id": image_id,
            "name": "image",
            "disk_format": disk,
            "container_format": container,
            "size": len(content),
            "status": "active",
            "properties": properties,
            "content": content,
        }
        self.located[image_id] = location
        return image_id

    def show(self, _context, image_id):
        if image_id not in self.kept:
            raise exception.ImageNotFound(image_id=image_id)
        return {name: value for name, value in self.kept[image_id].items() if name != "content"}

    def get_location(self, _context, image_id):
        return self.located[image_id], []

    def download(self, _context, image_id):
        content = self.kept[image_id]["content"]
        return iter([content[at : at + 65536] for at in range(0, len(content), 65536)])

    def update(self, _context, image_id, image, data=None, **_options):
        content = b"".join(iter(lambda: data.read(65536), b""))
        self.kept[image_id].update(image, content=content, size=len(content))

    def save(self, image_id, path):
        Path(path).write_bytes(self.kept[image_id]["content"])
        return path


IMAGES = Images()


def volume_type(name, **specs):
    """A volume type; `vmdk_type="thick"` is the extra spec `vmware:vmdk_type`."""
    from cinder.volume import volume_types

    extra = {f"vmware:{key}": value for key, value in specs.items()}
    made = volume_types.create(acting(), f"{name}-{uuid.uuid4().hex[:6]}", extra)
    return objects.VolumeType.get_by_id(acting(), made["id"])


def volume(size=1, of=None, project="project", **words):
    of = of or volume_type("plain")
    made = objects.Volume(
        acting(),
        size=size,
        volume_type_id=of.id,
        status="available",
        attach_status="detached",
        display_name="a volume",
        project_id=project,
        user_id="user",
        host="cinder@vmdk#vmdk",
        **words,
    )
    made.create()
    return objects.Volume.get_by_id(acting(), made.id)


def snapshot_of(volume):
    made = objects.Snapshot(
        acting(),
        volume_id=volume.id,
        volume_size=volume.size,
        project_id=volume.project_id,
        user_id="user",
        status="available",
        display_name="a snapshot",
        display_description="said of it",
        volume_type_id=volume.volume_type_id,
    )
    made.create()
    return objects.Snapshot.get_by_id(acting(), made.id)


def kept(thing, update):
    """What a driver answers goes into the database, as cinder's manager puts it there."""
    if update:
        thing.update(update)
        thing.save()
    return type(thing).get_by_id(acting(), thing.id)


def attached(volume, instance):
    """What cinder notes once nova has attached a volume."""
    noted = database.volume_attach(acting(), {"volume_id": volume.id, "attach_status": "attaching"})
    database.volume_attached(acting(), noted["id"], instance, None, "/dev/sdb")
    return objects.Volume.get_by_id(acting(), volume.id)


def typed(volume, of):
    """Another type, as cinder notes it once a driver has retyped."""
    volume.update({"volume_type_id": of.id})
    volume.save()
    return objects.Volume.get_by_id(acting(), volume.id)
