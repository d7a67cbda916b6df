"""A nova-compute of its own: a process with its nova.conf, which spawns one instance when it is told to and says what came of it."""

import json
import os
import sys

import nova_side as side


def image_of(words):
    """An image that several services know by one id."""
    with open(words["path"], "rb") as file:
        content = file.read()
    about = {"vmware_disktype": "sparse", "vmware_adaptertype": "lsiLogic", "vmware_ostype": "ubuntu64Guest"}
    known = {"id": words["id"], "name": "shared", "disk_format": "vmdk", "container_format": "bare"}
    meta = {**known, "size": len(content), "status": "active", "min_disk": 0, "min_ram": 0, "properties": about}
    side.IMAGES.kept[words["id"]] = (meta, content)
    return words["id"]


def main():
    words = json.loads(sys.argv[1])
    side.configure(**words["options"])
    driver = side.start_driver()
    image = image_of(words["image"])
    print("ready", flush=True)
    sys.stdin.readline()
    instance = side.instance_of(image)
    driver.spawn(side.acting(), instance, side.IMAGES.meta(image), [], "", {}, side.network_of())
    snapshot = side.IMAGES.add(b"", name="snapshot", disk_format="vmdk", container_format="bare", properties={})
    driver.snapshot(side.acting(), instance, snapshot, lambda **_: None)
    with open(words["snapshot"], "wb") as file:
        file.write(side.IMAGES.kept[snapshot][1])
    told = {"uuid": instance.uuid, "state": driver.get_info(instance).state, "node": driver.get_available_nodes()}
    print(json.dumps(told), flush=True)
    # oslo leaves threads behind that would keep the process.
    os._exit(0)


if __name__ == "__main__":
    main()
