/** What `layout` and `layoutEx` say of snapshots: which of the machine's files each is made of. */
import type { VirtualMachineFileLayout, VirtualMachineFileLayoutEx } from '../../../vim25/generated/index.ts';
import { chain, isDisk } from '../device/device.ts';
import { datastorePath, type Names } from '../device/device-view.ts';
import { extentOf, snapshotFile } from '../files.ts';
import type { FileAt, Machine, Snapshot } from '../machine.ts';
import { snapshotRef } from './snapshot-tree.ts';

/** No file, where a key is asked for. */
const NONE = -1;

export function withSnapshotFiles(
  layout: VirtualMachineFileLayout,
  m: Machine,
  names: Names,
): VirtualMachineFileLayout {
  const list = m.snapshots?.list;
  if (!list) return layout;
  const path = (file: FileAt) => datastorePath(names, file);
  const snapshot = list.map((s) => ({
    _typeName: 'VirtualMachineFileLayoutSnapshotLayout',
    key: snapshotRef(s),
    snapshotFile: [dataFile(m, s), ...diskTops(s)].map(path),
  }));
  return { ...layout, snapshot };
}

export function withSnapshotKeys(
  layout: VirtualMachineFileLayoutEx,
  m: Machine,
  names: Names,
): VirtualMachineFileLayoutEx {
  const list = m.snapshots?.list;
  if (!list) return layout;
  const keys = new Map(layout.file?.map((f) => [f.name, f.key]));
  const keyOf = (file: FileAt) => keys.get(datastorePath(names, file)) ?? NONE;
  const snapshot = list.map((s) => ({
    _typeName: 'VirtualMachineFileLayoutExSnapshotLayout',
    key: snapshotRef(s),
    dataKey: keyOf(dataFile(m, s)),
    memoryKey: s.saved.memory ? keyOf(memoryFile(m, s)) : NONE,
    disk: s.saved.devices.filter(isDisk).map((d) => ({
      key: d.key,
      chain: Array.from(chain(d.backing))
        .reverse()
        .filter((b) => b.file)
        .map((b) => ({ fileKey: [keyOf(b.file!), keyOf(extentOf(b))] })),
    })),
  }));
  return { ...layout, snapshot };
}

function dataFile(m: Machine, { number }: Snapshot): FileAt {
  return snapshotFile(m.files, number, '.vmsn');
}

function memoryFile(m: Machine, { number }: Snapshot): FileAt {
  return snapshotFile(m.files, number, '.vmem');
}

function diskTops({ saved }: Snapshot): FileAt[] {
  return saved.devices.flatMap((d) => (isDisk(d) && d.backing?.file ? [d.backing.file] : []));
}
