# serve: --scenario openstack
"""What nova asks for again and again before it gives up: five minutes that other programs need not wait for."""

import nova_cases
from case import run
from control import control


class Refused(nova_cases.NovaCase):
    options = {"host_username": "openstack-full@vsphere.local", "host_password": "openstack"}

    def test_an_invalid_os_type_is_refused_however_often_it_is_asked_for(self):
        with self.assertRaises(Exception) as refused:
            self.spawn(self.image(vmware_ostype="plan9"))
        self.assertIn("configSpec.guestId", str(refused.exception))
        self.assertGreaterEqual(len(control("/journal?method=CreateVM_Task")), 20)
        self.assertEqual(self.driver.list_instances(), [])


run()
