/** Files of first class disks that no snapshot keeps any more: gone, or made one with what stands on them. */
import type { Cell } from '../../../world/cell.ts';
import type { World } from '../../../world/world.ts';
import { fileKey, sameFile } from '../../machine/device/device.ts';
import type { FileAt } from '../../machine/machine.ts';
import { deviceLists, filesOver, mergedInto } from '../../machine/snapshot/delta.ts';
import type { Site } from '../../site.ts';
import { alter } from '../disk/alter.ts';
import { diskAt, machinesWith } from '../disk/disk-at.ts';
import { changeFile } from '../disk/machine-disk.ts';
import { extentFile, layersOf, removeStanding, standingAt } from '../disk/standing.ts';
import { takesWhatIsWritten } from '../disk/standing-disk.ts';
import { type FileFacets, heldOf } from '../files.ts';
import { childrenOf, type Files, isDiskOf, renamed } from './chain.ts';
import type { Fcd } from './first-class-disk.ts';

/** Which files a disk has once everything is one that can be, inside a turn. What others stand on stays. */
export function collapsed({ world }: Site, disk: Fcd, files: Files): Files {
  for (const file of files.kept ?? []) {
    const without = { ...files, kept: files.kept!.filter((other) => other !== file) };
    // Somebody else took it away or has it for his own by now.
    if (!standingAt(world, file)) return collapsed({ world } as Site, disk, without);
    const [child, ...others] = childrenOf(world, file);
    if (!child && isElsewhere(world, disk, file)) continue;
    if (!child) {
      removeStanding(world, file);
      return collapsed({ world } as Site, disk, without);
    }
    if (others.length > 0 || isElsewhere(world, disk, file) || !isOwn(without, child)) continue;
    const merged = standingAt(world, child) ? mergeStanding(world, file, child) : mergeAttached(world, file, child);
    if (merged) return collapsed({ world } as Site, disk, renamed(without, child, file));
  }
  return files;
}

function isOwn({ place, snapshots, kept = [] }: Files, file: FileAt): boolean {
  return [place, ...snapshots.map((s) => s.file), ...kept].some((own) => sameFile(own, file));
}

/** Whether it is a disk of somebody else's as well: a machine's, or registered under an id of its own. */
function isElsewhere(world: World, disk: Fcd, file: FileAt): boolean {
  const found = world.lookup.first('firstClassFile', fileKey(file));
  return isDiskOf(world, file) || (found !== undefined && found.id !== disk.id);
}

/** Takes a delta of nobody's into what lies below it; false when the data of either are not there. */
function mergeStanding(world: World, lower: FileAt, upper: FileAt): boolean {
  const [low, up] = [standingAt(world, lower)!, standingAt(world, upper)!];
  const [lowData, upData] = [extentFile(low), extentFile(up)];
  if (!lowData || !upData) return false;
  const { capacity, contentId } = up.state.disk!;
  const content = Object.freeze([...layersOf(lowData.state.content), ...layersOf(upData.state.content)]);
  const held = Math.min(capacity, heldOf(lowData.state.content) + heldOf(upData.state.content));
  const used = takesWhatIsWritten(low.state.disk!) ? held : undefined;
  alter(world, diskAt(world, lower)!, { content, used });
  world.update(low, { disk: Object.freeze({ ...low.state.disk!, contentId }) });
  changeFile(world, upper, (b) => ({ backing: { ...b.parent!, ...(b.foreign && { foreign: true }) } }));
  for (const over of [...world.lookup.get('diskBelow', fileKey(upper))] as unknown as Cell<FileFacets>[]) {
    const disk = over.state.disk!;
    const parent = Object.freeze({ ...disk.parent!, file: Object.freeze({ ...lower }) });
    world.update(over, { disk: Object.freeze({ ...disk, parent }) });
  }
  removeStanding(world, upper);
  return true;
}

/** The same for the delta that a machine writes to; false where snapshots of the machine need it as it is. */
function mergeAttached(world: World, lower: FileAt, upper: FileAt): boolean {
  const [vm, ...others] = [...machinesWith(world, upper)];
  if (!vm || others.length > 0) return false;
  const [devices, ...saved] = deviceLists(vm.state);
  const isTop = devices!.some((d) => sameFile(d.backing?.file, upper) && !d.backing?.foreign);
  if (!isTop || filesOver(lower, saved).length > 0 || filesOver(upper, [devices!, ...saved]).length > 0) return false;
  removeStanding(world, lower);
  world.update(vm, { devices: mergedInto(devices!, lower) });
  return true;
}
