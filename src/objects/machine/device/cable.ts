/** The network of a machine is cut off at its cards, and plugged in again. */
import type { Site } from '../../site.ts';
import { touched, type Vm } from '../work.ts';
import { type Device, isCard } from './device.ts';

/** `card` is the number of one card, from 1; all cards when it is left out. */
export function plugCards(site: Site, vm: Vm, connected: boolean, card?: number): void {
  const { devices } = vm.state;
  let number = 0;
  const after = devices.map((device) => {
    if (!isCard(device)) return device;
    number++;
    return card === undefined || card === number ? plugged(device, connected) : device;
  });
  if (after.every((device, i) => device === devices[i])) return;
  site.world.turn(() => site.world.update(vm, { devices: Object.freeze(after), identity: touched(site, vm) }));
}

function plugged(device: Device, connected: boolean): Device {
  const { connectable } = device;
  if (!connectable || connectable.connected === connected) return device;
  const status = connected ? 'ok' : 'untried';
  return Object.freeze({ ...device, connectable: Object.freeze({ ...connectable, connected, status }) });
}
