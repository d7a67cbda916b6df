/** `layout`, `layoutEx` and `storage`: the machine's files as clients read them. */
import { formatTime } from '../../kernel/time.ts';
import type {
  VirtualMachineFileLayout,
  VirtualMachineFileLayoutEx,
  VirtualMachineStorageInfo,
} from '../../vim25/generated/index.ts';
import { chain, fileKey, isDisk } from './device/device.ts';
import { datastorePath, type Names } from './device/device-view.ts';
import { datastoresOf, extentOf, filesOf, spaceOn } from './files.ts';
import type { Machine } from './machine.ts';

/** When the sizes were last looked at: with every change of configuration, and when somebody asks for it. */
export function measuredAt({ identity, measured }: Pick<Machine, 'identity' | 'measured'>): number {
  return Math.max(identity.changed, measured ?? 0);
}

export function fileLayout(m: Machine, names: Names): VirtualMachineFileLayout {
  const own = (type: string) =>
    filesOf(m)
      .filter((f) => f.type === type)
      .map((f) => f.at.path.replace(/^.*\//, ''));
  return {
    _typeName: 'VirtualMachineFileLayout',
    configFile: [...own('config'), ...own('nvram'), ...own('snapshotList')],
    logFile: own('log'),
    disk: m.devices.filter(isDisk).map((d) => ({
      key: d.key,
      diskFile: Array.from(chain(d.backing), (b) => (b.file ? datastorePath(names, b.file) : '')),
    })),
    swapFile: filesOf(m)
      .filter((f) => f.type === 'swap')
      .map((f) => datastorePath(names, f.at))[0],
  } as VirtualMachineFileLayout;
}

export function fileLayoutEx(m: Machine, names: Names): VirtualMachineFileLayoutEx {
  const files = filesOf(m);
  const keys = new Map(files.map((f, i) => [fileKey(f.at), i]));
  const unit = (path: Parameters<typeof fileKey>[0]) => keys.get(fileKey(path)) ?? -1;
  return {
    _typeName: 'VirtualMachineFileLayoutEx',
    file: files.map((f, key) => ({
      key,
      name: datastorePath(names, f.at),
      type: f.type,
      size: f.size,
      uniqueSize: f.foreign ? 0 : f.size,
      accessible: true,
    })),
    disk: m.devices.filter(isDisk).map((d) => ({
      key: d.key,
      chain: Array.from(chain(d.backing))
        .reverse()
        .filter((b) => b.file)
        .map((b) => ({ fileKey: [unit(b.file!), unit(extentOf(b))] })),
    })),
    timestamp: formatTime(measuredAt(m)),
  } as VirtualMachineFileLayoutEx;
}

export function storageInfo(m: Machine): VirtualMachineStorageInfo {
  return {
    _typeName: 'VirtualMachineStorageInfo',
    perDatastoreUsage: datastoresOf(m).map((id) => {
      const { used, growth, shared } = spaceOn(m, id);
      return {
        datastore: { type: 'Datastore', value: id },
        committed: used + shared,
        uncommitted: growth,
        unshared: used,
      };
    }),
    timestamp: formatTime(measuredAt(m)),
  } as VirtualMachineStorageInfo;
}
