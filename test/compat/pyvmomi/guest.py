# serve: --scenario test/compat/scenarios/guests.yaml
import time
import unittest
import urllib.request

from pyVmomi import vim

from case import run
from vcenter import Vcenter, trusting


class Guests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vcenter = Vcenter()
        cls.vm = cls.vcenter.find("DC0/vm/DC0_H0_VM0")
        cls.windows = cls.vcenter.find("DC0/vm/DC0_H0_VM1")
        cls.bare = cls.vcenter.find("DC0/vm/DC0_H0_VM2")
        manager = cls.vcenter.content.guestOperationsManager
        cls.auth = manager.authManager
        cls.files = manager.fileManager
        cls.processes = manager.processManager
        cls.aliases = manager.aliasManager
        cls.registry = manager.guestWindowsRegistryManager
        cls.root = vim.vm.guest.NamePasswordAuthentication(username="root", password="vm")

    def http(self, url, data=None):
        request = urllib.request.Request(url, data=data, method="GET" if data is None else "PUT")
        with urllib.request.urlopen(request, context=trusting()) as answer:
            return answer.read()

    def start(self, path, arguments=""):
        spec = vim.vm.guest.ProcessManager.ProgramSpec(programPath=path, arguments=arguments)
        return self.processes.StartProgramInGuest(self.vm, self.root, spec)

    def fault_of(self, act):
        return type(self.vcenter.fault_of(act))

    def test_what_a_guest_says_of_itself_is_typed(self):
        guest = self.vm.guest
        self.assertEqual((guest.hostName, guest.guestState, guest.toolsRunningStatus), ("web1", "running", "guestToolsRunning"))
        (nic,) = guest.net
        self.assertIn(guest.ipAddress, nic.ipAddress)
        self.assertEqual(nic.ipConfig.ipAddress[0].state, "preferred")
        (disk,) = guest.disk
        self.assertLess(disk.freeSpace, disk.capacity)
        self.assertEqual(guest.ipStack[0].dnsConfig.hostName, "web1")
        self.assertTrue(guest.guestOperationsReady)

    def test_credentials_are_checked_and_become_a_ticket(self):
        self.auth.ValidateCredentialsInGuest(self.vm, self.root)
        wrong = vim.vm.guest.NamePasswordAuthentication(username="root", password="no")
        self.assertEqual(
            self.fault_of(lambda: self.auth.ValidateCredentialsInGuest(self.vm, wrong)), vim.fault.InvalidGuestLogin
        )
        ticket = self.auth.AcquireCredentialsInGuest(self.vm, self.root, None)
        self.assertIsInstance(ticket, vim.vm.guest.TicketedSessionAuthentication)
        env = self.processes.ReadEnvironmentVariableInGuest(self.vm, ticket, ["STAGE"])
        self.assertEqual(list(env), ["STAGE=test"])
        self.auth.ReleaseCredentialsInGuest(self.vm, ticket)
        self.assertEqual(
            self.fault_of(lambda: self.auth.ValidateCredentialsInGuest(self.vm, ticket)), vim.fault.InvalidGuestLogin
        )

    def test_a_guest_without_tools_is_unavailable(self):
        self.assertEqual(
            self.fault_of(lambda: self.auth.ValidateCredentialsInGuest(self.bare, self.root)),
            vim.fault.GuestOperationsUnavailable,
        )

    def test_a_program_runs_ends_and_leaves_its_output(self):
        pid = self.start("/opt/app/check", "> /tmp/py-out")
        for _ in range(50):
            (process,) = self.processes.ListProcessesInGuest(self.vm, self.root, [pid])
            if process.endTime:
                break
            time.sleep(0.1)
        self.assertEqual((process.exitCode, process.owner, process.name), (3, "root", "check"))
        info = self.files.InitiateFileTransferFromGuest(self.vm, self.root, "/tmp/py-out")
        self.assertIsInstance(info.attributes, vim.vm.guest.FileManager.PosixFileAttributes)
        self.assertEqual(self.http(info.url), b"checked\n")
        self.files.DeleteFileInGuest(self.vm, self.root, "/tmp/py-out")

    def test_a_program_that_is_not_there_and_a_process_that_is_not_are_typed_faults(self):
        self.assertEqual(self.fault_of(lambda: self.start("/bin/nonesuch")), vim.fault.FileNotFound)
        self.assertEqual(
            self.fault_of(lambda: self.processes.TerminateProcessInGuest(self.vm, self.root, 99999)),
            vim.fault.GuestProcessNotFound,
        )

    def test_a_file_goes_in_is_listed_and_taken_away(self):
        attributes = vim.vm.guest.FileManager.PosixFileAttributes(permissions=0o600)
        data = b"of a case\n" * 1000
        url = self.files.InitiateFileTransferToGuest(self.vm, self.root, "/tmp/py-in", attributes, len(data), False)
        self.http(url, data)
        listed = self.files.ListFilesInGuest(self.vm, self.root, "/tmp", None, None, "^py-in$")
        (entry,) = listed.files
        self.assertEqual((entry.path, entry.size, entry.type, listed.remaining), ("py-in", len(data), "file", 0))
        self.assertEqual(entry.attributes.permissions, 0o600)
        refused = self.fault_of(
            lambda: self.files.InitiateFileTransferToGuest(self.vm, self.root, "/tmp/py-in", attributes, 1, False)
        )
        self.assertEqual(refused, vim.fault.FileAlreadyExists)
        self.files.DeleteFileInGuest(self.vm, self.root, "/tmp/py-in")
        self.assertEqual(
            self.fault_of(lambda: self.files.ListFilesInGuest(self.vm, self.root, "/tmp/py-in")), vim.fault.FileNotFound
        )

    def test_directories_are_made_and_refused_as_a_guest_does(self):
        self.files.MakeDirectoryInGuest(self.vm, self.root, "/tmp/py/a/b", True)
        self.assertEqual(
            self.fault_of(lambda: self.files.MakeDirectoryInGuest(self.vm, self.root, "/tmp/py", False)),
            vim.fault.FileAlreadyExists,
        )
        self.assertEqual(
            self.fault_of(lambda: self.files.DeleteDirectoryInGuest(self.vm, self.root, "/tmp/py", False)),
            vim.fault.DirectoryNotEmpty,
        )
        self.files.DeleteDirectoryInGuest(self.vm, self.root, "/tmp/py", True)

    def test_an_alias_stands_for_a_user(self):
        subject = vim.vm.guest.AliasManager.GuestAuthNamedSubject(name="svc")
        info = vim.vm.guest.AliasManager.GuestAuthAliasInfo(subject=subject, comment="by a case")
        self.aliases.AddGuestAlias(self.vm, self.root, "deploy", True, "QUJD", info)
        (alias,) = self.aliases.ListGuestAliases(self.vm, self.root, "deploy")
        self.assertEqual(alias.aliases[0].subject.name, "svc")
        self.aliases.RemoveGuestAliasByCert(self.vm, self.root, "deploy", "QUJD")
        self.assertFalse(self.aliases.ListGuestAliases(self.vm, self.root, "deploy"))

    def test_a_windows_has_a_registry_and_a_linux_has_none(self):
        key = vim.vm.guest.WindowsRegistryManager.RegistryKeyName(registryPath="HKLM\\SOFTWARE\\Case", wowBitness="WOWNative")
        self.registry.CreateRegistryKeyInGuest(self.windows, self.root, key, False, None)
        (record,) = self.registry.ListRegistryKeysInGuest(
            self.windows,
            self.root,
            vim.vm.guest.WindowsRegistryManager.RegistryKeyName(registryPath="HKLM\\SOFTWARE", wowBitness="WOWNative"),
            False,
            "Case",
        )
        self.assertEqual(record.key.keyName.registryPath, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Case")
        self.registry.DeleteRegistryKeyInGuest(self.windows, self.root, key, False)
        self.assertEqual(
            self.fault_of(lambda: self.registry.ListRegistryKeysInGuest(self.vm, self.root, key, False, None)),
            vim.fault.OperationNotSupportedByGuest,
        )


if __name__ == "__main__":
    run()
