# serve: --scenario test/compat/scenarios/identity.yaml
import unittest
from datetime import datetime, timedelta, timezone
from http.client import HTTPSConnection
from xml.sax.saxutils import escape

from lxml import etree
from pyVim import connect
from pyVmomi import vim

from case import run
from vcenter import PASSWORD, URL, USER, log_in, stranger, trusting

OPERATOR = ("operator@vsphere.local", "operator")
NAMES = {
    "soap": "http://schemas.xmlsoap.org/soap/envelope/",
    "saml2": "urn:oasis:names:tc:SAML:2.0:assertion",
}
TRUST = "http://docs.oasis-open.org/ws-sx/ws-trust/200512"
WSS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity"

REQUEST = """\
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
<soap:Header><s:Security xmlns:s="{wss}-secext-1.0.xsd">
<u:Timestamp xmlns:u="{wss}-utility-1.0.xsd"><u:Created>{now}</u:Created><u:Expires>{soon}</u:Expires></u:Timestamp>
<s:UsernameToken><s:Username>{user}</s:Username><s:Password>{password}</s:Password></s:UsernameToken>
</s:Security></soap:Header>
<soap:Body><RequestSecurityToken xmlns="{trust}">
<TokenType>urn:oasis:names:tc:SAML:2.0:assertion</TokenType>
<RequestType>{trust}/Issue</RequestType>
<Lifetime xmlns:u="{wss}-utility-1.0.xsd"><u:Created>{now}</u:Created><u:Expires>{soon}</u:Expires></Lifetime>
<KeyType>{trust}/Bearer</KeyType>
</RequestSecurityToken></soap:Body>
</soap:Envelope>"""


def issue(user, password):
    """The answer of the token service to a request for a bearer's token, as a document."""
    now = datetime.now(timezone.utc)
    form = "%Y-%m-%dT%H:%M:%S.000Z"
    text = REQUEST.format(
        wss=WSS,
        trust=TRUST,
        user=escape(user),
        password=escape(password),
        now=now.strftime(form),
        soon=(now + timedelta(minutes=5)).strftime(form),
    )
    connection = HTTPSConnection(URL.hostname, URL.port, context=trusting())
    connection.request("POST", "/sts/STSService/vsphere.local", text.encode(), {"Content-Type": "text/xml"})
    return etree.fromstring(connection.getresponse().read())


def token(user=USER, password=PASSWORD):
    answer = issue(user, password)
    return etree.tostring(answer.find(".//saml2:Assertion", NAMES)).decode()


def by_token(saml):
    """A stub that shows a token while it logs in, as pyVim's own login methods do."""
    stub = connect.SoapStubAdapter(host=URL.hostname, port=URL.port, sslContext=trusting(), version="vim.version.v8_0_0_0")
    manager = vim.ServiceInstance("ServiceInstance", stub).content.sessionManager
    stub.samlToken = saml
    try:
        return manager.LoginByToken()
    finally:
        stub.samlToken = None


class Tokens(unittest.TestCase):
    def test_a_token_for_a_password_logs_in_its_subject(self):
        session = by_token(token())
        self.assertEqual(session.userName, "VSPHERE.LOCAL\\Administrator")
        self.assertEqual(by_token(token(*OPERATOR)).userName.lower(), "vsphere.local\\operator")

    def test_a_wrong_password_gets_no_token(self):
        answer = issue(USER, "wrong")
        self.assertEqual(answer.findtext(".//faultstring"), "Invalid credentials")

    def test_a_token_that_was_changed_is_refused_with_InvalidLogin(self):
        changed = token(*OPERATOR).replace("operator@", "Administrator@")
        with self.assertRaises(vim.fault.InvalidLogin):
            by_token(changed)

    def test_no_token_is_refused_with_InvalidLogin(self):
        with self.assertRaises(vim.fault.InvalidLogin):
            stranger().content.sessionManager.LoginByToken()


class Accounts(unittest.TestCase):
    def test_users_and_groups_are_found_by_part_of_a_name_and_exactly(self):
        directory = log_in().content.userDirectory

        def found(text, exact=False, **more):
            rows = directory.RetrieveUserGroups(
                searchStr=text, exactMatch=exact, findUsers=True, findGroups=True, **more
            )
            return [row.principal for row in rows]

        self.assertEqual(found("operat"), ["VSPHERE.LOCAL\\operator"])
        self.assertEqual(found("operat", exact=True), [])
        self.assertIn("VSPHERE.LOCAL\\Administrators", found("administrators", domain="vsphere.local"))
        self.assertEqual(
            found("", belongsToGroup="VSPHERE.LOCAL\\Administrators"), ["VSPHERE.LOCAL\\Administrator"]
        )
        with self.assertRaises(vim.fault.NotFound):
            found("x", domain="elsewhere")

    def test_a_user_without_the_privilege_neither_lists_nor_ends_sessions(self):
        other = log_in().content.sessionManager.currentSession
        manager = log_in(*OPERATOR).content.sessionManager
        for act, privilege in (
            (lambda: manager.TerminateSession([other.key]), "Sessions.TerminateSession"),
            (lambda: manager.SessionIsActive(other.key, other.userName), "Sessions.ValidateSession"),
            (lambda: manager.ImpersonateUser(other.userName), "Sessions.ImpersonateUser"),
        ):
            with self.assertRaises(vim.fault.NoPermission) as caught:
                act()
            self.assertEqual(caught.exception.privilegeId, privilege)
        self.assertEqual(manager.currentSession.userName.lower(), "vsphere.local\\operator")

    def test_an_administrator_becomes_another_user_and_may_then_do_what_that_one_may(self):
        content = log_in().content
        session = content.sessionManager.ImpersonateUser("VSPHERE.LOCAL\\operator")
        self.assertEqual(session.userName.lower(), "vsphere.local\\operator")
        with self.assertRaises(vim.fault.NoPermission):
            content.rootFolder.CreateFolder("mine")
        with self.assertRaises(vim.fault.InvalidLogin):
            log_in().content.sessionManager.ImpersonateUser("VSPHERE.LOCAL\\nobody")

    def test_an_extension_without_a_certificate_does_not_log_in(self):
        manager = stranger().content.sessionManager
        with self.assertRaises(vim.fault.NoClientCertificate):
            manager.LoginExtensionByCertificate("com.vmware.vim.eam")
        with self.assertRaises(vim.fault.NotFound):
            manager.LoginExtensionBySubjectName("com.example.nothing")

    def test_too_many_wrong_passwords_lock_an_account(self):
        user, password = "clumsy@vsphere.local", "clumsy"
        for _ in range(5):
            with self.assertRaises(vim.fault.InvalidLogin):
                log_in(user, "wrong")
        with self.assertRaises(vim.fault.InvalidLogin):
            log_in(user, password)


if __name__ == "__main__":
    run()
