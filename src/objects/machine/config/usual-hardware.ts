/** The hardware version of new machines of which nobody says one. */
import type { Cell } from '../../../world/cell.ts';
import type { Site } from '../../site.ts';
import { isHardware, latestHardware } from './hardware-version.ts';

/** The default of the compute resource, else of the datacenter around `place`, else the latest. */
export function usualHardware(site: Site, compute: Cell | undefined, place: Cell | undefined): string {
  let datacenter = place;
  while (datacenter && !datacenter.is('Datacenter')) datacenter = datacenter.one('parent');
  for (const [cell, property] of [
    [compute, 'configurationEx'],
    [datacenter, 'configuration'],
  ] as const) {
    const config = cell?.get(property) as { readonly defaultHardwareVersionKey?: string } | undefined;
    const key = config?.defaultHardwareVersionKey;
    if (key !== undefined && isHardware(site, key)) return key;
  }
  return latestHardware(site);
}
