import unittest

from oslo_vmware import exceptions, vim_util

from case import run
from openstack_world import Driver, session


class Sessions(unittest.TestCase):
    def test_a_service_that_verifies_the_certificate_fetches_the_wsdl_and_logs_in(self):
        about = session().vim.service_content.about
        self.assertEqual(about.apiType, "VirtualCenter")

    def test_a_service_that_verifies_nothing_logs_in(self):
        self.assertTrue(session(cacert=None, insecure=True).is_current_session_active())

    def test_a_service_that_trusts_nobody_of_ours_is_stopped_by_the_certificate(self):
        with self.assertRaises(Exception) as caught:
            session(cacert=None, insecure=False, retries=0)
        self.assertIn("CERTIFICATE_VERIFY_FAILED", repr(caught.exception) + repr(caught.exception.__cause__))

    def test_a_wrong_password_is_a_fault_named_InvalidLogin(self):
        with self.assertRaises(exceptions.VimFaultException) as caught:
            session(password="wrong")
        self.assertEqual(caught.exception.fault_list, ["InvalidLogin"])

    def test_the_cookie_of_the_session_is_the_first_and_known_by_its_name(self):
        made = session()
        names = [cookie.name for cookie in made.vim.client.cookiejar]
        self.assertEqual(names[0].lower(), "vmware_soap_session")
        self.assertTrue(made.vim.get_http_cookie())

    def test_a_session_that_was_terminated_is_replaced_without_the_caller_noticing(self):
        driver, other = Driver(), Driver()
        before = driver.session._session_id
        manager = other.vim.service_content.sessionManager
        other.call("TerminateSession", manager, sessionId=[before])
        self.assertFalse(driver.session.is_current_session_active())
        self.assertIn("DC0", driver.objects("Datacenter"))
        self.assertNotEqual(driver.session._session_id, before)

    def test_a_session_that_was_terminated_is_replaced_in_a_call_that_changes_something_too(self):
        driver, other = Driver(), Driver()
        folder = driver.property(driver.objects("Datacenter")["DC0"], "vmFolder")
        other.call(
            "TerminateSession", other.vim.service_content.sessionManager, sessionId=[driver.session._session_id]
        )
        made = driver.call("CreateFolder", folder, name="after the session")
        self.assertEqual(driver.property(made, "name"), "after the session")
        driver.remove(made)

    def test_a_session_that_logs_out_is_over(self):
        driver, other = Driver(), Driver()
        key, name = driver.session._session_id, driver.session._session_username
        manager = other.vim.service_content.sessionManager
        self.assertTrue(other.call("SessionIsActive", manager, sessionID=key, userName=name))
        driver.session.logout()
        self.assertFalse(other.call("SessionIsActive", manager, sessionID=key, userName=name))

    def test_the_version_is_read_as_the_drivers_read_it(self):
        driver = Driver()
        self.assertRegex(vim_util.get_vc_version(driver.session), r"^\d+\.\d+\.\d+$")
        self.assertTrue(driver.vim.service_content.about.instanceUuid)

    def test_a_ticket_for_an_upload_has_no_equals_sign_in_it(self):
        driver = Driver()
        spec = vim_util.get_http_service_request_spec(
            driver.factory, "PUT", "https://127.0.0.1/folder/a?dcPath=ha-datacenter&dsName=LocalDS_0"
        )
        ticket = driver.call("AcquireGenericServiceTicket", driver.vim.service_content.sessionManager, spec=spec)
        self.assertTrue(ticket.id)
        self.assertNotIn("=", ticket.id)

    def test_an_extension_is_registered_with_a_heartbeat_that_names_no_zone(self):
        driver = Driver()
        self.assertFalse(driver.util("find_extension", "org.openstack.case"))
        driver.util("register_extension", "org.openstack.case", None)
        self.assertEqual(driver.util("find_extension", "org.openstack.case").key, "org.openstack.case")


if __name__ == "__main__":
    run()
