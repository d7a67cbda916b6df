/** What clients know a device by: `Hard disk 1`. */
import type { Device } from './device.ts';
import { deviceViews } from './device-view.ts';

export function labelOf(devices: readonly Device[], { key }: Device): string {
  const names = { datastore: new Map(), network: new Map() };
  const view = deviceViews(devices, '', names).find((d) => d.key === key);
  return view?.deviceInfo?.label ?? '';
}
