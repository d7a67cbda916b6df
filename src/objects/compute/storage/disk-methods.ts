/** HostStorageSystem: what is done with single disks, their paths and their partitions. */
import type { HostMultipathInfoLogicalUnitPolicy } from '../../../vim25/generated/index.ts';
import { box } from '../../../vim25/value.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Step, Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { resolve } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { isReached } from '../../storage/datastore.ts';
import { type Host, hostKind } from '../host/host.ts';
import { hostOf } from '../host/host-part-methods.ts';
import { type HostPart, storageSystemKind } from '../host/host-systems.ts';
import { displayName } from './devices.ts';
import { BOOT_HBA, type Drive, type DriveSettings, drivesOf, pathName, settingsOf } from './drive.ts';
import { eachOf } from './each-of.ts';
import { driveNamed, forgetDrive, hostRefuses, knownDrive, setDrive } from './known.ts';
import { infoOf, partitionsOf, sectorsOf, volumesOn } from './partitions.ts';

/** Throws ResourceInUse for a disk that something stands on, as this host sees it. */
function guardIdle(host: Cell<Host>, drive: Drive): void {
  const holder = volumesOn(host, drive).find(({ state }) =>
    state.mounts.some((m) => m.host === host.id && isReached(m)),
  );
  if (holder) throw new VimFault('ResourceInUse', { type: 'Datastore', name: holder.state.name });
  if (drive.hba === BOOT_HBA)
    throw new VimFault('ResourceInUse', { type: 'HostScsiDisk', name: displayName(host.state, drive) });
}

type Guard = (host: Cell<Host>, drive: Drive) => void;

const detachable: Guard = (host, drive) => {
  if (settingsOf(host.state, drive).detached) throw new VimFault('InvalidState');
  guardIdle(host, drive);
};
const attachable: Guard = (host, drive) => {
  if (!settingsOf(host.state, drive).detached) throw new VimFault('InvalidState');
};

function set(call: Call, self: Cell<HostPart>, name: string, said: DriveSettings, guard?: Guard): void {
  const host = hostOf(call, self);
  const drive = knownDrive(host, name);
  guard?.(host, drive);
  call.turn(() => setDrive(call, host, drive, said));
}

interface Marking {
  readonly uuid: string;
}

/** A task that says one thing of one disk. */
function marking(name: string, said: DriveSettings): Verb<Site, never> {
  const at = (self: Cell<HostPart>, { site, args }: Step<Site, Marking>) => {
    const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
    return { host, drive: knownDrive(host, args.uuid) };
  };
  return shortWork<HostPart, Marking>({
    name: `host.StorageSystem.${name}`,
    kind: storageSystemKind,
    guard(self, step) {
      if (at(self, step).drive.hba === BOOT_HBA) hostRefuses('The disk is in use.');
    },
    change(self, step) {
      const { host, drive } = at(self, step);
      setDrive(step.site, host, drive, said);
    },
  });
}

const markSsd = marking('markAsSsd', { ssd: true });
const markNonSsd = marking('markAsNonSsd', { ssd: false });
const markLocal = marking('markAsLocal', { local: true });
const markNonLocal = marking('markAsNonLocal', { local: false });

interface Many {
  readonly uuids: readonly string[];
}

/** A task that does the same to several disks, and tells of each how it went. */
function each(name: string, said: DriveSettings, guard: Guard = () => {}): Verb<Site, never> {
  return shortWork<HostPart, Many>({
    name: `host.StorageSystem.${name}`,
    kind: storageSystemKind,
    change(self, { site, args }) {
      const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
      const results = eachOf(args.uuids, (key) => {
        const drive = knownDrive(host, key);
        guard(host, drive);
        setDrive(site, host, drive, said);
      });
      return box('ArrayOfHostStorageSystemScsiLunResult', results);
    },
  });
}

/** Lamps of several disks; only what went wrong is told. */
function lamps(name: string, lit: boolean): Verb<Site, never> {
  return shortWork<HostPart, Many>({
    name: `host.StorageSystem.${name}`,
    kind: storageSystemKind,
    change(self, { site, args }) {
      const host = resolve(site, hostKind, { type: 'HostSystem', value: self.state.host });
      const failed = args.uuids.flatMap((key) => {
        const drive = driveNamed(host, key);
        if (drive) setDrive(site, host, drive, { lit });
        return drive ? [] : [{ key, fault: new VimFault('NotFound').localized() }];
      });
      return box('ArrayOfHostStorageSystemDiskLocatorLedResult', failed);
    },
  });
}

const detachMany = each('detachScsiLunEx', { detached: true }, detachable);
const attachMany = each('attachScsiLunEx', { detached: false }, attachable);
const reserveMany = each('markPerenniallyReservedEx', { reserved: true });
const unreserveMany = each('unmarkPerenniallyReservedEx', { reserved: false });
const lampOn = lamps('turnDiskLocatorLedOn', true);
const lampOff = lamps('turnDiskLocatorLedOff', false);

export const diskVerbs: readonly Verb<Site, never>[] = [
  ...[markSsd, markNonSsd, markLocal, markNonLocal, detachMany, attachMany],
  ...[reserveMany, unreserveMany, lampOn, lampOff],
];

const PATH_POLICIES = { VMW_PSP_FIXED: 'Fixed', VMW_PSP_MRU: 'Most Recently Used', VMW_PSP_RR: 'Round Robin' } as const;
const ARRAY_POLICIES = { VMW_SATP_LOCAL: 'Local disks', VMW_SATP_DEFAULT_AA: 'Active-active arrays' } as const;

