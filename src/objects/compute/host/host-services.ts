/** Services and firewall of a host: ESXi's usual ones, with what was changed put over them. */
import type { HostFirewallInfo, HostFirewallRule, HostServiceInfo } from '../../../vim25/generated/index.ts';
import type { Host } from './host.ts';

export interface Services {
  readonly [key: string]: { readonly running?: boolean | undefined; readonly policy?: string | undefined };
}

export interface Firewall {
  /** Rule sets switched on or off. */
  readonly enabled?: { readonly [key: string]: boolean } | undefined;
  readonly incomingBlocked?: boolean | undefined;
  readonly outgoingBlocked?: boolean | undefined;
}

/** key, label, running, policy, rule sets */
const SERVICES: readonly (readonly [string, string, boolean, 'on' | 'off' | 'automatic', readonly string[]])[] = [
  ['DCUI', 'Direct Console UI', true, 'on', []],
  ['TSM', 'ESXi Shell', false, 'off', []],
  ['TSM-SSH', 'SSH', false, 'off', []],
  ['attestd', 'attestd', false, 'off', []],
  ['kmxd', 'kmxd', false, 'off', []],
  ['lbtd', 'Load-Based Teaming Daemon', true, 'on', []],
  ['lwsmd', 'Active Directory Service', false, 'off', []],
  ['ntpd', 'NTP Daemon', true, 'on', ['ntpClient']],
  ['pcscd', 'PC/SC Smart Card Daemon', false, 'off', []],
  ['ptpd', 'PTP Daemon', false, 'off', ['ptpd']],
  ['sfcbd-watchdog', 'CIM Server', false, 'on', ['CIMHttpServer', 'CIMHttpsServer']],
  ['slpd', 'slpd', false, 'off', ['CIMSLP']],
  ['snmpd', 'SNMP Server', false, 'on', ['snmp']],
  ['vltd', 'vltd', false, 'off', []],
  ['vmsyslogd', 'Syslog Server', true, 'on', ['syslog']],
  ['vpxa', 'VMware vCenter Agent', true, 'on', ['vpxHeartbeats']],
  ['xorg', 'X.Org Server', false, 'on', []],
];

const REQUIRED: ReadonlySet<string> = new Set(['vmsyslogd']);

export const SERVICE_KEYS: ReadonlySet<string> = new Set(SERVICES.map(([key]) => key));
export const SERVICE_POLICIES: ReadonlySet<string> = new Set(['on', 'off', 'automatic']);

export function isRunning({ services }: Host, key: string): boolean {
  return services?.[key]?.running ?? SERVICES.find(([k]) => k === key)?.[2] ?? false;
}

export function serviceInfo(s: Host): HostServiceInfo {
  return {
    service: SERVICES.map(([key, label, , policy, ruleset]) => ({
      key,
      label,
      required: REQUIRED.has(key),
      uninstallable: false,
      running: isRunning(s, key),
      ruleset: [...ruleset],
      policy: s.services?.[key]?.policy ?? policy,
      sourcePackage: { sourcePackageName: 'esx-base', description: 'ESXi base system' },
    })),
  };
}

type Rule = readonly [port: number, direction: 'inbound' | 'outbound', protocol: 'tcp' | 'udp', endPort?: number];

