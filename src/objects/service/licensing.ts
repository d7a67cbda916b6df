/** A licence runs out: hosts keep what they run, and nothing that needs a licence is begun. */
import type { Cell } from '../../world/cell.ts';
import { VimFault } from '../../world/fault.ts';
import type { World } from '../../world/world.ts';
import { hostKind } from '../compute/host/host.ts';
import { post } from '../history/post.ts';
import type { Site } from '../site.ts';
import { EVALUATION } from './license.ts';
import { licenseManagerKind } from './license-manager.ts';

/** Verbs that vCenter begins on licensed hosts only. */
const LICENSED: ReadonlySet<string> = new Set([
  'VirtualMachine.powerOn',
  'Datacenter.powerOnVm',
  'Folder.addStandaloneHost',
  'Folder.batchAddStandaloneHosts',
  'Folder.batchAddHostsToCluster',
  'ClusterComputeResource.addHost',
  'HostSystem.reconnect',
]);

function managerOf(world: World) {
  return [...world.every(licenseManagerKind)][0];
}

/** All licences are over, the evaluation too. */
export function expireLicenses(site: Site): void {
  const { world } = site;
  const manager = managerOf(world);
  if (!manager || manager.state.expired) return;
  const feature = { key: 'eval', featureName: 'Evaluation Mode', costUnit: '', state: 'disabled' };
  world.turn(() => {
    world.update(manager, { expired: true });
    post(site, '', 'LicenseExpiredEvent', { feature });
    for (const host of world.every(hostKind))
      post(site, '', 'HostLicenseExpiredEvent', {}, { entity: host as unknown as Cell });
  });
}

export function renewLicenses({ world }: Site): void {
  const manager = managerOf(world);
  if (manager?.state.expired) world.turn(() => world.update(manager, { expired: undefined }));
}

/** What keeps work from beginning where no licence is left. */
export function licenseFault(world: World, verb: string): VimFault | undefined {
  if (!LICENSED.has(verb)) return undefined;
  const manager = managerOf(world);
  if (!manager?.state.expired) return undefined;
  const { licenses } = manager.state;
  return new VimFault('LicenseExpired', { licenseKey: (licenses.at(-1) ?? EVALUATION).licenseKey });
}
