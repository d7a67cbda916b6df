# serve: --scenario openstack
"""nova as the service account that may do what its driver does, without looking at the server's certificate."""

import nova_cases
import privileges_side
from case import run


class Instances(nova_cases.Nova):
    options = {
        "host_username": "openstack-full@vsphere.local",
        "host_password": "openstack",
        "ca_file": "",
        "insecure": "true",
    }


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "nova"


run()
