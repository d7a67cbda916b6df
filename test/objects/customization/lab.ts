/** A machine of a guest that can be customized, met through the endpoint. */
import type { Ref } from '../../../src/client/index.ts';
import type { StartOptions } from '../../../src/index.ts';
import type { Machine } from '../../../src/objects/machine/machine.ts';
import { vmKind } from '../../../src/objects/machine/virtual-machine.ts';
import type { Site } from '../../../src/objects/site.ts';
import type { Cell } from '../../../src/world/cell.ts';
import { type Answer, Endpoint } from '../endpoint.ts';
import type { Updates } from '../machine/updates.ts';

export const ONE = 'DC0/vm/DC0_H0_VM0';
export const OTHER = 'DC0/vm/DC0_H0_VM1';

/** Every machine is off and has that guest; one named in `bare` has no VMware Tools. */
export function guests(guestId: string, bare: readonly string[] = []) {
  return ({ world }: Site): void => {
    world.turn(() => {
      for (const vm of world.every(vmKind)) {
        world.update(vm as Cell<Machine>, {
          power: { state: 'poweredOff' },
          config: { ...vm.state.config, guestId },
          guest: bare.includes(vm.state.name) ? undefined : { toolsVersion: '12352', running: false },
        });
      }
    });
  };
}

export async function lab(guestId = 'ubuntu64Guest', options: StartOptions = {}): Promise<Endpoint> {
  return Endpoint.open({ furnish: guests(guestId), ...options });
}

export const fixed = (ip: string, subnetMask = '255.255.255.0', gateway = ['10.0.0.1']) => ({
  adapter: { ip: { _typeName: 'CustomizationFixedIp', ipAddress: ip }, subnetMask, gateway },
});

export const DHCP = { adapter: { ip: { _typeName: 'CustomizationDhcpIpGenerator' } } };

export const named = (name: string) => ({ _typeName: 'CustomizationFixedName', name });

export function linux(changes: Answer = {}): Answer {
  const { identity, ...rest } = changes;
  return {
    identity: { _typeName: 'CustomizationLinuxPrep', hostName: named('web'), domain: 'example.com', ...identity },
    globalIPSettings: { dnsServerList: ['10.0.0.2'], dnsSuffixList: ['example.com'] },
    nicSettingMap: [fixed('10.0.0.5')],
    ...rest,
  };
}

export function windows(changes: Answer = {}): Answer {
  const { identity, ...rest } = changes;
  return {
    identity: {
      _typeName: 'CustomizationSysprep',
      guiUnattended: { timeZone: 110, autoLogon: false, autoLogonCount: 0 },
      userData: { fullName: 'me', orgName: 'us', computerName: named('WIN1'), productId: '' },
      identification: { joinWorkgroup: 'WORKGROUP' },
      ...identity,
    },
    globalIPSettings: {},
    nicSettingMap: [DHCP],
    ...rest,
  };
}

export const customize = (ep: Endpoint, vm: Ref, spec: Answer) => ep.run(vm, 'CustomizeVM_Task', { spec });
export const refusal = (ep: Endpoint, vm: Ref, spec: Answer) => ep.fault(vm, 'CustomizeVM_Task', { spec });
export const powerOn = (ep: Endpoint, vm: Ref) => ep.run(vm, 'PowerOnVM_Task');

/** Events about customizations since the last time, with what they say. */
export async function customizationEvents(ep: Endpoint): Promise<Answer[]> {
  const all: Answer[] = await ep.call(ep.manager('eventManager'), 'QueryEvents', { filter: {} });
  return (all ?? []).filter((event) => event._typeName.startsWith('Customization'));
}

/** All that was told until it satisfies; the latest value of each path. */
export async function toldUntil(updates: Updates, enough: (told: Answer) => boolean): Promise<Answer> {
  const told: Answer = {};
  while (!enough(told)) Object.assign(told, await updates.next());
  return told;
}

export const status = (word: string) => (told: Answer) =>
  (told['guest.customizationInfo'] ?? told.guest?.customizationInfo)?.customizationStatus === `TOOLSDEPLOYPKG_${word}`;
