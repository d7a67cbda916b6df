/** Disks listed by what is asked of them, page by page, and what the catalogue says of each. */
import { formatTime } from '../../kernel/time.ts';
import type {
  VslmVsoVStorageObjectQueryResult,
  VslmVsoVStorageObjectQuerySpec,
  VslmVsoVStorageObjectResult,
} from '../../vim25/generated-vslm/index.ts';
import { invalidArgument, VimFault } from '../../world/fault.ts';
import type { Call } from '../call.ts';
import { nameOfFile } from '../storage/disk/disk-at.ts';
import { diskOf, type Fcd, firstClassDiskKind } from '../storage/first-class/first-class-disk.ts';
import { storeOf, usedBytes } from '../storage/first-class/reads.ts';
import { diskNamed, isSeen } from './on-vcenter.ts';
import { condition } from './query-condition.ts';
import { urlOf } from './synchronised.ts';

const MIB = 2 ** 20;
/** The most that one answer holds, however many were asked for. */
const PAGE = 1_000;

/** In the order of their ids: whoever wants more asks for ids greater than the last one. */
export function listed(
  call: Call,
  query: readonly VslmVsoVStorageObjectQuerySpec[],
  maxResult: number,
): VslmVsoVStorageObjectQueryResult {
  if (maxResult < 1) throw invalidArgument('maxResult');
  const conditions = query.map(condition);
  const all = [...call.world.every(firstClassDiskKind)].filter(
    (disk) => isSeen(call, disk) && conditions.every((holds) => holds(disk)),
  );
  all.sort((a, b) => (a.state.identity.id < b.state.identity.id ? -1 : 1));
  const page = all.slice(0, Math.min(maxResult, PAGE));
  return {
    allRecordsReturned: page.length === all.length,
    id: page.map(({ state }) => ({ id: state.identity.id })),
    queryResults: page.map((disk) => result(call, disk)),
  } as unknown as VslmVsoVStorageObjectQueryResult;
}

/** What the catalogue has of each; of one that is not there, a fault. */
export function results(call: Call, ids: readonly { readonly id: string }[]): VslmVsoVStorageObjectResult[] {
  return ids.map((id) => {
    try {
      return result(call, diskNamed(call, id));
    } catch (error) {
      if (!(error instanceof VimFault)) throw error;
      return failed(id, error);
    }
  });
}

function failed(id: { readonly id: string }, fault: VimFault): VslmVsoVStorageObjectResult {
  return { id, capacityInMB: 0, error: fault.localized() } as unknown as VslmVsoVStorageObjectResult;
}

/** A disk whose files are gone is in the catalogue until somebody reconciles that. */
function result(call: Call, disk: Fcd): VslmVsoVStorageObjectResult {
  const { identity, said, snapshots } = disk.state;
  const known = {
    id: { id: identity.id },
    name: said.name,
    createTime: formatTime(identity.created),
    datastoreUrl: urlOf(call, storeOf(disk)),
    metadata: said.metadata,
  };
  try {
    const { capacity, file } = diskOf(disk);
    const diskPath = nameOfFile(call.world, file);
    return {
      ...known,
      capacityInMB: Math.floor(capacity / MIB),
      diskPath,
      usedCapacityInMB: Math.ceil(usedBytes(disk) / MIB),
      snapshotInfo: snapshots.map(({ id, description }) => ({
        backingObjectId: { id: '' },
        description,
        snapshotId: { id },
        diskPath,
      })),
    } as unknown as VslmVsoVStorageObjectResult;
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    return { ...known, ...failed(known.id, error) };
  }
}
