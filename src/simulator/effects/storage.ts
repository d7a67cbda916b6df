/** What may befall datastores and the files on them. */
import { fitsName } from '../../kernel/glob.ts';
import { parseSize } from '../../kernel/size.ts';
import { loseStorage, type OnHosts, regainStorage } from '../../objects/compute/ha/storage-loss.ts';
import { hostKind } from '../../objects/compute/host/host.ts';
import { vmKind } from '../../objects/machine/virtual-machine.ts';
import { holdDisks, holdFiles, releaseFiles } from '../../objects/storage/held-files.ts';
import { slowDown, speedUp } from '../../objects/storage/slow.ts';
import { emptyDatastore, fillDatastore } from '../../objects/storage/space-taken.ts';
import { copyVolume } from '../../objects/storage/volume-copy.ts';
import {
  type Arguments,
  chosen,
  datastores,
  duration,
  milliseconds,
  size,
  text,
  type WorldEffectVerb,
  word,
} from './verb.ts';

const HOST = { host: text('only for hosts of that name') };
const FILES = {
  path: text('[datastore] dir/file, with * and ?'),
  name: text('a VM, by name: the files of its disks; without name and path those of the VM of the call'),
};
const SEEN_BY = { host: text('hosts that the array shows the copy to, by name; those of the volume when left out') };
const SLOW_BY = 30_000;

function onHosts({ host }: Arguments): OnHosts {
  return (cell) => host === undefined || fitsName(String(host), cell.state.name);
}

const lock: WorldEffectVerb = {
  takes: { ...FILES, owner: text('address of the host that the lock is said to be of') },
  run(site, args, self) {
    const owner = word(args.owner);
    if (args.path !== undefined) holdFiles(site, String(args.path), owner);
    else for (const vm of chosen(site, vmKind, args, self)) holdDisks(site, vm, owner);
  },
};

const unlock: WorldEffectVerb = {
  takes: { path: FILES.path, name: text('a VM, by name; without name and path every file is released') },
  run(site, args) {
    if (args.name === undefined) return releaseFiles(site, args.path === undefined ? {} : { path: String(args.path) });
    for (const vm of chosen(site, vmKind, args, undefined)) releaseFiles(site, { vm: vm.id });
  },
};

export const storageEffects: readonly (readonly [string, WorldEffectVerb])[] = [
  ['datastore.inaccessible', datastores((site, store, args) => loseStorage(site, store, 'apd', onHosts(args)), HOST)],
  ['datastore.lost', datastores((site, store, args) => loseStorage(site, store, 'pdl', onHosts(args)), HOST)],
  ['datastore.accessible', datastores((site, store, args) => regainStorage(site, store, onHosts(args)), HOST)],
  [
    'datastore.fill',
    datastores((site, store, { free = 0 }) => fillDatastore(site, store, parseSize(free as string | number)), {
      free: size('what is left, such as 10MiB; nothing when it is left out'),
    }),
  ],
  ['datastore.free', datastores(emptyDatastore)],
  [
    'datastore.slow',
    datastores(
      (site, store, { delay, bandwidth }) =>
        slowDown(site, store, {
          delay: milliseconds(delay) ?? SLOW_BY,
          bandwidth: bandwidth === undefined ? undefined : parseSize(bandwidth as string | number),
        }),
      {
        delay: duration('so much longer takes work on it; 30s when left out'),
        bandwidth: size('so much goes in or out in a second of real time'),
      },
    ),
  ],
  ['datastore.fast', datastores(speedUp)],
  [
    'datastore.copy',
    datastores((site, store, args) => {
      const seeing = store.state.mounts.map(({ host }) => site.world.as(hostKind, host));
      const hosts = [...(args.host === undefined ? seeing : site.world.every(hostKind))];
      const ids = hosts.flatMap((host) => (host && onHosts(args)(host) ? host.id : []));
      site.world.turn(() => copyVolume(site, store, ids));
    }, SEEN_BY),
  ],
  ['file.lock', lock],
  ['file.unlock', unlock],
];
