/** `bootOptions.bootOrder`: disks and cards it names must be there, and go from it when they go. */
import type { VirtualMachineConfigSpec } from '../../../vim25/generated/index.ts';
import { invalidArgument } from '../../../world/fault.ts';
import { type Device, isCard, isDisk } from '../device/device.ts';
import type { Config } from '../machine.ts';

/** The configuration with a boot order that names devices of the machine only. */
export function withBootOrder(config: Config, devices: readonly Device[], spec: VirtualMachineConfigSpec): Config {
  const order = config.said?.bootOptions?.bootOrder;
  if (!order) return config;
  const kept = order.filter((entry) => isThere(devices, entry as { readonly deviceKey?: number }, entry._typeName));
  if (kept.length === order.length) return config;
  if (spec.bootOptions?.bootOrder) throw invalidArgument('configSpec.bootOptions.bootOrder');
  const bootOptions = Object.freeze({ ...config.said!.bootOptions!, bootOrder: Object.freeze(kept) });
  return Object.freeze({ ...config, said: Object.freeze({ ...config.said, bootOptions }) }) as Config;
}

function isThere(devices: readonly Device[], { deviceKey }: { readonly deviceKey?: number }, type = ''): boolean {
  if (deviceKey === undefined) return true;
  const device = devices.find((d) => d.key === deviceKey);
  return device !== undefined && (/Ethernet/.test(type) ? isCard(device) : isDisk(device));
}
