/**
 * Files that a snapshot left in the chains of disks when it went: two deltas stand over one, so it is still needed, or the
 * client asked not to have them made one. They are taken together as soon as only one thing lies over them.
 */
import type { Site } from '../../site.ts';
import { chain, fileKey, sameFile } from '../device/device.ts';
import type { FileAt, Machine } from '../machine.ts';
import { deviceLists, filesOver, mergedInto } from './delta.ts';

type Kept = Pick<Machine, 'devices' | 'snapshots' | 'loose'>;

/** `runtime.consolidationNeeded`: whether some file could be taken together with the one over it. */
export function needsConsolidation(m: Kept): boolean {
  return (m.loose ?? []).some((file) => isSingle(m, file));
}

/** Whether no snapshot stands on the file, and one delta lies over it. */
function isSingle(m: Kept, file: FileAt): boolean {
  const lists = deviceLists(m);
  const stoodOn = lists.slice(1).some((devices) => devices.some((d) => sameFile(d.backing?.file, file)));
  return !stoodOn && filesOver(file, lists).length === 1;
}

/** The machine with every file made one that can be. What is another's, or another machine's disk hangs on, stays as it is. */
export function consolidated(site: Site, m: Kept): Kept {
  for (let at = m; ; ) {
    const file = (at.loose ?? []).find((f) => isSingle(at, f) && !isShared(site, f) && !isForeign(at, f));
    if (!file) return { devices: at.devices, snapshots: at.snapshots, loose: lasting(at) };
    at = joined(at, file);
  }
}

function isShared(site: Site, file: FileAt): boolean {
  return site.world.lookup.get('vmFile', fileKey(file)).size > 1;
}

/** Whether the file belongs to another machine, or to none. */
function isForeign(m: Kept, file: FileAt): boolean {
  return deviceLists(m).some((devices) =>
    devices.some((d) => Array.from(chain(d.backing)).some((b) => b.foreign && sameFile(b.file, file))),
  );
}

/** The one delta over a file goes into it; if that one was loose itself, the file now is. */
function joined(m: Kept, file: FileAt): Kept {
  const [over] = filesOver(file, deviceLists(m));
  const goesOn = m.loose?.some((f) => sameFile(f, over));
  const loose = goesOn ? m.loose?.filter((f) => !sameFile(f, over)) : m.loose?.filter((f) => f !== file);
  const list = m.snapshots?.list.map((s) => {
    const devices = mergedInto(s.saved.devices, file);
    return devices === s.saved.devices ? s : Object.freeze({ ...s, saved: Object.freeze({ ...s.saved, devices }) });
  });
  return {
    devices: mergedInto(m.devices, file),
    snapshots: m.snapshots && list && Object.freeze({ ...m.snapshots, list: Object.freeze(list) }),
    loose,
  };
}

/** Those that still lie below something; undefined when there are none. */
function lasting(m: Kept): Machine['loose'] {
  const lists = deviceLists(m);
  const loose = (m.loose ?? []).filter((file) => filesOver(file, lists).length > 0);
  return loose.length === 0 ? undefined : Object.freeze(loose);
}
