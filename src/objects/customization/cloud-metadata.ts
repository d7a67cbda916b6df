/** What cloud-init's metadata says that the guest shows: its name, and its network where it is written as JSON. */
import type { Customized } from '../machine/machine.ts';
import { isAddress } from './addresses.ts';
import type { CardSetting } from './card-settings.ts';

interface Ethernet {
  readonly match?: { readonly macaddress?: string };
  readonly dhcp4?: boolean;
  readonly addresses?: readonly string[];
  readonly gateway4?: string;
  readonly gateway6?: string;
  readonly nameservers?: { readonly addresses?: readonly string[]; readonly search?: readonly string[] };
}

interface Metadata {
  readonly 'local-hostname'?: unknown;
  readonly network?: { readonly ethernets?: Readonly<Record<string, Ethernet>> };
}

/** JSON, or YAML as far as its outermost level goes; undefined for what is neither. */
function read(metadata: string): Metadata | undefined {
  if (metadata.trimStart().startsWith('{')) {
    try {
      return JSON.parse(metadata) as Metadata;
    } catch {
      return undefined;
    }
  }
  const outermost = metadata.split(/\r?\n/).filter((line) => line !== '' && !/^(?:\s|#|---)/.test(line));
  const pairs = outermost.map((line) => /^(["']?)([\w.-]+)\1:(?:\s+(.*))?$/.exec(line));
  if (pairs.length === 0 || pairs.includes(null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair![2], unquoted(pair![3] ?? '')]));
}

function unquoted(text: string): string {
  return text.replace(/\s+#.*$/, '').replace(/^(["'])(.*)\1$/, '$2');
}

/** Whether the guest's cloud-init can read it. */
export function isMetadata(metadata: string): boolean {
  return read(metadata) !== undefined;
}

export function cloudSettings(metadata: string): Partial<Customized> {
  const said = read(metadata);
  if (!said) return {};
  const [hostName, ...domain] = String(said['local-hostname'] ?? '').split('.');
  const ethernets = Object.values(said.network?.ethernets ?? {});
  return {
    hostName: hostName || undefined,
    domain: domain.join('.') || undefined,
    ...(ethernets.length > 0 && {
      nics: ethernets.map(card),
      dnsServers: ethernets.flatMap((e) => e.nameservers?.addresses ?? []),
      dnsSuffixes: ethernets.flatMap((e) => e.nameservers?.search ?? []),
    }),
  };
}

function card({ match, dhcp4, addresses = [], gateway4, gateway6 }: Ethernet): CardSetting {
  return {
    mac: match?.macaddress,
    dhcp: dhcp4 === true,
    addresses: addresses.flatMap((address) => {
      const [ip = '', length] = address.split('/');
      return isAddress(ip) ? [{ ip, prefixLength: Number(length ?? (ip.includes(':') ? 64 : 24)) }] : [];
    }),
    gateways: [gateway4, gateway6].filter((g) => g !== undefined),
  };
}
