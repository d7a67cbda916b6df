import ssl
import unittest

from pyVim import connect
from pyVmomi import vim, vmodl

from case import run
from vcenter import PASSWORD, URL, USER, Vcenter, log_in, stranger


class Sessions(unittest.TestCase):
    def test_a_client_that_verifies_the_certificate_logs_in(self):
        about = log_in().content.about
        self.assertEqual(about.apiType, "VirtualCenter")
        self.assertEqual(about.productLineId, "vpx")
        self.assertEqual(about.name, "VMware vCenter Server")
        self.assertIn(about.version, about.fullName)
        self.assertIn(about.build, about.fullName)

    def test_a_client_that_trusts_nobody_of_ours_is_stopped_by_the_certificate(self):
        with self.assertRaises(ssl.SSLCertVerificationError):
            log_in(sslContext=ssl.create_default_context())

    def test_a_client_that_verifies_nothing_logs_in(self):
        si = log_in(sslContext=None, disableSslCertValidation=True)
        self.assertIsNotNone(si.content.sessionManager.currentSession)

    def test_a_wrong_password_is_refused_with_InvalidLogin(self):
        with self.assertRaises(vim.fault.InvalidLogin) as caught:
            log_in(password="wrong")
        self.assertEqual(
            caught.exception.msg, "Cannot complete login due to an incorrect user name or password."
        )

    def test_an_unknown_user_is_refused_with_InvalidLogin(self):
        with self.assertRaises(vim.fault.InvalidLogin):
            log_in(user="nobody@vsphere.local")

    def test_the_name_of_the_user_is_the_same_in_any_case_of_letters(self):
        self.assertIsNotNone(log_in(user=USER.upper()).content.sessionManager.currentSession)

    def test_the_current_session_tells_who_and_when(self):
        si = log_in()
        session = si.content.sessionManager.currentSession
        self.assertRegex(session.key, r"^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")
        self.assertIn("administrator", session.userName.lower())
        self.assertEqual(session.locale, "en")
        self.assertEqual(session.ipAddress, "127.0.0.1")
        self.assertFalse(session.extensionSession)
        self.assertLessEqual(session.loginTime, si.CurrentTime())

    def test_the_list_of_sessions_names_every_one_by_its_own_key(self):
        one, two = log_in(), log_in()
        keys = [si.content.sessionManager.currentSession.key for si in (one, two)]
        listed = [session.key for session in one.content.sessionManager.sessionList]
        self.assertEqual(len(set(keys)), 2)
        self.assertLessEqual(set(keys), set(listed))

    def test_a_terminated_session_is_inactive_and_its_client_not_authenticated(self):
        keeper, victim = log_in().content, log_in().content
        session = victim.sessionManager.currentSession
        manager = keeper.sessionManager
        self.assertTrue(manager.SessionIsActive(session.key, session.userName))
        manager.TerminateSession([session.key])
        self.assertFalse(manager.SessionIsActive(session.key, session.userName))
        with self.assertRaises(vim.fault.NotAuthenticated) as caught:
            victim.rootFolder.childEntity
        self.assertEqual(caught.exception.object, victim.rootFolder)
        self.assertEqual(caught.exception.msg, "The session is not authenticated.")

    def test_nobody_can_terminate_the_session_he_is_in_or_one_that_is_not(self):
        manager = log_in().content.sessionManager
        with self.assertRaises(vmodl.fault.InvalidArgument):
            manager.TerminateSession([manager.currentSession.key])
        with self.assertRaises(vim.fault.NotFound):
            manager.TerminateSession(["52000000-0000-0000-0000-000000000000"])

    def test_a_session_that_logged_out_is_not_authenticated(self):
        si = log_in()
        folder = si.content.rootFolder
        si.content.sessionManager.Logout()
        with self.assertRaises(vim.fault.NotAuthenticated):
            si.CurrentTime()
        with self.assertRaises(vim.fault.NotAuthenticated):
            folder.name

    def test_a_clone_ticket_opens_one_more_session_of_the_same_user_once(self):
        first = log_in().content.sessionManager
        ticket = first.AcquireCloneTicket()
        session = stranger().content.sessionManager.CloneSession(ticket)
        self.assertEqual(session.userName, first.currentSession.userName)
        self.assertNotEqual(session.key, first.currentSession.key)
        with self.assertRaises(vim.fault.InvalidLogin):
            stranger().content.sessionManager.CloneSession(ticket)

    def test_the_service_content_needs_no_session_and_the_rest_does(self):
        si = stranger()
        content = si.RetrieveContent()
        self.assertEqual(content.rootFolder._moId, "group-d1")
        self.assertIsNone(content.sessionManager.currentSession)
        for act in (lambda: content.rootFolder.name, si.CurrentTime, lambda: content.searchIndex.FindByIp(None, "1", True)):
            with self.assertRaises(vim.fault.NotAuthenticated):
                act()

    def test_without_a_session_an_object_that_is_not_is_not_told_from_one_that_is(self):
        si = stranger()
        with self.assertRaises(vim.fault.NotAuthenticated) as caught:
            vim.VirtualMachine("vm-404404", si._stub).PowerOn()
        self.assertEqual(caught.exception.object._moId, "vm-404404")

    def test_a_session_answers_in_the_locale_it_asked_for(self):
        manager = log_in().content.sessionManager
        manager.SetLocale("en_US")
        self.assertEqual(manager.currentSession.locale, "en_US")

    def test_an_object_that_is_gone_is_ManagedObjectNotFound_and_named(self):
        vcenter = Vcenter()
        gone = vim.VirtualMachine("vm-404404", vcenter.si._stub)
        for act in (lambda: gone.name, gone.PowerOn):
            with self.assertRaises(vmodl.fault.ManagedObjectNotFound) as caught:
                act()
            self.assertEqual(caught.exception.obj, gone)
        self.assertEqual(
            caught.exception.msg,
            "The object 'vim.VirtualMachine:vm-404404' has already been deleted or has not been completely created",
        )

    def test_clients_of_every_version_back_to_six_five_are_served_in_their_own(self):
        for version in ("vim.version.version12", "vim.version.v7_0", "vim.version.v8_0_0_0"):
            with self.subTest(version):
                stub = connect.SoapStubAdapter(
                    host=URL.hostname, port=URL.port, version=version, sslContext=ssl._create_unverified_context()
                )
                content = vim.ServiceInstance("ServiceInstance", stub).RetrieveContent()
                content.sessionManager.Login(USER, PASSWORD)
                vm = content.searchIndex.FindByInventoryPath("DC0/vm/DC0_H0_VM0")
                self.assertEqual(vm.summary.config.name, "DC0_H0_VM0")
                self.assertEqual(vm.config.name, "DC0_H0_VM0")
                self.assertGreater(vm.runtime.host.summary.hardware.memorySize, 0)
                self.assertIsNotNone(vm.runtime.host.config.product.version)


if __name__ == "__main__":
    run()
