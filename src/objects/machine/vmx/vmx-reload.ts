/** reloadVirtualMachineFromPath_Task and Reload: a machine of the inventory as its .vmx, or another, tells of it. */
import { VimFault } from '../../../world/fault.ts';
import { resolve } from '../../call.ts';
import { type MethodsOf, verb } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { datastoreNamed, parseDatastorePath } from '../config/surroundings.ts';
import { type Device, fileKey, isDisk, sameFile } from '../device/device.ts';
import { seenFrom } from '../device/network-backing.ts';
import { leaveDisks } from '../disk-owner.ts';
import { guardAlone } from '../fault-tolerance/mirror.ts';
import type { FileAt, Machine } from '../machine.ts';
import { deviceLists } from '../snapshot/delta.ts';
import { snapshotKind } from '../snapshot/snapshot.ts';
import { connectionOf, guardHost } from '../standing.ts';
import { vmKind } from '../virtual-machine.ts';
import { tell, touched, type Vm, type Work } from '../work.ts';
import { leaveMachine } from './left-files.ts';
import { findMachine, loseMachine } from './orphan.ts';
import { configText, standingFile } from './vmx-files.ts';
import { claim, type Found, foundMachine } from './vmx-found.ts';

interface Reloading {
  readonly path: string;
}

const NAME = 'VirtualMachine.reloadFromPath';

/** A machine that runs and is connected keeps the configuration it runs with. */
function guardReloadable(vm: Vm): void {
  const existingState = vm.state.power.state;
  if (existingState !== 'poweredOff' && connectionOf(vm) === 'connected') {
    throw new VimFault('InvalidPowerState', { requestedState: 'poweredOff', existingState });
  }
  guardHost(vm);
}

function vmOf({ site, request }: Work<Reloading>): Vm {
  return resolve(site, vmKind, request.target);
}

function plan(step: Work<Reloading>, vm: Vm): Found {
  const { site, args } = step;
  guardReloadable(vm);
  guardAlone(vm);
  const owner = seenFrom(vm.one('pool'), vm.one('host'));
  const { datastore, path } = parseDatastorePath(args.path);
  const vmx: FileAt = { datastore: datastoreNamed(owner, datastore, args.path).id, path };
  const [other] = site.world.lookup.get('vmPathName', fileKey(vmx));
  if (other && (other as unknown as Vm) !== vm) throw new VimFault('AlreadyExists', { name: args.path });
  return foundMachine(site, owner, vmx, vm.id, other ? vm.state : undefined);
}

/** What stays is what vCenter says of the machine: its place, permissions, custom values; and its uuids. */
function reload(site: Site, vm: Vm, found: Found): void {
  const { world } = site;
  const before = vm.state;
  const { name, identity, config, devices, files, snapshots, loose, ...rest } = found.machine;
  const { guest, guestSystem, customized, customizing } = rest;
  const own = fileKey(files.vmx) === fileKey(before.files.vmx);
  const { template: _template, ...plain } = config;
  const instanceUuid = before.identity.instanceUuid;
  let gone: readonly Device[] = [];
  claim(site, found);
  if (own) {
    const kept = (file: FileAt) => devices.some((d) => sameFile(d.backing?.file, file));
    gone = before.devices.filter((d) => !isDisk(d) || (d.backing?.file && !kept(d.backing.file)));
  } else {
    if (before.lost !== 'inaccessible') leaveMachine(world, before);
    for (const handle of [...vm.back('snapshotHandles')]) world.destroy(handle);
  }
  world.update(vm, {
    name: own ? name : before.name,
    identity: Object.freeze({ ...identity, instanceUuid, changed: touched(site, vm).changed }),
    config: Object.freeze(before.config.template ? { ...plain, template: true } : plain),
    devices,
    files,
    ...(!own && { snapshots, guest, guestSystem, customized, customizing, loose }),
  });
  leaveDisks(site, [gone], deviceLists(vm.state));
  if (!own) for (const { id } of snapshots?.list ?? []) world.create(snapshotKind, { vm: vm.id }, id);
}

export const reloadVerb = verb<Reloading>({
  name: NAME,
  descriptionId: NAME,
  steps: {
    begin(step) {
      plan(step, vmOf(step));
      return { next: 'finish', after: step.site.latency.duration(NAME) };
    },
    finish(step) {
      const vm = vmOf(step);
      reload(step.site, vm, plan(step, vm));
      findMachine(step.site, vm, step.request.user);
      tell(step as Work<never>, vm, 'VmReloadFromPathEvent', { configPath: step.args.path });
      return { done: true };
    },
  },
  failed(step) {
    const vm = step.site.world.as(vmKind, step.request.target.value);
    if (vm) tell(step as Work<never>, vm, 'VmReloadFromPathFailedEvent', { configPath: step.args.path });
  },
});

/** Looks at the machine's .vmx again: what a client put there counts from now on, and what is amiss is said. */
function reread(site: Site, vm: Vm, user: string): void {
  const { files, lost, power } = vm.state;
  if (lost === 'orphaned' || power.state !== 'poweredOff') return;
  if (configText(site.world, files.vmx) === undefined) return loseMachine(site, vm, 'inaccessible', user);
  const written = standingFile(site.world, files.vmx);
  if (!written && lost === undefined) return;
  try {
    const owner = seenFrom(vm.one('pool'), vm.one('host'));
    const found = foundMachine(site, owner, files.vmx, vm.id, vm.state);
    reload(site, vm, found);
    findMachine(site, vm, user);
  } catch (error) {
    if (!(error instanceof VimFault)) throw error;
    loseMachine(site, vm, 'invalid', user);
  }
}

export const reloadMethods: MethodsOf<'VirtualMachine', Machine> = {
  reloadVirtualMachineFromPath_Task: (call, self, { configurationPath }) =>
    call.startTask(NAME, self as never, { path: configurationPath }),
  Reload(call, self) {
    guardHost(self);
    call.turn(() => reread(call.site, self, call.user));
  },
};
