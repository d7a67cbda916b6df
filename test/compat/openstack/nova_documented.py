# serve: --scenario openstack --permissions log
"""nova as the account of OpenStack's documents, on a vCenter that notes what it would refuse; on full clones, its certificate checked."""

import nova_cases
import privileges_side
from case import run
from control import control


class Instances(nova_cases.Nova):
    options = {
        "host_username": "openstack@vsphere.local",
        "host_password": "openstack",
        "use_linked_clone": "false",
    }


class WhatItNeeded(privileges_side.WhatItNeeded):
    program = "nova"
    user = "openstack@vsphere.local"

    def test_what_would_have_been_refused_is_what_the_page_lists(self):
        (report,) = control(f"/privileges?user={self.user}")
        self.assertLessEqual({need["privilege"] for need in report["refused"]}, privileges_side.documented())


run()
