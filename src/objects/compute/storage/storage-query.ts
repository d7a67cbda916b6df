/** StorageQueryManager: which hosts have a disk. */
import type { Facets } from '../../../world/kind.ts';
import type { ManagedObject, MethodsOf } from '../../managed-object.ts';
import { hostKind } from '../host/host.ts';
import { settingsOf } from './drive.ts';
import { driveNamed } from './known.ts';

const methods: MethodsOf<'StorageQueryManager', Facets> = {
  /** Of those that the caller may see, the ones that have it attached. */
  QueryHostsWithAttachedLun(call, _self, { lunUuid }) {
    const hosts = [...call.world.every(hostKind)].filter((host) => {
      const drive = driveNamed(host, lunUuid);
      return drive && !settingsOf(host.state, drive).detached && call.viewer.can(host as never, 'System.View');
    });
    return hosts.map((host) => host.ref as never);
  },
};

/** What this room gives to the StorageQueryManager, which the service makes. */
export const storageQueryMethods: {
  readonly type: string;
  readonly methods: ManagedObject['methods'];
  readonly verbs: ManagedObject['verbs'];
} = { type: 'StorageQueryManager', methods: methods as ManagedObject['methods'], verbs: [] };
