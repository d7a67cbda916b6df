/** What a fresh system has on its disk: the directories everybody expects, and programs by name. */
import { posix, windows } from './path.ts';
import type { GuestNode, GuestTree } from './system.ts';

/** When the system was installed. */
const BORN = Date.UTC(2024, 0, 1);

const DIRECTORIES =
  '/ /bin /boot /dev /etc /home /lib /mnt /opt /proc /root /run /sbin /srv /sys /tmp /usr /usr/bin /usr/lib /usr/local /usr/local/bin /usr/sbin /usr/share /var /var/lib /var/log /var/tmp';

/** Directories where everybody may write. */
const OPEN: ReadonlySet<string> = new Set(['/tmp', '/var/tmp']);

const COMMANDS =
  'bash cat chmod chown cp cut date df dmesg echo env false grep hostname id ip kill ln ls mkdir mv ps pwd rm rmdir sed sh sleep sort stat systemctl tail tar touch true uname uptime wc whoami';
const TOOLS = ['/sbin/shutdown', '/sbin/reboot', '/usr/bin/vmtoolsd', '/usr/bin/vmware-rpctool', '/usr/bin/python3'];

const TEXTS: Readonly<Record<string, string>> = {
  '/etc/hosts': '127.0.0.1 localhost\n::1 localhost\n',
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\n',
  '/etc/os-release': 'NAME="Linux"\nID=linux\n',
};

const WINDOWS_DIRECTORIES = [
  'C:\\',
  'C:\\Program Files',
  'C:\\Program Files\\VMware',
  'C:\\Program Files\\VMware\\VMware Tools',
  'C:\\ProgramData',
  'C:\\Temp',
  'C:\\Users',
  'C:\\Users\\Administrator',
  'C:\\Users\\Public',
  'C:\\Windows',
  'C:\\Windows\\System32',
  'C:\\Windows\\System32\\drivers',
  'C:\\Windows\\System32\\drivers\\etc',
  'C:\\Windows\\System32\\WindowsPowerShell',
  'C:\\Windows\\System32\\WindowsPowerShell\\v1.0',
  'C:\\Windows\\Temp',
];
const WINDOWS_PROGRAMS =
  'cmd.exe cscript.exe hostname.exe ipconfig.exe msiexec.exe net.exe netsh.exe notepad.exe ping.exe reg.exe sc.exe shutdown.exe systeminfo.exe tasklist.exe timeout.exe whoami.exe';

function node(path: string, part: Partial<GuestNode>): GuestNode {
  const directory = part.type === 'directory';
  const size = part.text === undefined ? (directory ? 4_096 : 16_384) : Buffer.byteLength(part.text);
  const permissions = directory || part.text === undefined ? 0o755 : 0o644;
  return Object.freeze({ path, type: 'file', size, modified: BORN, owner: 0, group: 0, permissions, ...part });
}

function posixTree(): GuestTree {
  const directories = DIRECTORIES.split(' ').map((path) =>
    node(path, {
      type: 'directory',
      ...(OPEN.has(path) && { permissions: 0o1777 }),
      ...(path === '/root' && { permissions: 0o700 }),
    }),
  );
  const programs = COMMANDS.split(' ').flatMap((name) => [node(`/bin/${name}`, {}), node(`/usr/bin/${name}`, {})]);
  const tools = TOOLS.map((path) => node(path, {}));
  const texts = Object.entries(TEXTS).map(([path, text]) => node(path, { text }));
  return treeOfNodes([...directories, ...programs, ...tools, ...texts], posix.key);
}

function windowsTree(): GuestTree {
  const directories = WINDOWS_DIRECTORIES.map((path) =>
    node(path, { type: 'directory', size: 0, ...(/Temp$/.test(path) && { permissions: 0o777 }) }),
  );
  const system = WINDOWS_PROGRAMS.split(' ').map((name) => node(`C:\\Windows\\System32\\${name}`, {}));
  const shell = node('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', {});
  const tools = node('C:\\Program Files\\VMware\\VMware Tools\\vmtoolsd.exe', {});
  const hosts = node('C:\\Windows\\System32\\drivers\\etc\\hosts', { text: '127.0.0.1 localhost\r\n' });
  return treeOfNodes([...directories, ...system, shell, tools, hosts], windows.key);
}

function treeOfNodes(nodes: readonly GuestNode[], key: (path: string) => string): GuestTree {
  return Object.freeze(Object.fromEntries(nodes.map((n) => [key(n.path), n])));
}

export const POSIX_FILES: GuestTree = posixTree();
export const WINDOWS_FILES: GuestTree = windowsTree();
