"""What lies on OpenStack's side of nova's driver: configuration, instances, images, networks. Everything else is nova's own."""

import atexit
import os
import shutil
import tempfile
import uuid
from pathlib import Path
from urllib.parse import urlsplit

from nova import config, context, objects, rpc
from nova.compute import task_states
from nova.compute import vm_states
from nova.network import model as network_model
from nova.objects import base, fields, flavor, image_meta
from nova.virt import fake

URL = urlsplit(os.environ["SIMSPHERE_URL"])
CLUSTER = "DC0_C0"

CONF = config.CONF


def configure(**options):
    """Reads a nova.conf as a user would have it."""
    words = {
        "host_ip": URL.hostname,
        "host_port": URL.port,
        "host_username": os.environ["SIMSPHERE_USER"],
        "host_password": os.environ["SIMSPHERE_PASSWORD"],
        "ca_file": os.environ["SIMSPHERE_CA"],
        "cluster_name": CLUSTER,
        "datastore_regex": "nas-.*",
        "integration_bridge": "br-int",
        "task_poll_interval": 0.02,
        **options,
    }
    lines = "\n".join(f"{name} = {value}" for name, value in words.items())
    folder = tempfile.mkdtemp(prefix="nova-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    file = Path(folder, "nova.conf")
    file.write_text(
        f"[DEFAULT]\ntransport_url = fake:/\nstate_path = {folder}\n"
        f"[oslo_concurrency]\nlock_path = {folder}\n[vmware]\n{lines}\n"
    )
    CONF([], project="nova", default_config_files=[str(file)])
    objects.register_all()
    objects.BlockDeviceMappingList.bdms_by_instance_uuid = no_volumes
    rpc.init(CONF)


class Images:
    """The image service, of which the driver wants what an image is and its bytes, or gives it them."""

    def __init__(self):
        self.kept = {}

    def add(self, content, **image):
        image_id = str(uuid.uuid4())
        self.kept[image_id] = ({"id": image_id, "size": len(content), "status": "active", **image}, content)
        return image_id

    def get(self, _context, image_id, **_options):
        return self.kept[image_id][0]

    def download(self, _context, image_id, **_options):
        content = self.kept[image_id][1]
        return iter([content[at : at + 65536] for at in range(0, len(content), 65536)])

    def update(self, _context, image_id, image, data=None, **_options):
        before, content = self.kept[image_id]
        if data is not None:
            content = b"".join(iter(lambda: data.read(65536), b""))
        self.kept[image_id] = ({**before, **image, "size": len(content)}, content)

    def meta(self, image_id):
        return image_meta.ImageMeta.from_dict(self.kept[image_id][0])


IMAGES = Images()


class Network:
    """The network service, of which the driver wants nothing but to tell it things."""

    def update_instance_vnic_index(self, *_arguments, **_options):
        pass


class Instance(objects.Instance):
    """An instance that is in no database."""

    def save(self, *_arguments, **_options):
        self.obj_reset_changes()

    def refresh(self, *_arguments, **_options):
        pass


base.NovaObjectRegistry.register(Instance)


def no_volumes(_context, uuids):
    """Which volumes instances have stands in the database too."""
    return {uuid: [] for uuid in uuids}



def flavor_of(vcpus=1, memory_mb=64, root_gb=1, ephemeral_gb=0, swap=0, **extra_specs):
    return flavor.Flavor(
        id=1,
        name="small",
        flavorid="small",
        memory_mb=memory_mb,
        vcpus=vcpus,
        root_gb=root_gb,
        ephemeral_gb=ephemeral_gb,
        swap=swap,
        extra_specs=extra_specs,
    )


def instance_of(image_id, flavor=None, **words):
    flavor = flavor or flavor_of()
    made = Instance(
        id=1,
        uuid=str(uuid.uuid4()),
        display_name="mayfly",
        project_id="project",
        user_id="user",
        image_ref=image_id,
        root_gb=flavor.root_gb,
        ephemeral_gb=flavor.ephemeral_gb,
        memory_mb=flavor.memory_mb,
        vcpus=flavor.vcpus,
        host="compute",
        node="node",
        vm_state=vm_states.BUILDING,
        task_state=task_states.SPAWNING,
        power_state=0,
        launched_at=None,
        system_metadata={},
        metadata={},
        **{"config_drive": "", "key_data": None, "ephemeral_key_uuid": None, **words},
    )
    made.flavor = flavor
    made.old_flavor = None
    made.new_flavor = None
    return made


def tell(instance, network):
    """What nova's own database knows of the instance's ports."""
    instance.info_cache = objects.InstanceInfoCache(instance_uuid=instance.uuid, network_info=network)


def network_of(kind=network_model.VIF_TYPE_OVS, label="private", **details):
    """One port on a network, as neutron tells of it."""
    network = network_model.Network(id=str(uuid.uuid4()), bridge="br-int", label=label, subnets=[])
    return network_model.NetworkInfo(
        [
            network_model.VIF(
                id=str(uuid.uuid4()),
                address="fa:16:3e:11:22:33",
                network=network,
                type=kind,
                vnic_type=network_model.VNIC_TYPE_NORMAL,
                details=details,
                devname="tap0",
                ovs_interfaceid=str(uuid.uuid4()),
                active=True,
            )
        ]
    )


def acting():
    return context.RequestContext("user", "project", is_admin=True)


def start_driver():
    # As nova-compute does: the driver reads its configuration while it is imported.
    from nova.virt.vmwareapi import driver, images

    images.IMAGE_API = IMAGES
    made = driver.VMwareVCDriver(fake.FakeVirtAPI())
    # Neutron is told on which card of the machine each port is.
    made._vmops._network_api = Network()
    made.init_host("compute")
    return made

