import unittest

from oslo_vmware import pbm, vim_util

from case import run
from openstack_world import Driver


class Policies(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.driver = Driver()
        cls.session = cls.driver.session
        version = vim_util.get_vc_version(cls.session)
        cls.session.pbm_wsdl_loc_set(pbm.get_pbm_wsdl_location(version))

    def test_profiles_are_listed_and_found_by_name(self):
        names = [p.name for p in pbm.get_all_profiles(self.session)]
        self.assertIn("vSAN Default Storage Policy", names)
        found = pbm.get_profile_id_by_name(self.session, "VM Encryption Policy")
        self.assertEqual(found.uniqueId, "4d5f673c-536f-11e6-beb8-9e71128cae77")

    def test_datastores_are_filtered_by_profile(self):
        datastores = list(self.driver.objects("Datastore").values())
        hubs = pbm.convert_datastores_to_hubs(self.session.pbm.client.factory, datastores)
        encryption = pbm.get_profile_id_by_name(self.session, "VM Encryption Policy")
        vsan = pbm.get_profile_id_by_name(self.session, "vSAN Default Storage Policy")
        fitting = pbm.filter_hubs_by_profile(self.session, hubs, encryption)
        self.assertEqual(len(pbm.filter_datastores_by_hubs(fitting, datastores)), len(datastores))
        self.assertFalse(pbm.filter_hubs_by_profile(self.session, hubs, vsan))

    def test_a_session_that_ended_is_replaced_on_the_way_to_policies(self):
        pbm.get_all_profiles(self.session)
        other = Driver()
        manager = other.vim.service_content.sessionManager
        other.call("TerminateSession", manager, sessionId=[self.session._session_id])
        self.assertTrue(pbm.get_all_profiles(self.session))

    def test_a_machine_has_no_profile_until_it_is_given_one(self):
        vm = next(iter(self.driver.objects("VirtualMachine").values()))
        self.assertFalse(pbm.get_profiles(self.session, vm))


run()