/** key, label, on by default, may be switched by a user, rules */
const RULESETS: readonly (readonly [string, string, boolean, boolean, readonly Rule[]])[] = [
  ['sshServer', 'SSH Server', true, true, [[22, 'inbound', 'tcp']]],
  ['sshClient', 'SSH Client', false, true, [[22, 'outbound', 'tcp']]],
  ['nfsClient', 'NFS Client', true, false, [[0, 'outbound', 'tcp', 65_535]]],
  ['nfs41Client', 'NFS41 Client', false, false, [[0, 'outbound', 'tcp', 65_535]]],
  [
    'dhcp',
    'DHCP Client',
    true,
    true,
    [
      [68, 'inbound', 'udp'],
      [68, 'outbound', 'udp'],
    ],
  ],
  [
    'dns',
    'DNS Client',
    true,
    true,
    [
      [53, 'inbound', 'udp'],
      [53, 'outbound', 'udp'],
      [53, 'outbound', 'tcp'],
    ],
  ],
  ['snmp', 'SNMP Server', false, true, [[161, 'inbound', 'udp']]],
  ['ntpClient', 'NTP Client', true, true, [[123, 'outbound', 'udp']]],
  ['CIMHttpServer', 'CIM Server', false, true, [[5988, 'inbound', 'tcp']]],
  ['CIMHttpsServer', 'CIM Secure Server', false, true, [[5989, 'inbound', 'tcp']]],
  [
    'CIMSLP',
    'CIM SLP',
    false,
    true,
    [
      [427, 'inbound', 'udp'],
      [427, 'outbound', 'udp'],
      [427, 'inbound', 'tcp'],
      [427, 'outbound', 'tcp'],
    ],
  ],
  ['iSCSI', 'Software iSCSI Client', false, true, [[3260, 'outbound', 'tcp']]],
  ['vpxHeartbeats', 'VMware vCenter Agent', true, true, [[902, 'outbound', 'udp']]],
  ['ptpd', 'PTP Daemon', false, true, [[319, 'inbound', 'udp', 320]]],
  [
    'faultTolerance',
    'Fault Tolerance',
    true,
    false,
    [
      [8300, 'inbound', 'tcp'],
      [8300, 'outbound', 'tcp'],
    ],
  ],
  ['webAccess', 'vSphere Web Access', true, false, [[80, 'inbound', 'tcp']]],
  [
    'vMotion',
    'vMotion',
    true,
    false,
    [
      [8000, 'inbound', 'tcp'],
      [8000, 'outbound', 'tcp'],
    ],
  ],
  [
    'vSphereClient',
    'vSphere Web Client',
    true,
    false,
    [
      [443, 'inbound', 'tcp'],
      [902, 'inbound', 'tcp'],
    ],
  ],
  [
    'NFC',
    'NFC',
    true,
    false,
    [
      [902, 'inbound', 'tcp'],
      [902, 'outbound', 'tcp'],
    ],
  ],
  [
    'HBR',
    'HBR',
    true,
    false,
    [
      [31_031, 'outbound', 'tcp'],
      [44_046, 'outbound', 'tcp'],
    ],
  ],
  [
    'syslog',
    'syslog',
    false,
    true,
    [
      [514, 'outbound', 'udp'],
      [514, 'outbound', 'tcp'],
      [1514, 'outbound', 'tcp'],
    ],
  ],
  [
    'ftpClient',
    'FTP Client',
    false,
    true,
    [
      [21, 'outbound', 'tcp'],
      [20, 'inbound', 'tcp'],
    ],
  ],
  [
    'httpClient',
    'httpClient',
    false,
    true,
    [
      [80, 'outbound', 'tcp'],
      [443, 'outbound', 'tcp'],
    ],
  ],
  [
    'gdbserver',
    'gdbserver',
    false,
    true,
    [
      [1000, 'inbound', 'tcp', 9999],
      [50_000, 'inbound', 'tcp', 50_999],
    ],
  ],
  [
    'DVSSync',
    'DVSSync',
    true,
    false,
    [
      [8301, 'inbound', 'udp', 8302],
      [8301, 'outbound', 'udp', 8302],
    ],
  ],
  ['remoteSerialPort', 'VM serial port connected over network', false, true, [[0, 'outbound', 'tcp', 65_535]]],
];

export const RULESET_KEYS: ReadonlySet<string> = new Set(RULESETS.map(([key]) => key));

export function firewallInfo({ firewall }: Host): HostFirewallInfo {
  return {
    defaultPolicy: {
      incomingBlocked: firewall?.incomingBlocked ?? true,
      outgoingBlocked: firewall?.outgoingBlocked ?? true,
    },
    ruleset: RULESETS.map(([key, label, on, userControllable, rules]) => ({
      key,
      label,
      required: !userControllable,
      rule: rules.map(rule),
      service: SERVICES.find(([, , , , sets]) => sets.includes(key))?.[0] ?? '',
      enabled: firewall?.enabled?.[key] ?? on,
      allowedHosts: { allIp: true },
      userControllable,
      ipListUserConfigurable: true,
    })),
  };
}

/** Whether what comes to a port of the host by TCP gets through its firewall. */
export function letsIn({ firewall }: Host, port: number): boolean {
  if (firewall?.incomingBlocked === false) return true;
  return RULESETS.some(
    ([key, , on, , rules]) =>
      (firewall?.enabled?.[key] ?? on) &&
      rules.some(
        ([first, direction, protocol, last]) =>
          direction === 'inbound' && protocol === 'tcp' && port >= first && port <= (last ?? first),
      ),
  );
}

function rule([port, direction, protocol, endPort]: Rule): HostFirewallRule {
  return { port, endPort, direction, portType: 'dst', protocol };
}
