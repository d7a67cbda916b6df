/** The settings of one network card: what the guest gets of them, and what is refused. */
import type { CustomizationAdapterMapping, CustomizationIPSettings } from '../../vim25/generated/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Customized } from '../machine/machine.ts';
import { isAddress, isIpv4, isIpv6, isUsable, prefixLengthOf } from './addresses.ts';

export type CardSetting = Customized['nics'][number];
type Address = CardSetting['addresses'][number];

interface Generator {
  readonly _typeName?: string | undefined;
  readonly ipAddress?: string;
  readonly subnetMask?: number;
}

/** What vCenter calls the properties of a card's settings in its faults. */
const at = (part: string) => invalidArgument(`nicsettings:adapter:${part}`);

/**
 * Throws InvalidArgument naming the setting that cannot be. That an address was left to be asked for is one of those;
 * one that a script of the server should make is IpHostnameGeneratorError: none is set up.
 */
export function cardSetting({ macAddress, adapter }: CustomizationAdapterMapping): CardSetting {
  const ip = adapter.ip as Generator;
  const gateways = [...(adapter.gateway ?? []), ...(adapter.ipV6Spec?.gateway ?? [])].filter((g) => g !== '');
  if (!gateways.every(isAddress)) throw at('gateway');
  if (!(adapter.dnsServerList ?? []).every(isAddress)) throw at('dnsServerList');
  for (const wins of ['primaryWINS', 'secondaryWINS'] as const) {
    if (adapter[wins] && !isIpv4(adapter[wins])) throw at(wins);
  }
  return Object.freeze({
    mac: macAddress || undefined,
    addresses: Object.freeze([...ipv4(ip, adapter), ...ipv6(adapter)]),
    gateways: Object.freeze(gateways),
    dhcp: ip._typeName === 'CustomizationDhcpIpGenerator',
  });
}

function ipv4(ip: Generator, { subnetMask }: CustomizationIPSettings): Address[] {
  switch (ip._typeName) {
    case 'CustomizationFixedIp': {
      const prefixLength = prefixLengthOf(subnetMask ?? '');
      if (!isIpv4(ip.ipAddress ?? '') || !isUsable(ip.ipAddress!)) throw at('ip');
      if (prefixLength === undefined) throw at('subnetMask');
      return [{ ip: ip.ipAddress!, prefixLength }];
    }
    case 'CustomizationDhcpIpGenerator':
    case 'CustomizationDisableIpV4':
      return [];
    case 'CustomizationCustomIpGenerator':
      throw new VimFault('IpHostnameGeneratorError');
    default:
      throw at('ip');
  }
}

function ipv6({ ipV6Spec }: CustomizationIPSettings): Address[] {
  return (ipV6Spec?.ip ?? []).flatMap((generator): Address[] => {
    const { _typeName, ipAddress = '', subnetMask = 0 } = generator as Generator;
    switch (_typeName) {
      case 'CustomizationFixedIpV6':
        if (!isIpv6(ipAddress)) throw at('ipV6Spec.ip');
        if (subnetMask < 1 || subnetMask > 128) throw at('ipV6Spec.ip.subnetMask');
        return [{ ip: ipAddress, prefixLength: subnetMask }];
      case 'CustomizationCustomIpV6Generator':
        throw new VimFault('IpHostnameGeneratorError');
      case 'CustomizationUnknownIpV6Generator':
        throw at('ipV6Spec.ip');
      default:
        return [];
    }
  });
}