function options(policies: Readonly<Record<string, string>>) {
  return Object.entries(policies).map(([key, label]) => ({ policy: { key, label, summary: label } }));
}

function setPath(call: Call, self: Cell<HostPart>, name: string, pathOff: boolean): void {
  const host = hostOf(call, self);
  const drive = drivesOf(host).find((d) => pathName(d) === name);
  if (!drive) throw new VimFault('NotFound');
  if (pathOff) guardIdle(host, drive);
  call.turn(() => setDrive(call, host, drive, { pathOff }));
}

function guardPolicy({ policy }: HostMultipathInfoLogicalUnitPolicy): void {
  if (!(policy in PATH_POLICIES)) throw invalidArgument('policy.policy');
}

export const diskMethods: MethodsOf<'HostStorageSystem', HostPart> = {
  UpdateScsiLunDisplayName(call, self, { lunUuid, displayName: name }) {
    const host = hostOf(call, self);
    const drive = knownDrive(host, lunUuid);
    if (name.trim() === '') throw new VimFault('InvalidName', { name });
    if (drivesOf(host).some((d) => d.naa !== drive.naa && displayName(host.state, d) === name))
      throw new VimFault('DuplicateName', { name, object: host.ref });
    call.turn(() => setDrive(call, host, drive, { name }));
  },
  DetachScsiLun: (call, self, { lunUuid }) => set(call, self, lunUuid, { detached: true }, detachable),
  AttachScsiLun: (call, self, { lunUuid }) => set(call, self, lunUuid, { detached: false }, attachable),
  /** What was detached is forgotten: it is there again as any other disk is. */
  DeleteScsiLunState(call, self, { lunCanonicalName }) {
    const host = hostOf(call, self);
    const drive = driveNamed(host, lunCanonicalName) ?? hostRefuses(`There is no disk ${lunCanonicalName}.`);
    if (!settingsOf(host.state, drive).detached) hostRefuses(`The disk ${lunCanonicalName} is not detached.`);
    call.turn(() => forgetDrive(call, host, drive));
  },
  TurnDiskLocatorLedOn_Task: (call, self, { scsiDiskUuids: uuids }) =>
    call.startTask(lampOn.name, self as never, { uuids }),
  TurnDiskLocatorLedOff_Task: (call, self, { scsiDiskUuids: uuids }) =>
    call.startTask(lampOff.name, self as never, { uuids }),
  DetachScsiLunEx_Task: (call, self, { lunUuid: uuids }) => call.startTask(detachMany.name, self as never, { uuids }),
  AttachScsiLunEx_Task: (call, self, { lunUuid: uuids }) => call.startTask(attachMany.name, self as never, { uuids }),
  MarkPerenniallyReserved: (call, self, { lunUuid, state }) => set(call, self, lunUuid, { reserved: state }),
  MarkPerenniallyReservedEx_Task: (call, self, { lunUuid: uuids = [], state }) =>
    call.startTask((state ? reserveMany : unreserveMany).name, self as never, { uuids }),
  MarkAsSsd_Task: (call, self, { scsiDiskUuid: uuid }) => call.startTask(markSsd.name, self as never, { uuid }),
  MarkAsNonSsd_Task: (call, self, { scsiDiskUuid: uuid }) => call.startTask(markNonSsd.name, self as never, { uuid }),
  MarkAsLocal_Task: (call, self, { scsiDiskUuid: uuid }) => call.startTask(markLocal.name, self as never, { uuid }),
  MarkAsNonLocal_Task: (call, self, { scsiDiskUuid: uuid }) =>
    call.startTask(markNonLocal.name, self as never, { uuid }),

  SetMultipathLunPolicy(call, self, { lunId, policy }) {
    guardPolicy(policy);
    set(call, self, lunId, { policy });
  },
  EnableMultipathPath: (call, self, { pathName: name }) => setPath(call, self, name, false),
  DisableMultipathPath: (call, self, { pathName: name }) => setPath(call, self, name, true),
  QueryPathSelectionPolicyOptions: () => options(PATH_POLICIES),
  QueryStorageArrayTypePolicyOptions: () => options(ARRAY_POLICIES),

  RetrieveDiskPartitionInfo(call, self, { devicePath }) {
    const host = hostOf(call, self);
    return devicePath.map((path) => {
      const drive = knownDrive(host, path);
      return infoOf(drive, partitionsOf(host, drive));
    });
  },
  ComputeDiskPartitionInfo(call, self, { devicePath, layout }) {
    const drive = knownDrive(hostOf(call, self), devicePath);
    const partitions = layout.partition.map(({ partition, type, start, end }, index) => ({
      number: partition ?? index + 1,
      type,
      start: Number(start.block),
      end: Number(end.block),
    }));
    if (partitions.some(({ start, end }) => start < 0 || end < start || end >= sectorsOf(drive)))
      hostRefuses('A partition reaches beyond the disk.');
    return infoOf(drive, partitions);
  },
  UpdateDiskPartitions(call, self, { devicePath, spec }) {
    const host = hostOf(call, self);
    const drive = knownDrive(host, devicePath);
    guardIdle(host, drive);
    const partitions = Object.freeze(spec.partition ?? []);
    if (partitions.some((p) => Number(p.endSector) >= sectorsOf(drive)))
      hostRefuses('A partition reaches beyond the disk.');
    call.turn(() => setDrive(call, host, drive, { partitions }));
  },
};
