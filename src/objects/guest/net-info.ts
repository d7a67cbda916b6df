/** `guest.net` and `guest.ipStack`: the cards, their addresses, the routes and the name servers. */
import type { GuestNicInfo, GuestStackInfo, NetIpRouteConfigInfoIpRoute } from '../../vim25/generated/index.ts';
import { networkOf } from '../machine/device/device.ts';
import type { Machine } from '../machine/machine.ts';
import { type GuestCard, guestCards } from './cards.ts';
import { hostNameOf } from './host-name.ts';

/** `networks` are the names of the networks the machine is plugged into, by id. */
export function nicInfo(m: Machine, networks: ReadonlyMap<string, string>): GuestNicInfo[] {
  return guestCards(m).map(({ device, connected, addresses }) => ({
    _typeName: 'GuestNicInfo',
    network: networks.get(networkOf(device) ?? ''),
    macAddress: device.macAddress,
    connected,
    deviceConfigId: device.key,
    ...(addresses.length > 0 && {
      ipAddress: addresses.map((a) => a.ip),
      ipConfig: {
        _typeName: 'NetIpConfigInfo',
        ipAddress: addresses.map(({ ip, prefixLength, origin }) => ({
          _typeName: 'NetIpConfigInfoIpAddress',
          ipAddress: ip,
          prefixLength,
          origin,
          state: 'preferred',
        })),
      },
    }),
  }));
}

/** One stack: no guest of VMware's tools tells of more. */
export function stackInfo(m: Machine): GuestStackInfo[] {
  const hostName = hostNameOf(m);
  if (hostName === undefined) return [];
  const cards = guestCards(m);
  const [name, ...domain] = hostName.split('.');
  const { customized } = m;
  const servers = customized?.dnsServers ?? cards.flatMap((c) => (c.dhcp ? c.gateways : [])).slice(0, 1);
  return [
    {
      _typeName: 'GuestStackInfo',
      dnsConfig: {
        _typeName: 'NetDnsConfigInfo',
        dhcp: customized?.dnsServers === undefined && cards.some((c) => c.dhcp),
        hostName: name!,
        domainName: domain.join('.'),
        ipAddress: servers,
        searchDomain: customized?.dnsSuffixes ?? domain.slice(0, 1).map(() => domain.join('.')),
      },
      ipRouteConfig: { _typeName: 'NetIpRouteConfigInfo', ipRoute: cards.flatMap(routesOf) },
    },
  ];
}

/** A way out by the first gateway, and the way to each subnet of the card's own. */
function routesOf({ addresses, gateways }: GuestCard, index: number): NetIpRouteConfigInfoIpRoute[] {
  const device = String(index);
  const route = (network: string, prefixLength: number, ipAddress?: string): NetIpRouteConfigInfoIpRoute => ({
    _typeName: 'NetIpRouteConfigInfoIpRoute',
    network,
    prefixLength,
    gateway: { _typeName: 'NetIpRouteConfigInfoGateway', ipAddress, device },
  });
  const out = gateways.map((gateway) => route(gateway.includes(':') ? '::' : '0.0.0.0', 0, gateway));
  return [...out, ...addresses.map(({ ip, prefixLength }) => route(subnet(ip, prefixLength), prefixLength))];
}

function subnet(ip: string, prefixLength: number): string {
  if (ip.startsWith('fe80:')) return 'fe80::';
  if (ip.includes(':'))
    return `${ip
      .split(':')
      .slice(0, Math.ceil(prefixLength / 16))
      .join(':')}::`.replace(/:{3,}$/, '::');
  const masked = ip.split('.').map((byte, i) => {
    const bits = Math.max(0, Math.min(8, prefixLength - 8 * i));
    return Number(byte) & (0xff << (8 - bits)) & 0xff;
  });
  return masked.join('.');
}
