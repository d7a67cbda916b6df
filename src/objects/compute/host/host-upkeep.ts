/** How a host is looked after: its flags, its management controller, who may manage it, what it costs to run a machine. */
import { randomUUID } from 'node:crypto';
import type { HostIpmiInfo, HostServiceTicket, VirtualMachineConfigInfo } from '../../../vim25/generated/index.ts';
import type { Cell } from '../../../world/cell.ts';
import { invalidArgument, VimFault } from '../../../world/fault.ts';
import type { Verb } from '../../../world/tasks.ts';
import type { Call } from '../../call.ts';
import { shortWork } from '../../inventory/short-work.ts';
import { overhead } from '../../machine/config/allocation.ts';
import type { MethodsOf } from '../../managed-object.ts';
import type { Site } from '../../site.ts';
import { thumbprintOf } from './certificate.ts';
import { type Host, hostKind, type Upkeep } from './host.ts';
import { changedResources } from './host-resources.ts';
import { guardConnectedHost } from './maintenance.ts';

const MIB = 2 ** 20;
const LOCKER = '/locker/packages/vmtoolsRepo/';
const MAC = /^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i;

function keep(call: Call, host: Cell<Host>, said: Upkeep): void {
  guardConnectedHost(host);
  call.turn(() => call.world.update(host, { upkeep: Object.freeze({ ...host.state.upkeep, ...said }) }));
}

/** Throws unless a controller of that address can be logged in to. */
function guardIpmi({ bmcMacAddress, login, password }: HostIpmiInfo): void {
  if (bmcMacAddress !== undefined && bmcMacAddress !== '' && !MAC.test(bmcMacAddress)) {
    throw new VimFault('InvalidIpmiMacAddress', { userProvidedMacAddress: bmcMacAddress, observedMacAddress: '' });
  }
  if ((login ?? '') === '' && (password ?? '') !== '') throw new VimFault('InvalidIpmiLoginInfo');
}

/** A ticket for the host's CIM service; like every ticket it is nobody's to guess. */
function cimTicket(self: Cell<Host>): HostServiceTicket {
  guardConnectedHost(self);
  const { name, identity } = self.state;
  return {
    host: identity.address,
    port: 5_989,
    sslThumbprint: thumbprintOf(name),
    service: 'vmware-cimom',
    serviceVersion: '1.0',
    sessionId: randomUUID(),
  };
}

/** Bytes beside a machine's memory, for so much of it and so many CPUs. */
function memoryOverhead(memoryMB: number, numCPU: number): number {
  return overhead({ memoryMB, numCPU } as Parameters<typeof overhead>[0]);
}

function overheadOf({ hardware }: VirtualMachineConfigInfo): number {
  if (!hardware) throw invalidArgument('vmConfigInfo.hardware');
  return memoryOverhead(hardware.memoryMB, hardware.numCPU);
}

export const upkeepMethods: MethodsOf<'HostSystem', Host> = {
  UpdateFlags: (call, self, { flagInfo }) =>
    keep(call, self, { flags: Object.freeze({ ...self.state.upkeep?.flags, ...flagInfo }) }),
  UpdateIpmi(call, self, { ipmiInfo }) {
    guardIpmi(ipmiInfo);
    keep(call, self, { ipmi: Object.freeze({ ...ipmiInfo }) });
  },
  UpdateSystemResources(call, self, { resourceInfo }) {
    const { profile, upkeep } = self.state;
    keep(call, self, { resources: changedResources(profile, upkeep?.resources ?? {}, resourceInfo) });
  },
  EnterLockdownMode: (call, self) => keep(call, self, { locked: true }),
  ExitLockdownMode: (call, self) => keep(call, self, { locked: undefined }),
  AcquireCimServicesTicket: (_call, self) => cimTicket(self),
  QueryMemoryOverhead(_call, _self, { memorySize, numVcpus }) {
    if (memorySize <= 0) throw invalidArgument('memorySize');
    if (numVcpus <= 0) throw invalidArgument('numVcpus');
    return memoryOverhead(memorySize / MIB, numVcpus);
  },
  QueryMemoryOverheadEx: (_call, _self, { vmConfigInfo }) => overheadOf(vmConfigInfo),
  RetrieveHardwareUptime(call, self) {
    guardConnectedHost(self);
    return Math.floor((call.site.clock.now() - self.state.runtime.bootTime) / 1_000);
  },
  QueryProductLockerLocation: (_call, self) => self.state.upkeep?.locker ?? LOCKER,
  UpdateProductLockerLocation_Task: (call, self, { path }) =>
    call.startTask('HostSystem.updateProductLockerLocation', self as never, { path }),
};

/** The new place is a directory; without one the host's own is used again. */
const moveLocker: Verb<Site, never> = shortWork<Host, { readonly path: string }>({
  name: 'HostSystem.updateProductLockerLocation',
  kind: hostKind,
  guard(self, { args }) {
    guardConnectedHost(self);
    if (args.path !== '' && !args.path.startsWith('/')) throw invalidArgument('path');
  },
  change(self, { site, args }) {
    const locker = args.path === '' ? undefined : args.path;
    site.world.update(self, { upkeep: Object.freeze({ ...self.state.upkeep, locker }) });
    return locker ?? LOCKER;
  },
});

export const upkeepVerbs: readonly Verb<Site, never>[] = [moveLocker];
